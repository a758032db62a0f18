// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/enroller.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"
#include "tests/app/service/control/controlrig.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace sallyport;
using Name = QLatin1StringView;

class TestControlServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void localUserIsAdministrator();
    void appliesAndTellsEverybody();
    void refusesStaleParent();
    void refusesBadPolicy();
    void aCallTooLongFailsAlone();
    void impactNamesTheEntry();
    void impactLeavesOutWhatIsRefusedAlready();
    void pushesSnapshotThenDeltas();
    void disconnectsByFilter();
    void listsWhatTheFilterFits();
    void aFilterHasASize();
    void whatWasGivenUpIsNotDone_data();
    void whatWasGivenUpIsNotDone();
    void restartsService();
    void enrolsOnce();
    void refusesWrongPin();
    void refusesStranger();
    void revokedConsoleIsCutOff();
    void malformedLineIsAnsweredAndClosed_data();
    void malformedLineIsAnsweredAndClosed();

private:
    std::unique_ptr<ControlRig> m_rig;
    std::unique_ptr<ControlClient> m_client;
};

namespace
{

QJsonObject applyParams(RevisionNumber parent, const Policy& policy)
{
    return {{Name("parent"), qint64(parent)}, {Name("policy"), policyToJson(policy)}, {Name("comment"), Name("test")}};
}

} // namespace

void TestControlServer::init()
{
    m_rig = std::make_unique<ControlRig>();
    m_client = std::make_unique<ControlClient>();
    m_client->open(m_rig->local());
    QVERIFY(waitOnline(*m_client));
}

void TestControlServer::cleanup()
{
    m_client.reset();
    m_rig.reset();
}

void TestControlServer::localUserIsAdministrator()
{
    QCOMPARE(m_client->hello().role, Role::Administrator);
    QCOMPARE(m_client->hello().server, QStringLiteral("gate"));
    const QFileInfo socket(m_rig->socketPath());
    QCOMPARE(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
}

void TestControlServer::appliesAndTellsEverybody()
{
    ControlClient other;
    other.open(m_rig->enrolled(Role::Viewer));
    QVERIFY(waitOnline(other));
    QSignalSpy told(&other, &ControlClient::notified);
    const Policy next = withEntry(m_rig->keeper->current()->policy, QStringLiteral("msmsgs"));
    const auto answer = callAndWait(*m_client, QStringLiteral("policy.apply"), applyParams(1, next));
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(answer->value(Name("revision")).toObject().value(Name("number")).toInt(), 2);
    QVERIFY(m_rig->plane.enforced->policy == next);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("policy.changed"));
    const auto audit = m_rig->records->audit(10);
    QCOMPARE(audit->size(), 1);
    QCOMPARE(audit->first().action, QStringLiteral("policy.apply"));
    QVERIFY(audit->first().what.contains(QStringLiteral("msmsgs")));
    const auto ini = callAndWait(*m_client, QStringLiteral("ini.get"), {{Name("file"), Name("mspclnt.ini")}});
    QVERIFY(ini->value(Name("text")).toString().contains(QStringLiteral("[msmsgs]\r\nDisable=1")));
}

void TestControlServer::refusesStaleParent()
{
    const Policy next = withEntry(m_rig->keeper->current()->policy, QStringLiteral("icq"));
    QVERIFY(callAndWait(*m_client, QStringLiteral("policy.apply"), applyParams(1, next)).ok());
    const auto answer = callAndWait(
        *m_client, QStringLiteral("policy.apply"), applyParams(1, withEntry(next, QStringLiteral("aim"))));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
    QCOMPARE(m_rig->keeper->head().number, 2u);
    QVERIFY(!m_rig->records->audit(1)->first().done);
}

void TestControlServer::refusesBadPolicy()
{
    Policy bad = m_rig->keeper->current()->policy;
    bad.client.port = 70000;
    const auto answer = callAndWait(*m_client, QStringLiteral("policy.apply"), applyParams(1, bad));
    QVERIFY(!answer);
    QCOMPARE(m_rig->keeper->head().number, 1u);
    const auto check = callAndWait(*m_client, QStringLiteral("policy.check"), {{Name("policy"), policyToJson(bad)}});
    QVERIFY(check.ok());
    QVERIFY(!check->value(Name("problems")).toArray().isEmpty());
}

