// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/endedsentence.h"
#include "app/service/control/revisionaudit.h"

#include <QTest>

using namespace sallyport;

namespace
{

EndedConnection ended(const char* user, const char* program, const QString& host)
{
    EndedConnection connection;
    connection.host = host;
    connection.port = 80;
    connection.user = QLatin1StringView(user);
    connection.application = QLatin1StringView(program);
    connection.client = IpAddress::fromV4(0x0a000005);
    return connection;
}

QList<PolicyChange> entries(int count)
{
    QList<PolicyChange> changes;
    for (int i = 0; i < count; ++i)
        changes.append({ChangeKind::Added, QStringLiteral("client.applications[program%1]").arg(i), {},
            QStringLiteral("Disable=1")});
    return changes;
}

} // namespace

// What the audit trail says of what was done.
class TestAuditSentences : public QObject
{
    Q_OBJECT

private slots:
    void endedConnectionsAreSomebodys();
    void namesOfOthersStayApart();
    void manyLeaveRoomForTheReason();
    void everyChangeIsNamed();
    void namesAreLeftWhereValuesHaveNoRoom();
};

void TestAuditSentences::endedConnectionsAreSomebodys()
{
    QCOMPARE(endedSentence({}), QStringLiteral("ended 0 connections"));
    QCOMPARE(endedSentence({ended("anna", "icq.exe", QStringLiteral("h"))}),
        QStringLiteral("ended 1 connection of \"anna\" (\"icq.exe\") to h:80"));
    QCOMPARE(endedSentence({ended("anna", "icq.exe", QStringLiteral("h")),
                 ended("anna", "icq.exe", QStringLiteral("h")), ended("anna", "icq.exe", QStringLiteral("i"))}),
        QStringLiteral("ended 3 connections of \"anna\" (\"icq.exe\") to h:80, i:80"));
    QCOMPARE(endedSentence({ended("", "", QStringLiteral("h")), ended("anna", "icq.exe", QStringLiteral("h")),
                 ended("anna", "icq.exe", QStringLiteral("i"))}),
        QStringLiteral("ended 3 connections: 2 of \"anna\" (\"icq.exe\") to h:80, i:80; 1 of 10.0.0.5 to h:80"));
}

// Whatever a user, a program or a host is called, it is no part of the sentence.
void TestAuditSentences::namesOfOthersStayApart()
{
    QCOMPARE(endedSentence({ended("anna\" to h:1; 2 of \"bob", "icq) to h:80", QStringLiteral("h:1, i"))}),
        QStringLiteral("ended 1 connection of \"anna\"\" to h:1; 2 of \"\"bob\" (\"icq) to h:80\") to \"h:1, i\":80"));
}

void TestAuditSentences::manyLeaveRoomForTheReason()
{
    std::vector<EndedConnection> many;
    for (int i = 0; i < 15000; ++i)
        many.push_back(ended(
            qPrintable(QStringLiteral("user%1").arg(i % 700)), "icq.exe", QStringLiteral("host%1.example.org").arg(i)));
    const QString sentence = endedSentence(many);
    QVERIFY(sentence.size() <= 1500);
    QVERIFY2(sentence.startsWith(QStringLiteral("ended 15000 connections: 22 of \"user0\" (\"icq.exe\") to ")),
        qPrintable(sentence));
    QVERIFY(sentence.endsWith(QStringLiteral(" others")));
}

void TestAuditSentences::everyChangeIsNamed()
{
    const QString sentence = revisionSentence(3, entries(30));
    for (int i = 0; i < 30; ++i)
        QVERIFY(sentence.contains(QStringLiteral("[program%1] = Disable=1").arg(i)));
    QCOMPARE(revisionSentence(
                 4, {{ChangeKind::Removed, QStringLiteral("localDomains[x.org]"), QStringLiteral("x.org"), {}}}),
        QStringLiteral("revision 4: localDomains[x.org] removed"));
    QCOMPARE(revisionSentence(5, {}), QStringLiteral("revision 5: nothing differed"));
}

void TestAuditSentences::namesAreLeftWhereValuesHaveNoRoom()
{
    const QString some = revisionSentence(3, entries(100));
    QVERIFY2(some.size() <= 2000 && some.contains(QStringLiteral("program99")), qPrintable(some));
    const QString many = revisionSentence(3, entries(10000));
    QVERIFY2(many.size() <= 2000 && many.startsWith(QStringLiteral("revision 3: 10000 changes, of program0, ")),
        qPrintable(many));
    QVERIFY(many.endsWith(QStringLiteral(" and others")));
    QList<PolicyChange> odd = entries(100);
    odd.prepend({ChangeKind::Changed, QStringLiteral("client.applications[a].b].Disable"), {}, QStringLiteral("1")});
    QVERIFY(revisionSentence(3, odd).startsWith(QStringLiteral("revision 3: 101 changes, of a].b, program0, ")));
}

QTEST_GUILESS_MAIN(TestAuditSentences)
#include "test_auditsentences.moc"
