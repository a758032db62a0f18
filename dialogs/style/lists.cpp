// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/lists.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/items/tablemodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace sallyport
{

namespace
{

Tone toneOf(Mark mark)
{
    switch (mark) {
    case Mark::Good:
        return Tone::Confirmed;
    case Mark::Attention:
        return Tone::Attention;
    case Mark::Bad:
        return Tone::Refused;
    case Mark::None:
        break;
    }
    return Tone::Text;
}

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + metrics::small, qMax(size.height(), metrics::rowHeight)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Tone tone = toneOf(static_cast<Mark>(index.data(TableModel::MarkRole).toInt()));
        if (index.data(TableModel::InertRole).toBool()) {
            option->palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option->palette));
        } else if (tone != Tone::Text) {
            option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
            option->icon = toneIcon(tone);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {metrics::iconSize, metrics::iconSize};
        }
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

void paintEmptyText(const QAbstractItemView& list, const QString& text)
{
    if (text.isEmpty() || !list.model() || list.model()->rowCount() > 0)
        return;
    QPainter painter(list.viewport());
    painter.setPen(list.palette().color(QPalette::PlaceholderText));
    painter.drawText(list.viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace sallyport
