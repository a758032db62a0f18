// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/initext.h"
#include "models/ini/policyini.h"
#include "models/ini/policyinilines.h"
#include "models/ini/policysections.h"

#include <QSet>
#include <QStringList>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

class Reader
{
public:
    explicit Reader(PolicyIniLines& lines)
        : m_lines(lines)
    {
    }

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
    PolicyIniEntry* take(QLatin1StringView key);
    ApplicationEntry application(PolicyIniSection& section, const QString& name);
    void applicationSetting(ApplicationEntry& entry, PolicyIniEntry& setting, const QString& name);
    // About a value of the current section; `more` are arguments of the fault after section, key and value.
    void wrongValue(const PolicyIniEntry& entry, Fault fault, const QStringList& more = {});

    PolicyIniLines& m_lines;
    PolicyIniSection* m_current = nullptr; // null: the section is missing
};

void Reader::wrongValue(const PolicyIniEntry& entry, Fault fault, const QStringList& more)
{
    m_lines.complain(entry.line, fault,
        QStringList{m_current->name.toString(), entry.key.toString(), entry.value.toString()} + more, entry.value);
}

void Reader::section(QLatin1StringView name)
{
    m_current = m_lines.section(name);
}

PolicyIniEntry* Reader::take(QLatin1StringView key)
{
    return m_current ? m_lines.take(*m_current, key) : nullptr;
}

void Reader::format(QLatin1StringView key, int expected)
{
    const PolicyIniEntry* entry = take(key);
    if (entry && entry->value != QString::number(expected))
        m_lines.complain(entry->line, Fault::PolicyFormatUnknown, {entry->value.toString(), QString::number(expected)},
            entry->value);
}

void Reader::text(QLatin1StringView key, QString& field)
{
    const PolicyIniEntry* entry = take(key);
    if (!entry)
        return;
    if (std::optional<QString> text = unquoteIniText(entry->value))
        field = *std::move(text);
    else
        wrongValue(*entry, Fault::PolicyNotText);
}

void Reader::number(QLatin1StringView key, int& field)
{
    const PolicyIniEntry* entry = take(key);
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
    const PolicyIniEntry* entry = take(key);
    if (!entry)
        return;
    if (entry->value == "0"_L1 || entry->value == "1"_L1)
        field = entry->value == "1"_L1;
    else
        wrongValue(*entry, Fault::SettingNotFlag);
}

void Reader::address(QLatin1StringView key, IpAddress& field)
{
    const PolicyIniEntry* entry = take(key);
    if (!entry)
        return;
    if (const auto address = IpAddress::parse(entry->value))
        field = *address;
    else
        wrongValue(*entry, Fault::PolicyNotAddress);
}

void Reader::addresses(QLatin1StringView key, QList<IpAddress>& field)
{
    const PolicyIniEntry* entry = take(key);
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
    const PolicyIniEntry* entry = take(key);
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
    for (PolicyIniSection& one : m_lines.sections()) {
        // The name keeps the white space in front of it only inside quotes.
        if (!one.name.startsWith(applicationPrefix.chopped(1), Qt::CaseInsensitive)
            || !one.name.sliced(applicationPrefix.size() - 1).startsWith(u' '))
            continue;
        one.used = true;
        const std::optional<QString> name = unquoteIniText(one.name.sliced(applicationPrefix.size()).trimmed());
        if (!name) {
            m_lines.complain(one.line, Fault::PolicyNameQuotes, {one.name.toString()}, one.name);
            continue;
        }
        const QString folded = name->toCaseFolded();
        if (names.contains(folded))
            m_lines.complain(one.line, Fault::PolicyNameTwice, {one.name.toString()}, *name);
        names.insert(folded);
        entries.append(application(one, *name));
    }
}

ApplicationEntry Reader::application(PolicyIniSection& section, const QString& name)
{
    ApplicationEntry entry{QString(), name, {}};
    for (PolicyIniEntry& setting : section.entries) {
        if (setting.key.isEmpty())
            continue;
        setting.used = true;
        if (setting.key.compare(applicationIdKey, Qt::CaseInsensitive) != 0) {
            applicationSetting(entry, setting, section.name.toString());
            continue;
        }
        const std::optional<QString> id = unquoteIniText(setting.value);
        if (!id || !entry.id.isEmpty())
            m_lines.complain(setting.line, Fault::PolicyIdDamaged, {section.name.toString()}, setting.value);
        else
            entry.id = *id;
    }
    if (entry.id.isEmpty())
        entry.id = newObjectId();
    return entry;
}

void Reader::applicationSetting(ApplicationEntry& entry, PolicyIniEntry& setting, const QString& name)
{
    const std::optional<ApplicationKey> key = applicationKeyFromName(setting.key);
    if (!key) {
        m_lines.complain(setting.line, Fault::PolicyKeyUnknown, {name, setting.key.toString()}, setting.key);
        return;
    }
    if (entry.value(*key)) {
        m_lines.complain(setting.line, Fault::PolicyKeyTwice, {name, setting.key.toString()}, setting.value);
        return;
    }
    const std::optional<QString> text = unquoteIniText(setting.value);
    const Result<QString> value
        = text ? canonicalApplicationValue(*key, *text) : Result<QString>(makeError(Fault::PolicyValueQuotes, {}));
    if (value)
        entry.settings.append(ApplicationSetting{*key, *value});
    else
        m_lines.complain(
            valueProblem(setting.line, name, setting.key.toString(), value.error(), setting.value.toString()));
}

void Reader::ranges(QList<AddressRange>& ranges)
{
    if (!m_current)
        return;
    for (PolicyIniEntry& entry : m_current->entries) {
        entry.used = true;
        const QStringList words = entry.text.toString().simplified().split(u' ');
        const auto first = IpAddress::parse(words.first());
        const auto last = words.size() == 2 ? IpAddress::parse(words.last()) : std::nullopt;
        if (first && last)
            ranges.append(AddressRange{*first, *last});
        else
            m_lines.complain(
                entry.line, Fault::PolicyNotRange, {m_current->name.toString(), entry.text.toString()}, entry.text);
    }
}

void Reader::items(QStringList& items)
{
    if (!m_current)
        return;
    for (PolicyIniEntry& entry : m_current->entries) {
        entry.used = true;
        if (std::optional<QString> item = unquoteIniText(entry.text))
            items.append(*std::move(item));
        else
            m_lines.complain(entry.line, Fault::PolicyItemQuotes, {m_current->name.toString()}, entry.text);
    }
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
    PolicyIniLines lines(decoded->text);
    Reader reader(lines);
    Policy policy;
    visitPolicy(reader, policy);
    const QList<Problem> found = lines.finish();
    if (problems)
        problems->append(found);
    if (!found.isEmpty())
        return found.first().error;
    return policy;
}

} // namespace sallyport
