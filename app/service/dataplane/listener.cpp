// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/listener.h"

#include "app/service/dataplane/sockaddress.h"
#include "models/base/fault.h"
#include "models/policy/rulewords.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace sallyport
{

namespace
{

// Clients taken per event, so that shards share a burst and connections that are up are not kept waiting.
constexpr int acceptsPerTurn = 16;
constexpr std::chrono::milliseconds retryAfter{200};

Error socketError(const IpAddress& address, std::uint16_t port)
{
    const int code = errno;
    const QString endpoint = QString::fromStdString(endpointText(address, port));
    switch (code) {
    case EADDRINUSE:
        return makeError(Fault::ListenTaken, {}, {endpoint});
    case EADDRNOTAVAIL:
        return makeError(Fault::ListenNotHere, {}, {endpoint});
    case EACCES:
        return makeError(Fault::ListenForbidden, {}, {endpoint});
    default:
        return makeError(Fault::ListenFailed, {}, {endpoint, QString::fromLocal8Bit(std::strerror(code))});
    }
}

} // namespace

Result<std::shared_ptr<ListenSocket>> ListenSocket::open(
    ServiceName service, const IpAddress& address, std::uint16_t port)
{
    SockAddress at(address, port);
    Fd fd(::socket(at.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd)
        return socketError(address, port);
    const int on = 1;
    // Not for a free port: another program that asks for this one could listen there before we do.
    if (port != 0)
        ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    // Accepted sockets inherit it.
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    probePeer(fd.get());
    if (::bind(fd.get(), at.data(), at.size) != 0)
        return socketError(address, port);
    if (::listen(fd.get(), 4096) != 0)
        return socketError(address, port);
    // In all three protocols the client speaks first: one that is accepted with its request there already costs a
    // wake-up less. One that says nothing comes a second later.
    const int second = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_DEFER_ACCEPT, &second, sizeof second);
    return std::shared_ptr<ListenSocket>(new ListenSocket(service, std::move(fd)));
}

ListenSocket::ListenSocket(ServiceName service, Fd fd)
    : m_service(service)
    , m_fd(std::move(fd))
{
    const SockAddress bound = localAddress(m_fd.get());
    m_address = bound.address();
    m_port = bound.port();
}

void ListenSocket::close()
{
    ::shutdown(m_fd.get(), SHUT_RDWR);
}

Acceptor::Acceptor(Shard& shard, std::shared_ptr<ListenSocket> socket, ClientFactory factory)
    : m_shard(shard)
    , m_socket(std::move(socket))
    , m_factory(factory)
    , m_retry(*this)
{
    watch();
}

Acceptor::~Acceptor()
{
    if (!m_paused)
        m_shard.poller().removeListener(m_socket->fd(), *this);
}

void Acceptor::resume()
{
    if (!m_paused || !m_shard.world().clients.available())
        return;
    m_retry.stop();
    watch();
}

void Acceptor::watch()
{
    m_paused = !m_shard.poller().addListener(m_socket->fd(), *this);
    if (m_paused)
        m_shard.timers().start(m_retry, retryAfter);
}

void Acceptor::onTimer(Timer&)
{
    resume();
    if (m_paused && !m_retry.active())
        m_shard.timers().start(m_retry, retryAfter);
}

void Acceptor::pause()
{
    m_paused = true;
    m_shard.poller().removeListener(m_socket->fd(), *this);
    m_shard.timers().start(m_retry, retryAfter);
}

void Acceptor::onAcceptable()
{
    for (int i = 0; i < acceptsPerTurn; ++i) {
        if (!acceptOne())
            return;
    }
}

bool Acceptor::acceptOne()
{
    World& world = m_shard.world();
    if (!world.clients.available()) {
        world.clients.noteAllTaken();
        pause();
        return false;
    }
    SockAddress peer;
    Fd fd(::accept4(m_socket->fd(), peer.data(), &peer.size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd) {
        // EMFILE, ENFILE, ENOBUFS, ENOMEM: all mean later. ECONNABORTED and its like concern that one client only.
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
            pause();
        return errno == ECONNABORTED || errno == EINTR || errno == EPROTO;
    }
    const int limit = m_shard.enforcement()->policy.listeners.connectionLimit;
    AcceptedClient client{std::make_unique<Socket>(m_shard.poller(), std::move(fd), nullptr), peer.address(),
        peer.port(), m_socket->service(), ClientSlot(world.clients, peer.address(), limit)};
    if (client.slot.place() != ClientSlot::Place::Free) {
        refuse(client);
        return true;
    }
    if (client.socket->watch())
        m_shard.adopt(m_factory(m_shard, std::move(client)));
    return true;
}

void Acceptor::refuse(const AcceptedClient& client)
{
    client.socket->reset();
    const SessionType way = client.service == ServiceName::WebProxy ? SessionType::WebProxy
        : client.service == ServiceName::Socks                      ? SessionType::Socks
                                                                    : SessionType::FirewallClient;
    const bool share = client.slot.place() == ClientSlot::Place::ShareTaken;
    m_shard.refusals().add(way, client.address, share ? ruleword::clientShare : ruleword::connectionLimit);
}

} // namespace sallyport
