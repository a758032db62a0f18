// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"
#include "models/base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport
{

// Names to addresses, without ever blocking the caller.
class Resolver
{
public:
    using Addresses = std::vector<IpAddress>; // in the order to try them, never empty
    using Handler = std::function<void(const Result<Addresses>&)>;

    virtual ~Resolver() = default;
    // The handler runs once, on any thread, possibly before this call returns. Errors: NotFound, TimedOut (no name
    // server answered), LimitExceeded, Io. `name` as canonicalHost() spells it, with a dot behind it when it is
    // rooted and the search list is to be left alone; `client` is who wants to know.
    virtual void resolve(const std::string& name, const IpAddress& client, Handler handler) = 0;
};

struct ResolverOptions {
    std::string hosts = "/etc/hosts";
    std::string resolvConf = "/etc/resolv.conf";
    std::uint16_t port = 53; // of the name servers
    std::chrono::milliseconds timeout{2000}; // of the first question to a server; the second and last waits twice that
    // Some name servers never answer for IPv6. Who has waited this long asks for the IPv4 addresses by themselves and
    // goes on with them. (RFC 8305 section 3 asks for each from the start, a question more for every name.)
    std::chrono::milliseconds patienceForIpv6{150};
    std::size_t mostPerClient = 128; // names that one client may have looked up at a time
    std::size_t most = 4096;
};

// Asks as the system's files say: first the hosts file, then the name servers of resolv.conf with its search list;
// changes of both are noticed within a second. Any number of questions wait side by side on one thread, so that names
// nobody answers for hold up no others. Answers are remembered for their time to live, failures for a few seconds;
// names asked for by many at once are looked up once. Where a name server has not said within a moment which IPv6
// addresses there are, the IPv4 ones alone are the answer. Errors: LimitExceeded, Io (no descriptors or no thread).
Result<std::shared_ptr<Resolver>> makeResolver(const ResolverOptions& options = {});

} // namespace sallyport
