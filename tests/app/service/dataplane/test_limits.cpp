// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentunnel.h"

#include <QTest>

#include <poll.h>
#include <sys/resource.h>

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
    std::vector<Fd> hoard;
    for (int fd = 0; fd != -1; hoard.emplace_back(fd))
        fd = hoard.size() < 1000 ? ::dup(server.fd()) : -1;
    hoard.pop_back();
    const FileLimit full(static_cast<rlim_t>(hoard.back().get()) + 1);
    hoard.pop_back();
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
    hoard.clear();
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

QTEST_GUILESS_MAIN(TestLimits)
#include "test_limits.moc"
