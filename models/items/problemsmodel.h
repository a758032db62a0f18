// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/problem.h"

namespace sallyport
{

// Everything wrong with the draft, errors and warnings, each with its place.
class ProblemsModel : public RowsModel<Problem>
{
    Q_OBJECT

public:
    enum Column { Kind, Place, Text, ColumnCount };

    using RowsModel::RowsModel;

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const Problem& row) const override;
    Mark mark(int row, int column) const override;
};

} // namespace sallyport
