// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "models/control/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sallyport;

// A real sallyportd is killed (SIGKILL) at random moments while one administrator applies a policy after another,
// another has codes issued with "sallyportd enrol", enrols consoles and throws some out again, and somebody looks into
// the databases from outside. What was acknowledged is there afterwards, what is in force has its audit record, a
// program that was blocked stays blocked and a console that was thrown out stays out. A killed process loses nothing
// that it gave to the kernel, so this shows the order of commit and acknowledgement, that the databases' locks are kept
// and that recovery works; it says nothing about a loss of power.
//
// A round ends when it has what it needs, however slow the machine is. SALLYPORT_KILL_ROUNDS sets how many there are.
class TestKilledService : public QObject
{
    Q_OBJECT

private slots:
    void acknowledgedChangesSurvive();

private:
    void start(QProcess& service);
    void checkStore();
    void checkConsoles();
    void checkBlocked();
    void playRound(QProcess& service, QRandomGenerator& random);
    void applyUntilGone();
    void enrolUntilGone();

    QTemporaryDir m_dir;
    QString m_data = m_dir.filePath(QStringLiteral("data"));
    QJsonObject m_ready;
    // Acknowledged. While a round is played each belongs to the thread that fills it.
    QStringList m_programs; // that were blocked
    QStringList m_codes; // issued and not tried yet
    int m_issued = 0;
    QList<TlsIdentity> m_enrolled; // and not thrown out
    QList<TlsIdentity> m_revoked;
    std::atomic<int> m_applies{0}; // in this round
    std::atomic<int> m_revocations{0};
    // What must stay 0.
    int m_lost = 0;
    int m_unaudited = 0;
    int m_openedUp = 0;
};

namespace
{

constexpr int patience = 60000; // milliseconds; a sanitizer's build on a busy machine is slow
constexpr int consolesARound = 4; // a service hears a limited number of unknown consoles a minute
const QString bin = QStringLiteral(SALLYPORT_BIN "/");
using Name = QLatin1StringView;

// One call; nothing when the service went before it answered.
std::optional<RpcMessage> call(QIODevice& device, const QString& method, const QJsonObject& params = {})
{
    device.write(encodeMessage(RpcRequest{1, method, params}));
    while (!device.canReadLine()) {
        if (!device.waitForReadyRead(patience))
            return std::nullopt;
    }
    const auto decoded = decodeMessage(device.readLine().trimmed());
    const auto* message = std::get_if<RpcMessage>(&decoded);
    return message ? std::optional(*message) : std::nullopt;
}

std::optional<QJsonObject> result(QIODevice& device, const QString& method, const QJsonObject& params = {})
{
    const auto answer = call(device, method, params);
    const auto* reply = answer ? std::get_if<RpcReply>(&*answer) : nullptr;
    return reply ? std::optional(reply->result) : std::nullopt;
}

QString textOf(const QJsonValue& object, const char* name)
{
    return object.toObject().value(Name(name)).toString();
}

bool connectLocal(QLocalSocket& socket, const QJsonObject& ready)
{
    socket.connectToServer(ready.value(Name("control")).toString());
    return socket.waitForConnected(patience);
}

bool connectTls(QSslSocket& socket, const TlsIdentity& identity, const QJsonObject& ready)
{
    socket.setSslConfiguration(*tlsConfiguration(identity.certificatePem, identity.privateKeyPem));
    // The service's certificate is its own; this test pins nothing.
    socket.setPeerVerifyMode(QSslSocket::QueryPeer);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"),
        static_cast<quint16>(ready.value(Name("controlTls")).toString().section(u':', -1).toUInt()));
    return socket.waitForEncrypted(patience);
}

// What the service says to a console: a role, or that it does not know it.
QString roleOf(const TlsIdentity& identity, const QJsonObject& ready)
{
    QSslSocket socket;
    if (!connectTls(socket, identity, ready))
        return QStringLiteral("unreachable");
    const auto answer = call(socket, QStringLiteral("hello"), {{Name("protocol"), 1}, {Name("client"), Name("test")}});
    const auto* reply = answer ? std::get_if<RpcReply>(&*answer) : nullptr;
    if (reply)
        return reply->result.value(Name("role")).toString();
    return answer && std::get<RpcFailure>(*answer).error.code == ErrorCode::NotAuthenticated
        ? QStringLiteral("unknown")
        : QStringLiteral("no answer");
}

bool takeCode(const TlsIdentity& identity, const QString& code, const QJsonObject& ready)
{
    QSslSocket socket;
    return connectTls(socket, identity, ready)
        && result(
            socket, QStringLiteral("enrol"), {{Name("code"), code}, {Name("name"), identity.fingerprint.left(20)}});
}

