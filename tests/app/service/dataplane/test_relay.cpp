// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentunnel.h"

#include <QTest>

#include <fcntl.h>
#include <poll.h>

#include <thread>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// Bytes that show a loss, a doubling or a change of order.
std::string pattern(std::size_t size)
{
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

// How much a socket's peer takes before it stops reading.
std::size_t fill(const BlockingSocket& socket)
{
    const std::string block(64 * 1024, 'x');
    std::size_t total = 0;
    // Stopped means that for a while there is no room: the tunnel needs moments to pass on what it has.
    pollfd wait{socket.fd(), POLLOUT, 0};
    while (::poll(&wait, 1, 300) == 1) {
        const ssize_t n = ::send(socket.fd(), block.data(), block.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0)
            total += static_cast<std::size_t>(n);
    }
    return total;
}

} // namespace

class TestRelay : public QObject
{
    Q_OBJECT

private slots:
    void movesMuchBothWays();
    void passesHalfCloseFromClient();
    void passesHalfCloseFromServer();
    void passesReset();
    void holdsBackForSlowReaders();
    void resetsWithBytesPending();
    void endsIdleTunnels();
    void keepsBusyTunnels();
    void holdsNoPipeAtRest();
};

void TestRelay::movesMuchBothWays()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    QVERIFY(tunnel.ok());
    const std::string up = pattern(24 << 20);
    const std::string down = pattern(17 << 20);
    std::thread sender([&] { tunnel.client.send(up); });
    std::thread answerer([&] { tunnel.far.send(down); });
    std::string gotUp;
    std::thread reader([&] { gotUp = tunnel.far.receive(up.size()); });
    const std::string gotDown = tunnel.client.receive(down.size());
    sender.join();
    answerer.join();
    reader.join();
    QVERIFY(gotUp == up);
    QVERIFY(gotDown == down);
    const SessionDelta now = world.waitForBytes(up.size(), down.size());
    QCOMPARE(now.connections[0].bytesSent, std::uint64_t(up.size()));
    QCOMPARE(now.connections[0].bytesReceived, std::uint64_t(down.size()));
}

void TestRelay::passesHalfCloseFromClient()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    QVERIFY(tunnel.client.send("question"));
    tunnel.client.shutdownWrite();
    QCOMPARE(tunnel.far.receive(8), std::string("question"));
    QVERIFY(tunnel.far.ended());
    // The other way stays open.
    const std::string answer = pattern(3 << 20);
    std::thread sender([&] {
        tunnel.far.send(answer);
        tunnel.far.close();
    });
    QVERIFY(tunnel.client.receive(answer.size()) == answer);
    QVERIFY(tunnel.client.ended());
    sender.join();
    QCOMPARE(world.log.rows(2)[1].status, 20000u);
}

void TestRelay::passesHalfCloseFromServer()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    tunnel.far.shutdownWrite();
    QVERIFY(tunnel.client.ended());
    QVERIFY(tunnel.client.send("still here"));
    QCOMPARE(tunnel.far.receive(10), std::string("still here"));
}

void TestRelay::passesReset()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    tunnel.far.resetNow();
    QVERIFY(tunnel.client.wasReset());
    const auto rows = world.log.rows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[1].status, 20001u);
}

void TestRelay::holdsBackForSlowReaders()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server, "anna", 16 * 1024);
    QVERIFY(tunnel.ok());
    const std::size_t taken = fill(tunnel.client);
    QVERIFY2(taken < (48u << 20), "a reader that stands still must stop its sender");
    // Everything arrives once it reads on.
    QCOMPARE(tunnel.far.receive(taken).size(), taken);
    QVERIFY(tunnel.client.send("end"));
    QCOMPARE(tunnel.far.receive(3), std::string("end"));
}

void TestRelay::resetsWithBytesPending()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server, "anna", 16 * 1024);
    QVERIFY(fill(tunnel.client) > 0);
    const SessionDelta up = world.waitForConnections(1);
    const auto ended = world.disconnect({{}, {up.connections[0].id}, "test", "pending bytes"});
    QCOMPARE(ended.size(), std::size_t(1));
    QCOMPARE(ended[0].id, up.connections[0].id);
    QVERIFY(tunnel.client.wasReset());
    QVERIFY(tunnel.far.wasReset());
}

void TestRelay::endsIdleTunnels()
{
    TestPlane world;
    world.policy.listeners.idleTimeoutSeconds = 1;
    world.enforce();
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    QVERIFY(tunnel.client.wasReset());
    QVERIFY(tunnel.far.wasReset());
    const auto rows = world.log.rows(2);
    QCOMPARE(rows[1].rule1, std::string("idle time-out"));
    QVERIFY(rows[1].milliseconds >= 900);
}

void TestRelay::keepsBusyTunnels()
{
    TestPlane world;
    world.policy.listeners.idleTimeoutSeconds = 1;
    world.enforce();
    BlockingServer server;
    OpenTunnel busy(world, server);
    // An idle one's end is the clock: the busy one outlives two of them.
    for (int lives = 0; lives < 2; ++lives) {
        OpenTunnel idle(world, server);
        QVERIFY(idle.ok());
        for (pollfd ended{idle.client.fd(), POLLIN, 0}; ::poll(&ended, 1, 200) == 0;) {
            QVERIFY(busy.client.send("tick"));
            QCOMPARE(busy.far.receive(4), std::string("tick"));
        }
    }
    QVERIFY(busy.far.send("tock"));
    QCOMPARE(busy.client.receive(4), std::string("tock"));
}

void TestRelay::holdsNoPipeAtRest()
{
    const auto openFiles = [] {
        int open = 0;
        for (int fd = 0; fd < 1024; ++fd)
            open += ::fcntl(fd, F_GETFD) != -1;
        return open;
    };
    TestPlane world(1);
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    const auto oneMore = [&] {
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
        const std::string bytes = pattern(2 << 20);
        std::thread sender([&] { tunnels.back()->client.send(bytes); });
        const bool same = tunnels.back()->far.receive(bytes.size()) == bytes;
        sender.join();
        return same;
    };
    QVERIFY(oneMore());
    const int first = openFiles();
    for (int i = 0; i < 20; ++i)
        QVERIFY(oneMore());
    // Four descriptors each: two here, two in the data plane. The pipe is the one they had in turn.
    QVERIFY2(openFiles() <= first + 20 * 4, qPrintable(QString::number(openFiles() - first)));
}

QTEST_GUILESS_MAIN(TestRelay)
#include "test_relay.moc"
