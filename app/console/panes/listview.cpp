// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/listview.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/items/tablemodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

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

} // namespace

ListView::ListView(const QString& name, const QString& accessibleName, QWidget* parent)
    : QTreeView(parent)
    , m_columns(this, header())
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setItemDelegate(new MarkDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setRootIsDecorated(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setFrameShape(NoFrame);
    setIconSize({metrics::iconSize, metrics::iconSize});
    header()->setStretchLastSection(true);
}

void ListView::setUpColumns(const QList<int>& characters)
{
    setSortingEnabled(true);
    m_columns.setUp(objectName(), characters);
}

QModelIndexList ListView::selectedRows() const
{
    return selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
}

void ListView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier) && currentIndex().isValid()) {
        // A key that is held down was meant for the sheet that has just closed.
        if (!event->isAutoRepeat())
            emit opened(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        m_columns.copyRows();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ListView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTreeView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        emit opened(index);
}

void ListView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

void ListView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void ListView::contextMenuEvent(QContextMenuEvent* event)
{
    m_columns.showListMenu(*event);
}

void ListView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    paintEmptyText(*this, m_emptyText);
}

void keepIconLegible(QStyleOptionViewItem* option)
{
    const bool quiet = (option->state & QStyle::State_Selected) && !(option->state & QStyle::State_Active);
    if (!quiet || option->icon.isNull())
        return;
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    const QPixmap pixmap = option->icon.pixmap(option->decorationSize, ratio);
    QIcon same;
    same.addPixmap(pixmap, QIcon::Normal);
    same.addPixmap(pixmap, QIcon::Selected);
    option->icon = same;
}

QSize MarkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + metrics::small, qMax(size.height(), metrics::rowHeight)};
}

void MarkDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const auto mark = static_cast<Mark>(index.data(TableModel::MarkRole).toInt());
    if (mark != Mark::None) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = toneIcon(toneOf(mark));
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
        keepIconLegible(option);
    }
    if (index.data(TableModel::InertRole).toBool())
        option->palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option->palette));
}

} // namespace sallyport
