// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <chrono>

namespace sallyport
{

// Whoever keeps a database open settles it after it has had nothing to write for so long: a burst costs nothing, and at
// rest the file is whole by itself.
constexpr std::chrono::milliseconds settleAfter(500);

// Watches the file of one database for a process that alone writes to it: whether what is committed will be found there
// by whoever opens it next. SQLite itself goes on writing to a file that was removed, and over what others put into it.
// All connections of the process to the file share one. From any thread.
class StoreGuard
{
public:
    virtual ~StoreGuard() = default;

    // Why nothing is written to the file any more, naming it and the remedy; once it is lost it stays lost. Never waits
    // for a transaction: one that is under way looks itself.
    virtual Status inPlace() = 0;

    // A connection was opened, and is about to be closed. Without any, what happens to the file is nobody's loss.
    virtual void opened() = 0;
    virtual void closing() = 0;

    // A transaction has the write lock, or a checkpoint is about to be made. Unless this is an error, ended() follows
    // on the same thread, whatever becomes of it.
    virtual Status began() = 0;
    // It is about to be committed, which is the one moment at which the database itself may be written.
    virtual Status committing() = 0;
    // It was committed, or rolled back. An error: what was committed is lost.
    virtual Status ended() = 0;
};

} // namespace sallyport
