// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessionsview.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/rowkeeper.h"
#include "dialogs/style/theme.h"
#include "models/items/sessionsmodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sallyport
{

namespace
{

bool hasBranch(const QModelIndex& index)
{
    return index.data(SessionsModel::BranchRole).toInt() != static_cast<int>(SessionsModel::Branch::None);
}

// The text of a row that ended, selected or not; legible to the last.
void fade(QStyleOptionViewItem& cell, double gone)
{
    QPalette& palette = cell.palette;
    if (!(cell.state & QStyle::State_Selected)) {
        palette.setColor(
            QPalette::Text, fadedText(toneColor(Tone::Refused, palette), palette.color(QPalette::Base), gone));
        return;
    }
    const auto group = cell.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor ground = palette.color(group, QPalette::Highlight);
    palette.setColor(
        group, QPalette::HighlightedText, fadedText(palette.color(group, QPalette::HighlightedText), ground, gone));
}

} // namespace

SessionsView::SessionsView(QWidget* parent)
    : RowsView(parent)
    , m_columns(this, horizontalHeader())
    , m_menu(this, m_columns)
{
    setObjectName(QStringLiteral("sessionsList"));
    setAccessibleName(tr("Sessions"));
    m_columns.measureBy(new SessionDelegate(this));
}

void SessionsView::setSessions(SessionsModel& model)
{
    m_sessions = &model;
    auto* keeper = new RowKeeper(*this, model);
    keeper->setMayStepOn([this] { return m_stepsOn; });
    setModel(&model);
    // The newest first: what has just begun is what one looks for.
    horizontalHeader()->setSortIndicator(SessionsModel::Activated, Qt::DescendingOrder);
    setSortingEnabled(true);
    m_columns.setUp(objectName(), {22, 10, 14, 15, 15, 11, 5, 11, 11, 13, 13});
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &SessionsView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &SessionsView::restore);
    connect(&model, &SessionsModel::refreshed, this, &RowsView::settle);
}

template <typename Visit> void SessionsView::forEachSelected(const Visit& visit) const
{
    const QItemSelection selection = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            visit(m_sessions->index(row, 0));
    }
}

QList<SessionId> SessionsView::selectedSessions() const
{
    QList<SessionId> ids;
    forEachSelected([&](const QModelIndex& index) {
        const SessionNode* session = m_sessions->session(index);
        if (!m_sessions->connection(index) && !session->ended())
            ids.append(session->session.id);
    });
    return ids;
}

QList<ConnectionId> SessionsView::selectedConnections() const
{
    QList<ConnectionId> ids;
    forEachSelected([&](const QModelIndex& index) {
        const ConnectionNode* connection = m_sessions->connection(index);
        if (connection && !connection->ended()
            && !selectionModel()->isSelected(m_sessions->indexOf(connection->connection.session)))
            ids.append(connection->connection.id);
    });
    return ids;
}

void SessionsView::toggle(const QModelIndex& index)
{
    keepInPlace(index.row());
    m_sessions->setExpanded(
        index, index.data(SessionsModel::BranchRole).toInt() == static_cast<int>(SessionsModel::Branch::Closed));
}

void SessionsView::expandAll()
{
    for (int row = m_sessions->rowCount() - 1; row >= 0; --row)
        m_sessions->setExpanded(m_sessions->index(row, 0), true);
}

void SessionsView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    const auto branch = static_cast<SessionsModel::Branch>(current.data(SessionsModel::BranchRole).toInt());
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier) && current.isValid();
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (plain && key == Qt::Key_Left && m_sessions->connection(current)) {
        setCurrentIndex(
            m_sessions->indexOf(m_sessions->session(current)->session.id).siblingAtColumn(current.column()));
    } else if (plain && key == Qt::Key_Right && branch == SessionsModel::Branch::Open) {
        setCurrentIndex(current.siblingAtRow(current.row() + 1));
    } else if (plain
        && ((key == Qt::Key_Right && branch == SessionsModel::Branch::Closed)
            || (key == Qt::Key_Left && branch == SessionsModel::Branch::Open)
            || (enter && branch != SessionsModel::Branch::None))) {
        toggle(current);
    } else if (event->matches(QKeySequence::Copy)) {
        m_columns.copyRows();
    } else {
        RowsView::keyPressEvent(event);
    }
}

void SessionsView::contextMenuEvent(QContextMenuEvent* event)
{
    m_menu.open(*event);
}

