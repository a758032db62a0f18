// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/sessionregistry.h"

namespace sallyport
{

Ledger::Ledger(SessionRegistry& registry, unsigned shard)
    : m_registry(registry)
    , m_lastId(shard & shardMask)
{
}

RecordPtr Ledger::open(const SessionKey& key, std::string host, std::uint16_t port, TimePoint now, ClientSession* owner)
{
    auto record = std::make_shared<ConnectionRecord>();
    record->m_session = m_registry.acquire(key, now);
    record->m_start = now;
    record->m_sample.time = now;
    record->m_host = std::move(host);
    record->m_port = port;
    record->m_owner = owner;
    m_registry.count(serviceOf(key.type)).fetch_add(1, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    m_lastId += maxShards;
    record->m_id = m_lastId;
    m_live.emplace(record->m_id, record);
    markDirty(*record);
    return record;
}

void Ledger::connected(ConnectionRecord& record, const IpAddress& address)
{
    const std::lock_guard lock(m_mutex);
    record.m_address = address;
    markDirty(record);
}

void Ledger::retarget(ConnectionRecord& record, std::string host, std::uint16_t port, const IpAddress& address)
{
    const std::lock_guard lock(m_mutex);
    record.m_host = std::move(host);
    record.m_port = port;
    record.m_address = address;
    markDirty(record);
}

void Ledger::moved(ConnectionRecord& record, std::uint64_t sent, std::uint64_t received)
{
    // One writer, so no read-modify-write. Counter first and mark second here, mark first and counter second in the
    // reader, all sequentially consistent: either the reader sees these bytes, or this sees the mark gone and sets it.
    if (sent != 0)
        record.m_sent.store(record.sent() + sent);
    if (received != 0)
        record.m_received.store(record.received() + received);
    if (record.m_dirty.load())
        return;
    const std::lock_guard lock(m_mutex);
    markDirty(record);
}

void Ledger::changeOwner(ConnectionRecord& record, ClientSession* owner)
{
    const std::lock_guard lock(m_mutex);
    record.m_owner = owner;
}

void Ledger::close(ConnectionRecord& record)
{
    {
        const std::lock_guard lock(m_mutex);
        if (record.m_ended)
            return;
        record.m_ended = true;
        record.m_owner = nullptr;
        unmarkDirty(record);
        if (record.m_reported)
            m_ended.push_back(record.m_id);
    }
    m_registry.count(serviceOf(record.key().type)).fetch_sub(1, std::memory_order_relaxed);
    m_registry.release(record.m_session);
    RecordPtr last;
    const std::lock_guard lock(m_mutex);
    if (auto node = m_live.extract(record.m_id))
        last = std::move(node.mapped());
}

RecordPtr Ledger::find(ConnectionId id) const
{
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : found->second;
}

ClientSession* Ledger::owner(ConnectionId id) const
{
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : found->second->m_owner;
}

EndedConnection Ledger::ended(const ConnectionRecord& record)
{
    const SessionKey& key = record.key();
    return {record.m_id, record.session(), QString::fromStdString(record.m_host), record.m_port, record.sent(),
        record.received(), QString::fromStdString(key.user), QString::fromStdString(key.application), key.client};
}

void Ledger::collectChanges(
    std::vector<RecordPtr>& records, std::vector<Connection>& values, QList<ConnectionId>& ended)
{
    const std::lock_guard lock(m_mutex);
    for (const ConnectionId id : m_ended)
        ended.push_back(id);
    m_ended.clear();
    records.reserve(records.size() + m_dirty.size());
    values.reserve(values.size() + m_dirty.size());
    for (ConnectionRecord* record : m_dirty) {
        record->m_dirty.store(false);
        record->m_reported = true;
        records.push_back(m_live.at(record->m_id));
        values.push_back(describeLocked(*record));
    }
    m_dirty.clear();
}

void Ledger::collectLive(std::vector<RecordPtr>& records, bool reportedOnly) const
{
    const std::lock_guard lock(m_mutex);
    records.reserve(records.size() + m_live.size());
    for (const auto& [id, record] : m_live) {
        if (record->m_reported || !reportedOnly)
            records.push_back(record);
    }
}

std::optional<Connection> Ledger::describe(const ConnectionRecord& record) const
{
    const std::lock_guard lock(m_mutex);
    if (record.m_ended)
        return std::nullopt;
    return describeLocked(record);
}

void Ledger::markDirty(ConnectionRecord& record)
{
    if (record.m_ended || record.m_dirty.load(std::memory_order_relaxed))
        return;
    record.m_dirty.store(true);
    record.m_dirtyIndex = m_dirty.size();
    m_dirty.push_back(&record);
}

void Ledger::unmarkDirty(ConnectionRecord& record)
{
    if (!record.m_dirty.load(std::memory_order_relaxed))
        return;
    record.m_dirty.store(false, std::memory_order_relaxed);
    ConnectionRecord* last = m_dirty.back();
    m_dirty[record.m_dirtyIndex] = last;
    last->m_dirtyIndex = record.m_dirtyIndex;
    m_dirty.pop_back();
}

Connection Ledger::describeLocked(const ConnectionRecord& record)
{
    Connection connection;
    connection.id = record.m_id;
    connection.session = record.session();
    connection.host = QString::fromStdString(record.m_host);
    connection.address = record.m_address;
    connection.port = record.m_port;
    connection.start = record.m_start;
    connection.bytesSent = record.m_sent.load(); // see moved() for the order
    connection.bytesReceived = record.m_received.load();
    return connection;
}

} // namespace sallyport
