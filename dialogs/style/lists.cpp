// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/lists.h"

#include "dialogs/style/markdelegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTreeView>

namespace sallyport
{

void prepareList(QTreeView* list, int sortColumn)
{
    list->setItemDelegate(new MarkDelegate(list));
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

void paintEmptyText(const QAbstractItemView& list, const QString& text)
{
    if (text.isEmpty() || !list.model() || list.model()->rowCount() > 0)
        return;
    QPainter painter(list.viewport());
    painter.setPen(list.palette().color(QPalette::PlaceholderText));
    painter.drawText(list.viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace sallyport
