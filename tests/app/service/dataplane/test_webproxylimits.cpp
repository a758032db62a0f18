// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "testplane.h"

#include <QDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

class TestWebProxyLimits : public QObject
{
    Q_OBJECT

private slots:
    void refusesTheBadCorpus_data();
    void refusesTheBadCorpus();
    void refusesBadReplies_data();
    void refusesBadReplies();
    void endsInterimRepliesWithoutEnd();
    void refusesABadChunkedBody();
    void refusesUnknownExpectations();
    void answersMaxForwards();
    void readsHeadsByteByByte();
    void answersAnEarlyReply();
    void dropsAClientThatGoes();
    void timesOutHeads();
};

void TestWebProxyLimits::refusesTheBadCorpus_data()
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/http/requests/bad"));
    const QFileInfoList files = dir.entryInfoList({QStringLiteral("*.in")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() > 50);
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

// Both listeners speak HTTP; both have to answer, and close.
void TestWebProxyLimits::refusesTheBadCorpus()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string bytes = file.readAll().toStdString();
    const std::string status = QFileInfo(path).fileName().left(3).toStdString();
    TestPlane world(1);
    for (const ServiceName name : {ServiceName::WebProxy, ServiceName::Firewall}) {
        auto client = BlockingSocket::connectTo(world.port(name));
        QVERIFY(client.send(bytes));
        const std::string page = receiveMessage(client);
        QVERIFY2(page.starts_with("HTTP/1.1 " + status + " "), page.c_str());
        QVERIFY(page.ends_with("</html>\n"));
        QVERIFY(client.ended());
    }
    for (const LogRecord& row : world.log.rows(2))
        QCOMPARE(row.status, static_cast<std::uint32_t>(std::stoul(status)));
}

void TestWebProxyLimits::refusesBadReplies_data()
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/http/replies/bad"));
    for (const QFileInfo& file : dir.entryInfoList({QStringLiteral("*.in")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

void TestWebProxyLimits::refusesBadReplies()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("GET http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    BlockingSocket far = server.accept();
    receiveHead(far);
    far.send(file.readAll().toStdString());
    const std::string page = receiveMessage(client);
    QVERIFY2(page.starts_with("HTTP/1.1 502 Bad Gateway\r\n"), page.c_str());
}

void TestWebProxyLimits::endsInterimRepliesWithoutEnd()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    const auto ask = [&] {
        client.send("GET http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
        BlockingSocket far = server.accept();
        receiveHead(far);
        return far;
    };
    const std::string interim = "HTTP/1.1 102 Processing\r\n\r\n";
    BlockingSocket patient = ask();
    for (int i = 0; i < 100; ++i) {
        QVERIFY(patient.send(interim));
        QVERIFY(receiveHead(client).starts_with("HTTP/1.1 102 "));
    }
    QVERIFY(patient.send(withLength("HTTP/1.1 200 OK\r\nConnection: close", "done")));
    QVERIFY(receiveMessage(client).ends_with("done"));

    BlockingSocket endless = ask();
    for (int i = 0; i < 101; ++i)
        QVERIFY(endless.send(interim));
    std::string head = receiveHead(client);
    for (int i = 0; head.starts_with("HTTP/1.1 102 ") && i < 200; ++i)
        head = receiveHead(client);
    QVERIFY2(head.starts_with("HTTP/1.1 502 "), head.c_str());
}

void TestWebProxyLimits::refusesABadChunkedBody()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("POST http://127.0.0.1:" + std::to_string(server.port())
        + "/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5 \r\nhello\r\n0\r\n\r\n"));
    const std::string page = receiveMessage(client);
    QVERIFY2(page.starts_with("HTTP/1.1 400 Bad Request\r\n"), page.c_str());
    QVERIFY(client.ended());
}

void TestWebProxyLimits::refusesUnknownExpectations()
{
    TestPlane world(1);
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n"));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 417 "));
}

void TestWebProxyLimits::answersMaxForwards()
{
    TestPlane world(1);
    BlockingServer server;
    const std::string url = "http://127.0.0.1:" + std::to_string(server.port()) + "/";
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("OPTIONS " + url + " HTTP/1.1\r\nHost: x\r\nMax-Forwards: 0\r\n\r\n"));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.send("TRACE " + url + " HTTP/1.1\r\nHost: x\r\nMax-Forwards: 0\r\n\r\n"));
    QVERIFY(receiveMessage(client).starts_with("HTTP/1.1 405 "));
    QVERIFY(client.send("OPTIONS " + url + " HTTP/1.1\r\nHost: x\r\nMax-Forwards: 2\r\n\r\n"));
    BlockingSocket far = server.accept();
    QVERIFY(receiveHead(far).find("\r\nMax-Forwards: 1\r\n") != std::string::npos);
}

void TestWebProxyLimits::readsHeadsByteByByte()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    for (const char c : "GET http://127.0.0.1:" + std::to_string(server.port()) + "/x HTTP/1.1\r\nHost: x\r\n\r\n")
        QVERIFY(client.send({c}));
    BlockingSocket far = server.accept();
    QVERIFY(receiveHead(far).starts_with("GET /x HTTP/1.1\r\n"));
    for (const char c : withLength("HTTP/1.1 200 OK", "slow"))
        QVERIFY(far.send({c}));
    QVERIFY(receiveMessage(client).ends_with("slow"));
}

// A server may refuse an upload in its middle; the client gets the reply, and the connection ends.
void TestWebProxyLimits::answersAnEarlyReply()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("POST http://127.0.0.1:" + std::to_string(server.port())
        + "/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"));
    BlockingSocket far = server.accept();
    receiveHead(far);
    QVERIFY(far.send(withLength("HTTP/1.1 413 Payload Too Large", "no")));
    const std::string reply = receiveMessage(client);
    QVERIFY(reply.starts_with("HTTP/1.1 413 ") && reply.find("\r\nConnection: close\r\n") != std::string::npos);
    QVERIFY(client.ended());
}

void TestWebProxyLimits::dropsAClientThatGoes()
{
    TestPlane world(1);
    BlockingServer server;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::WebProxy));
    QVERIFY(client.send("GET http://127.0.0.1:" + std::to_string(server.port()) + "/ HTTP/1.1\r\nHost: x\r\n\r\n"));
    BlockingSocket far = server.accept();
    receiveHead(far);
    client.resetNow();
    QVERIFY(far.wasReset());
    QCOMPARE(world.waitForConnections(0).connections.size(), 0);
    QCOMPARE(world.log.rows(1)[0].status, 499u);
}

void TestWebProxyLimits::timesOutHeads()
{
    FixedTimeouts timeouts;
    timeouts.head = std::chrono::milliseconds(300);
    TestPlane world(1, timeouts);
    for (const ServiceName name : {ServiceName::WebProxy, ServiceName::Firewall}) {
        auto silent = BlockingSocket::connectTo(world.port(name));
        auto slow = BlockingSocket::connectTo(world.port(name));
        QVERIFY(slow.send("GET http://127.0.0.1/ HTTP/1.1\r\nHost: "));
        QVERIFY(receiveMessage(slow).starts_with("HTTP/1.1 408 Request Timeout\r\n"));
        QVERIFY(slow.ended());
        // Who said nothing is told nothing.
        QVERIFY(silent.ended());
    }
    for (const LogRecord& row : world.log.rows(2))
        QCOMPARE(row.status, 408u);
}

QTEST_GUILESS_MAIN(TestWebProxyLimits)
#include "test_webproxylimits.moc"
