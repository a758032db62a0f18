// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/peercredentials.h"
#include "tests/app/service/control/controlrig.h"

#include <QSslSocket>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace sallyport;

namespace
{

// Who may call what, written out once more: a row that moves in the method table must be moved here by hand.
const QHash<QString, Role> leastRoles{
    {QStringLiteral("hello"), Role::Viewer},
    {QStringLiteral("status"), Role::Viewer},
    {QStringLiteral("policy.get"), Role::Viewer},
    {QStringLiteral("policy.check"), Role::Viewer},
    {QStringLiteral("policy.apply"), Role::Administrator},
    {QStringLiteral("policy.restore"), Role::Administrator},
    {QStringLiteral("policy.history"), Role::Viewer},
    {QStringLiteral("policy.diff"), Role::Viewer},
    {QStringLiteral("policy.blame"), Role::Viewer},
    {QStringLiteral("policy.impact"), Role::Viewer},
    {QStringLiteral("ini.get"), Role::Viewer},
    {QStringLiteral("sessions.list"), Role::Viewer},
    {QStringLiteral("sessions.subscribe"), Role::Viewer},
    {QStringLiteral("sessions.unsubscribe"), Role::Viewer},
    {QStringLiteral("sessions.disconnect"), Role::Operator},
    {QStringLiteral("services.list"), Role::Viewer},
    {QStringLiteral("services.control"), Role::Operator},
    {QStringLiteral("clients.list"), Role::Viewer},
    {QStringLiteral("audit.list"), Role::Viewer},
    {QStringLiteral("log.query"), Role::Viewer},
    {QStringLiteral("consoles.list"), Role::Administrator},
    {QStringLiteral("consoles.invite"), Role::Administrator}, // of this computer
    {QStringLiteral("consoles.revoke"), Role::Administrator},
};

} // namespace

class TestRoles : public QObject
{
    Q_OBJECT

private slots:
    void matrix_data();
    void matrix();
    void strangersMayOnlyEnrol();
    void unknownParametersAreRefusedByEveryMethod();
    void unknownMethod();
    void localUsers();
};

void TestRoles::matrix_data()
{
    QTest::addColumn<Role>("role");
    for (const Role role : {Role::Viewer, Role::Operator, Role::Administrator})
        QTest::newRow(qPrintable(roleWord(role))) << role;
}

void TestRoles::matrix()
{
    QFETCH(Role, role);
    ControlRig rig;
    ControlClient client;
    client.open(rig.enrolled(role));
    QVERIFY(waitOnline(client));
    QCOMPARE(client.hello().role, role);
    for (const Dispatcher::Method& method : rig.server->dispatcher().methods()) {
        if (method.access == Dispatcher::Access::Stranger)
            continue;
        QVERIFY2(leastRoles.contains(method.name), qPrintable(method.name));
        const auto answer = callAndWait(client, method.name);
        const bool denied = !answer && answer.error().code == ErrorCode::PermissionDenied;
        const bool localOnly = method.access == Dispatcher::Access::LocalAdministrator;
        QVERIFY2(denied == (localOnly || role < leastRoles.value(method.name)), qPrintable(method.name));
        if (method.effect == Dispatcher::Effect::Changes) {
            const auto audit = rig.records->audit(1);
            QCOMPARE(audit->first().action, method.name);
            QCOMPARE(audit->first().who, roleWord(role));
            QVERIFY(!audit->first().done);
        }
    }
}

// Each call on a connection of its own, since a refused stranger is closed.
void TestRoles::strangersMayOnlyEnrol()
{
    ControlRig rig;
    const ControlEndpoint console = rig.stranger();
    for (const Dispatcher::Method& method : rig.server->dispatcher().methods()) {
        QSslSocket socket;
        connectTo(socket, console);
        QTRY_VERIFY(socket.isEncrypted());
        socket.write(encodeMessage(RpcRequest{1, method.name, {}}));
        QTRY_VERIFY(socket.canReadLine());
        const auto answer = decodeMessage(socket.readLine().trimmed());
        const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(answer));
        if (method.name == QStringLiteral("enrol")) {
            QCOMPARE(failure.error.code, ErrorCode::Missing); // the code
        } else {
            QVERIFY2(failure.error.code == ErrorCode::NotAuthenticated, qPrintable(method.name));
        }
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        if (method.effect == Dispatcher::Effect::Changes) {
            const auto audit = rig.records->audit(1);
            QCOMPARE(audit->first().action, method.name);
            QVERIFY(
                audit->first().from.contains(readIdentity(console.certificatePem, console.privateKeyPem)->fingerprint));
            QVERIFY(!audit->first().done);
        }
    }
}

void TestRoles::unknownParametersAreRefusedByEveryMethod()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    for (const Dispatcher::Method& method : rig.server->dispatcher().methods()) {
        const auto answer = callAndWait(client, method.name, {{QStringLiteral("nobody asked"), 1}});
        QVERIFY2(!answer, qPrintable(method.name));
        QVERIFY2(answer.error().code == ErrorCode::UnknownWord || answer.error().code == ErrorCode::Missing,
            qPrintable(method.name));
    }
}

void TestRoles::unknownMethod()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    const auto answer = callAndWait(client, QStringLiteral("policy.forget"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::UnknownWord);
    QCOMPARE(answer.error().subject, QStringLiteral("policy.forget"));
    QVERIFY(callAndWait(client, QStringLiteral("status")).ok());
}

// That a caller without a role is turned away unheard is the server's part; who has one on this computer is this.
void TestRoles::localUsers()
{
    QCOMPARE(localRole(1000, 1000), std::optional(Role::Administrator));
    QCOMPARE(localRole(0, 1000), std::optional(Role::Administrator));
    QCOMPARE(localRole(1001, 1000), std::nullopt);
    QCOMPARE(localRole(1000, 0), std::nullopt);

    int ends[2];
    QVERIFY(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    const Caller self = localCaller(ends[0]);
    QCOMPARE(self.role, std::optional(Role::Administrator));
    QCOMPARE(self.from, QStringLiteral("local:uid=%1").arg(geteuid()));
    QVERIFY(self.fingerprint.isEmpty());
    close(ends[0]);
    close(ends[1]);
    const Caller nobody = localCaller(-1);
    QVERIFY(!nobody.role);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "test_roles.moc"