void TestControlServer::aCallTooLongFailsAlone()
{
    const auto answer = callAndWait(
        *m_client, QStringLiteral("log.query"), {{Name("limit"), 1}, {Name("text"), QString(longestRequest, u'x')}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::LimitExceeded);
    QCOMPARE(m_client->state(), ControlClient::State::Online);
    QVERIFY(callAndWait(*m_client, QStringLiteral("status")).ok());
}

void TestControlServer::impactNamesTheEntry()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    m_rig->plane.addConnection(2, QStringLiteral("winword.exe"), QStringLiteral("example.com"));
    Policy next = withEntry(m_rig->keeper->current()->policy, QStringLiteral("msmsgs"));
    next.unmatched = Verdict::Allow;
    const auto answer = callAndWait(*m_client, QStringLiteral("policy.impact"), {{Name("policy"), policyToJson(next)}});
    QVERIFY(answer.ok());
    const QJsonArray refused = answer->value(Name("refused")).toArray();
    QCOMPARE(refused.size(), 1);
    const auto first = refusedConnectionFromJson(refused.first().toObject());
    QVERIFY2(first.ok(), first ? "" : qPrintable(first.error().text()));
    QCOMPARE(first->connection.id, 1u);
    QCOMPARE(first->decision.reason, Reason::ApplicationDisabled);
}

// Connections live on from before the policy in force.
void TestControlServer::impactLeavesOutWhatIsRefusedAlready()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    m_rig->plane.addConnection(2, QStringLiteral("icq.exe"), QStringLiteral("login.icq.com"), 5190);
    Policy policy = withEntry(m_rig->keeper->current()->policy, QStringLiteral("msmsgs"));
    policy.unmatched = Verdict::Allow;
    const auto refused = [&](const Policy& next) {
        QList<ConnectionId> ids;
        const auto answer
            = callAndWait(*m_client, QStringLiteral("policy.impact"), {{Name("policy"), policyToJson(next)}});
        const QJsonArray all = answer ? answer->value(Name("refused")).toArray() : QJsonArray();
        for (const auto& one : all) {
            if (const auto read = refusedConnectionFromJson(one.toObject()); read)
                ids.append(read->connection.id);
        }
        return ids;
    };
    QCOMPARE(refused(policy), QList<ConnectionId>{1});
    QVERIFY(callAndWait(*m_client, QStringLiteral("policy.apply"), applyParams(1, policy)).ok());
    const Policy next = withEntry(policy, QStringLiteral("icq"));
    QCOMPARE(refused(next), QList<ConnectionId>{2});
    // Another reason for what is refused anyway is none.
    Policy closed = policy;
    closed.unmatched = Verdict::Deny;
    QCOMPARE(refused(closed), QList<ConnectionId>{2});
}

void TestControlServer::pushesSnapshotThenDeltas()
{
    m_rig->plane.fill(5000);
    QList<SessionDelta> deltas;
    connect(m_client.get(), &ControlClient::sessionsChanged, this,
        [&](const SessionDelta& delta) { deltas.append(delta); });
    m_client->subscribeSessions(100);
    QTRY_VERIFY(!deltas.isEmpty() && deltas.last().complete);
    QVERIFY(deltas.first().reset);
    QVERIFY(deltas.size() > 1);
    qsizetype sessions = 0;
    qsizetype connections = 0;
    for (const SessionDelta& page : std::as_const(deltas)) {
        sessions += page.sessions.size();
        connections += page.connections.size();
    }
    QCOMPARE(sessions, 5000);
    QCOMPARE(connections, 5000);
    deltas.clear();
    // Twice before the next line: one row, the latest.
    m_rig->plane.touch(7, 1);
    m_rig->plane.touch(7, 2);
    QTRY_VERIFY(!deltas.isEmpty());
    QCOMPARE(deltas.first().reset, false);
    QCOMPARE(deltas.first().connections.size(), 1);
    QCOMPARE(deltas.first().connections.first().bytesSent, 2u);
    deltas.clear();
    m_rig->plane.disconnect({{7}, {}, {}, {}}, [](const std::vector<EndedConnection>&) {});
    QTRY_VERIFY(!deltas.isEmpty());
    QCOMPARE(deltas.first().endedConnections, QList<ConnectionId>{7});
    QCOMPARE(deltas.first().endedSessions, QList<SessionId>{7});
}

void TestControlServer::disconnectsByFilter()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    m_rig->plane.addConnection(2, QStringLiteral("winword.exe"), QStringLiteral("example.com"));
    const auto answer = callAndWait(*m_client, QStringLiteral("sessions.disconnect"),
        {{Name("filter"), Name("program:msmsgs")}, {Name("reason"), Name("not here")}});
    QVERIFY(answer.ok());
    const QJsonArray ended = answer->value(Name("ended")).toArray();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().toObject().value(Name("host")).toString(), QStringLiteral("messenger.hotmail.com"));
    QCOMPARE(QString::fromStdString(m_rig->plane.lastDisconnect.why), QStringLiteral("not here"));
    QVERIFY(m_rig->records->audit(1)->first().what.contains(QStringLiteral("messenger.hotmail.com:1863")));
    const auto nothing = callAndWait(*m_client, QStringLiteral("sessions.disconnect"), {{Name("reason"), Name("")}});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::Missing);
}

