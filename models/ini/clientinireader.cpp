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
    QString complaint{}; // why the value does not fit; empty when it does

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
            complaint = u"a whole number from %1 to %2"_s.arg(least).arg(most);
    }
    void flag(QLatin1StringView key, bool& field)
    {
        if (!isKey(key))
            return;
        if (line.value == "0"_L1 || line.value == "1"_L1)
            field = line.value == "1"_L1;
        else
            complaint = u"0 or 1"_s;
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
    void complain(Severity severity, ErrorCode code, const IniLine& line, const QString& detail,
        const QString& value = QString());
    void unknownKey(const IniLine& line, const QString& remedy);
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
    Severity severity, ErrorCode code, const IniLine& line, const QString& detail, const QString& value)
{
    m_result.problems.append(lineProblem(severity, code, line.number, detail, value));
}

void Reader::unknownKey(const IniLine& line, const QString& remedy)
{
    complain(Severity::Warning, ErrorCode::UnknownWord, line,
        u"[%1] %2: no such key is known. %3"_s.arg(m_name, line.name.toString(), remedy), line.name.toString());
}

bool Reader::isFirst(const IniLine& line, bool& seen)
{
    if (seen)
        complain(Severity::Warning, ErrorCode::Duplicate, line,
            u"[%1] %2 stands here again; clients go by the first one. Remove one of them."_s.arg(
                m_name, line.name.toString()),
            line.value.toString());
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
        complain(Severity::Error, ErrorCode::Syntax, line,
            u"This section header has no name or no closing bracket, so the lines below it are not read. "
            "Write it as [name]."_s,
            line.text.trimmed().toString());
        return;
    }
    const QString folded = iniFolded(line.name);
    if (m_sections.contains(folded)) {
        complain(Severity::Error, ErrorCode::Duplicate, line,
            u"[%1] stands here again; clients read only the first section of a name. Move its lines there."_s.arg(
                m_name),
            m_name);
        return;
    }
    m_sections.insert(folded);
    if (!isServerSection(line.name)) {
        m_kind = Kind::Program;
        m_entry = ApplicationEntry{QString(), m_name, {}};
        m_seen.fill(false);
        m_hasKnown = m_hasForeign = false;
    } else if (m_programsOnly) {
        complain(Severity::Warning, ErrorCode::UnknownWord, line,
            u"[%1] has no effect in wspcfg.ini, which holds programs' sections only. Remove it."_s.arg(m_name), m_name);
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
        m_result.problems.append(lineProblem(Severity::Warning, ErrorCode::UnknownWord, m_headerLine,
            u"[%1] holds no application setting, so it is kept but not read. "
            "Check the spelling of its keys if it is meant for a program."_s.arg(m_name),
            m_name));
        return;
    }
    m_entry.id = newObjectId();
    m_result.client.applications.append(std::move(m_entry));
}

void Reader::setting(const IniLine& line)
{
    switch (m_kind) {
    case Kind::None:
        complain(Severity::Warning, ErrorCode::Syntax, line,
            u"%1 stands before the first section and has no effect. Move it below its [section]."_s.arg(
                line.name.toString()),
            line.text.trimmed().toString());
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
        unknownKey(line, u"It is kept; check its spelling."_s);
    else if (!reader.complaint.isEmpty())
        complain(Severity::Error, ErrorCode::InvalidValue, line,
            u"[%1] %2 cannot be “%3”. Write %4."_s.arg(
                m_name, line.name.toString(), line.value.toString(), reader.complaint),
            line.value.toString());
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
        unknownKey(line, u"Use Name, or Addr1, Addr2 and so on."_s);
        return;
    }
    if (!isFirstNamed(line))
        return;
    const std::optional<IpAddress> address = IpAddress::parse(line.value);
    if (!address) {
        complain(Severity::Error, ErrorCode::InvalidValue, line,
            u"[%1] %2 is no IP address: “%3”. Write it like 192.0.2.1 or 2001:db8::1."_s.arg(
                m_name, line.name.toString(), line.value.toString()),
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
            unknownKey(line, u"It is kept; check its spelling."_s);
        return;
    }
    if (!isFirstNamed(line))
        return;
    const QString host = masterPathHost(line.value);
    if (host.isEmpty() && !line.value.isEmpty())
        complain(Severity::Error, ErrorCode::InvalidValue, line,
            u"[%1] %2 is no network path: “%3”. Write it like \\\\SERVER\\mspclnt\\."_s.arg(
                m_name, line.name.toString(), line.value.toString()),
            line.value.toString());
    else
        m_masterHost = host;
}

void Reader::programSetting(const IniLine& line)
{
    const std::optional<ApplicationKey> key = applicationKeyFromName(line.name);
    if (!key) {
        m_hasForeign = true;
        unknownKey(line, u"It is kept and has no effect here; check its spelling."_s);
        return;
    }
    m_hasKnown = true;
    if (!isFirst(line, m_seen[static_cast<std::size_t>(*key)]))
        return;
    Result<QString> value = canonicalApplicationValue(*key, line.value.toString());
    if (value)
        m_entry.settings.append(ApplicationSetting{*key, std::move(value).value()});
    else
        complain(Severity::Error, value.error().code, line,
            u"[%1] %2: %3"_s.arg(m_name, line.name.toString(), value.error().detail), line.value.toString());
}

void Reader::finish()
{
    end();
    ClientConfiguration& client = m_result.client;
    if (!m_addresses.isEmpty() && m_named) {
        m_result.problems.append(lineProblem(Severity::Warning, ErrorCode::Conflict, m_firstAddressLine,
            u"[%1] gives both a name and addresses; the name is used. Remove one of the two."_s.arg(serversSection),
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
                complain(Severity::Warning, ErrorCode::Syntax, line,
                    u"This line is no setting: it has no “=” after a key. It is kept and has no effect."_s,
                    line.text.trimmed().toString());
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
