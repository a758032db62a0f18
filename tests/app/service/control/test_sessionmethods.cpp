// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/messages.h"
#include "models/policy/policyjson.h"
#include "tests/app/service/control/controlrig.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTest>

using namespace sallyport;
using Name = QLatin1StringView;

// Sessions over the control channel: who ended what, and how pages and changes fit together at the other end.
class TestSessionMethods : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void disconnectTellsWhoAndWhy();
    void reasonsAreBounded();
    void onlyTheFirstPageResets();
    void endedBeforeItWasToldIsOnlyEnded();
    void readerThatPausesIsNotCutOff();
    void refusedPolicySaysItsProblems();

private:
    std::unique_ptr<ControlRig> m_rig;
    std::unique_ptr<ControlClient> m_client;
};

void TestSessionMethods::init()
{
    m_rig = std::make_unique<ControlRig>();
    m_client = std::make_unique<ControlClient>();
    m_client->open(m_rig->enrolled(Role::Operator));
    QVERIFY(waitOnline(*m_client));
}

void TestSessionMethods::cleanup()
{
    m_client.reset();
    m_rig.reset();
}

void TestSessionMethods::disconnectTellsWhoAndWhy()
{
    m_rig->plane.fill(3);
    const QJsonObject params{
        {Name("sessions"), QJsonArray{1}}, {Name("connections"), QJsonArray{2}}, {Name("reason"), Name("  not here ")}};
    QVERIFY(callAndWait(*m_client, QStringLiteral("sessions.disconnect"), params).ok());
    const DisconnectRequest& asked = m_rig->plane.lastDisconnect;
    QCOMPARE(asked.who, std::string("operator")); // the console's name
    QCOMPARE(asked.why, std::string("not here"));
    QCOMPARE(asked.sessions, std::vector<SessionId>{1});
    QCOMPARE(asked.connections, std::vector<ConnectionId>{2});
}

void TestSessionMethods::reasonsAreBounded()
{
    m_rig->plane.fill(1);
    const auto with = [](qsizetype size) {
        return QJsonObject{{Name("sessions"), QJsonArray{1}}, {Name("reason"), QString(size, u'x')}};
    };
    const auto answer = callAndWait(*m_client, QStringLiteral("sessions.disconnect"), with(501));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::OutOfRange);
    QCOMPARE(m_rig->plane.snapshot().connections.size(), 1);
    QVERIFY(callAndWait(*m_client, QStringLiteral("sessions.disconnect"), with(500)).ok());
}

void TestSessionMethods::onlyTheFirstPageResets()
{
    m_rig->plane.fill(5000);
    QList<SessionDelta> pages;
    connect(
        m_client.get(), &ControlClient::sessionsChanged, this, [&](const SessionDelta& delta) { pages.append(delta); });
    m_client->subscribeSessions(100);
    QTRY_VERIFY(!pages.isEmpty() && pages.last().complete);
    QVERIFY(pages.size() > 1);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QCOMPARE(pages.at(i).reset, i == 0);
        QCOMPARE(pages.at(i).complete, i == pages.size() - 1);
    }
}

void TestSessionMethods::endedBeforeItWasToldIsOnlyEnded()
{
    m_rig->plane.fill(3);
    QList<SessionDelta> deltas;
    connect(m_client.get(), &ControlClient::sessionsChanged, this,
        [&](const SessionDelta& delta) { deltas.append(delta); });
    m_client->subscribeSessions(100);
    QTRY_VERIFY(!deltas.isEmpty() && deltas.last().complete);
    deltas.clear();
    m_rig->plane.touch(2, 7);
    m_rig->plane.disconnect({{2}, {}, {}, {}}, [](const std::vector<EndedConnection>&) {});
    QTRY_VERIFY(!deltas.isEmpty());
    QCOMPARE(deltas.first().endedConnections, QList<ConnectionId>{2});
    for (const Connection& connection : std::as_const(deltas.first().connections))
        QVERIFY(connection.id != 2);
}

// A subscriber that takes nothing for a while gets the latest afterwards, instead of a heap of what was.
void TestSessionMethods::readerThatPausesIsNotCutOff()
{
    constexpr std::uint64_t rows = 3000; // some 600 KiB a delta
    ControlLimits limits;
    limits.outgoingBytes = 4 << 20;
    ControlRig rig(limits);
    rig.plane.fill(rows);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    QByteArray received;
    connect(&socket, &QLocalSocket::readyRead, this, [&] {
        if (socket.readBufferSize() == 0)
            received += socket.readAll();
    });
    socket.write(encodeMessage(RpcRequest{1, QStringLiteral("sessions.subscribe"), {{Name("interval"), 100}}}));
    QTRY_VERIFY(received.contains("\"complete\":true"));
    socket.setReadBufferSize(1);
    std::uint64_t round = 7'000'000'000; // a number like no other in a row
    QElapsedTimer paused;
    paused.start();
    const auto moveAll = [&] {
        ++round;
        for (ConnectionId id = 1; id <= rows; ++id)
            rig.plane.touch(id, round);
        return paused.hasExpired(2500) || rig.server->connections() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(moveAll(), 20000);
    QCOMPARE(rig.server->connections(), 1);
    received.clear();
    socket.setReadBufferSize(0);
    received += socket.readAll();
    const QByteArray latest = QByteArray::number(qulonglong(round));
    QTRY_VERIFY(received.contains(latest));
}

void TestSessionMethods::refusedPolicySaysItsProblems()
{
    Policy bad = m_rig->keeper->current()->policy;
    bad.client.port = 70000;
    bad.listeners.webProxy.port = 0;
    QLocalSocket socket;
    socket.connectToServer(m_rig->socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(encodeMessage(RpcRequest{1, QStringLiteral("policy.apply"),
        {{Name("parent"), 1}, {Name("comment"), Name("x")}, {Name("policy"), policyToJson(bad)}}}));
    QTRY_VERIFY(socket.canReadLine());
    const auto decoded = decodeMessage(socket.readLine());
    const auto* failure = std::get_if<RpcFailure>(&std::get<RpcMessage>(decoded));
    QVERIFY(failure);
    QStringList subjects;
    for (const QJsonValue& problem : failure->data.value(Name("problems")).toArray())
        subjects.append(QString::fromUtf8(QJsonDocument(problem.toObject()).toJson()));
    const QString all = subjects.join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("client.port")) && all.contains(QStringLiteral("listeners.webProxy.port")),
        qPrintable(all));
}

QTEST_GUILESS_MAIN(TestSessionMethods)
#include "test_sessionmethods.moc"
