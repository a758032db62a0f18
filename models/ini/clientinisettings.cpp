// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientinisettings.h"

#include "models/ini/iniscanner.h"
#include "models/ini/inivalues.h"

#include <QStringList>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// [Internal] Build: the format of the files we write; rises when their content changes for equal policies.
constexpr QLatin1StringView fileBuild("1.1");

struct CommonWriter {
    QList<ServerSetting>& settings;

    void number(QLatin1StringView key, int value, int, int) { settings.append({key, QString::number(value)}); }
    void flag(QLatin1StringView key, bool value) { settings.append({key, value ? u"1"_s : u"0"_s}); }
    void text(QLatin1StringView key, const QString& value) { settings.append({key, value}); }
    void url(QLatin1StringView key, const ClientConfiguration& client)
    {
        settings.append({key, client.effectiveConfigurationUrl()});
    }
    void domains(QLatin1StringView key, const QStringList& value) { settings.append({key, joinDomains(value)}); }
};

struct CommonCanonizer {
    QStringView wanted;
    QStringView value;
    std::optional<QString> result{};

    bool isKey(QLatin1StringView key) const { return wanted.compare(key, Qt::CaseInsensitive) == 0; }
    void number(QLatin1StringView key, int, int least, int most)
    {
        if (!isKey(key))
            return;
        if (const auto parsed = iniNumber(value); parsed && parsed->value >= least && parsed->value <= most)
            result = QString::number(parsed->value);
    }
    void flag(QLatin1StringView key, bool)
    {
        if (!isKey(key))
            return;
        if (const auto flag = iniFlag(value))
            result = flag->value ? u"1"_s : u"0"_s;
    }
    void text(QLatin1StringView key, const QString&)
    {
        if (isKey(key))
            result = plainIniValue(value).toString();
    }
    void url(QLatin1StringView key, const ClientConfiguration&) { text(key, {}); }
    void domains(QLatin1StringView key, const QStringList&)
    {
        if (isKey(key))
            result = joinDomains(splitDomains(value));
    }
};

} // namespace

ServerSection serversOf(const ClientConfiguration& client)
{
    ServerSection section{serversSection, {}};
    if (client.addressing == ServerAddressing::ByName) {
        section.settings.append({serverNameKey, client.serverName});
        return section;
    }
    int number = 0;
    for (const IpAddress& address : client.serverAddresses)
        section.settings.append({serverAddressPrefix + QString::number(++number), address.toString()});
    return section;
}

QList<ServerSection> serverSections(const Policy& policy)
{
    ServerSection common{commonSection, {}};
    visitCommon(CommonWriter{common.settings}, policy.client, policy.localDomains);
    return {common, serversOf(policy.client), {masterSection, {{masterPathKey, masterPath(policy.client)}}},
        {internalSection, {{u"scp"_s, u"9,10"_s}, {u"Build"_s, fileBuild}}}};
}

std::optional<QString> canonicalCommonValue(QStringView key, QStringView value)
{
    const ClientConfiguration client;
    const QStringList domains;
    CommonCanonizer canonizer{key, value};
    visitCommon(canonizer, client, domains);
    return canonizer.result;
}

} // namespace sallyport
