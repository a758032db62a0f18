// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "models/control/controlclient.h"
#include "models/control/enroller.h"
#include "models/control/identity.h"
#include "tests/scenarios/robustness/callcases.h"
#include "tests/scenarios/robustness/realservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;
using namespace sallyport::test;

// Every control method gets every bad call there is; each must get its own error, and the service must go on.
class BadCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyMethodIsTried();
    void badCalls_data();
    void badCalls();
    void endlessLineIsCutOff();
    void viewerMayOnlyLook();
    void strangerMayOnlyEnrol();
    void nothingHasChanged();
    void cleanupTestCase();

private:
    QJsonObject ask(const QByteArray& line, bool* closed = nullptr);
    QJsonObject result(const QString& method, const QJsonObject& params = {});
    ControlEndpoint newConsole();
    std::optional<Error> refusal(ControlClient& client, const QString& method, const QJsonObject& params);

    RealService m_service;
    QJsonObject m_policy;
    QJsonObject m_atFirst;
    std::unique_ptr<QLocalSocket> m_socket;
};

static constexpr int patience = 30000; // milliseconds

// The answer to a line sent over a connection that is kept between calls, and whether the service closed it then.
QJsonObject BadCallsTest::ask(const QByteArray& line, bool* closed)
{
    if (!m_socket || m_socket->state() != QLocalSocket::ConnectedState) {
        m_socket = std::make_unique<QLocalSocket>();
        m_socket->connectToServer(m_service.controlSocket());
        if (!m_socket->waitForConnected(patience))
            return {};
    }
    m_socket->write(line + '\n');
    while (!m_socket->canReadLine()) {
        if (!m_socket->waitForReadyRead(patience))
            return {};
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_socket->readLine()).object();
    if (closed && *closed) {
        *closed = m_socket->state() != QLocalSocket::ConnectedState || m_socket->waitForDisconnected(patience);
        m_socket.reset();
    }
    return answer;
}

QJsonObject BadCallsTest::result(const QString& method, const QJsonObject& params)
{
    const QJsonObject call{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}, {QStringLiteral("id"), 1},
        {QStringLiteral("method"), method}, {QStringLiteral("params"), params}};
    return ask(QJsonDocument(call).toJson(QJsonDocument::Compact)).value(QStringLiteral("result")).toObject();
}

void BadCallsTest::initTestCase()
{
    const QString trouble = m_service.start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    m_atFirst = result(QStringLiteral("policy.get"));
    m_policy = m_atFirst.value(QStringLiteral("policy")).toObject();
    QVERIFY(!m_policy.isEmpty());
}

void BadCallsTest::everyMethodIsTried()
{
    const QList<MethodSpec> methods = controlMethods(m_policy);
    QCOMPARE(methods.size(), 22);
    for (const MethodSpec& method : methods) {
        QSet<QByteArray> lines;
        for (const CallCase& call : test::badCalls(method))
            lines.insert(call.line);
        QVERIFY2(lines.size() >= 24, qPrintable(method.name));
    }
}

void BadCallsTest::badCalls_data()
{
    QTest::addColumn<int>("method");
    const QList<MethodSpec> methods = controlMethods(m_policy);
    for (int i = 0; i < methods.size(); ++i)
        QTest::newRow(qPrintable(methods.at(i).name)) << i;
}

void BadCallsTest::badCalls()
{
    QFETCH(int, method);
    for (const CallCase& call : test::badCalls(controlMethods(m_policy).at(method))) {
        bool closed = call.closes;
        const QJsonObject answer = ask(call.line, &closed);
        const QJsonObject error = answer.value(QStringLiteral("error")).toObject();
        const QJsonObject data = error.value(QStringLiteral("data")).toObject();
        const QByteArray about
            = call.name.toUtf8() + " <- " + QJsonDocument(answer).toJson(QJsonDocument::Compact).left(400);
        QVERIFY2(error.value(QStringLiteral("code")).toInt() == call.rpcCode, about);
        QVERIFY2(!error.value(QStringLiteral("message")).toString().isEmpty(), about);
        if (!call.errorWord.isEmpty())
            QVERIFY2(data.value(QStringLiteral("code")).toString() == call.errorWord, about);
        if (!call.subject.isNull())
            QVERIFY2(data.value(QStringLiteral("subject")).toString() == call.subject, about);
        QVERIFY2(closed == call.closes, about);
        QVERIFY2(m_service.isRunning(), about);
    }
    QCOMPARE(result(QStringLiteral("status")).value(QStringLiteral("revision")).toInt(), 1);
}

void BadCallsTest::endlessLineIsCutOff()
{
    QLocalSocket socket;
    socket.connectToServer(m_service.controlSocket());
    QVERIFY(socket.waitForConnected(patience));
    // One byte more than a line may have (codec.h), without an end.
    socket.write(QByteArray(longestRequest + 1, 'x'));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patience)) { }
    while (!socket.canReadLine() && socket.waitForReadyRead(patience)) { }
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
    QCOMPARE(answer.value(QStringLiteral("error"))
                 .toObject()
                 .value(QStringLiteral("data"))
                 .toObject()
                 .value(QStringLiteral("code")),
        QJsonValue(QStringLiteral("limitExceeded")));
    QVERIFY(socket.state() != QLocalSocket::ConnectedState || socket.waitForDisconnected(patience));
    QVERIFY(!result(QStringLiteral("status")).isEmpty());
}

