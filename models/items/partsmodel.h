// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/policyparts.h"

namespace sallyport
{

// The parts in which two policies differ, each with a tick: ticked ones are taken over. All are, to begin with; a part
// that was unticked stays so while the rows change.
class PartsModel : public RowsModel<PolicyPart>
{
    Q_OBJECT

public:
    enum Column { What, Before, After, ColumnCount };

    using RowsModel::RowsModel;

    void setParts(const QList<PolicyPart>& parts);
    // Forgets what was unticked.
    void tickAll();
    bool isTicked(int row) const;
    void setTicked(const QList<int>& rows, bool ticked);
    QSet<QString> tickedPaths() const;

    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void tickedChanged();

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    QString keyOf(const PolicyPart& row) const override;
    bool inert(int row, int) const override { return !isTicked(row); }

private:
    QSet<QString> m_unticked;
};

} // namespace sallyport
