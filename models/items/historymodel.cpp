// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/historymodel.h"

#include "models/base/visibletext.h"
#include "models/items/audittexts.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

namespace
{

// However many of the changes it names.
bool isAutomatic(const QString& comment, const QList<PolicyChange>& changes)
{
    for (qsizetype most = 1; most <= qMin<qsizetype>(changes.size(), 10); ++most) {
        if (comment == texts::changes(changes, most))
            return true;
    }
    return false;
}

} // namespace

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
    if (changes && isAutomatic(rows().at(row).comment, *changes))
        m_automatic.insert(changeKey(rows().at(row)));
    emit dataChanged(index(row, Change), index(row, Comment));
}

int HistoryModel::firstUnknown() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rows().at(row).parent && !m_changes.contains(changeKey(rows().at(row))))
            return row;
    }
    return -1;
}

std::span<const ColumnSpec> HistoryModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Revision"), "revision", FieldKind::Count},
        {QT_TR_NOOP("Status"), "status"},
        {QT_TR_NOOP("Applied"), "applied", FieldKind::Time},
        {QT_TR_NOOP("By"), "by"},
        {QT_TR_NOOP("Change"), "change"},
        {QT_TR_NOOP("Comment"), "comment"},
    }};
    return all;
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
        return texts::age(revision.time, now());
    case Author:
        return revision.author;
    case Change:
        return revision.parent ? m_changes.value(changeKey(revision), tr("…")) : tr("What the server started with");
    case Comment:
        return m_automatic.contains(changeKey(revision)) ? QString() : texts::revisionComment(revision);
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
    if (column == Number)
        return static_cast<qulonglong>(rows().at(row).number);
    return TableModel::sortValue(row, column);
}

TimePoint HistoryModel::time(int row, int) const
{
    return rows().at(row).time;
}

QString HistoryModel::toolTip(int row, int column) const
{
    return column == Change || column == Comment ? visibleText(text(row, column)) : TableModel::toolTip(row, column);
}

Mark HistoryModel::mark(int row, int column) const
{
    return column == State && rows().at(row).number == m_head ? Mark::Good : Mark::None;
}

} // namespace sallyport
