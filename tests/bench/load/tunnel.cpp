// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/tunnel.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace load
{

namespace
{

std::string pleaFor(const Options& options, const sockaddr_in& to)
{
    const std::string target = endpointText(to);
    switch (options.way) {
    case Way::Direct:
        return {};
    case Way::Connect:
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + options.header + "\r\n";
    case Way::Socks4: {
        std::string plea("\x04\x01", 2);
        plea.append(reinterpret_cast<const char*>(&to.sin_port), 2);
        plea.append(reinterpret_cast<const char*>(&to.sin_addr), 4);
        return plea + "load" + '\0';
    }
    }
    return {};
}

} // namespace

std::vector<Route> routesOf(const Options& options)
{
    std::vector<Route> routes;
    const bool proxied = options.proxy.sin_family != 0;
    for (const sockaddr_in& target : options.targets)
        routes.push_back({proxied ? options.proxy : target, pleaFor(options, target)});
    if (routes.empty())
        routes.push_back({options.proxy, {}});
    return routes;
}

Tunnel::Tunnel(Way way, const Route& route, const sockaddr_in* source)
    : m_way(way)
    , m_route(route)
    , m_fd(startConnect(route.to, source))
{
}

Tunnel::State Tunnel::advance()
{
    if (!m_sent) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0)
            return State::Failed;
        if (m_way == Way::Direct)
            return State::Ready;
        const ssize_t sent = send(m_fd.get(), m_route.plea.data(), m_route.plea.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return errno == EAGAIN ? State::Working : State::Failed;
        m_sent = static_cast<std::size_t>(sent) == m_route.plea.size();
        return m_sent ? State::Working : State::Failed;
    }
    char buffer[1024];
    const ssize_t got = recv(m_fd.get(), buffer, sizeof buffer, 0);
    if (got < 0)
        return errno == EAGAIN ? State::Working : State::Failed;
    if (got == 0)
        return State::Failed;
    m_answer.append(buffer, static_cast<std::size_t>(got));
    if (m_way == Way::Socks4) {
        if (m_answer.size() < 8)
            return State::Working;
        return m_answer[1] == 0x5a ? State::Ready : State::Failed;
    }
    if (m_answer.find("\r\n\r\n") == std::string::npos)
        return State::Working;
    return m_answer.compare(0, 12, "HTTP/1.1 200") == 0 || m_answer.compare(0, 12, "HTTP/1.0 200") == 0 ? State::Ready
                                                                                                        : State::Failed;
}

std::vector<Tunnel> openTunnels(const Options& options, const std::vector<Route>& routes)
{
    std::vector<Tunnel> tunnels;
    tunnels.reserve(static_cast<std::size_t>(options.count));
    Epoll epoll;
    int ready = 0;
    Time progress = now();
    while (ready < options.count) {
        while (static_cast<int>(tunnels.size()) < std::min(options.count, ready + options.parallel)) {
            tunnels.emplace_back(options.way, routes[tunnels.size() % routes.size()]);
            epoll.add(tunnels.back().fd(), EPOLLIN | EPOLLOUT | EPOLLET, tunnels.size() - 1);
        }
        for (const epoll_event& event : epoll.wait(1000)) {
            Tunnel& tunnel = tunnels[event.data.u64];
            Tunnel::State state = tunnel.advance();
            if (state == Tunnel::State::Failed)
                throw Failure("tunnel " + std::to_string(event.data.u64) + " failed: " + tunnel.answer());
            if (state == Tunnel::State::Ready) {
                ++ready;
                epoll.change(tunnel.fd(), 0, event.data.u64);
                progress = now();
            }
        }
        if (seconds(now() - progress) > 20)
            throw Failure("no tunnel came up for 20 s; " + std::to_string(ready) + " are");
    }
    return tunnels;
}

} // namespace load
