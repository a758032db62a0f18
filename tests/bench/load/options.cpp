// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load/options.h"

#include <functional>
#include <map>

namespace load
{

Options parseOptions(int argc, char** argv)
{
    static constexpr const char* usage
        = "usage: load origin|bulk|connections|requests|idle|disconnect [--via direct|connect|socks4] [--proxy "
          "IP:PORT] "
          "[--target IP:PORT[,IP:PORT…]] [--sources N] [--header LINE] [--control SOCKET] [--pid PID] [--parallel N] "
          "[--count N] [--samples N] "
          "[--total N] [--seconds S] [--bytes N]";
    if (argc < 2)
        throw Failure(usage);
    Options options;
    options.mode = argv[1];
    const std::map<std::string, Way> ways{{"direct", Way::Direct}, {"connect", Way::Connect}, {"socks4", Way::Socks4}};
    const std::map<std::string, std::function<void(const std::string&)>> known{
        {"--via",
            [&](const std::string& text) {
                if (!ways.contains(text))
                    throw Failure("--via " + text + ": write direct, connect or socks4");
                options.way = ways.at(text);
            }},
        {"--proxy", [&](const std::string& text) { options.proxy = parseEndpoint(text); }},
        {"--target", [&](const std::string& text) { options.targets = parseEndpoints(text); }},
        {"--sources", [&](const std::string& text) { options.sources = std::stoi(text); }},
        {"--header", [&](const std::string& text) { options.header = text + "\r\n"; }},
        {"--control", [&](const std::string& text) { options.control = text; }},
        {"--pid", [&](const std::string& text) { options.pid = std::stoi(text); }},
        {"--parallel", [&](const std::string& text) { options.parallel = std::stoi(text); }},
        {"--count", [&](const std::string& text) { options.count = std::stoi(text); }},
        {"--samples", [&](const std::string& text) { options.samples = std::stoi(text); }},
        {"--total", [&](const std::string& text) { options.total = std::stoll(text); }},
        {"--seconds", [&](const std::string& text) { options.seconds = std::stod(text); }},
        {"--bytes", [&](const std::string& text) { options.bytes = std::stoull(text); }},
    };
    for (int i = 2; i < argc; i += 2) {
        const auto option = known.find(argv[i]);
        if (option == known.end() || i + 1 == argc)
            throw Failure(std::string(argv[i]) + " is unknown or lacks its value\n" + usage);
        option->second(argv[i + 1]);
    }
    if (options.mode != "origin" && options.proxy.sin_family == 0 && options.targets.empty())
        throw Failure("--target is missing");
    if (options.way != Way::Direct && (options.proxy.sin_family == 0 || options.targets.empty()))
        throw Failure("--via needs --proxy and --target");
    if (options.sources < 1 || options.sources > 250)
        throw Failure("--sources: from 1 to 250");
    return options;
}

} // namespace load
