// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/options.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace load
{

namespace
{

struct Client {
    Fd fd;
    Time asked{};
    std::string answer;
};

// Size of the whole answer, 0 while its head is not complete.
std::size_t answerSize(const std::string& answer)
{
    const std::size_t end = answer.find("\r\n\r\n");
    if (end == std::string::npos)
        return 0;
    if (answer.compare(9, 3, "200") != 0)
        throw Failure("the proxy answered: " + answer.substr(0, answer.find('\r')));
    const std::size_t length = answer.find("ontent-Length: ");
    if (length == std::string::npos)
        throw Failure("an answer without Content-Length");
    return end + 4 + std::strtoul(answer.c_str() + length + 15, nullptr, 10);
}

} // namespace

// Keep-alive GETs of the origin's small file through a Web Proxy (absolute-form), options.parallel clients at a time.
void runRequests(const Options& options)
{
    if (options.targets.empty())
        throw Failure("--target is missing");
    const std::string target = endpointText(options.targets.front());
    const std::string request = options.way == Way::Direct
        ? "GET /file HTTP/1.1\r\nHost: " + target + "\r\n\r\n"
        : "GET http://" + target + "/file HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: load\r\nAccept: */*\r\n\r\n";
    Epoll epoll;
    std::vector<Client> clients(static_cast<std::size_t>(options.parallel));
    for (std::size_t place = 0; place < clients.size(); ++place) {
        clients[place].fd = startConnect(options.proxy.sin_family != 0 ? options.proxy : options.targets.front());
        epoll.add(clients[place].fd.get(), EPOLLOUT, place);
    }
    std::vector<double> times;
    const auto ask = [&request](Client& client) {
        client.answer.clear();
        client.asked = now();
        if (send(client.fd.get(), request.data(), request.size(), MSG_NOSIGNAL) < 0)
            failErrno("send");
    };
    const Time start = now();
    char buffer[16384];
    while (seconds(now() - start) < options.seconds) {
        const std::span<const epoll_event> events = epoll.wait(20000);
        if (events.empty())
            throw Failure("no answer for 20 s");
        for (const epoll_event& event : events) {
            Client& client = clients[event.data.u64];
            if (event.events & EPOLLOUT) {
                epoll.change(client.fd.get(), EPOLLIN, event.data.u64);
                ask(client);
                continue;
            }
            const ssize_t got = recv(client.fd.get(), buffer, sizeof buffer, 0);
            if (got <= 0)
                throw Failure(
                    "the proxy closed a keep-alive connection after " + std::to_string(times.size()) + " answers");
            client.answer.append(buffer, static_cast<std::size_t>(got));
            const std::size_t size = answerSize(client.answer);
            if (size == 0 || client.answer.size() < size)
                continue;
            times.push_back(seconds(now() - client.asked));
            ask(client);
        }
    }
    const double elapsed = seconds(now() - start);
    std::sort(times.begin(), times.end());
    const auto quantile
        = [&](double part) { return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))]; };
    if (times.empty())
        throw Failure("no answer at all");
    std::printf("perSecond %.0f p50us %.0f p99us %.0f\n", static_cast<double>(times.size()) / elapsed,
        quantile(0.5) * 1e6, quantile(0.99) * 1e6);
}

} // namespace load
