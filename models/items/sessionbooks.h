// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/textpool.h"
#include "models/policy/session.h"
#include "models/policy/sessionfilter.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace sallyport
{

struct SessionNode;
struct SessionPage;

// A connection as the sessions model keeps it.
struct ConnectionNode {
    Connection connection;
    SessionNode* session = nullptr;
    HeldText host;
    TimePoint endedAt{}; // zero while it lives
    bool shown = false; // among its session's shown connections; seen while the session is shown
    bool fits = false; // what SessionBooks::judge() found, unless the whole session fits

    bool ended() const { return endedAt != TimePoint{}; }
};

// A session, the connections it holds and their sums.
struct SessionNode {
    // First what a filter and SessionRows ask of every session: two cache lines.
    std::vector<ConnectionNode*> shownConnections; // those that fit the filter; meaningless while it is not shown
    std::vector<ConnectionNode*> connections; // in the order they came
    SessionPage* page = nullptr; // where SessionRows keeps it
    bool shown = false;
    bool expanded = false; // its shown connections are rows
    bool fits = false; // what SessionBooks::judge() found
    bool fitsWhole = false; // with all its connections
    int live = 0; // connections that have not ended
    HeldText user;
    HeldText computer;
    HeldText program;
    Session session;
    TimePoint endedAt{};
    std::uint64_t sent = 0; // of the connections that ended, too
    std::uint64_t received = 0;
    double sendRate = 0;
    double receiveRate = 0;

    bool ended() const { return endedAt != TimePoint{}; }
    // How many it makes.
    int rows() const { return shown ? 1 + (expanded ? static_cast<int>(shownConnections.size()) : 0) : 0; }
    // Shown connections that have not ended, while it is shown itself.
    qint64 liveShown() const;
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

    // Room for so many sessions and connections: growing step by step makes single calls slow.
    void reserve(std::size_t count);
    // Adds or updates. The bool says that it is new.
    std::pair<SessionNode*, bool> put(const Session& session);
    // Null when its session is unknown: such a connection can't be shown anywhere.
    std::pair<ConnectionNode*, bool> put(const Connection& connection);
    // Marks as ended; null when unknown or ended before.
    ConnectionNode* endConnection(ConnectionId id, TimePoint now);
    SessionNode* endSession(SessionId id, TimePoint now);
    // Forgets. The caller has taken them off its rows.
    void dropConnections(SessionNode& session, TimePoint endedBy); // that ended no later
    void drop(SessionNode* session);

    SessionNode* session(SessionId id) const;
    ConnectionNode* connection(ConnectionId id) const;
    const std::unordered_map<SessionId, std::unique_ptr<SessionNode>>& sessions() const { return m_sessions; }
    const Totals& totals() const { return m_totals; }

    // A filter made ready to be asked of many sessions.
    struct Test {
        // Ages are told from `now` on.
        explicit Test(const SessionFilter& filter, TimePoint now = {}, Asker asker = Asker::List);

        enum class Asks { AnyField, OwnField, OwnFigure, Connection };
        enum class Field { Type, User, Computer, Client, Program };
        enum class Figure { Sent, Received, Out, In, Connections, Age };
        struct Term {
            Asks asks = Asks::AnyField;
            Field field = Field::Type; // of OwnField
            Figure figure = Figure::Sent;
            bool host = false; // may fit a connection's host
            bool port = false; // may fit its port
            bool address = false; // may fit an address
            unsigned types = 0; // that it fits, one bit each
            std::size_t place = 0; // among the terms
            SessionFilter::Term term;
        };
        std::uint32_t number = 0; // no two tests of different terms have the same
        Asker asker;
        std::vector<Term> terms;
        TimePoint now;
        bool isLive = false; // a known session may come to fit, or cease to, with any change of it
    };
    // Sets `fits` of the session and its connections; an empty filter fits all. True when `shown` differs from it.
    bool judge(SessionNode& session, const Test& test);
    // Makes `shown` and the shown connections what judge() found.
    static void show(SessionNode& session);
    // Whether all that fits `next` fits `last` as well.
    static bool narrows(const SessionFilter& last, const SessionFilter& next);
    bool fits(const ConnectionNode& connection, const Test& test) const;
    // How much of a session fits: nothing, it and what fits() of its connections, or all of it. Sets nothing.
    enum class Part { None, Some, Whole };
    Part fitting(const SessionNode& session, const Test& test) const;

private:
    void forget(ConnectionNode* connection);

    TextPool m_texts;
    std::unordered_map<SessionId, std::unique_ptr<SessionNode>> m_sessions;
    std::unordered_map<ConnectionId, std::unique_ptr<ConnectionNode>> m_connections;
    Totals m_totals;
};

} // namespace sallyport
