// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/listview.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/markdelegate.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/rowkeeper.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace sallyport
{

ListView::ListView(const QString& name, const QString& accessibleName, QWidget* parent)
    : QTreeView(parent)
    , m_columns(this, header())
    , m_menu(this, m_columns)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    m_columns.measureBy(new MarkDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setRootIsDecorated(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setFrameShape(NoFrame);
    setIconSize({metrics::iconSize, metrics::iconSize});
}

void ListView::setModel(QAbstractItemModel* model)
{
    if (model)
        new RowKeeper(*this, *model);
    QTreeView::setModel(model);
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
    m_menu.open(*event);
}

void ListView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    paintEmptyText(*this, m_emptyText);
}

} // namespace sallyport
