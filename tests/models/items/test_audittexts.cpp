// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/items/audittexts.h"
#include "models/items/texts.h"
#include "tests/models/items/brackets.h"

#include <QCoreApplication>
#include <QTest>

using namespace sallyport;

namespace
{
AuditRecord record(const QString& action, const QString& what)
{
    AuditRecord record;
    record.action = action;
    record.what = what;
    record.done = true;
    return record;
}
} // namespace

class TestAuditTexts : public QObject
{
    Q_OBJECT

private slots:
    void changesAreInWords_data();
    void changesAreInWords();
    void otherSentencesAreInWords_data();
    void otherSentencesAreInWords();
    void namesAreQuoted();
    void refusalsAreInWords();
    void whatIsNoRevisionStaysAsItCame();
    void originsAreInWords();
    void actionsAreInWords();
};

void TestAuditTexts::changesAreInWords_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* what, const char* words) {
        QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(words);
    };
    row("revision 2: client.applications[aim] = Disable=1", "Revision 2: + aim: Disable=1");
    row("revision 2: client.applications[aim] = Disable=1; DisableEx=0; localDomains[x.org] = x.org",
        "Revision 2: + aim: Disable=1; DisableEx=0, + Local Domain Table: x.org");
    row("revision 2: client.applications[aim] removed; client.applications[a.b].Disable = 0",
        "Revision 2: − entry aim, a.b: Disable = 0");
    row("revision 12: client.port = 1746; and 1 more", "Revision 12: Port told to clients = 1746, and 1 more");
    row("revision 2: client.applications[a].b].Disable = 0; client.applications[c]d] removed",
        "Revision 2: a].b: Disable = 0, − entry c]d");
    row("revision 3: 130 changes, of aim, icq and others", "Revision 3: 130 changes, of aim, icq and others");
    row("revision 3: 130 changes, of client.port, localDomains[x.org], a]b",
        "Revision 3: 130 changes, of Port told to clients, Local Domain Table: x.org, a]b");
    row("revision 3: nothing differed", "Revision 3: nothing differed");
    row("revision 3: client.applications[aim] removed (recorded by the next start: the service was killed)",
        "Revision 3: − entry aim (recorded by the next start: the service was killed)");
    row("revision 3: first policy of a new folder", "Revision 3: first policy of a new folder");
}

void TestAuditTexts::changesAreInWords()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    QCOMPARE(texts::auditWhat(record(QStringLiteral("policy.apply"), what)), words);
    QVERIFY(texts::auditRevision(record(QStringLiteral("policy.apply"), what)));
}

