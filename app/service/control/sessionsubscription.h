// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <QHash>
#include <QSet>

namespace sallyport
{

// What one subscriber of the sessions is still to be told: a snapshot in pages, then what changed, coalesced. It costs
// one row per live connection, and an id for each that has ended since.
class SessionSubscription
{
public:
    SessionSubscription() = default;
    // Begins with what the changes told before the first add(); see DataPlane::toldSoFar().
    explicit SessionSubscription(SessionDelta toldSoFar)
        : m_snapshot(std::move(toldSoFar))
        , m_inSnapshot(true)
    {
    }

    void add(const SessionDelta& changes);
    bool inSnapshot() const { return m_inSnapshot; }
    SessionDelta nextPage(qsizetype rows); // of the snapshot
    bool hasChanges() const;
    SessionDelta takeChanges(); // once the snapshot is through
    // Ids of what has ended; the only part that is not bounded by what is live.
    qsizetype untoldEnds() const { return m_endedConnections.size() + m_endedSessions.size(); }

private:
    SessionDelta m_snapshot; // what is still to be sent of it is behind the two marks
    qsizetype m_sessionsSent = 0;
    qsizetype m_connectionsSent = 0;
    bool m_inSnapshot = false;
    QHash<SessionId, Session> m_sessions; // changed since the last line
    QHash<ConnectionId, Connection> m_connections;
    QSet<ConnectionId> m_endedConnections;
    QSet<SessionId> m_endedSessions;
};

} // namespace sallyport
