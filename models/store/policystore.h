// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/revision.h"

#include <memory>

namespace sallyport
{

class StoreGuard;

// Immutable revisions of the policy; objects are addressed by their content. Durable before acknowledged
// (SQLite WAL, synchronous=FULL). One instance belongs to one thread; several processes may open one file.
class PolicyStore
{
public:
    // Creates or migrates the file. A file of a later version, or a damaged one, is an error and stays untouched.
    // `guard` watches the file, for a process that alone writes to it; what it says is an error of whatever writes.
    static Result<std::unique_ptr<PolicyStore>> open(
        const QString& file, const std::shared_ptr<StoreGuard>& guard = {});
    virtual ~PolicyStore() = default;
    // Makes the file whole by itself, see Database::settle(). False: not now, try again later.
    virtual bool settle() { return true; }

    // The newest revision; number 0 when there is none yet.
    virtual Result<Revision> head() = 0;
    virtual Result<Revision> revision(RevisionNumber number) = 0;
    virtual Result<Policy> policy(RevisionNumber number) = 0;
    // Compare-and-swap: ErrorCode::Conflict unless `parent` is the head. Returns the head itself when nothing differs.
    virtual Result<Revision> apply(
        RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment, TimePoint time)
        = 0;
    // Newest first; `before` 0 = from the head. limit 1-10000.
    virtual Result<QList<Revision>> history(int limit, RevisionNumber before = 0) = 0;
};

} // namespace sallyport
