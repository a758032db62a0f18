// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load/options.h"

#include <string>
#include <vector>

namespace load
{

// Where to connect and what to say there.
struct Route {
    sockaddr_in to{};
    std::string plea; // the hand-shake's bytes; none: the connection itself is all
};

// One for each target.
std::vector<Route> routesOf(const Options& options);

// One connection on its way to the target: connect, shake hands with the proxy, ready.
class Tunnel
{
public:
    enum class State { Working, Ready, Failed };

    // `route` outlives it.
    Tunnel(Way way, const Route& route, const sockaddr_in* source = nullptr);
    int fd() const { return m_fd.get(); }
    // Call whenever the socket can be read or written.
    State advance();
    const std::string& answer() const { return m_answer; }

private:
    Way m_way;
    const Route& m_route;
    Fd m_fd;
    bool m_sent = false;
    std::string m_answer;
};

// Opens options.count tunnels, options.parallel at a time. Throws when one fails.
std::vector<Tunnel> openTunnels(const Options& options, const std::vector<Route>& routes);

} // namespace load