void SessionsView::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    const int x = point.x() - visualRect(index).left();
    if (event->button() == Qt::LeftButton && index.column() == 0 && hasBranch(index)
        && x < SessionDelegate::indent(false))
        toggle(index);
    else
        RowsView::mousePressEvent(event);
}

void SessionsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && hasBranch(index))
        toggle(index);
}

void SessionsView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    RowsView::selectionChanged(selected, deselected);
    if (m_restoring || isRemoving())
        return; // the pane looks at the selection after every delta anyway
    m_stepsOn = false;
    m_selectedSessions.clear();
    m_selectedConnections.clear();
    emit selectionMoved();
}

SessionsView::Row SessionsView::rowOf(const QModelIndex& index) const
{
    const SessionNode* session = m_sessions->session(index);
    if (!session)
        return {};
    if (const ConnectionNode* connection = m_sessions->connection(index))
        return {connection->connection.id, true, connection->connection.start, session->session.id};
    return {session->session.id, false, session->session.activated, session->session.id};
}

QModelIndex SessionsView::find(const Row& row) const
{
    const QModelIndex index = row.isConnection ? m_sessions->indexOfConnection(row.id) : m_sessions->indexOf(row.id);
    return index.isValid() && rowOf(index).start == row.start ? index : QModelIndex();
}

void SessionsView::remember()
{
    forEachSelected([this](const QModelIndex& index) {
        const Row row = rowOf(index);
        (row.isConnection ? m_selectedConnections : m_selectedSessions).insert(row.id, row.start);
    });
    if (currentIndex().isValid()) // else it may be hidden by the filter
        m_current = rowOf(currentIndex());
    const int anchor = anchorRow();
    m_anchor = rowOf(m_sessions->index(anchor, 0));
    m_anchorTop = topOf(anchor);
}

void SessionsView::restore()
{
    m_restoring = true;
    std::vector<int> rows;
    for (auto it = m_selectedSessions.cbegin(); it != m_selectedSessions.cend(); ++it)
        rows.push_back(find({it.key(), false, it.value(), it.key()}).row());
    for (auto it = m_selectedConnections.cbegin(); it != m_selectedConnections.cend(); ++it)
        rows.push_back(find({it.key(), true, it.value(), 0}).row());
    std::erase(rows, -1); // not shown now
    std::sort(rows.begin(), rows.end());
    // Neighbours as one range: a selection of many ranges is slow to work with.
    QItemSelection selection;
    for (std::size_t i = 0, first = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && rows[i + 1] == rows[i] + 1)
            continue;
        if (rows[i] >= 0)
            selection.append(QItemSelectionRange(
                m_sessions->index(rows[first], 0), m_sessions->index(rows[i], SessionsModel::ColumnCount - 1)));
        first = i + 1;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const QModelIndex current = find(m_current); current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    if (const QModelIndex anchor = find(m_anchor); anchor.isValid())
        place(anchor.row(), m_anchorTop);
    else
        settle();
    m_restoring = false;
    emit selectionMoved();
}

int SessionDelegate::indent(bool isConnection)
{
    return (isConnection ? 2 : 1) * metrics::branch;
}

void SessionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    // The base class asks for TableModel's roles, which mean other things here.
    QStyledItemDelegate::initStyleOption(option, index);
    if (const double ended = index.data(SessionsModel::EndedRole).toDouble(); ended > 0)
        fade(*option, ended);
    else if (index.data(SessionsModel::IsConnectionRole).toBool() && index.column() != 0)
        option->palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option->palette));
}

void SessionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() == 0) {
        const QStyle* style = option.widget->style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        if (hasBranch(index)) {
            QStyleOptionViewItem arrow = option;
            arrow.rect.setWidth(indent(false));
            arrow.rect = QStyle::visualRect(option.direction, option.rect, arrow.rect);
            arrow.state |= QStyle::State_Item | QStyle::State_Children;
            arrow.state.setFlag(QStyle::State_Open,
                index.data(SessionsModel::BranchRole).toInt() == static_cast<int>(SessionsModel::Branch::Open));
            style->drawPrimitive(QStyle::PE_IndicatorBranch, &arrow, painter, option.widget);
        }
    }
    MarkDelegate::paint(painter, option, index);
}

QRect SessionDelegate::contentRect(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int left = index.column() == 0 ? indent(index.data(SessionsModel::IsConnectionRole).toBool()) : 0;
    return QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(left, 0, 0, 0));
}

} // namespace sallyport
