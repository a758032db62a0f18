// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socks4.h"
#include "blockingsocket.h"
#include "testplane.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

constexpr std::uint32_t localhost = 0x7f000001;

class DenyAll final : public CompiledPolicy
{
public:
    Decision decide(const Request&, TimePoint) const override { return {}; }
};

} // namespace

class TestSocks : public QObject
{
    Q_OBJECT

private slots:
    void parsesAtEveryCut();
    void refusesMalformed_data();
    void refusesMalformed();
    void connects();
    void connectsByName();
    void connectsOverIpv6();
    void forwardsEarlyBytes();
    void rejectsMalformed_data();
    void rejectsMalformed();
    void namesThatAreNoTextStayApart();
    void rejectsDenied();
    void rejectsRefusedDestination();
    void rejectsUnknownName();
    void bindsAndAcceptsItsPeer();
    void bindRefusesAnotherHost();
    void bindByNameAcceptsThatHostAlone_data();
    void bindByNameAcceptsThatHostAlone();
    void bindNamesTheRuleThatDenied();
    void bindEndsWithItsClient();
    void closesThePortWhenSwitchedOff();
};

void TestSocks::parsesAtEveryCut()
{
    const std::string whole = socksNameRequest(1863, "messenger.hotmail.com", "anna");
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        Socks4Request request;
        std::size_t used = 0;
        QCOMPARE(parseSocks4(std::string_view(whole).substr(0, cut), request, used), Socks4Parse::More);
    }
    Socks4Request request;
    std::size_t used = 0;
    QCOMPARE(parseSocks4(whole + "more", request, used), Socks4Parse::Done);
    QCOMPARE(used, whole.size());
    QCOMPARE(request.host, std::string("messenger.hotmail.com"));
    QCOMPARE(request.user, std::string("anna"));
    QCOMPARE(request.port, std::uint16_t(1863));
    QVERIFY(request.address.isNull());
}

void TestSocks::refusesMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row
        = [](const char* name, const std::string& bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("SOCKS 5", std::string{5, 1, 0});
    row("unknown command", std::string{4, 3});
    row("HTTP", "GET / HTTP/1.1\r\n");
    row("endless user", socksRequest(1, 80, localhost, std::string(300, 'u')));
    row("user with a line break", socksRequest(1, 80, localhost, "a\nb"));
    row("empty name", socksNameRequest(80, ""));
    row("endless name", socksNameRequest(80, std::string(256, 'n')));
    row("name with a blank", socksNameRequest(80, "a b"));
    row("endless name without an end", socksRequest(1, 80, 1) + std::string(300, 'n'));
}

void TestSocks::refusesMalformed()
{
    QFETCH(QByteArray, bytes);
    Socks4Request request;
    std::size_t used = 0;
    QCOMPARE(parseSocks4(bytes.toStdString(), request, used), Socks4Parse::Bad);
}

void TestSocks::connects()
{
    TestPlane world;
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.ok());
    QVERIFY(client.send(socksRequest(1, server.port(), localhost)));
    QCOMPARE(client.receive(8), socksGranted);
    auto far = server.accept();
    QVERIFY(client.send("hello"));
    QCOMPARE(far.receive(5), std::string("hello"));
    QVERIFY(far.send("world!"));
    QCOMPARE(client.receive(6), std::string("world!"));

    const SessionDelta up = world.waitForBytes(5, 6);
    QCOMPARE(up.sessions.size(), 1);
    QCOMPARE(up.sessions[0].type, SessionType::Socks);
    QCOMPARE(up.sessions[0].user, QStringLiteral("anna"));
    QCOMPARE(up.sessions[0].client, IpAddress::fromV4(localhost));
    QCOMPARE(up.connections.size(), 1);
    QCOMPARE(up.connections[0].session, up.sessions[0].id);
    QCOMPARE(up.connections[0].address, IpAddress::fromV4(localhost));
    QCOMPARE(up.connections[0].port, server.port());
    QCOMPARE(up.connections[0].bytesSent, 5u);
    QCOMPARE(up.connections[0].bytesReceived, 6u);

    client.close();
    QVERIFY(far.ended());
    far.close();
    const auto rows = world.log.rows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].operation, LogOperation::Open);
    QCOMPARE(rows[0].user, std::string("anna"));
    QCOMPARE(rows[0].protocol, std::string("socks4"));
    QCOMPARE(rows[0].port, server.port());
    QCOMPARE(rows[1].operation, LogOperation::Close);
    QCOMPARE(rows[1].bytesSent, 5u);
    QCOMPARE(rows[1].bytesReceived, 6u);
    QCOMPARE(rows[1].status, 20000u);
    QCOMPARE(rows[1].connection, rows[0].connection);
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestSocks::connectsByName()
{
    TestPlane world;
    BlockingServer server;
    // The first address refuses; the second answers.
    world.resolver->names["pager.example"] = {IpAddress::fromV4(0x7f000002), IpAddress::fromV4(localhost)};
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksNameRequest(server.port(), "pager.example")));
    QCOMPARE(client.receive(8), socksGranted);
    const SessionDelta up = world.waitForConnections(1);
    QCOMPARE(up.connections[0].host, QStringLiteral("pager.example"));
    QCOMPARE(up.connections[0].address, IpAddress::fromV4(localhost));
}

