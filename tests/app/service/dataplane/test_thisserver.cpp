// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/connector.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/thisserver.h"
#include "app/service/dataplane/upstreampool.h"
#include "httptalk.h"
#include "models/policy/rulewords.h"
#include "testplane.h"

#include <QCoreApplication>
#include <QTest>

#include <fcntl.h>

#include <cstdlib>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

IpAddress ip(const char* text)
{
    return *IpAddress::parse(std::string_view(text));
}

const IpAddress elsewhere = ip("192.0.2.77");
const IpAddress here = ip("127.0.0.1");
const std::string authority = "intranet.example:80";

// The pool of a shard whose thread does not run: no event and no tick comes between two calls.
struct StillPool {
    explicit StillPool(const FixedTimeouts& timeouts = {})
        : world{clock, log, fetches, resolver, registry, enforcement, clients, listeners, timeouts}
    {
    }
    // Puts in a connection that is said to lead to `address`; the far end of it.
    BlockingSocket giveBack(const IpAddress& address, bool bodiless = false)
    {
        const SockAddress to(here, server.port());
        Fd fd(::socket(to.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (::connect(fd.get(), to.data(), to.size) != 0 || ::fcntl(fd.get(), F_SETFL, O_NONBLOCK) != 0)
            return {};
        pool.giveBack(authority, {std::make_unique<Socket>(shard.poller(), std::move(fd), nullptr), address}, bodiless);
        return server.accept();
    }

    const SystemClock clock;
    MemoryLog log;
    MemoryFetches fetches;
    FakeResolver resolver;
    SessionRegistry registry;
    EnforcementSource enforcement;
    ClientLimit clients;
    OwnListeners listeners;
    World world;
    Shard shard{0, world};
    UpstreamPool pool{shard};
    BlockingServer server;
};

} // namespace

class TestThisServer : public QObject
{
    Q_OBJECT

private slots:
    void judgesAddresses_data();
    void judgesAddresses();
    void knowsItsListeners();
    void servesNobodyItsOwnListeners_data();
    void servesNobodyItsOwnListeners();
    void guardsTheControlChannel();
    void saysWhy();
    void rootedNamesStayRooted_data();
    void rootedNamesStayRooted();
    void judgesPooledConnectionsAgain();
    void looksTwiceBehindNoBody();
    void knowsItsAddressesInANetworkOfItsOwn();
    void knowsItsAddresses();
};

void TestThisServer::judgesAddresses_data()
{
    QTest::addColumn<bool>("fromElsewhere");
    QTest::addColumn<bool>("fromHere");
    const auto row = [](const char* address, bool fromElsewhere, bool fromHere) {
        QTest::newRow(address) << fromElsewhere << fromHere;
    };
    row("127.0.0.1", false, true);
    row("127.255.1.2", false, true);
    row("::1", false, true);
    row("::ffff:127.0.0.1", false, true);
    row("::127.0.0.1", false, true);
    row("::ffff:0:127.0.0.1", false, true);
    row("64:ff9b::127.0.0.1", false, true);
    row("64:ff9b:1::7f00:1", false, true);
    row("2002:7f00:1::", false, true);
    row("169.254.169.254", false, true);
    row("fe80::1", false, true);
    row("febf::1", false, true);
    row("0.0.0.0", false, false);
    row("0.1.2.3", false, false);
    row("::", false, false);
    row("64:ff9b::", false, false);
    row("192.0.2.1", true, true);
    row("10.0.0.1", true, true);
    row("128.0.0.1", true, true);
    row("169.253.0.1", true, true);
    row("fec0::1", true, true);
    row("2001:db8::1", true, true);
    row("64:ff9b::192.0.2.1", true, true);
}

void TestThisServer::judgesAddresses()
{
    QFETCH(bool, fromElsewhere);
    QFETCH(bool, fromHere);
    const IpAddress address = ip(QTest::currentDataTag());
    QCOMPARE(mayReach(address, elsewhere).ok(), fromElsewhere);
    QCOMPARE(mayReach(address, here).ok(), fromHere);
    QCOMPARE(mayReach(address, {}).ok(), fromElsewhere);
}

void TestThisServer::knowsItsListeners()
{
    OwnListeners own;
    QVERIFY(!own.contains(here, 8080));
    {
        const OwnListeners::Entry one(own, here, 8080);
        const OwnListeners::Entry every(own, IpAddress::fromV4(0), 1080);
        OwnListeners::Entry both(own, {}, 1745);
        QVERIFY(own.contains(here, 8080));
        QVERIFY(!own.contains(ip("127.0.0.2"), 8080));
        QVERIFY(own.contains(ip("127.0.0.2"), 1080));
        QVERIFY(!own.contains(ip("::1"), 1080));
        QVERIFY(!own.contains(elsewhere, 1080));
        QVERIFY(own.contains(here, 1745) && own.contains(ip("::1"), 1745));
        // The same port on another computer is no affair of ours; on any address of this one it is.
        if (const auto lan = sourceTowards(elsewhere); lan && !lan->isNull())
            QVERIFY(own.contains(*lan, 1080) && !own.contains(*lan, 8080));
        both = {};
        QVERIFY(!own.contains(here, 1745));
    }
    QVERIFY(!own.contains(here, 8080) && !own.contains(here, 1080));
}

void TestThisServer::servesNobodyItsOwnListeners_data()
{
    QTest::addColumn<ServiceName>("to");
    QTest::addColumn<QString>("host");
    for (const ServiceName to : Services::names) {
        for (const char* host : {"127.0.0.1", "127.0.0.1.", "[::ffff:127.0.0.1]", "0.0.0.0", "alias.example"})
            QTest::addRow("%d %s", static_cast<int>(to), host) << to << QString::fromLatin1(host);
    }
}

void TestThisServer::servesNobodyItsOwnListeners()
{
    QFETCH(ServiceName, to);
    QFETCH(QString, host);
    TestPlane world;
    world.resolver->names["alias.example"] = {here};
    const std::uint16_t port = world.port(to);
    const std::string target = host.toStdString() + ':' + std::to_string(port);

    auto web = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(web.send("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    const std::string page = receiveAll(web);
    QVERIFY2(page.starts_with("HTTP/1.1 403 ") && page.find(ruleword::thisServer) != std::string::npos, page.c_str());

    auto firewall = BlockingSocket::connectTo(world.port(ServiceName::Firewall));
    QVERIFY(firewall.send("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\nSallyport-Application: a.exe\r\n\r\n"));
    QVERIFY(receiveAll(firewall).starts_with("HTTP/1.1 403 "));

    std::string name = host.toStdString();
    std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
    auto socks = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(socks.send(socksNameRequest(port, name)));
    QCOMPARE(socks.receive(8), socksRejected);
    const auto rows = world.log.rows(3);
    QCOMPARE(rows.size(), std::size_t(3));
    for (const LogRecord& row : rows) {
        QCOMPARE(row.operation, LogOperation::Denied);
        QCOMPARE(row.rule1, std::string(ruleword::thisServer));
        QCOMPARE(row.address, host == QLatin1String("0.0.0.0") ? IpAddress::fromV4(0) : here);
    }
}

void TestThisServer::guardsTheControlChannel()
{
    TestPlane world;
    const BlockingServer control;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(1, control.port(), 0x7f000001)));
    QCOMPARE(client.receive(8), socksGranted);
    world.plane.guard(here, control.port());
    client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(1, control.port(), 0x7f000001)));
    QCOMPARE(client.receive(8), socksRejected);
}

