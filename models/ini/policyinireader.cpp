// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/iniscanner.h"
#include "models/ini/initext.h"
#include "models/ini/lineproblem.h"
#include "models/ini/policyini.h"
#include "models/ini/policysections.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A section as it stands in the file; views into the decoded text.
struct Entry {
    QStringView key; // empty: a line that is no setting
    QStringView value;
    QStringView text;
    int line = 0;
    bool used = false;
};
struct Section {
    QStringView name;
    int line = 0;
    std::vector<Entry> entries{};
    bool used = false;
};

class Reader
{
public:
    explicit Reader(QStringView text);
    Policy read();
    QList<Problem> takeProblems() { return std::move(m_problems); }

    // What visitPolicy() asks for.
    void section(QLatin1StringView name);
    void format(QLatin1StringView key, int expected);
    void text(QLatin1StringView key, QString& field);
    void number(QLatin1StringView key, int& field);
    void flag(QLatin1StringView key, bool& field);
    void address(QLatin1StringView key, IpAddress& field);
    void addresses(QLatin1StringView key, QList<IpAddress>& field);
    template <typename Enum, typename Words> void choice(QLatin1StringView key, Enum& field, const Words& words);
    void applications(QList<ApplicationEntry>& entries);
    void ranges(QList<AddressRange>& ranges);
    void items(QStringList& items);

private:
    Entry* take(QLatin1StringView key);
    ApplicationEntry application(Section& section, const QString& name);
    void applicationSetting(ApplicationEntry& entry, Entry& setting, const QString& name);
    void complain(ErrorCode code, int line, const QString& detail, QStringView value = {});
    void wrongValue(const Entry& entry, const QString& remedy);
    void complainOfUnused();

    std::vector<Section> m_sections;
    Section* m_current = nullptr;
    QLatin1StringView m_currentName;
    QList<Problem> m_problems;
};

Reader::Reader(QStringView text)
{
    IniScanner scanner(text);
    IniLine line;
    while (scanner.next(line)) {
        switch (line.kind) {
        case IniLineKind::Blank:
        case IniLineKind::Comment:
            break;
        case IniLineKind::Section:
            m_sections.push_back(Section{line.name, line.number});
            break;
        case IniLineKind::BrokenSection:
            complain(ErrorCode::Syntax, line.number,
                u"This section header has no name or no closing bracket. Write it as [name]."_s, line.text);
            m_sections.push_back(Section{{}, line.number, {}, true});
            break;
        case IniLineKind::Setting:
        case IniLineKind::Keyless:
            if (m_sections.empty())
                complain(ErrorCode::Syntax, line.number,
                    u"This line stands before the first section. Move it below its [section]."_s, line.text);
            else
                m_sections.back().entries.push_back(Entry{line.name, line.value, line.text.trimmed(), line.number});
            break;
        }
    }
}

void Reader::complain(ErrorCode code, int line, const QString& detail, QStringView value)
{
    m_problems.append(lineProblem(Severity::Error, code, line, detail, value.toString()));
}

void Reader::wrongValue(const Entry& entry, const QString& remedy)
{
    complain(ErrorCode::InvalidValue, entry.line,
        u"[%1] %2 cannot be “%3”. Write %4."_s.arg(m_currentName, entry.key.toString(), entry.value.toString(), remedy),
        entry.value);
}

void Reader::section(QLatin1StringView name)
{
    m_current = nullptr;
    m_currentName = name;
    for (Section& one : m_sections) {
        if (!sameIniName(one.name, QString(name)))
            continue;
        if (!m_current)
            m_current = &one;
        else
            complain(ErrorCode::Duplicate, one.line, u"[%1] stands here again. Merge the two sections."_s.arg(name));
        one.used = true;
    }
    if (!m_current)
        complain(ErrorCode::Missing, 0, u"The section [%1] is missing. Add it with all its keys."_s.arg(name));
}

