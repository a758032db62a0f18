// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/controlclient.h"
#include "tests/scenarios/robustness/badclient.h"
#include "tests/scenarios/robustness/realservice.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sallyport;
using namespace sallyport::test;

// Each listener of a real service gets more than two dozen distinct bad requests; each must get the right answer, the
// service must serve on, and no descriptor may be left behind.
class BadRequestsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void webProxy_data();
    void webProxy();
    void socks_data();
    void socks();
    void firewallClient_data();
    void firewallClient();
    void eachListenerIsTriedOften();
    void eachListenerStillServes();
    void noDescriptorIsLeftBehind();
    void cleanupTestCase();

private:
    void addRows(const QList<ListenerCase>& cases);
    void tryRow(QLatin1StringView listener);
    void disableProgram();
    void misbehave(int rounds);

    RealService m_service;
    QTcpServer m_destination;
    quint16 m_closedPort = 0;
    QList<ListenerCase> m_webProxy;
    QList<ListenerCase> m_socks;
    QList<ListenerCase> m_firewallClient;
};

Q_DECLARE_METATYPE(sallyport::test::ListenerCase)

static constexpr QLatin1StringView webProxyListener("webProxy");
static constexpr QLatin1StringView socksListener("socks");
static constexpr QLatin1StringView firewallClientListener("firewallClient");
static constexpr int patience = 60000; // milliseconds

void BadRequestsTest::initTestCase()
{
    const QString trouble = m_service.start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(m_destination.listen(QHostAddress(QHostAddress::LocalHost)));
    // A port that was free a moment ago: nobody listens there.
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
    m_closedPort = closed.serverPort();
    closed.close();
    disableProgram();

    m_webProxy = badHttpRequests() + badWebProxyRequests(m_service.port(webProxyListener), m_closedPort);
    m_firewallClient = badHttpRequests() + badFirewallClientRequests(m_closedPort, "msmsgs");
    m_socks = badSocksRequests(m_closedPort);
}

// Applies a policy whose entry msmsgs says Disable=1.
void BadRequestsTest::disableProgram()
{
    ControlClient client;
    ControlEndpoint endpoint;
    endpoint.socketPath = m_service.controlSocket();
    client.open(endpoint);
    QVERIFY(QTest::qWaitFor([&] { return client.state() == ControlClient::State::Online; }, patience));
    bool applied = false;
    client.call(QStringLiteral("policy.get"), {}, this, [&](const Result<QJsonObject>& current) {
        QVERIFY(current.ok());
        QJsonObject policy = current->value(QStringLiteral("policy")).toObject();
        QJsonObject section = policy.value(QStringLiteral("client")).toObject();
        const QJsonObject setting{
            {QStringLiteral("key"), QStringLiteral("Disable")}, {QStringLiteral("value"), QStringLiteral("1")}};
        section.insert(QStringLiteral("applications"),
            QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")},
                {QStringLiteral("name"), QStringLiteral("msmsgs")},
                {QStringLiteral("settings"), QJsonArray{setting}}}});
        policy.insert(QStringLiteral("client"), section);
        client.call(QStringLiteral("policy.apply"),
            {{QStringLiteral("parent"), 1}, {QStringLiteral("comment"), QString()}, {QStringLiteral("policy"), policy}},
            this, [&applied](const Result<QJsonObject>& revision) { applied = revision.ok(); });
    });
    QVERIFY(QTest::qWaitFor([&] { return applied; }, patience));
}

void BadRequestsTest::addRows(const QList<ListenerCase>& cases)
{
    QTest::addColumn<ListenerCase>("listenerCase");
    for (const ListenerCase& listenerCase : cases)
        QTest::newRow(listenerCase.name.constData()) << listenerCase;
}

void BadRequestsTest::tryRow(QLatin1StringView listener)
{
    QFETCH(ListenerCase, listenerCase);
    const QString trouble = tryCase(m_service.port(listener), listenerCase);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(m_service.isRunning());
}

