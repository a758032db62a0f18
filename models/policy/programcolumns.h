// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace sallyport
{

// Where a cell of a table stands in its line.
struct CellSpan {
    qsizetype start = 0;
    qsizetype length = 0;
};

// Without the blanks at both ends.
CellSpan trimmed(QStringView line, CellSpan span);

// The columns of a pasted table that begin at the same place in every line: as wide as the marks of its ruler. Lines
// may be shorter.
class RuledColumns
{
public:
    explicit RuledColumns(const QList<CellSpan>& columns)
        : m_columns(columns)
    {
    }

    qsizetype size() const { return m_columns.size(); }
    // What stands below the mark; of the last column all that is left.
    CellSpan cell(QStringView line, qsizetype column) const;
    // The whole of a text that is longer than its mark, to the next column or two blanks.
    CellSpan wholeCell(QStringView line, qsizetype column) const;
    bool isNumber(QStringView line, qsizetype column) const; // nothing but digits
    // Whether a blank stands between any two columns, as far as the line goes.
    bool divides(QStringView line) const;

private:
    QList<CellSpan> m_columns;
};

} // namespace sallyport
