// SPDX-License-Identifier: GPL-3.0-or-later
// What SessionsModel makes of deltas and pauses.
#include "models/items/sessionsmodel.h"

#include <algorithm>

namespace sallyport
{

SessionsModel::SessionsModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_now(std::make_unique<Content>(SessionsOrder{Activated, Qt::AscendingOrder}))
{
    m_fade.setInterval(250);
    connect(&m_fade, &QTimer::timeout, this, &SessionsModel::removeEnded);
    m_agePass.setInterval(agePass);
    connect(&m_agePass, &QTimer::timeout, this, [this] {
        if (!isPaused())
            setFilter(SessionFilter(m_filter));
    });
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
    m_test.now = now();
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
    Nodes touched; // of those known before
    for (const Session& session : delta.sessions) {
        const auto [node, isNew] = m_now->books.put(session);
        if (isNew)
            fresh.push_back(node);
        else
            noteChanged(node);
        if (!isNew && m_test.isLive)
            touched.push_back(node);
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
        if (m_test.isLive && node->session->page)
            touched.push_back(node->session);
    }
    insertSessions(std::move(fresh));
    insertConnections(grown);
    endThose(delta);
    for (const ConnectionId id : m_test.isLive ? delta.endedConnections : QList<ConnectionId>()) {
        if (const ConnectionNode* node = m_now->books.connection(id); node && node->session->page)
            touched.push_back(node->session);
    }
    judgeAgain(std::move(touched));
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
            m_shown.connections -= node->liveShown();
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

void SessionsModel::count()
{
    m_shown = {};
    for (const SessionNode* node : m_now->rows.sessions()) {
        if (!node->shown)
            continue;
        m_shown.sessions += node->ended() ? 0 : 1;
        m_shown.connections += node->liveShown();
    }
}

} // namespace sallyport
