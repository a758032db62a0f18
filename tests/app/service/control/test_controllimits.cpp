// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientlimit.h"
#include "tests/app/service/control/controlrig.h"

#include <QJsonArray>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <sys/resource.h>

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
    void everybodyHasPlacesOfHisOwn();
    void pacesAreBounded();
    void descriptorsAreReserved();
    void networks();
    void memberTwiceIsRefused();
    void longRecordsComeByPages();
    void slowSubscriberGetsTheLatestOnly();
    void subscriberThatIsToldNothingIsCutOff();
    void tooLongAnswersAreErrors();
    void auditSentencesAreBounded();
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
    limits.local = 2;
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

// Whatever viewers hold, one viewer leaves another a place, and all of them the administrators here and elsewhere; what
// one leaves is free.
void TestControlLimits::everybodyHasPlacesOfHisOwn()
{
    ControlLimits limits;
    limits.viewers = 3;
    limits.perConsole = 2;
    limits.administrators = 1;
    limits.local = 1;
    ControlRig rig(limits);
    const ControlEndpoint greedy = rig.enrolled(Role::Viewer);
    const ControlEndpoint other = rig.enrolled(Role::Operator);
    std::vector<std::unique_ptr<ControlClient>> clients;
    const auto comesIn = [&](const ControlEndpoint& endpoint) {
        clients.push_back(std::make_unique<ControlClient>());
        clients.back()->open(endpoint);
        return waitOnline(*clients.back());
    };
    const auto isTurnedAway = [&](const ControlEndpoint& endpoint) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
        QSslSocket socket;
        const QSignalSpy gone(&socket, &QSslSocket::disconnected);
        connectTo(socket, endpoint);
        return QTest::qWaitFor([&gone] { return !gone.isEmpty(); }, 10000);
    };
    QVERIFY(comesIn(greedy));
    QVERIFY(comesIn(greedy));
    QVERIFY(isTurnedAway(greedy));
    QVERIFY(comesIn(other));
    QVERIFY(isTurnedAway(other));
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    QVERIFY(comesIn(administrator));
    QVERIFY(isTurnedAway(administrator));
    QVERIFY(comesIn(rig.local()));
    QCOMPARE(rig.server->connections(), 5);
    clients.front().reset();
    QTRY_COMPARE(rig.server->connections(), 4);
    QVERIFY(comesIn(other));
}

void TestControlLimits::pacesAreBounded()
{
    PeerPaces paces(0.001, 2);
    const QString guesser = QStringLiteral("guesser");
    paces.of(guesser).take();
    paces.of(guesser).take();
    for (int i = 0; i < 3 * PeerPaces::mostPeers; ++i) {
        paces.of(QString::number(i));
        QVERIFY(paces.size() <= PeerPaces::mostPeers);
    }
    QVERIFY(paces.of(guesser).isEmpty()); // the quiet ones have been forgotten
    for (int i = 0; i < 3 * PeerPaces::mostPeers; ++i) {
        paces.of(QString::number(i)).take();
        QVERIFY(paces.size() <= PeerPaces::mostPeers);
    }
}

// Whoever comes to the control port takes no descriptor of the data plane's.
void TestControlLimits::descriptorsAreReserved()
{
    const ControlLimits limits;
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    for (const rlim_t files : {256, 1024, 4096, 20000}) {
        if (files > before.rlim_max)
            continue;
        const rlimit now{files, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &now), 0);
        const ReservedDescriptors reserved = reservedDescriptors();
        const int clients = ClientLimit().most();
        ::setrlimit(RLIMIT_NOFILE, &before);
        const ControlLimits scaled = limits.within(reserved.control);
        QVERIFY(scaled.descriptors() <= reserved.control);
        QVERIFY(scaled.descriptors() + reserved.rest + 2 * clients <= int(files));
        QVERIFY(reserved.rest >= int(files) / 16 || reserved.rest >= 512);
        QVERIFY(scaled.administrators >= 1 && scaled.local >= 1 && scaled.handshakesPerAddress >= 1);
        QCOMPARE(scaled.descriptors() == limits.descriptors(), files == 20000);
        QVERIFY(files != 20000 || clients >= 9000);
    }
    QCOMPARE(limits.within(1).silent, 1);
}

