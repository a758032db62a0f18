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
    void complain(int line, Fault fault, const QStringList& arguments = {}, QStringView value = {});
    // About a value of the current section; `more` are arguments of the fault after section, key and value.
    void wrongValue(const Entry& entry, Fault fault, const QStringList& more = {});
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
            complain(line.number, Fault::PolicyHeaderBroken, {}, line.text);
            m_sections.push_back(Section{{}, line.number, {}, true});
            break;
        case IniLineKind::Setting:
        case IniLineKind::Keyless:
            if (m_sections.empty())
                complain(line.number, Fault::PolicyLineOutside, {}, line.text);
            else
                m_sections.back().entries.push_back(Entry{line.name, line.value, line.text.trimmed(), line.number});
            break;
        }
    }
}

void Reader::complain(int line, Fault fault, const QStringList& arguments, QStringView value)
{
    m_problems.append(lineProblem(Severity::Error, line, fault, arguments, value.toString()));
}

void Reader::wrongValue(const Entry& entry, Fault fault, const QStringList& more)
{
    complain(entry.line, fault, QStringList{m_currentName, entry.key.toString(), entry.value.toString()} + more,
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
            complain(one.line, Fault::PolicySectionTwice, {name});
        one.used = true;
    }
    if (!m_current)
        complain(0, Fault::PolicySectionMissing, {name});
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
            complain(entry.line, Fault::PolicyKeyTwice, {m_currentName, key}, entry.value);
        else
            found = &entry;
        entry.used = true;
    }
    if (!found)
        complain(m_current->line, Fault::PolicyKeyMissing, {m_currentName, key});
    return found;
}

void Reader::format(QLatin1StringView key, int expected)
{
    const Entry* entry = take(key);
    if (entry && entry->value != QString::number(expected))
        complain(entry->line, Fault::PolicyFormatUnknown, {entry->value.toString(), QString::number(expected)},
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
        wrongValue(*entry, Fault::PolicyNotText);
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
        wrongValue(*entry, Fault::PolicyNotNumber);
}

void Reader::flag(QLatin1StringView key, bool& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    if (entry->value == "0"_L1 || entry->value == "1"_L1)
        field = entry->value == "1"_L1;
    else
        wrongValue(*entry, Fault::SettingNotFlag);
}

void Reader::address(QLatin1StringView key, IpAddress& field)
{
    const Entry* entry = take(key);
    if (!entry)
        return;
    if (const auto address = IpAddress::parse(entry->value))
        field = *address;
    else
        wrongValue(*entry, Fault::PolicyNotAddress);
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
            return wrongValue(*entry, Fault::PolicyNotAddresses);
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
    wrongValue(*entry, Fault::PolicyNotWord, {known.join(u", "_s)});
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
            complain(one.line, Fault::PolicyNameQuotes, {one.name.toString()}, one.name);
            continue;
        }
        const QString folded = name->toCaseFolded();
        if (names.contains(folded))
            complain(one.line, Fault::PolicyNameTwice, {one.name.toString()}, *name);
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
            complain(setting.line, Fault::PolicyIdDamaged, {section.name.toString()}, setting.value);
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
        complain(setting.line, Fault::PolicyKeyUnknown, {name, setting.key.toString()}, setting.key);
        return;
    }
    if (entry.value(*key)) {
        complain(setting.line, Fault::PolicyKeyTwice, {name, setting.key.toString()}, setting.value);
        return;
    }
    const std::optional<QString> text = unquoteIniText(setting.value);
    const Result<QString> value
        = text ? canonicalApplicationValue(*key, *text) : Result<QString>(makeError(Fault::PolicyValueQuotes, {}));
    if (value)
        entry.settings.append(ApplicationSetting{*key, *value});
    else
        m_problems.append(
            valueProblem(setting.line, name, setting.key.toString(), value.error(), setting.value.toString()));
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
            complain(entry.line, Fault::PolicyNotRange, {m_currentName, entry.text.toString()}, entry.text);
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
            complain(entry.line, Fault::PolicyItemQuotes, {m_currentName}, entry.text);
    }
}

void Reader::complainOfUnused()
{
    for (const Section& section : m_sections) {
        if (!section.used) {
            complain(section.line, Fault::PolicySectionUnknown, {section.name.toString()}, section.name);
            continue;
        }
        for (const Entry& entry : section.entries) {
            if (entry.used || section.name.isEmpty())
                continue;
            const QStringView word = entry.key.isEmpty() ? entry.text : entry.key;
            complain(entry.line, entry.key.isEmpty() ? Fault::PolicyLineKeyless : Fault::PolicyKeyUnknown,
                {section.name.toString(), word.toString()}, entry.text);
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
