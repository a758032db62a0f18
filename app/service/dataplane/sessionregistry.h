// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace sallyport
{

class ClientSession;
class Ledger;

inline ServiceName serviceOf(SessionType type)
{
    switch (type) {
    case SessionType::WebProxy:
        return ServiceName::WebProxy;
    case SessionType::Socks:
        return ServiceName::Socks;
    case SessionType::FirewallClient:
    case SessionType::SecureNat:
        break;
    }
    return ServiceName::Firewall;
}

// What makes connections one session, and the computer name, which is told but does not distinguish.
struct SessionKey {
    SessionType type = SessionType::FirewallClient;
    IpAddress client;
    std::string user;
    std::string application;
    std::string computer;

    bool operator==(const SessionKey& other) const
    {
        return type == other.type && client == other.client && user == other.user && application == other.application;
    }
};

struct SessionKeyHash {
    std::size_t operator()(const SessionKey& key) const;
};

struct SessionEntry {
    Session session;
    SessionKey key;
    // Guarded by the registry's lock:
    std::size_t connections = 0;
    bool reported = false; // by changes()
};

// The byte counts at a moment and the rates up to it, in bytes a second.
struct RateSample {
    TimePoint time;
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    double sendRate = 0;
    double receiveRate = 0;
};

// One connection as the registry knows it. The shard writes, the control thread reads.
class ConnectionRecord
{
public:
    ConnectionId id() const { return m_id; }
    SessionId session() const { return m_session->session.id; }
    const SessionKey& key() const { return m_session->key; }
    TimePoint start() const { return m_start; }
    std::uint64_t sent() const { return m_sent.load(std::memory_order_relaxed); }
    std::uint64_t received() const { return m_received.load(std::memory_order_relaxed); }

private:
    friend class Ledger;
    friend class SessionRegistry;

    ConnectionId m_id = 0;
    std::shared_ptr<SessionEntry> m_session;
    TimePoint m_start;
    std::atomic<std::uint64_t> m_sent{0};
    std::atomic<std::uint64_t> m_received{0};
    std::atomic<bool> m_dirty{false}; // in the ledger's list of changed ones

    // Guarded by the ledger's lock:
    std::string m_host;
    IpAddress m_address;
    std::uint16_t m_port = 0;
    bool m_reported = false; // by changes()
    bool m_ended = false;
    ClientSession* m_owner = nullptr;
    std::size_t m_dirtyIndex = 0;

    RateSample m_sample; // the control thread's
};

using RecordPtr = std::shared_ptr<ConnectionRecord>;

// All sessions of the service, and through the shards' ledgers all connections. changes() is a stream with one reader
// and the only one that notes what was told; to look at what is up changes nothing. Threading: changes(), snapshot()
// and toldSoFar() on one control thread; everything else on any.
class SessionRegistry
{
public:
    std::shared_ptr<SessionEntry> acquire(const SessionKey& key, TimePoint now);
    void release(const std::shared_ptr<SessionEntry>& entry);

    void addLedger(Ledger& ledger) { m_ledgers.push_back(&ledger); } // before any thread runs
    SessionDelta changes(TimePoint now);
    SessionDelta snapshot(TimePoint now) const { return live(now, false); }
    // What of it changes() has told so far. Who begins with this, and then takes every further change, knows
    // everything: what opened since comes with the next, and of what ended since nothing is here.
    SessionDelta toldSoFar(TimePoint now) const { return live(now, true); }
    std::size_t sessions() const;

    // Connections of a service that are up.
    std::uint64_t connections(ServiceName service) const { return count(service).load(std::memory_order_relaxed); }

private:
    friend class Ledger;

    std::atomic<std::uint64_t>& count(ServiceName service) { return m_counts[static_cast<std::size_t>(service)]; }
    const std::atomic<std::uint64_t>& count(ServiceName service) const
    {
        return m_counts[static_cast<std::size_t>(service)];
    }
    SessionDelta live(TimePoint now, bool reportedOnly) const;
    static RateSample sample(const ConnectionRecord& record, const Connection& value, TimePoint now);
    static Connection withRates(Connection value, const RateSample& sample);
    static Session describe(const SessionEntry& entry);
    void reportSessions(const std::vector<RecordPtr>& records, SessionDelta& delta);

    mutable std::mutex m_mutex;
    std::unordered_map<SessionKey, std::shared_ptr<SessionEntry>, SessionKeyHash> m_sessions;
    std::vector<SessionId> m_ended;
    SessionId m_lastId = 0;
    std::vector<Ledger*> m_ledgers;
    std::array<std::atomic<std::uint64_t>, 3> m_counts{};
    std::vector<RecordPtr> m_moving; // the control thread's: reported with a rate that is not 0
};

// The connections of one shard. All calls but collect… on the shard's thread; locks are held for a few writes only.
class Ledger
{
public:
    Ledger(SessionRegistry& registry, unsigned shard);

    // `owner` is what disconnecting the connection ends; see ClientSession.
    RecordPtr open(const SessionKey& key, std::string host, std::uint16_t port, TimePoint now, ClientSession* owner);
    void connected(ConnectionRecord& record, const IpAddress& address);
    // The next request of a connection that outlives its requests (HTTP keep-alive) goes somewhere else.
    void retarget(ConnectionRecord& record, std::string host, std::uint16_t port, const IpAddress& address);
    void moved(ConnectionRecord& record, std::uint64_t sent, std::uint64_t received);
    void changeOwner(ConnectionRecord& record, ClientSession* owner);
    void close(ConnectionRecord& record); // twice does no harm

    RecordPtr find(ConnectionId id) const; // null: not here, or ended
    ClientSession* owner(ConnectionId id) const; // likewise
    // Calls visit(record, owner) for each; visit must not open or close.
    template <typename Visit> void forEach(Visit visit)
    {
        for (const auto& [id, record] : m_live)
            visit(*record, record->m_owner);
    }
    // What the control channel is told of a connection that is about to be ended.
    static EndedConnection ended(const ConnectionRecord& record);
    static unsigned shardOf(ConnectionId id) { return static_cast<unsigned>(id & shardMask); }
    static constexpr unsigned maxShards = 64;

    // For SessionRegistry, on the control thread.
    void collectChanges(std::vector<RecordPtr>& records, std::vector<Connection>& values, QList<ConnectionId>& ended);
    void collectLive(std::vector<RecordPtr>& records, bool reportedOnly) const;
    // The record's present state, or nothing when it has ended.
    std::optional<Connection> describe(const ConnectionRecord& record) const;

private:
    static constexpr ConnectionId shardMask = maxShards - 1;

    void markDirty(ConnectionRecord& record); // locked
    void unmarkDirty(ConnectionRecord& record); // locked
    static Connection describeLocked(const ConnectionRecord& record);

    SessionRegistry& m_registry;
    ConnectionId m_lastId;
    mutable std::mutex m_mutex;
    std::unordered_map<ConnectionId, RecordPtr> m_live;
    std::vector<ConnectionRecord*> m_dirty;
    std::vector<ConnectionId> m_ended; // reported ones
};

} // namespace sallyport
