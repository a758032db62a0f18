// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/service.h"

#include "app/service/control/controlserver.h"
#include "app/service/control/servicekey.h"
#include "app/service/control/storethread.h"
#include "app/service/endpoints.h"
#include "app/service/handout/handout.h"
#include "app/service/logs/fetchrecorder.h"
#include "app/service/logs/logwriter.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QObject>
#include <QSysInfo>
#include <QTimer>

#include <chrono>

namespace sallyport
{

namespace
{
constexpr std::chrono::seconds retryEvery{1};

Problem trouble(ErrorCode code, const QString& subject, const QString& detail)
{
    return {Severity::Error, {code, subject, detail}, {}, 0};
}
} // namespace

// In the order they are made. Destroyed otherwise: the data plane first, since its last answers go to the store threads
// and the control server and its last rows to the log writer; then the store threads with all that is queued, since
// their answers go to the control server.
class Service::Parts
{
public:
    explicit Parts(const ServiceOptions& given)
        : options(given)
        , dir(given.data)
        , lock(dir.filePath(QStringLiteral("sallyportd.lock")))
    {
    }
    ~Parts()
    {
        retry.stop();
        dataPlane.reset();
        fetches.reset();
        reader.reset();
        writer.reset();
        control.reset();
    }

    Status takeFolder();
    Status openStores();
    Status startEnforcing();
    Status startControl();
    void listenElsewhere();
    Result<std::unique_ptr<Stores>> openStoresHere() const;
    QList<Problem> troubles() const;
    QString file(const char* name) const { return dir.filePath(QLatin1StringView(name)); }

