// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentunnel.h"

#include <QScopeGuard>
#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

ServiceStatus socks(const TestPlane& world)
{
    return world.plane.services()[2];
}

// A plane that listens where the policy says.
struct FixedPlane {
    SystemClock clock;
    MemoryLog log;
    MemoryFetches fetches;
    Policy policy;
    DataPlaneImpl plane{{1, false}, clock, log, fetches, std::make_shared<FakeResolver>()};

    FixedPlane()
    {
        policy.listeners.webProxy.enabled = false;
        policy.listeners.firewallClient.enabled = false;
    }
    void listenOn(int port)
    {
        policy.filters.socks.port = port;
        auto enforcement = std::make_shared<Enforcement>();
        enforcement->policy = policy;
        enforcement->compiled = std::make_shared<FakePolicy>();
        plane.enforce(std::move(enforcement));
    }
};

std::uint16_t freePort()
{
    return BlockingServer().port();
}

} // namespace

class TestServices : public QObject
{
    Q_OBJECT

private slots:
    void stopsAndStarts();
    void stopsHandshakesToo();
    void staysStoppedThroughApply();
    void refusesToStartAgainstPolicy();
    void movesOnlyWhatChanged();
    void listensOnIpv6();
    void waitsOnALinkLocalAddress();
    void tellsThatAPortIsTaken();
    void takesThePortOnceItIsFree();
    void saysWhatItWaitsForOnce();
    void whatIsStoppedIsNotTriedAgain();
    void saysWhoStoppedIt();
};

void TestServices::stopsAndStarts()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    QVERIFY(tunnel.ok());
    const std::uint16_t port = world.port(ServiceName::Socks);
    QCOMPARE(socks(world).state, ServiceState::Running);
    const auto ended = world.stop(ServiceName::Socks);
    QCOMPARE(ended.size(), std::size_t(1));
    QCOMPARE(ended[0].port, server.port());
    QVERIFY(tunnel.client.wasReset());
    QVERIFY(tunnel.far.wasReset());
    QCOMPARE(socks(world).state, ServiceState::Stopped);
    QVERIFY(!BlockingSocket::connectTo(port).ok());

    QVERIFY(world.start(ServiceName::Socks).ok());
    QCOMPARE(world.port(ServiceName::Socks), port);
    QVERIFY(OpenTunnel(world, server).ok());
}

void TestServices::stopsHandshakesToo()
{
    TestPlane world;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(std::string{4, 1, 0}));
    // A tunnel through the same door says that the client before it was taken in.
    BlockingServer server;
    QVERIFY(OpenTunnel(world, server).ok());
    world.stop(ServiceName::Socks);
    QVERIFY(client.wasReset());
}

void TestServices::staysStoppedThroughApply()
{
    TestPlane world;
    world.stop(ServiceName::Socks);
    world.policy.listeners.idleTimeoutSeconds = 60;
    world.enforce();
    QCOMPARE(socks(world).state, ServiceState::Stopped);
    QVERIFY(world.start(ServiceName::Socks).ok());
    QCOMPARE(socks(world).state, ServiceState::Running);
}

void TestServices::refusesToStartAgainstPolicy()
{
    TestPlane world;
    world.policy.filters.socks.enabled = false;
    world.enforce();
    const Status started = world.start(ServiceName::Socks);
    QVERIFY(!started.ok());
    QVERIFY(started.error().detail.contains(QStringLiteral("policy")));
    QCOMPARE(socks(world).state, ServiceState::Stopped);
}

void TestServices::movesOnlyWhatChanged()
{
    FixedPlane world;
    const std::uint16_t first = freePort();
    world.listenOn(first);
    QCOMPARE(world.plane.services()[2].state, ServiceState::Running);
    auto waiting = BlockingSocket::connectTo(first);
    QVERIFY(waiting.ok());
    // The same listener again: whoever is connected stays.
    world.listenOn(first);
    BlockingServer server;
    QVERIFY(waiting.send(socksRequest(1, server.port(), 0x7f000001)));
    QCOMPARE(waiting.receive(8), socksGranted);

    const std::uint16_t second = freePort();
    world.listenOn(second);
    QVERIFY(!BlockingSocket::connectTo(first).ok());
    QVERIFY(BlockingSocket::connectTo(second).ok());
    // Another address on the same port.
    world.policy.filters.socks.address = IpAddress::fromV4(0);
    world.listenOn(second);
    QCOMPARE(world.plane.services()[2].state, ServiceState::Running);
    QVERIFY(BlockingSocket::connectTo(second).ok());
}

