// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/connector.h"

#include "app/service/dataplane/shard.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/thisserver.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sallyport
{

namespace
{

constexpr std::chrono::milliseconds overtakeAfter{250};

// RFC 8305 section 4: families take turns, the resolver's first stays first.
Resolver::Addresses interleaved(const Resolver::Addresses& addresses)
{
    const bool firstIsV4 = addresses.front().isV4();
    Resolver::Addresses one;
    Resolver::Addresses other;
    for (const IpAddress& address : addresses)
        (address.isV4() == firstIsV4 ? one : other).push_back(address);
    Resolver::Addresses mixed;
    for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
        if (i < one.size())
            mixed.push_back(one[i]);
        if (i < other.size())
            mixed.push_back(other[i]);
    }
    return mixed;
}

int pendingError(int fd)
{
    int code = 0;
    socklen_t size = sizeof code;
    ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &size);
    return code;
}

} // namespace

Connector::Connector(Shard& shard, Handler& handler)
    : m_shard(shard)
    , m_handler(handler)
    , m_deadline(*this)
    , m_overtake(*this)
{
}

Connector::~Connector() = default;

Status Connector::start(const std::string& host, bool rooted, std::uint16_t port, const IpAddress& client,
    std::chrono::milliseconds timeout)
{
    m_host = host;
    m_port = port;
    m_client = client;
    m_shard.timers().start(m_deadline, timeout);
    if (const auto numeric = IpAddress::parse(std::string_view(host))) {
        m_addresses.push_back(*numeric);
        return tryNext();
    }
    m_lookup.start(m_shard, rooted ? host + '.' : host, client,
        [this](const Result<Resolver::Addresses>& result) { resolved(result); });
    return {};
}

void Connector::resolved(const Result<Resolver::Addresses>& result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    m_addresses = interleaved(*result);
    if (const Status tried = tryNext(); !tried)
        fail(tried.error());
}

Status Connector::tryNext()
{
    while (m_next < m_addresses.size()) {
        if (!beginAttempt(m_addresses[m_next++]))
            continue;
        if (m_next < m_addresses.size())
            m_shard.timers().start(m_overtake, overtakeAfter);
        return {};
    }
    if (!m_attempts.empty())
        return {};
    stop();
    // Said even when another address of the name was worth a try: whoever asks why has to learn of it.
    if (m_refusal)
        return *m_refusal;
    const bool full = m_lastError == EMFILE || m_lastError == ENFILE || m_lastError == ENOBUFS;
    return Error{full                  ? ErrorCode::LimitExceeded
            : m_lastError == ETIMEDOUT ? ErrorCode::TimedOut
                                       : ErrorCode::Unreachable,
        QString::fromStdString(m_host) + QLatin1Char(':') + QString::number(m_port),
        QString::fromLocal8Bit(std::strerror(m_lastError))};
}

bool Connector::beginAttempt(const IpAddress& address)
{
    if (const Status may = mayConnect(address, m_port, m_client, m_shard.world().ownListeners); !may) {
        m_refusal = may.error();
        m_barred = address;
        return false;
    }
    const SockAddress to(address, m_port);
    Fd fd(::socket(to.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd) {
        m_lastError = errno;
        return false;
    }
    const int on = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    probePeer(fd.get());
    if (::connect(fd.get(), to.data(), to.size) != 0 && errno != EINPROGRESS) {
        m_lastError = errno;
        return false;
    }
    auto socket = std::make_unique<Socket>(m_shard.poller(), std::move(fd), this);
    socket->awaitEvents();
    if (!socket->watch()) {
        m_lastError = errno;
        return false;
    }
    m_attempts.push_back({std::move(socket), address});
    return true;
}

void Connector::onSocket(Socket& socket)
{
    if (socket.failed()) {
        attemptFailed(socket, pendingError(socket.fd()));
        return;
    }
    const auto found = std::find_if(
        m_attempts.begin(), m_attempts.end(), [&](const Attempt& attempt) { return attempt.socket.get() == &socket; });
    Attempt won = std::move(*found);
    m_attempts.erase(found);
    stop();
    m_handler.onConnected(std::move(won.socket), won.address);
}

void Connector::attemptFailed(Socket& socket, int code)
{
    m_lastError = code != 0 ? code : ECONNREFUSED;
    std::erase_if(m_attempts, [&](const Attempt& attempt) { return attempt.socket.get() == &socket; });
    m_overtake.stop();
    if (const Status tried = tryNext(); !tried)
        fail(tried.error());
}

void Connector::onTimer(Timer& timer)
{
    if (&timer == &m_overtake) {
        (void)tryNext();
        return;
    }
    fail({ErrorCode::TimedOut, QString::fromStdString(m_host) + QLatin1Char(':') + QString::number(m_port),
        m_addresses.empty() ? QStringLiteral("the look-up of the name took too long")
                            : QStringLiteral("no answer in time")});
}

void Connector::fail(const Error& error)
{
    stop();
    m_handler.onConnectFailed(error);
}

void Connector::stop()
{
    m_deadline.stop();
    m_overtake.stop();
    m_attempts.clear();
    m_lookup.stop();
}

} // namespace sallyport
