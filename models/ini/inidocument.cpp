// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/inidocument.h"

#include <QStringList>

#include <algorithm>

namespace sallyport
{

namespace
{

// Length of the line end of a stored line.
qsizetype endingSize(const QString& line)
{
    if (line.endsWith(QLatin1StringView("\r\n")))
        return 2;
    return line.endsWith(u'\n') || line.endsWith(u'\r') ? 1 : 0;
}

IniLine scanStored(const QString& line)
{
    return scanIniLine(QStringView(line).chopped(endingSize(line)));
}

bool isSetting(const QString& line, QAnyStringView key)
{
    const IniLine scanned = scanStored(line);
    return scanned.kind == IniLineKind::Setting && sameIniName(scanned.name, key);
}

} // namespace

Result<IniDocument> IniDocument::parse(const QByteArray& bytes)
{
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded)
        return decoded.error();
    IniDocument document;
    document.m_encoding = decoded->encoding;
    IniScanner scanner(decoded->text);
    IniLine line;
    while (scanner.next(line)) {
        if (line.number == 1 && !line.ending.isEmpty())
            document.m_ending = line.ending.toString();
        if (line.kind == IniLineKind::Section || line.kind == IniLineKind::BrokenSection) {
            if (line.kind == IniLineKind::Section)
                document.m_index[iniFolded(line.name)].append(document.m_sections.size());
            document.m_sections.push_back(Section{line.name.toString(), {}});
        }
        QString stored = line.text.toString();
        stored.append(line.ending);
        document.m_sections.back().lines.push_back(std::move(stored));
    }
    return document;
}

QByteArray IniDocument::toBytes() const
{
    QString text;
    for (const Section& section : m_sections) {
        for (const QString& line : section.lines)
            text += line;
    }
    return encodeIni(text, m_encoding);
}

QStringList IniDocument::sections() const
{
    QStringList names;
    for (const Section& section : m_sections) {
        if (!section.name.isEmpty())
            names.append(section.name);
    }
    return names;
}

const IniDocument::Section* IniDocument::find(QAnyStringView name) const
{
    const auto found = m_index.constFind(iniFolded(name));
    return found == m_index.cend() || found->isEmpty() ? nullptr : &m_sections[found->first()];
}

IniDocument::Section* IniDocument::find(QAnyStringView name)
{
    return const_cast<Section*>(std::as_const(*this).find(name));
}

bool IniDocument::hasSection(QAnyStringView section) const
{
    return find(section) != nullptr;
}

std::optional<QString> IniDocument::value(QAnyStringView section, QAnyStringView key) const
{
    const Section* found = find(section);
    if (!found)
        return std::nullopt;
    for (const QString& line : found->lines) {
        if (isSetting(line, key))
            return scanStored(line).value.toString();
    }
    return std::nullopt;
}

void IniDocument::setValue(QAnyStringView section, QAnyStringView key, const QString& value)
{
    addSection(section);
    std::vector<QString>& lines = find(section)->lines;
    std::size_t after = 0; // the header, or the last setting
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const IniLine line = scanStored(lines[i]);
        if (line.kind != IniLineKind::Setting)
            continue;
        after = i;
        if (!sameIniName(line.name, key))
            continue;
        const qsizetype equals = lines[i].indexOf(u'=');
        const qsizetype from = line.value.isEmpty() ? equals + 1 : line.value.data() - lines[i].constData();
        lines[i].replace(from, line.value.size(), iniSafe(value));
        return;
    }
    if (endingSize(lines[after]) == 0)
        lines[after] += m_ending;
    const QString line = key.toString() + u'=' + iniSafe(value) + m_ending;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after) + 1, line);
}

void IniDocument::addSection(QAnyStringView section)
{
    if (hasSection(section))
        return;
    // The last line of the text may be in an earlier section than the last one, which removing can have emptied.
    for (auto last = m_sections.rbegin(); last != m_sections.rend(); ++last) {
        if (last->lines.empty())
            continue;
        QString& line = last->lines.back();
        if (endingSize(line) == 0)
            line += m_ending;
        if (scanStored(line).kind != IniLineKind::Blank)
            last->lines.push_back(m_ending);
        break;
    }
    m_index[iniFolded(section)].append(m_sections.size());
    m_sections.push_back(Section{section.toString(), {u'[' + iniSafe(section.toString()) + u']' + m_ending}});
}

void IniDocument::removeSettings(QAnyStringView section, const KeyFilter& unwanted)
{
    if (Section* found = find(section)) {
        std::erase_if(found->lines, [&](const QString& line) {
            const IniLine scanned = scanStored(line);
            return scanned.kind == IniLineKind::Setting && unwanted(scanned.name);
        });
    }
}

void IniDocument::removeEverywhere(QAnyStringView section, const KeyFilter& unwanted)
{
    const auto found = m_index.find(iniFolded(section));
    if (found == m_index.end())
        return;
    QList<std::size_t> kept;
    for (const std::size_t place : std::as_const(*found)) {
        Section& one = m_sections[place];
        bool comments = false;
        bool others = false;
        std::erase_if(one.lines, [&](const QString& line) {
            const IniLine scanned = scanStored(line);
            const bool remove = scanned.kind == IniLineKind::Setting && unwanted(scanned.name);
            comments |= scanned.kind == IniLineKind::Comment;
            others |= !remove && (scanned.kind == IniLineKind::Setting || scanned.kind == IniLineKind::Keyless);
            return remove;
        });
        if (others) {
            kept.append(place);
            continue;
        }
        one.name.clear();
        if (comments)
            one.lines.erase(one.lines.begin());
        else
            one.lines.clear();
    }
    *found = kept;
}

} // namespace sallyport
