// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport
{

// rule#1 of a denied row where no application entry, and no default of the policy, decided: the service's own words for
// what did. The data plane writes them, and who tells a row to people knows by them that it names no program.
namespace ruleword
{
inline constexpr char firewallClientListener[] = "Firewall Client listener"; // these three are off
inline constexpr char webProxyListener[] = "Web Proxy listener";
inline constexpr char socksFilter[] = "SOCKS V4 filter";
inline constexpr char thisServer[] = "This server itself"; // an address that means it, or a listener of its own
inline constexpr char malformedRequest[] = "malformed request"; // what was no request, on every way
inline constexpr char clientShare[] = "client share"; // one client has all it may
inline constexpr char connectionLimit[] = "connection limit"; // all of them together have
inline constexpr char unfinishedRequests[] = "unfinished requests"; // of Web Proxy clients hold all they may
inline constexpr char bindsOfOneAddress[] = "BINDs of one address"; // wait, as many as may
inline constexpr char notTheBindHost[] = "not the host that BIND named"; // is who came
} // namespace ruleword

// Whether a rule is one of these. Any thread.
constexpr bool isRuleWord(std::string_view rule)
{
    using namespace ruleword;
    constexpr std::array<std::string_view, 10> all{firewallClientListener, webProxyListener, socksFilter, thisServer,
        malformedRequest, clientShare, connectionLimit, unfinishedRequests, bindsOfOneAddress, notTheBindHost};
    return std::find(all.begin(), all.end(), rule) != all.end();
}

} // namespace sallyport
