// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/fields.h"

#include <array>

namespace sallyport
{

namespace
{

QString textOf(const QString& value)
{
    return value;
}

QString textOf(int value)
{
    return QString::number(value);
}

QString textOf(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString textOf(const IpAddress& value)
{
    return value.toString();
}

QString textOf(Verdict value)
{
    return verdictWord(value);
}

QString textOf(ServerAddressing value)
{
    return serverAddressingWord(value);
}

// `access` is a captureless lambda that gives a reference into the policy it is handed.
template <auto access> constexpr PolicyField field(const char* path)
{
    return {QLatin1StringView(path), [](const Policy& policy) { return textOf(access(policy)); },
        [](Policy& to, const Policy& from) { access(to) = access(from); }};
}

// clang-format would take the lambdas for function bodies.
// clang-format off
const std::array fields{
    field<[](auto& p) -> auto& { return p.server.name; }>("server.name"),
    field<[](auto& p) -> auto& { return p.server.description; }>("server.description"),
    field<[](auto& p) -> auto& { return p.listeners.webProxy.enabled; }>("listeners.webProxy.enabled"),
    field<[](auto& p) -> auto& { return p.listeners.webProxy.address; }>("listeners.webProxy.address"),
    field<[](auto& p) -> auto& { return p.listeners.webProxy.port; }>("listeners.webProxy.port"),
    field<[](auto& p) -> auto& { return p.listeners.firewallClient.enabled; }>("listeners.firewallClient.enabled"),
    field<[](auto& p) -> auto& { return p.listeners.firewallClient.address; }>("listeners.firewallClient.address"),
    field<[](auto& p) -> auto& { return p.listeners.firewallClient.port; }>("listeners.firewallClient.port"),
    field<[](auto& p) -> auto& { return p.listeners.connectTimeoutSeconds; }>("listeners.connectTimeoutSeconds"),
    field<[](auto& p) -> auto& { return p.listeners.idleTimeoutSeconds; }>("listeners.idleTimeoutSeconds"),
    field<[](auto& p) -> auto& { return p.listeners.connectionLimit; }>("listeners.connectionLimit"),
    field<[](auto& p) -> auto& { return p.client.addressing; }>("client.addressing"),
    field<[](auto& p) -> auto& { return p.client.serverName; }>("client.serverName"),
    field<[](auto& p) -> auto& { return p.client.autoDetectServers; }>("client.autoDetectServers"),
    field<[](auto& p) -> auto& { return p.client.port; }>("client.port"),
    field<[](auto& p) -> auto& { return p.client.refreshHours; }>("client.refreshHours"),
    field<[](auto& p) -> auto& { return p.client.recheckInaccessibleMinutes; }>("client.recheckInaccessibleMinutes"),
    field<[](auto& p) -> auto& { return p.client.refreshGiveUpMinutes; }>("client.refreshGiveUpMinutes"),
    field<[](auto& p) -> auto& { return p.client.inaccessibleGiveUpMinutes; }>("client.inaccessibleGiveUpMinutes"),
    field<[](auto& p) -> auto& { return p.client.webProxyName; }>("client.webProxyName"),
    field<[](auto& p) -> auto& { return p.client.webProxyPort; }>("client.webProxyPort"),
    field<[](auto& p) -> auto& { return p.client.setBrowsersToUseProxy; }>("client.setBrowsersToUseProxy"),
    field<[](auto& p) -> auto& { return p.client.setBrowsersToUseAutoConfig; }>("client.setBrowsersToUseAutoConfig"),
    field<[](auto& p) -> auto& { return p.client.setBrowsersToUseAutoDetect; }>("client.setBrowsersToUseAutoDetect"),
    field<[](auto& p) -> auto& { return p.client.configurationUrl; }>("client.configurationUrl"),
    field<[](auto& p) -> auto& { return p.filters.socks.enabled; }>("filters.socks.enabled"),
    field<[](auto& p) -> auto& { return p.filters.socks.address; }>("filters.socks.address"),
    field<[](auto& p) -> auto& { return p.filters.socks.port; }>("filters.socks.port"),
    field<[](auto& p) -> auto& { return p.unmatched; }>("unmatched"),
};
// clang-format on

} // namespace

std::span<const PolicyField> policyFields()
{
    return fields;
}

} // namespace sallyport
