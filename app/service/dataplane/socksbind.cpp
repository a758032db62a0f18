// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socksbind.h"

#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/socks4.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <cerrno>

namespace sallyport
{

namespace
{

// The address of this machine that the peer reaches it by: the source the kernel would choose to send there.
IpAddress addressTowards(const IpAddress& peer)
{
    SockAddress to(peer, 9);
    const Fd probe(::socket(to.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (!probe || ::connect(probe.get(), to.data(), to.size) != 0)
        return {};
    return localAddress(probe.get()).address();
}

} // namespace

SocksBind::SocksBind(Shard& shard, AcceptedClient client, TunnelRequest request, const IpAddress& peer)
    : ClientSession(shard, std::move(client))
    , m_request(std::move(request))
    , m_peer(peer == IpAddress::fromV4(0) ? IpAddress() : peer)
    , m_timer(*this)
{
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
    m_request.request.address = m_peer;
    fillRow(m_request.log, m_request.request);
    const Decision decision = m_shard.decide(m_request.request);
    if (decision.verdict != Verdict::Allow) {
        refuse(LogOperation::Denied, firewallstatus::denied, decision.object.toStdString());
        return;
    }
    if (!m_client.slot.takeBind()) {
        refuse(LogOperation::Denied, firewallstatus::noBuffers, "BINDs of one address");
        return;
    }
    if (!listen()) {
        refuse(LogOperation::Close, firewallstatus::noBuffers);
        return;
    }
    const Request& request = m_request.request;
    m_record = m_shard.ledger().open(
        {request.way, request.client, request.user, {}, {}}, request.host, request.port, m_shard.now(), this);
    m_shard.timers().start(m_timer, m_shard.world().timeouts.bind);
    const SockAddress bound = localAddress(m_listener.get());
    const std::string reply = socks4Reply(Socks4Reply::Granted, bound.address(), bound.port());
    m_client.socket->write(reply.data(), reply.size());
    // An end that came with the request brings no further event.
    if (m_client.socket->readable())
        onSocket(*m_client.socket);
}

bool SocksBind::listen()
{
    // SOCKS 4 can tell IPv4 only.
    IpAddress at = m_peer.isNull() ? localAddress(m_client.socket->fd()).address() : addressTowards(m_peer);
    if (!at.isV4())
        at = IpAddress::fromV4(0);
    SockAddress address(at, 0);
    m_listener.reset(::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
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
    if ((!m_peer.isNull() && peer.address() != m_peer) || !server->watch()) {
        server->reset();
        refuse(LogOperation::Denied, firewallstatus::denied, "not the host that BIND named");
        return;
    }
    m_timer.stop();
    m_request.request.port = peer.port();
    m_request.greeting = socks4Reply(Socks4Reply::Granted, peer.address(), peer.port());
    m_shard.ledger().retarget(*m_record, m_request.request.host, peer.port(), peer.address());
    m_shard.adopt(std::make_unique<Tunnel>(m_shard, std::move(m_client), std::move(m_request), std::move(server),
        peer.address(), std::exchange(m_record, nullptr)));
    m_shard.retire(*this);
}

void SocksBind::onSocket(Socket& socket)
{
    // Bytes wait for the tunnel; a client that leaves needs no listener.
    char byte;
    if (socket.failed() || ::recv(socket.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
        refuse(LogOperation::Close, firewallstatus::aborted);
}

void SocksBind::onTimer(Timer&)
{
    refuse(LogOperation::Close, firewallstatus::timedOut);
}

void SocksBind::end(const EndReason& reason)
{
    m_client.socket->reset();
    refuse(LogOperation::Close, firewallstatus::aborted, endText(reason));
}

void SocksBind::refuse(LogOperation operation, std::uint32_t status, std::string rule)
{
    LogRecord row = std::move(m_request.log);
    row.operation = operation;
    row.time = m_shard.now();
    row.status = status;
    row.rule1 = std::move(rule);
    if (m_record) {
        row.session = m_record->session();
        row.connection = m_record->id();
    }
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
    m_client.slot.giveBindBack();
}

void SocksBind::close()
{
    m_timer.stop();
    stopListening();
    if (m_record)
        m_shard.ledger().close(*m_record);
    m_record.reset();
    m_client.socket.reset();
    m_shard.retire(*this);
}

} // namespace sallyport
