// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Include {
    QString file; // from the top of the tree
    int line = 0;
    QString header;
    bool ours = false; // in quotes

    QString where() const { return u"%1:%2 includes %3"_s.arg(file).arg(line).arg(header); }
};

QString top()
{
    return QStringLiteral(SALLYPORT_SOURCE);
}

QString readAll(const QString& file)
{
    QFile source(QDir(top()).filePath(file));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QStringList sources(const QStringList& folders)
{
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator walk(
            QDir(top()).filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files.append(QDir(top()).relativeFilePath(walk.next()));
    }
    files.sort();
    return files;
}

QList<Include> allIncludes()
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QList<Include> includes;
    for (const QString& file : sources({u"app"_s, u"dialogs"_s, u"models"_s})) {
        int number = 0;
        for (const QString& line : readAll(file).split(u'\n')) {
            ++number;
            if (const auto match = pattern.match(line); match.hasMatch())
                includes.append({file, number, match.captured(2), match.captured(1) == u"\""_s});
        }
    }
    return includes;
}

// "models/ini/x.h" -> "models/ini", "dialogs/sheet/x.h" -> "dialogs", "app/service/http/x.h" -> "app/service".
QString layer(const QString& file)
{
    const QStringList parts = file.split(u'/');
    return parts.first() == u"dialogs"_s ? parts.first() : QString(parts.first() + u'/' + parts.value(1));
}

bool within(const QString& file, const QStringList& folders)
{
    return std::any_of(
        folders.begin(), folders.end(), [&](const QString& folder) { return file.startsWith(QString(folder + u'/')); });
}

bool isHeaderOf(const QString& header, QLatin1StringView module)
{
    if (header.startsWith(QString(module + u'/')) || header == module)
        return true;
    return !header.contains(u'/') && QFile::exists(QStringLiteral(QT_HEADERS "/") + module + u'/' + header);
}

