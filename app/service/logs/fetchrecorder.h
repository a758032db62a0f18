// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "models/base/result.h"
#include "models/store/storeguard.h"

#include <QList>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace sallyport
{

struct FetchRecorderOptions {
    QString database; // records.db
    std::chrono::milliseconds patience{250}; // a fetch waits no longer than this for company
    std::size_t queueLimit = 10000; // computers whose fetch may wait; further ones are forgotten until they fetch again
    std::shared_ptr<StoreGuard> guard; // of the database; may be null
    // Called on the recorder's thread after fetches were written; may be empty.
    std::function<void()> written;
};

// Remembers which computer fetched which version of mspclnt.ini, in the records database, from a thread of its own. Of
// several fetches of one computer in a batch the last counts. `since` of a fetch is when the computer first had the
// version.
class FetchRecorder final : public FetchSink
{
public:
    explicit FetchRecorder(const FetchRecorderOptions& options);
    // Writes what is queued first.
    ~FetchRecorder() override;
    FetchRecorder(const FetchRecorder&) = delete;
    FetchRecorder& operator=(const FetchRecorder&) = delete;

    void fetched(const ClientFetch& fetch) override;

    // From any thread: what keeps fetches from being written now; empty when nothing does. They are kept and tried
    // again.
    std::optional<Error> problem() const;

private:
    using Key = std::pair<QString, IpAddress>;

    void run();
    bool waitForFetches(std::optional<std::chrono::milliseconds> atMost);
    QList<ClientFetch> takePending();
    // Gives back what could not be written, behind what came since.
    void giveBack(const QList<ClientFetch>& fetches);
    void setProblem(const Status& status);

    const FetchRecorderOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Key, ClientFetch> m_pending;
    std::optional<Error> m_problem;
    bool m_closed = false;
    std::thread m_thread; // last: it uses all the others
};

} // namespace sallyport
