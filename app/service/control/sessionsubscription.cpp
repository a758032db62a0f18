// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/sessionsubscription.h"

namespace sallyport
{

void SessionSubscription::add(const SessionDelta& changes)
{
    for (const Session& session : changes.sessions)
        m_sessions.insert(session.id, session);
    for (const Connection& connection : changes.connections)
        m_connections.insert(connection.id, connection);
    for (const ConnectionId id : changes.endedConnections) {
        m_connections.remove(id);
        m_endedConnections.insert(id);
    }
    for (const SessionId id : changes.endedSessions) {
        m_sessions.remove(id);
        m_endedSessions.insert(id);
    }
}

bool SessionSubscription::hasChanges() const
{
    return !m_sessions.isEmpty() || !m_connections.isEmpty() || !m_endedConnections.isEmpty()
        || !m_endedSessions.isEmpty();
}

SessionDelta SessionSubscription::nextPage(qsizetype rows)
{
    SessionDelta page;
    page.reset = m_sessionsSent == 0 && m_connectionsSent == 0;
    page.sessions = m_snapshot.sessions.mid(m_sessionsSent, rows);
    page.connections = m_snapshot.connections.mid(m_connectionsSent, rows - page.sessions.size());
    m_sessionsSent += page.sessions.size();
    m_connectionsSent += page.connections.size();
    page.complete = m_sessionsSent == m_snapshot.sessions.size() && m_connectionsSent == m_snapshot.connections.size();
    if (page.complete) {
        m_inSnapshot = false;
        m_snapshot = {};
    }
    return page;
}

SessionDelta SessionSubscription::takeChanges()
{
    SessionDelta delta;
    delta.sessions = std::exchange(m_sessions, {}).values();
    delta.connections = std::exchange(m_connections, {}).values();
    delta.endedConnections = std::exchange(m_endedConnections, {}).values();
    delta.endedSessions = std::exchange(m_endedSessions, {}).values();
    return delta;
}

} // namespace sallyport
