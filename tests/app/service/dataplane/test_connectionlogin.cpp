// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// Clients of one proxy, all on one shard so that they share its pool, and a server.
struct Path {
    explicit Path(std::chrono::milliseconds settle = std::chrono::hours(1))
        : world(1, settling(settle))
    {
    }
    static FixedTimeouts settling(std::chrono::milliseconds settle)
    {
        FixedTimeouts timeouts;
        timeouts.settle = settle;
        return timeouts;
    }

    TestPlane world;
    BlockingServer server;

    BlockingSocket client() { return BlockingSocket::connectTo(world.port(ServiceName::WebProxy)); }
    std::string request(const std::string& fields = {}, const std::string& method = "GET") const
    {
        return method + " http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/1.1\r\nHost: x\r\n" + fields
            + "\r\n";
    }
};

// One request and its reply over connections that are up.
std::string exchange(BlockingSocket& client, BlockingSocket& far, const std::string& request, const std::string& reply)
{
    client.send(request);
    receiveHead(far);
    far.send(reply);
    return receiveMessage(client);
}

const std::string challenge = withLength("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM T2", "who");
const std::string hello = withLength("HTTP/1.1 200 OK", "hello");

} // namespace

// A log-in that a server binds to a connection is its client's alone.
class TestConnectionLogin : public QObject
{
    Q_OBJECT

private slots:
    void servesOneClient_data();
    void servesOneClient();
    void staysWithItsClient();
    void logsInOverHttp10_data();
    void logsInOverHttp10();
    void lateBytesMeetNobody_data();
    void lateBytesMeetNobody();
    void refusalsWithoutABodyGoOn_data();
    void refusalsWithoutABodyGoOn();
    void bytesBehindARefusalAreNoticed();
    void takesNoPooledConnection();
    void logsInTwoAtOnce();
    void goesWithItsClient();
    void goesWhenAnotherServerIsAsked();
    void noticesThatTheServerClosed();
    void doesNotRepeatAPost();
    void poolsStatelessLogins_data();
    void poolsStatelessLogins();
};

void TestConnectionLogin::servesOneClient_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("replyFields");
    const auto row = [](const char* name, const char* fields, const char* replyFields) {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(replyFields);
    };
    row("NTLM", "Authorization: NTLM T1\r\n", "");
    row("lower case", "authorization: ntlm T1\r\n", "");
    row("Negotiate", "Authorization: Negotiate YII=\r\n", "");
    row("unknown scheme", "Authorization: Shibboleth x\r\n", "");
    row("to the proxy", "Proxy-Authorization: NTLM T1\r\n", "");
    row("offered by the server", "", "\r\nWWW-Authenticate: Negotiate");
    row("offered second in a list", "", "\r\nWWW-Authenticate: Basic realm=\"a, b\", NTLM");
    row("offered in a second field", "", "\r\nWWW-Authenticate: Basic realm=\"x\"\r\nWWW-Authenticate: NTLM");
    row("offered as a proxy's", "", "\r\nProxy-Authenticate: NTLM");
    row("said to be the session's", "", "\r\nProxy-Support: Session-Based-Authentication");
}

void TestConnectionLogin::servesOneClient()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, replyFields);
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request(fields.toStdString())));
    auto far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK" + replyFields.toStdString(), "hello")));
    QVERIFY(receiveMessage(anna).ends_with("hello"));

    auto stranger = path.client();
    QVERIFY(stranger.send(path.request()));
    auto second = path.server.accept();
    QVERIFY(second.ok());
    QVERIFY(exchange(stranger, second, {}, hello).ends_with("hello"));
    // And hers goes on.
    QVERIFY(exchange(anna, far, path.request(), hello).ends_with("hello"));
}

void TestConnectionLogin::staysWithItsClient()
{
    Path path(std::chrono::milliseconds(0));
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    const std::string reply = exchange(anna, far, {}, challenge);
    QVERIFY(reply.find("\r\nWWW-Authenticate: NTLM T2\r\n") != std::string::npos);
    QVERIFY(reply.find("\r\nProxy-Support: Session-Based-Authentication\r\n") != std::string::npos);
    // Methods that take no idle connection, bodies and requests without a word of it: all on the same one.
    QVERIFY(exchange(anna, far, path.request("Authorization: NTLM T3\r\nContent-Length: 0\r\n", "POST"), hello)
                .ends_with("hello"));
    QVERIFY(exchange(anna, far, path.request(), hello).ends_with("hello"));
    QVERIFY(exchange(anna, far, path.request("Authorization: Basic eDp5\r\n"), hello).ends_with("hello"));
    // Also after a reply without a body, once it has settled.
    QVERIFY(anna.send(path.request({}, "HEAD")));
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    QVERIFY(receiveHead(anna).starts_with("HTTP/1.1 200 "));
    QVERIFY(exchange(anna, far, path.request(), hello).ends_with("hello"));
}

