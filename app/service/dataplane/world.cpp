// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/world.h"

namespace sallyport
{

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

} // namespace sallyport