void TestSocks::connectsOverIpv6()
{
    TestPlane world;
    BlockingServer server(true);
    if (server.port() == 0)
        QSKIP("this machine has no IPv6");
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksNameRequest(server.port(), "::1")));
    QCOMPARE(client.receive(8), socksGranted);
    auto far = server.accept();
    QVERIFY(far.send("six"));
    QCOMPARE(client.receive(3), std::string("six"));
    QCOMPARE(world.waitForConnections(1).connections[0].address, *IpAddress::parse(std::string_view("::1")));
}

void TestSocks::forwardsEarlyBytes()
{
    TestPlane world;
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(1, server.port(), localhost) + "eager"));
    auto far = server.accept();
    QCOMPARE(far.receive(5), std::string("eager"));
    QCOMPARE(client.receive(8), socksGranted);
    QCOMPARE(world.waitForBytes(5, 0).connections[0].bytesSent, 5u);
}

void TestSocks::rejectsMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<QByteArray>("protocol");
    const auto row = [](const char* name, const std::string& bytes, bool leaves, const char* protocol) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << leaves << QByteArray(protocol);
    };
    row("SOCKS 5", std::string{5, 1, 0}, false, "socks5");
    row("HTTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", false, "http");
    row("empty name", socksNameRequest(80, ""), false, "socks4");
    row("number for a name", socksNameRequest(80, "127.1"), false, "socks4");
    row("endless user", socksRequest(1, 80, localhost, std::string(300, 'u')), false, "socks4");
    row("half a request", std::string{4, 1, 0}, true, "socks4");
    row("half a request, time-out", std::string{4, 1, 0}, false, "socks4");
}

// Each leaves a row: the administrator who looks for a program's way out, or for why it fails, has to see it.
void TestSocks::rejectsMalformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, leaves);
    QFETCH(QByteArray, protocol);
    TestPlane world;
    world.policy.listeners.connectTimeoutSeconds = 1;
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(bytes.toStdString()));
    if (leaves)
        client.close();
    else if (!bytes.startsWith("\4\1") || bytes.size() > 3)
        QCOMPARE(client.receive(8), socksRejected);
    if (client.ok())
        QVERIFY(client.ended());
    const auto rows = world.log.rows(1);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].way, SessionType::Socks);
    QCOMPARE(rows[0].operation, LogOperation::Denied);
    QCOMPARE(rows[0].client, IpAddress::fromV4(localhost));
    QCOMPARE(rows[0].rule1, std::string("malformed request"));
    QCOMPARE(rows[0].protocol, protocol.toStdString());
}

// In a code page of old, as in the log and in what filters it.
void TestSocks::namesThatAreNoTextStayApart()
{
    TestPlane world;
    BlockingServer server;
    std::vector<BlockingSocket> kept;
    for (const char* user : {"\xe4nne", "\xc4nne", "\xc3\xa4nne",
             "\xef\xbb\xbf"
             "anne"}) {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
        QVERIFY(client.send(socksRequest(1, server.port(), localhost, user)));
        QCOMPARE(client.receive(8), socksGranted);
        kept.push_back(std::move(client));
        kept.push_back(server.accept());
    }
    QStringList users;
    for (const Session& session : world.plane.snapshot().sessions)
        users.append(session.user);
    users.sort();
    const QStringList expected{QStringLiteral("%C4nne"), QStringLiteral("%E4nne"), QString::fromUtf8("\xc3\xa4nne"),
        QChar(0xfeff) + QStringLiteral("anne")};
    QCOMPARE(users, expected);
    QCOMPARE(world.log.rows(4)[0].user, std::string("%E4nne"));
}

void TestSocks::rejectsDenied()
{
    TestPlane world;
    BlockingServer server;
    world.decisions->deniedPorts = {server.port()};
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(1, server.port(), localhost)));
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    const auto rows = world.log.rows(1);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].operation, LogOperation::Denied);
    QCOMPARE(rows[0].rule1, std::string("closed port"));
    QVERIFY(world.plane.snapshot().connections.isEmpty());
}

