// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/service.h"

#include "app/service/control/controlserver.h"
#include "app/service/control/revisionaudit.h"
#include "app/service/control/servicekey.h"
#include "app/service/control/storefiles.h"
#include "app/service/control/storethread.h"
#include "app/service/datafolder.h"
#include "app/service/endpoints.h"
#include "app/service/folderlock.h"
#include "app/service/handout/handout.h"
#include "app/service/logs/fetchrecorder.h"
#include "app/service/logs/logwriter.h"
#include "app/service/stopbound.h"
#include "app/service/world.h"
#include "models/base/fault.h"
#include "models/base/places.h"
#include "models/control/localaddress.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QObject>
#include <QSysInfo>
#include <QTimer>

#include <chrono>

#include <cstdlib>

namespace sallyport
{

namespace
{
constexpr std::chrono::seconds enrolPatience(3); // for "sallyportd enrol", which holds the folder for a moment
constexpr std::chrono::seconds retryEvery{1};
// A stop takes no longer, whatever the disks do; the log writer has its own bound, of as much.
constexpr std::chrono::seconds stopPatience{5};
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
    {
    }
    ~Parts()
    {
        retry.stop();
        dataPlane.reset();
        const auto until = std::chrono::steady_clock::now() + stopPatience;
        if (logWriter)
            logWriter->close(); // and write meanwhile
        {
            const StopBound bound(until, "changes under way were neither finished nor answered");
            if (control)
                control->finish();
            writer.reset();
        }
        {
            const StopBound bound(until, "the last fetches of clients were not recorded");
            fetches.reset();
        }
        {
            const StopBound bound(until, "a query was not answered");
            if (reader)
                reader->dropJobs();
            reader.reset();
        }
        control.reset();
        if (lock)
            forgetControlSocket(dir);
        logWriter.reset();
        for (const auto& lost : {policyFile, recordFile, logFile}) {
            if (const QString aside = lost->takeLogAway(); !aside.isEmpty())
                qWarning("%s: holds what was last written to the database that was lost; it is of use with that file "
                         "alone",
                    qUtf8Printable(aside));
        }
    }

    Status takeFolder();
    Status openStores();
    Status recoverRecords();
    Status startEnforcing();
    Status startControl();
    void listenElsewhere();
    Result<std::unique_ptr<Stores>> openStoresHere() const;
    void sayLost();
    QList<Error> lostFiles() const;
    QList<Problem> troubles() const;
    QString file(const char* name) const { return dir.filePath(QLatin1StringView(name)); }