void TestControlServer::listsWhatTheFilterFits()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    m_rig->plane.addConnection(2, QStringLiteral("winword.exe"), QStringLiteral("example.com"));
    m_rig->plane.touch(2, 5'000'000);
    const auto fitting = [this](const char* filter) {
        QList<int> ids;
        const auto answer = callAndWait(*m_client, QStringLiteral("sessions.list"), {{Name("filter"), Name(filter)}});
        const QJsonArray sessions = answer ? answer->value(Name("sessions")).toArray() : QJsonArray();
        for (const QJsonValue& session : sessions)
            ids.append(session.toObject().value(Name("id")).toInt());
        return answer ? ids : QList<int>{-static_cast<int>(answer.error().code)};
    };
    QCOMPARE(fitting("sent>1MB"), QList<int>{2});
    QCOMPARE(fitting("sent<=1MB connections:1"), QList<int>{1});
    QCOMPARE(fitting("-application:msmsgs"), QList<int>{2});
    QCOMPARE(fitting("program:msmsgs|winword port>1000"), QList<int>{1});
    QCOMPARE(fitting("age<1d"), (QList<int>{1, 2}));
    QCOMPARE(fitting("age>=1s"), QList<int>());
    QCOMPARE(fitting("sent>"), QList<int>{-static_cast<int>(ErrorCode::Missing)});
    QCOMPARE(fitting("user:\"anna"), QList<int>{-static_cast<int>(ErrorCode::Missing)});
    QCOMPARE(fitting("sent>big"), QList<int>{-static_cast<int>(ErrorCode::InvalidValue)});
}

// One that would hold the loop is refused before anything is looked at.
void TestControlServer::aFilterHasASize()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    const QString endless = QStringList(100'000, QStringLiteral("zz")).join(u'|');
    for (const char* method : {"sessions.list", "sessions.disconnect"}) {
        QJsonObject params{{Name("filter"), endless}};
        if (qstrcmp(method, "sessions.disconnect") == 0)
            params.insert(Name("reason"), Name("test"));
        const auto answer = callAndWait(*m_client, QLatin1StringView(method), params);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::LimitExceeded);
    }
}

void TestControlServer::whatWasGivenUpIsNotDone_data()
{
    QTest::addColumn<bool>("remote");
    QTest::newRow("local") << false;
    QTest::newRow("TLS") << true;
}

// A console that does not wait any longer for a service that hangs tells its user that nothing was done.
void TestControlServer::whatWasGivenUpIsNotDone()
{
    QFETCH(bool, remote);
    m_rig->plane.addConnection(7, QStringLiteral("icq.exe"), QStringLiteral("h"));
    QSignalSpy answered(&m_rig->server->dispatcher(), &Dispatcher::answered);
    const qsizetype before = m_rig->server->connections();
    const QByteArray lines = encodeMessage(RpcRequest{1, Name("services.list"), {}})
        + encodeMessage(RpcRequest{
            2, Name("sessions.disconnect"), {{Name("connections"), QJsonArray{7}}, {Name("reason"), Name("given up")}}})
        + encodeMessage(RpcRequest{3, Name("policy.restore"),
            {{Name("revision"), 1}, {Name("parent"), 1}, {Name("comment"), Name("given up")}}});
    QLocalSocket local;
    QSslSocket ssl;
    if (remote) {
        connectTo(ssl, m_rig->enrolled(Role::Administrator));
        QTRY_VERIFY(ssl.isEncrypted());
        QTRY_COMPARE(m_rig->server->connections(), before + 1);
        ssl.write(lines);
        QVERIFY(ssl.waitForBytesWritten());
        ssl.abort();
    } else {
        local.connectToServer(m_rig->socketPath());
        QVERIFY(local.waitForConnected());
        local.write(lines);
        QVERIFY(local.waitForBytesWritten());
        local.abort();
    }
    QTRY_VERIFY(answered.contains(QVariantList{QStringLiteral("services.list")}));
    QTRY_COMPARE(m_rig->server->connections(), before);
    QVERIFY(callAndWait(*m_client, QStringLiteral("policy.history"), {{Name("limit"), 5}}));
    QVERIFY(m_rig->plane.lastDisconnect.connections.empty());
    QCOMPARE(m_rig->keeper->head().number, RevisionNumber(1));
}

