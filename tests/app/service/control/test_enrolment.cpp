// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/enrolmentcode.h"
#include "models/control/enroller.h"
#include "tests/app/service/control/controlrig.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace sallyport;
using Name = QLatin1StringView;

// How a console becomes known, and what nobody becomes known by.
class TestEnrolment : public QObject
{
    Q_OBJECT

private slots:
    void roleCountsOnTheSameConnection();
    void codeLivesForItsTimeOnly();
    void codeIsNotKeptInPlainText();
    void localConsolesAreNotEnrolled();
    void badNamesCostNoCode_data();
    void badNamesCostNoCode();
    void consolesAreBounded();
    void wrongPinSendsNothing_data();
    void wrongPinSendsNothing();
    void strangersCallEndsTheConnection();
    void strangerAmongEnrolledHasNoRole();
    void consoleWithoutCertificateIsNotLetIn();
    void fullServiceTurnsConsolesAway();
    void olderTlsIsRefused();
    void revokingLeavesTheOthers();
    void nothingIsToldBeforeHello();

private:
    RpcMessage ask(QIODevice& device, const QString& method, const QJsonObject& params = {});
};

namespace
{

std::unique_ptr<QSslSocket> connected(const ControlEndpoint& endpoint)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*tlsConfiguration(endpoint.certificatePem, endpoint.privateKeyPem));
    socket->connectToHostEncrypted(endpoint.host, endpoint.port);
    if (!QTest::qWaitFor([&] { return socket->isEncrypted(); }, 10000))
        qWarning("no TLS: %s", qPrintable(socket->errorString()));
    return socket;
}

bool waitForLine(QIODevice& device)
{
    return QTest::qWaitFor([&] { return device.canReadLine(); }, 10000);
}

RpcMessage messageOf(const QByteArray& line)
{
    const auto decoded = decodeMessage(line);
    const auto* message = std::get_if<RpcMessage>(&decoded);
    return message ? *message : RpcMessage(RpcNotification{QStringLiteral("unreadable"), {}});
}

QJsonObject enrolParams(const QString& code, const QString& name = QStringLiteral("desk"))
{
    return {{Name("code"), code}, {Name("name"), name}};
}

const QJsonObject helloParams{{Name("protocol"), 1}, {Name("client"), Name("test")}};

} // namespace

RpcMessage TestEnrolment::ask(QIODevice& device, const QString& method, const QJsonObject& params)
{
    device.write(encodeMessage(RpcRequest{1, method, params}));
    return waitForLine(device) ? messageOf(device.readLine())
                               : RpcMessage(RpcNotification{QStringLiteral("no answer"), {}});
}

void TestEnrolment::roleCountsOnTheSameConnection()
{
    ControlRig rig;
    const auto socket = connected(rig.stranger());
    QVERIFY(
        std::holds_alternative<RpcReply>(ask(*socket, QStringLiteral("enrol"), enrolParams(rig.code(Role::Operator)))));
    const RpcMessage hello = ask(*socket, QStringLiteral("hello"), helloParams);
    QVERIFY(std::holds_alternative<RpcReply>(hello));
    QCOMPARE(std::get<RpcReply>(hello).result.value(Name("role")).toString(), QStringLiteral("operator"));
    QCOMPARE(std::get<RpcReply>(hello).result.value(Name("user")).toString(), QStringLiteral("desk"));
    // And no more than that role.
    const RpcMessage consoles = ask(*socket, QStringLiteral("consoles.list"));
    QVERIFY(std::holds_alternative<RpcFailure>(consoles));
    QCOMPARE(std::get<RpcFailure>(consoles).error.code, ErrorCode::PermissionDenied);
}

void TestEnrolment::codeLivesForItsTimeOnly()
{
    ControlRig rig;
    const QString late = rig.code(Role::Viewer);
    const QString timely = rig.code(Role::Viewer);
    rig.clock.time += enrolmentCodeLife - std::chrono::seconds(1);
    QVERIFY(std::holds_alternative<RpcReply>(
        ask(*connected(rig.stranger()), QStringLiteral("enrol"), enrolParams(timely))));
    rig.clock.time += std::chrono::seconds(1);
    const RpcMessage refused = ask(*connected(rig.stranger()), QStringLiteral("enrol"), enrolParams(late));
    QVERIFY(std::holds_alternative<RpcFailure>(refused));
    QCOMPARE(std::get<RpcFailure>(refused).error.code, ErrorCode::NotAuthenticated);
    QCOMPARE(rig.records->consoles()->size(), 1);
}

