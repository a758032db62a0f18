// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/listener.h"
#include "app/service/dataplane/thisserver.h"

#include <array>

namespace sallyport
{

// The listeners of the service and whether they are up: what policy wants, what an operator stopped, what failed
// and is tried again.
// Threading: the control thread only.
class Services
{
public:
    Services(std::vector<std::unique_ptr<Shard>>& shards, const Clock& clock, bool ephemeral);

    // Opens, closes and moves listeners to fit the policy; those whose settings stay are not touched.
    void follow(const Policy& policy);
    Status start(ServiceName name);
    // Closes the listener now. Clients are the caller's affair. `who` is told in the status.
    void stop(ServiceName name, const QString& who);
    // Once more what could not open: the address may have come, or the port be free, meanwhile.
    void retry();

    ServiceStatus status(ServiceName name) const; // without the connection count
    std::string endpoint(ServiceName name) const;

    static constexpr std::array names{ServiceName::Firewall, ServiceName::WebProxy, ServiceName::Socks};

private:
    struct Service {
        Listener wanted; // by policy
        Listener opened; // what `socket` was opened for
        std::optional<QString> stoppedBy; // an operator, whose name may be empty; none: not stopped
        QString waitsFor; // why it could not open when that was last said on standard error
        std::shared_ptr<ListenSocket> socket;
        OwnListeners::Entry listed; // of `socket`
        ServiceState state = ServiceState::Stopped;
        TimePoint since;
        Error why; // what its state was set with
        std::uint16_t freePort = 0; // the port an ephemeral listener had before
    };

    void settle(ServiceName name);
    void open(ServiceName name);
    void close(Service& service);
    void set(Service& service, ServiceState state, const Error& why);
    Service& of(ServiceName name) { return m_services[static_cast<std::size_t>(name)]; }
    const Service& of(ServiceName name) const { return m_services[static_cast<std::size_t>(name)]; }

    std::vector<std::unique_ptr<Shard>>& m_shards;
    const Clock& m_clock;
    bool m_ephemeral;
    std::array<Service, names.size()> m_services;
};

} // namespace sallyport
