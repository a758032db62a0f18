// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/storethread.h"

#include "models/store/storeguard.h"

#include <future>

namespace sallyport
{

Stores::Stores(std::unique_ptr<PolicyStore> policies, std::unique_ptr<RecordStore> records, OpenLog openLog)
    : m_policies(std::move(policies))
    , m_records(std::move(records))
    , m_openLog(std::move(openLog))
{
}

Result<LogStore*> Stores::log()
{
    if (!m_log) {
        auto opened = m_openLog();
        if (!opened)
            return opened.error();
        m_log = *std::move(opened);
    }
    return m_log.get();
}

bool Stores::settle()
{
    const bool settled = m_policies->settle();
    return m_records->settle() && settled;
}

Result<std::unique_ptr<StoreThread>> StoreThread::start(const Open& open)
{
    std::unique_ptr<StoreThread> self(new StoreThread);
    std::promise<Status> opened;
    std::future<Status> outcome = opened.get_future();
    self->m_thread = std::thread([thread = self.get(), open, opened = std::move(opened)]() mutable {
        const auto stores = open();
        opened.set_value(stores ? Status() : stores.error());
        if (stores)
            thread->work(**stores);
    });
    if (const Status status = outcome.get(); !status)
        return status.error();
    return self;
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_posted.notify_one();
    m_thread.join();
}

void StoreThread::dropJobs()
{
    std::deque<Job> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_jobs);
}

void StoreThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_posted.notify_one();
}

void StoreThread::run(const Job& job)
{
    std::promise<void> ran;
    post([&](Stores& stores) {
        job(stores);
        ran.set_value();
    });
    ran.get_future().wait();
}

void StoreThread::work(Stores& stores)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_ending || !m_jobs.empty(); };
    bool settled = false;
    while (true) {
        while (!settled && !m_posted.wait_for(lock, settleAfter, ready)) {
            lock.unlock();
            settled = stores.settle();
            lock.lock();
        }
        m_posted.wait(lock, ready);
        if (m_jobs.empty())
            return;
        settled = false;
        {
            const Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job(stores);
        }
        lock.lock();
    }
}

} // namespace sallyport
