// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <vector>

namespace sallyport
{

// Made-up sessions, one connection each, that change, start and end at a steady rate wherever they stand in the list.
// Every random figure comes from one seed. Belongs to one thread.
class SessionLoad
{
public:
    // Of `changesPerSecond`, one in twenty is a start and one in twenty an end. The `kept` sessions from the middle of
    // the list on never end, so that somebody may look at them.
    SessionLoad(std::uint64_t sessions, double changesPerSecond, std::uint64_t kept);

    const SessionDelta& live() const { return m_first; } // everything, as it was at first
    SessionDelta changes(); // since the last call
    std::uint64_t firstKept() const { return m_firstKept; }

private:
    static Session session(SessionId id);
    Connection connection(ConnectionId id);

    QRandomGenerator m_dice{11};
    std::vector<SessionId> m_live;
    SessionDelta m_first;
    double m_rate;
    std::uint64_t m_next;
    std::uint64_t m_firstKept;
    std::uint64_t m_kept;
    QElapsedTimer m_since;
};

} // namespace sallyport