void BadRequestsTest::webProxy_data()
{
    addRows(m_webProxy);
}

void BadRequestsTest::webProxy()
{
    tryRow(webProxyListener);
}

void BadRequestsTest::socks_data()
{
    addRows(m_socks);
}

void BadRequestsTest::socks()
{
    tryRow(socksListener);
}

void BadRequestsTest::firewallClient_data()
{
    addRows(m_firewallClient);
}

void BadRequestsTest::firewallClient()
{
    tryRow(firewallClientListener);
}

void BadRequestsTest::eachListenerIsTriedOften()
{
    for (const QList<ListenerCase>& cases : {m_webProxy, m_socks, m_firewallClient}) {
        QSet<QByteArray> distinct;
        for (const ListenerCase& listenerCase : cases)
            distinct.insert(listenerCase.bytes);
        QVERIFY(distinct.size() >= 24);
    }
}

void BadRequestsTest::eachListenerStillServes()
{
    const QByteArray to = "127.0.0.1:" + QByteArray::number(m_destination.serverPort());
    const QByteArray connect = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n";
    const QList<std::pair<QLatin1StringView, QByteArray>> good{
        {webProxyListener, connect + "\r\n"},
        {firewallClientListener, connect + "Sallyport-Application: curl\r\n\r\n"},
        {socksListener, socksRequest(1, m_destination.serverPort(), QByteArray("\x7f\0\0\1", 4), "u")},
    };
    for (const auto& [listener, bytes] : good) {
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), m_service.port(listener));
        QVERIFY(client.waitForConnected(patience));
        client.write(bytes);
        QVERIFY(client.waitForBytesWritten(patience));
        QVERIFY2(m_destination.waitForNewConnection(patience), listener.data());
        const std::unique_ptr<QTcpSocket> destination(m_destination.nextPendingConnection());
        destination->write("hello");
        QVERIFY(destination->waitForBytesWritten(patience));
        QByteArray received;
        while (!received.endsWith("hello") && client.waitForReadyRead(patience))
            received += client.readAll();
        QVERIFY2(received.endsWith("hello"), received.constData());
    }
}

// Connections of every kind: refused, cut off in the middle, and well-behaved.
void BadRequestsTest::misbehave(int rounds)
{
    const QByteArray to = "127.0.0.1:" + QByteArray::number(m_destination.serverPort());
    const ListenerCase goodConnect{"good",
        "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\nSallyport-Application: curl\r\n\r\n",
        ListenerCase::Answer::Status, 200};
    const QList<std::pair<QLatin1StringView, QList<ListenerCase>>> all{
        {webProxyListener, m_webProxy.mid(0, 20) + QList{goodConnect}}, {socksListener, m_socks},
        {firewallClientListener, m_firewallClient.last(26) + QList{goodConnect}}};
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [listener, cases] : all) {
            for (const ListenerCase& listenerCase : cases) {
                const QString trouble = tryCase(m_service.port(listener), listenerCase);
                QVERIFY2(trouble.isEmpty(), QByteArray(listenerCase.name + ": " + trouble.toUtf8()));
            }
        }
        while (m_destination.hasPendingConnections() || m_destination.waitForNewConnection(0))
            delete m_destination.nextPendingConnection();
    }
}

void BadRequestsTest::noDescriptorIsLeftBehind()
{
    // The first rounds fill the pools that stay: pipes, threads of the resolver, the database's files.
    misbehave(3);
    QTest::qWait(0);
    const int before = m_service.openDescriptors();
    QVERIFY(before > 0);
    misbehave(40);
    QTRY_VERIFY_WITH_TIMEOUT(m_service.openDescriptors() <= before, patience);
}

void BadRequestsTest::cleanupTestCase()
{
    const QString trouble = m_service.stop();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

QTEST_GUILESS_MAIN(BadRequestsTest)
#include "test_badrequests.moc"
