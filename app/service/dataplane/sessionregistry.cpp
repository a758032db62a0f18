// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/sessionregistry.h"

#include "models/base/visibletext.h"

#include <cstring>
#include <functional>
#include <unordered_set>
#include <utility>

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
        ConnectionRecord& record = *records[i];
        const RateSample sampled = record.m_sample = sample(record, values[i], now);
        Connection value = withRates(std::move(values[i]), sampled);
        seen.insert(record.id());
        if (sampled.sendRate != 0 || sampled.receiveRate != 0 || sampled.sent != value.bytesSent
            || sampled.received != value.bytesReceived)
            m_moving.push_back(records[i]);
        delta.connections.push_back(std::move(value));
    }
    // Those that fell silent: their rate goes down to nothing once.
    for (const RecordPtr& record : moving) {
        if (seen.contains(record->id()))
            continue;
        auto value = m_ledgers[Ledger::shardOf(record->id())]->describe(*record);
        if (!value)
            continue;
        const RateSample sampled = sample(*record, *value, now);
        const bool resampled = sampled.time != record->m_sample.time;
        record->m_sample = sampled;
        if (!resampled || sampled.sendRate != 0 || sampled.receiveRate != 0)
            m_moving.push_back(record);
        if (!resampled)
            continue;
        records.push_back(record);
        delta.connections.push_back(withRates(*std::move(value), sampled));
    }
    reportSessions(records, delta);
    return delta;
}

SessionDelta SessionRegistry::live(TimePoint now, bool reportedOnly) const
{
    SessionDelta delta;
    delta.reset = true;
    std::vector<RecordPtr> records;
    for (const Ledger* ledger : m_ledgers)
        ledger->collectLive(records, reportedOnly);
    std::unordered_set<SessionId> seen;
    delta.connections.reserve(static_cast<qsizetype>(records.size()));
    for (const RecordPtr& record : records) {
        auto value = m_ledgers[Ledger::shardOf(record->id())]->describe(*record);
        if (!value)
            continue;
        if (seen.insert(record->session()).second)
            delta.sessions.push_back(describe(*record->m_session));
        const RateSample sampled = sample(*record, *value, now);
        delta.connections.push_back(withRates(*std::move(value), sampled));
    }
    if (reportedOnly) {
        // A session that was told stays so while none of its connections was: they will come without it.
        std::vector<std::shared_ptr<const SessionEntry>> others;
        {
            const std::lock_guard lock(m_mutex);
            for (const auto& [key, entry] : m_sessions) {
                if (entry->reported && !seen.contains(entry->session.id))
                    others.push_back(entry);
            }
        }
        for (const auto& entry : others)
            delta.sessions.push_back(describe(*entry));
    }
    return delta;
}

std::size_t SessionRegistry::sessions() const
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.size();
}

// The next sample, or the last one while too little time has passed.
RateSample SessionRegistry::sample(const ConnectionRecord& record, const Connection& value, TimePoint now)
{
    RateSample sample = record.m_sample;
    const auto since = now - sample.time;
    if (since >= shortestSample) {
        const double seconds = std::chrono::duration<double>(since).count();
        sample
            = {now, value.bytesSent, value.bytesReceived, static_cast<double>(value.bytesSent - sample.sent) / seconds,
                static_cast<double>(value.bytesReceived - sample.received) / seconds};
    } else if (since.count() < 0) {
        // The wall clock was set back: nobody knows how long these bytes took.
        sample = {now, value.bytesSent, value.bytesReceived, sample.sendRate, sample.receiveRate};
    }
    return sample;
}

Connection SessionRegistry::withRates(Connection value, const RateSample& sample)
{
    value.sendRate = sample.sendRate;
    value.receiveRate = sample.receiveRate;
    return value;
}

// What is told of a session never changes while it lives, so no lock.
Session SessionRegistry::describe(const SessionEntry& entry)
{
    Session session = entry.session;
    session.user = peerText(entry.key.user);
    session.computer = peerText(entry.key.computer);
    session.application = peerText(entry.key.application);
    return session;
}

void SessionRegistry::reportSessions(const std::vector<RecordPtr>& records, SessionDelta& delta)
{
    const std::lock_guard lock(m_mutex);
    for (const RecordPtr& record : records) {
        SessionEntry& entry = *record->m_session;
        if (std::exchange(entry.reported, true))
            continue;
        delta.sessions.push_back(describe(entry));
        // It ended while this delta was made: said with the next one.
        if (entry.connections == 0)
            m_ended.push_back(entry.session.id);
    }
}

} // namespace sallyport