// Whoever reads the database, or a backup of it, must not find a code to enrol with.
void TestEnrolment::codeIsNotKeptInPlainText()
{
    ControlRig rig;
    const QByteArray code = rig.code(Role::Administrator).toLatin1();
    const QByteArray plain = QByteArray(code).replace("-", "");
    const QFileInfoList files = QDir(rig.dir.path()).entryInfoList({QStringLiteral("records.db*")}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(code) && !bytes.contains(plain), qPrintable(info.fileName()));
    }
}

void TestEnrolment::localConsolesAreNotEnrolled()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    const QString code = rig.code(Role::Viewer);
    const auto answer = callAndWait(client, QStringLiteral("enrol"), enrolParams(code));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Unsupported);
    QVERIFY(rig.records->consoles()->isEmpty());
    QVERIFY(rig.records->takeEnrolmentCode(enrolmentCodeHash(code), rig.clock.now()).ok());
}

void TestEnrolment::badNamesCostNoCode_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral("  \t ");
    QTest::newRow("long") << QString(101, u'n');
}

void TestEnrolment::badNamesCostNoCode()
{
    QFETCH(QString, name);
    ControlRig rig;
    const QString code = rig.code(Role::Viewer);
    const RpcMessage answer = ask(*connected(rig.stranger()), QStringLiteral("enrol"), enrolParams(code, name));
    QVERIFY(std::holds_alternative<RpcFailure>(answer));
    QCOMPARE(std::get<RpcFailure>(answer).error.subject, QStringLiteral("name"));
    QVERIFY(rig.records->takeEnrolmentCode(enrolmentCodeHash(code), rig.clock.now()).ok());
}

void TestEnrolment::consolesAreBounded()
{
    ControlRig rig;
    const Status added = rig.records->atomically([&rig]() -> Status {
        for (int i = 0; i < 1000; ++i) {
            const QString fingerprint = QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0'));
            if (const Status one = rig.records->addConsole({fingerprint, fingerprint, Role::Viewer, {}}); !one)
                return one;
        }
        return {};
    });
    QVERIFY(added.ok());
    const QString code = rig.code(Role::Viewer);
    const RpcMessage refused = ask(*connected(rig.stranger()), QStringLiteral("enrol"), enrolParams(code));
    QVERIFY(std::holds_alternative<RpcFailure>(refused));
    QCOMPARE(std::get<RpcFailure>(refused).error.code, ErrorCode::LimitExceeded);
    QVERIFY(rig.records->takeEnrolmentCode(enrolmentCodeHash(code), rig.clock.now()).ok());
}

void TestEnrolment::wrongPinSendsNothing_data()
{
    QTest::addColumn<QString>("pin");
    QTest::newRow("another") << QString(64, u'0');
    QTest::newRow("none") << QString();
}

// A service in the middle must not learn the code.
void TestEnrolment::wrongPinSendsNothing()
{
    QFETCH(QString, pin);
    ControlRig rig;
    ControlEndpoint console = rig.stranger();
    console.serverFingerprint = pin;
    const QString code = rig.code(Role::Administrator);
    Enroller enroller;
    QSignalSpy enrolled(&enroller, &Enroller::enrolled);
    QSignalSpy failed(&enroller, &Enroller::failed);
    enroller.enrol(console, code, QStringLiteral("desk"));
    QTRY_COMPARE(enrolled.size() + failed.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotAuthenticated);
    QVERIFY(rig.records->takeEnrolmentCode(enrolmentCodeHash(code), rig.clock.now()).ok());
}

