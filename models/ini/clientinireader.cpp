// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/ini/clientini.h"
#include "models/ini/clientproblems.h"
#include "models/ini/clientsections.h"
#include "models/ini/iniscanner.h"
#include "models/ini/inivalues.h"
#include "models/ini/serversectionreader.h"
#include "models/policy/policypath.h"
#include "models/policy/ports.h"
#include "models/policy/programname.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::size_t applicationKeyCount = static_cast<std::size_t>(ApplicationKey::DisableEx) + 1;

// Reads the programs' sections, and hands the server's own to their reader.
class Reader
{
public:
    Reader(const Policy& before, bool programsOnly, IniEncoding encoding);
    ClientIni read(QStringView text);

private:
    enum class Kind { None, Ignored, Server, Program };

    void begin(IniLine line);
    void beginProgram(const IniLine& line);
    void endProgram();
    void dropContradictions();
    bool isSeen(ApplicationKey key) const { return m_seen[static_cast<std::size_t>(key)]; }
    void setting(const IniLine& line);
    void programSetting(const IniLine& line);
    void set(ApplicationKey key, const QString& value, const IniLine& line);
    void keyless(const IniLine& line);

    const bool m_programsOnly;
    const IniEncoding m_encoding;
    ClientIni m_result;
    ClientProblems m_problems{m_result.problems};
    ServerSectionReader m_server{m_result, m_problems};
    QSet<QString> m_sections; // names seen so far, as sectionKey() has them
    QHash<QString, qsizetype> m_programs; // where each program stands among the applications
    Kind m_kind = Kind::None;

    // The program whose section is being read; it begins as what was there before.
    ApplicationEntry m_entry;
    IniLine m_header;
    std::array<bool, applicationKeyCount> m_seen{};
    bool m_hasKnown = false;
    bool m_hasForeign = false;
    qsizetype m_problemsBefore = 0;
};

// Sections of one program count as one, however its name is written.
QString sectionKey(QStringView name)
{
    QString key = isServerSection(name) ? QString() : programKey(name);
    return key.isEmpty() ? iniFolded(name) : key;
}

bool isOfAnyProgram(ApplicationKey key)
{
    return key == ApplicationKey::DontRemoteOutboundTcpPorts || key == ApplicationKey::DontRemoteOutboundUdpPorts;
}

Reader::Reader(const Policy& before, bool programsOnly, IniEncoding encoding)
    : m_programsOnly(programsOnly)
    , m_encoding(encoding)
{
    m_result.client = before.client;
    m_result.localDomains = before.localDomains;
    const QList<ApplicationEntry>& entries = before.client.applications;
    for (qsizetype i = entries.size() - 1; i >= 0; --i)
        m_programs.insert(sectionKey(entries.at(i).name), i);
}

// What stands in a header without its bracket, as far as a comment; nothing where that could not stand in a whole one.
QStringView unclosedName(QStringView header)
{
    const QStringView rest = header.trimmed().sliced(1);
    const QStringView name = QStringView(rest.begin(), std::find(rest.begin(), rest.end(), u';')).trimmed();
    const auto fits = [](QChar c) { return c.isPrint() && !QStringView(u"[]/\\=\"").contains(c); };
    return std::all_of(name.begin(), name.end(), fits) ? name : QStringView();
}

void Reader::begin(IniLine line)
{
    if (line.kind == IniLineKind::BrokenSection)
        line.name = unclosedName(line.text);
    if (m_kind == Kind::Program)
        endProgram();
    m_kind = Kind::Ignored;
    m_problems.beginSection(line.name);
    if (line.name.isEmpty()) {
        m_problems.warning(line, Fault::ClientHeaderBroken, {}, line.text.trimmed());
        return;
    }
    if (line.kind == IniLineKind::BrokenSection)
        m_problems.warning(line, Fault::ClientHeaderUnclosed, {m_problems.section()}, line.text.trimmed());
    const qsizetype before = m_sections.size();
    m_sections.insert(sectionKey(line.name));
    if (m_sections.size() == before) {
        m_problems.warning(line, Fault::ClientSectionTwice, {m_problems.section()}, line.name);
    } else if (!isServerSection(line.name)) {
        beginProgram(line);
    } else if (m_programsOnly) {
        m_problems.warning(line, Fault::SectionNotOfWspcfg, {m_problems.section()}, line.name);
    } else {
        m_kind = Kind::Server;
        m_server.begin(line.name);
    }
}

void Reader::beginProgram(const IniLine& line)
{
    m_kind = Kind::Program;
    const auto known = m_programs.constFind(sectionKey(line.name));
    m_entry = known == m_programs.cend() ? ApplicationEntry{QString(), m_problems.section(), {}}
                                         : m_result.client.applications.at(*known);
    m_header = line;
    m_seen.fill(false);
    m_hasKnown = m_hasForeign = false;
    m_problemsBefore = m_result.problems.size();
}

