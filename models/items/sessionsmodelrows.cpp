// SPDX-License-Identifier: GPL-3.0-or-later
// How SessionsModel puts rows in, takes them out, orders them and says that they changed.
#include "models/items/sessionsmodel.h"

#include <algorithm>
#include <span>

namespace sallyport
{

namespace
{

// From so many changed sessions on, all rows are said to have changed.
constexpr std::size_t mostChanged = 32;

} // namespace

void SessionsModel::setExpanded(const QModelIndex& index, bool expanded)
{
    if (!index.isValid() || index.row() >= rowCount() || connection(index))
        return;
    SessionNode& node = *m_now->rows.at(index.row()).session;
    const auto below = static_cast<int>(node.shownConnections.size());
    if (node.expanded == expanded || below == 0)
        return;
    if (expanded)
        beginInsertRows({}, index.row() + 1, index.row() + below);
    else
        beginRemoveRows({}, index.row() + 1, index.row() + below);
    node.expanded = expanded;
    m_now->rows.update(node);
    if (expanded) {
        m_expanded.insert(node.session.id);
        endInsertRows();
    } else {
        m_expanded.remove(node.session.id);
        endRemoveRows();
    }
    noteChanged(&node);
    signalChanges();
    emit refreshed();
}

void SessionsModel::insertSessions(Nodes fresh)
{
    for (SessionNode* node : fresh) {
        m_now->books.judge(*node, m_test);
        SessionBooks::show(*node);
        m_shown.sessions += node->shown ? 1 : 0;
        m_shown.connections += node->shown ? static_cast<qint64>(node->shownConnections.size()) : 0;
    }
    SessionRows& rows = m_now->rows;
    const bool anew = fresh.size() > mostSteps;
    if (anew)
        beginResetModel();
    rows.insertSorted(std::move(fresh), [&](const SessionRows::Place& place, std::span<SessionNode* const> nodes) {
        int made = 0;
        for (const SessionNode* node : nodes)
            made += anew ? 0 : node->rows();
        if (made > 0)
            beginInsertRows({}, place.row, place.row + made - 1);
        rows.insert(place, nodes);
        if (made > 0)
            endInsertRows();
    });
    if (anew)
        endResetModel();
}

// Of sessions known before. One that fits the filter may bring its session in.
void SessionsModel::insertConnections(const std::vector<ConnectionNode*>& fresh)
{
    SessionRows& rows = m_now->rows;
    for (ConnectionNode* node : fresh) {
        SessionNode& session = *node->session;
        if (node->shown || !m_now->books.fits(*node, m_test))
            continue;
        if (session.shown) {
            const int row = rows.rowOf(session) + session.rows();
            if (session.expanded)
                beginInsertRows({}, row, row);
            node->shown = true;
            session.shownConnections.push_back(node);
            if (session.expanded) {
                rows.update(session);
                endInsertRows();
            }
            ++m_shown.connections;
        } else {
            m_now->books.judge(session, m_test);
            const int row = rows.rowFor(session);
            const auto below = session.expanded ? std::count_if(session.connections.begin(), session.connections.end(),
                                   [&session](const ConnectionNode* one) { return session.fitsWhole || one->fits; })
                                                : 0;
            beginInsertRows({}, row, row + static_cast<int>(below));
            SessionBooks::show(session);
            rows.update(session);
            endInsertRows();
            ++m_shown.sessions;
            m_shown.connections += session.liveShown();
        }
        noteChanged(&session);
    }
}

void SessionsModel::removeSessions(Nodes gone)
{
    SessionRows& rows = m_now->rows;
    std::vector<std::pair<int, SessionNode*>> places; // those that are no rows first
    places.reserve(gone.size());
    for (SessionNode* node : gone)
        places.emplace_back(rows.rowOf(*node), node);
    std::sort(places.begin(), places.end());
    const bool anew = gone.size() > mostSteps;
    if (anew)
        beginResetModel();
    // Neighbours go together, the last ones first.
    std::size_t end = places.size();
    while (end > 0) {
        std::size_t start = end - 1;
        const int last = places[start].first + places[start].second->rows() - 1;
        while (start > 0 && places[start - 1].first >= 0
            && places[start - 1].first + places[start - 1].second->rows() == places[start].first)
            --start;
        const int first = places[start].first;
        if (first >= 0 && !anew)
            beginRemoveRows({}, first, last);
        for (std::size_t i = start; i < end; ++i)
            rows.remove(*places[i].second);
        if (first >= 0 && !anew)
            endRemoveRows();
        end = start;
    }
    for (SessionNode* node : gone) {
        m_expanded.remove(node->session.id);
        m_now->books.drop(node);
    }
    if (anew)
        endResetModel();
}

void SessionsModel::removeConnections(SessionNode& session, TimePoint endedBy)
{
    const auto isGone = [endedBy](const ConnectionNode* one) { return one->ended() && one->endedAt <= endedBy; };
    ConnectionNodes& below = session.shownConnections;
    if (session.shown && session.expanded) {
        const int first = m_now->rows.rowOf(session) + 1;
        auto end = below.size();
        while (end > 0) {
            if (!isGone(below[end - 1])) {
                --end;
                continue;
            }
            auto start = end - 1;
            while (start > 0 && isGone(below[start - 1]))
                --start;
            beginRemoveRows({}, first + static_cast<int>(start), first + static_cast<int>(end) - 1);
            below.erase(below.begin() + start, below.begin() + end);
            m_now->rows.update(session);
            endRemoveRows();
            end = start;
        }
    }
    m_now->books.dropConnections(session, endedBy);
    noteChanged(&session);
}

void SessionsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<SessionRow> rows;
    for (const QModelIndex& index : old)
        rows.push_back(m_now->rows.at(index.row()));
    m_now->rows.setOrder({column, order});
    if (m_staged)
        m_staged->rows.setOrder({column, order});
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i) {
        const SessionRow& row = rows[static_cast<std::size_t>(i)];
        moved.append(index(
            row.connection ? m_now->rows.rowOf(*row.connection) : m_now->rows.rowOf(*row.session), old.at(i).column()));
    }
    changePersistentIndexList(old, moved);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SessionsModel::noteChanged(const SessionNode* node)
{
    if (node && node->shown && m_changed.size() < mostChanged)
        m_changed.push_back(node->session.id);
}

// A view looks at the rows on the screen only: telling of every row at once costs it less than many signals.
void SessionsModel::signalChanges()
{
    const std::vector<SessionId> changed = std::exchange(m_changed, {});
    if (rowCount() == 0)
        return;
    if (changed.size() == mostChanged) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (const SessionId id : changed) {
        const SessionNode* node = m_now->books.session(id);
        const int row = node ? m_now->rows.rowOf(*node) : -1;
        const int below = node && node->expanded ? static_cast<int>(node->shownConnections.size()) : 0;
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row + below, ColumnCount - 1));
    }
}

} // namespace sallyport
