// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemsmodel.h"

#include "models/items/texts.h"

namespace sallyport
{

QString ProblemsModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Kind:
        return tr("Kind");
    case Place:
        return tr("Where");
    case Text:
        return tr("What to do");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn ProblemsModel::filterColumn(int column) const
{
    switch (static_cast<Column>(column)) {
    case Kind:
        return {QStringLiteral("kind")};
    case Place:
        return {QStringLiteral("where")};
    case Text:
        return {QStringLiteral("what")};
    case ColumnCount:
        break;
    }
    return {};
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
