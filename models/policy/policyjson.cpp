// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sallyport
{

namespace
{

QJsonObject toJson(const Listener& listener)
{
    return {
        {QStringLiteral("enabled"), listener.enabled},
        {QStringLiteral("address"), listener.address.toString()},
        {QStringLiteral("port"), listener.port},
    };
}

QJsonObject toJson(const ServerIdentity& server)
{
    return {{QStringLiteral("name"), server.name}, {QStringLiteral("description"), server.description}};
}

QJsonObject toJson(const Listeners& listeners)
{
    return {
        {QStringLiteral("webProxy"), toJson(listeners.webProxy)},
        {QStringLiteral("firewallClient"), toJson(listeners.firewallClient)},
        {QStringLiteral("connectTimeoutSeconds"), listeners.connectTimeoutSeconds},
        {QStringLiteral("idleTimeoutSeconds"), listeners.idleTimeoutSeconds},
        {QStringLiteral("connectionLimit"), listeners.connectionLimit},
    };
}

QJsonObject toJson(const ClientConfiguration& client)
{
    QJsonArray addresses;
    for (const IpAddress& address : client.serverAddresses)
        addresses.append(address.toString());
    QJsonArray applications;
    for (const ApplicationEntry& entry : client.applications)
        applications.append(applicationToJson(entry));
    return {
        {QStringLiteral("addressing"), serverAddressingWord(client.addressing)},
        {QStringLiteral("serverName"), client.serverName},
        {QStringLiteral("serverAddresses"), addresses},
        {QStringLiteral("autoDetectServers"), client.autoDetectServers},
        {QStringLiteral("port"), client.port},
        {QStringLiteral("refreshHours"), client.refreshHours},
        {QStringLiteral("recheckInaccessibleMinutes"), client.recheckInaccessibleMinutes},
        {QStringLiteral("refreshGiveUpMinutes"), client.refreshGiveUpMinutes},
        {QStringLiteral("inaccessibleGiveUpMinutes"), client.inaccessibleGiveUpMinutes},
        {QStringLiteral("webProxyName"), client.webProxyName},
        {QStringLiteral("webProxyPort"), client.webProxyPort},
        {QStringLiteral("setBrowsersToUseProxy"), client.setBrowsersToUseProxy},
        {QStringLiteral("setBrowsersToUseAutoConfig"), client.setBrowsersToUseAutoConfig},
        {QStringLiteral("setBrowsersToUseAutoDetect"), client.setBrowsersToUseAutoDetect},
        {QStringLiteral("configurationUrl"), client.configurationUrl},
        {QStringLiteral("applications"), applications},
    };
}

} // namespace

QJsonObject applicationToJson(const ApplicationEntry& entry)
{
    QJsonArray settings;
    for (const ApplicationSetting& setting : entry.settings) {
        settings.append(QJsonObject{{QStringLiteral("key"), QString(applicationKeySpec(setting.key).name)},
            {QStringLiteral("value"), setting.value}});
    }
    return {
        {QStringLiteral("id"), entry.id}, {QStringLiteral("name"), entry.name}, {QStringLiteral("settings"), settings}};
}

QJsonObject policyToJson(const Policy& policy)
{
    QJsonArray ranges;
    for (const AddressRange& range : policy.localAddresses) {
        ranges.append(QJsonObject{
            {QStringLiteral("first"), range.first.toString()}, {QStringLiteral("last"), range.last.toString()}});
    }
    return {
        {QStringLiteral("format"), policyFormat},
        {QStringLiteral("server"), toJson(policy.server)},
        {QStringLiteral("listeners"), toJson(policy.listeners)},
        {QStringLiteral("client"), toJson(policy.client)},
        {QStringLiteral("localAddresses"), ranges},
        {QStringLiteral("localDomains"), QJsonArray::fromStringList(policy.localDomains)},
        {QStringLiteral("filters"), QJsonObject{{QStringLiteral("socks"), toJson(policy.filters.socks)}}},
        {QStringLiteral("unmatched"), verdictWord(policy.unmatched)},
    };
}

QByteArray policyToJsonText(const Policy& policy)
{
    return QJsonDocument(policyToJson(policy)).toJson(QJsonDocument::Indented);
}

} // namespace sallyport
