// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/problem.h"

namespace sallyport
{

// What is wrong with a file, errors first, then by line.
class LineProblemsModel : public RowsModel<Problem>
{
    Q_OBJECT

public:
    enum Column { Kind, Line, Text, ColumnCount };

    using RowsModel::RowsModel;

    void setProblems(QList<Problem> problems);
    // "1 error, 2 left out, 1 warning": warnings that left something out count as that alone. Empty when there is none.
    QString summary() const;

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QVariant sortValue(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    QString keyOf(const Problem& row) const override;
    Mark mark(int row, int column) const override;
};

} // namespace sallyport
