// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineproblemsmodel.h"

#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <array>

namespace sallyport
{

void LineProblemsModel::setProblems(QList<Problem> problems)
{
    sortWorstFirst(problems);
    setRows(problems);
}

QString LineProblemsModel::summary() const
{
    const auto count = [this](auto test) { return int(std::count_if(rows().begin(), rows().end(), test)); };
    const int errors = count([](const Problem& problem) { return problem.severity == Severity::Error; });
    const int leftOut = count(isLeftOut);
    const int taken = int(rows().size()) - errors - leftOut;
    QStringList texts;
    if (errors > 0)
        texts.append(tr("%n error(s)", nullptr, errors));
    if (leftOut > 0)
        texts.append(tr("%n left out", nullptr, leftOut));
    if (taken > 0)
        texts.append(tr("%n warning(s)", nullptr, taken));
    return texts.join(tr(", "));
}

std::span<const ColumnSpec> LineProblemsModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Kind")},
        {QT_TR_NOOP("Line"), nullptr, FieldKind::Count},
        {QT_TR_NOOP("What to do")},
    }};
    return all;
}

QString LineProblemsModel::text(int row, int column) const
{
    const Problem& problem = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Kind:
        return problem.severity == Severity::Error ? tr("Error") : isLeftOut(problem) ? tr("Left out") : tr("Warning");
    case Line:
        return problem.line > 0 ? texts::count(problem.line) : QString();
    case Text:
        return texts::problem(problem);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LineProblemsModel::sortValue(int row, int column) const
{
    return column == Line ? QVariant(rows().at(row).line) : QVariant(text(row, column));
}

QString LineProblemsModel::toolTip(int row, int column) const
{
    return column == Text ? text(row, Text) : QString();
}

QString LineProblemsModel::keyOf(const Problem& row) const
{
    return QString::number(row.line) + u'\n' + row.error.text() + u'\n' + row.value;
}

Mark LineProblemsModel::mark(int row, int column) const
{
    if (column != Kind)
        return Mark::None;
    return rows().at(row).severity == Severity::Error ? Mark::Bad : Mark::Attention;
}

} // namespace sallyport
