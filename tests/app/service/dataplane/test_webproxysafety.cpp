// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"

#include <QTest>

#include <poll.h>
#include <sys/socket.h>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// A client, the proxy and a server.
struct Path {
    TestPlane world{1};
    BlockingServer server;
    BlockingSocket client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));

    std::string request(const std::string& method, const std::string& path, const std::string& fields = {}) const
    {
        return method + " http://127.0.0.1:" + std::to_string(server.port()) + path + " HTTP/1.1\r\nHost: x\r\n"
            + fields + "\r\n";
    }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

// What a server or client does wrong stays between it and us: no later message is read out of it.
class TestWebProxySafety : public QObject
{
    Q_OBJECT

private slots:
    void serverIsNotUsedAgain_data();
    void serverIsNotUsedAgain();
    void postTakesNoIdleConnection();
    void badBodyAfterAReplyBegan();
    void badChunksOfAReply();
    void switchesProtocolsOnlyWhenAsked();
    void traceIsNotAnsweredByUs();
    void holdsBackAServerForASlowClient();
    void listensNoLongerToWhomItRefused();
};

void TestWebProxySafety::serverIsNotUsedAgain_data()
{
    QTest::addColumn<QByteArray>("reply");
    const QByteArray evil("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    QTest::newRow("said so") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n1");
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n1");
    QTest::newRow("more than its length") << "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1" + evil;
    QTest::newRow("more than its chunks")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n\r\n" + evil;
    QTest::newRow("more than nothing") << "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + evil;
    QTest::newRow("a body where none may be") << "HTTP/1.1 204 No Content\r\n\r\n" + evil;
}

void TestWebProxySafety::serverIsNotUsedAgain()
{
    QFETCH(QByteArray, reply);
    Path path;
    QVERIFY(path.client.send(path.request("GET", "/one")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString()));
    const std::string head = receiveHead(path.client);
    QVERIFY(head.starts_with("HTTP/1.1 20"));
    if (contains(head, "chunked"))
        QCOMPARE(path.client.receive(11), std::string("1\r\n1\r\n0\r\n\r\n"));
    else if (contains(head, "Content-Length: 1\r\n"))
        QCOMPARE(path.client.receive(1), std::string("1"));

    QVERIFY(path.client.send(path.request("GET", "/two")));
    BlockingSocket second = path.server.accept();
    QVERIFY(second.ok());
    QVERIFY(receiveHead(second).starts_with("GET /two "));
    QVERIFY(second.send(withLength("HTTP/1.1 200 OK", "good")));
    QVERIFY(receiveMessage(path.client).ends_with("\r\n\r\ngood"));
}

// A request that may not be sent twice must not be lost on a connection that the server is just closing.
void TestWebProxySafety::postTakesNoIdleConnection()
{
    Path path;
    QVERIFY(path.client.send(path.request("GET", "/one")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "1")));
    receiveMessage(path.client);
    QVERIFY(path.client.send(path.request("POST", "/buy", "Content-Length: 0\r\n")));
    BlockingSocket second = path.server.accept();
    QVERIFY(second.ok());
    QVERIFY(receiveHead(second).starts_with("POST /buy "));
}

// Once the reply has begun there is no place left for an error page: it would be taken for a part of the reply.
void TestWebProxySafety::badBodyAfterAReplyBegan()
{
    Path path;
    QVERIFY(path.client.send(path.request("POST", "/", "Transfer-Encoding: chunked\r\n") + "1\r\na\r\n"));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n12345"));
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(path.client.receive(5), std::string("12345"));
    QVERIFY(path.client.send("no chunk\r\n"));
    QCOMPARE(path.client.receive(1), std::string());
    QVERIFY(far.wasReset());
}

void TestWebProxySafety::badChunksOfAReply()
{
    Path path;
    QVERIFY(path.client.send(path.request("GET", "/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n"));
    QVERIFY(receiveHead(path.client).starts_with("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(path.client.receive(6), std::string("1\r\na\r\n"));
    QVERIFY(far.send("no chunk\r\n"));
    QVERIFY(path.client.wasReset());
}

void TestWebProxySafety::switchesProtocolsOnlyWhenAsked()
{
    Path path;
    QVERIFY(path.client.send(path.request("GET", "/")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"));
    QVERIFY(receiveMessage(path.client).starts_with("HTTP/1.1 502 "));
}

void TestWebProxySafety::traceIsNotAnsweredByUs()
{
    Path path;
    QVERIFY(path.client.send(path.request("TRACE", "/", "Max-Forwards: 0\r\nCookie: secret\r\n")));
    const std::string reply = receiveMessage(path.client);
    QVERIFY(reply.starts_with("HTTP/1.1 405 "));
    QVERIFY(!contains(reply, "secret"));
}

// A client that does not read must not make the service keep the reply for it.
void TestWebProxySafety::holdsBackAServerForASlowClient()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy), false, 4096);
    QVERIFY(client.send("GET http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    BlockingSocket far = server.accept(4096);
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\n\r\n"));
    const std::string block(64 * 1024, 'x');
    constexpr std::size_t enough = 64 << 20; // no socket buffers hold that much
    std::size_t total = 0;
    pollfd wait{far.fd(), POLLOUT, 0};
    while (total < enough && ::poll(&wait, 1, 300) == 1) {
        const ssize_t n = ::send(far.fd(), block.data(), block.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0)
            total += static_cast<std::size_t>(n);
    }
    QVERIFY(total < enough);
}

// What still comes behind a refused request is thrown away so that the answer gets through, but not without end.
void TestWebProxySafety::listensNoLongerToWhomItRefused()
{
    TestPlane world(1);
    for (const ServiceName service : {ServiceName::WebProxy, ServiceName::Firewall}) {
        auto client = BlockingSocket::connectTo(world.port(service));
        QVERIFY(client.send("NONSENSE\r\n\r\n"));
        QVERIFY(receiveHead(client).starts_with("HTTP/1.1 400 "));
        QVERIFY(!client.send(std::string(64 << 20, 'x')));
    }
}

QTEST_GUILESS_MAIN(TestWebProxySafety)
#include "test_webproxysafety.moc"
