// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/rowsview.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace sallyport
{

RowsView::RowsView(QWidget* parent)
    : QTableView(parent)
{
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setIconSize({metrics::iconSize, metrics::iconSize});
    verticalHeader()->hide();
    viewport()->setMouseTracking(true);
    setRowHeight();
}

void RowsView::setModel(QAbstractItemModel* model)
{
    // Before the selection's own: it makes another row current when the current one goes.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        m_removing = true;
        hold();
    });
    QTableView::setModel(model);
    verticalHeader()->setModel(&m_noRows);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &RowsView::hold);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowsView::insertedRows);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RowsView::removedRows);
    updateGeometries();
}

void RowsView::setRowHeight()
{
    m_rowHeight = qMax(metrics::rowHeight, fontMetrics().height() + metrics::small);
}

int RowsView::rowAt(int y) const
{
    const int from = y + m_offset;
    const int row = from < 0 ? -1 : from / m_rowHeight;
    return row < rows() ? row : -1;
}

QModelIndex RowsView::indexAt(const QPoint& point) const
{
    const int row = rowAt(point.y());
    const int column = horizontalHeader()->logicalIndexAt(point.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

QRect RowsView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || isColumnHidden(index.column()))
        return {};
    return {columnViewportPosition(index.column()), topOf(index.row()), columnWidth(index.column()), m_rowHeight};
}

int RowsView::anchorRow() const
{
    const int pointed = m_mouse ? rowAt(m_mouse->y()) : -1;
    if (pointed >= 0)
        return pointed;
    const int current = currentIndex().row();
    const int y = topOf(current);
    if (current >= 0 && y > -m_rowHeight && y < viewport()->height())
        return current;
    return rowAt(qMax(0, topOf(0)));
}

void RowsView::moveAnchor(int rows)
{
    m_anchor += rows;
    m_offset += rows * m_rowHeight;
}

void RowsView::hold()
{
    if (m_anchor < 0)
        m_anchor = anchorRow();
}

void RowsView::insertedRows(const QModelIndex&, int first, int last)
{
    if (m_anchor >= first)
        moveAnchor(last - first + 1);
    QMetaObject::invokeMethod(this, &RowsView::settle, Qt::QueuedConnection);
}

void RowsView::removedRows(const QModelIndex&, int first, int last)
{
    m_removing = false;
    if (m_anchor > last)
        moveAnchor(first - last - 1);
    else if (m_anchor > first) // it went: what stood below it takes its place
        moveAnchor(first - m_anchor);
    QMetaObject::invokeMethod(this, &RowsView::settle, Qt::QueuedConnection);
}

void RowsView::place(int row, int y)
{
    m_offset = row * m_rowHeight - y;
    settle();
}

// Only while a row under the mouse has a place to keep, and the list is still seen to begin or end here.
bool RowsView::keepsRoom(int empty) const
{
    return m_mouse && rowAt(m_mouse->y()) >= 0 && empty <= viewport()->height() / 4;
}

void RowsView::settle()
{
    if (m_settling)
        return;
    m_settling = true;
    m_anchor = -1;
    QScrollBar* bar = verticalScrollBar();
    bar->setRange(0, qMax(0, rows() * m_rowHeight - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_rowHeight);
    bar->setValue(m_offset);
    if (!keepsRoom(qAbs(m_offset - bar->value())))
        m_offset = bar->value();
    m_settling = false;
    viewport()->update();
}

void RowsView::showTop()
{
    m_offset = 0;
    settle();
}

void RowsView::updateGeometries()
{
    QScrollBar* bar = verticalScrollBar();
    const int end = bar->maximum();
    const int value = bar->value();
    {
        // The base class believes that there are no rows; nobody shall hear of it.
        const QSignalBlocker blocker(bar);
        QTableView::updateGeometries();
        bar->setRange(0, end);
        bar->setValue(value);
    }
    horizontalScrollBar()->setRange(0, qMax(0, horizontalHeader()->length() - viewport()->width()));
    settle();
}

void RowsView::scrollContentsBy(int dx, int dy)
{
    if (dx)
        QTableView::scrollContentsBy(dx, 0);
    if (!m_settling && dy)
        m_offset = verticalScrollBar()->value();
    viewport()->update();
}

void RowsView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    // When the current row goes and another becomes current, nobody asked to see that one.
    if (!index.isValid() || m_removing)
        return;
    const int y = topOf(index.row());
    const int lowest = viewport()->height() - m_rowHeight;
    if (hint == PositionAtCenter)
        place(index.row(), lowest / 2);
    else if (hint == PositionAtTop || (hint == EnsureVisible && y < 0))
        place(index.row(), 0);
    else if (hint == PositionAtBottom || y > lowest)
        place(index.row(), qMax(0, lowest));
}

