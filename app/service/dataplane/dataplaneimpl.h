// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "app/service/dataplane/resolver.h"
#include "app/service/dataplane/services.h"
#include "app/service/dataplane/thisserver.h"

namespace sallyport
{

// The data plane over a given resolver (tests bring their own).
class DataPlaneImpl final : public DataPlane
{
public:
    DataPlaneImpl(const DataPlaneOptions& options, const Clock& clock, LogSink& log, FetchSink& fetches,
        std::shared_ptr<Resolver> resolver);
    ~DataPlaneImpl() override;

    void enforce(std::shared_ptr<const Enforcement> enforcement) override;
    std::vector<ServiceStatus> services() const override;
    std::vector<Error> problems() const override { return m_clients.problems(); }
    void startService(ServiceName name, std::function<void(Status)> done) override;
    void retryListeners() override { m_services.retry(); }
    void stopService(
        ServiceName name, const std::string& who, std::function<void(std::vector<EndedConnection>)> done) override;
    void disconnect(const DisconnectRequest& request, std::function<void(std::vector<EndedConnection>)> done) override;
    SessionDelta snapshot() const override;
    std::uint64_t sessions() const override { return m_registry.sessions(); }
    SessionDelta takeChanges() override;
    SessionDelta toldSoFar() const override;
    std::string endpoint(ServiceName name) const override;
    void guard(const IpAddress& address, std::uint16_t port) override;

private:
    std::shared_ptr<Resolver> m_resolver;
    SessionRegistry m_registry;
    EnforcementSource m_enforcement;
    ClientLimit m_clients;
    OwnListeners m_ownListeners;
    std::vector<OwnListeners::Entry> m_guarded;
    World m_world;
    std::vector<std::unique_ptr<Shard>> m_shards;
    Services m_services;
};

} // namespace sallyport
