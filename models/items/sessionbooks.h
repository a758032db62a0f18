// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"
#include "models/policy/sessionfilter.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace sallyport
{

struct SessionNode;

// A connection as the sessions model keeps it.
struct ConnectionNode {
    Connection connection;
    SessionNode* session = nullptr;
    QString folded; // host and address, case-folded, for the filter
    TimePoint endedAt{}; // zero while it lives
    int row = -1; // where it was last seen among its session's shown connections
    bool shown = false;

    bool ended() const { return endedAt != TimePoint{}; }
};

// A session, the connections it holds and their sums.
struct SessionNode {
    Session session;
    QString folded; // type, user, computer, client, program, case-folded
    std::array<std::uint16_t, 6> bounds{}; // where each field starts in `folded`, and its end
    std::vector<ConnectionNode*> connections; // in the order they came
    std::vector<ConnectionNode*> shownConnections; // those that fit the filter
    TimePoint endedAt{};
    std::uint64_t sent = 0; // of the connections that ended, too
    std::uint64_t received = 0;
    double sendRate = 0;
    double receiveRate = 0;
    int live = 0; // connections that have not ended
    int row = -1; // where it was last seen among the shown rows
    bool shown = false;

    bool ended() const { return endedAt != TimePoint{}; }
};

// Every session and connection the service told of, by id: the storage behind SessionsModel, without any notion of rows
// on a screen. Belongs to one thread.
class SessionBooks
{
public:
    struct Totals {
        qint64 sessions = 0; // alive
        qint64 connections = 0;
        double sendRate = 0; // bytes per second, clients to destinations
        double receiveRate = 0;
    };

    // Adds or updates. The bool says that it is new.
    std::pair<SessionNode*, bool> put(const Session& session);
    // Null when its session is unknown: such a connection can't be shown anywhere.
    std::pair<ConnectionNode*, bool> put(const Connection& connection);
    // Marks as ended; null when unknown or ended before.
    ConnectionNode* endConnection(ConnectionId id, TimePoint now);
    SessionNode* endSession(SessionId id, TimePoint now);
    // Forgets. The caller has taken them off its rows.
    void drop(ConnectionNode* connection);
    void drop(SessionNode* session);

    SessionNode* session(SessionId id) const;
    ConnectionNode* connection(ConnectionId id) const;
    const std::unordered_map<SessionId, std::unique_ptr<SessionNode>>& sessions() const { return m_sessions; }
    const Totals& totals() const { return m_totals; }

    // Sets `shown` of the connections and of the session as the filter says; an empty filter shows all.
    static void filter(SessionNode& session, const SessionFilter& filter);
    static bool fits(const ConnectionNode& connection, const SessionFilter& filter);

private:
    std::unordered_map<SessionId, std::unique_ptr<SessionNode>> m_sessions;
    std::unordered_map<ConnectionId, std::unique_ptr<ConnectionNode>> m_connections;
    Totals m_totals;
};

} // namespace sallyport
