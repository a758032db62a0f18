// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/errortexts.h"
#include "dialogs/texts/translation.h"
#include "models/base/fault.h"
#include "models/items/audittexts.h"
#include "models/items/servicewords.h"
#include "models/items/texts.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QFile>
#include <QKeySequence>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace sallyport;

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList translations; // one, or a form each
    bool plural = false;
    bool unfinished = false;
};

const QString translations = QStringLiteral(SALLYPORT_SOURCE "/translations/sallyport_%1.ts");

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    Message message;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        const bool start = xml.isStartElement();
        if (start && xml.name() == u"name") {
            context = xml.readElementText();
        } else if (start && xml.name() == u"message") {
            message = {context, {}, {}, xml.attributes().value(QLatin1StringView("numerus")) == u"yes", false};
        } else if (start && xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (start && xml.name() == u"translation") {
            message.unfinished = xml.attributes().value(QLatin1StringView("type")) == u"unfinished";
            if (!message.plural)
                message.translations.append(xml.readElementText());
        } else if (start && xml.name() == u"numerusform") {
            message.translations.append(xml.readElementText());
        } else if (xml.isEndElement() && xml.name() == u"message") {
            messages.append(message);
        }
    }
    return messages;
}

// "%1", "%2", "%n" and the tags of rich text, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%[0-9n]|</?[a-z]+[^>]*>"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

