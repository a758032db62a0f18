// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/refusalrows.h"
#include "httptalk.h"
#include "opentunnel.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

constexpr std::uint32_t neighbour = 0x7f000002; // another client on this computer

// Shares in which every loopback address is a client of its own: here one process plays several.
ClientShares apart(ClientShares shares)
{
    shares.loopbackIsOne = false;
    return shares;
}

IpAddress address(std::string_view text)
{
    return *IpAddress::parse(text);
}

// A tunnel by way of SOCKS from 127.0.0.2.
struct NeighbourTunnel {
    BlockingSocket client;
    BlockingSocket far;

    NeighbourTunnel(const TestPlane& world, BlockingServer& server)
        : client(BlockingSocket::connectFrom(neighbour, world.port(ServiceName::Socks)))
    {
        if (client.send(socksRequest(1, server.port(), 0x7f000001)) && client.receive(8) == socksGranted)
            far = server.accept();
    }
    bool ok() const { return client.ok() && far.ok(); }
};

// A request of which `bytes` have come and the end has not.
std::string longHead(std::size_t bytes)
{
    std::string head = "GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: x\r\n";
    while (head.size() + 1002 < bytes)
        head += "X-Long: " + std::string(1000 - 8, 'l') + "\r\n";
    head += "X-Rest: ";
    return head + std::string(bytes - head.size(), 'r');
}

bool says(const TestPlane& world, const char* words)
{
    const auto problems = world.plane.problems();
    return std::any_of(problems.begin(), problems.end(),
        [words](const Error& problem) { return problem.detail.contains(QLatin1StringView(words)); });
}

// Refusals that the rows speak of, those that were counted together included.
std::size_t refusals(const std::vector<LogRecord>& rows, const std::string& rule)
{
    std::size_t count = 0;
    for (const LogRecord& row : rows) {
        if (row.rule1 == rule)
            ++count;
        else if (row.rule1.starts_with(rule + " ("))
            count += std::stoul(row.rule1.substr(rule.size() + 2));
    }
    return count;
}

} // namespace

// What one client address may take of what there is for all.
class TestClientShares : public QObject
{
    Q_OBJECT

private slots:
    void oneAddressLeavesPlacesForOthers();
    void aShareCanBeSet();
    void aFloodOfRefusalsIsAFewRows();
    void aFloodIsAFewRowsOnEveryWay_data();
    void aFloodIsAFewRowsOnEveryWay();
    void networksOfIpv6CountAsOne();
    void loopbackCountsAsOne();
    void loopbackSharesItsPlaces();
    void aFloodFromAllOfLoopbackIsAFewRows();
    void longHeadsAreBoundedInSum();
    void longHeadsOfOneAddressLeaveRoom();
    void roomComesBack();
    void whatComesEarlyIsCounted();
    void requestsUnderWayAreCounted();
    void uploadsGoOnWithoutRoom();
    void theLogKeepsTheBeginning_data();
    void theLogKeepsTheBeginning();
    void bindsAreBoundedPerAddress();
};

void TestClientShares::oneAddressLeavesPlacesForOthers()
{
    TestPlane world(2, {}, apart({}));
    world.policy.listeners.connectionLimit = 5; // half of it: 2.5, which is 3
    world.enforce();
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 3; ++i) {
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
        QVERIFY(tunnels.back()->ok());
    }
    QVERIFY(world.plane.problems().empty());
    // On whichever listener.
    QVERIFY(BlockingSocket::connectTo(world.port(ServiceName::Socks)).wasReset());
    auto browser = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    browser.send("GET / HTTP/1.1\r\n");
    QVERIFY(browser.wasReset());
    const auto rows = world.log.rows(5);
    QCOMPARE(rows[3].operation, LogOperation::Denied);
    QCOMPARE(rows[3].rule1, std::string("client share"));
    QCOMPARE(rows[3].client, IpAddress::fromV4(0x7f000001));
    QVERIFY(says(world, "127.0.0.1 has 3 of the 5 places"));

    NeighbourTunnel first(world, server);
    NeighbourTunnel second(world, server);
    QVERIFY(first.ok() && second.ok());
    auto third = BlockingSocket::connectFrom(neighbour, world.port(ServiceName::Socks));
    QVERIFY(third.wasReset()); // all five are taken
    QVERIFY(says(world, "all 5 places"));

    tunnels.pop_back();
    std::optional<OpenTunnel> next;
    QTRY_VERIFY((next && next->ok()) || next.emplace(world, server).ok());
}