// What the file says must not be undone by what was there before of a key that speaks of the same thing.
void Reader::dropContradictions()
{
    static constexpr std::array pairs{std::pair(ApplicationKey::LocalBindTcpPorts, ApplicationKey::RemoteBindTcpPorts),
        std::pair(ApplicationKey::LocalBindUdpPorts, ApplicationKey::RemoteBindUdpPorts)};
    if (isSeen(ApplicationKey::Disable) && !isSeen(ApplicationKey::DisableEx))
        m_entry.remove(ApplicationKey::DisableEx);
    for (const auto& [local, remote] : pairs) {
        if (isSeen(local) == isSeen(remote))
            continue;
        const auto locals = parsePortList(m_entry.value(local).value_or(QString()));
        const auto remotes = parsePortList(m_entry.value(remote).value_or(QString()));
        if (locals && remotes && commonPort(*locals, *remotes))
            m_entry.remove(isSeen(local) ? remote : local);
    }
}

void Reader::endProgram()
{
    if (m_hasForeign && !m_hasKnown) {
        // Nothing in it is a program's: one remark for the section is enough.
        m_result.problems.resize(m_problemsBefore);
        m_problems.warning(m_header, Fault::NoProgramSection, {m_problems.section()}, m_header.name);
        return;
    }
    if (m_entry.name == anyProgramName && m_entry.settings.isEmpty())
        return; // all it says is left out
    dropContradictions();
    m_result.lines.insert(entryPath(m_entry.name), m_header.number);
    // Windows writes such files in its own code page, and nothing in them says which.
    const auto beyondAscii = [](QChar c) { return c.unicode() >= 0x80; };
    const bool guessed
        = m_encoding == IniEncoding::Latin1 && std::any_of(m_entry.name.begin(), m_entry.name.end(), beyondAscii);
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    // With these it is certainly no ISO 8859-1, and no entry can be made of it.
    const bool unreadable = guessed && std::any_of(m_entry.name.begin(), m_entry.name.end(), isControl);
    if (guessed) {
        m_problems.warning(m_header, unreadable ? Fault::NameUnreadable : Fault::NameCodePage,
            {visibleText(m_entry.name)}, m_entry.name);
    }
    if (unreadable)
        return;
    if (const auto known = m_programs.constFind(sectionKey(m_header.name)); known != m_programs.cend()) {
        m_result.client.applications[*known] = std::move(m_entry);
        return;
    }
    m_entry.id = newObjectId();
    m_programs.insert(sectionKey(m_header.name), m_result.client.applications.size());
    m_result.client.applications.append(std::move(m_entry));
}

void Reader::setting(const IniLine& line)
{
    switch (m_kind) {
    case Kind::None:
        m_problems.warning(line, Fault::ClientLineOutside, {line.name.toString()}, line.text.trimmed());
        break;
    case Kind::Ignored:
        break;
    case Kind::Server:
        m_server.setting(line);
        break;
    case Kind::Program:
        programSetting(line);
        break;
    }
}

void Reader::programSetting(const IniLine& line)
{
    const std::optional<ApplicationKey> key = applicationKeyFromName(line.name);
    if (!key) {
        m_hasForeign = true;
        m_problems.aboutKey(line, Fault::ClientKeyUnknown);
        return;
    }
    m_hasKnown = true;
    if (!m_problems.isFirst(line, std::exchange(m_seen[static_cast<std::size_t>(*key)], true)))
        return;
    if (m_entry.name == anyProgramName && !isOfAnyProgram(*key)) {
        m_problems.aboutKey(line, Fault::ClientKeyOfAnyProgram);
        return;
    }
    const auto value = iniApplicationValue(*key, line.value);
    if (value) {
        if (!value->isExact)
            m_problems.wrongValue(line, Fault::SettingTakenAs, {value->value});
        set(*key, value->value, line);
    } else if (value.error().fault == Fault::ValueMissing) {
        m_problems.aboutKey(line, Fault::ClientValueMissing);
    } else if (*key == ApplicationKey::Disable || *key == ApplicationKey::DisableEx) {
        m_problems.wrongValue(line, Fault::ProgramKeptBlocked);
        set(*key, u"1"_s, line);
    } else {
        m_problems.wrongValue(line, Fault::SettingLeftOut, {iniExamples(*key)});
    }
}

void Reader::set(ApplicationKey key, const QString& value, const IniLine& line)
{
    m_entry.setValue(key, value);
    m_result.lines.insert(entryPath(m_entry.name) + u'.' + applicationKeySpec(key).name, line.number);
}

void Reader::keyless(const IniLine& line)
{
    m_hasForeign = true;
    if (m_kind != Kind::Ignored)
        m_problems.warning(line, Fault::ClientKeyless, {}, line.text.trimmed());
}

ClientIni Reader::read(QStringView text)
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
            keyless(line);
            break;
        }
    }
    if (m_kind == Kind::Program)
        endProgram();
    m_server.finish();
    std::stable_sort(m_result.problems.begin(), m_result.problems.end(),
        [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return std::move(m_result);
}

Result<ClientIni> readWith(const QByteArray& bytes, const Policy& before, bool programsOnly)
{
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded)
        return decoded.error();
    return Reader(before, programsOnly, decoded->encoding).read(decoded->text);
}

} // namespace

Result<ClientIni> readClientIni(const QByteArray& bytes, const Policy& before)
{
    return readWith(bytes, before, false);
}

Result<ClientIni> readWspcfg(const QByteArray& bytes, const Policy& before)
{
    return readWith(bytes, before, true);
}

} // namespace sallyport
