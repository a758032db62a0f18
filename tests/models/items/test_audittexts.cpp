// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/audittexts.h"

#include <QTest>

using namespace sallyport;

namespace
{
AuditRecord record(const QString& action, const QString& what)
{
    AuditRecord record;
    record.action = action;
    record.what = what;
    return record;
}
} // namespace

class TestAuditTexts : public QObject
{
    Q_OBJECT

private slots:
    void changesAreInWords_data();
    void changesAreInWords();
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
    row("revision 3: first policy of a new folder", "Revision 3: first policy of a new folder");
}

void TestAuditTexts::changesAreInWords()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    QCOMPARE(texts::auditWhat(record(QStringLiteral("policy.apply"), what)), words);
    QVERIFY(texts::auditRevision(record(QStringLiteral("policy.apply"), what)));
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
    QCOMPARE(texts::auditOrigin(QStringLiteral("192.0.2.7:50112 AB")), QStringLiteral("192.0.2.7:50112 AB"));
}

void TestAuditTexts::actionsAreInWords()
{
    QCOMPARE(texts::auditAction(QStringLiteral("services.control")), QStringLiteral("Service"));
    QCOMPARE(texts::auditAction(QStringLiteral("future.method")), QStringLiteral("future.method"));
}

QTEST_GUILESS_MAIN(TestAuditTexts)
#include "test_audittexts.moc"
