// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/logrow.h"
#include "httptalk.h"
#include "testplane.h"

#include <QTest>

#include <cerrno>
#include <thread>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// A client, the proxy and a server.
struct Path {
    TestPlane world;
    BlockingServer server;
    BlockingSocket client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));

    std::string url(const std::string& path) const { return "http://" + host() + path; }
    std::string host() const { return "127.0.0.1:" + std::to_string(server.port()); }
    std::string get(const std::string& path, const std::string& fields = {}) const
    {
        return "GET " + url(path) + " HTTP/1.1\r\nHost: " + host() + "\r\n" + fields + "\r\n";
    }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestWebProxy : public QObject
{
    Q_OBJECT

private slots:
    void forwardsAndKeepsBothSides();
    void answersPipelinedRequestsInOrder();
    void passesChunksAndTrailers();
    void unwrapsChunksForHttp10();
    void passesContinue();
    void passesBodyUntilClose();
    void repeatsOnAFreshConnection();
    void doesNotRepeatAPost();
    void upgrades();
    void connects();
    void refusesDenied();
    void reportsUnreachable_data();
    void reportsUnreachable();
    void logsWhyNothingWasReached_data();
    void logsWhyNothingWasReached();
    void servesItsFiles();
    void servesItsFilesByEveryName();
    void detectsLoops();
    void showsTheConnection();
    void countsWhileAReplyIsUnderWay();
    void breaksOffATruncatedReply();
    void movesLargeBodiesBothWays();
    void answersAHalfClosedClient();
    void passesHalfCloseThroughConnect();
    void reachesIpv6();
};

void TestWebProxy::forwardsAndKeepsBothSides()
{
    Path path;
    QVERIFY(path.client.send(path.get("/one", "Proxy-Connection: keep-alive\r\nAccept: */*\r\n")));
    BlockingSocket far = path.server.accept();
    const std::string request = receiveHead(far);
    QVERIFY(request.starts_with("GET /one HTTP/1.1\r\nHost: " + path.host() + "\r\nAccept: */*\r\nVia: 1.1 "));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5\r\nContent-Type: text/plain", "first")));
    const std::string reply = receiveMessage(path.client);
    QVERIFY(reply.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nDate: "));
    QVERIFY(contains(reply, " GMT\r\nVia: 1.1 "));
    QVERIFY(reply.ends_with("\r\n\r\nfirst"));
    QVERIFY(!contains(reply, "Connection:"));

    // The second request comes on the same two connections.
    QVERIFY(path.client.send(path.get("/two")));
    QVERIFY(receiveHead(far).starts_with("GET /two HTTP/1.1\r\n"));
    QVERIFY(far.send(withLength("HTTP/1.1 404 Not Found", "second")));
    QVERIFY(receiveMessage(path.client).ends_with("second"));

    const auto rows = path.world.log.rows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].operation, LogOperation::Request);
    QCOMPARE(rows[0].way, SessionType::WebProxy);
    QCOMPARE(rows[0].method, std::string("GET"));
    QCOMPARE(rows[0].uri, path.url("/one"));
    QCOMPARE(rows[0].host, std::string("127.0.0.1"));
    QCOMPARE(rows[0].port, path.server.port());
    QCOMPARE(rows[0].status, 200u);
    QCOMPARE(rows[0].mimeType, std::string("text/plain"));
    QVERIFY(rows[0].bytesSent > 50 && rows[0].bytesReceived > 50);
    QCOMPARE(rows[1].status, 404u);
    QCOMPARE(rows[1].connection, rows[0].connection);
}

void TestWebProxy::answersPipelinedRequestsInOrder()
{
    Path path;
    QVERIFY(path.client.send(
        path.get("/a") + path.get("/b") + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n" + path.get("/c")));
    BlockingSocket far = path.server.accept();
    for (const char* name : {"/a", "/b"}) {
        QVERIFY(receiveHead(far).starts_with(std::string("GET ") + name + " "));
        QVERIFY(far.send(withLength("HTTP/1.1 200 OK", name)));
        QVERIFY(receiveMessage(path.client).ends_with(std::string("\r\n\r\n") + name));
    }
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 404 "));
    QVERIFY(receiveHead(far).starts_with("GET /c "));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "/c")));
    QVERIFY(receiveMessage(path.client).ends_with("/c"));
}

