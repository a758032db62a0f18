// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/changelist.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"

#include <QTreeView>

namespace sallyport
{

QTreeView* changeList(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, int rows)
{
    auto* list = new QTreeView;
    list->setModel(model);
    prepareList(list);
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setMinimumHeight(metrics::rowHeight * rows);
    for (int column = 0; column + 1 < model->columnCount(); ++column)
        list->resizeColumnToContents(column);
    return list;
}

} // namespace sallyport
