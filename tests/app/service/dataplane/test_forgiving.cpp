// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"
#include "tests/app/service/casetable.h"

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

struct Path {
    explicit Path(const FixedTimeouts& timeouts = {})
        : world(1, timeouts)
        , client(BlockingSocket::connectTo(world.port(ServiceName::WebProxy)))
    {
    }

    TestPlane world;
    BlockingServer server;
    BlockingSocket client;

    std::string request(const std::string& method = "GET", const std::string& version = "1.1") const
    {
        return method + " http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/" + version
            + "\r\nHost: x\r\n\r\n";
    }
};

} // namespace

// What the proxy forgives servers, over real connections: the client gets it put right, nobody gets the connection.
class TestForgiving : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughPutRight_data();
    void goesThroughPutRight();
    void unwrapsPaddedChunks();
    void lateBytesMeetNobody_data();
    void lateBytesMeetNobody();
    void bodilessRepliesKeepTheConnection_data();
    void bodilessRepliesKeepTheConnection();
    void bytesThatCameMeanwhileAreNoticed_data();
    void bytesThatCameMeanwhileAreNoticed();
    void saysWhyNothingCame_data();
    void saysWhyNothingCame();
    void addsADate();
    void emptyPortIsPort80();
    void writesIpv6InBrackets();
    void identities_data();
    void identities();
};

void TestForgiving::goesThroughPutRight_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const char* reply, const char* body) {
        QTest::newRow(name) << QByteArray(reply) << QByteArray(body);
    };
    const char* chunks = "5\r\nhello\r\n0\r\n\r\n";
    row("padded chunk sizes", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5   \r\nhello\r\n0   \r\n\r\n",
        chunks);
    row("chunks of bare LF", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n", chunks);
    row("length and chunked",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", chunks);
    row("length twice", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "hello");
    row("blank before the colon", "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello", "hello");
    row("status 999", "HTTP/1.1 999 Denied\r\nContent-Length: 5\r\n\r\nhello", "hello");
    row("behind an interim reply of bare LF", "HTTP/1.1 103 Early\n\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "hello");
}

void TestForgiving::goesThroughPutRight()
{
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, body);
    // At once, and byte by byte.
    for (const bool cut : {false, true}) {
        Path path;
        QVERIFY(path.client.send(path.request()));
        BlockingSocket far = path.server.accept();
        receiveHead(far);
        const std::size_t step = cut ? 1 : static_cast<std::size_t>(reply.size());
        for (std::size_t at = 0; at < static_cast<std::size_t>(reply.size()); at += step)
            QVERIFY(far.send(reply.toStdString().substr(at, step)));
        std::string head = receiveHead(path.client);
        if (head.starts_with("HTTP/1.1 103 "))
            head = receiveHead(path.client);
        QVERIFY2(head.starts_with("HTTP/1.1 200 ") || head.starts_with("HTTP/1.1 999 "), head.c_str());
        QVERIFY(head.find(" :") == std::string::npos);
        QCOMPARE(path.client.receive(static_cast<std::size_t>(body.size())), body.toStdString());
        // The client's connection goes on, the server's does not.
        QVERIFY(far.ended());
        QVERIFY(path.client.send(path.request()));
        BlockingSocket second = path.server.accept();
        QVERIFY(receiveHead(second).starts_with("GET / "));
    }
}

void TestForgiving::unwrapsPaddedChunks()
{
    Path path;
    QVERIFY(path.client.send(path.request("GET", "1.0")));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n5 \nhello\n"));
    const std::string head = receiveHead(path.client);
    QVERIFY(head.find("Content-Length") == std::string::npos);
    QCOMPARE(path.client.receive(5), std::string("hello"));
    QVERIFY(far.send("0 "));
    QVERIFY(far.send("\r\n\r\n"));
    QVERIFY(path.client.ended());
}

void TestForgiving::lateBytesMeetNobody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("204") << QByteArray("GET") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
    QTest::newRow("304") << QByteArray("GET") << QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
    QTest::newRow("length 0") << QByteArray("GET") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

// The next request is on its way before the bytes that belong to the last one come.
void TestForgiving::lateBytesMeetNobody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    Path path;
    QVERIFY(path.client.send(path.request(method.toStdString()) + path.request()));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString()));
    QVERIFY(receiveHead(path.client).starts_with(reply.left(12).toStdString()));
    BlockingSocket second = path.server.accept();
    QVERIFY(second.ok());
    far.send(withLength("HTTP/1.1 200 OK", "evil"));
    receiveHead(second);
    QVERIFY(second.send(withLength("HTTP/1.1 200 OK", "good")));
    QVERIFY(receiveMessage(path.client).ends_with("good"));
}