void TestConnectionLogin::logsInOverHttp10_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("as of a proxy") << QByteArray("Proxy-Connection: Keep-Alive\r\n");
    QTest::newRow("as of a server") << QByteArray("Connection: keep-alive\r\n");
}

// As old browsers do by default.
void TestConnectionLogin::logsInOverHttp10()
{
    QFETCH(QByteArray, asked);
    Path path;
    auto anna = path.client();
    const auto request = [&](const std::string& fields) {
        std::string text = path.request(asked.toStdString() + fields);
        return text.replace(text.find("HTTP/1.1"), 8, "HTTP/1.0");
    };
    QVERIFY(anna.send(request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    const std::string reply = exchange(anna, far, {}, challenge);
    QVERIFY2(reply.ends_with("who") && reply.find("\r\nConnection: keep-alive\r\n") != std::string::npos
            && reply.find("\r\nProxy-Connection: keep-alive\r\n") != std::string::npos
            && reply.find("close") == std::string::npos,
        reply.c_str());
    QVERIFY(exchange(anna, far, request("Authorization: NTLM T3\r\n"), hello).ends_with("hello"));
    // What ends with its connection only ends it, and says so.
    QVERIFY(anna.send(request({})));
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\n\r\nall"));
    far.close();
    const std::string last = receiveAll(anna);
    QVERIFY2(last.ends_with("\r\n\r\nall") && last.find("keep-alive") == std::string::npos, last.c_str());
}

void TestConnectionLogin::lateBytesMeetNobody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
    QTest::newRow("204") << QByteArray("GET") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
    QTest::newRow("304") << QByteArray("GET") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n");
    QTest::newRow("empty") << QByteArray("GET") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

// A client that asks on before the connection has settled gets a fresh one, and logs in anew.
void TestConnectionLogin::lateBytesMeetNobody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    QVERIFY(exchange(anna, far, {}, challenge).ends_with("who"));
    QVERIFY(anna.send(path.request("Authorization: NTLM T3\r\n", method.toStdString())));
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString()));
    QVERIFY(receiveHead(anna).starts_with(reply.first(12).toStdString()));
    QVERIFY(anna.send(path.request()));
    far.send(withLength("HTTP/1.1 200 OK", "WRONG!"));
    auto fresh = path.server.accept();
    QVERIFY(fresh.ok());
    QVERIFY(exchange(anna, fresh, {}, hello).ends_with("hello"));
}

void TestConnectionLogin::refusalsWithoutABodyGoOn_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("401") << QByteArray("GET") << QByteArray("HTTP/1.1 401 U\r\nWWW-Authenticate: NTLM T2\r\n");
    QTest::newRow("407") << QByteArray("GET") << QByteArray("HTTP/1.1 407 P\r\nProxy-Authenticate: NTLM T2\r\n");
    QTest::newRow("401 to HEAD") << QByteArray("HEAD") << QByteArray("HTTP/1.1 401 U\r\nWWW-Authenticate: NTLM T2\r\n");
}

// The middle of a log-in: its end has to come on the same connection, at once.
void TestConnectionLogin::refusalsWithoutABodyGoOn()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n", method.toStdString())));
    auto far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString() + "Content-Length: 0\r\n\r\n"));
    QVERIFY(receiveHead(anna).starts_with(reply.first(12).toStdString()));
    QVERIFY(exchange(anna, far, path.request("Authorization: NTLM T3\r\n"), hello).ends_with("hello"));
}

void TestConnectionLogin::bytesBehindARefusalAreNoticed()
{
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 401 U\r\nWWW-Authenticate: NTLM T2\r\nContent-Length: 0\r\n\r\n"));
    QVERIFY(receiveHead(anna).starts_with("HTTP/1.1 401 "));
    QVERIFY(far.send("late"));
    QVERIFY(anna.send(path.request("Authorization: NTLM T3\r\n")));
    auto fresh = path.server.accept();
    QVERIFY(fresh.ok());
    QVERIFY(exchange(anna, fresh, {}, challenge).ends_with("who"));
}