void TestAuditTexts::otherSentencesAreInWords_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* what, const char* words) {
        QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(words);
    };
    row("ended 0 connections: none fits", "ended 0 connection(s); reason: “none fits”");
    row(R"(ended 0 connections: 2 of "anna" to h:80)", "ended 0 connection(s); reason: “2 of \"anna\" to h:80”");
    row(R"(ended 1 connection of "anna" ("icq.exe") to h:80: because)",
        "ended 1 connection(s) of “anna” (“icq.exe”) to h:80; reason: “because”");
    row(R"(ended 9 connections of 10.0.0.5 to h:80, "a b":81 and 3 more places: )",
        "ended 9 connection(s) of 10.0.0.5 to h:80, “a b”:81 and 3 more place(s)");
    row(R"(ended 3 connections: 2 of "anna" ("icq.exe") to h:80, [::1]:80; 1 of 10.0.0.5 to h:80: too many)",
        "ended 3 connection(s): 2 of “anna” (“icq.exe”) to h:80, [::1]:80; 1 of 10.0.0.5 to h:80; reason: “too many”");
    row(R"(ended 5 connections: 2 of "anna" to h:80; and those of 3 others: x)",
        "ended 5 connection(s): 2 of “anna” to h:80; and those of 3 other(s); reason: “x”");
    row("started webProxy", "started Web Proxy");
    row(R"(stopped socks; ended 1 connection of "anna" to h:80: night)",
        "stopped SOCKS V4; ended 1 connection(s) of “anna” to h:80; reason: “night”");
    row("restarted firewall; ended 0 connections", "restarted Firewall; ended 0 connection(s)");
    row("issued a code for one console as viewer", "issued a code for one console as Viewer");
    row(R"(enrolled console "desk ""7""" as operator)", "enrolled console “desk \"7\"” as Operator");
    row("revoked console 0a1b", "threw out console 0a1b");
}

void TestAuditTexts::otherSentencesAreInWords()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    QCOMPARE(texts::auditWhat(record(QStringLiteral("sessions.disconnect"), what)), words);
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const QString translated = texts::auditWhat(record(QStringLiteral("sessions.disconnect"), what));
    QCoreApplication::removeTranslator(&brackets);
    QVERIFY2(translated.startsWith(u'['), qPrintable(translated));
}

// A name that speaks as the sentence does is still a name.
void TestAuditTexts::namesAreQuoted()
{
    const QString what
        = QStringLiteral("ended 1 connection of \"anna\"\" to h:1; 2 of \"\"bob\" (\"icq\u202E) to h:80\") to"
                         " \"h:1, i\":80: x");
    QCOMPARE(texts::auditWhat(record(QStringLiteral("sessions.disconnect"), what)),
        QStringLiteral("ended 1 connection(s) of “anna\" to h:1; 2 of \"bob” (“icq<U+202E>) to h:80”) to “h:1, i”:80; "
                       "reason: “x”"));
}

// Translated, the method not repeated that stands in another column.
void TestAuditTexts::refusalsAreInWords()
{
    Brackets brackets;
    const Error viewer = makeError(Fault::OperatorsOnly, QStringLiteral("services.control"), {QStringLiteral("anna")});
    const Error length = makeError(Fault::TextTooLong, QStringLiteral("reason"), {QStringLiteral("500")});
    AuditRecord refused = record(QStringLiteral("services.control"), viewer.text());
    refused.done = false;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    QCOMPARE(texts::auditWhat(refused), texts::detail(viewer));
    refused.what = length.text();
    QCOMPARE(
        texts::auditWhat(refused), QStringLiteral("[%1: %2]").arg(QStringLiteral("[Reason]"), texts::detail(length)));
    refused.what = viewer.text() + QStringLiteral("; and 3 more of the kind before");
    QVERIFY(texts::auditWhat(refused).startsWith(u'[' + texts::detail(viewer)));
    refused.what = QStringLiteral("an older service said\u202E this");
    QCOMPARE(texts::auditWhat(refused), QStringLiteral("an older service said<U+202E> this"));
    QCoreApplication::removeTranslator(&brackets);
}

void TestAuditTexts::whatIsNoRevisionStaysAsItCame()
{
    const AuditRecord ended
        = record(QStringLiteral("sessions.disconnect"), QStringLiteral("ended 1 connection of anna to h:1: because"));
    QCOMPARE(texts::auditWhat(ended), ended.what);
    QVERIFY(!texts::auditRevision(ended));
    QVERIFY(!texts::auditRevision(record(QStringLiteral("policy.apply"), QStringLiteral("revision: none"))));
    QCOMPARE(texts::auditWhat(record(QStringLiteral("policy.apply"), QString())), QStringLiteral("Apply"));
}

void TestAuditTexts::originsAreInWords()
{
    QCOMPARE(texts::auditOrigin(QStringLiteral("local:uid=0")), QStringLiteral("this computer (uid 0)"));
    QCOMPARE(texts::auditWho(QStringLiteral("anna\u202E")), QStringLiteral("anna\u202E"));
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    QCOMPARE(texts::auditWho(QStringLiteral("unknown console")), QStringLiteral("[unknown console]"));
    Revision first;
    first.comment = QStringLiteral("First start");
    QCOMPARE(texts::revisionComment(first), QStringLiteral("[First start]"));
    first.parent = 1; // somebody's own words
    QCOMPARE(texts::revisionComment(first), QStringLiteral("First start"));
    QCoreApplication::removeTranslator(&brackets);
    QCOMPARE(texts::auditOrigin(QStringLiteral("192.0.2.7:50112 AB")), QStringLiteral("192.0.2.7:50112 AB"));
}

void TestAuditTexts::actionsAreInWords()
{
    QCOMPARE(texts::auditAction(QStringLiteral("services.control")), QStringLiteral("Service"));
    QCOMPARE(texts::auditAction(QStringLiteral("future.method")), QStringLiteral("future.method"));
}

QTEST_GUILESS_MAIN(TestAuditTexts)
#include "test_audittexts.moc"
