// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sessionload.h"

namespace sallyport
{

SessionLoad::SessionLoad(std::uint64_t sessions, double changesPerSecond, std::uint64_t kept)
    : m_rate(changesPerSecond)
    , m_next(sessions + 1)
    , m_firstKept(sessions / 2)
    , m_kept(kept)
{
    for (SessionId id = 1; id <= sessions; ++id)
        m_live.push_back(id);
    // As a service has them; the time it takes to make them up is not measured.
    for (const SessionId id : m_live) {
        m_first.sessions.append(session(id));
        m_first.connections.append(connection(id));
    }
}

Session SessionLoad::session(SessionId id)
{
    return {id, static_cast<SessionType>(id % 3), QStringLiteral("user%1").arg(id * 7919 % 5000),
        QStringLiteral("PC-%1").arg(id * 104729 % 20000),
        IpAddress::fromV4(0x0a000000 + static_cast<std::uint32_t>(id * 7919 % 1000000)),
        QStringLiteral("program%1.exe").arg(id % 300), TimePoint(std::chrono::seconds(1769904000 + id))};
}

Connection SessionLoad::connection(ConnectionId id)
{
    return {id, id, QStringLiteral("host%1.example.com").arg(id % 9000),
        IpAddress::fromV4(0xc0a80000 + static_cast<std::uint32_t>(id)), 443,
        TimePoint(std::chrono::seconds(1769904000 + id)), m_dice.generate() % 100000, m_dice.generate() % 1000000,
        double(m_dice.bounded(5000)), double(m_dice.bounded(50000))};
}

SessionDelta SessionLoad::changes()
{
    SessionDelta delta;
    if (!m_since.isValid() || m_rate <= 0) {
        m_since.start();
        return delta;
    }
    const double seconds = static_cast<double>(m_since.nsecsElapsed()) / 1e9;
    m_since.start();
    const int count = static_cast<int>(seconds * m_rate);
    const int starts = count / 20;
    for (int i = 0; i < count - 2 * starts; ++i)
        delta.connections.append(connection(m_live[m_dice.bounded(static_cast<quint32>(m_live.size()))]));
    for (int i = 0; i < starts; ++i, ++m_next) {
        delta.sessions.append(session(m_next));
        delta.connections.append(connection(m_next));
        m_live.push_back(m_next);
        SessionId& victim = m_live[m_dice.bounded(static_cast<quint32>(m_live.size() - 1))];
        if (victim >= m_firstKept && victim < m_firstKept + m_kept)
            continue;
        delta.endedConnections.append(victim);
        delta.endedSessions.append(victim);
        victim = m_live.back();
        m_live.pop_back();
    }
    return delta;
}

} // namespace sallyport
