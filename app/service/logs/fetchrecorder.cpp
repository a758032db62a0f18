// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/fetchrecorder.h"

#include "models/store/recordstore.h"

namespace sallyport
{

namespace
{

constexpr std::chrono::seconds retryInterval(5);

} // namespace

FetchRecorder::FetchRecorder(const FetchRecorderOptions& options)
    : m_options(options)
    , m_thread([this] { run(); })
{
}

FetchRecorder::~FetchRecorder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void FetchRecorder::fetched(const ClientFetch& given)
{
    ClientFetch fetch = given;
    fetch.computer = keptName(fetch.computer); // what waits here is bounded, too
    const std::lock_guard lock(m_mutex);
    const Key key(fetch.computer, fetch.address);
    const auto known = m_pending.find(key);
    if (known == m_pending.end() && m_pending.size() >= m_options.queueLimit)
        return;
    ClientFetch& pending = known == m_pending.end() ? m_pending[key] : known->second;
    const bool sameVersion = pending.version == fetch.version && known != m_pending.end();
    const TimePoint since = sameVersion ? pending.since : fetch.fetched;
    pending = fetch;
    pending.since = since;
    if (m_pending.size() == 1)
        m_changed.notify_one();
}

std::optional<Error> FetchRecorder::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void FetchRecorder::setProblem(const Status& status)
{
    const std::lock_guard lock(m_mutex);
    if (!status && !m_problem)
        qWarning("client fetches: %s", qPrintable(status.error().text()));
    m_problem = status ? std::nullopt : std::optional(status.error());
}

// False: there were none for so long.
bool FetchRecorder::waitForFetches(std::optional<std::chrono::milliseconds> atMost)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_closed || !m_pending.empty(); };
    if (atMost)
        return m_changed.wait_for(lock, *atMost, ready);
    m_changed.wait(lock, ready);
    return true;
}

// None when the recorder is being closed and all are written.
QList<ClientFetch> FetchRecorder::takePending()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, m_options.patience, [this] { return m_closed; });
    QList<ClientFetch> fetches;
    for (const auto& [key, fetch] : m_pending)
        fetches.append(fetch);
    m_pending.clear();
    return fetches;
}

void FetchRecorder::giveBack(const QList<ClientFetch>& fetches)
{
    std::unique_lock lock(m_mutex);
    for (const ClientFetch& fetch : fetches)
        m_pending.emplace(Key(fetch.computer, fetch.address), fetch);
    m_changed.wait_for(lock, retryInterval, [this] { return m_closed; });
}

void FetchRecorder::run()
{
    std::unique_ptr<RecordStore> store;
    bool settled = true;
    while (true) {
        if (!waitForFetches(settled ? std::nullopt : std::optional(settleAfter))) {
            settled = store->settle();
            continue;
        }
        const QList<ClientFetch> fetches = takePending();
        if (fetches.isEmpty())
            return;
        Status status;
        if (!store) {
            auto opened = RecordStore::open(m_options.database, m_options.guard);
            if (opened)
                store = *std::move(opened);
            else
                status = opened.error();
        }
        if (status && store)
            status = store->noteFetches(fetches);
        settled = !store;
        setProblem(status);
        if (status && m_options.written)
            m_options.written();
        if (status)
            continue;
        giveBack(fetches);
        const std::lock_guard lock(m_mutex);
        if (!m_closed)
            continue;
        qWarning("client fetches: %zu were not recorded", m_pending.size());
        return;
    }
}

} // namespace sallyport
