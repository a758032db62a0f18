// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/upstreampool.h"

#include "app/service/dataplane/shard.h"
#include "app/service/dataplane/thisserver.h"

#include <algorithm>
#include <chrono>

namespace sallyport
{

namespace
{

// Shorter than the keep-alive time of common servers, so that a request seldom meets a connection being closed.
constexpr std::chrono::seconds mostIdle{15};
constexpr std::chrono::seconds sweepEvery{1};
constexpr std::size_t mostPerServer = 64;
constexpr std::size_t mostTogether = 128;
// No further one that has to settle first: those that can be used at once are worth more.
constexpr std::size_t mostSettling = 64;

} // namespace

UpstreamPool::UpstreamPool(Shard& shard)
    : m_shard(shard)
    , m_timer(*this)
{
}

Upstream UpstreamPool::take(std::string_view authority, const IpAddress& client)
{
    const auto found = m_idle.find(authority);
    if (found == m_idle.end())
        return {};
    std::vector<Idle>& idle = found->second;
    while (true) {
        const auto at = std::find_if(
            idle.rbegin(), idle.rend(), [this, &client](const Idle& entry) { return mayTake(entry, client); });
        if (at == idle.rend())
            return {};
        Upstream upstream = std::move(at->upstream);
        const bool bodiless = at->bodiless;
        idle.erase(std::next(at).base());
        --m_count;
        // What came just now has brought no event yet.
        char byte;
        if (!bodiless || upstream.socket->read(&byte, 1).state == IoState::WouldBlock)
            return upstream;
    }
}

bool UpstreamPool::mayTake(const Idle& entry, const IpAddress& client) const
{
    const bool settled = !entry.bodiless
        || (m_shard.timers().now() - entry.since) * TimerWheel::tick >= m_shard.world().timeouts.settle;
    return settled && mayReach(entry.upstream.address, client).ok();
}

bool UpstreamPool::isQuiet(Socket& socket)
{
    // A byte or an end that has come already would bring no further edge.
    char byte;
    return !socket.readable() || socket.read(&byte, 1).state == IoState::WouldBlock;
}

void UpstreamPool::giveBack(const std::string& authority, Upstream upstream, bool bodiless)
{
    if (m_count >= (bodiless ? mostSettling : mostTogether))
        return;
    std::vector<Idle>& idle = m_idle[authority];
    if (idle.size() >= mostPerServer)
        return;
    upstream.socket->setHandler(this);
    idle.push_back({std::move(upstream), m_shard.timers().now(), bodiless});
    ++m_count;
    if (!m_timer.active())
        m_shard.timers().start(m_timer, sweepEvery);
}

void UpstreamPool::clear()
{
    m_idle.clear();
    m_count = 0;
    m_timer.stop();
}

// Idle servers have nothing to say: whatever happened, the connection is of no use any more.
void UpstreamPool::onSocket(Socket& socket)
{
    if (!socket.readable() && !socket.failed())
        return;
    for (auto& [authority, idle] : m_idle) {
        const auto at = std::find_if(
            idle.begin(), idle.end(), [&socket](const Idle& entry) { return entry.upstream.socket.get() == &socket; });
        if (at == idle.end())
            continue;
        idle.erase(at);
        --m_count;
        return;
    }
}

void UpstreamPool::onTimer(Timer&)
{
    const std::uint64_t now = m_shard.timers().now();
    for (auto it = m_idle.begin(); it != m_idle.end();) {
        m_count -= std::erase_if(
            it->second, [now](const Idle& entry) { return (now - entry.since) * TimerWheel::tick >= mostIdle; });
        it = it->second.empty() ? m_idle.erase(it) : std::next(it);
    }
    if (m_count > 0)
        m_shard.timers().start(m_timer, sweepEvery);
}

} // namespace sallyport
