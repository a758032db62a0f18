// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/logqueue.h"

#include <algorithm>
#include <utility>

namespace sallyport
{

namespace
{

// Emptied batches kept for reuse; a batch holds about half a megabyte.
constexpr std::size_t spareBatches = 4;

} // namespace

LogQueue::LogQueue(std::size_t limit)
    : m_limit(std::max<std::size_t>(limit, 1))
{
}

bool LogQueue::push(LogRecord&& record)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting >= m_limit || m_closed) {
            ++m_dropped;
            return false;
        }
        if (m_batches.empty() || m_batches.back().size() == batchRows)
            appendBatch();
        m_batches.back().push_back(std::move(record));
        ++m_waiting;
        ++m_pushed;
        // The taker sleeps either without end, while there is nothing, or until its patience ends or a batch is full.
        wake = m_waiting == 1 || m_waiting == batchRows;
    }
    if (wake)
        m_filled.notify_one();
    return true;
}

void LogQueue::appendBatch()
{
    if (m_spare.empty()) {
        m_batches.emplace_back().reserve(batchRows);
    } else {
        m_batches.push_back(std::move(m_spare.back()));
        m_spare.pop_back();
    }
}

bool LogQueue::take(Batch& batch, std::chrono::milliseconds patience, std::optional<std::chrono::milliseconds> idle)
{
    batch.clear(); // before the lock: it frees the records' text
    std::unique_lock lock(m_mutex);
    m_handled = m_taken;
    m_handledMore.notify_all();
    if (batch.capacity() >= batchRows && m_spare.size() < spareBatches)
        m_spare.push_back(std::exchange(batch, Batch()));
    const auto ready = [this] { return m_waiting > 0 || m_closed; };
    if (idle && !m_filled.wait_for(lock, *idle, ready))
        return true;
    m_filled.wait(lock, ready);
    m_filled.wait_for(lock, patience, [this] { return m_waiting >= batchRows || m_closed || m_flushing > 0; });
    if (m_waiting == 0)
        return false;
    batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_waiting -= batch.size();
    m_taken += batch.size();
    return true;
}

void LogQueue::flush()
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t upTo = m_pushed;
    ++m_flushing;
    m_filled.notify_one();
    m_handledMore.wait(lock, [&] { return m_handled >= upTo; });
    --m_flushing;
}

void LogQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_filled.notify_one();
}

std::uint64_t LogQueue::unhandled() const
{
    const std::lock_guard lock(m_mutex);
    return m_pushed - m_handled;
}

std::uint64_t LogQueue::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace sallyport