void TestForgiving::bodilessRepliesKeepTheConnection_data()
{
    lateBytesMeetNobody_data();
}

// Once the server has had time to send what it should not.
void TestForgiving::bodilessRepliesKeepTheConnection()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    FixedTimeouts timeouts;
    timeouts.settle = std::chrono::milliseconds(0);
    Path path(timeouts);
    QVERIFY(path.client.send(path.request(method.toStdString())));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString()));
    QVERIFY(receiveHead(path.client).starts_with(reply.left(12).toStdString()));
    QVERIFY(path.client.send(path.request()));
    QVERIFY(receiveHead(far).starts_with("GET "));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "good")));
    QVERIFY(receiveMessage(path.client).ends_with("good"));
}

void TestForgiving::bytesThatCameMeanwhileAreNoticed_data()
{
    lateBytesMeetNobody_data();
}

void TestForgiving::bytesThatCameMeanwhileAreNoticed()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    FixedTimeouts timeouts;
    timeouts.settle = std::chrono::milliseconds(0);
    Path path(timeouts);
    QVERIFY(path.client.send(path.request(method.toStdString())));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(reply.toStdString()));
    QVERIFY(receiveHead(path.client).starts_with(reply.left(12).toStdString()));
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "evil")));
    QVERIFY(path.client.send(path.request()));
    BlockingSocket second = path.server.accept();
    QVERIFY(receiveHead(second).starts_with("GET "));
    QVERIFY(second.send(withLength("HTTP/1.1 200 OK", "good")));
    QVERIFY(receiveMessage(path.client).ends_with("good"));
}

void TestForgiving::saysWhyNothingCame_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("chunk that is none") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n0\r\n\r\n");
    QTest::newRow("chunk that is none, behind a good one")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n 5\r\nhello\r\n");
    QTest::newRow("head that breaks off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("nothing") << QByteArray();
}

void TestForgiving::saysWhyNothingCame()
{
    QFETCH(QByteArray, reply);
    Path path;
    QVERIFY(path.client.send(path.request()));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    far.send(reply.toStdString());
    far.shutdownWrite();
    const std::string page = receiveMessage(path.client);
    QVERIFY2(page.starts_with("HTTP/1.1 502 Bad Gateway\r\n") && page.ends_with("</html>\n"), page.c_str());
}

void TestForgiving::addsADate()
{
    Path path;
    QVERIFY(path.client.send(path.request()));
    BlockingSocket far = path.server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 200 OK", "x")));
    const std::string head = receiveHead(path.client);
    const std::size_t at = head.find("\r\nDate: ");
    QVERIFY(at != std::string::npos);
    QCOMPARE(head.substr(at + 33, 6), std::string(" GMT\r\n"));
}

void TestForgiving::emptyPortIsPort80()
{
    TestPlane world(1);
    world.decisions->deniedPorts.insert(80);
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("GET http://other.example:/ HTTP/1.1\r\nHost: other.example:\r\n\r\n"));
    const std::string page = receiveMessage(client);
    QVERIFY(page.starts_with("HTTP/1.1 403 ") && page.find("other.example:80<") != std::string::npos);
    QCOMPARE(world.log.rows(1)[0].port, std::uint16_t(80));
}

void TestForgiving::writesIpv6InBrackets()
{
    TestPlane world(1);
    world.decisions->deniedPorts = {80, 443};
    world.enforce();
    for (const char* request : {"GET http://[2001:db8::1]/ HTTP/1.1\r\nHost: x\r\n\r\n",
             "CONNECT [2001:db8::1]:443 HTTP/1.1\r\nHost: x\r\n\r\n"}) {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
        QVERIFY(client.send(request));
        const std::string page = receiveMessage(client);
        QVERIFY2(page.find("<dd>[2001:db8::1]:") != std::string::npos, page.c_str());
    }
}

void TestForgiving::identities_data()
{
    addCases("identity.tsv", 25);
}

// Who says in two ways who he is, or in a way that can be read twice, is not decided upon.
void TestForgiving::identities()
{
    QFETCH(std::vector<std::string>, cells);
    TestPlane world(1);
    world.decisions->deniedPorts.insert(443);
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Firewall));
    QVERIFY(client.send("CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n" + cells[1] + "\r\n"));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 " + cells[0] + ' '));
    QVERIFY(client.ended());
}

QTEST_GUILESS_MAIN(TestForgiving)
#include "test_forgiving.moc"