void TestThisServer::saysWhy()
{
    OwnListeners own;
    const Status loopback = mayConnect(here, 80, elsewhere, own);
    QCOMPARE(loopback.error().code, ErrorCode::PermissionDenied);
    QVERIFY(loopback.error().detail.contains(QLatin1String("127.0.0.1, this server itself")));
    QVERIFY(mayConnect(ip("169.254.169.254"), 80, elsewhere, own).error().detail.contains(QLatin1String("link-local")));
    QVERIFY(mayConnect(here, 80, here, own).ok());
}

void TestThisServer::rootedNamesStayRooted_data()
{
    QTest::addColumn<ServiceName>("to");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("GET") << ServiceName::WebProxy << QByteArray("GET http://Rooted.:PORT/ HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("tunnel") << ServiceName::WebProxy << QByteArray("CONNECT rooted.:PORT HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("Firewall Client") << ServiceName::Firewall
                                     << QByteArray("CONNECT rooted.:PORT HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("SOCKS") << ServiceName::Socks << QByteArray();
}

// The dot at the end says to whom the name is known; the rules and the log speak of it without.
void TestThisServer::rootedNamesStayRooted()
{
    QFETCH(ServiceName, to);
    QFETCH(QByteArray, request);
    TestPlane world;
    BlockingServer server;
    world.resolver->names["rooted."] = {here};
    auto client = BlockingSocket::connectTo(world.port(to));
    request.replace("PORT", QByteArray::number(server.port()));
    QVERIFY(client.send(request.isEmpty() ? socksNameRequest(server.port(), "rooted.") : request.toStdString()));
    BlockingSocket far = server.accept();
    QVERIFY(far.ok());
    if (request.startsWith("GET"))
        QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "x")));
    QCOMPARE(world.log.rows(1).at(0).host, std::string("rooted"));
}

