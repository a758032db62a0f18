// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load/options.h"

#include <string>
#include <vector>

namespace load
{

// One connection on its way to the target: connect, shake hands with the proxy, ready.
class Tunnel
{
public:
    enum class State { Working, Ready, Failed };

    // `plea`: the hand-shake's bytes, made once by tunnelPlea().
    Tunnel(const Options& options, const std::string& plea);
    int fd() const { return m_fd.get(); }
    // Call whenever the socket can be read or written.
    State advance();
    const std::string& answer() const { return m_answer; }

private:
    const Options& m_options;
    const std::string& m_plea;
    Fd m_fd;
    bool m_sent = false;
    std::string m_answer;
};

std::string tunnelPlea(const Options& options);

// Opens options.count tunnels, options.parallel at a time. Throws when one fails.
std::vector<Tunnel> openTunnels(const Options& options, const std::string& plea);

} // namespace load
