// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pendingsessions.h"

#include "models/items/sessionbooks.h"

namespace sallyport
{

void PendingSessions::add(const SessionDelta& delta, const SessionBooks& shown)
{
    for (const Session& session : delta.sessions)
        (shown.session(session.id) ? m_changed : m_started)[session.id] = session;
    for (const Connection& connection : delta.connections)
        m_connections[connection.id] = connection;
    for (const ConnectionId id : delta.endedConnections) {
        m_connections.erase(id);
        if (shown.connection(id))
            m_endedConnections.insert(id);
    }
    for (const SessionId id : delta.endedSessions) {
        m_started.erase(id);
        const SessionNode* node = shown.session(id);
        if (node && !node->ended())
            m_endedSessions.insert(id);
    }
}

SessionDelta PendingSessions::take()
{
    SessionDelta delta;
    for (const auto* sessions : {&m_started, &m_changed}) {
        for (const auto& [id, session] : *sessions)
            delta.sessions.append(session);
    }
    for (const auto& [id, connection] : m_connections)
        delta.connections.append(connection);
    delta.endedConnections = {m_endedConnections.begin(), m_endedConnections.end()};
    delta.endedSessions = {m_endedSessions.begin(), m_endedSessions.end()};
    *this = {};
    return delta;
}

} // namespace sallyport
