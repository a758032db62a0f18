// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/control.h"

#include <sys/socket.h>

namespace load
{

Control::Control(const std::string& socket)
    : m_fd(connectUnix(socket))
{
    call("hello", R"({"protocol":1,"client":"load"})");
}

void Control::send(const std::string& method, const std::string& params)
{
    const std::string line = R"({"jsonrpc":"2.0","id":)" + std::to_string(++m_id) + R"(,"method":")" + method
        + R"(","params":)" + params + "}\n";
    if (::send(m_fd.get(), line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
        failErrno("send on the control socket");
}

std::string Control::reply()
{
    const std::string id = R"("id":)" + std::to_string(m_id);
    for (;;) {
        const std::size_t end = m_input.find('\n');
        if (end == std::string::npos) {
            char buffer[65536];
            const ssize_t got = recv(m_fd.get(), buffer, sizeof buffer, 0);
            if (got <= 0)
                throw Failure("the service closed the control channel");
            m_input.append(buffer, static_cast<std::size_t>(got));
            continue;
        }
        std::string line = m_input.substr(0, end);
        m_input.erase(0, end + 1);
        if (line.find(R"("method":)") != std::string::npos && line.find(id) == std::string::npos)
            continue;
        if (line.compare(0, 9, R"({"error":)") == 0)
            throw Failure("the service answered: " + line);
        return line;
    }
}

std::string Control::call(const std::string& method, const std::string& params)
{
    send(method, params);
    return reply();
}

std::vector<std::string> connectionIds(const std::string& reply)
{
    static const std::string member(R"("connections":[)");
    static const std::string key(R"("id":)");
    std::vector<std::string> ids;
    const std::size_t start = reply.find(member);
    if (start == std::string::npos)
        throw Failure("no connections in the reply of sessions.list");
    const std::size_t end = reply.find(']', start);
    for (std::size_t at = reply.find(key, start); at < end; at = reply.find(key, at)) {
        at += key.size();
        ids.push_back(reply.substr(at, reply.find_first_not_of("0123456789", at) - at));
    }
    return ids;
}

} // namespace load
