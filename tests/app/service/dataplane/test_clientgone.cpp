// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"

#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>

#include <linux/sockios.h>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

FixedTimeouts impatient()
{
    FixedTimeouts timeouts;
    timeouts.halfClosed = std::chrono::milliseconds(100);
    return timeouts;
}

int option(int fd, int level, int name)
{
    int value = 0;
    socklen_t size = sizeof value;
    ::getsockopt(fd, level, name, &value, &size);
    return value;
}

std::string ask(const QByteArray& kind, std::uint16_t port, bool unresolved)
{
    const std::string host = unresolved ? "never" : "127.0.0.1";
    const std::string at = host + ":" + std::to_string(port);
    if (kind == "GET")
        return "GET http://" + at + "/ HTTP/1.1\r\nHost: x\r\n\r\n";
    if (kind == "Upgrade")
        return "GET http://" + at + "/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    if (kind == "SOCKS")
        return unresolved ? socksNameRequest(port, host) : socksRequest(1, port, 0x7f000001);
    return "CONNECT " + at + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

ServiceName serviceFor(const QByteArray& kind)
{
    return kind == "SOCKS"          ? ServiceName::Socks
        : kind == "Firewall Client" ? ServiceName::Firewall
                                    : ServiceName::WebProxy;
}

} // namespace

// A client that goes without a reset looks like one that has only finished sending. It gets what arrives soon, and
// holds neither sockets nor a row for longer, on whichever way it came.
class TestClientGone : public QObject
{
    Q_OBJECT

private slots:
    void givesUpTheServer_data();
    void givesUpTheServer();
    void givesUpALookUp_data();
    void givesUpALookUp();
    void endsWhenTheServerEnded();
    void endsBindThatNobodyCameTo();
    void endsAReplyThatStands();
    void endsWithBytesNobodyTakes();
    void servesAHalfClosedClientInTime_data();
    void servesAHalfClosedClientInTime();
    void tellsAHalfClosedClient();
    void waitsOnceForAllThatWasAsked();
    void logsAClientThatLeft();
    void asksSilentPeersForASignOfLife();
};

void TestClientGone::givesUpTheServer_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char* kind : {"GET", "CONNECT", "Upgrade", "SOCKS", "Firewall Client"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestClientGone::givesUpTheServer()
{
    QFETCH(QByteArray, kind);
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(serviceFor(kind)));
    QVERIFY(client.send(ask(kind, server.port(), false)));
    BlockingSocket far = server.accept();
    QVERIFY(far.ok());
    if (kind == "GET")
        receiveHead(far);
    if (kind == "Upgrade") {
        receiveHead(far);
        QVERIFY(far.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"));
        QVERIFY(receiveHead(client).starts_with("HTTP/1.1 101 "));
    }
    // What is unread at a close makes it a reset.
    if (kind == "SOCKS")
        QCOMPARE(client.receive(8), socksGranted);
    else if (kind != "GET" && kind != "Upgrade")
        QVERIFY(receiveHead(client).starts_with("HTTP/1.1 200 "));
    QCOMPARE(world.waitForConnections(1).connections.size(), 1);
    client.close();
    QVERIFY(far.ended());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestClientGone::givesUpALookUp_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char* kind : {"CONNECT", "SOCKS", "Firewall Client"})
        QTest::newRow(kind) << QByteArray(kind);
}

// "never" gets no answer; the policy's own time-out for connecting is much longer.
void TestClientGone::givesUpALookUp()
{
    QFETCH(QByteArray, kind);
    TestPlane world(1, impatient());
    world.policy.listeners.connectTimeoutSeconds = 600;
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(serviceFor(kind)));
    QVERIFY(client.send(ask(kind, 80, true)));
    QCOMPARE(world.waitForConnections(1).connections.size(), 1);
    client.shutdownWrite();
    const std::string answer = receiveAll(client);
    QVERIFY2(kind == "SOCKS" ? answer == socksRejected : answer.starts_with("HTTP/1.1 504 "), answer.c_str());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
    QCOMPARE(world.log.rows(1)[0].operation, LogOperation::Close);
}

void TestClientGone::endsWhenTheServerEnded()
{
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send(ask("CONNECT", server.port(), false)));
    BlockingSocket far = server.accept();
    QVERIFY(receiveHead(client).starts_with("HTTP/1.1 200 "));
    far.close();
    QVERIFY(client.ended());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
    QCOMPARE(world.log.rows(2)[1].rule1, std::string("one side had ended"));
}