void TestWebProxy::passesChunksAndTrailers()
{
    Path path;
    const std::string body = "5;x=1\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n";
    QVERIFY(path.client.send("POST " + path.url("/") + " HTTP/1.1\r\nHost: " + path.host()
        + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body + path.get("/next")));
    BlockingSocket far = path.server.accept();
    QVERIFY(contains(receiveHead(far), "\r\nTransfer-Encoding: chunked\r\n"));
    QCOMPARE(far.receive(body.size()), body);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body));
    QVERIFY(contains(receiveHead(path.client), "\r\nTransfer-Encoding: chunked\r\n"));
    QCOMPARE(path.client.receive(body.size()), body);
    QVERIFY(receiveHead(far).starts_with("GET /next "));
}

void TestWebProxy::unwrapsChunksForHttp10()
{
    Path path;
    QVERIFY(path.client.send("GET " + path.url("/") + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    BlockingSocket far = path.server.accept();
    const std::string request = receiveHead(far);
    QVERIFY(request.starts_with("GET / HTTP/1.1\r\nHost: " + path.host()) && contains(request, "\r\nVia: 1.0 "));
    QVERIFY(far.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
    const std::string head = receiveHead(path.client);
    QVERIFY(
        head.starts_with("HTTP/1.1 200 OK\r\n") && contains(head, "Connection: close") && !contains(head, "chunked"));
    QVERIFY(far.send("2\r\nde\r\n0\r\n\r\n"));
    QCOMPARE(receiveAll(path.client), std::string("abcde"));
}

void TestWebProxy::passesContinue()
{
    Path path;
    QVERIFY(path.client.send("PUT " + path.url("/") + " HTTP/1.1\r\nHost: " + path.host()
        + "\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    BlockingSocket far = path.server.accept();
    QVERIFY(contains(receiveHead(far), "\r\nExpect: 100-continue\r\n"));
    QVERIFY(far.send("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 100 Continue\r\n"));
    QVERIFY(path.client.send("hello"));
    QCOMPARE(far.receive(5), std::string("hello"));
    QVERIFY(far.send("HTTP/1.1 204 No Content\r\n\r\n"));
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 204 No Content\r\n"));
}

void TestWebProxy::passesBodyUntilClose()
{
    Path path;
    QVERIFY(path.client.send(path.get("/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.0 200 OK\r\n\r\nall of it"));
    far.close();
    const std::string reply = receiveAll(path.client);
    QVERIFY(contains(reply, "\r\nConnection: close\r\n\r\nall of it"));
}

void TestWebProxy::repeatsOnAFreshConnection()
{
    Path path;
    QVERIFY(path.client.send(path.get("/one")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "1")));
    receiveMessage(path.client);
    // The kept connection ends when the next request is already on it.
    QVERIFY(path.client.send(path.get("/two")));
    receiveHead(far);
    far.close();
    BlockingSocket second = path.server.accept();
    QVERIFY(receiveHead(second).starts_with("GET /two "));
    QVERIFY(second.send(withLength("HTTP/1.1 200 OK", "2")));
    QVERIFY(receiveMessage(path.client).ends_with("\r\n\r\n2"));
}

void TestWebProxy::doesNotRepeatAPost()
{
    Path path;
    QVERIFY(path.client.send(path.get("/one")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "1")));
    receiveMessage(path.client);
    QVERIFY(path.client.send(
        "POST " + path.url("/") + " HTTP/1.1\r\nHost: " + path.host() + "\r\nContent-Length: 1\r\n\r\nx"));
    BlockingSocket second = path.server.accept();
    receiveHead(second);
    second.close();
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 502 "));
}

void TestWebProxy::upgrades()
{
    Path path;
    QVERIFY(path.client.send(path.get("/chat", "Connection: Upgrade\r\nUpgrade: websocket\r\n")));
    BlockingSocket far = path.server.accept();
    const std::string request = receiveHead(far);
    QVERIFY(contains(request, "\r\nUpgrade: websocket\r\n") && contains(request, "\r\nConnection: Upgrade\r\n"));
    QVERIFY(far.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhi"));
    const std::string reply = receiveHead(path.client);
    QVERIFY(reply.starts_with("HTTP/1.1 101 ") && contains(reply, "\r\nUpgrade: websocket\r\n"));
    QCOMPARE(path.client.receive(2), std::string("hi"));
    QVERIFY(path.client.send("ping"));
    QCOMPARE(far.receive(4), std::string("ping"));
    path.client.close();
    QVERIFY(far.ended());
    far.close();
    QCOMPARE(path.world.waitForConnections(0).connections.size(), 0);
}

void TestWebProxy::connects()
{
    Path path;
    QVERIFY(path.client.send("CONNECT " + path.host() + " HTTP/1.1\r\nHost: " + path.host() + "\r\n\r\nearly"));
    BlockingSocket far = path.server.accept();
    QCOMPARE(far.receive(5), std::string("early"));
    QCOMPARE(receiveHead(path.client), std::string("HTTP/1.1 200 Connection established\r\n\r\n"));
    QVERIFY(far.send("answer"));
    QCOMPARE(path.client.receive(6), std::string("answer"));
    const SessionDelta up = path.world.waitForBytes(5, 6);
    QCOMPARE(up.sessions.size(), 1);
    QCOMPARE(up.sessions[0].type, SessionType::WebProxy);
    QVERIFY(up.sessions[0].user.isEmpty());
    path.client.close();
    QVERIFY(far.ended());
    far.close();
    const auto rows = path.world.log.rows(2);
    QCOMPARE(rows[0].operation, LogOperation::Open);
    QCOMPARE(rows[0].method, std::string("CONNECT"));
    QCOMPARE(rows[1].operation, LogOperation::Close);
    QCOMPARE(rows[1].bytesSent, 5u);
    QCOMPARE(rows[1].bytesReceived, 6u);
}

void TestWebProxy::refusesDenied()
{
    Path path;
    path.world.decisions->deniedPorts.insert(path.server.port());
    path.world.policy.client.applications.append(
        {newObjectId(), QStringLiteral("closed port"), {{ApplicationKey::Disable, QStringLiteral("1")}}});
    path.world.enforce();
    QVERIFY(path.client.send(path.get("/")));
    const std::string page = receiveMessage(path.client);
    QVERIFY(page.starts_with("HTTP/1.1 403 Forbidden\r\n"));
    QVERIFY(contains(page, "application entry closed port: Disable=1") && contains(page, path.host()));
    // The connection goes on.
    QVERIFY(path.client.send("CONNECT " + path.host() + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    const std::string refusal = receiveAll(path.client);
    QVERIFY(refusal.starts_with("HTTP/1.1 403 Forbidden\r\n"));
    QVERIFY(contains(refusal, "application entry closed port: Disable=1"));
    const auto rows = path.world.log.rows(2);
    QCOMPARE(rows[0].operation, LogOperation::Denied);
    QCOMPARE(rows[0].status, 403u);
    QCOMPARE(rows[0].rule1, std::string("closed port"));
    QCOMPARE(rows[1].operation, LogOperation::Denied);
}

void TestWebProxy::reportsUnreachable_data()
{
    QTest::addColumn<QString>("request");
    QTest::newRow("refused") << QStringLiteral("GET http://127.0.0.1:%1/ HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("no such name") << QStringLiteral("GET http://nowhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("tunnel refused") << QStringLiteral("CONNECT 127.0.0.1:%1 HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("tunnel to no such name")
        << QStringLiteral("CONNECT nowhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n");
}

void TestWebProxy::reportsUnreachable()
{
    QFETCH(QString, request);
    TestPlane world;
    std::uint16_t closed = 0;
    {
        const BlockingServer gone;
        closed = gone.port();
    }
    if (request.contains(QLatin1String("%1")))
        request = request.arg(closed);
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send(request.toStdString()));
    const std::string page = receiveMessage(client);
    QVERIFY2(page.starts_with("HTTP/1.1 502 Bad Gateway\r\n"), page.c_str());
    QVERIFY(contains(page, "<!DOCTYPE html>"));
}

void TestWebProxy::logsWhyNothingWasReached_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<std::uint32_t>("status");
    QTest::newRow("refused") << QByteArray("127.0.0.1") << 10061u;
    QTest::newRow("no such name") << QByteArray("nowhere.example") << 11001u;
    QTest::newRow("too slow") << QByteArray("never") << 10060u;
}

void TestWebProxy::logsWhyNothingWasReached()
{
    QFETCH(QByteArray, host);
    QFETCH(std::uint32_t, status);
    TestPlane world;
    world.policy.listeners.connectTimeoutSeconds = 1;
    world.enforce();
    std::string at;
    {
        const BlockingServer gone;
        at = host.toStdString() + ":" + std::to_string(gone.port());
    }
    for (const std::string& line : {"GET http://" + at + "/", "CONNECT " + at}) {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
        QVERIFY(client.send(line + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 50"));
    }
    const auto rows = world.log.rows(2);
    QCOMPARE(rows[0].status, status);
    QCOMPARE(rows[1].status, status);
    // What cannot be made to happen here.
    const Error unreachable{ErrorCode::Unreachable, {}, {}};
    QCOMPARE(firewallStatus(unreachable, ENETUNREACH), 10065u);
    QCOMPARE(firewallStatus(unreachable, EHOSTUNREACH), 10065u);
    QCOMPARE(firewallStatus({ErrorCode::Io, {}, {}}, 0), 11002u);
}

void TestWebProxy::servesItsFiles()
{
    TestPlane world;
    world.handOut.mspclnt = "[Common]\r\nPort=1745\r\n";
    world.handOut.mspclntTag = "\"tag\"";
    world.handOut.pac = "function FindProxyForURL(url, host) {}";
    world.handOut.wspad = "[Common]\r\n";
    world.handOut.revision = 7;
    world.enforce();
    const std::uint16_t port = world.port(ServiceName::WebProxy);
    auto client = BlockingSocket::connectTo(port);
    const auto fetch = [&](const std::string& target, const std::string& fields = {}) {
        client.send("GET " + target + " HTTP/1.1\r\nHost: proxy\r\n" + fields + "\r\n");
        return receiveMessage(client);
    };
    const std::string pac = fetch("/wpad.dat");
    QVERIFY(pac.starts_with("HTTP/1.1 200 OK\r\n") && pac.ends_with(world.handOut.pac.toStdString()));
    QVERIFY(contains(pac, "Content-Type: application/x-ns-proxy-autoconfig\r\n"));
    QVERIFY(fetch("/array.dll?Get.Routing.Script").ends_with(world.handOut.pac.toStdString()));
    for (const char* path : {"/wpad.dat?", "/WPAD.DAT", "/wpad.dat?Type=WPAD", "//wpad.dat", "/./wpad%2eDat",
             "/wpad.da", "/proxy.pac", "/array.dll?get.routing.script", "/Array.dll?Get.Routing.Script?",
             "//array.dll?Get%2ERouting.Script&x=1", "/x/../wpad.dat"}) {
        const std::string script = fetch(path);
        QVERIFY2(script.ends_with(world.handOut.pac.toStdString()), path);
        QVERIFY2(contains(script, "Content-Type: application/x-ns-proxy-autoconfig\r\n"), path);
    }
    for (const char* path : {"/wspad.dat", "/Wspad.dat?", "/wspad.dat?Type=WSPAD"})
        QVERIFY2(fetch(path).ends_with("[Common]\r\n"), path);
    for (const char* path :
        {"/", "/?", "/wpad", "/wpad.dat/x", "/array.dll", "/array.dll?Get.Info.v1", "/wpad%.dat", "/msplat.txt"})
        QVERIFY2(fetch(path).starts_with("HTTP/1.1 404 "), path);
    QVERIFY(fetch("http://127.0.0.1:" + std::to_string(port) + "/mspclnt.ini").ends_with("Port=1745\r\n"));
    QVERIFY(fetch("/mspclnt.ini", "If-None-Match: \"tag\"\r\n").starts_with("HTTP/1.1 304 Not Modified\r\n"));
    QVERIFY(fetch("/mspclnt.ini", "If-None-Match: \"old\"\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(fetch("/other").starts_with("HTTP/1.1 404 Not Found\r\n"));
    QCOMPARE(world.fetches.all().size(), std::size_t(3));
    QCOMPARE(world.fetches.all()[0].version, QStringLiteral("\"tag\""));
    QCOMPARE(world.fetches.all()[0].revision, 7u);
    QVERIFY(client.send("DELETE /wpad.dat HTTP/1.1\r\nHost: proxy\r\n\r\n"));
    const std::string wrong = receiveMessage(client);
    QVERIFY(wrong.starts_with("HTTP/1.1 405 ") && contains(wrong, "\r\nAllow: GET, HEAD\r\n"));
}

// Not only by those that the policy tells: whatever leads to this listener.
void TestWebProxy::servesItsFilesByEveryName()
{
    TestPlane world;
    world.handOut.pac = "function FindProxyForURL(url, host) {}";
    world.handOut.mspclnt = "[Common]\r\n";
    world.handOut.mspclntTag = "\"tag\"";
    world.resolver->names["gate.corp.example"] = {IpAddress::fromV4(0x7f000001)};
    world.enforce();
    const std::string port = std::to_string(world.port(ServiceName::WebProxy));
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    const auto fetch = [&](const std::string& url, const std::string& fields = {}) {
        client.send("GET http://" + url + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
        return receiveMessage(client);
    };
    const std::string pac = fetch("gate.corp.example:" + port + "/wpad.dat");
    QVERIFY2(pac.starts_with("HTTP/1.1 200 ") && pac.ends_with("{}"), pac.c_str());
    const std::string same = fetch("gate.corp.example:" + port + "/mspclnt.ini", "If-None-Match: \"tag\"\r\n");
    QVERIFY2(same.starts_with("HTTP/1.1 304 "), same.c_str());
    // However long the browser's request is.
    const std::string cookie = "Cookie: a=" + std::string(5000, 'x') + "\r\n";
    const std::string again = fetch("gate.corp.example:" + port + "/wpad.dat", cookie);
    QVERIFY2(again.starts_with("HTTP/1.1 200 ") && again.ends_with("{}"), again.c_str());
    QVERIFY(fetch("gate.corp.example:" + port + "/other").starts_with("HTTP/1.1 403 "));
    const std::string socks = std::to_string(world.port(ServiceName::Socks));
    QVERIFY(fetch("gate.corp.example:" + socks + "/wpad.dat").starts_with("HTTP/1.1 403 "));
}

void TestWebProxy::detectsLoops()
{
    Path path;
    // What our own Via looks like is only known from a forwarded request.
    QVERIFY(path.client.send(path.get("/")));
    BlockingSocket far = path.server.accept();
    const std::string request = receiveHead(far);
    const std::size_t at = request.find("Via: ");
    const std::string via = request.substr(at, request.find("\r\n", at) + 2 - at);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "1")));
    receiveMessage(path.client);
    QVERIFY(path.client.send(path.get("/", via)));
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 508 "));

    // A name that leads here, by its address.
    const std::string port = std::to_string(path.world.port(ServiceName::WebProxy));
    path.world.resolver->names["alias.example"] = {IpAddress::fromV4(0x7f000001)};
    QVERIFY(path.client.send("GET http://alias.example:" + port + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 403 "));
    QVERIFY(path.client.send("CONNECT alias.example:" + port + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 403 "));
}

void TestWebProxy::showsTheConnection()
{
    Path path;
    path.world.resolver->names["other.example"] = {IpAddress::fromV4(0x7f000001)};
    QVERIFY(path.client.send(path.get("/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    SessionDelta up = path.world.waitForConnections(1);
    QCOMPARE(up.sessions[0].type, SessionType::WebProxy);
    QCOMPARE(up.connections[0].host, QStringLiteral("127.0.0.1"));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "1")));
    receiveMessage(path.client);
    up = path.world.waitForBytes(50, 20);
    QVERIFY(up.connections[0].bytesSent > 50);

    QVERIFY(path.client.send(
        "GET http://other.example:" + std::to_string(path.server.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    BlockingSocket second = path.server.accept();
    receiveHead(second);
    up = path.world.waitForConnections(1);
    QCOMPARE(up.connections[0].host, QStringLiteral("other.example"));
    const auto ended = path.world.disconnect({{}, {up.connections[0].id}, "anna", "out"});
    QCOMPARE(ended.size(), std::size_t(1));
    QVERIFY(path.client.wasReset());
    QVERIFY(second.wasReset());
    QCOMPARE(path.world.waitForConnections(0).connections.size(), 0);
    QCOMPARE(path.world.log.rows(2)[1].rule1, std::string("disconnected by anna: out"));
}

void TestWebProxy::countsWhileAReplyIsUnderWay()
{
    Path path;
    QVERIFY(path.client.send(path.get("/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + std::string(1000, 'a')));
    const SessionDelta up = path.world.waitForBytes(50, 1000);
    QVERIFY(up.connections[0].bytesReceived >= 1000 && up.connections[0].bytesReceived < 1100);
    QVERIFY(far.send(std::string(1000, 'b')));
    receiveMessage(path.client);
    const LogRecord row = path.world.log.rows(1)[0];
    QCOMPARE(path.world.waitForBytes(1, row.bytesReceived).connections[0].bytesReceived, row.bytesReceived);

    // What the service answers itself moves nothing to a server or from it.
    QVERIFY(path.client.send("GET /none HTTP/1.1\r\nHost: x\r\n\r\n"));
    receiveMessage(path.client);
    QCOMPARE(path.world.log.rows(2)[1].bytesReceived, 0u);
}

void TestWebProxy::breaksOffATruncatedReply()
{
    Path path;
    QVERIFY(path.client.send(path.get("/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"));
    far.close();
    QVERIFY(path.client.wasReset());
}

void TestWebProxy::movesLargeBodiesBothWays()
{
    Path path;
    const std::string body(8 << 20, 'b');
    std::string uploaded;
    std::thread server([&] {
        BlockingSocket far = path.server.accept();
        receiveHead(far);
        uploaded = far.receive(body.size());
        far.send(withLength("HTTP/1.1 200 OK", body));
    });
    const std::string head
        = "PUT " + path.url("/") + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size());
    const bool sent = path.client.send(head + "\r\n\r\n" + body);
    const std::string reply = receiveMessage(path.client);
    server.join();
    QVERIFY(sent);
    QVERIFY(uploaded == body);
    QVERIFY(reply.ends_with("\r\n\r\n" + body));
}

void TestWebProxy::answersAHalfClosedClient()
{
    Path path;
    QVERIFY(path.client.send(path.get("/")));
    path.client.shutdownWrite();
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "late")));
    QVERIFY(receiveMessage(path.client).ends_with("late"));
    QVERIFY(path.client.ended());
}

void TestWebProxy::passesHalfCloseThroughConnect()
{
    Path path;
    QVERIFY(path.client.send("CONNECT " + path.host() + " HTTP/1.1\r\nHost: " + path.host() + "\r\n\r\n"));
    BlockingSocket far = path.server.accept();
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 200 "));
    path.client.shutdownWrite();
    QVERIFY(far.ended());
    QVERIFY(far.send("after your end"));
    QCOMPARE(path.client.receive(14), std::string("after your end"));
    far.shutdownWrite();
    QVERIFY(path.client.ended());
}

void TestWebProxy::reachesIpv6()
{
    BlockingServer six(true);
    if (six.port() == 0)
        QSKIP("this machine has no IPv6");
    Path path;
    const std::string host = "[::1]:" + std::to_string(six.port());
    QVERIFY(path.client.send("GET http://" + host + "/six HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
    BlockingSocket far = six.accept();
    QVERIFY(receiveHead(far).starts_with("GET /six HTTP/1.1\r\nHost: " + host + "\r\n"));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "six")));
    QVERIFY(receiveMessage(path.client).ends_with("six"));
    QVERIFY(path.client.send("CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
    BlockingSocket tunnelled = six.accept();
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 200 "));
    QVERIFY(tunnelled.send("hello"));
    QCOMPARE(path.client.receive(5), std::string("hello"));
}

QTEST_GUILESS_MAIN(TestWebProxy)
#include "test_webproxy.moc"
