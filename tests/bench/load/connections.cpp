// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/tunnel.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstdio>
#include <memory>

namespace load
{

namespace
{

struct Slot {
    std::unique_ptr<Tunnel> tunnel;
    bool asked = false;
};

// A client's port stays taken for a second after its connection (TIME_WAIT, tcp_tw_reuse), and connect() looks for
// ports of one parity first: from one address to one port Linux makes 14,000 connections a second and then searches.
// With several addresses here and several ports there, what is measured is what lies between.
std::vector<sockaddr_in> sourcesOf(const Options& options)
{
    std::vector<sockaddr_in> sources(static_cast<std::size_t>(options.sources));
    for (std::size_t i = 0; i < sources.size(); ++i) {
        sources[i].sin_family = AF_INET;
        sources[i].sin_addr.s_addr = htonl(INADDR_LOOPBACK + static_cast<std::uint32_t>(i));
    }
    return sources;
}

} // namespace

// New connections a second, options.parallel at a time. Each one connects, shakes hands, sends a byte to the origin's
// echo, has it back and closes: a proxy that answers before it is through to the target gains nothing.
void runConnections(const Options& options)
{
    const std::vector<Route> routes = routesOf(options);
    const std::vector<sockaddr_in> sources = sourcesOf(options);
    std::size_t begun = 0;
    Epoll epoll;
    std::vector<Slot> slots(static_cast<std::size_t>(options.parallel));
    long long done = 0;
    long long failed = 0;
    const auto begin = [&](std::size_t place) {
        slots[place] = Slot{std::make_unique<Tunnel>(options.way, routes[begun % routes.size()],
                                &sources[begun / routes.size() % sources.size()]),
            false};
        ++begun;
        epoll.add(slots[place].tunnel->fd(), EPOLLIN | EPOLLOUT | EPOLLET, place);
    };
    for (std::size_t place = 0; place < slots.size(); ++place)
        begin(place);
    const Time start = now();
    while (options.total > 0 ? done + failed < options.total : seconds(now() - start) < options.seconds) {
        const std::span<const epoll_event> events = epoll.wait(20000);
        if (events.empty())
            throw Failure("nothing happened for 20 s after " + std::to_string(done) + " connections");
        for (const epoll_event& event : events) {
            Slot& slot = slots[event.data.u64];
            if (!slot.asked) {
                const Tunnel::State state = slot.tunnel->advance();
                if (state == Tunnel::State::Ready)
                    slot.asked = send(slot.tunnel->fd(), "x", 1, MSG_NOSIGNAL) == 1;
                if (state == Tunnel::State::Failed || (state == Tunnel::State::Ready && !slot.asked)) {
                    ++failed;
                    begin(event.data.u64);
                }
                continue;
            }
            char answer = 0;
            const ssize_t got = recv(slot.tunnel->fd(), &answer, 1, 0);
            if (got < 0 && errno == EAGAIN)
                continue;
            got == 1 ? ++done : ++failed;
            begin(event.data.u64);
        }
    }
    std::printf(
        "perSecond %.0f done %lld failed %lld\n", static_cast<double>(done) / seconds(now() - start), done, failed);
}

} // namespace load
