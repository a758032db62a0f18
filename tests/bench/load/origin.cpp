// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/options.h"

#include <sys/prctl.h>
#include <sys/socket.h>

#include <csignal>
#include <cstdio>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace load
{

namespace
{

enum class Service { Web, Source, Echo };

struct Client {
    Fd fd;
    Service service = Service::Echo;
    std::string input; // Web: of an unfinished request
};

constexpr std::size_t bodySize = 1024;
constexpr int echoPorts = 16; // see sourcesOf() for why more than one

std::string webAnswer()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(bodySize)
        + "\r\nCache-Control: no-store\r\n\r\n" + std::string(bodySize, 'x');
}

// The far end of every measurement: a small file over keep-alive HTTP, an endless source, an echo.
class Origin
{
public:
    void run();

private:
    void listen(Service service, const char* name, int ports = 1);
    void accept(std::size_t listener);
    // False when the client is gone.
    bool serve(Client& client);
    bool serveWeb(Client& client);
    bool serveSource(Client& client);
    bool serveEcho(Client& client);

    static constexpr std::uint64_t clientBase = 1000; // tokens below are listeners
    Epoll m_epoll;
    std::vector<std::pair<Fd, Service>> m_listeners;
    std::unordered_map<std::uint64_t, Client> m_clients;
    std::uint64_t m_next = clientBase;
    const std::string m_answer = webAnswer();
    std::vector<char> m_buffer = std::vector<char>(256 * 1024);
};

void Origin::listen(Service service, const char* name, int ports)
{
    std::printf("%s ", name);
    for (int i = 0; i < ports; ++i) {
        std::uint16_t port = 0;
        m_listeners.emplace_back(listenOnLoopback(port), service);
        m_epoll.add(m_listeners.back().first.get(), EPOLLIN, m_listeners.size() - 1);
        std::printf("%s127.0.0.1:%u", i == 0 ? "" : ",", static_cast<unsigned>(port));
    }
    std::printf(" ");
}

void Origin::accept(std::size_t listener)
{
    while (Fd fd = acceptFrom(m_listeners[listener].first)) {
        const Service service = m_listeners[listener].second;
        m_epoll.add(fd.get(), service == Service::Source ? EPOLLOUT : EPOLLIN, m_next);
        m_clients.emplace(m_next++, Client{std::move(fd), service, {}});
    }
}

bool Origin::serve(Client& client)
{
    switch (client.service) {
    case Service::Web:
        return serveWeb(client);
    case Service::Source:
        return serveSource(client);
    case Service::Echo:
        return serveEcho(client);
    }
    return false;
}

bool Origin::serveWeb(Client& client)
{
    const ssize_t got = recv(client.fd.get(), m_buffer.data(), m_buffer.size(), 0);
    if (got <= 0)
        return false;
    client.input.append(m_buffer.data(), static_cast<std::size_t>(got));
    // Answers are far smaller than a socket's buffer and clients ask one at a time, so a send never falls short.
    for (std::size_t end; (end = client.input.find("\r\n\r\n")) != std::string::npos; client.input.erase(0, end + 4)) {
        if (send(client.fd.get(), m_answer.data(), m_answer.size(), MSG_NOSIGNAL) < 0)
            return false;
    }
    return true;
}

bool Origin::serveSource(Client& client)
{
    return send(client.fd.get(), m_buffer.data(), m_buffer.size(), MSG_NOSIGNAL) >= 0;
}

bool Origin::serveEcho(Client& client)
{
    const ssize_t got = recv(client.fd.get(), m_buffer.data(), m_buffer.size(), 0);
    return got > 0 && send(client.fd.get(), m_buffer.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
}

void Origin::run()
{
    listen(Service::Web, "web");
    listen(Service::Source, "source");
    listen(Service::Echo, "echo", echoPorts);
    std::printf("\n");
    std::fflush(stdout);
    for (;;) {
        for (const epoll_event& event : m_epoll.wait(-1)) {
            if (event.data.u64 < clientBase) {
                accept(event.data.u64);
                continue;
            }
            const auto client = m_clients.find(event.data.u64);
            if (client != m_clients.end() && !serve(client->second))
                m_clients.erase(client);
        }
    }
}

} // namespace

void runOrigin(const Options&)
{
    // Whoever started us measures; without it there is nobody to serve.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    Origin().run();
}

} // namespace load
