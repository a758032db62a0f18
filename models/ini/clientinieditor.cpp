// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/clientinisettings.h"
#include "models/ini/inidocument.h"
#include "models/ini/inivalues.h"

#include <QHash>
#include <QSet>

namespace sallyport
{

namespace
{

bool isApplicationKey(QStringView key)
{
    return applicationKeyFromName(key).has_value();
}

// What a reader takes for each key of [Common] that is not in the file; a missing URL is derived from the proxy.
QHash<QString, QString> valuesWhenAbsent(const ClientConfiguration& client)
{
    Policy absent;
    QHash<QString, QString> values;
    const ServerSection common = serverSections(absent).first();
    for (const ServerSetting& setting : common.settings)
        values.insert(setting.key, setting.value);
    absent.client.webProxyName = client.webProxyName;
    absent.client.webProxyPort = client.webProxyPort;
    values.insert(QStringLiteral("Configuration Url"), absent.client.effectiveConfigurationUrl());
    return values;
}

void editCommon(IniDocument& document, const Policy& policy)
{
    const ServerSection wanted = serverSections(policy).first();
    const QHash<QString, QString> absent = valuesWhenAbsent(policy.client);
    for (const auto& [key, value] : wanted.settings) {
        const std::optional<QString> present = document.value(wanted.name, key);
        const bool same = present ? canonicalCommonValue(key, *present) == iniSafe(value) : value == absent.value(key);
        if (!same)
            document.setValue(wanted.name, key, value);
    }
}

void editServers(IniDocument& document, const ClientConfiguration& client)
{
    const ServerSection wanted = serversOf(client);
    document.removeSettings(wanted.name, [&](QStringView key) {
        if (client.addressing == ServerAddressing::ByName)
            return serverAddressNumber(key) > 0;
        return sameIniName(key, serverNameKey) || serverAddressNumber(key) > client.serverAddresses.size();
    });
    for (const auto& [key, value] : wanted.settings) {
        const std::optional<QString> present = document.value(wanted.name, key);
        const QStringView plain = plainIniValue(present ? QStringView(*present) : QStringView());
        const auto address = IpAddress::parse(plain);
        const bool same = present
            && (plain == value
                || (client.addressing == ServerAddressing::ByAddress && address && address->toString() == value));
        if (!same && (present || !value.isEmpty()))
            document.setValue(wanted.name, key, value);
    }
}

void editMaster(IniDocument& document, const ClientConfiguration& client)
{
    const QString path = masterPath(client);
    const bool later = document.hasSection(myConfigSection) && !document.hasSection(masterSection);
    const QLatin1StringView section = later ? myConfigSection : masterSection;
    const QString name(section);
    const QString key(masterPathKey);
    const std::optional<QString> present = document.value(name, key);
    if (present ? plainIniValue(*present) != path : !path.isEmpty())
        document.setValue(name, key, path);
}

void editApplication(IniDocument& document, const ApplicationEntry& entry)
{
    document.removeSettings(entry.name, [&](QStringView key) {
        const auto known = applicationKeyFromName(key);
        return known && !entry.value(*known);
    });
    document.addSection(entry.name);
    for (const ApplicationSetting& setting : entry.settings) {
        const QString key(applicationKeySpec(setting.key).name);
        if (const std::optional<QString> present = document.value(entry.name, key)) {
            const auto canonical = iniApplicationValue(setting.key, *present);
            if (canonical && canonical->value == setting.value)
                continue;
        }
        document.setValue(entry.name, key, setting.value);
    }
}

} // namespace

Result<QByteArray> editClientIni(const QByteArray& bytes, const Policy& policy)
{
    Result<IniDocument> parsed = IniDocument::parse(bytes);
    if (!parsed)
        return parsed.error();
    IniDocument& document = *parsed;
    editCommon(document, policy);
    editServers(document, policy.client);
    editMaster(document, policy.client);

    QSet<QString> wanted;
    for (const ApplicationEntry& entry : policy.client.applications)
        wanted.insert(iniFolded(entry.name));
    for (const QString& section : document.sections()) {
        if (!isServerSection(section) && !wanted.contains(iniFolded(section)))
            document.removeEverywhere(section, isApplicationKey);
    }
    for (const ApplicationEntry& entry : policy.client.applications)
        editApplication(document, entry);
    return document.toBytes();
}

} // namespace sallyport
