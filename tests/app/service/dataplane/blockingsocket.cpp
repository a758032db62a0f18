// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockingsocket.h"

#include "app/service/dataplane/sockaddress.h"

#include <cerrno>

namespace sallyport::testing
{

namespace
{

IpAddress loopback(bool v6)
{
    return v6 ? *IpAddress::parse(std::string_view("::1")) : IpAddress::fromV4(0x7f000001);
}

} // namespace

BlockingSocket::BlockingSocket(Fd fd)
    : m_fd(std::move(fd))
{
    const timeval limit{10, 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

BlockingSocket BlockingSocket::connectTo(std::uint16_t port, bool v6, int receiveBuffer)
{
    SockAddress to(loopback(v6), port);
    Fd fd(::socket(to.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (receiveBuffer > 0)
        ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    if (::connect(fd.get(), to.data(), to.size) != 0)
        return {};
    return BlockingSocket(std::move(fd));
}

BlockingSocket BlockingSocket::connectFrom(std::uint32_t address, std::uint16_t port)
{
    SockAddress from(IpAddress::fromV4(address), 0);
    SockAddress to(loopback(false), port);
    Fd fd(::socket(to.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::bind(fd.get(), from.data(), from.size) != 0 || ::connect(fd.get(), to.data(), to.size) != 0)
        return {};
    return BlockingSocket(std::move(fd));
}

std::uint16_t BlockingSocket::localPort() const
{
    return localAddress(m_fd.get()).port();
}

bool BlockingSocket::send(const std::string& bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t n = ::send(m_fd.get(), bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        at += static_cast<std::size_t>(n);
    }
    return true;
}

std::string BlockingSocket::receive(std::size_t count)
{
    std::string bytes(count, '\0');
    std::size_t at = 0;
    while (at < count) {
        const ssize_t n = ::recv(m_fd.get(), bytes.data() + at, count - at, 0);
        if (n <= 0)
            break;
        at += static_cast<std::size_t>(n);
    }
    bytes.resize(at);
    return bytes;
}

bool BlockingSocket::ended()
{
    char byte;
    return ::recv(m_fd.get(), &byte, 1, 0) == 0;
}

bool BlockingSocket::wasReset()
{
    char bytes[4096];
    ssize_t n;
    do
        n = ::recv(m_fd.get(), bytes, sizeof bytes, 0);
    while (n > 0);
    return n < 0 && errno == ECONNRESET;
}

void BlockingSocket::shutdownWrite()
{
    ::shutdown(m_fd.get(), SHUT_WR);
}

void BlockingSocket::resetNow()
{
    const linger now{1, 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_fd.reset();
}

BlockingServer::BlockingServer(bool v6)
{
    SockAddress at(loopback(v6), 0);
    m_fd.reset(::socket(at.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    const timeval limit{10, 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (::bind(m_fd.get(), at.data(), at.size) == 0 && ::listen(m_fd.get(), 4096) == 0)
        m_port = localAddress(m_fd.get()).port();
}

BlockingSocket BlockingServer::accept(int receiveBuffer)
{
    // Taken over by the accepted socket.
    if (receiveBuffer > 0)
        ::setsockopt(m_fd.get(), SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    return BlockingSocket(Fd(::accept4(m_fd.get(), nullptr, nullptr, SOCK_CLOEXEC)));
}

std::string socksRequest(char command, std::uint16_t port, std::uint32_t address, const std::string& user)
{
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value & 0xff)); };
    std::string bytes{4, command, byte(port >> 8u), byte(port), byte(address >> 24), byte(address >> 16),
        byte(address >> 8), byte(address)};
    return bytes + user + '\0';
}

std::uint16_t boundPort(const std::string& answer)
{
    const auto byte = [&answer](std::size_t at) { return static_cast<unsigned char>(answer.at(at)); };
    return static_cast<std::uint16_t>(byte(2) << 8 | byte(3));
}

std::string socksNameRequest(std::uint16_t port, const std::string& name, const std::string& user)
{
    return socksRequest(1, port, 1, user) + name + '\0';
}

} // namespace sallyport::testing
