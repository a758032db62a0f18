// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/serversectionreader.h"

#include "models/ini/clientsections.h"
#include "models/ini/inivalues.h"
#include "models/policy/hostnames.h"

#include <QHash>

#include <algorithm>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Reads one key of [Common] into the configuration. The URL and the domains go elsewhere.
struct CommonReader {
    const IniLine& line;
    QStringView value = plainIniValue(line.value);
    QString& urlText;
    bool known = false;
    bool isDomains = false;
    int& webProxyPort; // of a name with one; 0 until there is such a name
    // What there is to say of the value; the arguments follow section, key and value.
    Fault fault = Fault::None;
    QStringList arguments{};

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
        const auto number = iniNumber(value);
        const bool isPort = most == 65535; // the greatest of these is no better than another
        if (!number || number->value < least || (number->value > most && isPort)) {
            say(Fault::SettingNotNumber, {QString::number(least), QString::number(most)});
            return;
        }
        field = std::min(number->value, most);
        if (number->value > most)
            say(Fault::SettingTooGreat, {QString::number(field)});
        else if (!number->isExact)
            say(Fault::SettingTakenAs, {QString::number(field)});
    }
    void flag(QLatin1StringView key, bool& field)
    {
        if (!isKey(key))
            return;
        const auto flag = iniFlag(value);
        if (!flag) {
            say(Fault::SettingLeftOut, {u"0, 1"_s});
            return;
        }
        field = flag->value;
        if (!flag->isExact)
            say(Fault::SettingTakenAs, {field ? u"1"_s : u"0"_s});
    }
    void text(QLatin1StringView key, QString& field)
    {
        if (!isKey(key))
            return;
        const QString host = iniHost(value);
        if (isHost(host)) {
            field = host;
            return;
        }
        const IniHostAndPort both = iniHostAndPort(host);
        if (!isHost(both.host)) {
            say(Fault::SettingLeftOut, {u"gate.example.com, 192.0.2.1"_s});
            return;
        }
        field = both.host;
        webProxyPort = both.port;
        if (both.port > 0)
            say(Fault::SettingWithPort, {both.host, QString::number(both.port)});
        else
            say(Fault::SettingTakenAs, {both.host});
    }
    void url(QLatin1StringView key, ClientConfiguration&)
    {
        if (!isKey(key))
            return;
        if (isWebUrl(value.toString()))
            urlText = value.toString();
        else
            say(Fault::SettingLeftOut, {u"http://gate.example.com:8080/wpad.dat"_s});
    }
    void say(Fault what, const QStringList& more)
    {
        fault = what;
        arguments = more;
    }
    void domains(QLatin1StringView key, QStringList&) { isDomains = isKey(key); }
};

} // namespace

void ServerSectionReader::begin(QStringView section)
{
    m_keys.clear();
    m_isForeign = sameIniName(section, ipxSection);
    if (sameIniName(section, commonSection))
        m_kind = Kind::Common;
    else if (sameIniName(section, serversSection))
        m_kind = Kind::Servers;
    else
        m_kind = sameIniName(section, internalSection) || m_isForeign ? Kind::Internal : Kind::Master;
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
        // The server's own marks: nothing to configure.
        if (!m_isForeign && !sameIniName(line.name, "scp"_L1) && !sameIniName(line.name, "Build"_L1))
            m_problems.aboutKey(line, Fault::ClientKeyUnknown);
        break;
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
    CommonReader reader{.line = line, .urlText = m_url, .webProxyPort = m_portOfName};
    visitCommon(reader, m_result.client, m_result.localDomains);
    if (!reader.known)
        m_problems.aboutKey(line, Fault::ClientKeyUnknown);
    else if (reader.fault != Fault::None)
        m_problems.wrongValue(line, reader.fault, reader.arguments);
    else if (reader.isDomains)
        domains(line);
    noteForLater(line, reader.fault);
}

// What finish() and whoever looks at the whole policy need to know of a line.
void ServerSectionReader::noteForLater(const IniLine& line, Fault fault)
{
    const auto note = [&](const QString& path) { m_result.lines.insert(path, line.number); };
    if (sameIniName(line.name, "Port"_L1))
        note(u"client.port"_s);
    if (sameIniName(line.name, "WebProxyPort"_L1) || fault == Fault::SettingWithPort)
        note(u"client.webProxyPort"_s);
    if (sameIniName(line.name, "WebProxyPort"_L1))
        m_hasProxyPort = fault != Fault::SettingNotNumber && !plainIniValue(line.value).isEmpty();
    if (line.name.startsWith("Set Browsers"_L1, Qt::CaseInsensitive))
        note(u"client.webProxyName"_s);
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
        m_problems.aboutKey(line, Fault::ServerKeyUnknown);
        return;
    }
    const QStringView value = plainIniValue(line.value);
    if (!isFirst(line) || value.isEmpty())
        return;
    if (isName) {
        if (!isHost(iniHost(value))) {
            m_problems.wrongValue(line, Fault::SettingLeftOut, {u"gate.example.com, 192.0.2.1"_s});
            return;
        }
        m_named = true;
        m_result.client.addressing = ServerAddressing::ByName;
        m_result.client.serverName = iniHost(value);
        return;
    }
    const std::optional<IpAddress> address = IpAddress::parse(value);
    if (!address || !isReachable(*address)) {
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
            m_problems.aboutKey(line, Fault::ClientKeyUnknown);
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
    if (m_portOfName > 0 && !m_hasProxyPort)
        client.webProxyPort = m_portOfName;
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