QString issueCode(const QString& data)
{
    QProcess process;
    process.start(bin + QStringLiteral("sallyportd"),
        {QStringLiteral("enrol"), QStringLiteral("--data"), data, QStringLiteral("--role"),
            QStringLiteral("administrator")});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readLine()).section(u' ', 1).trimmed();
}

} // namespace

void TestKilledService::start(QProcess& service)
{
    service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    service.start(
        bin + QStringLiteral("sallyportd"), {QStringLiteral("--data"), m_data, QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(service.canReadLine() || service.state() == QProcess::NotRunning, patience);
    m_ready = QJsonDocument::fromJson(service.readLine()).object();
    QVERIFY(m_ready.value(Name("ready")).toBool());
}

void TestKilledService::checkStore()
{
    QLocalSocket socket;
    QVERIFY(connectLocal(socket, m_ready));
    const auto policy = result(socket, QStringLiteral("policy.get"));
    QVERIFY(policy);
    const QJsonObject client = policy->value(Name("policy")).toObject().value(Name("client")).toObject();
    QSet<QString> programs;
    for (const QJsonValue& entry : client.value(Name("applications")).toArray())
        programs.insert(textOf(entry, "name"));
    for (const QString& program : std::as_const(m_programs))
        m_lost += !programs.contains(program);
    const int head = policy->value(Name("revision")).toObject().value(Name("number")).toInt();
    QCOMPARE(head, int(programs.size()) + 1); // never half a revision: one entry came with each

    const auto audit = result(socket, QStringLiteral("audit.list"), {{Name("limit"), 10000}});
    QVERIFY(audit);
    const QJsonArray records = audit->value(Name("records")).toArray();
    QVERIFY(records.size() < 10000);
    QStringList recorded;
    for (const QJsonValue& record : records) {
        if (record.toObject().value(Name("done")).toBool())
            recorded.append(textOf(record, "what"));
    }
    recorded.sort();
    const auto has = [&recorded](const QString& beginning) {
        const auto found = std::lower_bound(recorded.cbegin(), recorded.cend(), beginning);
        return found != recorded.cend() && found->startsWith(beginning);
    };
    for (int revision = 2; revision <= head; ++revision)
        m_unaudited += !has(QStringLiteral("revision %1: ").arg(revision));
    for (const TlsIdentity& console : std::as_const(m_enrolled))
        m_unaudited += !has(QStringLiteral("enrolled console \"%1\"").arg(console.fingerprint.left(20)));
    for (const TlsIdentity& console : std::as_const(m_revoked))
        m_unaudited += !has(QStringLiteral("revoked console ") + console.fingerprint);
    const auto issued = recorded.filter(QStringLiteral("issued a code")).size();
    m_unaudited += issued < m_issued;
}

void TestKilledService::checkConsoles()
{
    QLocalSocket socket;
    QVERIFY(connectLocal(socket, m_ready));
    const auto list = result(socket, QStringLiteral("consoles.list"));
    QVERIFY(list);
    QSet<QString> known;
    for (const QJsonValue& console : list->value(Name("consoles")).toArray())
        known.insert(textOf(console, "fingerprint"));
    for (const TlsIdentity& console : std::as_const(m_enrolled))
        m_lost += !known.contains(console.fingerprint);
    for (const TlsIdentity& console : std::as_const(m_revoked))
        m_openedUp += known.contains(console.fingerprint);
    // The newest of each at the door itself, and the codes that nobody tried in time.
    if (!m_enrolled.isEmpty() && roleOf(m_enrolled.last(), m_ready) != QStringLiteral("administrator"))
        ++m_lost;
    if (!m_revoked.isEmpty() && roleOf(m_revoked.last(), m_ready) != QStringLiteral("unknown"))
        ++m_openedUp;
    for (const QString& code : std::exchange(m_codes, {})) {
        const TlsIdentity console = *makeIdentity(QStringLiteral("console"));
        if (takeCode(console, code, m_ready))
            m_enrolled.append(console);
        else
            ++m_lost;
    }
}

void TestKilledService::checkBlocked()
{
    if (m_programs.isEmpty())
        return;
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"),
        static_cast<quint16>(m_ready.value(Name("firewallClient")).toString().section(u':', -1).toUInt()));
    QVERIFY(client.waitForConnected(patience));
    client.write("CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nSallyport-Application: "
        + m_programs.last().toLatin1() + ".exe\r\n\r\n");
    while (!client.canReadLine() && client.waitForReadyRead(patience)) { }
    const QByteArray answer = client.readLine();
    QVERIFY2(answer.startsWith("HTTP/1.1 "), answer.constData());
    m_openedUp += !answer.startsWith("HTTP/1.1 403");
}

void TestKilledService::applyUntilGone()
{
    QLocalSocket socket;
    if (!connectLocal(socket, m_ready))
        return;
    auto answer = result(socket, QStringLiteral("policy.get"));
    if (!answer)
        return;
    QJsonObject policy = answer->value(Name("policy")).toObject();
    QJsonObject client = policy.value(Name("client")).toObject();
    QJsonArray applications = client.value(Name("applications")).toArray();
    int revision = answer->value(Name("revision")).toObject().value(Name("number")).toInt();
    while (true) {
        const QString program = QStringLiteral("p%1").arg(revision);
        applications.append(QJsonObject{{Name("id"), QStringLiteral("id-%1").arg(program)}, {Name("name"), program},
            {Name("settings"), QJsonArray{QJsonObject{{Name("key"), Name("Disable")}, {Name("value"), Name("1")}}}}});
        client.insert(Name("applications"), applications);
        policy.insert(Name("client"), client);
        const QJsonObject params{{Name("parent"), revision}, {Name("policy"), policy}, {Name("comment"), program}};
        if (!result(socket, QStringLiteral("policy.apply"), params))
            return;
        m_programs.append(program);
        ++revision;
        ++m_applies;
    }
}

void TestKilledService::enrolUntilGone()
{
    for (int i = 0; i < consolesARound; ++i) {
        const QString code = issueCode(m_data);
        if (code.isEmpty())
            return;
        ++m_issued;
        const TlsIdentity console = *makeIdentity(QStringLiteral("console"));
        QSslSocket socket;
        if (!connectTls(socket, console, m_ready)) {
            m_codes.append(code);
            return;
        }
        if (!result(
                socket, QStringLiteral("enrol"), {{Name("code"), code}, {Name("name"), console.fingerprint.left(20)}}))
            return; // it may have been taken all the same
        if (i % 2 == 1) {
            m_enrolled.append(console);
            continue;
        }
        QLocalSocket local;
        if (!connectLocal(local, m_ready)) {
            m_enrolled.append(console);
            return;
        }
        if (!result(local, QStringLiteral("consoles.revoke"), {{Name("fingerprint"), console.fingerprint}}))
            return; // in or out, nobody was told
        m_revoked.append(console);
        ++m_revocations;
    }
}

void TestKilledService::playRound(QProcess& service, QRandomGenerator& random)
{
    QProcess reader;
    reader.start(
        QStringLiteral(STORE_READER), {m_data + QStringLiteral("/policy.db"), m_data + QStringLiteral("/records.db")});
    m_applies = 0;
    m_revocations = 0;
    std::thread applying([this] { applyUntilGone(); });
    std::thread enrolling([this] { enrolUntilGone(); });
    const int applies = random.bounded(1, 6);
    const int revocations = random.bounded(0, 3);
    // It looks every few milliseconds, whatever the others are at: the kill comes into the middle of something.
    const bool played = QTest::qWaitFor(
        [&] { return m_applies >= applies && m_revocations >= revocations && reader.canReadLine(); }, patience);
    service.kill();
    applying.join();
    enrolling.join();
    QVERIFY2(played, "a round did not get what it waits for");
    QTRY_COMPARE_WITH_TIMEOUT(service.state(), QProcess::NotRunning, patience);
    QCOMPARE(service.exitStatus(), QProcess::CrashExit);
    reader.kill();
    reader.waitForFinished(patience);
}

void TestKilledService::acknowledgedChangesSurvive()
{
    const auto seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SALLYPORT_KILL_ROUNDS", &given);
    const int rounds = given ? asked : 12;
    qInfo("seed %u", seed);
    for (int round = 0; round <= rounds; ++round) {
        QProcess service;
        start(service);
        for (const auto check :
            {&TestKilledService::checkBlocked, &TestKilledService::checkStore, &TestKilledService::checkConsoles}) {
            if (!QTest::currentTestFailed())
                (this->*check)();
        }
        if (QTest::currentTestFailed())
            return;
        const QString figures = QStringLiteral("%1 kills, acknowledged: %2 applies, %3 codes, %4 revocations; "
                                               "%5 lost, %6 unaudited, %7 opened up")
                                    .arg(round)
                                    .arg(m_programs.size())
                                    .arg(m_issued)
                                    .arg(m_revoked.size())
                                    .arg(m_lost)
                                    .arg(m_unaudited)
                                    .arg(m_openedUp);
        QVERIFY2(m_lost == 0 && m_unaudited == 0 && m_openedUp == 0, qPrintable(figures));
        if (round == rounds) {
            qInfo("%s", qPrintable(figures));
            service.terminate();
            QVERIFY(service.waitForFinished(patience));
            QCOMPARE(service.exitCode(), 0);
            return;
        }
        playRound(service, random);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestKilledService)
#include "test_killedservice.moc"
