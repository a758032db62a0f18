// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/clientsections.h"
#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int applicationKeyCount = static_cast<int>(ApplicationKey::DisableEx) + 1;

// Reads one key of [Common] into the configuration.
struct CommonReader {
    const IniLine& line;
    bool known = false;
    bool urlSeen = false;
    std::pair<Fault, QStringList> fault{}; // why the value does not fit, with the limits that belong to it

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
        if (ok && value >= least && value <= most)
            field = value;
        else
            fault = {Fault::SettingNotNumber, {QString::number(least), QString::number(most)}};
    }
    void flag(QLatin1StringView key, bool& field)
    {
        if (!isKey(key))
            return;
        if (line.value == "0"_L1 || line.value == "1"_L1)
            field = line.value == "1"_L1;
        else
            fault = {Fault::SettingNotFlag, {}};
    }
    void text(QLatin1StringView key, QString& field)
    {
        if (isKey(key))
            field = line.value.toString();
    }
    void url(QLatin1StringView key, ClientConfiguration& client)
    {
        if (isKey(key))
            client.configurationUrl = line.value.toString();
    }
    void domains(QLatin1StringView key, QStringList& field)
    {
        if (isKey(key))
            field = splitDomains(line.value);
    }
};

class Reader
{
public:
    explicit Reader(bool programsOnly)
        : m_programsOnly(programsOnly)
    {
    }
    ClientIni read(const QString& text);

private:
    enum class Kind { None, Ignored, Common, Servers, Master, Internal, Program };

    void begin(const IniLine& line);
    void end();
    void setting(const IniLine& line);
    void commonSetting(const IniLine& line);
    void serverSetting(const IniLine& line);
    void masterSetting(const IniLine& line);
    void programSetting(const IniLine& line);
    // False, with a problem, when the section already had this key: the first one counts.
    bool isFirst(const IniLine& line, bool& seen);
    bool isFirstNamed(const IniLine& line);
    void complain(Severity severity, const IniLine& line, Fault fault, const QStringList& arguments = {},
        const QString& value = {});
    void complainOfKey(Severity severity, const IniLine& line, Fault fault, QStringView value);
    void finish();

    bool m_programsOnly;
    ClientIni m_result;
    QSet<QString> m_sections; // folded names seen so far
    Kind m_kind = Kind::None;
    QString m_name;
    int m_headerLine = 0;
    QSet<QString> m_keys; // folded keys of a server section
    QMap<int, IpAddress> m_addresses;
    bool m_named = false;
    int m_firstAddressLine = 0;
    QString m_masterHost;

    ApplicationEntry m_entry;
    std::array<bool, applicationKeyCount> m_seen{};
    bool m_hasKnown = false;
    bool m_hasForeign = false;
    qsizetype m_problemsBefore = 0;
};

void Reader::complain(
    Severity severity, const IniLine& line, Fault fault, const QStringList& arguments, const QString& value)
{
    m_result.problems.append(lineProblem(severity, line.number, fault, arguments, value));
}

// About a key of the current section.
void Reader::complainOfKey(Severity severity, const IniLine& line, Fault fault, QStringView value)
{
    complain(severity, line, fault, {m_name, line.name.toString()}, value.toString());
}

bool Reader::isFirst(const IniLine& line, bool& seen)
{
    if (seen)
        complainOfKey(Severity::Warning, line, Fault::ClientKeyTwice, line.value);
    return !std::exchange(seen, true);
}

bool Reader::isFirstNamed(const IniLine& line)
{
    const QString key = iniFolded(line.name);
    bool seen = m_keys.contains(key);
    m_keys.insert(key);
    return isFirst(line, seen);
}

void Reader::begin(const IniLine& line)
{
    end();
    m_keys.clear();
    m_kind = Kind::Ignored;
    m_name = line.name.toString();
    m_headerLine = line.number;
    m_problemsBefore = m_result.problems.size();
    if (line.kind == IniLineKind::BrokenSection) {
        complain(Severity::Error, line, Fault::ClientHeaderBroken, {}, line.text.trimmed().toString());
        return;
    }
    const QString folded = iniFolded(line.name);
    if (m_sections.contains(folded)) {
        complain(Severity::Error, line, Fault::ClientSectionTwice, {m_name}, m_name);
        return;
    }
    m_sections.insert(folded);
    if (!isServerSection(line.name)) {
        m_kind = Kind::Program;
        m_entry = ApplicationEntry{QString(), m_name, {}};
        m_seen.fill(false);
        m_hasKnown = m_hasForeign = false;
    } else if (m_programsOnly) {
        complain(Severity::Warning, line, Fault::SectionNotOfWspcfg, {m_name}, m_name);
    } else if (sameIniName(line.name, commonSection)) {
        m_kind = Kind::Common;
    } else if (sameIniName(line.name, serversSection)) {
        m_kind = Kind::Servers;
    } else {
        m_kind = sameIniName(line.name, internalSection) ? Kind::Internal : Kind::Master;
    }
}

void Reader::end()
{
    if (m_kind != Kind::Program)
        return;
    if (m_hasForeign && !m_hasKnown) {
        // Nothing in it is a program's: one remark for the section is enough.
        m_result.problems.resize(m_problemsBefore);
        m_result.problems.append(
            lineProblem(Severity::Warning, m_headerLine, Fault::NoProgramSection, {m_name}, m_name));
        return;
    }
    m_entry.id = newObjectId();
    m_result.client.applications.append(std::move(m_entry));
}

