// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/stopbound.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdlib>

namespace sallyport
{

StopBound::StopBound(std::chrono::steady_clock::time_point until, const char* undone)
    : m_until(std::max(until, std::chrono::steady_clock::now() + std::chrono::seconds(1)))
    , m_undone(undone)
    , m_thread([this] { watch(); })
{
}

StopBound::~StopBound()
{
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void StopBound::watch()
{
    std::unique_lock lock(m_mutex);
    if (m_changed.wait_until(lock, m_until, [this] { return m_done; }))
        return;
    qWarning("stop: %s: a disk, or whoever keeps a database locked, is too slow", m_undone);
    std::_Exit(0);
}

} // namespace sallyport
