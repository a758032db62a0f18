// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "opentunnel.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

constexpr std::uint32_t neighbour = 0x7f000002; // another client on this computer

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
    void networksOfIpv6CountAsOne();
    void longHeadsAreBoundedInSum();
    void longHeadsOfOneAddressLeaveRoom();
    void roomComesBack();
    void whatComesEarlyIsCounted();
    void bindsAreBoundedPerAddress();
};

void TestClientShares::oneAddressLeavesPlacesForOthers()
{
    TestPlane world(2, {}, {});
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
    timeouts.refusalRows = std::chrono::milliseconds(300);
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
    TestPlane world(1, {}, {50, 200'000});
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

void TestClientShares::bindsAreBoundedPerAddress()
{
    TestPlane world(2, {}, {50, 1 << 20, 3});
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
