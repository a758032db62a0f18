// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/items/audittexts.h"
#include "models/items/texts.h"

namespace sallyport
{

void AuditModel::setNow(TimePoint now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

QString AuditModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Time:
        return tr("When");
    case Who:
        return tr("Who");
    case From:
        return tr("From");
    case Action:
        return tr("Action");
    case Outcome:
        return tr("Outcome");
    case What:
        return tr("What");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn AuditModel::filterColumn(int column) const
{
    using Kind = Filter::Field::Kind;
    switch (static_cast<Column>(column)) {
    case Time:
        return {QStringLiteral("when"), Kind::Time};
    case Who:
        return {QStringLiteral("who")};
    case From:
        return {QStringLiteral("from")};
    case Action:
        return {QStringLiteral("action")};
    case What:
        return {QStringLiteral("what")};
    case Outcome:
        return {QStringLiteral("outcome")};
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AuditModel::filterValue(int row, int column) const
{
    if (column == Time)
        return static_cast<qlonglong>(rows().at(row).time.time_since_epoch().count());
    return text(row, column);
}

QString AuditModel::text(int row, int column) const
{
    const AuditRecord& record = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Time:
        return texts::age(record.time, m_now);
    case Who:
        return texts::auditWho(record.who);
    case From:
        return texts::auditOrigin(record.from);
    case Action:
        return texts::auditAction(record.action);
    case Outcome:
        return record.done ? tr("Done") : tr("Refused");
    case What:
        return texts::auditWhat(record);
    case ColumnCount:
        break;
    }
    return {};
}

QString AuditModel::keyOf(const AuditRecord& row) const
{
    return QString::number(row.number);
}

QVariant AuditModel::sortValue(int row, int column) const
{
    return column == Time ? QVariant(static_cast<qulonglong>(rows().at(row).number)) : QVariant(text(row, column));
}

QString AuditModel::copyText(int row, int column) const
{
    return column == Time ? texts::isoTime(rows().at(row).time) : text(row, column);
}

QString AuditModel::toolTip(int row, int column) const
{
    if (column == Time)
        return texts::exactTime(rows().at(row).time);
    return column == What || column == From ? text(row, column) : QString();
}

Mark AuditModel::mark(int row, int column) const
{
    if (column != Outcome)
        return Mark::None;
    return rows().at(row).done ? Mark::Good : Mark::Bad;
}

} // namespace sallyport
