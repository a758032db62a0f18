// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/services.h"

#include "app/service/dataplane/clientfactories.h"
#include "app/service/dataplane/sockaddress.h"
#include "models/base/fault.h"
#include "models/policy/listenerof.h"

#include <utility>

namespace sallyport
{

Services::Services(std::vector<std::unique_ptr<Shard>>& shards, const Clock& clock, bool ephemeral)
    : m_shards(shards)
    , m_clock(clock)
    , m_ephemeral(ephemeral)
{
    for (const ServiceName name : names) {
        of(name).wanted.enabled = false;
        set(of(name), ServiceState::Stopped, makeError(Fault::NoPolicyYet, {}));
    }
}

void Services::follow(const Policy& policy)
{
    for (const ServiceName name : names) {
        of(name).wanted = listenerOf(policy, name);
        settle(name);
    }
}

Status Services::start(ServiceName name)
{
    Service& service = of(name);
    service.stoppedBy.reset();
    if (!service.wanted.enabled)
        return makeError(Fault::ListenerOff, serviceWord(name));
    settle(name);
    if (service.state != ServiceState::Failed)
        return {};
    Error failed = service.why;
    failed.subject = serviceWord(name);
    return failed;
}

void Services::stop(ServiceName name, const QString& who)
{
    of(name).stoppedBy = who;
    settle(name);
}

void Services::retry()
{
    for (const ServiceName name : names) {
        if (of(name).state == ServiceState::Failed)
            open(name);
    }
}

void Services::settle(ServiceName name)
{
    Service& service = of(name);
    if (service.stoppedBy || !service.wanted.enabled) {
        close(service);
        service.waitsFor.clear();
        if (!service.wanted.enabled)
            set(service, ServiceState::Stopped, makeError(Fault::ServiceOff, {}));
        else if (service.stoppedBy->isEmpty())
            set(service, ServiceState::Stopped, makeError(Fault::StoppedBySomebody, {}));
        else
            set(service, ServiceState::Stopped, makeError(Fault::StoppedBy, {}, {*service.stoppedBy}));
        return;
    }
    if (service.socket && (m_ephemeral || service.opened == service.wanted))
        return;
    // On the same port the old listener is in the way of the new one, and only then.
    if (service.opened.port == service.wanted.port)
        close(service);
    open(name);
}

void Services::open(ServiceName name)
{
    Service& service = of(name);
    const IpAddress address = m_ephemeral ? IpAddress::fromV4(0x7f000001) : service.wanted.address;
    auto opened = ListenSocket::open(
        name, address, m_ephemeral ? service.freePort : static_cast<std::uint16_t>(service.wanted.port));
    if (!opened && m_ephemeral && service.freePort != 0)
        opened = ListenSocket::open(name, address, 0); // somebody took it meanwhile
    close(service);
    if (!opened) {
        Error error = opened.error();
        const QString why = error.text();
        if (service.waitsFor != why)
            qWarning("%s waits: %s; trying again", qUtf8Printable(serviceWord(name)), qUtf8Printable(why));
        service.waitsFor = why;
        error.detail = why + QStringLiteral("; trying again");
        set(service, ServiceState::Failed, error);
        return;
    }
    if (!std::exchange(service.waitsFor, {}).isEmpty())
        qWarning("%s listens on %s now", qUtf8Printable(serviceWord(name)),
            endpointText((*opened)->address(), (*opened)->port()).c_str());
    service.socket = *opened;
    service.listed = {m_shards.front()->world().ownListeners, service.socket->address(), service.socket->port()};
    service.opened = service.wanted;
    service.freePort = m_ephemeral ? service.socket->port() : 0;
    for (const auto& shard : m_shards) {
        shard->post([target = shard.get(), socket = service.socket, factory = clientFactory(name)] {
            target->listen(socket, factory);
        });
    }
    set(service, ServiceState::Running,
        m_ephemeral ? makeError(Fault::OnFreePort, {}, {QString::number(service.wanted.port)}) : Error());
}

void Services::close(Service& service)
{
    if (!service.socket)
        return;
    service.socket->close();
    for (const auto& shard : m_shards)
        shard->post([target = shard.get(), socket = service.socket] { target->stopListening(*socket); });
    service.socket.reset();
    service.listed = {};
}

void Services::set(Service& service, ServiceState state, const Error& why)
{
    service.why = why;
    if (service.state == state && state != ServiceState::Running && service.since != TimePoint())
        return;
    service.state = state;
    service.since = m_clock.now();
}

ServiceStatus Services::status(ServiceName name) const
{
    const Service& service = of(name);
    return {name, service.state, service.since, QString::fromStdString(endpoint(name)), service.why.detail, 0,
        service.why.fault, service.why.arguments};
}

std::string Services::endpoint(ServiceName name) const
{
    const auto& socket = of(name).socket;
    return socket ? endpointText(socket->address(), socket->port()) : std::string();
}

} // namespace sallyport