    ServiceOptions options;
    QDir dir;
    std::optional<FolderLock> lock;
    ServiceClock clock;
    TimePoint started = clock.now();
    QString hostName = QSysInfo::machineHostName();
    TlsIdentity identity;
    std::unique_ptr<StoreThread> writer;
    std::unique_ptr<StoreThread> reader;
    // As databases are opened: policy, records, log.
    const std::shared_ptr<StoreFile> policyFile = std::make_shared<StoreFile>(file("policy.db"), Fault::PolicyFileLost);
    const std::shared_ptr<StoreFile> recordFile
        = std::make_shared<StoreFile>(file("records.db"), Fault::RecordFileLost);
    const std::shared_ptr<StoreFile> logFile = std::make_shared<StoreFile>(file("log.db"), Fault::LogFileLost);
    QList<Error> saidLost;
    std::unique_ptr<LogWriter> logWriter;
    std::unique_ptr<FetchRecorder> fetches;
    std::unique_ptr<DataPlane> dataPlane;
    std::unique_ptr<PolicyKeeper> keeper;
    LocalAddress controlAddress; // by which the control server takes its socket away again
    std::unique_ptr<ControlServer> control;
    QString controlTls;
    std::optional<Error> recordTrouble; // why the audit trail lacks revisions, if it does
    std::optional<Error> controlTrouble; // why consoles elsewhere can't come, if they can't
    QTimer retry;
    QObject here; // what other threads queue for this one is dropped when this is gone
};

Status Service::Parts::takeFolder()
{
    auto taken = FolderLock::take(options.data, enrolPatience);
    if (!taken)
        return taken.error();
    lock.emplace(*std::move(taken));
    forgetControlSocket(dir); // of a service that was killed
    if (const Status ready = readyPolicy(dir, defaultPolicy(hostName), clock.now()); !ready)
        return ready.error();
    auto key = serviceIdentity(options.data, hostName);
    if (!key)
        return key.error();
    identity = *key;
    return {};
}

Result<std::unique_ptr<Stores>> Service::Parts::openStoresHere() const
{
    auto policies = PolicyStore::open(file("policy.db"), policyFile);
    if (!policies)
        return policies.error();
    auto records = RecordStore::open(file("records.db"), recordFile);
    if (!records)
        return records.error();
    return std::make_unique<Stores>(*std::move(policies), *std::move(records),
        [log = file("log.db"), guard = logFile] { return LogStore::open(log, guard); });
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

Status Service::Parts::recoverRecords()
{
    Result<int> recovered(0);
    writer->run([&recovered](Stores& stores) { recovered = recoverAudit(stores.policies(), stores.records()); });
    if (recovered)
        return {};
    // Without room for them the service does what it can; the next start tries again.
    qWarning("audit trail: revisions are missing in it: %s", qUtf8Printable(recovered.error().text()));
    recordTrouble = recovered.error();
    return {};
}

Status Service::Parts::startEnforcing()
{
    LogWriterOptions logOptions;
    logOptions.database = file("log.db");
    logOptions.guard = logFile;
    logOptions.directory = file("logs");
    logOptions.server = hostName.toStdString();
    // Everything else is closed and durable by then.
    logOptions.gaveUp = [](std::uint64_t rows) {
        qWarning(
            "log: stopped before %llu rows were written: the disk of the log, or whoever keeps its database locked, "
            "is too slow",
            static_cast<unsigned long long>(rows));
        std::_Exit(0);
    };
    logWriter = std::make_unique<LogWriter>(logOptions, clock);

    FetchRecorderOptions fetchOptions;
    fetchOptions.database = file("records.db");
    fetchOptions.guard = recordFile;
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
    planeOptions.timeouts.halfClosed = std::chrono::seconds(options.halfClosedSeconds);
    planeOptions.clients.percent = options.clientShare;
    planeOptions.clients.binds = options.clientBinds;
    planeOptions.clients.waitingBytes = static_cast<std::size_t>(options.requestMemory) << 20;
    auto plane = DataPlane::create(planeOptions, clock, *logWriter, *fetches);
    if (!plane)
        return plane.error();
    dataPlane = *std::move(plane);
    keeper = std::make_unique<PolicyKeeper>(*dataPlane, makeEnforcement, clock);
    std::optional<Result<PreparedPolicy>> newest;
    writer->run([&](Stores& stores) { newest = keeper->load(stores.policies()); });
    if (!*newest)
        return newest->error();
    keeper->enforce(**newest);
    return {};
}

Status Service::Parts::startControl()
{
    const ServiceParts parts{clock, *keeper, *writer, *reader, *dataPlane, [this] { return logWriter->dropped(); },
        [this] { return troubles(); }, started, identity.fingerprint, [this] { return recordFile->inPlace(); }};
    control = std::make_unique<ControlServer>(parts, ControlLimits().within(reservedDescriptors().control));
    if (options.control.isEmpty())
        options.control = controlSocketIn(options.data);
    auto address = LocalAddress::of(options.control);
    if (!address)
        return address.error();
    controlAddress = *std::move(address);
    if (const Status listening = control->listenLocal(controlAddress.name()); !listening)
        return Error{listening.error().code, options.control, listening.error().detail};
    if (const Status noted = noteControlSocket(dir, options.control); !noted)
        qWarning("control: \"sallyportd enrol\" won't find the socket: %s", qUtf8Printable(noted.error().text()));
    listenElsewhere();
    QObject::connect(&retry, &QTimer::timeout, &here, [this] {
        dataPlane->retryListeners();
        sayLost();
        if (controlTrouble)
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
        controlTrouble.reset();
        // "Any" of both families has no text of its own; the null address stands for it.
        dataPlane->guard(IpAddress::parse(options.tlsAddress.toString()).value_or(IpAddress()), *port);
        qInfo("control: consoles elsewhere reach %s; fingerprint %s", qUtf8Printable(controlTls),
            qUtf8Printable(identity.fingerprint));
        return;
    }
    if (controlTrouble != port.error())
        qWarning("%s", qUtf8Printable(port.error().text()));
    controlTrouble = port.error();
}

QList<Error> Service::Parts::lostFiles() const
{
    QList<Error> lost;
    for (const auto& guard : {policyFile, recordFile, logFile}) {
        if (const Status inPlace = guard->inPlace(); !inPlace)
            lost.append(inPlace.error());
    }
    return lost;
}

void Service::Parts::sayLost()
{
    for (const QList<Error> lost = lostFiles(); const Error& each : lost) {
        if (saidLost.contains(each))
            continue;
        saidLost.append(each);
        qCritical("%s", qUtf8Printable(each.text()));
    }
}

QList<Problem> Service::Parts::troubles() const
{
    QList<Problem> now;
    // Whoever writes to a file that is lost, or to a disk that is full, says so in the same words.
    const auto add = [&now](const Error& error) {
        if (const Problem problem{Severity::Error, error, {}, 0}; !now.contains(problem))
            now.append(problem);
    };
    for (const auto& error : {recordTrouble, controlTrouble}) {
        if (error)
            add(*error);
    }
    for (const QList<Error> lost = lostFiles(); const Error& error : lost)
        add(error);
    for (const ServiceStatus& service : dataPlane->services()) {
        if (service.state == ServiceState::Failed)
            add({ErrorCode::Io, serviceWord(service.name), service.detail, service.fault, service.arguments});
    }
    for (const Error& error : dataPlane->problems())
        add(error);
    for (const QList<Error> log = logWriter->problems(); const Error& error : log)
        add(error);
    if (const auto error = fetches->problem())
        add(*error);
    for (const QList<Error> audit = control->dispatcher().auditProblems(); const Error& error : audit)
        add(error);
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
    for (const auto step : {&Parts::takeFolder, &Parts::openStores, &Parts::recoverRecords, &Parts::startEnforcing,
             &Parts::startControl}) {
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
