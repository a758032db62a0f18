// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/items/audittexts.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

std::span<const ColumnSpec> AuditModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("When"), "when", FieldKind::Time},
        {QT_TR_NOOP("Who"), "who"},
        {QT_TR_NOOP("From"), "from"},
        {QT_TR_NOOP("Action"), "action"},
        {QT_TR_NOOP("Outcome"), "outcome"},
        {QT_TR_NOOP("What"), "what"},
    }};
    return all;
}

void AuditModel::setRows(const QList<AuditRecord>& records)
{
    QList<AuditRow> rows;
    rows.reserve(records.size());
    for (const AuditRecord& record : records)
        rows.append({record, texts::auditWhat(record)});
    RowsModel::setRows(rows);
}

QString AuditModel::text(int row, int column) const
{
    const AuditRow& record = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Time:
        return texts::age(record.time, now());
    case Who:
        return texts::auditWho(record.who);
    case From:
        return texts::auditOrigin(record.from);
    case Action:
        return texts::auditAction(record.action);
    case Outcome:
        return record.done ? tr("Done") : tr("Refused");
    case What:
        return record.words;
    case ColumnCount:
        break;
    }
    return {};
}

QString AuditModel::keyOf(const AuditRow& row) const
{
    return QString::number(row.number);
}

TimePoint AuditModel::time(int row, int) const
{
    return rows().at(row).time;
}

// Of the same moment, the later one comes later.
QVariant AuditModel::sortValue(int row, int column) const
{
    return column == Time ? QVariant(static_cast<qulonglong>(rows().at(row).number)) : QVariant(text(row, column));
}

QString AuditModel::toolTip(int row, int column) const
{
    return column == What || column == From ? text(row, column) : TableModel::toolTip(row, column);
}

Mark AuditModel::mark(int row, int column) const
{
    if (column != Outcome)
        return Mark::None;
    return rows().at(row).done ? Mark::Good : Mark::Bad;
}

} // namespace sallyport
