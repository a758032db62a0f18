// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "models/control/sessionpages.h"

#include <QJsonArray>
#include <QTest>

using namespace sallyport;

namespace
{

SessionDelta sample()
{
    SessionDelta delta;
    delta.reset = true;
    delta.complete = false;
    Session session;
    session.id = 5;
    session.type = SessionType::WebProxy;
    session.user = QStringLiteral("J\u00f6rg \"\\ \t\U0001F600");
    session.computer = QStringLiteral("PC\n1");
    session.client = *IpAddress::parse(std::string_view("2001:db8::1"));
    session.activated = TimePoint(std::chrono::microseconds(1769904000123456));
    delta.sessions.append(session);
    Connection connection;
    connection.id = (std::uint64_t(1) << 53);
    connection.session = 5;
    connection.host = QStringLiteral("example.com");
    connection.port = 65535;
    connection.start = session.activated;
    connection.bytesSent = (std::uint64_t(1) << 53) - 1;
    connection.sendRate = 1500;
    delta.connections.append(connection);
    delta.endedConnections = {1, 2, 3};
    delta.endedSessions = {9};
    return delta;
}

bool same(const SessionDelta& a, const SessionDelta& b)
{
    return a.reset == b.reset && a.complete == b.complete && a.sessions == b.sessions && a.connections == b.connections
        && a.endedConnections == b.endedConnections && a.endedSessions == b.endedSessions;
}

} // namespace

class TestSessionPages : public QObject
{
    Q_OBJECT

private slots:
    void survivesBothWays();
    void isOrdinaryJsonRpc();
    void strict_data();
    void strict();
};

void TestSessionPages::survivesBothWays()
{
    SessionsChangedDecoder decoder;
    for (const SessionDelta& delta : {sample(), SessionDelta()}) {
        const QByteArray line = encodeSessionsChanged(delta);
        QVERIFY(isSessionsChanged(line));
        QCOMPARE(line.count('\n'), 1);
        const auto decoded = decoder.decode(line);
        QVERIFY2(decoded.ok(), decoded ? "" : qPrintable(decoded.error().text()));
        QVERIFY(same(*decoded, delta));
    }
}

void TestSessionPages::isOrdinaryJsonRpc()
{
    const auto decoded = decodeMessage(encodeSessionsChanged(sample()).chopped(1));
    const auto notification = std::get<RpcNotification>(std::get<RpcMessage>(decoded));
    QCOMPARE(notification.method, QStringLiteral("sessions.changed"));
    const QJsonValue row = notification.params.value(QStringLiteral("sessions")).toArray().first();
    QCOMPARE(row.toArray().at(2).toString(), sample().sessions.first().user);
}

void TestSessionPages::strict_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("unknown member") << QByteArray(R"({"reset":false,"complete":true,"more":[]})");
    QTest::newRow("reset is no bool") << QByteArray(R"({"reset":1})");
    QTest::newRow("sessions no array") << QByteArray(R"({"sessions":{}})");
    QTest::newRow("row no array") << QByteArray(R"({"sessions":[1]})");
    QTest::newRow("short row") << QByteArray(R"({"sessions":[[1,"socks","","","10.0.0.1",""]]})");
    QTest::newRow("long row") << QByteArray(R"({"sessions":[[1,"socks","","","10.0.0.1","",5,6]]})");
    QTest::newRow("unknown type") << QByteArray(R"({"sessions":[[1,"smoke","","","10.0.0.1","",5]]})");
    QTest::newRow("bad address") << QByteArray(R"({"sessions":[[1,"socks","","","10.0.0.256","",5]]})");
    QTest::newRow("id 0") << QByteArray(R"({"sessions":[[0,"socks","","","10.0.0.1","",5]]})");
    QTest::newRow("negative id") << QByteArray(R"({"endedSessions":[-1]})");
    QTest::newRow("id beyond 2^53") << QByteArray(R"({"sessions":[[9007199254740993,"socks","","","10.0.0.1","",5]]})");
    QTest::newRow("port beyond 65535") << QByteArray(R"({"connections":[[1,1,"a","",65536,5,1,2,0,0]]})");
    QTest::newRow("text for number") << QByteArray(R"({"connections":[[1,1,"a","",1,"5",1,2,0,0]]})");
    QTest::newRow("not UTF-8") << QByteArray("{\"sessions\":[[1,\"socks\",\"\xff\",\"\",\"\",\"\",5]]}");
    QTest::newRow("open") << QByteArray(R"({"sessions":[)");
}

void TestSessionPages::strict()
{
    QFETCH(QByteArray, params);
    SessionsChangedDecoder decoder;
    const auto decoded
        = decoder.decode(R"({"jsonrpc":"2.0","method":"sessions.changed","params":)" + params + QByteArray("}\n"));
    QVERIFY(!decoded);
    QVERIFY(!decoded.error().detail.isEmpty());
    // The decoder is none the worse for it.
    QVERIFY(decoder.decode(encodeSessionsChanged(sample())).ok());
}

QTEST_GUILESS_MAIN(TestSessionPages)
#include "test_sessionpages.moc"