void TestServices::listensOnIpv6()
{
    const BlockingServer v6(true);
    if (v6.port() == 0)
        QSKIP("this machine has no IPv6");
    FixedPlane world;
    world.policy.filters.socks.address = *IpAddress::parse(std::string_view("::1"));
    const std::uint16_t port = freePort();
    world.listenOn(port);
    QCOMPARE(world.plane.endpoint(ServiceName::Socks), "[::1]:" + std::to_string(port));
    BlockingServer server;
    auto client = BlockingSocket::connectTo(port, true);
    QVERIFY(client.send(socksRequest(1, server.port(), 0x7f000001)));
    QCOMPARE(client.receive(8), socksGranted);
    const SessionDelta up = world.plane.snapshot();
    QCOMPARE(up.sessions.size(), 1);
    QCOMPARE(up.sessions[0].client, *IpAddress::parse(std::string_view("::1")));
}

// No policy is applied with such an address any more; a stored one may have it, and the others serve on.
void TestServices::waitsOnALinkLocalAddress()
{
    FixedPlane world;
    world.policy.filters.socks.address = *IpAddress::parse(std::string_view("fe80::1"));
    world.policy.listeners.webProxy.enabled = true;
    world.policy.listeners.webProxy.address = IpAddress::fromV4(0x7f000001);
    world.policy.listeners.webProxy.port = freePort();
    world.listenOn(freePort());
    const auto services = world.plane.services();
    QCOMPARE(services[1].state, ServiceState::Running);
    QCOMPARE(services[2].state, ServiceState::Failed);
    QVERIFY2(services[2].detail.contains(QStringLiteral("trying again")), qPrintable(services[2].detail));
}

void TestServices::tellsThatAPortIsTaken()
{
    const BlockingServer other;
    FixedPlane world;
    world.listenOn(other.port());
    const ServiceStatus status = world.plane.services()[2];
    QCOMPARE(status.state, ServiceState::Failed);
    QVERIFY(status.detail.contains(QString::number(other.port())));
    QVERIFY(status.endpoint.isEmpty());
    world.listenOn(freePort());
    QCOMPARE(world.plane.services()[2].state, ServiceState::Running);
}

void TestServices::takesThePortOnceItIsFree()
{
    auto other = std::make_unique<BlockingServer>();
    const std::uint16_t port = other->port();
    FixedPlane world;
    world.listenOn(port);
    world.plane.retryListeners();
    QCOMPARE(world.plane.services()[2].state, ServiceState::Failed);
    other.reset();
    world.plane.retryListeners();
    QCOMPARE(world.plane.services()[2].state, ServiceState::Running);
    QVERIFY(world.plane.services()[2].detail.isEmpty());
    QVERIFY(BlockingSocket::connectTo(port).ok());
    // What runs is left alone.
    auto waiting = BlockingSocket::connectTo(port);
    world.plane.retryListeners();
    BlockingServer server;
    QVERIFY(waiting.send(socksRequest(1, server.port(), 0x7f000001)));
    QCOMPARE(waiting.receive(8), socksGranted);
}

// Once for each cause, however often it is tried, and once when it is over.
void TestServices::saysWhatItWaitsForOnce()
{
    static QStringList said;
    said.clear();
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& message) { said.append(message); });
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    auto other = std::make_unique<BlockingServer>();
    FixedPlane world;
    world.listenOn(other->port());
    for (int i = 0; i < 5; ++i)
        world.plane.retryListeners();
    QCOMPARE(said.size(), 1);
    QVERIFY(said.constFirst().contains(QString::number(other->port())));
    QVERIFY(said.constFirst().contains(QStringLiteral("trying again")));
    QVERIFY(world.plane.services()[2].detail.contains(QStringLiteral("trying again")));
    // An address that this computer does not have is another cause.
    world.policy.filters.socks.address = *IpAddress::parse(std::string_view("192.0.2.1"));
    world.listenOn(other->port());
    world.plane.retryListeners();
    QCOMPARE(said.size(), 2);
    QVERIFY(said.constLast().contains(QStringLiteral("192.0.2.1")));
    world.policy.filters.socks.address = IpAddress::fromV4(0x7f000001);
    world.listenOn(freePort());
    QCOMPARE(said.size(), 3);
    QVERIFY(said.constLast().contains(QStringLiteral("listens on 127.0.0.1")));
}

void TestServices::whatIsStoppedIsNotTriedAgain()
{
    auto other = std::make_unique<BlockingServer>();
    const std::uint16_t port = other->port();
    FixedPlane world;
    world.listenOn(port);
    world.plane.stopService(ServiceName::Socks, "anna", {});
    other.reset();
    world.plane.retryListeners();
    QCOMPARE(world.plane.services()[2].state, ServiceState::Stopped);
    QVERIFY(!BlockingSocket::connectTo(port).ok());
}

void TestServices::saysWhoStoppedIt()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel tunnel(world, server);
    QVERIFY(tunnel.ok());
    world.stop(ServiceName::Socks);
    QCOMPARE(socks(world).detail, QStringLiteral("stopped by anna"));
    QCOMPARE(world.log.rows(2)[1].rule1, std::string("disconnected by anna: the service was stopped"));
}

QTEST_GUILESS_MAIN(TestServices)
#include "test_services.moc"
