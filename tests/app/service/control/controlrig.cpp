// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include "app/service/control/enrolmentcode.h"
#include "app/service/control/servicekey.h"
#include "models/ini/clientini.h"

#include <QTest>

namespace sallyport
{

namespace
{

Result<std::shared_ptr<const Enforcement>> makeEnforcement(const Policy& policy, RevisionNumber revision)
{
    const auto compiled = compile(policy);
    if (!compiled)
        return compiled.error();
    auto enforcement = std::make_shared<Enforcement>();
    enforcement->policy = policy;
    enforcement->compiled = *compiled;
    enforcement->handOut.mspclnt = writeClientIni(policy);
    enforcement->handOut.mspclntTag = "\"r" + std::to_string(revision) + '"';
    enforcement->handOut.revision = revision;
    return std::shared_ptr<const Enforcement>(enforcement);
}

} // namespace

ControlRig::ControlRig(const ControlLimits& limits)
{
    const auto file = [this](const char* name) { return dir.filePath(QLatin1StringView(name)); };
    policies = PolicyStore::open(file("policy.db")).value();
    records = RecordStore::open(file("records.db")).value();
    logs = LogStore::open(file("log.db")).value();
    keeper = std::make_unique<PolicyKeeper>(*policies, plane, makeEnforcement, clock);
    const Status started = keeper->start(defaultPolicy(QStringLiteral("gate")));
    Q_ASSERT(started.ok());
    identity = serviceIdentity(dir.path(), QStringLiteral("gate")).value();
    const ServiceParts parts{clock, *keeper, *records, [this] { return Result<LogStore*>(logs.get()); }, plane,
        [] { return std::uint64_t(0); }, [] { return QList<Problem>(); }, clock.now(), identity.fingerprint};
    server = std::make_unique<ControlServer>(parts, limits);
    const Status listening = server->listenLocal(socketPath());
    Q_ASSERT(listening.ok());
    tlsPort = server->listenTls(identity, QHostAddress(QHostAddress::LocalHost), 0).value();
}

QString ControlRig::socketPath() const
{
    return dir.filePath(QStringLiteral("control.sock"));
}

ControlEndpoint ControlRig::local() const
{
    ControlEndpoint endpoint;
    endpoint.socketPath = socketPath();
    return endpoint;
}

ControlEndpoint ControlRig::stranger()
{
    const TlsIdentity own = makeIdentity(QStringLiteral("console")).value();
    ControlEndpoint endpoint;
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = tlsPort;
    endpoint.serverFingerprint = identity.fingerprint;
    endpoint.certificatePem = own.certificatePem;
    endpoint.privateKeyPem = own.privateKeyPem;
    return endpoint;
}

ControlEndpoint ControlRig::enrolled(Role role)
{
    const ControlEndpoint endpoint = stranger();
    const TlsIdentity own = readIdentity(endpoint.certificatePem, endpoint.privateKeyPem).value();
    const Status added = records->addConsole({own.fingerprint, roleWord(role), role, clock.now()});
    Q_ASSERT(added.ok());
    return endpoint;
}

QString ControlRig::code(Role role)
{
    return issueEnrolmentCode(*records, role, clock.now()).value();
}

Result<QJsonObject> callAndWait(ControlClient& client, const QString& method, const QJsonObject& params)
{
    std::optional<Result<QJsonObject>> answer;
    client.call(method, params, &client, [&answer](const Result<QJsonObject>& given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
        return Error{ErrorCode::TimedOut, method, QStringLiteral("no answer")};
    return *answer;
}

bool waitOnline(ControlClient& client)
{
    return QTest::qWaitFor([&client] { return client.state() == ControlClient::State::Online; }, 10000);
}

} // namespace sallyport
