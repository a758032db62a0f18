// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/world.h"

#include <sys/resource.h>

#include <algorithm>

namespace sallyport
{

namespace
{

// Pipes, the resolver, log files, databases, control connections.
constexpr rlim_t mostReserved = 512;

} // namespace

void EnforcementSource::set(std::shared_ptr<const Enforcement> enforcement)
{
    const std::lock_guard lock(m_mutex);
    m_enforcement = std::move(enforcement);
    m_generation.fetch_add(1, std::memory_order_release);
}

std::shared_ptr<const Enforcement> EnforcementSource::get(std::uint64_t& generation) const
{
    const std::lock_guard lock(m_mutex);
    generation = m_generation.load(std::memory_order_relaxed);
    return m_enforcement;
}

ClientLimit::ClientLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        limit.rlim_cur = 1024;
    const rlim_t files = std::min<rlim_t>(limit.rlim_cur, 4'000'000);
    m_most = static_cast<int>((files - std::min(mostReserved, files / 4)) / 2);
}

} // namespace sallyport
