// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentunnel.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// The next delta that says something (QTRY_… would take one more than it looked at).
template <typename Says> SessionDelta nextDelta(TestPlane& world, Says says)
{
    SessionDelta delta;
    (void)QTest::qWaitFor(
        [&] {
            delta = world.plane.takeChanges();
            return says(delta);
        },
        10000);
    return delta;
}

bool saysConnection(const SessionDelta& delta)
{
    return !delta.connections.isEmpty();
}

bool saysEnd(const SessionDelta& delta)
{
    return !delta.endedConnections.isEmpty();
}

bool saysNothing(const SessionDelta& delta)
{
    return delta.connections.isEmpty();
}

} // namespace

class TestSessions : public QObject
{
    Q_OBJECT

private slots:
    void oneSessionPerUser();
    void deltasSayWhatChanged();
    void whatCameAndWentIsNotTold();
    void disconnectsASession();
    void disconnectsAConnection();
    void skipsUnknownIds();
    void endsMany();
    void clientsAreCutOffFirst_data();
    void clientsAreCutOffFirst();
};

void TestSessions::oneSessionPerUser()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel first(world, server, "anna");
    OpenTunnel second(world, server, "anna");
    OpenTunnel third(world, server, "bert");
    const SessionDelta up = world.waitForConnections(3);
    QVERIFY(up.reset);
    QCOMPARE(up.sessions.size(), 2);
    QSet<ConnectionId> ids;
    for (const Connection& connection : up.connections)
        ids.insert(connection.id);
    QCOMPARE(ids.size(), 3);
    QVERIFY(!ids.contains(0));
    for (const ServiceStatus& service : world.plane.services())
        QCOMPARE(service.connections, service.name == ServiceName::Socks ? 3u : 0u);
}

void TestSessions::deltasSayWhatChanged()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel quiet(world, server, "anna");
    OpenTunnel busy(world, server, "bert");
    QTRY_COMPARE(world.plane.services()[2].connections, 2u);
    SessionDelta delta = world.plane.takeChanges();
    QVERIFY(!delta.reset);
    QCOMPARE(delta.sessions.size(), 2);
    QCOMPARE(delta.connections.size(), 2);

    // The state settles (addresses, rates of nothing), then one moves.
    QVERIFY(saysNothing(nextDelta(world, saysNothing)));
    QVERIFY(busy.client.send("12345"));
    QCOMPARE(busy.far.receive(5), std::string("12345"));
    delta = nextDelta(world, saysConnection);
    QCOMPARE(delta.connections.size(), 1);
    QCOMPARE(delta.connections[0].bytesSent, 5u);
    QVERIFY(delta.sessions.isEmpty());
    // Once more with the rate, and once more when it is quiet again.
    delta = nextDelta(world, saysConnection);
    QVERIFY(delta.connections[0].sendRate > 0);
    delta = nextDelta(world, saysConnection);
    QCOMPARE(delta.connections[0].sendRate, 0.0);
    QCOMPARE(delta.connections[0].bytesSent, 5u);

    busy.client.close();
    busy.far.close();
    delta = nextDelta(world, saysEnd);
    QCOMPARE(delta.endedConnections.size(), 1);
    if (delta.endedSessions.isEmpty()) // the session's end may follow with the next delta
        delta = world.plane.takeChanges();
    QCOMPARE(delta.endedSessions.size(), 1);
    QCOMPARE(world.plane.snapshot().connections.size(), 1);
}

void TestSessions::whatCameAndWentIsNotTold()
{
    TestPlane world;
    BlockingServer server;
    {
        OpenTunnel brief(world, server);
    }
    QCOMPARE(world.log.rows(2).size(), std::size_t(2));
    QTRY_COMPARE(world.plane.services()[2].connections, 0u);
    const SessionDelta delta = world.plane.takeChanges();
    QVERIFY(delta.connections.isEmpty() && delta.endedConnections.isEmpty());
    QVERIFY(delta.sessions.isEmpty() && delta.endedSessions.isEmpty());
}

