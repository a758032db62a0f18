// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <array>

namespace sallyport
{

// The words of the two choices a policy ini makes; the place in the array is the value of the enum.
inline constexpr std::array verdictWords{QLatin1StringView("allow"), QLatin1StringView("deny")};
inline constexpr std::array addressingWords{QLatin1StringView("name"), QLatin1StringView("address")};

inline constexpr QLatin1StringView applicationPrefix("Application ");
inline constexpr QLatin1StringView applicationIdKey("Id");

// Every section and key of a policy ini in the order of the file: one description for writing and reading, so that the
// two can't drift apart. `visitor` has section(name), format(key, number), text, number, flag, address, addresses and
// choice(key, field, words), applications(list), ranges(list) and items(list).
template <typename Visitor, typename P> void visitPolicy(Visitor& visitor, P& policy)
{
    using namespace Qt::Literals::StringLiterals;
    const auto listener = [&visitor](auto& one) {
        visitor.flag("Enabled"_L1, one.enabled);
        visitor.address("Address"_L1, one.address);
        visitor.number("Port"_L1, one.port);
    };
    auto& client = policy.client;

    visitor.section("Policy"_L1);
    visitor.format("Format"_L1, policyFormat);
    visitor.choice("Unmatched"_L1, policy.unmatched, verdictWords);

    visitor.section("Server"_L1);
    visitor.text("Name"_L1, policy.server.name);
    visitor.text("Description"_L1, policy.server.description);

    visitor.section("Listeners"_L1);
    visitor.number("Connect Time-out (Seconds)"_L1, policy.listeners.connectTimeoutSeconds);
    visitor.number("Idle Time-out (Seconds)"_L1, policy.listeners.idleTimeoutSeconds);
    visitor.number("Connection Limit"_L1, policy.listeners.connectionLimit);
    visitor.section("Web Proxy Listener"_L1);
    listener(policy.listeners.webProxy);
    visitor.section("Firewall Client Listener"_L1);
    listener(policy.listeners.firewallClient);
    visitor.section("SOCKS V4 Filter"_L1);
    listener(policy.filters.socks);

    visitor.section("Client Configuration"_L1);
    visitor.choice("Addressing"_L1, client.addressing, addressingWords);
    visitor.text("Server Name"_L1, client.serverName);
    visitor.addresses("Server Addresses"_L1, client.serverAddresses);
    visitor.flag("AutoDetect ISA Servers"_L1, client.autoDetectServers);
    visitor.number("Port"_L1, client.port);
    visitor.number("Configuration Refresh Time (Hours)"_L1, client.refreshHours);
    visitor.number("Re-check Inaccessible Server Time (Minutes)"_L1, client.recheckInaccessibleMinutes);
    visitor.number("Refresh Give Up Time (Minutes)"_L1, client.refreshGiveUpMinutes);
    visitor.number("Inaccessible Servers Give Up Time (Minutes)"_L1, client.inaccessibleGiveUpMinutes);
    visitor.text("WWW-Proxy"_L1, client.webProxyName);
    visitor.number("WebProxyPort"_L1, client.webProxyPort);
    visitor.flag("Set Browsers to use Proxy"_L1, client.setBrowsersToUseProxy);
    visitor.flag("Set Browsers to use Auto Config"_L1, client.setBrowsersToUseAutoConfig);
    visitor.flag("Set Browsers to use Auto Detect"_L1, client.setBrowsersToUseAutoDetect);
    visitor.text("Configuration Url"_L1, client.configurationUrl);
    visitor.applications(client.applications);

    visitor.section("Local Address Table"_L1);
    visitor.ranges(policy.localAddresses);
    visitor.section("Local Domain Table"_L1);
    visitor.items(policy.localDomains);
}

} // namespace sallyport
