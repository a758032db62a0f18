// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

// A plane that works by a real policy: msmsgs is disabled, everything else may pass.
struct Channel {
    TestPlane world;
    BlockingServer server;

    Channel()
    {
        world.policy = defaultPolicy(QStringLiteral("gate"));
        world.policy.unmatched = Verdict::Allow;
        ApplicationEntry entry{newObjectId(), QStringLiteral("msmsgs"), {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        world.policy.client.applications.append(entry);
        world.compiled = *compile(world.policy);
        world.handOut.mspclnt = "[msmsgs]\r\nDisable=1\r\n";
        world.handOut.mspclntTag = "\"one\"";
        world.handOut.msplat = "127.0.0.0 127.255.255.255\r\n";
        world.handOut.msplatTag = "\"lat\"";
        world.handOut.revision = 3;
        world.enforce();
    }
    BlockingSocket open() const { return BlockingSocket::connectTo(world.port(ServiceName::Firewall)); }
    std::string connect(const std::string& fields) const
    {
        return "CONNECT 127.0.0.1:" + std::to_string(server.port()) + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    }
};

} // namespace

class TestFirewallClientChannel : public QObject
{
    Q_OBJECT

private slots:
    void connects();
    void refusesADisabledProgram_data();
    void refusesADisabledProgram();
    void namesTheKeyThatDecided();
    void refusesAnUnknownProgram();
    void refusesDoubtfulIdentity_data();
    void refusesDoubtfulIdentity();
    void refusesDoubtfulIdentityOfAFetch();
    void servesItsFiles();
    void refusesOtherRequests_data();
    void refusesOtherRequests();
};

void TestFirewallClientChannel::connects()
{
    Channel channel;
    auto client = channel.open();
    QVERIFY(client.send(channel.connect(
        "Sallyport-Application: firefox.exe\r\nSallyport-User: HOUSE\\anna\r\nSallyport-Computer: PC7\r\n")));
    BlockingSocket far = channel.server.accept();
    QCOMPARE(receiveHead(client), std::string("HTTP/1.1 200 Connection established\r\n\r\n"));
    QVERIFY(client.send("hello"));
    QCOMPARE(far.receive(5), std::string("hello"));
    const SessionDelta up = channel.world.waitForBytes(5, 0);
    QCOMPARE(up.sessions.size(), 1);
    QCOMPARE(up.sessions[0].type, SessionType::FirewallClient);
    QCOMPARE(up.sessions[0].application, QStringLiteral("firefox.exe"));
    QCOMPARE(up.sessions[0].user, QStringLiteral("HOUSE\\anna"));
    QCOMPARE(up.sessions[0].computer, QStringLiteral("PC7"));
    const LogRecord row = channel.world.log.rows(1)[0];
    QCOMPARE(row.operation, LogOperation::Open);
    QCOMPARE(row.agent, std::string("firefox.exe"));
    QCOMPARE(row.user, std::string("HOUSE\\anna"));
}

void TestFirewallClientChannel::refusesADisabledProgram_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("as written") << QByteArray("msmsgs");
    QTest::newRow("with extension") << QByteArray("MSMSGS.EXE");
    QTest::newRow("with path") << QByteArray("C:\\Program Files\\Messenger\\msmsgs.exe");
    QTest::newRow("with arguments") << QByteArray("msmsgs.exe /background");
}

void TestFirewallClientChannel::refusesADisabledProgram()
{
    QFETCH(QByteArray, program);
    Channel channel;
    auto client = channel.open();
    QVERIFY(client.send(channel.connect("Sallyport-Application: " + program.toStdString() + "\r\n")));
    const std::string page = receiveMessage(client);
    QVERIFY(page.starts_with("HTTP/1.1 403 Forbidden\r\n"));
    QVERIFY2(contains(page, "application entry msmsgs: Disable=1"), page.c_str());
    QVERIFY(client.ended());
    const LogRecord row = channel.world.log.rows(1)[0];
    QCOMPARE(row.operation, LogOperation::Denied);
    QCOMPARE(row.rule1, std::string("msmsgs"));
    QCOMPARE(channel.world.waitForConnections(0).connections.size(), 0);
}

// The page names the key that decided, as it stands in the file.
void TestFirewallClientChannel::namesTheKeyThatDecided()
{
    Channel channel;
    const auto page = [&](const char* program) {
        auto client = channel.open();
        client.send(channel.connect("Sallyport-Application: " + std::string(program) + "\r\n"));
        return receiveMessage(client);
    };
    Policy& policy = channel.world.policy;
    policy.client.applications[0].settings
        = {{ApplicationKey::Disable, QStringLiteral("0")}, {ApplicationKey::DisableEx, QStringLiteral("1")}};
    ApplicationEntry common{newObjectId(), commonConfigurationName, {}};
    common.setValue(ApplicationKey::DisableEx, QStringLiteral("1"));
    policy.client.applications.append(common);
    channel.world.compiled = *compile(policy);
    channel.world.enforce();
    std::string text = page("msmsgs.exe");
    QVERIFY2(contains(text, "application entry msmsgs: DisableEx=1"), text.c_str());
    text = page("other.exe");
    QVERIFY2(contains(text, "application entry Common Configuration: DisableEx=1"), text.c_str());
    policy.client.applications[1].settings = {{ApplicationKey::Disable, QStringLiteral("1")}};
    channel.world.compiled = *compile(policy);
    channel.world.enforce();
    text = page("other.exe");
    QVERIFY2(contains(text, "application entry Common Configuration: Disable=1"), text.c_str());
}