Entry* Reader::take(QLatin1StringView key)
{
    if (!m_current)
        return nullptr;
    Entry* found = nullptr;
    for (Entry& entry : m_current->entries) {
        if (entry.key.compare(key, Qt::CaseInsensitive) != 0)
            continue;
        if (found)
            complain(ErrorCode::Duplicate, entry.line,
                u"[%1] %2 stands here again. Remove one of them."_s.arg(m_currentName, key), entry.value);
        else
            found = &entry;
        entry.used = true;
    }
    if (!found)
        complain(ErrorCode::Missing, m_current->line, u"[%1] lacks the key %2. Add it."_s.arg(m_currentName, key));
    return found;
}

void Reader::format(QLatin1StringView key, int expected)
{
    const Entry* entry = take(key);
    if (entry && entry->value != QString::number(expected))
        complain(ErrorCode::Unsupported, entry->line,
            u"This is a policy of format “%1”; this version reads format %2 only."_s.arg(entry->value.toString())
                .arg(expected),
            entry->value);
}

void Reader::text(QLatin1StringView key, QString& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    if (std::optional<QString> text = unquoteIniText(entry->value))
        field = *std::move(text);
    else
        wrongValue(*entry, u"text in double quotes with \\\\ \\\" \\n \\r \\t \\uXXXX, or without quotes"_s);
}

void Reader::number(QLatin1StringView key, int& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    bool ok = false;
    const int value = entry->value.toInt(&ok);
    if (ok)
        field = value;
    else
        wrongValue(*entry, u"a whole number"_s);
}

void Reader::flag(QLatin1StringView key, bool& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    if (entry->value == "0"_L1 || entry->value == "1"_L1)
        field = entry->value == "1"_L1;
    else
        wrongValue(*entry, u"0 or 1"_s);
}

void Reader::address(QLatin1StringView key, IpAddress& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    if (const auto address = IpAddress::parse(entry->value))
        field = *address;
    else
        wrongValue(*entry, u"an IP address like 192.0.2.1 or 2001:db8::1"_s);
}

void Reader::addresses(QLatin1StringView key, QList<IpAddress>& field)
{
    const Entry* entry = take(key);
    if (!entry || entry->value.isEmpty())
        return;
    for (const QStringView word : entry->value.split(u',')) {
        if (const auto address = IpAddress::parse(word.trimmed()))
            field.append(*address);
        else
            return wrongValue(*entry, u"IP addresses with commas between them"_s);
    }
}

template <typename Enum, typename Words> void Reader::choice(QLatin1StringView key, Enum& field, const Words& words)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    QStringList known;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (entry->value == words[i]) {
            field = static_cast<Enum>(i);
            return;
        }
        known.append(words[i]);
    }
    wrongValue(*entry, known.join(u" or "_s));
}

void Reader::applications(QList<ApplicationEntry>& entries)
{
    QSet<QString> names;
    for (Section& one : m_sections) {
        // The name keeps the white space in front of it only inside quotes.
        if (!one.name.startsWith(applicationPrefix.chopped(1), Qt::CaseInsensitive)
            || !one.name.sliced(applicationPrefix.size() - 1).startsWith(u' '))
            continue;
        one.used = true;
        const std::optional<QString> name = unquoteIniText(one.name.sliced(applicationPrefix.size()).trimmed());
        if (!name) {
            complain(ErrorCode::InvalidValue, one.line,
                u"[%1]: the quotes of the program's name are damaged. Write [Application NAME]."_s.arg(
                    one.name.toString()),
                one.name);
            continue;
        }
        const QString folded = name->toCaseFolded();
        if (names.contains(folded))
            complain(ErrorCode::Duplicate, one.line,
                u"[%1] stands here again; names of programs are compared without case. Merge the two sections."_s.arg(
                    one.name.toString()),
                *name);
        names.insert(folded);
        entries.append(application(one, *name));
    }
}

