// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"
#include "opentunnel.h"

#include <QDir>
#include <QTest>

#include <sys/resource.h>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// Lets nobody reach one address, by whatever way and name; remembers nothing of ports.
class AddressPolicy final : public CompiledPolicy
{
public:
    IpAddress closed;
    Decision decide(const Request& request, TimePoint) const override
    {
        if (request.address == closed)
            return {Verdict::Deny, Reason::UnmatchedDenied, {}};
        return {Verdict::Allow, Reason::UnmatchedAllowed, {}};
    }
};

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

} // namespace

// Ways past a decision: what is asked in another form must meet the same policy.
class TestFailClosed : public QObject
{
    Q_OBJECT

private slots:
    void bindIsDecidedToo();
    void bindWithoutAPeerTakesAnybody();
    void addressesAreKnownToTheDecision_data();
    void addressesAreKnownToTheDecision();
    void identityMustBeUtf8();
    void requestInABodyIsNoRequest();
    void closedListenersLeaveNothingOpen();
    void aStartWithoutDescriptorsSaysSo();
};

void TestFailClosed::bindIsDecidedToo()
{
    TestPlane world;
    world.decisions->deniedPorts = {20};
    world.enforce();
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0x7f000001)));
    QCOMPARE(client.receive(8), socksRejected);
    QVERIFY(client.ended());
    const LogRecord row = world.log.rows(1)[0];
    QCOMPARE(row.operation, LogOperation::Denied);
    QCOMPARE(row.method, std::string("BIND"));
    QCOMPARE(row.rule1, std::string("closed port"));
    QVERIFY(world.plane.snapshot().connections.isEmpty());
}

// 0.0.0.0 names no peer (SOCKS 4, BIND); it is not the "name follows" of SOCKS 4a, which needs a last byte.
void TestFailClosed::bindWithoutAPeerTakesAnybody()
{
    TestPlane world;
    auto client = BlockingSocket::connectTo(world.port(ServiceName::Socks));
    QVERIFY(client.send(socksRequest(2, 20, 0)));
    const std::string first = client.receive(8);
    QCOMPARE(first.size(), std::size_t(8));
    QCOMPARE(first[1], char(90));
    auto far = BlockingSocket::connectTo(boundPort(first));
    const std::string second = client.receive(8);
    QCOMPARE(second.size(), std::size_t(8));
    QCOMPARE(second[1], char(90));
    QVERIFY(far.send("data"));
    QCOMPARE(client.receive(4), std::string("data"));
}

void TestFailClosed::addressesAreKnownToTheDecision_data()
{
    QTest::addColumn<ServiceName>("service");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("socks") << ServiceName::Socks << QByteArray() << QByteArray("\0\x5b", 2);
    QTest::newRow("firewall client") << ServiceName::Firewall
                                     << QByteArray("CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: x\r\n"
                                                   "Sallyport-Application: firefox\r\n\r\n")
                                     << QByteArray("HTTP/1.1 403 ");
    QTest::newRow("proxy tunnel") << ServiceName::WebProxy
                                  << QByteArray("CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: x\r\n\r\n")
                                  << QByteArray("HTTP/1.1 403 ");
    QTest::newRow("proxy request") << ServiceName::WebProxy
                                   << QByteArray("GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: x\r\n\r\n")
                                   << QByteArray("HTTP/1.1 403 ");
}

void TestFailClosed::addressesAreKnownToTheDecision()
{
    QFETCH(ServiceName, service);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, refusal);
    TestPlane world;
    BlockingServer server;
    auto policy = std::make_shared<AddressPolicy>();
    policy->closed = IpAddress::fromV4(0x7f000001);
    world.compiled = policy;
    world.enforce();
    request.replace("PORT", QByteArray::number(server.port()));
    auto client = BlockingSocket::connectTo(world.port(service));
    QVERIFY(client.send(request.isEmpty() ? socksRequest(1, server.port(), 0x7f000001) : request.toStdString()));
    QCOMPARE(QByteArray::fromStdString(client.receive(std::size_t(refusal.size()))), refusal);
    QCOMPARE(world.log.rows(1)[0].operation, LogOperation::Denied);
}

// Two readers of broken UTF-8 may see two names.
void TestFailClosed::identityMustBeUtf8()
{
    TestPlane world;
    BlockingServer server;
    for (const char* name : {"\xff\xfe", "msmsgs\xc3", "\xc0\xafmsmsgs"}) {
        auto client = BlockingSocket::connectTo(world.port(ServiceName::Firewall));
        QVERIFY(client.send("CONNECT 127.0.0.1:" + std::to_string(server.port())
            + " HTTP/1.1\r\nHost: x\r\nSallyport-Application: " + name + "\r\n\r\n"));
        QVERIFY2(receiveMessage(client).starts_with("HTTP/1.1 400 Bad Request\r\n"), name);
    }
}

// The channel reads no bodies, so nothing behind one may be read as the next request.
void TestFailClosed::requestInABodyIsNoRequest()
{
    TestPlane world;
    world.handOut.mspclnt = "[Common]\r\n";
    world.handOut.mspclntTag = "\"one\"";
    world.enforce();
    for (const ServiceName service : {ServiceName::Firewall, ServiceName::WebProxy}) {
        auto client = BlockingSocket::connectTo(world.port(service));
        const std::string inside = "GET /mspclnt.ini HTTP/1.1\r\nHost: x\r\n\r\n";
        QVERIFY(client.send("GET /mspclnt.ini HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(inside.size())
            + "\r\n\r\n" + inside));
        const std::string reply = receiveMessage(client);
        QVERIFY(reply.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(reply.find("\r\nConnection: close\r\n") != std::string::npos);
        QVERIFY(client.ended());
    }
    QCOMPARE(world.fetches.all().size(), std::size_t(2));
}

void TestFailClosed::closedListenersLeaveNothingOpen()
{
    TestPlane world;
    const auto restart = [&world] {
        world.stop(ServiceName::Socks);
        return world.start(ServiceName::Socks).ok();
    };
    QVERIFY(restart());
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 20; ++i)
        QVERIFY(restart());
    // The shards close a listener's socket when they come to it.
    QTRY_COMPARE(openDescriptors(), before);
    world.stop(ServiceName::Socks);
    QTRY_COMPARE(openDescriptors(), before - 1);
}

// However far it comes: an error, or a data plane.
void TestFailClosed::aStartWithoutDescriptorsSaysSo()
{
    const SystemClock clock;
    MemoryLog log;
    MemoryFetches fetches;
    DataPlaneOptions options;
    options.threads = 2;
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    int failures = 0;
    bool started = false;
    // Boost.Asio keeps one for each of its failures.
    for (const rlim_t left : {0, 1, 2, 3, 5, 8, 11, 17, 25, 60, 120}) {
        const rlimit few{static_cast<rlim_t>(Fd(::dup(0)).get()) + left, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto plane = DataPlane::create(options, clock, log, fetches);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        started = plane.ok();
        failures += started ? 0 : 1;
        QVERIFY2(started || plane.error().text().contains(QLatin1String("Too many open files")),
            started ? "" : qPrintable(plane.error().text()));
    }
    QVERIFY2(started && failures > 2, qPrintable(QString::number(failures)));
}

QTEST_GUILESS_MAIN(TestFailClosed)
#include "test_failclosed.moc"
