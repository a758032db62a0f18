// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/control.h"
#include "tests/bench/load/tunnel.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>

namespace load
{

namespace
{

// Resident memory of a process, MB.
double residentMegabytes(int pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, 6, "VmRSS:") == 0)
            return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    throw Failure("process " + std::to_string(pid) + " is not there");
}

class Watch
{
public:
    void add(Tunnel&& tunnel)
    {
        m_tunnels.push_back(std::make_unique<Tunnel>(std::move(tunnel)));
        m_epoll.add(m_tunnels.back()->fd(), EPOLLIN | EPOLLRDHUP, m_tunnels.size() - 1);
    }
    // Waits until `count` more clients have seen their end; returns when the last one did.
    Time awaitEnds(std::size_t count)
    {
        Time last = now();
        for (std::size_t seen = 0; seen < count;) {
            const std::span<const epoll_event> events = m_epoll.wait(10000);
            last = now();
            if (events.empty())
                throw Failure(
                    "only " + std::to_string(seen) + " of " + std::to_string(count) + " clients saw their end");
            for (const epoll_event& event : events) {
                char byte = 0;
                m_resets += recv(m_tunnels[event.data.u64]->fd(), &byte, 1, 0) < 0 && errno == ECONNRESET;
                m_tunnels[event.data.u64].reset();
                ++seen;
            }
        }
        return last;
    }
    std::size_t resets() const { return m_resets; }

private:
    Epoll m_epoll;
    std::vector<std::unique_ptr<Tunnel>> m_tunnels;
    std::size_t m_resets = 0;
};

} // namespace

// With options.count idle tunnels up: the service's memory, single disconnects (request to the reset seen by the
// client), then all at once.
void runDisconnect(const Options& options)
{
    const std::vector<Route> routes = routesOf(options);
    const double before = residentMegabytes(options.pid);
    Control control(options.control);
    Watch watch;
    for (Tunnel& tunnel : openTunnels(options, routes))
        watch.add(std::move(tunnel));
    const double idle = residentMegabytes(options.pid);

    const std::vector<std::string> ids = connectionIds(control.call("sessions.list", "{}"));
    if (ids.size() != static_cast<std::size_t>(options.count))
        throw Failure("the service lists " + std::to_string(ids.size()) + " connections");
    std::vector<double> times;
    const std::size_t samples = std::min(ids.size(), static_cast<std::size_t>(options.samples));
    for (std::size_t i = 0; i < samples; ++i) {
        const Time asked = now();
        control.send(
            "sessions.disconnect", R"({"connections":[)" + ids[i * ids.size() / samples] + R"(],"reason":"measured"})");
        times.push_back(seconds(watch.awaitEnds(1) - asked));
        control.reply();
    }
    std::sort(times.begin(), times.end());

    Options missing = options;
    missing.count = static_cast<int>(samples);
    for (Tunnel& tunnel : openTunnels(missing, routes))
        watch.add(std::move(tunnel));
    const Time asked = now();
    control.send("sessions.disconnect", R"({"filter":"","reason":"measured"})");
    const double all = seconds(watch.awaitEnds(static_cast<std::size_t>(options.count)) - asked);
    control.reply();
    std::printf("rssBeforeMB %.1f rssIdleMB %.1f p50ms %.2f p99ms %.2f worstMs %.2f allMs %.0f resets %zu of %zu\n",
        before, idle, 1e3 * times[times.size() / 2], 1e3 * times[times.size() * 99 / 100], 1e3 * times.back(),
        1e3 * all, watch.resets(), samples + static_cast<std::size_t>(options.count));
}

} // namespace load
