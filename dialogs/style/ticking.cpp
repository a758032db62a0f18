// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/ticking.h"

#include <QKeyEvent>
#include <QTreeView>

namespace sallyport
{

std::optional<Ticking> tickingBy(const QKeyEvent& key, const QTreeView& list)
{
    const QModelIndexList selected = list.selectionModel()->selectedRows();
    if (key.key() != Qt::Key_Space || selected.isEmpty())
        return std::nullopt;
    Ticking ticking;
    for (const QModelIndex& index : selected)
        ticking.rows.append(index.row());
    const QModelIndex current = list.currentIndex().siblingAtColumn(0);
    const QModelIndex lead = selected.contains(current) ? current : selected.first();
    ticking.ticked = lead.data(Qt::CheckStateRole).toInt() != Qt::Checked;
    return ticking;
}

} // namespace sallyport
