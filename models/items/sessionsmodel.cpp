// SPDX-License-Identifier: GPL-3.0-or-later
// What SessionsModel makes of deltas, pauses and filters.
#include "models/items/sessionsmodel.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Most often all are shown; then none of them need be looked at.
qint64 liveShown(const SessionNode& session)
{
    if (session.shownConnections.size() == session.connections.size())
        return session.live;
    return std::count_if(session.shownConnections.begin(), session.shownConnections.end(),
        [](const ConnectionNode* one) { return !one->ended(); });
}

} // namespace

SessionsModel::SessionsModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_now(std::make_unique<Content>(SessionsOrder{Activated, Qt::AscendingOrder}))
{
    m_fade.setInterval(250);
    connect(&m_fade, &QTimer::timeout, this, &SessionsModel::removeEnded);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_rowsThisTurn = 0;
        stageSome();
    });
}

SessionsModel::~SessionsModel() = default;

void SessionsModel::clear()
{
    m_staged = std::make_unique<Content>(m_now->rows.order());
    m_arriving.clear();
    m_pending = {};
    showStaged();
}

void SessionsModel::apply(const SessionDelta& delta)
{
    if (delta.reset) {
        m_staged = std::make_unique<Content>(m_now->rows.order());
        m_staged->books.reserve(std::max<std::size_t>(2 * m_now->books.sessions().size(), 1 << 17));
        m_stagedComplete = false;
        m_arriving.clear();
        m_arrived = 0;
        m_pending = {};
    }
    if (m_staged) {
        m_arriving.push_back(delta);
        stageSome();
    } else if (isPaused()) {
        m_pending.add(delta, m_now->books);
    } else {
        applyNow(delta);
    }
    emit refreshed();
}

void SessionsModel::setPaused(bool paused)
{
    if (isPaused() == paused)
        return;
    if (paused) {
        m_pausedAt = m_clock.now();
        m_fade.stop();
        return;
    }
    m_pausedAt.reset();
    if (m_staged && m_stagedComplete)
        showStaged();
    else if (!m_staged)
        applyNow(m_pending.take());
    removeEnded();
}

SessionsModel::Held SessionsModel::held() const
{
    return {m_pending.started(), m_pending.ended(), m_staged && m_stagedComplete};
}

void SessionsModel::applyNow(const SessionDelta& delta)
{
    Nodes fresh;
    for (const Session& session : delta.sessions) {
        const auto [node, isNew] = m_now->books.put(session);
        if (isNew)
            fresh.push_back(node);
        else
            noteChanged(node);
    }
    std::vector<ConnectionNode*> grown;
    for (const Connection& connection : delta.connections) {
        const auto [node, isNew] = m_now->books.put(connection);
        if (!node)
            continue;
        if (isNew && node->session->page) // those of fresh sessions come with them
            grown.push_back(node);
        else if (!isNew)
            noteChanged(node->session);
    }
    insertSessions(std::move(fresh));
    insertConnections(grown);
    endThose(delta);
    signalChanges();
}

void SessionsModel::endThose(const SessionDelta& delta)
{
    const TimePoint time = now();
    for (const ConnectionId id : delta.endedConnections) {
        const ConnectionNode* node = m_now->books.endConnection(id, time);
        if (!node)
            continue;
        m_shown.connections -= node->shown && node->session->shown ? 1 : 0;
        m_fadingConnections.emplace_back(time, node->session->session.id);
        noteChanged(node->session);
    }
    for (const SessionId id : delta.endedSessions) {
        const SessionNode* node = m_now->books.session(id);
        if (!node || node->ended())
            continue;
        if (node->shown) {
            --m_shown.sessions;
            m_shown.connections -= liveShown(*node);
        }
        m_now->books.endSession(id, time);
        m_fadingSessions.emplace_back(time, id);
        noteChanged(node);
    }
    if ((!m_fadingSessions.empty() || !m_fadingConnections.empty()) && !m_fade.isActive())
        m_fade.start();
}

void SessionsModel::removeEnded()
{
    if (isPaused())
        return;
    const TimePoint endedBy = m_clock.now() - fadeTime;
    const auto take = [endedBy, this](auto& fading) {
        const auto end = std::find_if(
            fading.begin(), fading.end(), [endedBy](const auto& entry) { return entry.first > endedBy; });
        Nodes nodes;
        for (auto it = fading.begin(); it != end; ++it) {
            if (SessionNode* node = m_now->books.session(it->second))
                nodes.push_back(node);
        }
        fading.erase(fading.begin(), end);
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        return nodes;
    };
    removeSessions(take(m_fadingSessions));
    for (SessionNode* node : take(m_fadingConnections))
        removeConnections(*node, endedBy);

    // The fading of the others goes on.
    for (const auto* fading : {&m_fadingSessions, &m_fadingConnections}) {
        for (const auto& [time, id] : *fading)
            noteChanged(m_now->books.session(id));
    }
    signalChanges();
    if (m_fadingSessions.empty() && m_fadingConnections.empty())
        m_fade.stop();
    else if (!m_fade.isActive())
        m_fade.start();
    emit refreshed();
}

void SessionsModel::setFilter(const SessionFilter& filter)
{
    const bool same = filter.terms == m_filter.terms;
    const bool narrows = SessionBooks::narrows(m_filter, filter);
    m_filter = filter;
    if (same)
        return;
    m_test = SessionBooks::Test(filter);
    Nodes changed;
    for (SessionNode* node : m_now->rows.sessions()) {
        if ((node->shown || !narrows) && SessionBooks::judge(*node, m_test))
            changed.push_back(node);
    }
    // Many words fit the same sessions as the word before them.
    if (!changed.empty()) {
        beginResetModel();
        std::for_each(changed.begin(), changed.end(), [](SessionNode* node) { SessionBooks::show(*node); });
        m_now->rows.updateAll();
        count();
        endResetModel();
    }
    if (m_staged) {
        for (SessionNode* node : m_staged->rows.sessions()) {
            SessionBooks::judge(*node, m_test);
            SessionBooks::show(*node);
        }
        m_staged->rows.updateAll();
    }
    emit refreshed();
}

void SessionsModel::count()
{
    m_shown = {};
    for (const SessionNode* node : m_now->rows.sessions()) {
        if (!node->shown)
            continue;
        m_shown.sessions += node->ended() ? 0 : 1;
        m_shown.connections += liveShown(*node);
    }
}

} // namespace sallyport
