// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <chrono>

namespace sallyport
{

// The folder of databases, logs and key, held by one process at a time. The lock is the kernel's and goes with the
// process, however it ends; the file it is on stays, and says whose it was last.
class FolderLock
{
public:
    // Makes the folder when there is none, and waits up to `patience` for another process to leave it. Errors name what
    // stands in the way and the remedy: another process has it (ErrorCode::Duplicate), it can't be made or written, its
    // name is too long, it or what is in it is somebody else's or open to others.
    static Result<FolderLock> take(const QString& folder, std::chrono::milliseconds patience = {});
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace sallyport
