// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "app/service/logs/logqueue.h"
#include "models/base/clock.h"
#include "models/base/error.h"
#include "models/store/storeguard.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace sallyport
{

struct LogWriterOptions {
    QString database; // log.db
    std::shared_ptr<StoreGuard> guard; // of the database; may be null
    QString directory; // of the daily files
    std::string server; // s-computername
    std::size_t queueLimit = 131072; // records that may wait: about two seconds at full load, at most some 100 MB
    std::uint64_t keepRows = 2000000; // in the database; older ones are removed
    int keepDays = 90; // of daily files, 1 and more
    std::chrono::milliseconds patience{250}; // a record waits no longer than this for company
    std::chrono::milliseconds stopPatience{5000}; // what is queued at the end gets so long to be written
    // Called once when it was not, with the number of rows that are left. The thread may hang in the system for as long
    // as a disk likes, so there is nothing to do but end the process; when this returns, or is empty, the rest is
    // waited for after all.
    std::function<void(std::uint64_t rows)> gaveUp;
};

// Writes the connection log to the database and to the daily files, from a thread of its own. Records that find the
// queue full are dropped and counted. A place that can't be written (full disk, missing folder, damaged database) is
// named by problems() and tried again with every batch and every second, a database that does not open every five
// seconds; once it takes rows again, and at the end at the latest, the number of rows it lacks goes to the service's
// own log and into the daily files as a "#Remark:".
class LogWriter final : public LogSink
{
public:
    explicit LogWriter(const LogWriterOptions& options, const Clock& clock);
    // Writes what is queued first, as long as that takes no longer than `stopPatience`, from close() on if that was
    // called.
    ~LogWriter() override;
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    void log(LogRecord record) override;
    // No further record is taken; what is queued is being written. Returns at once; to be called once at most.
    void close();

    // All of these from any thread.
    std::uint64_t dropped() const; // records that did not reach the database
    QList<Error> problems() const; // what keeps rows from being written now; empty when nothing does
    void flush(); // waits until everything logged before is written or given up

private:
    class Worker;

    const std::chrono::milliseconds m_stopPatience;
    const std::function<void(std::uint64_t)> m_gaveUp;
    LogQueue m_queue;
    std::optional<std::chrono::steady_clock::time_point> m_stopBy; // once it is closed
    std::promise<void> m_ended;
    std::atomic<std::uint64_t> m_lost{0}; // taken from the queue, but not written to the database
    mutable std::mutex m_problemMutex;
    QList<Error> m_problems;
    std::thread m_thread; // last: it uses all the others
};

} // namespace sallyport
