// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <unordered_map>
#include <unordered_set>

namespace sallyport
{

class SessionBooks;

// Everything that came while the sessions were paused, merged: bounded by what lives now and what the books show.
class PendingSessions
{
public:
    // `shown`: what was known when the pause began; what came and went meanwhile leaves nothing behind.
    void add(const SessionDelta& delta, const SessionBooks& shown);
    SessionDelta take();

    qint64 started() const { return static_cast<qint64>(m_started.size()); } // sessions nobody saw yet
    qint64 ended() const { return static_cast<qint64>(m_endedSessions.size()); } // sessions still shown

private:
    std::unordered_map<SessionId, Session> m_started;
    std::unordered_map<SessionId, Session> m_changed;
    std::unordered_map<ConnectionId, Connection> m_connections;
    std::unordered_set<ConnectionId> m_endedConnections;
    std::unordered_set<SessionId> m_endedSessions;
};

} // namespace sallyport