// The source without its comments, whose places hold spaces.
QString withoutComments(QString source)
{
    static const QRegularExpression comment(u"//[^\n]*"_s);
    for (auto found = comment.globalMatch(source); found.hasNext();) {
        const auto match = found.next();
        source.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    return source;
}

// What stands in braces from there on, in parts between its commas.
QStringList partsInBraces(const QString& source, qsizetype at)
{
    QStringList parts{{}};
    int depth = 0;
    bool quoted = false;
    for (; at < source.size() && depth >= 0; ++at) {
        const QChar c = source.at(at);
        if (c == u'"' && source.at(at - 1) != u'\\')
            quoted = !quoted;
        if (!quoted && (c == u'(' || c == u'{' || c == u'['))
            ++depth;
        else if (!quoted && (c == u')' || c == u'}' || c == u']'))
            --depth;
        if (!quoted && c == u',' && depth == 0)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

bool isPosix(const QString& header)
{
    static const QRegularExpression pattern(
        u"^(sys|netinet|arpa|net|linux|asm|systemd)/|"
        "^(unistd|fcntl|poll|pthread|signal|dlfcn|pwd|grp|netdb|ifaddrs|termios|sched|syslog|dirent|errno|spawn)\\.h$"_s);
    return pattern.match(header).hasMatch();
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyIncludeIsOfItsLayer();
    void ourHeadersAreNamedFromTheTop();
    void widgetsStayInDialogsAndConsole();
    void sqlStaysInTheStore();
    void socketsStayWhereTheyBelong();
    void posixStaysInTheService();
    void policyAndEngineArePure();
    void everyFolderSaysWhatItIsFor();
    void errorsAreSaidInTheConsolesLanguage();
    void errorsHaveAFault();
    void mainProgramsAreShort();
    void topLevelHoldsOnlyWhatItMay();
    void everySourceNamesItsLicenceAndIsFinished();

private:
    void check(const QStringList& faults);

    QList<Include> m_includes;
};

void TestLayering::initTestCase()
{
    m_includes = allIncludes();
    QVERIFY(m_includes.size() > 100);
    QVERIFY(QFile::exists(QStringLiteral(QT_HEADERS "/QtWidgets/QWidget")));
}

void TestLayering::check(const QStringList& faults)
{
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayering::everyIncludeIsOfItsLayer()
{
    const QStringList below{u"models/base"_s, u"models/policy"_s};
    const QStringList models{below
        + QStringList{u"models/engine"_s, u"models/ini"_s, u"models/store"_s, u"models/control"_s, u"models/items"_s}};
    QHash<QString, QStringList> may{{u"models/base"_s, {}}, {u"models/policy"_s, {u"models/base"_s}},
        {u"dialogs"_s, below + QStringList{u"models/items"_s, u"models/ini"_s}},
        {u"app/console"_s, models + QStringList{u"dialogs"_s}}, {u"app/service"_s, models}, {u"app/ctl"_s, models},
        {u"app/client"_s, models}};
    for (const QString& sibling : models.sliced(below.size()))
        may.insert(sibling, below);

    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        const QString from = layer(include.file);
        if (!may.contains(from))
            faults.append(u"%1 is in no layer that the rules know"_s.arg(include.file));
        else if (include.ours && include.header.contains(u'/') && layer(include.header) != from
            && !may.value(from).contains(layer(include.header)))
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::ourHeadersAreNamedFromTheTop()
{
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        if (include.ours && !include.header.endsWith(u".moc"_s) && !QFile::exists(QDir(top()).filePath(include.header)))
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::widgetsStayInDialogsAndConsole()
{
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        const bool widgets = isHeaderOf(include.header, "QtWidgets"_L1) || include.header.startsWith(u"Qsci/"_s);
        if (widgets && !within(include.file, {u"dialogs"_s, u"app/console"_s}))
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::sqlStaysInTheStore()
{
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        const bool sql = isHeaderOf(include.header, "QtSql"_L1) || include.header == u"sqlite3.h"_s;
        if (sql && !within(include.file, {u"models/store"_s}))
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::socketsStayWhereTheyBelong()
{
    static const QRegularExpression qtSocket(u"(Socket|Server|QNetworkAccessManager|QNetworkReply|QHostInfo)$"_s);
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        const bool boost = include.header.startsWith(u"boost/asio"_s) || include.header.startsWith(u"boost/beast"_s);
        const bool qt = isHeaderOf(include.header, "QtNetwork"_L1) && qtSocket.match(include.header).hasMatch();
        if ((boost && !within(include.file, {u"app/service"_s, u"app/client"_s}))
            // The tour plays a Firewall Client and the server it talks to.
            || (qt
                && !within(
                    include.file, {u"models/control"_s, u"app/service"_s, u"app/client"_s, u"app/console/tour"_s})))
            faults.append(include.where());
    }
    check(faults);
}

// Whether bytes are on the disk, and what the first three descriptors are, all programs have to know; neither Qt nor
// C++ can say it.
void TestLayering::posixStaysInTheService()
{
    const QStringList known{u"models/base/filewriting.cpp"_s, u"models/base/standardfiles.cpp"_s};
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        if (isPosix(include.header) && !within(include.file, {u"app/service"_s, u"app/client"_s})
            && !known.contains(include.file))
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::policyAndEngineArePure()
{
    static const QRegularExpression impure(u"^(QObject|QTimer|QThread|QMutex|QReadWriteLock|QElapsedTimer|QProcess.*|"
                                           u"QSettings|QFile|QDir|mutex|shared_mutex|thread|"
                                           "cstdlib|fstream|iostream|filesystem)$"_s);
    QStringList faults;
    for (const Include& include : std::as_const(m_includes)) {
        if (within(include.file, {u"models/policy"_s, u"models/engine"_s}) && impure.match(include.header).hasMatch())
            faults.append(include.where());
    }
    check(faults);
}

void TestLayering::everyFolderSaysWhatItIsFor()
{
    QSet<QString> folders{u"app"_s, u"dialogs"_s, u"models"_s, u"resources"_s, u"translations"_s, u"tests"_s};
    for (const QString& file : sources({u"app"_s, u"dialogs"_s, u"models"_s, u"tests"_s}))
        folders.insert(file.left(file.lastIndexOf(u'/')));
    QStringList faults;
    for (const QString& folder : std::as_const(folders)) {
        if (!QFile::exists(QDir(top()).filePath(QString(folder + u"/README.md"_s))))
            faults.append(u"%1 has no README.md"_s.arg(folder));
    }
    faults.sort();
    check(faults);
}

// Error::detail and Error::text() are English, for logs and command lines; texts::error() and texts::detail() say the
// same to people.
void TestLayering::errorsAreSaidInTheConsolesLanguage()
{
    static const QRegularExpression english(u"\\b(error|failure|status)(\\(\\))?(\\.|->)(detail\\b|text\\(\\))"
                                            "|\\.detail\\b"_s);
    const QString commandLine = u"app/console/main.cpp"_s; // before there is a window
    QStringList faults;
    for (const QString& file : sources({u"app/console"_s, u"dialogs"_s})) {
        int number = 0;
        for (const QString& line : readAll(file).split(u'\n')) {
            ++number;
            if (file != commandLine && english.match(line).hasMatch())
                faults.append(u"%1:%2 shows English:%3"_s.arg(file).arg(number).arg(line));
        }
    }
    check(faults);
}

// An error of a code, a subject and a text alone has no fault that a console could say it by (makeError).
void TestLayering::errorsHaveAFault()
{
    const QStringList unheard{// Said before there is a console to hear it, on standard error.
        u"app/console/options.cpp"_s, u"app/service/commands.cpp"_s, u"app/service/datafolder.cpp"_s,
        u"app/service/enrol.cpp"_s, u"app/service/folderlock.cpp"_s, u"app/service/options.cpp"_s,
        u"app/service/control/localdoor.cpp"_s, u"app/service/control/servicekey.cpp"_s,
        u"app/service/dataplane/dataplane.cpp"_s,
        // Said to clients, whose language is not known.
        u"app/service/dataplane/aresresolver.cpp"_s, u"app/service/dataplane/connector.cpp"_s,
        u"app/service/dataplane/thisserver.cpp"_s, u"app/service/dataplane/tunnel.cpp"_s,
        // Of files that come with the program, and of rows that another error tells the place of.
        u"models/policy/catalogue.cpp"_s, u"models/policy/w3clogreader.cpp"_s, u"models/store/logrow.cpp"_s,
        // Takes an older service's text as it came; repeats what is translated.
        u"models/items/servicewords.cpp"_s, u"app/console/draft/applier.cpp"_s,
        u"app/console/link/privateservice.cpp"_s};
    static const QRegularExpression error(u"\\{\\s*ErrorCode::\\w+\\s*,"_s);
    QStringList faults;
    for (const QString& file : sources({u"app/console"_s, u"app/service"_s, u"dialogs"_s, u"models"_s})) {
        if (unheard.contains(file))
            continue;
        const QString source = withoutComments(readAll(file));
        for (auto found = error.globalMatch(source); found.hasNext();) {
            const auto match = found.next();
            const QStringList rest = partsInBraces(source, match.capturedEnd());
            const bool translated = rest.last().contains(u"tr("_s);
            if (rest.size() == 2 && !rest.last().trimmed().startsWith(u'}') && !translated)
                faults.append(u"%1:%2 says what no console can translate:%3"_s.arg(file)
                                  .arg(source.first(match.capturedStart()).count(u'\n') + 1)
                                  .arg(rest.last().simplified()));
        }
    }
    check(faults);
}

void TestLayering::mainProgramsAreShort()
{
    QStringList faults;
    for (const QString& file : sources({u"app"_s})) {
        const qsizetype lines = readAll(file).count(u'\n');
        if (file.endsWith(u"/main.cpp"_s) && lines >= 80)
            faults.append(u"%1 has %2 lines"_s.arg(file).arg(lines));
    }
    check(faults);
}

void TestLayering::topLevelHoldsOnlyWhatItMay()
{
    // build is no part of the tree.
    const QSet<QString> may{u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s, u"app"_s,
        u"dialogs"_s, u"models"_s, u"resources"_s, u"tests"_s, u"translations"_s, u"build"_s};
    QStringList faults;
    for (const QString& name : QDir(top()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!may.contains(name))
            faults.append(u"%1 does not belong at the top level"_s.arg(name));
    }
    check(faults);
}

void TestLayering::everySourceNamesItsLicenceAndIsFinished()
{
    static const QRegularExpression unfinished(u"\\b(TO"
                                               "DO|FIX"
                                               "ME|XX"
                                               "X)\\b"_s);
    QStringList faults;
    for (const QString& file : sources({u"app"_s, u"dialogs"_s, u"models"_s, u"tests"_s})) {
        const QString text = readAll(file);
        if (!text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s))
            faults.append(u"%1 does not begin with its SPDX line"_s.arg(file));
        if (const auto match = unfinished.match(text); match.hasMatch())
            faults.append(u"%1 holds %2"_s.arg(file, match.captured(1)));
    }
    check(faults);
}

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
