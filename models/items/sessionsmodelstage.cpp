// SPDX-License-Identifier: GPL-3.0-or-later
// How SessionsModel takes in a snapshot: beside the rows on the screen, a little with each turn of the event loop, and
// swapped in as a whole when it is complete.
#include "models/items/sessionsmodel.h"

#include <QThreadPool>

#include <algorithm>
#include <span>

namespace sallyport
{

// However many pages arrive together, the event loop waits for few rows.
void SessionsModel::stageSome()
{
    while (!m_arriving.empty() && m_rowsThisTurn < rowsPerTurn) {
        const SessionDelta& delta = m_arriving.front();
        const qsizetype all = delta.sessions.size() + delta.connections.size();
        const qsizetype count = std::min(all - m_arrived, rowsPerTurn - m_rowsThisTurn);
        stage(delta, m_arrived, count);
        m_arrived += count;
        m_rowsThisTurn += std::max<qsizetype>(count, 1);
        if (m_arrived < all)
            break;
        stageEnds(delta);
        m_stagedComplete = m_stagedComplete || delta.complete;
        m_arrived = 0;
        m_arriving.pop_front();
    }
    if (m_rowsThisTurn > 0 && !m_turn.isActive())
        m_turn.start(0);
    if (m_arriving.empty() && m_staged && m_stagedComplete && !isPaused())
        showStaged();
}

// `count` of the delta's sessions and then connections, from the one at `from` on.
void SessionsModel::stage(const SessionDelta& delta, qsizetype from, qsizetype count)
{
    SessionBooks& books = m_staged->books;
    SessionRows& rows = m_staged->rows;
    Nodes fresh;
    Nodes grown;
    const qsizetype sessions = delta.sessions.size();
    for (qsizetype i = from; i < std::min(from + count, sessions); ++i) {
        if (const auto [node, isNew] = books.put(delta.sessions.at(i)); isNew)
            fresh.push_back(node);
    }
    for (qsizetype i = std::max(from, sessions); i < from + count; ++i) {
        const auto [node, isNew] = books.put(delta.connections.at(i - sessions));
        if (node && isNew && node->session->page)
            grown.push_back(node->session);
    }
    const auto judge = [this, &books](SessionNode* node) {
        books.judge(*node, m_test);
        SessionBooks::show(*node);
    };
    std::for_each(fresh.begin(), fresh.end(), judge);
    rows.insertSorted(std::move(fresh),
        [&rows](const SessionRows::Place& place, std::span<SessionNode* const> nodes) { rows.insert(place, nodes); });
    for (SessionNode* node : grown) {
        const bool wasShown = node->shown;
        judge(node);
        if (node->shown != wasShown) // none is expanded yet
            rows.update(*node);
    }
}

void SessionsModel::stageEnds(const SessionDelta& delta)
{
    SessionBooks& books = m_staged->books;
    for (const ConnectionId id : delta.endedConnections) {
        if (const ConnectionNode* node = books.endConnection(id, now()))
            books.dropConnections(*node->session, now());
    }
    for (const SessionId id : delta.endedSessions) {
        if (SessionNode* node = books.endSession(id, now())) {
            m_staged->rows.remove(*node);
            books.drop(node);
        }
    }
}

void SessionsModel::showStaged()
{
    beginResetModel();
    // Ids begin anew when the service does; only the same session stays expanded.
    erase_if(m_expanded, [this](SessionId id) {
        const SessionNode* old = m_now->books.session(id);
        SessionNode* next = m_staged->books.session(id);
        if (!old || !next || !next->session.isSameAs(old->session))
            return true;
        next->expanded = true;
        m_staged->rows.update(*next);
        return false;
    });
    std::swap(m_now, m_staged);
    ++m_generation;
    // A large list takes long to take apart, and nobody waits for that.
    QThreadPool::globalInstance()->start(
        [old = std::shared_ptr<Content>(std::move(m_staged))]() mutable { old.reset(); });
    m_stagedComplete = false;
    m_fadingSessions.clear();
    m_fadingConnections.clear();
    m_changed.clear();
    count();
    endResetModel();
    emit refreshed();
}

} // namespace sallyport