void TestSessions::disconnectsASession()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel first(world, server, "anna");
    OpenTunnel second(world, server, "anna");
    OpenTunnel other(world, server, "bert");
    QVERIFY(first.client.send("abc"));
    QCOMPARE(first.far.receive(3), std::string("abc"));
    const SessionDelta up = world.waitForBytes(3, 0);
    SessionId anna = 0;
    for (const Session& session : up.sessions) {
        if (session.user == QStringLiteral("anna"))
            anna = session.id;
    }
    const auto ended = world.disconnect({{anna}, {}, "carla", "policy changed"});
    QCOMPARE(ended.size(), std::size_t(2));
    QCOMPARE(ended[0].session, anna);
    QCOMPARE(ended[0].port, server.port());
    QCOMPARE(ended[0].bytesSent + ended[1].bytesSent, 3u);
    QVERIFY(first.client.wasReset() && first.far.wasReset());
    QVERIFY(second.client.wasReset() && second.far.wasReset());
    QVERIFY(other.client.send("alive"));
    QCOMPARE(other.far.receive(5), std::string("alive"));
    const auto rows = world.log.rows(5);
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(rows[3].rule1, std::string("disconnected by carla: policy changed"));
    QCOMPARE(rows[3].status, 20001u);
}

void TestSessions::disconnectsAConnection()
{
    TestPlane world;
    BlockingServer server;
    OpenTunnel first(world, server);
    const ConnectionId id = world.waitForConnections(1).connections[0].id;
    OpenTunnel second(world, server);
    const auto ended = world.disconnect({{}, {id, id}, "carla", {}});
    QCOMPARE(ended.size(), std::size_t(1));
    QVERIFY(first.client.wasReset());
    QVERIFY(second.client.send("alive"));
    QCOMPARE(second.far.receive(5), std::string("alive"));
}

void TestSessions::skipsUnknownIds()
{
    TestPlane world;
    QVERIFY(world.disconnect({{7}, {64, 65, 4711}, "carla", {}}).empty());
    QVERIFY(world.disconnect({}).empty());
}

void TestSessions::endsMany()
{
    TestPlane world;
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 100; ++i)
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server, i % 2 ? "anna" : "bert"));
    const SessionDelta up = world.waitForConnections(100);
    DisconnectRequest request{{}, {}, "carla", "all"};
    for (const Session& session : up.sessions)
        request.sessions.push_back(session.id);
    for (const Connection& connection : up.connections)
        request.connections.push_back(connection.id);
    QCOMPARE(world.disconnect(request).size(), std::size_t(100));
    for (const auto& tunnel : tunnels)
        QVERIFY(tunnel->client.wasReset() && tunnel->far.wasReset());
    QCOMPARE(world.plane.snapshot().connections.size(), 0);
    QCOMPARE(world.log.rows(200).size(), std::size_t(200));
}

void TestSessions::clientsAreCutOffFirst_data()
{
    QTest::addColumn<bool>("wholeService");
    QTest::newRow("sessions.disconnect") << false;
    QTest::newRow("services.control stop") << true;
}

void TestSessions::clientsAreCutOffFirst()
{
    QFETCH(bool, wholeService);
    TestPlane world(1);
    BlockingServer server;
    std::vector<std::unique_ptr<OpenTunnel>> tunnels;
    for (int i = 0; i < 20; ++i)
        tunnels.push_back(std::make_unique<OpenTunnel>(world, server));
    const SessionDelta up = world.waitForConnections(20);
    int reset = -1;
    world.log.watch([&](const LogRecord&) {
        if (reset >= 0)
            return;
        reset = 0;
        while (reset < 20 && tunnels[std::size_t(reset)]->client.wasReset())
            ++reset;
    });
    if (wholeService)
        QCOMPARE(world.stop(ServiceName::Socks).size(), std::size_t(20));
    else
        QCOMPARE(world.disconnect({{up.sessions.at(0).id}, {}, "carla", "all"}).size(), std::size_t(20));
    QCOMPARE(reset, 20);
    for (const auto& tunnel : tunnels)
        QVERIFY(tunnel->far.wasReset());
}

QTEST_GUILESS_MAIN(TestSessions)
#include "test_sessions.moc"
