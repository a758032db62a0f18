// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "opentunnel.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// Stands still until told.
class ManualClock final : public Clock
{
public:
    TimePoint now() const override { return TimePoint(TimePoint::duration(m_ticks.load())); }
    void move(TimePoint::duration by) { m_ticks += by.count(); }

private:
    std::atomic<TimePoint::rep> m_ticks{TimePoint(std::chrono::hours(24 * 365 * 40)).time_since_epoch().count()};
};

// Answers when told.
class HeldResolver final : public Resolver
{
public:
    void resolve(const std::string&, const IpAddress&, Handler handler) override
    {
        const std::lock_guard lock(m_mutex);
        m_handler = std::move(handler);
    }
    bool asked()
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<bool>(m_handler);
    }
    void answer(const IpAddress& address)
    {
        const std::lock_guard lock(m_mutex);
        std::exchange(m_handler, {})(Addresses{address});
    }

private:
    std::mutex m_mutex;
    Handler m_handler;
};

// A plane whose time and names are in the test's hand.
struct SlowPlane {
    ManualClock clock;
    MemoryLog log;
    MemoryFetches fetches;
    std::shared_ptr<HeldResolver> resolver = std::make_shared<HeldResolver>();
    DataPlaneImpl plane{{1, true}, clock, log, fetches, resolver};

    SlowPlane()
    {
        auto enforcement = std::make_shared<Enforcement>();
        enforcement->compiled = std::make_shared<FakePolicy>();
        plane.enforce(std::move(enforcement));
    }
    BlockingSocket connect() const
    {
        const std::string endpoint = plane.endpoint(ServiceName::Socks);
        return BlockingSocket::connectTo(
            static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
    }
};

} // namespace

// What the console is told of live connections, where time or the order of things is awkward.
class TestRegistry : public QObject
{
    Q_OBJECT

private slots:
    void addressIsToldOnceKnown();
    void sameUserAgainIsANewSession();
    void ratesGoOnWhenTheClockIsSetBack();
    void stoppingAServiceLeavesTheOthers();
    void connectionsAreFoundOnTheirShard();
    void greetingIsNoTraffic();
};

void TestRegistry::addressIsToldOnceKnown()
{
    SlowPlane world;
    BlockingServer server;
    auto client = world.connect();
    QVERIFY(client.send(socksNameRequest(server.port(), "pager.example")));
    QTRY_VERIFY(world.resolver->asked());
    SessionDelta delta = world.plane.takeChanges();
    QCOMPARE(delta.connections.size(), 1);
    QVERIFY(delta.connections[0].address.isNull());
    world.resolver->answer(IpAddress::fromV4(0x7f000001));
    QCOMPARE(client.receive(8), socksGranted);
    delta = world.plane.takeChanges();
    QCOMPARE(delta.connections.size(), 1);
    QCOMPARE(delta.connections[0].address, IpAddress::fromV4(0x7f000001));
    QCOMPARE(delta.connections[0].host, QStringLiteral("pager.example"));
}

// A session that was told to have ended stays ended; who comes back gets another.
void TestRegistry::sameUserAgainIsANewSession()
{
    TestPlane world;
    BlockingServer server;
    SessionId first = 0;
    {
        OpenTunnel tunnel(world, server);
        QVERIFY(tunnel.ok());
        const SessionDelta delta = world.plane.takeChanges();
        QCOMPARE(delta.sessions.size(), 1);
        first = delta.sessions[0].id;
    }
    QTRY_COMPARE(world.plane.services()[2].connections, 0u);
    QList<SessionId> ended;
    QTRY_VERIFY((ended += world.plane.takeChanges().endedSessions, !ended.isEmpty()));
    QCOMPARE(ended, QList<SessionId>{first});
    OpenTunnel again(world, server);
    QVERIFY(again.ok());
    const SessionDelta delta = world.plane.takeChanges();
    QCOMPARE(delta.sessions.size(), 1);
    QVERIFY(delta.sessions[0].id != first);
    QCOMPARE(delta.connections.size(), 1);
    QCOMPARE(delta.connections[0].session, delta.sessions[0].id);
}

