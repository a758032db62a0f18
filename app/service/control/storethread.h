// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/logstore.h"
#include "models/store/policystore.h"
#include "models/store/recordstore.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace sallyport
{

// The stores as one thread has them open.
class Stores
{
public:
    using OpenLog = std::function<Result<std::unique_ptr<LogStore>>()>;

    Stores(std::unique_ptr<PolicyStore> policies, std::unique_ptr<RecordStore> records, OpenLog openLog);

    PolicyStore& policies() { return *m_policies; }
    RecordStore& records() { return *m_records; }
    // The connection log, for reading. Opened when first asked for, and tried again each time it did not open: a
    // damaged one is an error here and nowhere else.
    Result<LogStore*> log();
    // The policies and the records, see Database::settle().
    bool settle();

private:
    std::unique_ptr<PolicyStore> m_policies;
    std::unique_ptr<RecordStore> m_records;
    OpenLog m_openLog;
    std::unique_ptr<LogStore> m_log;
};

// A thread with stores of its own, for work that may have to wait for a disk or another program's lock. Jobs run one
// after another in the order they were posted. When there have been none for a moment, what they wrote is settled.
class StoreThread
{
public:
    using Open = std::function<Result<std::unique_ptr<Stores>>()>;
    using Job = std::function<void(Stores&)>;

    // `open` runs on the new thread; waits for it.
    static Result<std::unique_ptr<StoreThread>> start(const Open& open);
    // Runs every job that was posted first.
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    // Those that wait are never run: for a thread that only reads, when nobody waits for its answers any more.
    void dropJobs();

    // From any thread.
    void post(Job job);
    // Posts the job and waits until it has run; from any thread but this one.
    void run(const Job& job);

private:
    StoreThread() = default;
    void work(Stores& stores);

    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace sallyport
