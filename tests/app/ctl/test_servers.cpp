// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serverbook.h"
#include "tests/app/ctl/ctltest.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <future>

using namespace sallyport;

// The services made known by enrol, and what they are called.
class TestServers : public CtlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void serversAreCalledAsSaid();
    void namesOfServersAreTakenOnce();
    void silenceOfEnrolmentIsSaid();

private:
    static Answer enrol(const ControlRig& rig, const QString& code, const QStringList& more);
};

Answer TestServers::enrol(const ControlRig& rig, const QString& code, const QStringList& more)
{
    return runCommand(QStringList{QStringLiteral("enrol"), QStringLiteral("127.0.0.1:%1").arg(rig.tlsPort),
                          QStringLiteral("--fingerprint"), rig.identity.fingerprint, QStringLiteral("--code"), code}
        + more);
}

// By --name or by its host; --as is what the other side calls this console.
void TestServers::serversAreCalledAsSaid()
{
    const Answer byHost = enrol(*m_rig, m_rig->code(Role::Viewer), {QStringLiteral("--as=laptop")});
    QVERIFY2(byHost.exit == ExitDone, qPrintable(byHost.error.text()));
    QCOMPARE(byHost.json.value(QStringLiteral("name")).toString(), QStringLiteral("127.0.0.1"));
    const auto consoles = m_rig->records->consoles();
    QVERIFY(consoles.ok());
    QCOMPARE(consoles->size(), 1);
    QCOMPARE(consoles->first().name, QStringLiteral("laptop"));
    ControlRig other;
    const Answer named
        = enrol(other, other.code(Role::Viewer), {QStringLiteral("--as=laptop"), QStringLiteral("--name=gate")});
    QVERIFY2(named.exit == ExitDone, qPrintable(named.error.text()));
    QCOMPARE(named.json.value(QStringLiteral("name")).toString(), QStringLiteral("gate"));
    QCOMPARE(ServerBook().servers()->size(), 2);
    const QString help = helpText();
    QVERIFY(help.contains(QStringLiteral("--name: what it is called here")));
    QVERIFY(help.contains(QStringLiteral("--as: what this console is called there")));
}

void TestServers::namesOfServersAreTakenOnce()
{
    const QStringList gate{QStringLiteral("--name=gate")};
    QCOMPARE(enrol(*m_rig, m_rig->code(Role::Viewer), gate).exit, ExitDone);
    ControlRig other;
    const QString code = other.code(Role::Viewer);
    const Answer refused = enrol(other, code, gate);
    QCOMPARE(refused.exit, ExitRefused);
    QCOMPARE(refused.error.code, ErrorCode::Duplicate);
    QCOMPARE(refused.error.subject, QStringLiteral("gate"));
    QVERIFY2(refused.error.detail.contains(QStringLiteral("--name")), qPrintable(refused.error.text()));
    QCOMPARE(ServerBook().server(QStringLiteral("gate"))->port, m_rig->tlsPort);
    // The code is as good as it was, and the same server comes in again by its name.
    QCOMPARE(enrol(other, code, {QStringLiteral("--name=other")}).exit, ExitDone);
    QCOMPARE(enrol(*m_rig, m_rig->code(Role::Operator), gate).exit, ExitDone);
    QCOMPARE(ServerBook().servers()->size(), 2);
}

void TestServers::silenceOfEnrolmentIsSaid()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const Answer answer = runCommand({QStringLiteral("--timeout=1"), QStringLiteral("enrol"),
        QStringLiteral("127.0.0.1:%1").arg(silent.serverPort()), QStringLiteral("--fingerprint"), QString(64, u'a'),
        QStringLiteral("--code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")});
    QCOMPARE(answer.exit, ExitUnreachable);
    QCOMPARE(answer.error.detail, QStringLiteral("the service does not answer (waited 1 s); the code was not sent"));
    // One that has the code, and is too busy for it. The handshake has to fit in as well, on a slow machine.
    std::promise<void> goOn;
    m_rig->writer->post([ready = std::make_shared<std::future<void>>(goOn.get_future())](Stores&) { ready->wait(); });
    const Answer unknown = runCommand({QStringLiteral("--timeout=5"), QStringLiteral("enrol"),
        QStringLiteral("127.0.0.1:%1").arg(m_rig->tlsPort), QStringLiteral("--fingerprint"),
        m_rig->identity.fingerprint, QStringLiteral("--code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")});
    goOn.set_value();
    QCOMPARE(unknown.exit, ExitUnreachable);
    QCOMPARE(unknown.error.detail,
        QStringLiteral("the service does not answer (waited 5 s); whether this console was enrolled is not known, its "
                       "list of consoles tells"));
}

QTEST_GUILESS_MAIN(TestServers)
#include "test_servers.moc"
