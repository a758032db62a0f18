// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/acceptloop.h"

#include <cerrno>
#include <cstring>

namespace sallyport
{

namespace
{
constexpr int acceptsPerTurn = 64;
constexpr int againMilliseconds = 100;
constexpr double failuresPerSecond = 1. / 60;
constexpr double failuresAtOnce = 3;

// Errors of the one connection, or of the network below it (accept(2)); the next one may be well.
bool concernsOneConnection(int code)
{
    switch (code) {
    case EINTR:
    case ECONNABORTED:
    case EPROTO:
    case ENOPROTOOPT:
    case EPERM: // a firewall's rule
    case ENETDOWN:
    case ENETUNREACH:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENONET:
    case ETIMEDOUT:
        return true;
    default:
        return false;
    }
}
} // namespace

AcceptLoop::AcceptLoop(Fd listening, const QString& name, const Taken& taken)
    : m_listening(std::move(listening))
    , m_name(name)
    , m_taken(taken)
    , m_readable(m_listening.get(), QSocketNotifier::Read)
    , m_failures(failuresPerSecond, failuresAtOnce)
{
    connect(&m_readable, &QSocketNotifier::activated, this, &AcceptLoop::acceptSome);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { m_readable.setEnabled(true); });
}

void AcceptLoop::acceptSome()
{
    for (int turn = 0; turn < acceptsPerTurn; ++turn) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        Fd socket(
            ::accept4(m_listening.get(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket) {
            m_taken(std::move(socket), peer);
            continue;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return;
        if (!concernsOneConnection(errno))
            return pause();
    }
}

void AcceptLoop::pause()
{
    const int code = errno;
    m_readable.setEnabled(false);
    m_again.start(againMilliseconds);
    if (const auto leftOut = m_failures.say())
        qWarning("control: cannot take connections at %s: %s; trying again%s", qUtf8Printable(m_name),
            std::strerror(code), qUtf8Printable(Sparingly::andMore(*leftOut)));
}

} // namespace sallyport
