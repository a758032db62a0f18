// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socket.h"

#include "app/service/dataplane/poller.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

namespace sallyport
{

namespace
{

constexpr int mostDiscards = 16;

} // namespace

Socket::Socket(Poller& poller, Fd fd, SocketHandler* handler)
    : m_poller(poller)
    , m_handler(handler)
    , m_fd(std::move(fd))
{
}

Socket::~Socket()
{
    if (m_watched)
        m_poller.forget(*this);
}

bool Socket::watch()
{
    m_watched = m_poller.add(*this);
    return m_watched;
}

IoResult Socket::read(void* buffer, std::size_t size)
{
    ssize_t n;
    do
        n = ::recv(m_fd.get(), buffer, size, 0);
    while (n < 0 && errno == EINTR);
    if (n > 0) {
        // A short read emptied the socket; the next byte brings a new edge. Not so an end that was announced already.
        if (static_cast<std::size_t>(n) < size && !m_hangup)
            m_readable = false;
        return {IoState::Done, static_cast<std::size_t>(n)};
    }
    if (n == 0) {
        m_hangup = true;
        return {IoState::Closed, 0};
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
        m_readable = false;
        return {IoState::WouldBlock, 0};
    }
    return {IoState::Failed, 0};
}

IoResult Socket::write(const void* data, std::size_t size)
{
    ssize_t n;
    do
        n = ::send(m_fd.get(), data, size, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    if (n >= 0) {
        if (static_cast<std::size_t>(n) < size)
            m_writable = false;
        return {IoState::Done, static_cast<std::size_t>(n)};
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
        m_writable = false;
        return {IoState::WouldBlock, 0};
    }
    return {IoState::Failed, 0};
}

void Socket::shutdownWrite()
{
    ::shutdown(m_fd.get(), SHUT_WR);
}

void Socket::discardReceived(std::span<char> scratch)
{
    // A client that never stops sending must not keep the shard here.
    for (int i = 0; i < mostDiscards && m_readable; ++i) {
        if (read(scratch.data(), scratch.size()).state != IoState::Done)
            return;
    }
}

void Socket::reset()
{
    if (!m_fd)
        return;
    const linger now{1, 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    if (m_watched)
        m_poller.forget(*this);
    m_watched = false;
    m_fd.reset();
}

void probePeer(int fd)
{
    const int on = 1;
    const int idle = 60; // seconds, like the next
    const int interval = 15;
    const int probes = 4;
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
}

} // namespace sallyport
