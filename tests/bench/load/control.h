// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load/net.h"

#include <string>
#include <vector>

namespace load
{

// The service's control channel, as far as measuring needs it: one JSON-RPC line out, its reply line in.
class Control
{
public:
    explicit Control(const std::string& socket);
    int fd() const { return m_fd.get(); }
    void send(const std::string& method, const std::string& params);
    // Skips notifications; throws on an error reply.
    std::string reply();
    std::string call(const std::string& method, const std::string& params);

private:
    Fd m_fd;
    int m_id = 0;
    std::string m_input;
};

// The ids of "connections" in a reply of sessions.list.
std::vector<std::string> connectionIds(const std::string& reply);

} // namespace load
