// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/catalogue.h"
#include "models/policy/clientconfiguration.h"
#include "tests/models/policy/policydata.h"

#include <QTest>

using namespace sallyport;

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void shippedCatalogueIsRead();
    void closedServicesAreMarked();
    void theFourMessengersAreAsTheirSourcesSay();
    void everyProgramNamesItsEntries();
    void isFoundByAnyFileName();
    void badCataloguesAreRefused_data();
    void badCataloguesAreRefused();
};

static QByteArray shipped()
{
    return test::readFile(QStringLiteral(SALLYPORT_SOURCE "/resources/applications.json"));
}

void CatalogueTest::shippedCatalogueIsRead()
{
    QList<Problem> problems;
    const Result<Catalogue> catalogue = readCatalogue(shipped(), &problems);
    QVERIFY2(catalogue.ok(), catalogue.ok() ? "" : qPrintable(catalogue.error().text()));
    QVERIFY(problems.isEmpty());
    QVERIFY(catalogue->programs.size() >= 20);
}

void CatalogueTest::closedServicesAreMarked()
{
    const Result<Catalogue> catalogue = readCatalogue(shipped());
    for (const QString& section :
        {QStringLiteral("ypager"), QStringLiteral("aim"), QStringLiteral("msmsgs"), QStringLiteral("icq")})
        QVERIFY(!catalogue->find(section)->inService);
    QVERIFY(catalogue->find(u"ms-teams.exe")->inService);
}

void CatalogueTest::theFourMessengersAreAsTheirSourcesSay()
{
    struct Expected {
        QString section;
        QStringList sections;
        QStringList destinations;
        QStringList words; // in what closes its ways out
        bool webProxy;
    };
    const auto list = [](const char* words) { return QString::fromLatin1(words).split(QLatin1Char(' ')); };
    const QList<Expected> all{
        {QStringLiteral("ypager"), list("ypager yupdater"),
            list("http.pager.yahoo.com *.msg.yahoo.com msg.edit.yahoo.com cs.yahoo.com scs.yahoo.com"),
            list("5050 23 25 80"), true},
        {QStringLiteral("aim"), list("aim"), list("login.oscar.aol.com toc.oscar.aol.com"), list("5190 9898"), false},
        {QStringLiteral("msmsgs"), list("msmsgs"), list("64.4.13.0-64.4.13.255 messenger.hotmail.com"),
            list("64.4.13.0-64.4.13.255 1863 6891-6900 6901"), true},
        {QStringLiteral("icq"), list("icq"), list("login.icq.com http.proxy.icq.com icq.mirabilis.com"), list("5190"),
            true},
    };
    const Result<Catalogue> catalogue = readCatalogue(shipped());
    for (const Expected& expected : all) {
        const CatalogueProgram* program = catalogue->find(expected.section);
        QVERIFY2(program, qPrintable(expected.section));
        QVERIFY(!program->inService);
        QCOMPARE(program->sections, expected.sections);
        QCOMPARE(program->destinations, expected.destinations);
        QString closed;
        QSet<SessionType> ways;
        for (const CatalogueWayOut& way : program->waysOut) {
            ways.insert(way.way);
            closed += way.closedBy + QLatin1Char('\n');
        }
        for (const QString& word : expected.words)
            QVERIFY2(closed.contains(word), qPrintable(expected.section + QLatin1Char(' ') + word));
        QVERIFY(ways.contains(SessionType::Socks) && ways.contains(SessionType::SecureNat));
        QCOMPARE(ways.contains(SessionType::WebProxy), expected.webProxy);
    }
}

void CatalogueTest::everyProgramNamesItsEntries()
{
    const Result<Catalogue> catalogue = readCatalogue(shipped());
    for (const CatalogueProgram& program : catalogue->programs) {
        QCOMPARE(program.waysOut.first().way, SessionType::FirewallClient);
        for (const QString& section : program.sections)
            QVERIFY2(program.waysOut.first().closedBy.contains(QLatin1Char('[') + section + QLatin1Char(']')),
                qPrintable(section));
    }
}

void CatalogueTest::isFoundByAnyFileName()
{
    const Result<Catalogue> catalogue = readCatalogue(shipped());
    QCOMPARE(catalogue->find(u"C:\\Program Files\\Yahoo!\\YUPDATER.EXE")->name, QStringLiteral("Yahoo! Messenger"));
    QCOMPARE(catalogue->find(u"notepad.exe"), nullptr);
    QCOMPARE(catalogue->find(u""), nullptr);
}

void CatalogueTest::badCataloguesAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* before, const char* after, const char* message) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(message);
    };
    row("no JSON", "{", "", "catalogue: is not a JSON object: illegal value");
    row("format", "\"format\": 1", "\"format\": 2", "format: 2 is not a format this version reads; it reads 1");
    row("unknown member", "\"name\"", "\"port\": 1, \"name\"",
        "programs[0].port: is not a member known here; remove it or mend its name");
    row("unknown way", "\"webProxy\"", "\"web\"",
        "programs[0].waysOut[0].way: \"web\" is not a word known here; write one of: firewallClient, webProxy, socks, "
        "secureNat");
    row("no date", "2026-11-23", "lately", "programs[0].date: \"lately\" is not a date; write one such as 2026-11-23");
    row("no source", "\"read\"", "\"\"", "programs[0].source: is empty; write it");
    row("no section", "[\"a\", \"b\"]", "[]", "programs[0].sections: is empty; name the program's file");
    row("extension", "[\"a\", \"b\"]", "[\"a.exe\"]",
        "programs[0].sections[0]: \"a.exe\" is not a file name without extension");
    row("section twice", "[\"a\", \"b\"]", "[\"a\", \"A\"]", "programs[0].sections[1]: \"A\" belongs to A already");
}

void CatalogueTest::badCataloguesAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, message);
    QByteArray text
        = R"({"format": 1, "programs": [{"name": "A", "kind": "messenger", "inService": true, "sections": ["a", "b"],
        "destinations": [], "waysOut": [{"way": "webProxy", "closedBy": "x"}], "source": "read", "date": "2026-11-23"}]})";
    QVERIFY(readCatalogue(text).ok());
    text.replace(before, after);
    const Result<Catalogue> catalogue = readCatalogue(text);
    QVERIFY(!catalogue.ok());
    QCOMPARE(catalogue.error().text(), message);
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "test_catalogue.moc"
