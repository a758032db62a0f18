// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/policyinilines.h"

#include <algorithm>

namespace sallyport
{

PolicyIniLines::PolicyIniLines(QStringView text)
{
    IniScanner scanner(text);
    IniLine line;
    while (scanner.next(line)) {
        switch (line.kind) {
        case IniLineKind::Blank:
        case IniLineKind::Comment:
            break;
        case IniLineKind::Section:
            if (!line.stray.isEmpty())
                complain(line.number, Fault::PolicyHeaderBroken, {}, line.text);
            m_sections.push_back({line.name, line.number});
            break;
        case IniLineKind::BrokenSection:
            complain(line.number, Fault::PolicyHeaderBroken, {}, line.text);
            m_sections.push_back({{}, line.number, {}, true});
            break;
        case IniLineKind::Setting:
        case IniLineKind::Keyless:
            if (m_sections.empty())
                complain(line.number, Fault::PolicyLineOutside, {}, line.text);
            else
                m_sections.back().entries.push_back({line.name, line.value, line.text.trimmed(), line.number});
            break;
        }
    }
}

PolicyIniSection* PolicyIniLines::section(QLatin1StringView name)
{
    PolicyIniSection* first = nullptr;
    for (PolicyIniSection& section : m_sections) {
        if (!sameIniName(section.name, name))
            continue;
        if (first)
            complain(section.line, Fault::PolicySectionTwice, {name});
        else
            first = &section;
        section.used = true;
    }
    if (!first)
        complain(0, Fault::PolicySectionMissing, {name});
    return first;
}

PolicyIniEntry* PolicyIniLines::take(PolicyIniSection& section, QLatin1StringView key)
{
    PolicyIniEntry* first = nullptr;
    for (PolicyIniEntry& entry : section.entries) {
        if (!sameIniName(entry.key, key))
            continue;
        if (first)
            complain(entry.line, Fault::PolicyKeyTwice, {section.name.toString(), key}, entry.value);
        else
            first = &entry;
        entry.used = true;
    }
    if (!first)
        complain(section.line, Fault::PolicyKeyMissing, {section.name.toString(), key});
    return first;
}

void PolicyIniLines::complain(int line, Fault fault, const QStringList& arguments, QStringView value)
{
    complain(lineProblem(Severity::Error, line, fault, arguments, value.toString()));
}

void PolicyIniLines::complainOfUnused()
{
    for (const PolicyIniSection& section : m_sections) {
        if (!section.used) {
            complain(section.line, Fault::PolicySectionUnknown, {section.name.toString()}, section.name);
            continue;
        }
        for (const PolicyIniEntry& entry : section.entries) {
            if (entry.used || section.name.isEmpty())
                continue;
            if (entry.key.isEmpty())
                complain(
                    entry.line, Fault::PolicyLineKeyless, {section.name.toString(), entry.text.toString()}, entry.text);
            else
                complain(
                    entry.line, Fault::PolicyKeyUnknown, {section.name.toString(), entry.key.toString()}, entry.text);
        }
    }
}

QList<Problem> PolicyIniLines::finish()
{
    complainOfUnused();
    std::stable_sort(
        m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return std::move(m_problems);
}

} // namespace sallyport