void TestSocks::rejectsRefusedDestination()
{
    TestPlane world;
    std::uint16_t port = 0;
    {
        const BlockingServer gone;
        port = gone.port();
    }
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(1, port, localhost)));
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    const auto rows = world.log.rows(1);
    QCOMPARE(rows[0].operation, LogOperation::Close);
    QCOMPARE(rows[0].status, 10061u);
}

void TestSocks::rejectsUnknownName()
{
    TestPlane world;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksNameRequest(80, "nowhere.example")));
    QCOMPARE(client.receive(8), socksRejected);
    QCOMPARE(world.log.rows(1)[0].status, 11001u);
}

void TestSocks::bindsAndAcceptsItsPeer()
{
    TestPlane world;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, localhost)));
    const std::string first = client.receive(8);
    QCOMPARE(first.size(), std::size_t(8));
    QCOMPARE(first[1], char(90));
    const std::uint16_t port = boundPort(first);
    QVERIFY(port != 0);
    auto far = BlockingSocket::connectTo(port);
    QVERIFY(far.ok());
    const std::string second = client.receive(8);
    QCOMPARE(second.size(), std::size_t(8));
    QCOMPARE(second[1], char(90));
    QVERIFY(far.send("data"));
    QCOMPARE(client.receive(4), std::string("data"));
    QCOMPARE(world.waitForBytes(0, 4).connections[0].bytesReceived, 4u);
    far.close();
    QVERIFY(client.ended());
}

void TestSocks::bindRefusesAnotherHost()
{
    TestPlane world;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0x7f000002)));
    const std::string first = client.receive(8);
    QCOMPARE(first.size(), std::size_t(8));
    QCOMPARE(first[1], char(90));
    auto stranger = BlockingSocket::connectTo(boundPort(first));
    if (!stranger.ok())
        QSKIP("the kernel chose another address to reach 127.0.0.2 by");
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(stranger.wasReset());
}

void TestSocks::bindByNameAcceptsThatHostAlone_data()
{
    QTest::addColumn<std::uint32_t>("address");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("that host") << localhost << true;
    QTest::newRow("another") << 0x7f000009u << false;
}

void TestSocks::bindByNameAcceptsThatHostAlone()
{
    QFETCH(std::uint32_t, address);
    QFETCH(bool, accepted);
    TestPlane world;
    world.resolver->names["ftp.example"] = {IpAddress::fromV4(address), IpAddress::fromV4(0x7f000008)};
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    std::string request = socksNameRequest(20, "ftp.example");
    request[1] = 2;
    QVERIFY(client.send(request));
    const std::string first = client.receive(8);
    QCOMPARE(first.substr(0, 2), socksGranted.substr(0, 2));
    auto far = BlockingSocket::connectTo(boundPort(first));
    QVERIFY(far.ok());
    const std::string second = client.receive(8);
    QCOMPARE(second.substr(0, 2), (accepted ? socksGranted : socksRejected).substr(0, 2));
    if (!accepted)
        QCOMPARE(world.log.rows(1)[0].rule1, std::string("not the host that BIND named"));

    client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    request = socksNameRequest(20, "nowhere.example");
    request[1] = 2;
    QVERIFY(client.send(request));
    QCOMPARE(client.receive(8), socksRejected);
}

void TestSocks::bindNamesTheRuleThatDenied()
{
    TestPlane world;
    world.compiled = std::make_shared<DenyAll>();
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, localhost)));
    QCOMPARE(client.receive(8), socksRejected);
    const LogRecord row = world.log.rows(1)[0];
    QCOMPARE(row.operation, LogOperation::Denied);
    QCOMPARE(row.rule1, reasonWord(Reason::UnmatchedDenied).toStdString());
}

// The client's end comes with its request: no event of its own announces it.
void TestSocks::bindEndsWithItsClient()
{
    FixedTimeouts timeouts;
    timeouts.halfClosed = std::chrono::milliseconds(200);
    TestPlane world(1, timeouts);
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, localhost)));
    client.shutdownWrite();
    QCOMPARE(client.receive(8).substr(0, 2), socksGranted.substr(0, 2));
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
}

void TestSocks::closesThePortWhenSwitchedOff()
{
    TestPlane world;
    BlockingServer server;
    const std::uint16_t port = world.port(ServiceName::Socks);
    auto client = BlockingSocket::connectTo(port);
    QVERIFY(client.send(socksRequest(1, server.port(), localhost)));
    QCOMPARE(client.receive(8), socksGranted);
    auto far = server.accept();
    world.policy.filters.socks.enabled = false;
    world.enforce();
    QCOMPARE(world.port(ServiceName::Socks), std::uint16_t(0));
    QVERIFY(!BlockingSocket::connectTo(port).ok());
    // What is up stays up.
    QVERIFY(far.send("still"));
    QCOMPARE(client.receive(5), std::string("still"));
}

QTEST_GUILESS_MAIN(TestSocks)
#include "test_socks.moc"
