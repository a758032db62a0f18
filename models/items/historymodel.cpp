// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/historymodel.h"

#include "models/items/texts.h"

namespace sallyport
{

void HistoryModel::setNow(TimePoint now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

void HistoryModel::setHead(RevisionNumber head)
{
    m_head = head;
    if (rowCount() > 0)
        emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

QString HistoryModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Number:
        return tr("Revision");
    case State:
        return tr("Status");
    case Time:
        return tr("Applied");
    case Author:
        return tr("By");
    case Comment:
        return tr("Comment");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn HistoryModel::filterColumn(int column) const
{
    using Kind = Filter::Field::Kind;
    switch (static_cast<Column>(column)) {
    case Number:
        return {QStringLiteral("revision"), Kind::Count};
    case State:
        return {QStringLiteral("status")};
    case Time:
        return {QStringLiteral("applied"), Kind::Time};
    case Author:
        return {QStringLiteral("by")};
    case Comment:
        return {QStringLiteral("comment")};
    case ColumnCount:
        break;
    }
    return {};
}

QString HistoryModel::text(int row, int column) const
{
    const Revision& revision = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Number:
        return QString::number(revision.number);
    case State:
        return revision.number == m_head ? tr("In force") : QString();
    case Time:
        return texts::age(revision.time, m_now);
    case Author:
        return revision.author;
    case Comment:
        return revision.comment;
    case ColumnCount:
        break;
    }
    return {};
}

QString HistoryModel::keyOf(const Revision& row) const
{
    return QString::number(row.number);
}

QVariant HistoryModel::sortValue(int row, int column) const
{
    const Revision& revision = rows().at(row);
    if (column == Number)
        return static_cast<qulonglong>(revision.number);
    if (column == Time)
        return static_cast<qlonglong>(revision.time.time_since_epoch().count());
    return text(row, column);
}

QString HistoryModel::copyText(int row, int column) const
{
    return column == Time ? texts::isoTime(rows().at(row).time) : text(row, column);
}

QString HistoryModel::toolTip(int row, int column) const
{
    return column == Time ? texts::exactTime(rows().at(row).time) : QString();
}

Mark HistoryModel::mark(int row, int column) const
{
    return column == State && rows().at(row).number == m_head ? Mark::Good : Mark::None;
}

} // namespace sallyport
