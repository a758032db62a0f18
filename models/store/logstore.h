// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/logrecord.h"

#include <memory>
#include <vector>

namespace sallyport
{

class StoreGuard;

struct LogQuery {
    int limit = 100; // 1-10000, newest first
    std::uint64_t before = 0; // row number to page on from; 0 = newest
    QString text; // substring of the row, without case; empty = all
};

struct LogRow {
    std::uint64_t number = 0;
    LogRecord record;
};

// The connection log in SQLite. write() is one transaction for the whole batch and is meant for a thread of its own; it
// is the hot path of logging (tens of thousands of rows a second). Not durable to the last batch by design
// (synchronous=OFF/NORMAL in WAL): logs may lose their last second on power failure, never their consistency.
class LogStore
{
public:
    // `guard` watches the file, for a process that alone writes to it; what it says is an error of whatever writes.
    static Result<std::unique_ptr<LogStore>> open(const QString& file, const std::shared_ptr<StoreGuard>& guard = {});
    virtual ~LogStore() = default;
    // Makes the file whole by itself, see Database::settle(). False: not now, try again later.
    virtual bool settle() { return true; }
    // An empty batch tells whether one could be written.
    virtual Status write(const std::vector<LogRecord>& batch) = 0;
    virtual Result<QList<LogRow>> query(const LogQuery& query) = 0;
    // Removes the oldest rows beyond `keep`.
    virtual Status trim(std::uint64_t keep) = 0;
};

} // namespace sallyport
