// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/dataplaneimpl.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace sallyport
{

namespace
{

// Collects what the shards ended; the last one to report calls `done`.
class Gathering
{
public:
    using Done = std::function<void(std::vector<EndedConnection>)>;

    Gathering(std::size_t parts, Done done)
        : m_missing(parts)
        , m_done(std::move(done))
    {
    }

    void add(std::vector<EndedConnection> ended)
    {
        std::unique_lock lock(m_mutex);
        m_ended.insert(m_ended.end(), std::make_move_iterator(ended.begin()), std::make_move_iterator(ended.end()));
        if (--m_missing > 0)
            return;
        lock.unlock();
        if (m_done)
            m_done(std::move(m_ended));
    }

private:
    std::mutex m_mutex;
    std::size_t m_missing;
    std::vector<EndedConnection> m_ended;
    Done m_done;
};

unsigned shardCount(int threads)
{
    const unsigned wanted = threads > 0 ? static_cast<unsigned>(threads) : std::thread::hardware_concurrency();
    return std::clamp(wanted, 1u, Ledger::maxShards);
}

} // namespace

Result<std::unique_ptr<DataPlane>> DataPlane::create(
    const DataPlaneOptions& options, const Clock& clock, LogSink& log, FetchSink& fetches)
{
    auto resolver = makeResolver();
    if (!resolver)
        return resolver.error();
    try {
        return std::unique_ptr<DataPlane>(
            std::make_unique<DataPlaneImpl>(options, clock, log, fetches, *std::move(resolver)));
    } catch (
        const std::runtime_error& error) { // of the standard library or of Boost, for want of what the system gives
        return Error{ErrorCode::Io, QStringLiteral("data plane"),
            QStringLiteral("can't start: ") + QString::fromLocal8Bit(error.what())};
    }
}

DataPlaneImpl::DataPlaneImpl(const DataPlaneOptions& options, const Clock& clock, LogSink& log, FetchSink& fetches,
    std::shared_ptr<Resolver> resolver)
    : m_resolver(std::move(resolver))
    , m_clients(options.clients)
    , m_world{clock, log, fetches, *m_resolver, m_registry, m_enforcement, m_clients, m_ownListeners, options.timeouts}
    , m_services(m_shards, clock, options.ephemeral)
{
    const unsigned count = shardCount(options.threads);
    for (unsigned number = 0; number < count; ++number) {
        m_shards.push_back(std::make_unique<Shard>(number, m_world));
        m_registry.addLedger(m_shards.back()->ledger());
    }
    try {
        for (const auto& shard : m_shards)
            shard->run();
    } catch (...) {
        for (const auto& shard : m_shards)
            shard->stop();
        throw;
    }
}

DataPlaneImpl::~DataPlaneImpl()
{
    for (const ServiceName name : Services::names)
        m_services.stop(name, {});
    for (const auto& shard : m_shards)
        shard->stop();
    // Before the shards, which its answers are posted to.
    m_resolver.reset();
}

void DataPlaneImpl::enforce(std::shared_ptr<const Enforcement> enforcement)
{
    m_enforcement.set(enforcement);
    m_services.follow(enforcement->policy);
}

std::vector<ServiceStatus> DataPlaneImpl::services() const
{
    std::vector<ServiceStatus> all;
    for (const ServiceName name : Services::names) {
        all.push_back(m_services.status(name));
        all.back().connections = m_registry.connections(name);
    }
    return all;
}

void DataPlaneImpl::startService(ServiceName name, std::function<void(Status)> done)
{
    const Status started = m_services.start(name);
    if (done)
        m_shards.front()->post([done = std::move(done), started] { done(started); });
}

void DataPlaneImpl::stopService(
    ServiceName name, const std::string& who, std::function<void(std::vector<EndedConnection>)> done)
{
    m_services.stop(name, QString::fromStdString(who));
    const auto gathering = std::make_shared<Gathering>(m_shards.size(), std::move(done));
    for (const auto& shard : m_shards) {
        shard->post([target = shard.get(), name, who, gathering] {
            gathering->add(target->endService(name, {who, "the service was stopped"}));
        });
    }
}

void DataPlaneImpl::disconnect(const DisconnectRequest& request, std::function<void(std::vector<EndedConnection>)> done)
{
    // Sessions may hold connections on every shard; a connection says where it lives.
    std::vector<DisconnectRequest> parts(m_shards.size(), {request.sessions, {}, request.who, request.why});
    for (const ConnectionId id : request.connections) {
        if (Ledger::shardOf(id) < parts.size())
            parts[Ledger::shardOf(id)].connections.push_back(id);
    }
    const auto gathering = std::make_shared<Gathering>(m_shards.size(), std::move(done));
    for (std::size_t i = 0; i < m_shards.size(); ++i) {
        m_shards[i]->post([target = m_shards[i].get(), part = std::move(parts[i]), gathering] {
            gathering->add(target->endConnections(part));
        });
    }
}

SessionDelta DataPlaneImpl::snapshot() const
{
    return m_registry.snapshot(m_world.clock.now());
}

SessionDelta DataPlaneImpl::takeChanges()
{
    return m_registry.changes(m_world.clock.now());
}

SessionDelta DataPlaneImpl::toldSoFar() const
{
    return m_registry.toldSoFar(m_world.clock.now());
}

std::string DataPlaneImpl::endpoint(ServiceName name) const
{
    return m_services.endpoint(name);
}

void DataPlaneImpl::guard(const IpAddress& address, std::uint16_t port)
{
    m_guarded.emplace_back(m_ownListeners, address, port);
}

} // namespace sallyport
