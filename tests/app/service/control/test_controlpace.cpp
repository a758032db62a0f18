// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTest>

using namespace sallyport;
using Name = QLatin1StringView;

// How fast the service reads from one peer, and what it takes down of him.
class TestControlPace : public QObject
{
    Q_OBJECT

private slots:
    void answersOneRequestAfterTheOther();
    void readsNoFasterThanTheRate();
    void otherProtocolsAreRefused();
    void auditSaysFromWhere();
};

namespace
{

QByteArray line(int id, const char* method, const QJsonObject& params = {})
{
    return encodeMessage(RpcRequest{id, QString::fromLatin1(method), params});
}

// The ids of the first `count` answers, in their order.
QList<int> answered(QLocalSocket& socket, int count)
{
    QList<int> ids;
    while (ids.size() < count && QTest::qWaitFor([&] { return socket.canReadLine(); }, 10000)) {
        const auto decoded = decodeMessage(socket.readLine());
        const auto* message = std::get_if<RpcMessage>(&decoded);
        const auto* reply = message ? std::get_if<RpcReply>(message) : nullptr;
        ids.append(reply ? int(reply->id.toInteger()) : -1);
    }
    return ids;
}

} // namespace

// The first call is answered from another thread, the second could be at once: with one answer owed it waits its turn.
void TestControlPace::answersOneRequestAfterTheOther()
{
    ControlLimits limits;
    limits.openRequests = 1;
    ControlRig rig(limits);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    const QJsonObject stop{{Name("name"), Name("socks")}, {Name("action"), Name("stop")}};
    socket.write(
        line(1, "services.control", stop) + line(2, "status") + line(3, "services.control", stop) + line(4, "status"));
    QCOMPARE(answered(socket, 4), QList<int>({1, 2, 3, 4}));
}

void TestControlPace::readsNoFasterThanTheRate()
{
    ControlLimits limits;
    limits.requestsPerSecond = 10;
    ControlRig rig(limits);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    QElapsedTimer timer;
    timer.start();
    QByteArray burst;
    for (int id = 1; id <= 15; ++id)
        burst += line(id, "status");
    socket.write(burst);
    QCOMPARE(answered(socket, 15).size(), 15);
    // A second's worth at once, the other five at the rate.
    QVERIFY2(timer.elapsed() >= 350, qPrintable(QString::number(timer.elapsed())));
}

void TestControlPace::otherProtocolsAreRefused()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    for (const int protocol : {0, 2}) {
        const auto answer = callAndWait(
            client, QStringLiteral("hello"), {{Name("protocol"), protocol}, {Name("client"), Name("test")}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().subject, QStringLiteral("protocol"));
    }
}

void TestControlPace::auditSaysFromWhere()
{
    ControlRig rig;
    ControlClient local;
    local.open(rig.local());
    QVERIFY(waitOnline(local));
    const ControlEndpoint console = rig.enrolled(Role::Operator);
    ControlClient remote;
    remote.open(console);
    QVERIFY(waitOnline(remote));
    const QJsonObject nothing{{Name("filter"), Name("program:nobody")}, {Name("reason"), Name("test")}};
    QVERIFY(callAndWait(local, QStringLiteral("sessions.disconnect"), nothing).ok());
    QVERIFY(rig.records->audit(1)->first().from.startsWith(QStringLiteral("local:uid=")));
    QVERIFY(callAndWait(remote, QStringLiteral("sessions.disconnect"), nothing).ok());
    const QString from = rig.records->audit(1)->first().from;
    QVERIFY2(from.startsWith(QStringLiteral("127.0.0.1:")), qPrintable(from));
    QVERIFY(from.endsWith(readIdentity(console.certificatePem, console.privateKeyPem)->fingerprint));
}

QTEST_GUILESS_MAIN(TestControlPace)
#include "test_controlpace.moc"
