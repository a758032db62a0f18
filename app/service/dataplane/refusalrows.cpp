// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/refusalrows.h"

#include "app/service/dataplane/shard.h"

namespace sallyport
{

namespace
{

// Clients and causes that are told apart in one interval; what others do is counted together, without an address.
constexpr std::size_t mostKinds = 1000;

} // namespace

RefusalRows::RefusalRows(Shard& shard)
    : m_shard(shard)
    , m_timer(*this)
{
}

void RefusalRows::add(LogRecord row)
{
    Kind kind{row.way, m_shard.world().clients.countedAs(row.client), row.status, row.rule1};
    if (m_kinds.size() >= mostKinds && !m_kinds.contains(kind))
        std::get<IpAddress>(kind) = IpAddress();
    Count& count = m_kinds[kind];
    if (!m_timer.active())
        m_shard.timers().start(m_timer, m_shard.world().timeouts.refusalRows);
    if (count.written < firstRows) {
        ++count.written;
        m_shard.log(std::move(row));
        return;
    }
    if (++count.more > 1)
        return;
    count.row = {};
    count.row.way = row.way;
    count.row.operation = row.operation;
    count.row.client = std::get<IpAddress>(kind).isNull() ? IpAddress() : row.client;
    count.row.protocol = std::move(row.protocol);
    count.row.status = row.status;
    count.row.rule1 = std::move(row.rule1);
}

void RefusalRows::add(SessionType way, const IpAddress& client, const char* rule)
{
    LogRecord row;
    row.way = way;
    row.operation = LogOperation::Denied;
    row.time = m_shard.now();
    row.client = client;
    row.rule1 = rule;
    add(std::move(row));
}

void RefusalRows::flush()
{
    for (auto kind = m_kinds.begin(); kind != m_kinds.end();) {
        Count& count = kind->second;
        if (count.more == 0) {
            kind = m_kinds.erase(kind);
            continue;
        }
        LogRecord row = std::move(count.row);
        row.time = m_shard.now();
        row.rule1 += (row.rule1.empty() ? "(" : " (") + std::to_string(count.more) + " more)";
        count.more = 0;
        m_shard.log(std::move(row));
        ++kind;
    }
}

void RefusalRows::onTimer(Timer&)
{
    flush();
    if (!m_kinds.empty())
        m_shard.timers().start(m_timer, m_shard.world().timeouts.refusalRows);
}

} // namespace sallyport