void TestControlServer::restartsService()
{
    QSignalSpy told(m_client.get(), &ControlClient::notified);
    const auto stopped = callAndWait(
        *m_client, QStringLiteral("services.control"), {{Name("name"), Name("socks")}, {Name("action"), Name("stop")}});
    QVERIFY(stopped.ok());
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("services.changed"));
    const auto answer = callAndWait(*m_client, QStringLiteral("services.control"),
        {{Name("name"), Name("socks")}, {Name("action"), Name("restart")}});
    QVERIFY(answer.ok());
    const auto socks = serviceStatusFromJson(answer->value(Name("services")).toArray().last().toObject());
    QVERIFY(socks.ok());
    QCOMPARE(socks->state, ServiceState::Running);
}

void TestControlServer::enrolsOnce()
{
    const ControlEndpoint console = m_rig->stranger();
    Enroller enroller;
    QSignalSpy probed(&enroller, &Enroller::probed);
    enroller.probe(console.host, console.port);
    QTRY_COMPARE(probed.size(), 1);
    QCOMPARE(probed.first().first().toString(), m_rig->identity.fingerprint);

    const QString code = m_rig->code(Role::Operator);
    QSignalSpy enrolled(&enroller, &Enroller::enrolled);
    QSignalSpy failed(&enroller, &Enroller::failed);
    enroller.enrol(console, code.toLower(), QStringLiteral("desk"));
    QTRY_COMPARE(enrolled.size() + failed.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(enrolled.first().first().value<Role>(), Role::Operator);

    ControlClient client;
    client.open(console);
    QVERIFY(waitOnline(client));
    QCOMPARE(client.hello().user, QStringLiteral("desk"));
    QCOMPARE(client.hello().role, Role::Operator);

    enroller.enrol(m_rig->stranger(), code, QStringLiteral("another"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_rig->records->consoles()->size(), 1);
}

void TestControlServer::refusesWrongPin()
{
    ControlEndpoint endpoint = m_rig->enrolled(Role::Administrator);
    endpoint.serverFingerprint = QString(64, u'0');
    ControlClient client;
    client.open(endpoint);
    QTRY_COMPARE(client.state(), ControlClient::State::Waiting);
    QCOMPARE(client.lastError().code, ErrorCode::NotAuthenticated);
    QVERIFY(client.lastError().detail.contains(m_rig->identity.fingerprint));
}

void TestControlServer::refusesStranger()
{
    ControlClient client;
    client.open(m_rig->stranger());
    QTRY_COMPARE(client.state(), ControlClient::State::Waiting);
    QCOMPARE(client.lastError().code, ErrorCode::NotAuthenticated);
    QVERIFY(client.lastError().detail.contains(QStringLiteral("not enrolled")));
}

void TestControlServer::revokedConsoleIsCutOff()
{
    const ControlEndpoint endpoint = m_rig->enrolled(Role::Administrator);
    ControlClient client;
    client.open(endpoint);
    QVERIFY(waitOnline(client));
    const QString fingerprint = readIdentity(endpoint.certificatePem, endpoint.privateKeyPem)->fingerprint;
    QVERIFY(callAndWait(*m_client, QStringLiteral("consoles.revoke"), {{Name("fingerprint"), fingerprint}}).ok());
    QTRY_VERIFY(
        client.state() == ControlClient::State::Waiting && client.lastError().code == ErrorCode::NotAuthenticated);
}

void TestControlServer::malformedLineIsAnsweredAndClosed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QByteArray("hello\n") << -32700;
    QTest::newRow("empty") << QByteArray("\n") << -32700;
    QTest::newRow("bad UTF-8") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}\n") << -32700;
    QTest::newRow("batch") << QByteArray("[]\n") << -32600;
    QTest::newRow("no version") << QByteArray("{\"id\":1,\"method\":\"status\"}\n") << -32600;
    QTest::newRow("unknown member") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status\",\"x\":1}\n")
                                    << -32600;
    QTest::newRow("positional") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status\",\"params\":[]}\n")
                                << -32600;
    QTest::newRow("id object") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"status\"}\n") << -32600;
    QTest::newRow("notification") << QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"status\"}\n") << -32600;
    QTest::newRow("reply") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n") << -32600;
}

void TestControlServer::malformedLineIsAnsweredAndClosed()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    QLocalSocket socket;
    socket.connectToServer(m_rig->socketPath());
    QVERIFY(socket.waitForConnected());
    socket.write(line);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    const auto answer = decodeMessage(socket.readAll().trimmed());
    const auto* message = std::get_if<RpcMessage>(&answer);
    QVERIFY(message);
    QCOMPARE(int(std::get<RpcFailure>(*message).code), code);
    // The others go on.
    QVERIFY(callAndWait(*m_client, QStringLiteral("status")).ok());
}

QTEST_GUILESS_MAIN(TestControlServer)
#include "test_controlserver.moc"
