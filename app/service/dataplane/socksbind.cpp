// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socksbind.h"

#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/socks4.h"
#include "models/policy/rulewords.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>

namespace sallyport
{

namespace
{

const IpAddress anybody = IpAddress::fromV4(0);

} // namespace

SocksBind::SocksBind(Shard& shard, AcceptedClient client, TunnelRequest request, const IpAddress& peer)
    : ClientSession(shard, std::move(client))
    , m_request(std::move(request))
    , m_timer(*this)
{
    m_request.request.address = peer == anybody ? IpAddress() : peer;
    m_named = peer.isNull();
}

SocksBind::~SocksBind()
{
    stopListening();
    if (m_record)
        m_shard.ledger().close(*m_record);
}

void SocksBind::start()
{
    m_client.socket->setHandler(this);
    fillRow(m_request.log, m_request.request);
    const Request& request = m_request.request;
    const Decision decision = m_shard.decide(request);
    if (decision.verdict != Verdict::Allow) {
        refuse(LogOperation::Denied, firewallstatus::denied, deciderRule(decision));
        return;
    }
    if (!m_client.slot.takeBind()) {
        refuse(LogOperation::Denied, firewallstatus::noBuffers, ruleword::bindsOfOneAddress);
        return;
    }
    m_shard.timers().start(m_timer, m_shard.world().timeouts.bind);
    if (m_named)
        m_lookup.start(m_shard, m_request.rooted ? request.host + '.' : request.host, request.client,
            [this](const Result<Resolver::Addresses>& result) { resolved(result); });
    else if (request.address.isNull())
        await();
    else
        resolved(Resolver::Addresses{request.address});
}

void SocksBind::resolved(const Result<Resolver::Addresses>& result)
{
    if (!result) {
        refuse(LogOperation::Close, firewallStatus(result.error(), 0));
        return;
    }
    for (const IpAddress& address : *result) {
        if (mayReach(address, m_client.address))
            m_peers.push_back(address);
    }
    if (m_peers.empty()) {
        m_request.log.address = result->front();
        refuse(LogOperation::Denied, firewallstatus::denied, ruleword::thisServer);
        return;
    }
    await();
}

void SocksBind::await()
{
    if (!listen()) {
        refuse(LogOperation::Close, firewallstatus::noBuffers);
        return;
    }
    const Request& request = m_request.request;
    m_record = m_shard.ledger().open(
        {request.way, request.client, request.user, {}, {}}, request.host, request.port, m_shard.now(), this);
    const SockAddress bound = localAddress(m_listener.get());
    m_listed = {m_shard.world().ownListeners, bound.address(), bound.port()};
    const std::string reply = socks4Reply(Socks4Reply::Granted, bound.address(), bound.port());
    m_client.socket->write(reply.data(), reply.size());
    // An end that was announced already brings no further event.
    onSocket(*m_client.socket);
}

bool SocksBind::listen()
{
    // Where the peer reaches this computer. SOCKS 4 can tell IPv4 only.
    const auto v4 = std::find_if(m_peers.begin(), m_peers.end(), [](const IpAddress& peer) { return peer.isV4(); });
    IpAddress at = v4 == m_peers.end() ? localAddress(m_client.socket->fd()).address()
                                       : sourceTowards(*v4).value_or(IpAddress());
    if (!at.isV4())
        at = anybody;
    SockAddress address(at, 0);
    m_listener.reset(::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    probePeer(m_listener.get());
    return m_listener && ::setsockopt(m_listener.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0
        && ::bind(m_listener.get(), address.data(), address.size) == 0 && ::listen(m_listener.get(), 1) == 0
        && m_shard.poller().addListener(m_listener.get(), *this);
}

void SocksBind::onAcceptable()
{
    SockAddress peer;
    Fd fd(::accept4(m_listener.get(), peer.data(), &peer.size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd) {
        // Any other error, no descriptors above all, stays as long as the peer waits and would be told of for ever.
        if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            refuse(LogOperation::Close, firewallstatus::noBuffers);
        return;
    }
    stopListening();
    auto server = std::make_unique<Socket>(m_shard.poller(), std::move(fd), nullptr);
    const IpAddress from = peer.address();
    const bool named = m_peers.empty() || std::find(m_peers.begin(), m_peers.end(), from) != m_peers.end();
    const bool may = mayReach(from, m_client.address).ok();
    if (!named || !may || !server->watch()) {
        server->reset();
        m_request.log.address = from;
        refuse(LogOperation::Denied, firewallstatus::denied, may ? ruleword::notTheBindHost : ruleword::thisServer);
        return;
    }
    m_timer.stop();
    m_request.request.port = peer.port();
    m_request.greeting = socks4Reply(Socks4Reply::Granted, from, peer.port());
    m_shard.ledger().retarget(*m_record, m_request.request.host, peer.port(), from);
    m_shard.adopt(std::make_unique<Tunnel>(
        m_shard, std::move(m_client), std::move(m_request), std::move(server), from, std::exchange(m_record, nullptr)));
    m_shard.retire(*this);
}

void SocksBind::onSocket(Socket& socket)
{
    // Bytes wait for the tunnel.
    if (socket.failed()) {
        refuse(LogOperation::Close, firewallstatus::aborted);
    } else if (socket.peerEnded() && !m_clientEnded) {
        m_clientEnded = true;
        const FixedTimeouts& timeouts = m_shard.world().timeouts;
        m_shard.timers().start(m_timer, std::min(timeouts.bind, timeouts.halfClosed));
    }
}

void SocksBind::onTimer(Timer&)
{
    refuse(LogOperation::Close, m_clientEnded ? firewallstatus::aborted : firewallstatus::timedOut);
}

void SocksBind::end(const EndReason& reason)
{
    m_client.socket->reset();
    refuse(LogOperation::Close, firewallstatus::aborted, endText(reason));
}

void SocksBind::refuse(LogOperation operation, std::uint32_t status, std::string rule)
{
    stopListening(); // who is told so must not find the port open
    LogRecord row = std::move(m_request.log);
    row.operation = operation;
    row.time = m_shard.now();
    row.status = status;
    row.rule1 = std::move(rule);
    if (m_record) {
        row.session = m_record->session();
        row.connection = m_record->id();
    }
    if (operation == LogOperation::Denied)
        m_shard.refusals().add(std::move(row));
    else
        m_shard.log(std::move(row));
    if (m_client.socket->fd() >= 0) {
        const std::string reply = socks4Reply(Socks4Reply::Rejected);
        m_client.socket->write(reply.data(), reply.size());
        m_client.socket->discardReceived(m_shard.scratch());
    }
    close();
}

void SocksBind::stopListening()
{
    if (!m_listener)
        return;
    m_shard.poller().removeListener(m_listener.get(), *this);
    m_listener.reset();
    m_listed = {};
    m_client.slot.giveBindBack();
}

void SocksBind::close()
{
    m_timer.stop();
    m_lookup.stop();
    stopListening();
    if (m_record)
        m_shard.ledger().close(*m_record);
    m_record.reset();
    m_client.socket.reset();
    m_shard.retire(*this);
}

} // namespace sallyport
