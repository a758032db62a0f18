// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changesmodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

QChar ChangesModel::sign(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return u'+';
    case ChangeKind::Removed:
        return u'−';
    case ChangeKind::Changed:
        break;
    }
    return u'~';
}

QString ChangesModel::before(const PolicyChange& change)
{
    return change.kind == ChangeKind::Added ? tr("—") : change.before;
}

QString ChangesModel::after(const PolicyChange& change)
{
    return change.kind == ChangeKind::Removed ? tr("removed") : change.after;
}

std::span<const ColumnSpec> ChangesModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Setting"), "setting"},
        {QT_TR_NOOP("Before"), "before"},
        {QT_TR_NOOP("After"), "after"},
    }};
    return all;
}

QString ChangesModel::text(int row, int column) const
{
    const PolicyChange& change = rows().at(row);
    switch (static_cast<Column>(column)) {
    case What:
        return QString(sign(change.kind) + u' ' + texts::changePath(change.path));
    case Before:
        return before(change);
    case After:
        return after(change);
    case ColumnCount:
        break;
    }
    return {};
}

QString ChangesModel::keyOf(const PolicyChange& row) const
{
    return row.path;
}

QString ChangesModel::toolTip(int row, int) const
{
    return visibleText(rows().at(row).path);
}

} // namespace sallyport
