// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"

#include <QSet>

namespace sallyport
{

// What of a policy is taken over or left as one: an application entry, a list (addresses, domains, the order of the
// entries), a single field.
struct PolicyPart {
    QString path; // "client.applications[msmsgs]", "localAddresses", "client.port"
    QList<PolicyChange> changes; // at least one

    bool operator==(const PolicyPart&) const = default;
};

// The parts that differ, in the order of diffPolicies().
QList<PolicyPart> changedParts(const Policy& before, const Policy& after);

// `before` with the parts of these paths as `after` has them. With all that differ it is `after`.
Policy withParts(const Policy& before, const Policy& after, const QSet<QString>& paths);

} // namespace sallyport
