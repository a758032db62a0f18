// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace sallyport
{

enum class LineKind { Same, Removed, Added };

struct DiffLine {
    LineKind kind = LineKind::Same;
    QString text;

    bool operator==(const DiffLine&) const = default;
};

// The shortest edit from `before` to `after` (Myers, "An O(ND) difference algorithm", 1986), removed lines ahead of
// added ones. Texts that differ in thousands of lines are shown as one exchange of what lies between their common ends.
QList<DiffLine> diffLines(const QStringList& before, const QStringList& after);

// How many lines were removed or added.
int changedLines(const QList<DiffLine>& lines);

// As text, a sign before each line: "+", "-" or a space.
QString differenceText(const QList<DiffLine>& lines);

// Only what changed, with `context` lines around; a gap is one line of LineKind::Same holding "…".
QList<DiffLine> withoutFarLines(const QList<DiffLine>& lines, int context);

} // namespace sallyport
