// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/revision.h"

namespace sallyport
{

// A record and what it says as it is shown, which is read out of others' texts once.
struct AuditRow : AuditRecord {
    QString words;
};

// The audit trail: who did what, from where, and how it ended.
class AuditModel : public RowsModel<AuditRow>
{
    Q_OBJECT

public:
    enum Column { Time, Who, From, Action, Outcome, What, ColumnCount };

    using RowsModel::RowsModel;

    void setRows(const QList<AuditRecord>& records);

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const AuditRow& row) const override;
    QVariant sortValue(int row, int column) const override;
    TimePoint time(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;
};

} // namespace sallyport
