// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/serversectionreader.h"

#include "models/ini/clientsections.h"

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Reads one key of [Common] into the configuration.
struct CommonReader {
    const IniLine& line;
    bool known = false;
    Fault fault = Fault::None; // why the value does not fit
    QStringList limits{};

    bool isKey(QLatin1StringView key)
    {
        const bool same = sameIniName(line.name, key);
        known |= same;
        return same;
    }
    void number(QLatin1StringView key, int& field, int least, int most)
    {
        if (!isKey(key))
            return;
        bool ok = false;
        const int value = line.value.toInt(&ok);
        if (ok && value >= least && value <= most) {
            field = value;
        } else {
            fault = Fault::SettingNotNumber;
            limits = {QString::number(least), QString::number(most)};
        }
    }
    void flag(QLatin1StringView key, bool& field)
    {
        if (!isKey(key))
            return;
        if (line.value == "0"_L1 || line.value == "1"_L1)
            field = line.value == "1"_L1;
        else
            fault = Fault::SettingNotFlag;
    }
    void text(QLatin1StringView key, QString& field)
    {
        if (isKey(key))
            field = line.value.toString();
    }
    void url(QLatin1StringView key, ClientConfiguration& client) { text(key, client.configurationUrl); }
    void domains(QLatin1StringView key, QStringList& field)
    {
        if (isKey(key))
            field = splitDomains(line.value);
    }
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
        m_kind = sameIniName(section, internalSection) ? Kind::Internal : Kind::Master;
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
    CommonReader reader{line};
    visitCommon(reader, m_result.client, m_result.localDomains);
    if (!reader.known)
        m_problems.unknownKey(line, Fault::ClientKeyUnknown);
    else if (reader.fault != Fault::None)
        m_problems.wrongValue(line, reader.fault, reader.limits);
}

void ServerSectionReader::serverSetting(const IniLine& line)
{
    if (sameIniName(line.name, serverNameKey)) {
        if (isFirst(line)) {
            m_named = true;
            m_result.client.serverName = line.value.toString();
        }
        return;
    }
    const int number = serverAddressNumber(line.name);
    if (number == 0) {
        m_problems.unknownKey(line, Fault::ServerKeyUnknown);
        return;
    }
    if (!isFirst(line))
        return;
    const std::optional<IpAddress> address = IpAddress::parse(line.value);
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
    if (!sameIniName(line.name, masterPathKey)) {
        if (!line.name.startsWith("Path"_L1, Qt::CaseInsensitive))
            m_problems.unknownKey(line, Fault::ClientKeyUnknown);
        return;
    }
    if (!isFirst(line))
        return;
    const QString host = masterPathHost(line.value);
    if (host.isEmpty() && !line.value.isEmpty())
        m_problems.wrongValue(line, Fault::SettingNotPath);
    else
        m_masterHost = host;
}

void ServerSectionReader::finish()
{
    ClientConfiguration& client = m_result.client;
    if (!m_addresses.isEmpty() && m_named) {
        m_problems.add(lineProblem(Severity::Warning, m_firstAddressLine, Fault::NameAndAddresses, {serversSection},
            m_addresses.first().toString()));
    } else if (!m_addresses.isEmpty()) {
        client.addressing = ServerAddressing::ByAddress;
        client.serverAddresses = m_addresses.values();
        // By address, only the path tells the server's name; there, an address stands for "no name".
        const bool isAddress = IpAddress::parse(m_masterHost) || m_masterHost.endsWith(".ipv6-literal.net"_L1);
        client.serverName = isAddress ? QString() : m_masterHost;
    } else if (!m_named) {
        client.serverName = m_masterHost;
    }
    // A derived URL is not a setting of its own.
    const QString url = std::exchange(client.configurationUrl, QString());
    if (url != client.effectiveConfigurationUrl())
        client.configurationUrl = url;
}

} // namespace sallyport
