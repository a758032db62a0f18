// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionsmodel.h"

#include <algorithm>
#include <iterator>

namespace sallyport
{

// Everything that came while paused, merged: bounded by what is alive or ended meanwhile.
struct SessionsModel::Pending {
    bool reset = false;
    std::unordered_map<SessionId, Session> sessions;
    std::unordered_map<ConnectionId, Connection> connections;
    QList<ConnectionId> endedConnections;
    QList<SessionId> endedSessions;

    void add(const SessionDelta& delta)
    {
        if (delta.reset)
            *this = Pending{true, {}, {}, {}, {}};
        for (const Session& session : delta.sessions)
            sessions[session.id] = session;
        for (const Connection& connection : delta.connections)
            connections[connection.id] = connection;
        endWhere(delta.endedConnections, connections, endedConnections);
        endWhere(delta.endedSessions, sessions, endedSessions);
    }

    // What came and went while paused never shows.
    template <typename Id, typename Map> static void endWhere(const QList<Id>& ids, Map& known, QList<Id>& ended)
    {
        for (const Id id : ids) {
            known.erase(id);
            ended.append(id);
        }
    }

    SessionDelta take()
    {
        SessionDelta delta;
        delta.reset = reset;
        for (const auto& [id, session] : sessions)
            delta.sessions.append(session);
        for (const auto& [id, connection] : connections)
            delta.connections.append(connection);
        delta.endedConnections = std::move(endedConnections);
        delta.endedSessions = std::move(endedSessions);
        return delta;
    }
};

SessionsModel::SessionsModel(const Clock& clock, QObject* parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
    , m_books(std::make_unique<SessionBooks>())
{
    m_fade.setInterval(250);
    connect(&m_fade, &QTimer::timeout, this, &SessionsModel::removeEnded);
}

SessionsModel::~SessionsModel() = default;

void SessionsModel::clear()
{
    beginResetModel();
    m_books = std::make_unique<SessionBooks>();
    m_staged.reset();
    m_pending.reset();
    m_all.clear();
    m_rows.clear();
    m_fadingSessions.clear();
    m_fadingConnections.clear();
    m_changedFirst = m_changedLast = -1;
    m_changedWatched.clear();
    endResetModel();
    emit refreshed();
}

void SessionsModel::apply(const SessionDelta& delta)
{
    if (delta.reset)
        m_staged = std::make_unique<SessionBooks>();
    if (m_staged && !(m_paused && m_pending)) {
        stage(delta);
        return;
    }
    if (m_paused) {
        if (!m_pending)
            m_pending = std::make_unique<Pending>();
        m_pending->add(delta);
        m_staged.reset();
        return;
    }
    applyNow(delta);
}

void SessionsModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (paused) {
        m_fade.stop();
        return;
    }
    if (m_pending) {
        const SessionDelta delta = m_pending->take();
        m_pending.reset();
        apply(delta);
    }
    removeEnded();
}

// A snapshot is gathered beside the shown rows and swapped in as a whole, so that no page of it costs a layout.
void SessionsModel::stage(const SessionDelta& delta)
{
    for (const Session& session : delta.sessions)
        m_staged->put(session);
    for (const Connection& connection : delta.connections)
        m_staged->put(connection);
    const TimePoint now = m_clock.now();
    for (const ConnectionId id : delta.endedConnections) {
        if (ConnectionNode* node = m_staged->endConnection(id, now))
            m_staged->drop(node);
    }
    for (const SessionId id : delta.endedSessions) {
        if (SessionNode* node = m_staged->endSession(id, now))
            m_staged->drop(node);
    }
    if (!delta.complete)
        return;
    beginResetModel();
    m_books = std::move(m_staged);
    m_fadingSessions.clear();
    m_fadingConnections.clear();
    m_changedFirst = m_changedLast = -1;
    m_changedWatched.clear();
    rebuild();
    endResetModel();
    emit refreshed();
}

void SessionsModel::applyNow(const SessionDelta& delta)
{
    std::vector<SessionNode*> fresh; // not shown yet; those that fit the filter will be
    for (const Session& session : delta.sessions) {
        const auto [node, isNew] = m_books->put(session);
        if (isNew)
            fresh.push_back(node);
        else
            noteChanged(node);
    }
    if (!fresh.empty())
        addToAll(fresh);
    for (const Connection& connection : delta.connections) {
        const auto [node, isNew] = m_books->put(connection);
        if (!node)
            continue;
        if (!isNew)
            noteChanged(node->session);
        else if (node->session->shown)
            insertConnection(node);
        else
            fresh.push_back(node->session);
    }
    std::sort(fresh.begin(), fresh.end());
    fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
    std::erase_if(fresh, [this](SessionNode* node) {
        SessionBooks::filter(*node, m_filter);
        return !node->shown;
    });
    insertSessions(std::move(fresh));

    const TimePoint now = m_clock.now();
    for (const ConnectionId id : delta.endedConnections) {
        if (const ConnectionNode* node = m_books->endConnection(id, now)) {
            m_fadingConnections.emplace_back(now, id);
            noteChanged(node->session);
        }
    }
    for (const SessionId id : delta.endedSessions) {
        if (const SessionNode* node = m_books->endSession(id, now)) {
            m_fadingSessions.emplace_back(now, id);
            noteChanged(node);
        }
    }
    if ((!m_fadingSessions.empty() || !m_fadingConnections.empty()) && !m_fade.isActive())
        m_fade.start();
    signalChanges();
    emit refreshed();
}

void SessionsModel::removeEnded()
{
    if (m_paused)
        return;
    const TimePoint limit = m_clock.now() - fadeTime;
    const auto old = [limit](const auto& entry) { return entry.first > limit; };
    const auto sessionsEnd = std::find_if(m_fadingSessions.begin(), m_fadingSessions.end(), old);
    std::vector<SessionNode*> gone;
    for (auto it = m_fadingSessions.begin(); it != sessionsEnd; ++it) {
        if (SessionNode* node = m_books->session(it->second))
            gone.push_back(node);
    }
    m_fadingSessions.erase(m_fadingSessions.begin(), sessionsEnd);
    removeSessions(gone);
    const auto connectionsEnd = std::find_if(m_fadingConnections.begin(), m_fadingConnections.end(), old);
    for (auto it = m_fadingConnections.begin(); it != connectionsEnd; ++it) {
        if (ConnectionNode* node = m_books->connection(it->second))
            removeConnection(node);
    }
    m_fadingConnections.erase(m_fadingConnections.begin(), connectionsEnd);

    // The fading of the others goes on.
    for (const auto& [time, id] : m_fadingSessions)
        noteChanged(m_books->session(id));
    for (const auto& [time, id] : m_fadingConnections) {
        if (const ConnectionNode* node = m_books->connection(id))
            noteChanged(node->session);
    }
    signalChanges();
    if (m_fadingSessions.empty() && m_fadingConnections.empty())
        m_fade.stop();
    emit refreshed();
}

void SessionsModel::setFilter(const SessionFilter& filter)
{
    if (filter.terms == m_filter.terms) {
        m_filter = filter;
        return;
    }
    const bool narrows = SessionBooks::narrows(m_filter, filter);
    const SessionBooks::Test test(filter);
    m_filter = filter;
    std::vector<SessionNode*> changed;
    for (SessionNode* node : narrows ? m_rows : m_all) {
        if (SessionBooks::judge(*node, test))
            changed.push_back(node);
    }
    // Many words fit the same sessions as the word before them: then the view has nothing to lay out.
    if (!changed.empty()) {
        beginResetModel();
        for (SessionNode* node : changed)
            SessionBooks::show(*node);
        pickShown();
        endResetModel();
    }
    emit refreshed();
}

void SessionsModel::rebuild()
{
    m_all.clear();
    m_all.reserve(m_books->sessions().size());
    const SessionBooks::Test test(m_filter);
    for (const auto& [id, node] : m_books->sessions()) {
        SessionBooks::judge(*node, test);
        SessionBooks::show(*node);
        m_all.push_back(node.get());
    }
    m_order.sort(m_all);
    pickShown();
}

void SessionsModel::pickShown()
{
    m_rows.clear();
    std::copy_if(
        m_all.begin(), m_all.end(), std::back_inserter(m_rows), [](const SessionNode* node) { return node->shown; });
    renumber(0);
}

// rowOf() looks near where a node was last seen; this keeps the distance small.
void SessionsModel::renumber(int from)
{
    for (auto i = static_cast<std::size_t>(from); i < m_rows.size(); ++i)
        m_rows[i]->row = static_cast<int>(i);
}

void SessionsModel::addToAll(std::vector<SessionNode*> fresh)
{
    const auto less = [this](const SessionNode* a, const SessionNode* b) { return m_order.before(a, b); };
    m_order.sort(fresh);
    std::vector<SessionNode*> merged;
    merged.reserve(m_all.size() + fresh.size());
    auto from = m_all.begin();
    for (SessionNode* node : fresh) {
        const auto at = std::upper_bound(from, m_all.end(), node, less);
        merged.insert(merged.end(), from, at);
        merged.push_back(node);
        from = at;
    }
    merged.insert(merged.end(), from, m_all.end());
    m_all = std::move(merged);
}

void SessionsModel::insertSessions(std::vector<SessionNode*> fresh)
{
    if (fresh.empty())
        return;
    m_order.sort(fresh);
    const auto less = [this](const SessionNode* a, const SessionNode* b) { return m_order.before(a, b); };
    int lowest = static_cast<int>(m_rows.size());
    // From the back, so that the places found for the others stay right; neighbours go in together.
    std::size_t end = fresh.size();
    while (end > 0) {
        const auto at = std::upper_bound(m_rows.begin(), m_rows.end(), fresh[end - 1], less);
        std::size_t start = end - 1;
        while (start > 0 && (at == m_rows.begin() || !m_order.before(fresh[start - 1], *std::prev(at))))
            --start;
        const int row = static_cast<int>(at - m_rows.begin());
        lowest = row;
        beginInsertRows({}, row, row + static_cast<int>(end - start) - 1);
        m_rows.insert(
            at, fresh.begin() + static_cast<std::ptrdiff_t>(start), fresh.begin() + static_cast<std::ptrdiff_t>(end));
        for (std::size_t i = start; i < end; ++i)
            fresh[i]->row = row + static_cast<int>(i - start);
        endInsertRows();
        end = start;
    }
    renumber(lowest);
    // Rows behind an insertion moved; noteChanged()'s range must not be too small.
    if (m_changedLast >= 0) {
        m_changedFirst = 0;
        m_changedLast = static_cast<int>(m_rows.size()) - 1;
    }
}

void SessionsModel::removeSessions(const std::vector<SessionNode*>& gone)
{
    std::vector<int> rows;
    for (const SessionNode* node : gone) {
        if (node->shown)
            rows.push_back(rowOf(node));
    }
    std::sort(rows.begin(), rows.end());
    std::size_t end = rows.size();
    while (end > 0) {
        std::size_t start = end - 1;
        while (start > 0 && rows[start - 1] == rows[start] - 1)
            --start;
        beginRemoveRows({}, rows[start], rows[end - 1]);
        m_rows.erase(m_rows.begin() + rows[start], m_rows.begin() + rows[end - 1] + 1);
        endRemoveRows();
        end = start;
    }
    if (!rows.empty())
        renumber(rows.front());
    std::vector<const SessionNode*> sorted(gone.begin(), gone.end());
    std::sort(sorted.begin(), sorted.end());
    if (!sorted.empty())
        std::erase_if(m_all,
            [&sorted](const SessionNode* node) { return std::binary_search(sorted.begin(), sorted.end(), node); });
    for (SessionNode* node : gone) {
        m_watched.remove(node->session.id);
        m_books->drop(node);
    }
}

void SessionsModel::insertConnection(ConnectionNode* node)
{
    node->shown = SessionBooks::fits(*node, m_filter);
    if (!node->shown)
        return;
    std::vector<ConnectionNode*>& rows = node->session->shownConnections;
    const int row = static_cast<int>(rows.size());
    beginInsertRows(createIndex(rowOf(node->session), 0, nullptr), row, row);
    node->row = row;
    rows.push_back(node);
    endInsertRows();
}

void SessionsModel::removeConnection(ConnectionNode* node)
{
    SessionNode* owner = node->session;
    if (owner->shown && node->shown) {
        const int row = rowOf(node);
        beginRemoveRows(createIndex(rowOf(owner), 0, nullptr), row, row);
        owner->shownConnections.erase(owner->shownConnections.begin() + row);
        endRemoveRows();
    } else {
        std::erase(owner->shownConnections, node);
    }
    m_books->drop(node);
}

void SessionsModel::setWatched(const QModelIndex& session, bool watched)
{
    const SessionNode* found = node(session);
    if (!found)
        return;
    if (watched)
        m_watched.insert(found->session.id);
    else
        m_watched.remove(found->session.id);
}

void SessionsModel::noteChanged(const SessionNode* node)
{
    if (!node || !node->shown || node->row < 0)
        return;
    const int row = rowOf(node);
    m_changedFirst = m_changedFirst < 0 ? row : std::min(m_changedFirst, row);
    m_changedLast = std::max(m_changedLast, row);
    if (m_watched.contains(node->session.id))
        m_changedWatched.insert(node->session.id);
}

void SessionsModel::signalChanges()
{
    const int last = std::min(m_changedLast, static_cast<int>(m_rows.size()) - 1);
    if (m_changedFirst >= 0 && last >= m_changedFirst)
        emit dataChanged(index(m_changedFirst, 0), index(last, ColumnCount - 1));
    m_changedFirst = m_changedLast = -1;
    const QSet<SessionId> watched = std::exchange(m_changedWatched, {});
    for (const SessionId id : watched) {
        const QModelIndex parent = indexOf(id);
        const int rows = parent.isValid() ? rowCount(parent) : 0;
        if (rows > 0)
            emit dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    }
}

SessionsModel::Shown SessionsModel::shown() const
{
    if (m_filter.isEmpty())
        return {m_books->totals().sessions, m_books->totals().connections};
    Shown shown;
    for (const SessionNode* node : m_rows) {
        shown.sessions += node->ended() ? 0 : 1;
        for (const ConnectionNode* connection : node->shownConnections)
            shown.connections += connection->ended() ? 0 : 1;
    }
    return shown;
}

} // namespace sallyport