QModelIndex RowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const QModelIndex current = currentIndex();
    const int page = qMax(1, viewport()->height() / m_rowHeight - 1);
    int row = qMax(0, current.row());
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row -= 1;
        break;
    case MoveDown:
    case MoveNext:
        row += current.isValid() ? 1 : 0;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(qBound(0, row, rows() - 1), qMax(0, current.column()));
}

void RowsView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    if (!selectionModel())
        return;
    // Upwards by the keyboard the rectangle stands on its head.
    const int top = qMin(rect.top(), rect.bottom()) + m_offset;
    const int bottom = qMax(rect.top(), rect.bottom()) + m_offset;
    const int first = qMax(0, top / m_rowHeight);
    const int last = qMin(rows() - 1, bottom / m_rowHeight);
    QItemSelection selection;
    if (bottom >= 0 && first <= last)
        selection.select(model()->index(first, 0), model()->index(last, model()->columnCount() - 1));
    selectionModel()->select(selection, command);
}

QRegion RowsView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const QRect rows(0, topOf(range.top()), viewport()->width(), range.height() * m_rowHeight);
        region += rows & viewport()->rect();
    }
    return region;
}

// Looking through every row for what is typed would take long; the filter is there for that.
void RowsView::keyboardSearch(const QString&) { }

bool RowsView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        m_mouse = static_cast<QMouseEvent*>(event)->position().toPoint();
    else if (event->type() == QEvent::Enter)
        m_mouse = static_cast<QEnterEvent*>(event)->position().toPoint();
    const bool taken = QTableView::viewportEvent(event);
    if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        m_mouse.reset();
        settle();
    }
    return taken;
}

// A shortcut's key as well, which the view hears of in this way alone.
bool RowsView::event(QEvent* event)
{
    if ((event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) && m_mouse) {
        m_mouse.reset();
        settle();
    }
    return QTableView::event(event);
}

void RowsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
    QTableView::changeEvent(event);
}

void RowsView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void RowsView::paintEvent(QPaintEvent* event)
{
    paintEmptyText(*this, m_emptyText);
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = qMax(0, (event->rect().top() + m_offset) / m_rowHeight);
    const int last = qMin(rows() - 1, (event->rect().bottom() + m_offset) / m_rowHeight);
    for (int row = first; row <= last; ++row)
        paintRow(painter, option, row);
}

void RowsView::paintRow(QPainter& painter, QStyleOptionViewItem option, int row)
{
    const QHeaderView* header = horizontalHeader();
    const bool isCurrent = row == currentIndex().row() && hasFocus();
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(model()->index(row, 0)));
    option.rect = QRect(0, topOf(row), viewport()->width(), m_rowHeight);
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const int x = columnViewportPosition(column);
        if (isColumnHidden(column) || x >= viewport()->width() || x + columnWidth(column) <= 0)
            continue;
        const QModelIndex index = model()->index(row, column);
        option.rect = QRect(x, topOf(row), columnWidth(column), m_rowHeight);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
    if (!isCurrent)
        return;
    QStyleOptionFocusRect focus;
    static_cast<QStyleOption&>(focus) = option;
    focus.rect = QRect(0, topOf(row), qMin(viewport()->width(), header->length()), m_rowHeight);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_HasFocus;
    focus.backgroundColor = palette().color(QPalette::Base);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

} // namespace sallyport