// Bytes that wait for the tunnel must not hide the end behind them.
void TestClientGone::endsBindThatNobodyCameTo()
{
    TestPlane world(1, impatient());
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0x7f000001) + "early"));
    const std::string granted = client.receive(8);
    client.shutdownWrite();
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(!BlockingSocket::connectTo(boundPort(granted)).ok());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestClientGone::endsAReplyThatStands()
{
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send(ask("GET", server.port(), false)));
    BlockingSocket far = server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n"));
    QVERIFY(receiveHead(client).starts_with("HTTP/1.1 200 "));
    QCOMPARE(client.receive(9), std::string("data: 1\n\n"));
    client.shutdownWrite();
    QVERIFY(far.ended());
    // Not an end that would make half a stream look like a whole one.
    QVERIFY(client.wasReset());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
    QCOMPARE(world.log.rows(1)[0].status, 200u);
}

// The client's end stands behind bytes that the server never takes.
void TestClientGone::endsWithBytesNobodyTakes()
{
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(ask("SOCKS", server.port(), false)));
    QCOMPARE(client.receive(8), socksGranted);
    BlockingSocket far = server.accept(4096);
    const std::string block(64 * 1024, 'x');
    const auto waiting = [&client](unsigned long queue) {
        int bytes = 0;
        return ::ioctl(client.fd(), queue, &bytes) == 0 ? bytes : 0;
    };
    // Whatever the buffers on the way hold: more than the relay can pass on. Its window is shut once all that was sent
    // has been taken, and more waits.
    const auto shut = [&] {
        while (::send(client.fd(), block.data(), block.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) { }
        return waiting(SIOCOUTQNSD) > 0 && waiting(SIOCOUTQNSD) == waiting(SIOCOUTQ);
    };
    QTRY_VERIFY_WITH_TIMEOUT(shut(), 30000);
    // The end itself leaves only when all before it has: the server takes as little as that needs.
    while (waiting(SIOCOUTQ) > 0)
        QVERIFY(!far.receive(1024).empty());
    client.shutdownWrite();
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestClientGone::servesAHalfClosedClientInTime_data()
{
    givesUpTheServer_data();
}

// With the time-out that the service has by default, an answer that takes its time gets through.
void TestClientGone::servesAHalfClosedClientInTime()
{
    QFETCH(QByteArray, kind);
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(serviceFor(kind)));
    QVERIFY(client.send(ask(kind, server.port(), false)));
    client.shutdownWrite();
    BlockingSocket far = server.accept();
    if (kind == "GET" || kind == "Upgrade")
        receiveHead(far);
    else
        QVERIFY(far.ended());
    QVERIFY(far.send(kind == "Upgrade"
            ? "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nanswer"
            : kind == "GET" ? withLength("HTTP/1.1 200 OK", "answer")
                            : "answer"));
    far.close();
    QVERIFY(receiveAll(client).ends_with("answer"));
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestClientGone::tellsAHalfClosedClient()
{
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send(ask("GET", server.port(), false)));
    client.shutdownWrite();
    BlockingSocket far = server.accept();
    receiveHead(far);
    QVERIFY(receiveAll(client).starts_with("HTTP/1.1 504 "));
}

// Further requests would be waited for as long, one after the other.
void TestClientGone::waitsOnceForAllThatWasAsked()
{
    TestPlane world(1, impatient());
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    std::string all;
    for (int i = 0; i < 5; ++i)
        all += ask("GET", server.port(), false);
    QVERIFY(client.send(all));
    client.shutdownWrite();
    BlockingSocket far = server.accept();
    receiveHead(far);
    const std::string answer = receiveAll(client);
    QVERIFY(answer.starts_with("HTTP/1.1 504 "));
    QCOMPARE(answer.rfind("HTTP/1.1 504 "), std::size_t(0));
    QVERIFY(answer.find("\r\nConnection: close\r\n") != std::string::npos);
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestClientGone::logsAClientThatLeft()
{
    TestPlane world(1, impatient());
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send(ask("GET", 80, true)));
    client.close();
    QCOMPARE(world.log.rows(1)[0].status, 499u);
}

void TestClientGone::asksSilentPeersForASignOfLife()
{
    TestPlane world(1);
    BlockingServer server;
    // Sockets of this process: the service's ends are those that are neither ours nor listening.
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(ask("SOCKS", server.port(), false)));
    QCOMPARE(client.receive(8), socksGranted);
    BlockingSocket far = server.accept();
    int ends = 0;
    for (int fd = 3; fd < 1024; ++fd) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (fd == client.fd() || fd == far.fd() || ::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0
            || peer.sin_family != AF_INET)
            continue;
        ++ends;
        QVERIFY(option(fd, SOL_SOCKET, SO_KEEPALIVE) != 0);
        const int seconds = option(fd, IPPROTO_TCP, TCP_KEEPIDLE)
            + option(fd, IPPROTO_TCP, TCP_KEEPINTVL) * option(fd, IPPROTO_TCP, TCP_KEEPCNT);
        QVERIFY2(seconds <= 180, qPrintable(QString::number(seconds)));
    }
    QCOMPARE(ends, 2);
}

QTEST_GUILESS_MAIN(TestClientGone)
#include "test_clientgone.moc"