void TestClientShares::aShareCanBeSet()
{
    TestPlane world(1, {}, {20});
    world.policy.listeners.connectionLimit = 10;
    world.enforce();
    BlockingServer server;
    OpenTunnel first(world, server);
    OpenTunnel second(world, server);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(BlockingSocket::connectTo(world.port(ServiceName::Socks)).wasReset());
    QVERIFY(says(world, "--client-share 20"));
}

void TestClientShares::aFloodOfRefusalsIsAFewRows()
{
    FixedTimeouts timeouts;
    timeouts.refusalRows = std::chrono::seconds(1);
    TestPlane world(1, timeouts, {});
    world.policy.listeners.connectionLimit = 2;
    world.enforce();
    BlockingServer server;
    OpenTunnel only(world, server);
    QVERIFY(only.ok());
    constexpr std::size_t flood = 200;
    for (std::size_t i = 0; i < flood; ++i) {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
        client.send("\x04"); // one that says nothing is accepted a second later
        QVERIFY(client.wasReset());
    }
    QTRY_COMPARE(refusals(world.log.rows(0), "client share"), flood);
    QVERIFY(world.log.rows(0).size() < flood / 4);
}

void TestClientShares::aFloodIsAFewRowsOnEveryWay_data()
{
    QTest::addColumn<ServiceName>("to");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("rule");
    const auto row = [](const char* name, ServiceName to, const QByteArray& request, const char* rule) {
        QTest::newRow(name) << to << request << QByteArray(rule);
    };
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    const QByteArray connect("CONNECT a.example:443 HTTP/1.1\r\nHost: x\r\nSallyport-Application: a.exe\r\n\r\n");
    row("SOCKS, malformed", ServiceName::Socks, QByteArray("\5\1\0", 3), "malformed request");
    row("SOCKS, denied", ServiceName::Socks, bytes(socksNameRequest(443, "a.example")), "closed port");
    row("SOCKS, BIND denied", ServiceName::Socks, bytes(socksRequest(2, 443, 0x7f000001)), "closed port");
    row("SOCKS, unspecified", ServiceName::Socks, bytes(socksRequest(1, 80, 0)), "This server itself");
    row("Web Proxy, malformed", ServiceName::WebProxy, "GET / HTTP/1.1\r\n\r\n", "malformed request");
    row("Web Proxy, denied", ServiceName::WebProxy, connect, "closed port");
    row("Web Proxy, GET denied", ServiceName::WebProxy,
        "GET http://a.example:443/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "closed port");
    row("Web Proxy, unspecified", ServiceName::WebProxy,
        "GET http://0.0.0.0/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "This server itself");
    row("Firewall Client, malformed", ServiceName::Firewall,
        "GET http://a/ HTTP/1.1\r\nHost: x\r\n"
        "Connection: close\r\n\r\n",
        "malformed request");
    row("Firewall Client, denied", ServiceName::Firewall, connect, "closed port");
}

// The first ones as they are, the others together: here when the service stops, long before the interval is over.
void TestClientShares::aFloodIsAFewRowsOnEveryWay()
{
    QFETCH(ServiceName, to);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, rule);
    FixedTimeouts timeouts;
    timeouts.refusalRows = std::chrono::hours(1);
    std::optional<TestPlane> world(std::in_place, 1, timeouts, apart({100}));
    world->decisions->deniedPorts.insert(443);
    world->enforce();
    std::vector<LogRecord> rows;
    world->log.watch([&rows](const LogRecord& row) { rows.push_back(row); });
    constexpr std::size_t flood = 60;
    for (std::size_t i = 0; i < flood; ++i) {
        auto client = BlockingSocket::connectTo(world->port(to));
        QVERIFY(client.send(request.toStdString()));
        QVERIFY(!receiveAll(client).empty());
    }
    // Somebody else is no part of the flood.
    auto other = BlockingSocket::connectFrom(neighbour, world->port(to));
    QVERIFY(other.send(request.toStdString()));
    QVERIFY(!receiveAll(other).empty());
    world.reset();
    QCOMPARE(rows.size(), RefusalRows::firstRows + 2);
    for (std::size_t i = 0; i <= RefusalRows::firstRows; ++i)
        QCOMPARE(rows[i].rule1, rule.toStdString());
    QCOMPARE(rows[RefusalRows::firstRows].client, IpAddress::fromV4(neighbour));
    QCOMPARE(rows.back().client, IpAddress::fromV4(0x7f000001));
    QCOMPARE(rows.back().rule1, rule.toStdString() + " (50 more)");
}

void TestClientShares::networksOfIpv6CountAsOne()
{
    ClientLimit limits;
    constexpr int places = 4; // two for an address
    const auto take = [&limits](std::string_view from) { return ClientSlot(limits, address(from), places); };
    using Place = ClientSlot::Place;
    {
        const ClientSlot one = take("2001:db8::1");
        const ClientSlot two = take("2001:db8::ffff:2");
        QCOMPARE(two.place(), Place::Free);
        QCOMPARE(take("2001:db8::3").place(), Place::ShareTaken);
        QCOMPARE(take("2001:db8:0:1::3").place(), Place::Free);
        QVERIFY(limits.problems().at(0).detail.contains(QStringLiteral("2001:db8::/64")));
    }
    // On a link everybody has the same network.
    const ClientSlot one = take("fe80::1");
    const ClientSlot two = take("fe80::2");
    QCOMPARE(take("fe80::3").place(), Place::Free);
    const ClientSlot three = take("fe80::1");
    QCOMPARE(take("fe80::1").place(), Place::ShareTaken);
}

// Every program on this computer may use all of it.
void TestClientShares::loopbackCountsAsOne()
{
    QCOMPARE(countedAs(address("127.0.0.2")), address("127.0.0.1"));
    QCOMPARE(countedAs(address("127.255.255.255")), address("127.0.0.1"));
    QCOMPARE(countedAs(address("::1")), address("127.0.0.1"));
    QCOMPARE(countedAs(address("128.0.0.1")), address("128.0.0.1"));
    QCOMPARE(countedAs(address("::2")), address("::"));
    ClientLimit limits(ClientShares{50, 200'000, 1});
    constexpr int places = 4; // two for an address
    ClientSlot one(limits, address("127.0.0.1"), places);
    ClientSlot two(limits, address("127.0.0.2"), places);
    using Place = ClientSlot::Place;
    QCOMPARE(two.place(), Place::Free);
    QCOMPARE(ClientSlot(limits, address("::1"), places).place(), Place::ShareTaken);
    QVERIFY(limits.problems().at(0).detail.contains(QStringLiteral("127.0.0.1 has 2 of the 4")));
    QVERIFY(one.takeBind() && !two.takeBind());
    QVERIFY(one.hold(80'000) && !two.hold(80'000));
    QCOMPARE(ClientSlot(limits, address("192.0.2.1"), places).place(), Place::Free);
}

void TestClientShares::loopbackSharesItsPlaces()
{
    TestPlane world(1, {}, {});
    world.policy.listeners.connectionLimit = 2;
    world.enforce();
    BlockingServer server;
    OpenTunnel only(world, server);
    QVERIFY(only.ok());
    QVERIFY(!NeighbourTunnel(world, server).ok());
    QVERIFY(says(world, "127.0.0.1 has 1 of the 2 places"));
}

void TestClientShares::aFloodFromAllOfLoopbackIsAFewRows()
{
    FixedTimeouts timeouts;
    timeouts.refusalRows = std::chrono::hours(1);
    std::optional<TestPlane> world(std::in_place, 1, timeouts);
    std::vector<LogRecord> rows;
    world->log.watch([&rows](const LogRecord& row) { rows.push_back(row); });
    for (std::uint32_t i = 0; i < 30; ++i) {
        auto client = BlockingSocket::connectFrom(neighbour + i, world->port(ServiceName::Socks));
        QVERIFY(client.send("\x05"));
        QCOMPARE(client.receive(8), socksRejected);
    }
    world.reset();
    QCOMPARE(rows.size(), RefusalRows::firstRows + 1);
    QCOMPARE(rows.back().rule1, std::string("malformed request (20 more)"));
}

void TestClientShares::longHeadsAreBoundedInSum()
{
    TestPlane world(2, {}, {100, 300'000});
    std::vector<BlockingSocket> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(
            BlockingSocket::connectTo(world.port(i == 0 || i == 2 ? ServiceName::Firewall : ServiceName::WebProxy)));
        QVERIFY(clients.back().send(longHead(60'000)));
    }
    // Four or five of them fit, in whatever order they are heard.
    const auto isAnswered = [](const BlockingSocket& client) {
        char byte;
        return ::recv(client.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
    };
    const auto refused = [&] { return std::count_if(clients.begin(), clients.end(), isAnswered); };
    QTRY_VERIFY(refused() >= 7);
    QVERIFY(refused() <= 8);
    const std::string page = receiveMessage(*std::find_if(clients.begin() + 3, clients.end(), isAnswered));
    QVERIFY2(page.starts_with("HTTP/1.1 503 "), page.c_str());
    QCOMPARE(world.log.rows(1)[0].rule1, std::string("unfinished requests"));
    QVERIFY(says(world, "unfinished requests"));
    // A request that comes whole needs no room.
    auto whole = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(whole.send("GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    QVERIFY(receiveMessage(whole).starts_with("HTTP/1.1 502 "));
}

void TestClientShares::longHeadsOfOneAddressLeaveRoom()
{
    TestPlane world(1, {}, apart({50, 200'000}));
    const std::uint16_t port = world.port(ServiceName::WebProxy);
    auto first = BlockingSocket::connectTo(port);
    QVERIFY(first.send(longHead(65'000)));
    std::optional<BlockingSocket> refused;
    for (int i = 0; i < 2; ++i) {
        // 130,000 are more than half.
        auto next = BlockingSocket::connectTo(port);
        QVERIFY(next.send(longHead(65'000)));
        if (i == 1)
            refused = std::move(next);
        else
            QTRY_VERIFY(says(world, "unfinished requests of 127.0.0.1"));
    }
    auto other = BlockingSocket::connectFrom(neighbour, port);
    QVERIFY(other.send(longHead(60'000) + "\r\n\r\n"));
    QVERIFY(receiveMessage(other).starts_with("HTTP/1.1 502 "));
}

void TestClientShares::roomComesBack()
{
    TestPlane world(1, {}, {100, 100'000});
    const std::uint16_t port = world.port(ServiceName::WebProxy);
    // So many that some of them are read in two parts.
    for (int i = 0; i < 50; ++i) {
        auto client = BlockingSocket::connectTo(port);
        const std::string head = longHead(60'000);
        QVERIFY(client.send(head.substr(0, 30'000)));
        QVERIFY(client.send(head.substr(30'000) + "\r\n\r\n"));
        QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 502 "));
    }
}

// What lies behind a request waits like one that is not finished.
void TestClientShares::whatComesEarlyIsCounted()
{
    FixedTimeouts timeouts;
    timeouts.halfClosed = std::chrono::milliseconds(300);
    TestPlane world(1, timeouts, {100, 100'000});
    world.policy.listeners.connectTimeoutSeconds = 60;
    world.enforce();
    const std::string request = "CONNECT never:443 HTTP/1.1\r\nHost: never:443\r\n\r\n" + std::string(50'000, 'e');
    std::vector<BlockingSocket> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(BlockingSocket::connectTo(world.port(ServiceName::WebProxy)));
        QVERIFY(clients.back().send(request));
    }
    QTRY_VERIFY(says(world, "unfinished requests"));
    clients.clear();
    QTRY_COMPARE(world.plane.snapshot().connections.size(), 0);
}

// Whole requests that wait for a name are as much as those whose end has not come.
void TestClientShares::requestsUnderWayAreCounted()
{
    FixedTimeouts timeouts;
    timeouts.halfClosed = std::chrono::milliseconds(300);
    TestPlane world(1, timeouts, {100, 300'000});
    world.policy.listeners.connectTimeoutSeconds = 60;
    world.enforce();
    std::string request = longHead(60'000) + "\r\n\r\n";
    request.replace(request.find("127.0.0.1:1"), 11, "never");
    std::vector<BlockingSocket> clients;
    for (int i = 0; i < 20 && !says(world, "unfinished requests"); ++i) {
        clients.push_back(BlockingSocket::connectTo(world.port(ServiceName::WebProxy)));
        QVERIFY(clients.back().send(request));
        // Answered, or under way: a short one behind it on the same thread is answered only then.
        auto after = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
        QVERIFY(after.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(receiveMessage(after).starts_with("HTTP/1.1 200 "));
    }
    QVERIFY(says(world, "unfinished requests"));
    QVERIFY(receiveMessage(clients.back()).starts_with("HTTP/1.1 503 "));
    QVERIFY(clients.size() >= 4);
    clients.clear();
    // What they held is given back.
    const auto passes = [&] {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
        return client.send(longHead(60'000) + "\r\n\r\n") && receiveMessage(client).starts_with("HTTP/1.1 502 ");
    };
    QTRY_VERIFY(passes());
}

// In pieces that need no room of their own.
void TestClientShares::uploadsGoOnWithoutRoom()
{
    TestPlane world(1, {}, {100, 150'000});
    auto greedy = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(greedy.send(longHead(60'000)));
    auto other = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(other.send(longHead(60'000)));
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    const std::string body(300'000, 'b');
    QVERIFY(client.send("POST http://127.0.0.1:" + std::to_string(server.port())
        + "/ HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"));
    BlockingSocket far = server.accept();
    receiveHead(far);
    std::thread sender([&] { client.send(body); });
    const bool whole = far.receive(body.size()) == body;
    sender.join();
    QVERIFY(whole);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "stored")));
    QVERIFY(receiveMessage(client).ends_with("stored"));
}

void TestClientShares::theLogKeepsTheBeginning_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("tunnel") << QByteArray("CONNECT 127.0.0.1:PORT HTTP/1.1\r\n");
    QTest::newRow("request") << QByteArray("GET http://127.0.0.1:PORT/ HTTP/1.1\r\nReferer: ") + QByteArray(9000, 'r')
            + "\r\n";
}

void TestClientShares::theLogKeepsTheBeginning()
{
    QFETCH(QByteArray, line);
    TestPlane world(1);
    std::uint16_t port = 0;
    {
        const BlockingServer gone;
        port = gone.port();
    }
    line.replace("PORT", QByteArray::number(port));
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    // A character of two bytes lies across the end.
    const std::string agent = "Agent/1" + std::string(1023 - 7, 'a') + "\xc3\xa4" + std::string(50'000, 'b');
    QVERIFY(client.send(line.toStdString() + "Host: x\r\nUser-Agent: " + agent + "\r\n\r\n"));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 502 "));
    const LogRecord row = world.log.rows(1)[0];
    QCOMPARE(row.agent, agent.substr(0, 1023) + "...");
    QVERIFY(row.referrer.size() < 5000);
}

void TestClientShares::bindsAreBoundedPerAddress()
{
    TestPlane world(2, {}, apart({50, 1 << 20, 3}));
    const std::uint16_t port = world.port(ServiceName::Socks);
    const std::string request = socksRequest(2, 20, 0x7f000001);
    std::vector<BlockingSocket> clients;
    std::string granted;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(BlockingSocket::connectTo(port));
        QVERIFY(clients.back().send(request));
        granted = clients.back().receive(8);
        QCOMPARE(granted.substr(0, 2), socksGranted.substr(0, 2));
    }
    auto fourth = BlockingSocket::connectTo(port);
    QVERIFY(fourth.send(request));
    QCOMPARE(fourth.receive(8), socksRejected);
    QVERIFY(fourth.ended());
    const auto rows = world.log.rows(1);
    QCOMPARE(rows[0].method, std::string("BIND"));
    QCOMPARE(rows[0].rule1, std::string("BINDs of one address"));
    QVERIFY(says(world, "3 BINDs"));
    QVERIFY(says(world, "--client-binds"));
    auto other = BlockingSocket::connectFrom(neighbour, port);
    QVERIFY(other.send(request));
    QCOMPARE(other.receive(8).substr(0, 2), socksGranted.substr(0, 2));
    // A BIND whose peer has come waits no longer.
    auto peer = BlockingSocket::connectTo(boundPort(granted));
    QCOMPARE(clients.back().receive(8).substr(0, 2), socksGranted.substr(0, 2));
    auto next = BlockingSocket::connectTo(port);
    QVERIFY(next.send(request));
    QCOMPARE(next.receive(8).substr(0, 2), socksGranted.substr(0, 2));
}

QTEST_GUILESS_MAIN(TestClientShares)
#include "test_clientshares.moc"
