// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/historymodel.h"

#include "models/base/visibletext.h"
#include "models/items/audittexts.h"
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

// Numbers come again when a backup of the policy is put back.
QString HistoryModel::changeKey(const Revision& revision)
{
    return QString::number(revision.number) + u'/' + QString::number(revision.time.time_since_epoch().count());
}

void HistoryModel::setChanges(int row, const std::optional<QList<PolicyChange>>& changes)
{
    constexpr qsizetype most = 50; // the list finds a program in them, and a cell ends somewhere
    m_changes.insert(changeKey(rows().at(row)), changes ? texts::changes(*changes, most) : tr("can't be shown"));
    emit dataChanged(index(row, Change), index(row, Change));
}

int HistoryModel::firstUnknown() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rows().at(row).parent && !m_changes.contains(changeKey(rows().at(row))))
            return row;
    }
    return -1;
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
    case Change:
        return tr("Change");
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
    case Change:
        return {QStringLiteral("change")};
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
    case Change:
        return revision.parent ? m_changes.value(changeKey(revision), tr("…")) : tr("What the server started with");
    case Comment:
        return texts::revisionComment(revision);
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
    if (column == Time)
        return texts::exactTime(rows().at(row).time);
    return column == Change || column == Comment ? visibleText(text(row, column)) : QString();
}

Mark HistoryModel::mark(int row, int column) const
{
    return column == State && rows().at(row).number == m_head ? Mark::Good : Mark::None;
}

} // namespace sallyport
