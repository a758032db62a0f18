// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include "app/service/control/enrolmentcode.h"
#include "app/service/control/servicekey.h"
#include "models/ini/clientini.h"

#include <QSslConfiguration>
#include <QSslSocket>
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

ControlRig::ControlRig(const ControlLimits& limits, const Instead& instead)
{
    const auto file = [this](const char* name) { return dir.filePath(QLatin1StringView(name)); };
    policies = PolicyStore::open(file("policy.db")).value();
    const auto made = policies->apply(0, defaultPolicy(QStringLiteral("gate")), QStringLiteral("sallyportd"),
        QStringLiteral("First start"), clock.now());
    Q_ASSERT(made.ok());
    records = RecordStore::open(file("records.db")).value();
    const auto open = [&]() -> Result<std::unique_ptr<Stores>> {
        auto plain = RecordStore::open(file("records.db")).value();
        return std::make_unique<Stores>(PolicyStore::open(file("policy.db")).value(),
            instead.records ? instead.records(std::move(plain)) : std::move(plain),
            instead.openLog ? instead.openLog
                            : Stores::OpenLog([log = file("log.db")] { return LogStore::open(log); }));
    };
    writer = StoreThread::start(open).value();
    reader = StoreThread::start(open).value();
    keeper = std::make_unique<PolicyKeeper>(plane, makeEnforcement, clock);
    std::optional<PreparedPolicy> first;
    writer->run([&](Stores& stores) { first = keeper->load(stores.policies()).value(); });
    keeper->enforce(*first);
    identity = serviceIdentity(dir.path(), QStringLiteral("gate")).value();
    const ServiceParts parts{clock, *keeper, *writer, *reader, plane, [] { return std::uint64_t(0); },
        [this] { return troubles; }, clock.now(), identity.fingerprint, [this] { return recordsInPlace; }};
    server = std::make_unique<ControlServer>(parts, limits);
    const Status listening = server->listenLocal(socketPath());
    Q_ASSERT(listening.ok());
    tlsPort = server->listenTls(identity, QHostAddress(QHostAddress::LocalHost), 0).value();
}

ControlRig::~ControlRig()
{
    stop();
}

void ControlRig::stop()
{
    plane.finish();
    reader.reset();
    writer.reset();
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

Result<Revision> ControlRig::apply(RevisionNumber parent, const Policy& policy, const QString& author)
{
    std::optional<Result<PreparedPolicy>> applied;
    writer->run([&](Stores& stores) { applied = keeper->apply(stores.policies(), parent, policy, author, {}); });
    if (!*applied)
        return applied->error();
    keeper->enforce(**applied);
    return (*applied)->head;
}

QString ControlRig::code(Role role)
{
    return issueEnrolmentCode(*records, role, clock.now()).value();
}

Policy withEntry(Policy policy, const QString& name)
{
    ApplicationEntry entry;
    entry.id = newObjectId();
    entry.name = name;
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    return policy;
}

void connectTo(QSslSocket& socket, const ControlEndpoint& endpoint)
{
    socket.setSslConfiguration(*tlsConfiguration(endpoint.certificatePem, endpoint.privateKeyPem));
    socket.connectToHostEncrypted(endpoint.host, endpoint.port);
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