void TestRegistry::ratesGoOnWhenTheClockIsSetBack()
{
    SlowPlane world;
    BlockingServer server;
    auto client = world.connect();
    QVERIFY(client.send(socksRequest(1, server.port(), 0x7f000001)));
    QCOMPARE(client.receive(8), socksGranted);
    auto far = server.accept();
    (void)world.plane.takeChanges();
    world.clock.move(-std::chrono::hours(1));
    const auto passOn = [&](const std::string& bytes, std::uint64_t all) {
        QVERIFY(client.send(bytes));
        QCOMPARE(far.receive(bytes.size()), bytes);
        // The count follows the bytes by a moment; only then a second passes.
        QTRY_COMPARE(world.plane.snapshot().connections.at(0).bytesSent, all);
    };
    // Nobody knows how long these took.
    passOn("123", 3);
    (void)world.plane.takeChanges();
    passOn("12345", 8);
    world.clock.move(std::chrono::seconds(1));
    const SessionDelta delta = world.plane.takeChanges();
    QCOMPARE(delta.connections.size(), 1);
    QCOMPARE(delta.connections.at(0).sendRate, 5.0);
}

void TestRegistry::stoppingAServiceLeavesTheOthers()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel socks(world, server);
    QVERIFY(socks.ok());
    const std::string connect = "CONNECT 127.0.0.1:" + std::to_string(server.port())
        + " HTTP/1.1\r\nHost: x\r\nSallyport-Application: firefox\r\n\r\n";
    const auto open = [&](ServiceName service) {
        auto client = BlockingSocket::connectTo(world.port(service));
        client.send(connect);
        return receiveHead(client).starts_with("HTTP/1.1 200 ") ? std::move(client) : BlockingSocket();
    };
    auto program = open(ServiceName::Firewall);
    auto programFar = server.accept();
    auto browser = open(ServiceName::WebProxy);
    auto browserFar = server.accept();
    QVERIFY(program.ok() && browser.ok());
    QCOMPARE(world.waitForConnections(3).connections.size(), 3);

    const auto ended = world.stop(ServiceName::Firewall);
    QCOMPARE(ended.size(), std::size_t(1));
    QVERIFY(program.wasReset() && programFar.wasReset());
    QVERIFY(world.start(ServiceName::Firewall).ok());
    QVERIFY(socks.client.send("on"));
    QCOMPARE(socks.far.receive(2), std::string("on"));
    QVERIFY(browser.send("on"));
    QCOMPARE(browserFar.receive(2), std::string("on"));
    QCOMPARE(world.waitForConnections(2).connections.size(), 2);
}

void TestRegistry::connectionsAreFoundOnTheirShard()
{
    TestPlane world(4);
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 64; ++i)
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
    const SessionDelta up = world.waitForConnections(64);
    for (const Connection& connection : up.connections) {
        const auto ended = world.disconnect({{}, {connection.id}, "carla", {}});
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended[0].id, connection.id);
    }
    for (const auto& tunnel : tunnels)
        QVERIFY(tunnel->client.wasReset());
}

// What the service itself says to a client is not counted, and nothing of what the server says is left out for it,
// however slowly the client takes it.
void TestRegistry::greetingIsNoTraffic()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server, "anna", 4096);
    QVERIFY(tunnel.ok());
    const std::string block(100'000, 'x');
    std::thread sender([&] {
        for (int i = 0; i < 50; ++i)
            tunnel.far.send(block);
    });
    const bool whole = tunnel.client.receive(50 * block.size()).size() == 50 * block.size();
    sender.join();
    QVERIFY(whole);
    QCOMPARE(world.waitForBytes(0, 50 * block.size()).connections[0].bytesReceived, 50 * block.size());
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
