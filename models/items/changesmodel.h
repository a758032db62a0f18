// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/diff.h"

namespace sallyport
{

// What lies between two policies: the Apply bar's list and the difference of two revisions. Each row begins with its
// sign: + added, − removed, ~ changed.
class ChangesModel : public RowsModel<PolicyChange>
{
    Q_OBJECT

public:
    enum Column { What, Before, After, ColumnCount };

    using RowsModel::RowsModel;

    static QChar sign(ChangeKind kind);
    static QString before(const PolicyChange& change);
    static QString after(const PolicyChange& change);

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const PolicyChange& row) const override;
    QString toolTip(int row, int column) const override;
};

} // namespace sallyport
