// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/logrecord.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace sallyport
{

// Records on their way from the data plane to the log writer, bounded. Any thread may push; one takes.
class LogQueue
{
public:
    using Batch = std::vector<LogRecord>;
    static constexpr std::size_t batchRows = 1024;

    // `limit`: records that may wait, at least 1.
    explicit LogQueue(std::size_t limit);

    // A short lock and a move. False: the queue is full, the record is dropped and counted.
    bool push(LogRecord&& record);

    // Waits for records and puts the oldest, at most batchRows, into `batch`: as soon as batchRows are there, else once
    // `patience` has passed since the first came, or at once while somebody flushes or after close(). False: closed and
    // empty, `batch` is empty too. What the batch before held counts as handled now. True with an empty batch: nothing
    // came within `idle`, if that is given.
    bool take(
        Batch& batch, std::chrono::milliseconds patience, std::optional<std::chrono::milliseconds> idle = std::nullopt);

    // Waits until everything pushed before is handled.
    void flush();
    // Further records are dropped; take() gives what is left, then false.
    void close();

    std::uint64_t dropped() const;
    // Pushed, but not handled yet.
    std::uint64_t unhandled() const;

private:
    void appendBatch();

    const std::size_t m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_handledMore;
    std::deque<Batch> m_batches; // oldest first; all but the last are full
    std::vector<Batch> m_spare; // emptied ones, with their memory
    std::size_t m_waiting = 0;
    std::uint64_t m_pushed = 0;
    std::uint64_t m_taken = 0;
    std::uint64_t m_handled = 0;
    std::uint64_t m_dropped = 0;
    int m_flushing = 0;
    bool m_closed = false;
};

} // namespace sallyport
