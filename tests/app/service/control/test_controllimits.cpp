// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QLocalSocket>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace sallyport;

namespace
{

QByteArray request(const QString& method, const QJsonObject& params = {})
{
    return encodeMessage(RpcRequest{1, method, params});
}

} // namespace

class TestControlLimits : public QObject
{
    Q_OBJECT

private slots:
    void readerThatStallsIsCutOff();
    void readerWithTooMuchUnreadIsCutOff();
    void longLineIsRefused();
    void tooManyConnectionsAreClosed();
    void strangerThatDoesNotEnrolIsCutOff();
    void wrongCodeClosesTheConnection();
    void slowSubscriberGetsTheLatestOnly();
};

// Asks for much and reads nothing: a small read buffer keeps Qt from taking it off the socket.
void TestControlLimits::readerThatStallsIsCutOff()
{
    ControlLimits limits;
    limits.stallMilliseconds = 300;
    ControlRig rig(limits);
    rig.plane.fill(20000);
    QLocalSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(request(QStringLiteral("sessions.subscribe"), {{QStringLiteral("interval"), 100}}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cut off: takes no bytes")));
    QTRY_COMPARE(rig.server->connections(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rig.server->connections(), 0, 10000);
}

void TestControlLimits::readerWithTooMuchUnreadIsCutOff()
{
    ControlLimits limits;
    limits.outgoingBytes = 3 << 20;
    ControlRig rig(limits);
    rig.plane.fill(3000);
    QLocalSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    QTRY_COMPARE(rig.server->connections(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cut off: does not read")));
    for (int i = 0; i < 4; ++i)
        socket.write(request(QStringLiteral("sessions.list")));
    QTRY_COMPARE_WITH_TIMEOUT(rig.server->connections(), 0, 10000);
}

void TestControlLimits::longLineIsRefused()
{
    ControlLimits limits;
    limits.lineBytes = 1000;
    ControlRig rig(limits);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(5000, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    const auto answer = decodeMessage(socket.readAll().trimmed());
    const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(answer));
    QCOMPARE(failure.error.code, ErrorCode::LimitExceeded);
    QVERIFY(failure.id.isNull());
}

void TestControlLimits::tooManyConnectionsAreClosed()
{
    ControlLimits limits;
    limits.connections = 2;
    ControlRig rig(limits);
    ControlClient first;
    ControlClient second;
    first.open(rig.local());
    second.open(rig.local());
    QVERIFY(waitOnline(first) && waitOnline(second));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
    QLocalSocket third;
    third.connectToServer(rig.socketPath());
    QTRY_COMPARE(third.state(), QLocalSocket::UnconnectedState);
    QVERIFY(callAndWait(first, QStringLiteral("status")).ok());
}

void TestControlLimits::strangerThatDoesNotEnrolIsCutOff()
{
    ControlLimits limits;
    limits.strangerMilliseconds = 400;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    socket.setSslConfiguration(*tlsConfiguration(console.certificatePem, console.privateKeyPem));
    socket.connectToHostEncrypted(console.host, console.port);
    QTRY_VERIFY(socket.isEncrypted());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("did not enrol in time")));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void TestControlLimits::wrongCodeClosesTheConnection()
{
    ControlRig rig;
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    socket.setSslConfiguration(*tlsConfiguration(console.certificatePem, console.privateKeyPem));
    socket.connectToHostEncrypted(console.host, console.port);
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(request(QStringLiteral("enrol"),
        {{QStringLiteral("code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")},
            {QStringLiteral("name"), QStringLiteral("x")}}));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().contains("\"error\""));
    QVERIFY(!rig.records->audit(1)->first().done);
    QVERIFY(rig.records->consoles()->isEmpty());
}

// A subscriber that reads late finds one row of what changed a thousand times meanwhile.
void TestControlLimits::slowSubscriberGetsTheLatestOnly()
{
    ControlRig rig;
    rig.plane.fill(10);
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    QList<Connection> rows;
    bool snapshotSeen = false;
    connect(&client, &ControlClient::sessionsChanged, &client, [&](const SessionDelta& delta) {
        if (!delta.reset)
            rows.append(delta.connections);
        snapshotSeen = snapshotSeen || delta.complete;
    });
    client.subscribeSessions(100);
    QTRY_VERIFY(snapshotSeen);
    for (std::uint64_t bytes = 1; bytes <= 1000; ++bytes)
        rig.plane.touch(3, bytes);
    QTRY_VERIFY(!rows.isEmpty());
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().bytesSent, 1000u);
}

QTEST_GUILESS_MAIN(TestControlLimits)
#include "test_controllimits.moc"