ApplicationEntry Reader::application(Section& section, const QString& name)
{
    ApplicationEntry entry{QString(), name, {}};
    for (Entry& setting : section.entries) {
        if (setting.key.isEmpty())
            continue;
        setting.used = true;
        if (setting.key.compare(applicationIdKey, Qt::CaseInsensitive) != 0) {
            applicationSetting(entry, setting, section.name.toString());
            continue;
        }
        const std::optional<QString> id = unquoteIniText(setting.value);
        if (!id || !entry.id.isEmpty())
            complain(ErrorCode::InvalidValue, setting.line,
                u"[%1] Id is damaged or stands twice. Remove the line to have a new one made."_s.arg(
                    section.name.toString()),
                setting.value);
        else
            entry.id = *id;
    }
    if (entry.id.isEmpty())
        entry.id = newObjectId();
    return entry;
}

void Reader::applicationSetting(ApplicationEntry& entry, Entry& setting, const QString& name)
{
    const std::optional<ApplicationKey> key = applicationKeyFromName(setting.key);
    if (!key) {
        complain(ErrorCode::UnknownWord, setting.line,
            u"[%1] %2: no such key is known. Check its spelling."_s.arg(name, setting.key.toString()), setting.key);
        return;
    }
    if (entry.value(*key)) {
        complain(ErrorCode::Duplicate, setting.line,
            u"[%1] %2 stands here again. Remove one of them."_s.arg(name, setting.key.toString()), setting.value);
        return;
    }
    const std::optional<QString> text = unquoteIniText(setting.value);
    const Result<QString> value = text
        ? canonicalApplicationValue(*key, *text)
        : Result<QString>(Error{ErrorCode::InvalidValue, {}, u"The quotes of the value are damaged."_s});
    if (value)
        entry.settings.append(ApplicationSetting{*key, *value});
    else
        complain(value.error().code, setting.line,
            u"[%1] %2: %3"_s.arg(name, setting.key.toString(), value.error().detail), setting.value);
}

void Reader::ranges(QList<AddressRange>& ranges)
{
    if (!m_current)
        return;
    for (Entry& entry : m_current->entries) {
        entry.used = true;
        const QStringList words = entry.text.toString().simplified().split(u' ');
        const auto first = IpAddress::parse(words.first());
        const auto last = words.size() == 2 ? IpAddress::parse(words.last()) : std::nullopt;
        if (first && last)
            ranges.append(AddressRange{*first, *last});
        else
            complain(ErrorCode::InvalidValue, entry.line,
                u"[%1] holds lines of two IP addresses, FROM TO; this is “%2”."_s.arg(
                    m_currentName, entry.text.toString()),
                entry.text);
    }
}

void Reader::items(QStringList& items)
{
    if (!m_current)
        return;
    for (Entry& entry : m_current->entries) {
        entry.used = true;
        if (std::optional<QString> item = unquoteIniText(entry.text))
            items.append(*std::move(item));
        else
            complain(ErrorCode::InvalidValue, entry.line,
                u"[%1]: the quotes of this line are damaged. Close them or write it without."_s.arg(m_currentName),
                entry.text);
    }
}

void Reader::complainOfUnused()
{
    for (const Section& section : m_sections) {
        if (!section.used) {
            complain(ErrorCode::UnknownWord, section.line,
                u"[%1] is no section of a policy. Check its spelling."_s.arg(section.name.toString()), section.name);
            continue;
        }
        for (const Entry& entry : section.entries) {
            if (entry.used || section.name.isEmpty())
                continue;
            complain(entry.key.isEmpty() ? ErrorCode::Syntax : ErrorCode::UnknownWord, entry.line,
                u"[%1] has no key “%2”. Check its spelling."_s.arg(section.name.toString(), entry.text.toString()),
                entry.text);
        }
    }
}

Policy Reader::read()
{
    Policy policy;
    visitPolicy(*this, policy);
    complainOfUnused();
    std::stable_sort(
        m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return policy;
}

} // namespace

Result<Policy> readPolicyIni(const QByteArray& bytes, QList<Problem>* problems)
{
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded) {
        if (problems)
            problems->append(Problem{Severity::Error, decoded.error(), {}, 0});
        return decoded.error();
    }
    Reader reader(decoded->text);
    Policy policy = reader.read();
    const QList<Problem> found = reader.takeProblems();
    if (problems)
        problems->append(found);
    if (!found.isEmpty())
        return found.first().error;
    return policy;
}

} // namespace sallyport
