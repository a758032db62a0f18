// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/net.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>

namespace load
{

namespace
{

void noDelay(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

void failErrno(const std::string& what)
{
    throw Failure(what + ": " + std::strerror(errno));
}

void Fd::reset()
{
    if (m_fd >= 0)
        close(std::exchange(m_fd, -1));
}

sockaddr_in parseEndpoint(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (colon == std::string::npos || inet_pton(AF_INET, text.substr(0, colon).c_str(), &address.sin_addr) != 1)
        throw Failure("no IPv4 endpoint: \"" + text + "\"; write it like 127.0.0.1:8080");
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(text.substr(colon + 1))));
    return address;
}

std::vector<sockaddr_in> parseEndpoints(const std::string& text)
{
    std::vector<sockaddr_in> endpoints;
    std::istringstream list(text);
    for (std::string each; std::getline(list, each, ',');)
        endpoints.push_back(parseEndpoint(each));
    return endpoints;
}

std::string endpointText(const sockaddr_in& address)
{
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
    return std::string(text) + ':' + std::to_string(ntohs(address.sin_port));
}

Fd listenOnLoopback(std::uint16_t& port, int backlog)
{
    Fd fd(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(fd.get(), backlog) != 0
        || getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        failErrno("listen");
    port = ntohs(address.sin_port);
    return fd;
}

Fd startConnect(const sockaddr_in& address, const sockaddr_in* source)
{
    Fd fd(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd)
        failErrno("socket");
    noDelay(fd.get());
    if (source != nullptr) {
        // The port is chosen when the destination is known: it need only be free towards that one.
        const int on = 1;
        setsockopt(fd.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        if (bind(fd.get(), reinterpret_cast<const sockaddr*>(source), sizeof *source) != 0)
            failErrno("bind to " + endpointText(*source));
    }
    if (connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        failErrno("connect to " + endpointText(address));
    return fd;
}

Fd acceptFrom(const Fd& listener)
{
    Fd fd(accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (fd)
        noDelay(fd.get());
    return fd;
}

Fd connectUnix(const std::string& path)
{
    Fd fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        throw Failure("socket path too long: " + path);
    std::strcpy(address.sun_path, path.c_str());
    if (connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        failErrno("connect to " + path);
    return fd;
}

Epoll::Epoll()
    : m_fd(epoll_create1(EPOLL_CLOEXEC))
{
}

void Epoll::add(int fd, std::uint32_t events, std::uint64_t token)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = token;
    if (epoll_ctl(m_fd.get(), EPOLL_CTL_ADD, fd, &event) != 0)
        failErrno("epoll_ctl");
}

void Epoll::change(int fd, std::uint32_t events, std::uint64_t token)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = token;
    if (epoll_ctl(m_fd.get(), EPOLL_CTL_MOD, fd, &event) != 0)
        failErrno("epoll_ctl");
}

std::span<const epoll_event> Epoll::wait(int milliseconds)
{
    const int count = epoll_wait(m_fd.get(), m_events, static_cast<int>(std::size(m_events)), milliseconds);
    return {m_events, static_cast<std::size_t>(count < 0 ? 0 : count)};
}

void raiseFileLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace load
