// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/serversectionreader.h"

#include "models/ini/clientsections.h"
#include "models/ini/inivalues.h"
#include "models/policy/hostnames.h"

#include <QHash>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A final dot is the resolver's spelling of a name, not part of it.
QString hostOf(QStringView value)
{
    return (value.size() > 1 && value.endsWith(u'.') ? value.chopped(1) : value).toString();
}

// Reads one key of [Common] into the configuration. The URL and the domains go elsewhere.
struct CommonReader {
    const IniLine& line;
    QStringView value = plainIniValue(line.value);
    QString& urlText;
    bool known = false;
    bool isDomains = false;
    Fault fault = Fault::None; // why the value does not fit
    QStringList limits{};

    // Whether this is the line of the key, with a value to read.
    bool isKey(QLatin1StringView key)
    {
        const bool same = sameIniName(line.name, key);
        known |= same;
        return same && !value.isEmpty();
    }
    void number(QLatin1StringView key, int& field, int least, int most)
    {
        if (!isKey(key))
            return;
        const std::optional<int> number = iniNumber(value);
        if (number && *number >= least && *number <= most) {
            field = *number;
        } else {
            fault = Fault::SettingNotNumber;
            limits = {QString::number(least), QString::number(most)};
        }
    }
    void flag(QLatin1StringView key, bool& field)
    {
        if (!isKey(key))
            return;
        if (const std::optional<bool> flag = iniFlag(value))
            field = *flag;
        else
            fault = Fault::SettingNotFlag;
    }
    void text(QLatin1StringView key, QString& field)
    {
        if (isKey(key))
            field = hostOf(value);
    }
    void url(QLatin1StringView key, ClientConfiguration&)
    {
        if (isKey(key))
            urlText = value.toString();
    }
    void domains(QLatin1StringView key, QStringList&) { isDomains = isKey(key); }
};

} // namespace

void ServerSectionReader::begin(QStringView section)
{
    m_keys.clear();
    if (sameIniName(section, commonSection))
        m_kind = Kind::Common;
    else if (sameIniName(section, serversSection))
        m_kind = Kind::Servers;
    else
        m_kind
            = sameIniName(section, internalSection) || sameIniName(section, ipxSection) ? Kind::Internal : Kind::Master;
}

void ServerSectionReader::setting(const IniLine& line)
{
    switch (m_kind) {
    case Kind::Common:
        commonSetting(line);
        break;
    case Kind::Servers:
        serverSetting(line);
        break;
    case Kind::Master:
        masterSetting(line);
        break;
    case Kind::Internal:
        break; // the server's own marks; nothing to configure
    }
}

bool ServerSectionReader::isFirst(const IniLine& line)
{
    const qsizetype before = m_keys.size();
    m_keys.insert(iniFolded(line.name));
    return m_problems.isFirst(line, m_keys.size() == before);
}

void ServerSectionReader::commonSetting(const IniLine& line)
{
    if (!isFirst(line))
        return;
    CommonReader reader{.line = line, .urlText = m_url};
    visitCommon(reader, m_result.client, m_result.localDomains);
    if (!reader.known)
        m_problems.unknownKey(line, Fault::ClientKeyUnknown);
    else if (reader.fault != Fault::None)
        m_problems.wrongValue(line, reader.fault, reader.limits);
    else if (reader.isDomains)
        domains(line);
}

void ServerSectionReader::domains(const IniLine& line)
{
    // An entry that was there keeps its spelling.
    QHash<QString, QString> known;
    for (const QString& domain : std::as_const(m_result.localDomains))
        known.insert(domainSuffix(domain), domain);
    QStringList wrong;
    QStringList domains = splitDomains(line.value, &wrong);
    for (QString& domain : domains)
        domain = known.value(domain, domain);
    for (const QString& word : std::as_const(wrong)) {
        m_problems.warning(line, Fault::SettingNotDomain, {m_problems.section(), line.name.toString(), word}, word);
    }
    if (!domains.isEmpty())
        m_result.localDomains = domains;
}

void ServerSectionReader::serverSetting(const IniLine& line)
{
    const int number = serverAddressNumber(line.name);
    const bool isName = sameIniName(line.name, serverNameKey);
    if (!isName && number == 0) {
        m_problems.unknownKey(line, Fault::ServerKeyUnknown);
        return;
    }
    const QStringView value = plainIniValue(line.value);
    if (!isFirst(line) || value.isEmpty())
        return;
    if (isName) {
        m_named = true;
        m_result.client.addressing = ServerAddressing::ByName;
        m_result.client.serverName = hostOf(value);
        return;
    }
    const std::optional<IpAddress> address = IpAddress::parse(value);
    if (!address) {
        m_problems.wrongValue(line, Fault::SettingNotAddress);
        return;
    }
    if (m_addresses.isEmpty())
        m_firstAddressLine = line.number;
    m_addresses.insert(number, *address);
}

void ServerSectionReader::masterSetting(const IniLine& line)
{
    if (!sameIniName(line.name, masterPathKey) && !sameIniName(line.name, oldMasterPathKey)) {
        if (!line.name.startsWith(oldMasterPathKey, Qt::CaseInsensitive))
            m_problems.unknownKey(line, Fault::ClientKeyUnknown);
        return;
    }
    const QStringView value = plainIniValue(line.value);
    if (!isFirst(line) || value.isEmpty())
        return;
    const QString host = masterPathHost(value);
    if (host.isEmpty()) {
        m_problems.warning(line, Fault::SettingNotPath,
            {m_problems.section(), line.name.toString(), line.value.toString()}, line.value);
    } else if (m_masterHost.isEmpty()) {
        m_masterHost = host;
    }
}

void ServerSectionReader::finish()
{
    ClientConfiguration& client = m_result.client;
    if (!m_addresses.isEmpty() && m_named) {
        m_problems.add(lineProblem(Severity::Warning, m_firstAddressLine, Fault::NameAndAddresses, {serversSection},
            m_addresses.first().toString()));
    } else if (!m_addresses.isEmpty()) {
        client.addressing = ServerAddressing::ByAddress;
        client.serverAddresses.clear();
        for (const IpAddress& address : std::as_const(m_addresses)) {
            if (!client.serverAddresses.contains(address))
                client.serverAddresses.append(address);
        }
        // By address, only the path tells the server's name; there, an address stands for "no name".
        const bool isAddress = IpAddress::parse(m_masterHost) || m_masterHost.endsWith(".ipv6-literal.net"_L1);
        if (!m_masterHost.isEmpty())
            client.serverName = isAddress ? QString() : m_masterHost;
    } else if (!m_named && !m_masterHost.isEmpty()) {
        client.addressing = ServerAddressing::ByName;
        client.serverName = m_masterHost;
    }
    if (m_url.isEmpty())
        return;
    // A derived URL is not a setting of its own.
    client.configurationUrl.clear();
    if (m_url.compare(client.effectiveConfigurationUrl(), Qt::CaseInsensitive) != 0)
        client.configurationUrl = m_url;
}

} // namespace sallyport
