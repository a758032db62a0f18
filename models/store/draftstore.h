// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/policy.h"
#include "models/policy/revision.h"

#include <memory>
#include <optional>

namespace sallyport
{

struct Draft {
    QString server; // key of the server in the console
    RevisionNumber base = 0;
    Policy basePolicy; // the draft works offline
    Policy policy;
};

// The console's unsaved work, one draft a server; survives a crash. Several processes may have the file open: none
// overwrites what it has not seen. One instance belongs to one thread.
class DraftStore
{
public:
    static Result<std::unique_ptr<DraftStore>> open(const QString& file);
    virtual ~DraftStore() = default;
    // ErrorCode::Conflict, and nothing is saved: another process saved or removed this draft since this one opened the
    // file, or last saved or loaded it.
    virtual Status save(const Draft& draft) = 0;
    virtual Result<std::optional<Draft>> load(const QString& server) = 0;
    // Whether save() would meet such a conflict now; costs one look at one row.
    virtual Result<bool> changedElsewhere(const QString& server) = 0;
    virtual Status remove(const QString& server) = 0;
};

} // namespace sallyport
