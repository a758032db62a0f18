// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/revision.h"

namespace sallyport
{

// The audit trail: who did what, from where, and how it ended.
class AuditModel : public RowsModel<AuditRecord>
{
    Q_OBJECT

public:
    enum Column { Time, Who, From, Action, Outcome, What, ColumnCount };

    using RowsModel::RowsModel;

    void setNow(TimePoint now) override;

protected:
    int columns() const override { return ColumnCount; }
    QString header(int column) const override;
    FilterColumn filterColumn(int column) const override;
    QString text(int row, int column) const override;
    QString keyOf(const AuditRecord& row) const override;
    QVariant sortValue(int row, int column) const override;
    QVariant filterValue(int row, int column) const override;
    QString copyText(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;

private:
    TimePoint m_now{};
};

} // namespace sallyport
