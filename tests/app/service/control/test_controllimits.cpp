// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QLocalSocket>
#include <QSignalSpy>
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
    void nobodyGetsMoreAnswersThanHeReads();
    void longLineIsRefused();
    void tooManyConnectionsAreClosed();
    void strangersDoNotKeepTheOthersOut();
    void wrongCodesAreFew();
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
    limits.outgoingBytes = 1000000;
    ControlRig rig(limits);
    rig.plane.fill(2000); // some 700 KB an answer
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

// Twenty answers of some megabytes each, which would be cut off together, come one by one.
void TestControlLimits::nobodyGetsMoreAnswersThanHeReads()
{
    ControlLimits limits;
    limits.outgoingBytes = 8 << 20;
    ControlRig rig(limits);
    rig.plane.fill(8000);
    QLocalSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    QSignalSpy answered(&rig.server->dispatcher(), &Dispatcher::answered);
    for (int i = 0; i < 20; ++i)
        socket.write(request(QStringLiteral("sessions.list")));
    QTRY_COMPARE(answered.size(), 1);
    ControlClient other;
    other.open(rig.local());
    QVERIFY(waitOnline(other));
    QVERIFY(callAndWait(other, QStringLiteral("status")).ok());
    QCOMPARE(answered.size(), 3); // hello and status of the other
    socket.setReadBufferSize(0);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).count('\n') == 20, 30000);
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

void TestControlLimits::strangersDoNotKeepTheOthersOut()
{
    ControlLimits limits;
    limits.strangers = 1;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.stranger();
    QSslSocket first;
    QSslSocket second;
    for (QSslSocket* socket : {&first, &second}) {
        if (socket == &second)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
        // The second one is closed as soon as its handshake is over.
        const QSignalSpy encrypted(socket, &QSslSocket::encrypted);
        connectTo(*socket, console);
        QTRY_COMPARE(encrypted.size(), 1);
        QTRY_COMPARE(rig.server->connections(), 1);
    }
    QTRY_COMPARE(second.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(first.state(), QAbstractSocket::ConnectedState);
    ControlClient enrolled;
    enrolled.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(enrolled));
}

// Codes can't be tried, nor the audit trail filled, faster than strangers are heard.
void TestControlLimits::wrongCodesAreFew()
{
    ControlLimits limits;
    limits.strangersPerMinute = 3;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.stranger();
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (attempt >= 3)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
        QSslSocket socket;
        const QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
        connectTo(socket, console);
        QTRY_COMPARE(encrypted.size(), 1);
        // The second one of a connection is not heard any more.
        for (int code = 0; code < 2; ++code)
            socket.write(request(QStringLiteral("enrol"),
                {{QStringLiteral("code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")},
                    {QStringLiteral("name"), QStringLiteral("x")}}));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
    QCOMPARE(rig.records->audit(100)->size(), 3);
    ControlClient enrolled;
    enrolled.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(enrolled));
}

void TestControlLimits::strangerThatDoesNotEnrolIsCutOff()
{
    ControlLimits limits;
    limits.strangerMilliseconds = 400;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    connectTo(socket, console);
    QTRY_VERIFY(socket.isEncrypted());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("did not enrol in time")));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void TestControlLimits::wrongCodeClosesTheConnection()
{
    ControlRig rig;
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    connectTo(socket, console);
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
