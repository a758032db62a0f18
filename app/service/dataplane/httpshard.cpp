// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httpshard.h"

#include "app/service/dataplane/shard.h"

#include <random>

namespace sallyport
{

namespace
{

// The same for all shards of a process: a request may come back to another one.
const std::string& processTag()
{
    static const std::string tag = [] {
        constexpr std::string_view digits = "0123456789abcdef";
        std::random_device random;
        std::string text;
        for (int i = 0; i < 8; ++i)
            text += digits[random() % digits.size()];
        return text;
    }();
    return tag;
}

} // namespace

HttpShard::HttpShard(Shard& shard)
    : upstreams(shard)
    , m_shard(shard)
{
}

void HttpShard::refresh()
{
    const auto& enforcement = m_shard.enforcement();
    if (m_named == enforcement)
        return;
    m_named = enforcement;
    m_server = enforcement->policy.server.name.toStdString();
    m_via.clear();
    for (const char c : m_server)
        m_via += http::isTokenByte(c) ? c : '-';
    if (m_via.empty())
        m_via = "sallyport";
    m_via += '-';
    m_via += processTag();
}

const std::string& HttpShard::via()
{
    refresh();
    return m_via;
}

const std::string& HttpShard::date()
{
    const TimePoint now = m_shard.now();
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second != m_dateOf || m_date.empty()) {
        m_dateOf = second;
        m_date = http::httpDate(now);
    }
    return m_date;
}

http::ReplyContext HttpShard::context(bool close, bool head)
{
    refresh();
    return {date(), m_server, close, head};
}

} // namespace sallyport