    ServiceOptions options;
    QDir dir;
    QLockFile lock;
    SystemClock clock;
    TimePoint started = clock.now();
    QString hostName = QSysInfo::machineHostName();
    TlsIdentity identity;
    std::unique_ptr<StoreThread> writer;
    std::unique_ptr<StoreThread> reader;
    std::unique_ptr<LogWriter> logWriter;
    std::unique_ptr<FetchRecorder> fetches;
    std::unique_ptr<DataPlane> dataPlane;
    std::unique_ptr<PolicyKeeper> keeper;
    std::unique_ptr<ControlServer> control;
    QString controlTls;
    QList<Problem> controlTrouble; // why consoles elsewhere can't come, if they can't
    QTimer retry;
    QObject here; // what other threads queue for this one is dropped when this is gone
};

Status Service::Parts::takeFolder()
{
    if (!dir.mkpath(QStringLiteral(".")))
        return Error{ErrorCode::Io, options.data, QStringLiteral("cannot make this folder; choose another --data")};
    lock.setStaleLockTime(0); // only a dead owner makes it stale
    if (!lock.tryLock(0)) {
        return Error{ErrorCode::Duplicate, options.data,
            QStringLiteral("another sallyportd works in this folder; stop it or choose another --data")};
    }
    auto key = serviceIdentity(options.data, hostName);
    if (!key)
        return key.error();
    identity = *key;
    return {};
}

Result<std::unique_ptr<Stores>> Service::Parts::openStoresHere() const
{
    auto policies = PolicyStore::open(file("policy.db"));
    if (!policies)
        return policies.error();
    auto records = RecordStore::open(file("records.db"));
    if (!records)
        return records.error();
    return std::make_unique<Stores>(
        *std::move(policies), *std::move(records), [log = file("log.db")] { return LogStore::open(log); });
}

Status Service::Parts::openStores()
{
    for (auto* thread : {&writer, &reader}) {
        auto started = StoreThread::start([this] { return openStoresHere(); });
        if (!started)
            return started.error();
        *thread = *std::move(started);
    }
    return {};
}

Status Service::Parts::startEnforcing()
{
    LogWriterOptions logOptions;
    logOptions.database = file("log.db");
    logOptions.directory = file("logs");
    logOptions.server = hostName.toStdString();
    logWriter = std::make_unique<LogWriter>(logOptions, clock);

    FetchRecorderOptions fetchOptions;
    fetchOptions.database = file("records.db");
    fetchOptions.written = [this] {
        QMetaObject::invokeMethod(
            &here,
            [this] {
                if (control)
                    control->notify(QStringLiteral("clients.changed"), {});
            },
            Qt::QueuedConnection);
    };
    fetches = std::make_unique<FetchRecorder>(fetchOptions);

    DataPlaneOptions planeOptions;
    planeOptions.ephemeral = options.ephemeral;
    planeOptions.clients.percent = options.clientShare;
    dataPlane = DataPlane::create(planeOptions, clock, *logWriter, *fetches);
    keeper = std::make_unique<PolicyKeeper>(*dataPlane, makeEnforcement, clock);
    std::optional<Result<PreparedPolicy>> newest;
    writer->run([&](Stores& stores) { newest = keeper->load(stores.policies(), defaultPolicy(hostName)); });
    if (!*newest)
        return newest->error();
    keeper->enforce(**newest);
    return {};
}

Status Service::Parts::startControl()
{
    const ServiceParts parts{clock, *keeper, *writer, *reader, *dataPlane, [this] { return logWriter->dropped(); },
        [this] { return troubles(); }, started, identity.fingerprint};
    control = std::make_unique<ControlServer>(parts, ControlLimits());
    if (options.control.isEmpty())
        options.control = QDir(dir.absolutePath()).filePath(QStringLiteral("control.sock"));
    if (const Status listening = control->listenLocal(options.control); !listening)
        return listening.error();
    listenElsewhere();
    QObject::connect(&retry, &QTimer::timeout, &here, [this] {
        dataPlane->retryListeners();
        if (!controlTrouble.isEmpty())
            listenElsewhere();
    });
    retry.start(retryEvery);
    return {};
}

void Service::Parts::listenElsewhere()
{
    const auto port = control->listenTls(identity, options.tlsAddress, options.tlsPort);
    if (port) {
        controlTls = endpointText(Endpoint{options.tlsAddress, *port});
        controlTrouble.clear();
        qInfo("control: consoles elsewhere reach %s; fingerprint %s", qUtf8Printable(controlTls),
            qUtf8Printable(identity.fingerprint));
        return;
    }
    const QList<Problem> now{trouble(port.error().code, QStringLiteral("control"),
        QStringLiteral("no consoles from elsewhere: %1; trying again").arg(port.error().text()))};
    if (now != controlTrouble)
        qWarning("%s", qUtf8Printable(now.constFirst().error.text()));
    controlTrouble = now;
}

QList<Problem> Service::Parts::troubles() const
{
    QList<Problem> now = controlTrouble;
    for (const ServiceStatus& service : dataPlane->services()) {
        if (service.state == ServiceState::Failed)
            now.append(trouble(ErrorCode::Io, serviceWord(service.name), service.detail));
    }
    for (const Error& problem : dataPlane->problems())
        now.append({Severity::Error, problem, {}, 0});
    if (const QString problem = logWriter->problem(); !problem.isEmpty())
        now.append(trouble(ErrorCode::Io, QStringLiteral("log"), problem));
    if (const QString problem = fetches->problem(); !problem.isEmpty())
        now.append(trouble(ErrorCode::Database, QStringLiteral("records"), problem));
    if (const QString problem = control->dispatcher().auditProblem(); !problem.isEmpty())
        now.append(trouble(ErrorCode::Database, QStringLiteral("audit trail"), problem));
    return now;
}

Service::Service(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{
}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::start(const ServiceOptions& options)
{
    auto parts = std::make_unique<Parts>(options);
    for (const auto step : {&Parts::takeFolder, &Parts::openStores, &Parts::startEnforcing, &Parts::startControl}) {
        if (const Status done = (parts.get()->*step)(); !done)
            return done.error();
    }
    return std::unique_ptr<Service>(new Service(std::move(parts)));
}

QByteArray Service::readyLine() const
{
    // Written by hand for its order: people read it too.
    QByteArray line = R"({"ready":true)";
    const auto add = [&line](const char* name, const QString& value) {
        const QByteArray quoted = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        line += QByteArray(",\"") + name + "\":" + quoted.mid(1, quoted.size() - 2);
    };
    const auto endpoint = [this](ServiceName name) { return QString::fromStdString(d->dataPlane->endpoint(name)); };
    add("control", d->options.control);
    add("controlTls", d->controlTls);
    add("webProxy", endpoint(ServiceName::WebProxy));
    add("socks", endpoint(ServiceName::Socks));
    add("firewallClient", endpoint(ServiceName::Firewall));
    return line + '}';
}

} // namespace sallyport
