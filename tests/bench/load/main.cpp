// SPDX-License-Identifier: GPL-3.0-or-later
// The load generator of the measurements: one thread, one epoll, no libraries, so that it weighs little beside what it
// measures.
#include "tests/bench/load/options.h"

#include <cstdio>
#include <map>

int main(int argc, char** argv)
{
    using namespace load;
    const std::map<std::string, void (*)(const Options&)> modes{{"origin", runOrigin}, {"bulk", runBulk},
        {"connections", runConnections}, {"requests", runRequests}, {"idle", runIdle}, {"disconnect", runDisconnect}};
    try {
        raiseFileLimit();
        const Options options = parseOptions(argc, argv);
        const auto mode = modes.find(options.mode);
        if (mode == modes.end())
            throw Failure("no mode \"" + options.mode + "\"");
        mode->second(options);
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "load: %s\n", failure.what());
        return 1;
    }
}