// Whoever takes a connection that another client's request opened must be somebody who could have opened it.
void TestThisServer::judgesPooledConnectionsAgain()
{
    StillPool still;
    still.giveBack(here);
    QVERIFY(!still.pool.take(authority, elsewhere).socket);
    QVERIFY(!still.pool.take(authority, {}).socket);
    const Upstream taken = still.pool.take(authority, here);
    QVERIFY(taken.socket && taken.address == here);
    // The last one that this client may have.
    still.giveBack(ip("192.0.2.1"));
    still.giveBack(ip("169.254.1.1"));
    QCOMPARE(still.pool.take(authority, elsewhere).address, ip("192.0.2.1"));
    QVERIFY(!still.pool.take(authority, elsewhere).socket);
}

// Behind a reply without a body: not at once, and not with bytes that no event has told of yet.
void TestThisServer::looksTwiceBehindNoBody()
{
    StillPool still;
    still.giveBack(here, true);
    QVERIFY(!still.pool.take(authority, here).socket);
    FixedTimeouts timeouts;
    timeouts.settle = std::chrono::milliseconds(0);
    StillPool settled(timeouts);
    BlockingSocket quiet = settled.giveBack(here, true);
    BlockingSocket late = settled.giveBack(here, true);
    QVERIFY(late.send("late"));
    Upstream taken = settled.pool.take(authority, here);
    QVERIFY(taken.socket && ::send(taken.socket->fd(), "x", 1, 0) == 1);
    QCOMPARE(quiet.receive(1), std::string("x"));
    QVERIFY(!settled.pool.take(authority, here).socket);
}

// Addresses and routes as routers have them, where this user may make a network: there knowsItsAddresses() runs.
void TestThisServer::knowsItsAddressesInANetworkOfItsOwn()
{
    // By system(), since QProcess and the thread sanitizer do not go together.
    const auto inOwn = [](const QString& script) {
        return std::system(
            qPrintable(QString(QStringLiteral("unshare --user --map-root-user --net sh -c '%1'").arg(script))));
    };
    const QString network = QStringLiteral(R"(
        ip link set lo up && ip addr add 10.7.0.1/24 dev lo && ip addr add 10.7.0.3/24 dev lo &&
        ip addr add fd07::1/64 dev lo nodad && ip addr add fd07::3/64 dev lo nodad && ip addr add fe80::7/64 dev lo nodad &&
        ip route add local 198.51.100.0/24 dev lo src 10.7.0.1 && ip -6 route add local 2001:db8:7::/64 dev lo &&
        ip link add type veth && ip link set veth0 up && ip link set veth1 up && ip addr add 203.0.113.1/24 dev veth0)");
    if (inOwn(QString(network + QStringLiteral(" 2>/dev/null"))) != 0)
        QSKIP("this user may not make a network of its own");
    qputenv("SALLYPORT_SELF", QCoreApplication::applicationFilePath().toLocal8Bit());
    QCOMPARE(inOwn(QString(network
                 + QStringLiteral(" && SALLYPORT_OWN_NETWORK=1 exec \"$SALLYPORT_SELF\" knowsItsAddresses >&2"))),
        0);
}

void TestThisServer::knowsItsAddresses()
{
    if (!qEnvironmentVariableIsSet("SALLYPORT_OWN_NETWORK"))
        QSKIP("run by knowsItsAddressesInANetworkOfItsOwn()");
    OwnListeners own;
    const OwnListeners::Entry everywhere(own, {}, 8080);
    const OwnListeners::Entry v4(own, IpAddress::fromV4(0), 1080);
    for (const char* address : {"127.0.0.1", "::1", "10.7.0.1", "10.7.0.3", "198.51.100.7", "203.0.113.1", "fd07::1",
             "fd07::3", "fe80::7", "2001:db8:7::9"}) {
        QVERIFY2(isOwnAddress(ip(address)) == true, address);
        QVERIFY2(own.contains(ip(address), 8080), address);
        QCOMPARE(own.contains(ip(address), 1080), ip(address).isV4());
        QVERIFY2(!own.contains(ip(address), 8081), address);
        // From whichever of them a program here connects.
        QVERIFY2(mayReach(here, ip(address)).ok(), address);
    }
    // In the network of an interface, and nowhere at all.
    for (const char* address : {"203.0.113.2", "192.0.2.77", "2001:db8:8::1"}) {
        QVERIFY2(isOwnAddress(ip(address)) == false, address);
        QVERIFY2(!own.contains(ip(address), 8080), address);
        QVERIFY2(!mayReach(here, ip(address)), address);
    }
}

QTEST_GUILESS_MAIN(TestThisServer)
#include "test_thisserver.moc"