void TestConnectionLogin::takesNoPooledConnection()
{
    Path path;
    auto other = path.client();
    QVERIFY(other.send(path.request()));
    auto pooled = path.server.accept();
    QVERIFY(exchange(other, pooled, {}, hello).ends_with("hello"));
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: Negotiate YII=\r\n")));
    auto own = path.server.accept();
    QVERIFY(own.ok());
    QVERIFY(exchange(anna, own, {}, hello).ends_with("hello"));
}

void TestConnectionLogin::logsInTwoAtOnce()
{
    Path path;
    auto anna = path.client();
    auto bert = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto annas = path.server.accept();
    QVERIFY(bert.send(path.request("Authorization: NTLM T1\r\n")));
    auto berts = path.server.accept();
    QVERIFY(exchange(bert, berts, {}, challenge).ends_with("who"));
    QVERIFY(exchange(anna, annas, {}, challenge).ends_with("who"));
    QVERIFY(exchange(anna, annas, path.request("Authorization: NTLM T3-anna\r\n"), hello).ends_with("hello"));
    QVERIFY(exchange(bert, berts, path.request("Authorization: NTLM T3-bert\r\n"), hello).ends_with("hello"));
}

void TestConnectionLogin::goesWithItsClient()
{
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    QVERIFY(exchange(anna, far, {}, hello).ends_with("hello"));
    anna.close();
    char byte;
    QVERIFY(::recv(far.fd(), &byte, 1, 0) <= 0);
}

void TestConnectionLogin::goesWhenAnotherServerIsAsked()
{
    Path path;
    BlockingServer elsewhere;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    QVERIFY(exchange(anna, far, {}, hello).ends_with("hello"));
    QVERIFY(anna.send("GET http://127.0.0.1:" + std::to_string(elsewhere.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    auto other = elsewhere.accept();
    QVERIFY(exchange(anna, other, {}, hello).ends_with("hello"));
    QVERIFY(far.ended());
}

void TestConnectionLogin::noticesThatTheServerClosed()
{
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    QVERIFY(exchange(anna, far, {}, hello).ends_with("hello"));
    far.close();
    QVERIFY(anna.send(path.request()));
    auto second = path.server.accept();
    QVERIFY(second.ok());
    QVERIFY(exchange(anna, second, {}, hello).ends_with("hello"));
}

void TestConnectionLogin::doesNotRepeatAPost()
{
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request("Authorization: NTLM T1\r\n")));
    auto far = path.server.accept();
    QVERIFY(exchange(anna, far, {}, challenge).ends_with("who"));
    QVERIFY(anna.send(path.request("Authorization: NTLM T3\r\nContent-Length: 0\r\n", "POST")));
    receiveHead(far);
    far.close();
    QVERIFY(receiveMessage(anna).starts_with("HTTP/1.1 502 "));
}

void TestConnectionLogin::poolsStatelessLogins_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("replyFields");
    QTest::newRow("Basic") << QByteArray("Authorization: Basic eDp5\r\n") << QByteArray();
    QTest::newRow("Digest") << QByteArray("Authorization: Digest username=\"a\", qop=auth, nc=1\r\n") << QByteArray();
    QTest::newRow("Digest asked for") << QByteArray()
                                      << QByteArray(
                                             "\r\nWWW-Authenticate: Digest realm=\"a, NTLM\", qop=\"auth,auth-int\"");
    QTest::newRow("Bearer") << QByteArray("Authorization: Bearer a.b-c_d==\r\n") << QByteArray();
}

void TestConnectionLogin::poolsStatelessLogins()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, replyFields);
    Path path;
    auto anna = path.client();
    QVERIFY(anna.send(path.request(fields.toStdString())));
    auto far = path.server.accept();
    QVERIFY(
        exchange(anna, far, {}, withLength("HTTP/1.1 200 OK" + replyFields.toStdString(), "hello")).ends_with("hello"));
    auto other = path.client();
    QVERIFY(exchange(other, far, path.request(), hello).ends_with("hello"));
}

QTEST_GUILESS_MAIN(TestConnectionLogin)
#include "test_connectionlogin.moc"
