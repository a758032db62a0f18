// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeguard.h"

#include <QString>

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace sallyport
{

// A database of the service's folder and the log beside it. Nobody else writes to these, so that every change in
// between this process's own transactions is somebody else's doing: the file was removed, replaced, emptied or written
// over, even if only by a checkpoint. Such a file is lost until the service starts again, also when it is put back:
// what the connections have in memory and in the log no longer belongs to what stands there, and only a start looks at
// it as a whole.
//
// Only stat() is asked: opening and closing a database would drop the locks that SQLite holds on it. What others write
// in the milliseconds of a commit itself is taken for the service's own.
class StoreFile final : public StoreGuard
{
public:
    // `loss`: what is said of a file that is lost, and what that means for the service.
    StoreFile(const QString& database, Fault loss);

    Status inPlace() override;
    void opened() override;
    void closing() override;
    Status began() override;
    Status committing() override;
    Status ended() override;

    // Once all connections are closed: takes away the log and the index of a database that was removed or replaced.
    // SQLite leaves them, and would read them into whatever is put in its place. A log that holds something is kept
    // under another name, which is returned; empty when there is none.
    QString takeLogAway();

private:
    struct Seen {
        bool there = false;
        quint64 device = 0;
        quint64 inode = 0;
        qint64 bytes = 0;
        qint64 written = 0; // nanoseconds
    };
    enum File { Database, Log, Index, FileCount };
    enum class Own { Nothing, Log, Everything }; // what a transaction of this process may have changed

    QString nameOf(int file) const;
    static Seen look(const QString& name);
    // These under the mutex.
    void remember();
    Status compare(Own changed); // keeps the first loss for good
    Status lose(const QString& name);

    const QString m_database;
    const Fault m_loss;
    std::mutex m_mutex;
    std::condition_variable m_idle;
    bool m_inTransaction = false;
    int m_connections = 0;
    std::array<Seen, FileCount> m_seen;
    std::optional<Error> m_lost;
};

} // namespace sallyport
