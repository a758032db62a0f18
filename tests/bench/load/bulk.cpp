// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/tunnel.h"

#include <sys/socket.h>

#include <cstdio>

namespace load
{

// Throughput of one connection: reads options.bytes from the origin's source.
void runBulk(const Options& options)
{
    Options one = options;
    one.count = 1;
    const std::vector<Route> routes = routesOf(one);
    const std::vector<Tunnel> tunnels = openTunnels(one, routes);
    std::vector<char> buffer(256 * 1024);
    Epoll epoll;
    epoll.add(tunnels.front().fd(), EPOLLIN, 0);
    unsigned long long got = 0;
    const Time start = now();
    while (got < options.bytes) {
        if (epoll.wait(20000).empty())
            throw Failure("nothing came for 20 s");
        const ssize_t part = recv(tunnels.front().fd(), buffer.data(), buffer.size(), 0);
        if (part <= 0)
            throw Failure("the stream ended after " + std::to_string(got) + " bytes");
        got += static_cast<unsigned long long>(part);
    }
    std::printf("MBps %.0f\n", static_cast<double>(got) / seconds(now() - start) / 1e6);
}

} // namespace load
