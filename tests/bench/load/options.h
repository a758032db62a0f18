// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load/net.h"

#include <string>
#include <vector>

namespace load
{

enum class Way { Direct, Connect, Socks4 };

struct Options {
    std::string mode;
    Way way = Way::Direct;
    sockaddr_in proxy{}; // family 0: none, straight to the targets
    std::vector<sockaddr_in> targets; // taken in turn
    int sources = 16; // addresses 127.0.0.1, .2 … that new connections come from in turn
    std::string header; // a further header line of CONNECT
    std::string control; // the service's control socket
    int pid = 0; // the service's process
    int parallel = 64;
    int count = 9000;
    int samples = 500;
    long long total = 0; // stop after so many connections; 0: after `seconds`
    double seconds = 3;
    unsigned long long bytes = 4ULL << 30;
};

// Throws Failure naming the option.
Options parseOptions(int argc, char** argv);

// The modes. Each prints one line of "name value" pairs.
void runOrigin(const Options& options);
void runBulk(const Options& options);
void runConnections(const Options& options);
void runRequests(const Options& options);
void runIdle(const Options& options);
void runDisconnect(const Options& options);

} // namespace load
