// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/sessionregistry.h"

#include <cstring>
#include <functional>
#include <unordered_set>

namespace sallyport
{

namespace
{

// Rates are taken over at least this long, or a single packet would look like a flood.
constexpr std::chrono::milliseconds shortestSample{900};

} // namespace

std::size_t SessionKeyHash::operator()(const SessionKey& key) const
{
    std::uint64_t halves[2];
    std::memcpy(halves, key.client.bytes().data(), sizeof halves);
    std::size_t hash = static_cast<std::size_t>(key.type);
    const auto mix = [&hash](std::size_t part) { hash ^= part + 0x9e3779b97f4a7c15 + (hash << 6) + (hash >> 2); };
    mix(std::hash<std::uint64_t>()(halves[0]));
    mix(std::hash<std::uint64_t>()(halves[1]));
    mix(std::hash<std::string>()(key.user));
    mix(std::hash<std::string>()(key.application));
    return hash;
}

std::shared_ptr<SessionEntry> SessionRegistry::acquire(const SessionKey& key, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_sessions[key];
    if (!entry) {
        entry = std::make_shared<SessionEntry>();
        entry->key = key;
        entry->session.id = ++m_lastId;
        entry->session.type = key.type;
        entry->session.client = key.client;
        entry->session.activated = now;
    }
    ++entry->connections;
    return entry;
}

void SessionRegistry::release(const std::shared_ptr<SessionEntry>& entry)
{
    const std::lock_guard lock(m_mutex);
    if (--entry->connections > 0)
        return;
    if (entry->reported)
        m_ended.push_back(entry->session.id);
    m_sessions.erase(entry->key);
}

SessionDelta SessionRegistry::changes(TimePoint now)
{
    SessionDelta delta;
    {
        // First, so that the connections of an ended session are in this delta too.
        const std::lock_guard lock(m_mutex);
        delta.endedSessions = QList<SessionId>(m_ended.begin(), m_ended.end());
        m_ended.clear();
    }
    std::vector<RecordPtr> records;
    std::vector<Connection> values;
    std::vector<RecordPtr> moving;
    moving.swap(m_moving);
    for (Ledger* ledger : m_ledgers)
        ledger->collectChanges(records, values, delta.endedConnections);
    delta.connections.reserve(static_cast<qsizetype>(records.size() + moving.size()));
    std::unordered_set<ConnectionId> seen;
    for (std::size_t i = 0; i < records.size(); ++i) {
        seen.insert(records[i]->id());
        delta.connections.push_back(sample(*records[i], std::move(values[i]), now));
        if (delta.connections.back().sendRate != 0 || delta.connections.back().receiveRate != 0
            || records[i]->m_sampledSent != delta.connections.back().bytesSent
            || records[i]->m_sampledReceived != delta.connections.back().bytesReceived)
            m_moving.push_back(records[i]);
    }
    // Those that fell silent: their rate goes down to nothing once.
    for (const RecordPtr& record : moving) {
        if (seen.contains(record->id()))
            continue;
        auto value = m_ledgers[Ledger::shardOf(record->id())]->describe(*record, true);
        if (!value)
            continue;
        const TimePoint before = record->m_sampled;
        Connection sampled = sample(*record, std::move(*value), now);
        if (record->m_sampled == before) {
            m_moving.push_back(record);
            continue;
        }
        if (sampled.sendRate != 0 || sampled.receiveRate != 0)
            m_moving.push_back(record);
        records.push_back(record);
        delta.connections.push_back(std::move(sampled));
    }
    reportSessions(records, delta, false);
    return delta;
}

SessionDelta SessionRegistry::snapshot(TimePoint now)
{
    SessionDelta delta;
    delta.reset = true;
    std::vector<RecordPtr> records;
    for (Ledger* ledger : m_ledgers)
        ledger->collectAll(records);
    std::vector<RecordPtr> live;
    live.reserve(records.size());
    delta.connections.reserve(static_cast<qsizetype>(records.size()));
    for (RecordPtr& record : records) {
        auto value = m_ledgers[Ledger::shardOf(record->id())]->describe(*record, true);
        if (!value)
            continue;
        delta.connections.push_back(sample(*record, std::move(*value), now));
        live.push_back(std::move(record));
    }
    reportSessions(live, delta, true);
    return delta;
}

Connection SessionRegistry::sample(ConnectionRecord& record, Connection connection, TimePoint now)
{
    connection.bytesSent = record.m_sent.load(); // see Ledger::moved for the order
    connection.bytesReceived = record.m_received.load();
    const auto since = now - record.m_sampled;
    if (since >= shortestSample) {
        const double seconds = std::chrono::duration<double>(since).count();
        record.m_sendRate = static_cast<double>(connection.bytesSent - record.m_sampledSent) / seconds;
        record.m_receiveRate = static_cast<double>(connection.bytesReceived - record.m_sampledReceived) / seconds;
        record.m_sampled = now;
        record.m_sampledSent = connection.bytesSent;
        record.m_sampledReceived = connection.bytesReceived;
    } else if (since.count() < 0) {
        record.m_sampled = now; // the wall clock was set back
    }
    connection.sendRate = record.m_sendRate;
    connection.receiveRate = record.m_receiveRate;
    return connection;
}

void SessionRegistry::reportSessions(const std::vector<RecordPtr>& records, SessionDelta& delta, bool all)
{
    std::unordered_set<SessionId> seen;
    const std::lock_guard lock(m_mutex);
    for (const RecordPtr& record : records) {
        SessionEntry& entry = *record->m_session;
        if ((entry.reported && !all) || !seen.insert(entry.session.id).second)
            continue;
        if (!entry.reported) {
            entry.reported = true;
            // It ended while this delta was made: said with the next one.
            if (entry.connections == 0)
                m_ended.push_back(entry.session.id);
        }
        Session session = entry.session;
        session.user = QString::fromStdString(entry.key.user);
        session.computer = QString::fromStdString(entry.key.computer);
        session.application = QString::fromStdString(entry.key.application);
        delta.sessions.push_back(std::move(session));
    }
}

} // namespace sallyport
