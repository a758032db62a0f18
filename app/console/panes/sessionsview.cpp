// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessionsview.h"

#include "dialogs/style/theme.h"
#include "models/items/sessionsmodel.h"

#include <QHeaderView>
#include <QPainter>

namespace sallyport
{

SessionsView::SessionsView(QWidget* parent)
    : ListView(QStringLiteral("sessionsList"), tr("Sessions"), parent)
{
    setRootIsDecorated(true);
    setItemDelegate(new FadeDelegate(this));
    setExpandsOnDoubleClick(true);
    header()->setStretchLastSection(false);
}

void SessionsView::setSessions(SessionsModel& model)
{
    m_sessions = &model;
    setModel(&model);
    header()->setSortIndicator(SessionsModel::Activated, Qt::AscendingOrder);
    setUpColumns({22, 11, 14, 13, 13, 12, 11, 10, 10, 10, 10});
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &SessionsView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &SessionsView::restore);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        m_expanded.insert(index.data(SessionsModel::IdRole).toULongLong());
        m_sessions->setWatched(index, true);
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_expanded.remove(index.data(SessionsModel::IdRole).toULongLong());
        m_sessions->setWatched(index, false);
    });
}

QList<SessionId> SessionsView::selectedSessions() const
{
    QList<SessionId> ids;
    const QModelIndexList rows = selectedRows();
    for (const QModelIndex& index : rows) {
        if (!index.parent().isValid() && index.data(SessionsModel::EndedRole).toDouble() == 0)
            ids.append(index.data(SessionsModel::IdRole).toULongLong());
    }
    return ids;
}

QList<ConnectionId> SessionsView::selectedConnections() const
{
    QList<ConnectionId> ids;
    const QModelIndexList rows = selectedRows();
    for (const QModelIndex& index : rows) {
        const bool covered = index.parent().isValid() && selectionModel()->isRowSelected(index.parent().row(), {});
        if (index.parent().isValid() && !covered && index.data(SessionsModel::EndedRole).toDouble() == 0)
            ids.append(index.data(SessionsModel::IdRole).toULongLong());
    }
    return ids;
}

void SessionsView::remember()
{
    m_selected = selectedSessions();
    m_selectedConnections = selectedConnections();
    const QModelIndex current = currentIndex();
    const QModelIndex owner = current.parent().isValid() ? current.parent() : current;
    m_current = owner.data(SessionsModel::IdRole).toULongLong();
    const QModelIndex first = indexAt({1, 1});
    m_top = (first.parent().isValid() ? first.parent() : first).data(SessionsModel::IdRole).toULongLong();
}

void SessionsView::restore()
{
    for (const SessionId id : std::as_const(m_expanded)) {
        const QModelIndex index = m_sessions->indexOf(id);
        if (!index.isValid())
            continue;
        expand(index);
        m_sessions->setWatched(index, true);
    }
    QItemSelection selection;
    for (const SessionId id : std::as_const(m_selected)) {
        const QModelIndex index = m_sessions->indexOf(id);
        if (index.isValid())
            selection.select(index, index);
    }
    for (const ConnectionId id : std::as_const(m_selectedConnections)) {
        const QModelIndex index = m_sessions->indexOfConnection(id);
        if (index.isValid())
            selection.select(index, index);
    }
    const QModelIndex current = m_sessions->indexOf(m_current);
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QModelIndex top = m_sessions->indexOf(m_top);
    if (top.isValid())
        scrollTo(top, PositionAtTop);
}

void FadeDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    // The base class asks for TableModel's roles, which mean other things here.
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.data(SessionsModel::EndedRole).toDouble() > 0)
        option->palette.setColor(QPalette::Text, toneColor(Tone::Refused, option->palette));
    else if (index.data(SessionsModel::IsConnectionRole).toBool() && index.column() != 0)
        option->palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option->palette));
}

void FadeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const double ended = index.data(SessionsModel::EndedRole).toDouble();
    painter->setOpacity(1 - 0.85 * ended);
    MarkDelegate::paint(painter, option, index);
    painter->setOpacity(1);
}

} // namespace sallyport
