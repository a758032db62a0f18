// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changesmodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

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

QString ChangesModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case What:
        return tr("Setting");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn ChangesModel::filterColumn(int column) const
{
    switch (static_cast<Column>(column)) {
    case What:
        return {QStringLiteral("setting")};
    case Before:
        return {QStringLiteral("before")};
    case After:
        return {QStringLiteral("after")};
    case ColumnCount:
        break;
    }
    return {};
}

QString ChangesModel::text(int row, int column) const
{
    const PolicyChange& change = rows().at(row);
    switch (static_cast<Column>(column)) {
    case What:
        return QString(sign(change.kind) + u' ' + texts::changePath(change.path));
    case Before:
        return change.kind == ChangeKind::Added ? tr("—") : change.before;
    case After:
        return change.kind == ChangeKind::Removed ? tr("removed") : change.after;
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