void TestControlLimits::networks()
{
    const auto network = [](const char* address) { return networkOf(QHostAddress(QString::fromLatin1(address))); };
    QCOMPARE(network("192.0.2.7"), QStringLiteral("192.0.2.7"));
    QCOMPARE(network("::ffff:192.0.2.7"), QStringLiteral("192.0.2.7"));
    QCOMPARE(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2::9"));
    QVERIFY(network("2001:db8:1:2::9") != network("2001:db8:1:3::9"));
    for (const char* loopback : {"127.0.0.2", "127.255.255.254", "::1", "::ffff:127.0.0.2"})
        QCOMPARE(network(loopback), QStringLiteral("127.0.0.1"));
    QVERIFY(network("::2") != network("::1"));
    QCOMPARE(networkOf(QHostAddress(QStringLiteral("127.0.0.2")), false), QStringLiteral("127.0.0.2"));
}

void TestControlLimits::memberTwiceIsRefused()
{
    ControlRig rig;
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(R"({"jsonrpc":"2.0","id":1,"method":"policy.history","params":{"limit":1,"limit":2}})"
                 "\n");
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(decodeMessage(socket.readAll().trimmed())));
    QCOMPARE(failure.code, RpcCode::InvalidRequest);
    QCOMPARE(failure.error.subject, QStringLiteral("params.limit"));
}

// Records of 8 MiB, which are too long together for one answer.
void TestControlLimits::longRecordsComeByPages()
{
    ControlRig rig;
    for (int i = 0; i < 10; ++i) {
        const Status added = rig.records->addAudit({0, rig.clock.now(), QStringLiteral("anna"), QStringLiteral("local"),
            QStringLiteral("sessions.disconnect"), QString(8 << 20, u'x'), true});
        QVERIFY(added.ok());
    }
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    qsizetype records = 0;
    qint64 before = 0;
    while (records < 10) {
        const auto page = callAndWait(
            client, QStringLiteral("audit.list"), {{QStringLiteral("limit"), 100}, {QStringLiteral("before"), before}});
        QVERIFY(page.ok());
        const QJsonArray rows = page->value(QStringLiteral("records")).toArray();
        QVERIFY(!rows.isEmpty());
        records += rows.size();
        before = rows.last().toObject().value(QStringLiteral("number")).toInteger();
    }
    QCOMPARE(records, 10);
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

// Ids of what has ended are all that grows for one that does not read; the others go on.
void TestControlLimits::subscriberThatIsToldNothingIsCutOff()
{
    ControlLimits limits;
    limits.untoldEnds = 1000;
    ControlRig rig(limits);
    rig.plane.fill(20000);
    QLocalSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(request(QStringLiteral("sessions.subscribe"), {{QStringLiteral("interval"), 100}}));
    ControlClient reads;
    reads.open(rig.local());
    QVERIFY(waitOnline(reads));
    qsizetype told = 0;
    bool hasSnapshot = false;
    connect(&reads, &ControlClient::sessionsChanged, &reads, [&](const SessionDelta& delta) {
        told += delta.endedConnections.size();
        hasSnapshot = hasSnapshot || delta.complete;
    });
    reads.subscribeSessions(100);
    QTRY_VERIFY_WITH_TIMEOUT(hasSnapshot, 60000);
    QCOMPARE(rig.server->connections(), 2);
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("cut off: reads too slowly: more than 1000 sessions")));
    ConnectionId ended = 100000;
    rig.plane.changeSource = [&ended] {
        SessionDelta delta;
        for (int i = 0; i < 400; ++i)
            delta.endedConnections.append(++ended);
        return delta;
    };
    QTRY_COMPARE_WITH_TIMEOUT(rig.server->connections(), 1, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(told > 2000, 20000);
    QCOMPARE(rig.server->connections(), 1);
}

// The connection goes on: others of its calls are under way.
void TestControlLimits::tooLongAnswersAreErrors()
{
    ControlLimits limits;
    limits.outgoingBytes = 100000;
    ControlRig rig(limits);
    rig.plane.fill(2000);
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    const auto all = callAndWait(client, QStringLiteral("sessions.list"));
    QVERIFY(!all);
    QCOMPARE(all.error().code, ErrorCode::LimitExceeded);
    QCOMPARE(all.error().subject, QStringLiteral("sessions.list"));
    QVERIFY(all.error().detail.contains(QStringLiteral("more than 100000; ask for less")));
    const auto few = callAndWait(
        client, QStringLiteral("sessions.list"), {{QStringLiteral("filter"), QStringLiteral("program:nobody")}});
    QVERIFY(few.ok());
    QCOMPARE(client.state(), ControlClient::State::Online);
}

void TestControlLimits::auditSentencesAreBounded()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    QVERIFY(!callAndWait(client, QStringLiteral("services.control"),
        {{QStringLiteral("name"), QString(100000, u'x')}, {QStringLiteral("action"), QStringLiteral("stop")}}));
    const auto audit = rig.records->audit(1);
    QCOMPARE(audit->first().action, QStringLiteral("services.control"));
    QCOMPARE(audit->first().what.size(), 2000);
    QVERIFY(audit->first().what.endsWith(QChar(0x2026)));
}

QTEST_GUILESS_MAIN(TestControlLimits)
#include "test_controllimits.moc"