bool hasMnemonic(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("&[^&\\s]"));
    return pattern.match(text).hasMatch();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void germanIsComplete()
    {
        const QList<Message> messages = readMessages(translations.arg(QStringLiteral("de")));
        QVERIFY(messages.size() > 400);
        QStringList faults;
        for (const Message& message : messages) {
            const QString where = message.context + QLatin1StringView(": ") + message.source;
            if (message.unfinished || message.translations.contains(QString()))
                faults.append(QStringLiteral("unfinished: ") + where);
            if (message.translations.size() != (message.plural ? 2 : 1))
                faults.append(QStringLiteral("forms: ") + where);
            // A count that lupdate did not see as one: it has no plural forms.
            if (!message.plural && message.source.contains(QLatin1StringView("%n")))
                faults.append(QStringLiteral("count: ") + where);
            for (const QString& text : message.translations) {
                const QStringList wanted = placeholders(message.source);
                if (placeholders(text) != wanted && !(message.plural && text == message.translations.first()))
                    faults.append(QStringLiteral("placeholders: ") + where);
                if (hasMnemonic(message.source) != hasMnemonic(text))
                    faults.append(QStringLiteral("mnemonic: ") + where);
                if (message.source.endsWith(QLatin1Char(':')) != text.endsWith(QLatin1Char(':')))
                    faults.append(QStringLiteral("colon: ") + where);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void englishHasItsPlurals()
    {
        const QList<Message> messages = readMessages(translations.arg(QStringLiteral("en")));
        QVERIFY(messages.size() > 30);
        for (const Message& message : messages) {
            QVERIFY2(
                message.plural && !message.unfinished && message.translations.size() == 2, qPrintable(message.source));
            QVERIFY2(
                !message.translations.join(QString()).contains(QLatin1StringView("(s)")), qPrintable(message.source));
        }
    }

    // What the sources say and the files do not know would be shown in English, its plural as "(s)".
    void theFilesKnowWhatTheSourcesSay_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English plurals") << QStringLiteral("en");
    }

    void theFilesKnowWhatTheSourcesSay()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(language + QStringLiteral(".ts"));
        QVERIFY(QFile::copy(translations.arg(language), fresh));
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
            QStringLiteral("none")};
        if (language == u"en")
            arguments.append(QStringLiteral("-pluralonly"));
        arguments += {QStringLiteral("-I"), QStringLiteral(SALLYPORT_SOURCE)};
        for (const char* part : {"app/console", "dialogs", "models/items", "models/base"})
            arguments.append(QStringLiteral(SALLYPORT_SOURCE "/") + QLatin1StringView(part));
        arguments += {QStringLiteral("-ts"), fresh};
        QCOMPARE(QProcess::execute(QStringLiteral(LUPDATE), arguments), 0);
        QStringList missing;
        for (const Message& message : readMessages(fresh)) {
            if (message.unfinished)
                missing.append(message.context + QLatin1StringView(": ") + message.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    // The context of a text in the file must be the one the program asks for; a namespace lost on the way shows
    // nothing.
    void germanIsShown()
    {
        const QString before = texts::errorHeadline(ErrorCode::NotFound);
        const QString reason = texts::reason({Verdict::Deny, Reason::FilterDisabled, QString()});
        QVERIFY(installTranslations(*qApp, QLocale(QLocale::German, QLocale::Germany)));
        QVERIFY(texts::errorHeadline(ErrorCode::NotFound) != before);
        QVERIFY(texts::reason({Verdict::Deny, Reason::FilterDisabled, QString()}) != reason);
        QCOMPARE(texts::auditOrigin(QStringLiteral("local:uid=7")), QStringLiteral("dieser Computer (UID 7)"));
        AuditRecord first;
        first.what = QStringLiteral("revision 1: first policy of a new folder");
        QCOMPARE(texts::auditWhat(first), QStringLiteral("Revision 1: die erste Richtlinie eines neuen Ordners"));
        QCOMPARE(texts::whyStopped({}, false), QStringLiteral("in der Richtlinie aus"));
        QCOMPARE(texts::ended(1, {{QStringLiteral("anna"), {}}}), QStringLiteral("1 Verbindung von anna beendet."));
        QCOMPARE(texts::ended(2, {{{}, {}}}), QStringLiteral("2 Verbindungen von einem anonymen Benutzer beendet."));
        ApplicationEntrySheet sheet({}, {}, {});
        QCOMPARE(sheet.windowTitle(), QStringLiteral("Anwendungseintrag"));
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
    }

    // Names of keys, menus of fields, buttons of Qt's own dialogs.
    void textsOfQtFollow()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
            QSKIP("qt6-translations-l10n is not installed");
        QVERIFY(installTranslations(*qApp, QLocale(QLocale::German, QLocale::Germany)));
        const QString key = QKeySequence(QStringLiteral("Ctrl+N")).toString(QKeySequence::NativeText);
        const QString remove = QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText);
        QLineEdit field;
        const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
        QStringList entries;
        for (const QAction* action : menu->actions())
            entries.append(action->text().section(u'\t', 0, 0).remove(u'&'));
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
        QCOMPARE(key, QStringLiteral("Strg+N"));
        QCOMPARE(remove, QStringLiteral("Entf"));
        QVERIFY2(entries.contains(QStringLiteral("Kopieren")), qPrintable(entries.join(u',')));
    }

    // Problems of policies and files are made in English and shown in the console's language, with all they name.
    void faultsAreShownInGerman()
    {
        QVERIFY(installTranslations(*qApp, QLocale(QLocale::German, QLocale::Germany)));
        QStringList faults;
        for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
            const auto fault = static_cast<Fault>(i);
            QStringList arguments;
            for (qsizetype j = 1; j <= argumentCount(fault); ++j)
                arguments.append(QStringLiteral("<%1>").arg(j));
            const Error error = makeError(fault, QStringLiteral("client.port"), arguments);
            const QString german = texts::detail(error);
            if (german == error.detail)
                faults.append(QStringLiteral("English: ") + german);
            for (const QString& argument : std::as_const(arguments)) {
                if (!german.contains(argument))
                    faults.append(argument + QStringLiteral(" is not in: ") + german);
            }
        }
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        const Error english = makeError(Fault::PortTwice, {}, {QStringLiteral("80")});
        QCOMPARE(texts::detail(english), english.detail);
        QCOMPARE(texts::detail({ErrorCode::Io, {}, QStringLiteral("free text")}), QStringLiteral("free text"));
    }

    void englishStaysEnglish()
    {
        QVERIFY(!installTranslations(*qApp, QLocale(QLocale::English)));
        QCOMPARE(QCoreApplication::translate("sallyport::LocalDomainsPage", "%n domain(s)", nullptr, 1),
            QStringLiteral("1 domain"));
        QCOMPARE(QCoreApplication::translate("sallyport::LocalDomainsPage", "%n domain(s)", nullptr, 2),
            QStringLiteral("2 domains"));
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
    }
};

SALLYPORT_DIALOG_TEST(TestTranslations)
#include "test_translations.moc"
