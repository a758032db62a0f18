// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programcolumns.h"

#include <algorithm>

namespace sallyport
{

CellSpan trimmed(QStringView line, CellSpan span)
{
    while (span.length > 0 && line[span.start].isSpace())
        ++span.start, --span.length;
    while (span.length > 0 && line[span.start + span.length - 1].isSpace())
        --span.length;
    return span;
}

CellSpan RuledColumns::cell(QStringView line, qsizetype column) const
{
    const qsizetype start = std::min(m_columns[column].start, line.size());
    const bool last = column + 1 == size();
    const qsizetype end = last ? line.size() : std::min(line.size(), start + m_columns[column].length);
    return trimmed(line, {start, end - start});
}

CellSpan RuledColumns::wholeCell(QStringView line, qsizetype column) const
{
    qsizetype start = std::min(m_columns[column].start, line.size());
    qsizetype end = std::min(line.size(), start + m_columns[column].length);
    const bool last = column + 1 == size();
    const qsizetype limit = last ? line.size() : std::min(line.size(), m_columns[column + 1].start);
    const auto endsAt = [line, limit](qsizetype at) {
        return line[at].isSpace() && (line[at - 1].isSpace() || at + 1 == limit || line[at + 1].isSpace());
    };
    while (start > 0 && start < line.size() && !line[start].isSpace() && !line[start - 1].isSpace())
        --start;
    while (end < limit && !endsAt(end))
        ++end;
    return trimmed(line, {start, (last ? line.size() : end) - start});
}

bool RuledColumns::isNumber(QStringView line, qsizetype column) const
{
    const CellSpan span = cell(line, column);
    const QStringView text = line.sliced(span.start, span.length);
    return span.length > 0 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool RuledColumns::divides(QStringView line) const
{
    for (qsizetype i = 0; i + 1 < size(); ++i) {
        const qsizetype start = std::min(m_columns[i].start + m_columns[i].length, line.size());
        const qsizetype end = std::min(m_columns[i + 1].start, line.size());
        const QStringView gap = line.sliced(start, end - start);
        if (!gap.isEmpty() && std::none_of(gap.begin(), gap.end(), [](QChar c) { return c.isSpace(); }))
            return false;
    }
    return true;
}

} // namespace sallyport