void TestEnrolment::strangersCallEndsTheConnection()
{
    ControlRig rig;
    const auto socket = connected(rig.stranger());
    const RpcMessage answer = ask(*socket, QStringLiteral("status"));
    QVERIFY(std::holds_alternative<RpcFailure>(answer));
    QCOMPARE(std::get<RpcFailure>(answer).error.code, ErrorCode::NotAuthenticated);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

// Others being known makes nobody known, and everybody gets the role of his own.
void TestEnrolment::strangerAmongEnrolledHasNoRole()
{
    ControlRig rig;
    const ControlEndpoint viewer = rig.enrolled(Role::Viewer);
    rig.enrolled(Role::Administrator);
    const RpcMessage answer = ask(*connected(rig.stranger()), QStringLiteral("status"));
    QVERIFY(std::holds_alternative<RpcFailure>(answer));
    QCOMPARE(std::get<RpcFailure>(answer).error.code, ErrorCode::NotAuthenticated);
    const RpcMessage hello = ask(*connected(viewer), QStringLiteral("hello"), helloParams);
    QVERIFY(std::holds_alternative<RpcReply>(hello));
    QCOMPARE(std::get<RpcReply>(hello).result.value(Name("role")).toString(), QStringLiteral("viewer"));
}

void TestEnrolment::consoleWithoutCertificateIsNotLetIn()
{
    ControlRig rig;
    QSslSocket socket;
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    socket.setSslConfiguration(tls);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), rig.tlsPort);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(rig.server->connections(), 0);
}

void TestEnrolment::fullServiceTurnsConsolesAway()
{
    ControlLimits limits;
    limits.administrators = 1;
    ControlRig rig(limits);
    ControlClient first;
    first.open(rig.enrolled(Role::Administrator));
    QVERIFY(waitOnline(first));
    for (int i = 0; i < 3; ++i) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
        const auto socket = connected(rig.enrolled(Role::Administrator));
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    }
    QVERIFY(callAndWait(first, QStringLiteral("status")).ok());
    QCOMPARE(rig.server->connections(), 1);
}

void TestEnrolment::olderTlsIsRefused()
{
    ControlRig rig;
    const ControlEndpoint console = rig.enrolled(Role::Administrator);
    QSslConfiguration tls = *tlsConfiguration(console.certificatePem, console.privateKeyPem);
    tls.setProtocol(QSsl::TlsV1_2);
    QSslSocket socket;
    QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
    socket.setSslConfiguration(tls);
    socket.connectToHostEncrypted(console.host, console.port);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(encrypted.isEmpty());
}

void TestEnrolment::revokingLeavesTheOthers()
{
    ControlRig rig;
    const ControlEndpoint gone = rig.enrolled(Role::Viewer);
    const auto revoked = connected(gone);
    QVERIFY(std::holds_alternative<RpcReply>(ask(*revoked, QStringLiteral("hello"), helloParams)));
    const auto other = connected(rig.enrolled(Role::Administrator));
    QVERIFY(std::holds_alternative<RpcReply>(ask(*other, QStringLiteral("hello"), helloParams)));
    ControlClient local;
    local.open(rig.local());
    QVERIFY(waitOnline(local));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("enrolment was revoked")));
    const QString fingerprint = readIdentity(gone.certificatePem, gone.privateKeyPem)->fingerprint;
    QVERIFY(callAndWait(local, QStringLiteral("consoles.revoke"), {{Name("fingerprint"), fingerprint}}).ok());
    QTRY_COMPARE(revoked->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(std::holds_alternative<RpcReply>(ask(*other, QStringLiteral("status"))));
    QCOMPARE(rig.server->connections(), 2);
}

void TestEnrolment::nothingIsToldBeforeHello()
{
    ControlRig rig;
    QLocalSocket silent;
    silent.connectToServer(rig.socketPath());
    QVERIFY(silent.waitForConnected());
    QTRY_COMPARE(rig.server->connections(), 1);
    Policy next = rig.keeper->current()->policy;
    next.server.description = QStringLiteral("changed");
    QVERIFY(rig.apply(1, next, QStringLiteral("anna")).ok());
    // The first line it gets is its own reply.
    const RpcMessage first = ask(silent, QStringLiteral("hello"), helloParams);
    QVERIFY(std::holds_alternative<RpcReply>(first));
    next.server.description = QStringLiteral("again");
    QVERIFY(rig.apply(2, next, QStringLiteral("anna")).ok());
    QVERIFY(waitForLine(silent));
    const RpcMessage told = messageOf(silent.readLine());
    QVERIFY(std::holds_alternative<RpcNotification>(told));
    QCOMPARE(std::get<RpcNotification>(told).method, QStringLiteral("policy.changed"));
}

QTEST_GUILESS_MAIN(TestEnrolment)
#include "test_enrolment.moc"
