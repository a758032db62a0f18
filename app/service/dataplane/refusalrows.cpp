// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/refusalrows.h"

#include "app/service/dataplane/shard.h"

namespace sallyport
{

namespace
{

// Addresses with rows of their own in one interval; what others do is counted together, without an address.
constexpr std::size_t mostKinds = 200;

} // namespace

RefusalRows::RefusalRows(Shard& shard)
    : m_shard(shard)
    , m_timer(*this)
{
}

void RefusalRows::add(SessionType way, const IpAddress& client, const std::string& rule)
{
    Kind kind{way, client, rule};
    auto found = m_kinds.find(kind);
    if (found == m_kinds.end() && m_kinds.size() >= mostKinds) {
        std::get<IpAddress>(kind) = IpAddress();
        found = m_kinds.find(kind);
    }
    if (found != m_kinds.end()) {
        ++found->second;
        return;
    }
    write(kind, 0);
    m_kinds.emplace(std::move(kind), 0);
    if (!m_timer.active())
        m_shard.timers().start(m_timer, m_shard.world().timeouts.refusalRows);
}

void RefusalRows::flush()
{
    for (auto kind = m_kinds.begin(); kind != m_kinds.end();) {
        if (kind->second == 0) {
            kind = m_kinds.erase(kind);
            continue;
        }
        write(kind->first, kind->second);
        kind->second = 0;
        ++kind;
    }
}

void RefusalRows::onTimer(Timer&)
{
    flush();
    if (!m_kinds.empty())
        m_shard.timers().start(m_timer, m_shard.world().timeouts.refusalRows);
}

void RefusalRows::write(const Kind& kind, std::uint64_t more)
{
    LogRecord row;
    row.operation = LogOperation::Denied;
    row.time = m_shard.now();
    std::tie(row.way, row.client, row.rule1) = kind;
    if (more > 0)
        row.rule1 += " (" + std::to_string(more) + " more)";
    m_shard.log(std::move(row));
}

} // namespace sallyport