void Reader::setting(const IniLine& line)
{
    switch (m_kind) {
    case Kind::None:
        complain(
            Severity::Warning, line, Fault::ClientLineOutside, {line.name.toString()}, line.text.trimmed().toString());
        break;
    case Kind::Ignored:
        break;
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
    case Kind::Program:
        programSetting(line);
        break;
    }
}

void Reader::commonSetting(const IniLine& line)
{
    if (!isFirstNamed(line))
        return;
    CommonReader reader{line};
    visitCommon(reader, m_result.client, m_result.localDomains);
    if (!reader.known)
        complainOfKey(Severity::Warning, line, Fault::ClientKeyUnknown, line.name);
    else if (const auto& [fault, limits] = reader.fault; fault != Fault::None)
        complain(Severity::Error, line, fault,
            QStringList{m_name, line.name.toString(), line.value.toString()} + limits, line.value.toString());
}

void Reader::serverSetting(const IniLine& line)
{
    if (sameIniName(line.name, serverNameKey)) {
        if (isFirstNamed(line)) {
            m_named = true;
            m_result.client.serverName = line.value.toString();
        }
        return;
    }
    const int number = serverAddressNumber(line.name);
    if (number == 0) {
        complainOfKey(Severity::Warning, line, Fault::ServerKeyUnknown, line.name);
        return;
    }
    if (!isFirstNamed(line))
        return;
    const std::optional<IpAddress> address = IpAddress::parse(line.value);
    if (!address) {
        complain(Severity::Error, line, Fault::SettingNotAddress, {m_name, line.name.toString(), line.value.toString()},
            line.value.toString());
        return;
    }
    if (m_addresses.isEmpty())
        m_firstAddressLine = line.number;
    m_addresses.insert(number, *address);
}

void Reader::masterSetting(const IniLine& line)
{
    if (!sameIniName(line.name, masterPathKey)) {
        if (!line.name.startsWith("Path"_L1, Qt::CaseInsensitive))
            complainOfKey(Severity::Warning, line, Fault::ClientKeyUnknown, line.name);
        return;
    }
    if (!isFirstNamed(line))
        return;
    const QString host = masterPathHost(line.value);
    if (host.isEmpty() && !line.value.isEmpty())
        complain(Severity::Error, line, Fault::SettingNotPath, {m_name, line.name.toString(), line.value.toString()},
            line.value.toString());
    else
        m_masterHost = host;
}

void Reader::programSetting(const IniLine& line)
{
    const std::optional<ApplicationKey> key = applicationKeyFromName(line.name);
    if (!key) {
        m_hasForeign = true;
        complainOfKey(Severity::Warning, line, Fault::ProgramKeyUnknown, line.name);
        return;
    }
    m_hasKnown = true;
    if (!isFirst(line, m_seen[static_cast<std::size_t>(*key)]))
        return;
    Result<QString> value = canonicalApplicationValue(*key, line.value.toString());
    if (value)
        m_entry.settings.append(ApplicationSetting{*key, std::move(value).value()});
    else
        m_result.problems.append(
            valueProblem(line.number, m_name, line.name.toString(), value.error(), line.value.toString()));
}

void Reader::finish()
{
    end();
    ClientConfiguration& client = m_result.client;
    if (!m_addresses.isEmpty() && m_named) {
        m_result.problems.append(lineProblem(Severity::Warning, m_firstAddressLine, Fault::NameAndAddresses,
            {serversSection}, m_addresses.first().toString()));
    } else if (!m_addresses.isEmpty()) {
        client.addressing = ServerAddressing::ByAddress;
        client.serverAddresses = m_addresses.values();
        // By address, only the path tells the server's name; there, an address stands for "no name".
        const bool isAddress = IpAddress::parse(m_masterHost) || m_masterHost.endsWith(".ipv6-literal.net"_L1);
        client.serverName = isAddress ? QString() : m_masterHost;
    } else if (!m_named) {
        client.serverName = m_masterHost;
    }
    std::stable_sort(m_result.problems.begin(), m_result.problems.end(),
        [](const Problem& a, const Problem& b) { return a.line < b.line; });
    // A derived URL is not a setting of its own.
    const QString url = std::exchange(client.configurationUrl, QString());
    if (url != client.effectiveConfigurationUrl())
        client.configurationUrl = url;
}

ClientIni Reader::read(const QString& text)
{
    IniScanner scanner(text);
    IniLine line;
    while (scanner.next(line)) {
        switch (line.kind) {
        case IniLineKind::Blank:
        case IniLineKind::Comment:
            break;
        case IniLineKind::Section:
        case IniLineKind::BrokenSection:
            begin(line);
            break;
        case IniLineKind::Setting:
            setting(line);
            break;
        case IniLineKind::Keyless:
            m_hasForeign = true;
            if (m_kind != Kind::Ignored)
                complain(Severity::Warning, line, Fault::ClientKeyless, {}, line.text.trimmed().toString());
            break;
        }
    }
    finish();
    return std::move(m_result);
}

Result<ClientIni> readWith(const QByteArray& bytes, bool programsOnly)
{
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded)
        return decoded.error();
    return Reader(programsOnly).read(decoded->text);
}

} // namespace

Result<ClientIni> readClientIni(const QByteArray& bytes)
{
    return readWith(bytes, false);
}

Result<ClientIni> readWspcfg(const QByteArray& bytes)
{
    return readWith(bytes, true);
}

} // namespace sallyport
