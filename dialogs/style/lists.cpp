// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/lists.h"

#include "dialogs/style/metrics.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace sallyport
{

namespace
{

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + metrics::small, qMax(size.height(), metrics::rowHeight)};
    }
};

} // namespace

void prepareList(QTreeView* list, int sortColumn)
{
    list->setItemDelegate(new RowDelegate(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setTextElideMode(Qt::ElideMiddle);
    list->header()->setStretchLastSection(true);
    list->header()->setHighlightSections(false);
    list->header()->setObjectName(QStringLiteral("header"));
    if (sortColumn >= 0) {
        list->setSortingEnabled(true);
        list->sortByColumn(sortColumn, Qt::AscendingOrder);
    }
}

} // namespace sallyport
