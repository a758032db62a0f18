// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemsmodel.h"

#include "models/items/texts.h"

#include <array>

namespace sallyport
{

std::span<const ColumnSpec> ProblemsModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Kind"), "kind"},
        {QT_TR_NOOP("Where"), "where"},
        {QT_TR_NOOP("What to do"), "what"},
    }};
    return all;
}

QString ProblemsModel::text(int row, int column) const
{
    const Problem& problem = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Kind:
        return problem.severity == Severity::Error ? tr("Error") : tr("Warning");
    case Place:
        return texts::changePath(problem.error.subject);
    case Text:
        return texts::detail(problem.error);
    case ColumnCount:
        break;
    }
    return {};
}

QString ProblemsModel::keyOf(const Problem& row) const
{
    return row.error.text() + u'\n' + row.value;
}

Mark ProblemsModel::mark(int row, int column) const
{
    if (column != Kind)
        return Mark::None;
    return rows().at(row).severity == Severity::Error ? Mark::Bad : Mark::Attention;
}

} // namespace sallyport
