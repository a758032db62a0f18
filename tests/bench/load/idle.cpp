// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/tunnel.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace load
{

// Opens options.count tunnels and holds them until its input ends; then tells how many are still up.
void runIdle(const Options& options)
{
    const std::vector<Route> routes = routesOf(options);
    const Time start = now();
    const std::vector<Tunnel> tunnels = openTunnels(options, routes);
    std::printf("up %zu seconds %.2f\n", tunnels.size(), seconds(now() - start));
    std::fflush(stdout);
    char buffer[256];
    while (read(STDIN_FILENO, buffer, sizeof buffer) > 0) { }
    std::size_t alive = 0;
    for (const Tunnel& tunnel : tunnels)
        alive += recv(tunnel.fd(), buffer, 1, MSG_DONTWAIT | MSG_PEEK) < 0 && errno == EAGAIN;
    std::printf("alive %zu\n", alive);
}

} // namespace load
