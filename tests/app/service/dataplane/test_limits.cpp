// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentunnel.h"

#include <QTest>

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// The file limit while it lives. Only the soft one, which may be raised again.
class FileLimit
{
public:
    explicit FileLimit(rlim_t files)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit limit{files, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
};

// Takes every descriptor below a new limit but one.
class Hoard
{
public:
    explicit Hoard(int fd)
    {
        for (int copy = 0; copy != -1; m_taken.emplace_back(copy))
            copy = m_taken.size() < 1000 ? ::dup(fd) : -1;
        m_taken.pop_back();
        m_limit.emplace(static_cast<rlim_t>(m_taken.back().get()) + 1);
        m_taken.pop_back();
    }
    void release() { m_taken.clear(); }

private:
    std::vector<Fd> m_taken;
    std::optional<FileLimit> m_limit;
};

bool pingPong(OpenTunnel& tunnel)
{
    return tunnel.client.send("ping") && tunnel.far.receive(4) == "ping";
}

// What this process computes in the half second in which nothing comes to the socket.
std::chrono::microseconds processorTimeWhileWaiting(const BlockingSocket& socket)
{
    const auto used = [] {
        rusage now{};
        ::getrusage(RUSAGE_SELF, &now);
        return std::chrono::seconds(now.ru_utime.tv_sec + now.ru_stime.tv_sec)
            + std::chrono::microseconds(now.ru_utime.tv_usec + now.ru_stime.tv_usec);
    };
    const auto before = used();
    pollfd wait{socket.fd(), POLLIN, 0};
    ::poll(&wait, 1, 500);
    return used() - before;
}

bool hasBytes(const BlockingSocket& socket)
{
    pollfd now{socket.fd(), POLLIN, 0};
    return ::poll(&now, 1, 0) == 1;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void refusesOverTheLimit();
    void waitsForPlaces();
    void pausesWithoutDescriptors();
    void timesOutConnects();
    void timesOutHandshakes();
    void timesOutBind();
    void refusesBindWithoutDescriptors();
    void discardsWithinReason();
};

void TestLimits::refusesOverTheLimit()
{
    TestPlane world;
    world.policy.listeners.connectionLimit = 3;
    world.enforce();
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 3; ++i) {
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
        QVERIFY(tunnels.back()->ok());
    }
    auto fourth = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(fourth.wasReset());
    QCOMPARE(world.log.rows(4)[3].rule1, std::string("connection limit"));
    tunnels.pop_back();
    QCOMPARE(world.log.rows(5)[4].operation, LogOperation::Close);
    // A place is free when the client's socket is closed, a moment after its row.
    std::optional<OpenTunnel> next;
    QTRY_VERIFY((next && next->ok()) || next.emplace(world, server).ok());
}

void TestLimits::waitsForPlaces()
{
    // 40 files: 10 in reserve, two for each of 15 clients.
    std::optional<FileLimit> small(std::in_place, 40);
    TestPlane world(1);
    small.reset();
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 15; ++i) {
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
        QVERIFY(tunnels.back()->ok());
    }
    auto next = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(next.send(socksRequest(1, server.port(), 0x7f000001)));
    QVERIFY(pingPong(*tunnels.front()));
    QVERIFY(pingPong(*tunnels.front()));
    QVERIFY(!hasBytes(next));
    tunnels.pop_back();
    QCOMPARE(next.receive(8), socksGranted);
    QVERIFY(pingPong(*tunnels.front()));
}

void TestLimits::pausesWithoutDescriptors()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel before(world, server);
    QVERIFY(before.ok());
    Hoard hoard(server.fd());
    auto late = BlockingSocket::connectTo(world.port(ServiceName::Socks)); // takes the last one
    QVERIFY(late.ok());
    QVERIFY(late.send(socksRequest(1, server.port(), 0x7f000001)));
    // What is up works on while nobody can be let in.
    QVERIFY(pingPong(before));
    QVERIFY(pingPong(before));
    QVERIFY(!hasBytes(late));
    // Nor does the service turn in circles over whom it can't let in.
    const std::chrono::microseconds busy = processorTimeWhileWaiting(late);
    QVERIFY2(busy < std::chrono::milliseconds(200), qPrintable(QString::number(busy.count())));
    hoard.release();
    QCOMPARE(late.receive(8), socksGranted);
}

void TestLimits::timesOutConnects()
{
    TestPlane world;
    world.policy.listeners.connectTimeoutSeconds = 1;
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksNameRequest(80, "never")));
    QCOMPARE(client.receive(8), socksRejected);
    const auto rows = world.log.rows(1);
    QCOMPARE(rows[0].status, 10060u);
    QVERIFY(rows[0].milliseconds >= 900);
}

void TestLimits::timesOutHandshakes()
{
    TestPlane world;
    world.policy.listeners.connectTimeoutSeconds = 1;
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(std::string{4, 1}));
    QVERIFY(client.ended());
}

void TestLimits::timesOutBind()
{
    FixedTimeouts timeouts;
    timeouts.bind = std::chrono::milliseconds(300);
    TestPlane world(1, timeouts);
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0x7f000001)));
    const std::string granted = client.receive(8);
    QCOMPARE(granted.substr(0, 2), socksGranted.substr(0, 2));
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    QVERIFY(!BlockingSocket::connectTo(boundPort(granted)).ok());
    const auto rows = world.log.rows(1);
    QCOMPARE(rows[0].operation, LogOperation::Close);
    QCOMPARE(rows[0].method, std::string("BIND"));
    QCOMPARE(rows[0].status, 10060u);
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestLimits::refusesBindWithoutDescriptors()
{
    TestPlane world(1);
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0x7f000001)));
    const std::string granted = client.receive(8);
    QCOMPARE(granted.substr(0, 2), socksGranted.substr(0, 2));
    Hoard hoard(client.fd());
    auto peer = BlockingSocket::connectTo(boundPort(granted)); // takes the last one
    QVERIFY(peer.ok());
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    QVERIFY(peer.wasReset());
    QCOMPARE(world.log.rows(1)[0].status, 10055u);
}

// Whoever never stops sending gets no more of the shard's time than anybody else.
void TestLimits::discardsWithinReason()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends), 0);
    const Fd far(ends[1]);
    boost::asio::io_context context;
    Poller poller(context, [] { return false; });
    Socket socket(poller, Fd(ends[0]), nullptr);
    const std::string flood(100, 'f');
    QCOMPARE(::write(far.get(), flood.data(), flood.size()), ssize_t(100));
    char scratch[2];
    socket.discardReceived(scratch);
    char rest[100];
    const IoResult left = socket.read(rest, sizeof rest);
    QVERIFY(left.state == IoState::Done && left.bytes > 0 && left.bytes < flood.size());
}

QTEST_GUILESS_MAIN(TestLimits)
#include "test_limits.moc"
