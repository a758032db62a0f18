// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/revision.h"

namespace sallyport
{

// The revisions of one server, newest first.
class HistoryModel : public RowsModel<Revision>
{
    Q_OBJECT

public:
    enum Column { Number, State, Time, Author, Comment, ColumnCount };

    using RowsModel::RowsModel;

    void setNow(TimePoint now) override;
    // The revision in force, marked.
    void setHead(RevisionNumber head);

protected:
    int columns() const override { return ColumnCount; }
    QString header(int column) const override;
    FilterColumn filterColumn(int column) const override;
    QString text(int row, int column) const override;
    QString keyOf(const Revision& row) const override;
    QVariant sortValue(int row, int column) const override;
    QString copyText(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;
    bool numeric(int column) const override { return column == Number; }

private:
    TimePoint m_now{};
    RevisionNumber m_head = 0;
};

} // namespace sallyport