void TestFirewallClientChannel::refusesAnUnknownProgram()
{
    Channel channel;
    auto client = channel.open();
    QVERIFY(client.send(channel.connect("Sallyport-User: anna\r\n")));
    const std::string page = receiveMessage(client);
    QVERIFY(page.starts_with("HTTP/1.1 403 Forbidden\r\n") && contains(page, "cannot tell"));
}

void TestFirewallClientChannel::refusesDoubtfulIdentity_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("twice") << QByteArray("Sallyport-Application: firefox\r\nSallyport-Application: msmsgs\r\n");
    QTest::newRow("too long") << QByteArray("Sallyport-Application: ") + QByteArray(300, 'a') + "\r\n";
    QTest::newRow("tab") << QByteArray("Sallyport-Application: a\tb\r\n");
}

void TestFirewallClientChannel::refusesDoubtfulIdentity()
{
    QFETCH(QByteArray, fields);
    Channel channel;
    auto client = channel.open();
    QVERIFY(client.send(channel.connect(fields.toStdString())));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 400 Bad Request\r\n"));
    const LogRecord row = channel.world.log.rows(1)[0];
    QCOMPARE(row.operation, LogOperation::Denied);
    QCOMPARE(row.status, 400u);
}

// Whoever fetches is recorded by the name it gives: the same rules as for a CONNECT.
void TestFirewallClientChannel::refusesDoubtfulIdentityOfAFetch()
{
    for (const std::string& fields : {std::string("Sallyport-Computer: PC7\r\nSallyport-Computer: PC8\r\n"),
             std::string("Sallyport-Computer: PC\xc3\r\n"), std::string("Sallyport-Computer: PC\xff\r\n"),
             "Sallyport-Computer: " + std::string(257, 'a') + "\r\n"}) {
        Channel channel;
        auto client = channel.open();
        QVERIFY(client.send("GET /mspclnt.ini HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n"));
        QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 400 Bad Request\r\n"));
        const LogRecord row = channel.world.log.rows(1)[0];
        QCOMPARE(row.operation, LogOperation::Denied);
        QCOMPARE(row.status, 400u);
        QVERIFY(channel.world.fetches.all().empty());
    }
}

void TestFirewallClientChannel::servesItsFiles()
{
    Channel channel;
    auto client = channel.open();
    const auto fetch = [&](const std::string& path, const std::string& fields = {}) {
        client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nSallyport-Computer: PC7\r\n" + fields + "\r\n");
        return receiveMessage(client);
    };
    const std::string file = fetch("/mspclnt.ini");
    QVERIFY(file.starts_with("HTTP/1.1 200 OK\r\n") && file.ends_with("[msmsgs]\r\nDisable=1\r\n"));
    QVERIFY(contains(file, "\r\nETag: \"one\"\r\n"));
    QVERIFY(fetch("/mspclnt.ini", "If-None-Match: \"one\"\r\n").starts_with("HTTP/1.1 304 Not Modified\r\n"));
    QVERIFY(fetch("/msplat.txt").ends_with("127.0.0.0 127.255.255.255\r\n"));
    QVERIFY(fetch("/wpad.dat").starts_with("HTTP/1.1 404 Not Found\r\n"));
    const std::vector<ClientFetch> fetches = channel.world.fetches.all();
    QCOMPARE(fetches.size(), std::size_t(2));
    QCOMPARE(fetches[0].computer, QStringLiteral("PC7"));
    QCOMPARE(fetches[0].version, QStringLiteral("\"one\""));
    QCOMPARE(fetches[0].revision, 3u);
    QCOMPARE(fetches[0].address, IpAddress::fromV4(0x7f000001));

    // A new file is served at once, and a program that is in it may use the same connection to be refused.
    channel.world.handOut.mspclntTag = "\"two\"";
    channel.world.enforce();
    QVERIFY(fetch("/mspclnt.ini", "If-None-Match: \"one\"\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.send(channel.connect("Sallyport-Application: msmsgs\r\n")));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 403 "));
}

void TestFirewallClientChannel::refusesOtherRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("proxy request") << QByteArray("GET http://example.com/ HTTP/1.1\r\nHost: x\r\n\r\n")
                                   << QByteArray("400");
    QTest::newRow("unknown path") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("404");
    QTest::newRow("post") << QByteArray("POST /mspclnt.ini HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                          << QByteArray("405");
    QTest::newRow("options") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("405");
    QTest::newRow("no host header") << QByteArray("GET /mspclnt.ini HTTP/1.1\r\n\r\n") << QByteArray("400");
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01") << QByteArray("400");
}

void TestFirewallClientChannel::refusesOtherRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    Channel channel;
    auto client = channel.open();
    QVERIFY(client.send(request.toStdString()));
    const std::string page = receiveMessage(client);
    QVERIFY2(page.starts_with("HTTP/1.1 " + status.toStdString() + " "), page.c_str());
}

QTEST_GUILESS_MAIN(TestFirewallClientChannel)
#include "test_firewallclientchannel.moc"