// A console with a certificate of its own that pins the service.
ControlEndpoint BadCallsTest::newConsole()
{
    const Result<TlsIdentity> identity = makeIdentity(QStringLiteral("test"));
    ControlEndpoint endpoint;
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = m_service.port(QLatin1StringView("controlTls"));
    endpoint.serverFingerprint = result(QStringLiteral("status")).value(QStringLiteral("fingerprint")).toString();
    if (identity) {
        endpoint.certificatePem = identity->certificatePem;
        endpoint.privateKeyPem = identity->privateKeyPem;
    }
    return endpoint;
}

// The error that a call is answered with, nothing when it succeeds.
std::optional<Error> BadCallsTest::refusal(ControlClient& client, const QString& method, const QJsonObject& params)
{
    std::optional<Result<QJsonObject>> answer;
    client.call(method, params, this, [&answer](const Result<QJsonObject>& result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        return Error{ErrorCode::TimedOut, method, QStringLiteral("no answer")};
    return answer->ok() ? std::nullopt : std::optional(answer->error());
}

void BadCallsTest::viewerMayOnlyLook()
{
    QProcess enrol;
    enrol.start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        {QStringLiteral("enrol"), QStringLiteral("--data"), m_service.dataFolder() + QStringLiteral("/data"),
            QStringLiteral("--role"), QStringLiteral("viewer")});
    QVERIFY(enrol.waitForFinished(patience));
    QCOMPARE(enrol.exitCode(), 0);
    const QString said = QString::fromUtf8(enrol.readAllStandardOutput());
    const QString code = said.section(QStringLiteral("code: "), 1).section(QLatin1Char('\n'), 0, 0);
    QVERIFY2(!code.isEmpty(), qPrintable(said));

    const ControlEndpoint endpoint = newConsole();
    Enroller enroller;
    QSignalSpy enrolled(&enroller, &Enroller::enrolled);
    enroller.enrol(endpoint, code, QStringLiteral("viewer"));
    QVERIFY(QTest::qWaitFor([&] { return enrolled.count() == 1; }, patience));

    ControlClient client;
    client.open(endpoint);
    QVERIFY(QTest::qWaitFor([&] { return client.state() == ControlClient::State::Online; }, patience));
    const QSet<QString> guarded{QStringLiteral("policy.apply"), QStringLiteral("policy.restore"),
        QStringLiteral("sessions.disconnect"), QStringLiteral("services.control"), QStringLiteral("consoles.list"),
        QStringLiteral("consoles.revoke")};
    for (const MethodSpec& method : controlMethods(m_policy)) {
        if (method.name == QLatin1StringView("enrol") || method.name == QLatin1StringView("hello"))
            continue;
        QJsonObject params;
        for (const Parameter& parameter : method.parameters) {
            if (parameter.required)
                params.insert(parameter.name, parameter.valid);
        }
        const std::optional<Error> error = refusal(client, method.name, params);
        QCOMPARE(error && error->code == ErrorCode::PermissionDenied, guarded.contains(method.name));
    }
}

void BadCallsTest::strangerMayOnlyEnrol()
{
    const ControlEndpoint endpoint = newConsole();
    ControlClient client;
    client.open(endpoint);
    QVERIFY(QTest::qWaitFor([&] { return client.state() == ControlClient::State::Waiting; }, patience));
    QCOMPARE(client.lastError().code, ErrorCode::NotAuthenticated);

    Enroller enroller;
    QSignalSpy failed(&enroller, &Enroller::failed);
    enroller.enrol(endpoint, QStringLiteral("AAAA-BBBB-CCCC"), QStringLiteral("stranger"));
    QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, patience));
}

void BadCallsTest::nothingHasChanged()
{
    QCOMPARE(result(QStringLiteral("policy.get")), m_atFirst);
    // Refused changes are in the audit trail as such.
    int refused = 0;
    const QJsonArray records = result(QStringLiteral("audit.list"), {{QStringLiteral("limit"), 10000}})
                                   .value(QStringLiteral("records"))
                                   .toArray();
    for (const QJsonValue& record : records) {
        const QJsonObject json = record.toObject();
        if (json.value(QStringLiteral("action")) == QLatin1StringView("policy.apply")) {
            QCOMPARE(json.value(QStringLiteral("done")), QJsonValue(false));
            ++refused;
        }
    }
    QVERIFY(refused > 10);
}

void BadCallsTest::cleanupTestCase()
{
    m_socket.reset();
    const QString trouble = m_service.stop();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

QTEST_GUILESS_MAIN(BadCallsTest)
#include "test_badcalls.moc"
