// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

namespace sallyport
{

enum class ChangeKind { Added, Removed, Changed };

// One difference between two policies, small enough for a line in the Apply bar.
struct PolicyChange {
    ChangeKind kind = ChangeKind::Changed;
    QString path; // "client.applications[msmsgs].Disable", "listeners.webProxy.port"
    QString before; // canonical text, empty when added
    QString after; // canonical text, empty when removed

    bool operator==(const PolicyChange&) const = default;
};

// In the order of the fields; entries are matched by id, so a rename is one change.
QList<PolicyChange> diffPolicies(const Policy& before, const Policy& after);

// Replays onto `mine` (a draft of `base`) what `theirs` changed since `base`. Paths that both changed to different
// values come back as conflicts, with mine kept.
struct PolicyMerge {
    Policy merged;
    QList<PolicyChange> conflicts; // before = theirs, after = mine
};
PolicyMerge mergePolicies(const Policy& base, const Policy& mine, const Policy& theirs);

} // namespace sallyport
