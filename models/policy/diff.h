// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QSet>

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

// The draft without some of its changes, as diffPolicies(base, draft) names them: what stands there in `base` stands
// there again, the rest is kept. Changes that it does not have are passed over.
Policy withoutChanges(const Policy& base, const Policy& draft, const QList<PolicyChange>& changes);

// A place that two sides changed to different values. Empty text: nothing stands there.
struct MergeConflict {
    QString path; // as in PolicyChange
    QString base;
    QString mine;
    QString theirs;

    bool operator==(const MergeConflict&) const = default;
};

// Replays onto `mine` (a draft of `base`) what `theirs` changed since `base`. Every path that both changed to different
// values is reported as a conflict; theirs is taken where `takeTheirs` holds the path, mine everywhere else.
struct PolicyMerge {
    Policy merged;
    QList<MergeConflict> conflicts;
};
PolicyMerge mergePolicies(
    const Policy& base, const Policy& mine, const Policy& theirs, const QSet<QString>& takeTheirs = {});

} // namespace sallyport
