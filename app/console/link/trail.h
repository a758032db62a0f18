// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/diff.h"
#include "models/policy/policy.h"
#include "models/policy/revision.h"

#include <functional>
#include <optional>

class QObject;

namespace sallyport
{

class Server;

// What a server remembers of who changed what. Each asks once; `done` runs on the user interface's thread, unless
// `context` is gone by then.
template <typename T> using Told = std::function<void(const Result<T>&)>;

// The newest revisions, newest first, `limit` at most.
void askHistory(Server& server, int limit, QObject* context, const Told<QList<Revision>>& done);
// One revision in whole. ErrorCode::NotFound: there is none by that number.
struct PolicyOfRevision {
    Revision revision;
    Policy policy;
};
void askRevision(Server& server, RevisionNumber number, QObject* context, const Told<PolicyOfRevision>& done);
// What lies between two revisions.
void askDifference(
    Server& server, RevisionNumber from, RevisionNumber to, QObject* context, const Told<QList<PolicyChange>>& done);
// The newest records of the audit trail, newest first, `limit` at most.
void askAudit(Server& server, int limit, QObject* context, const Told<QList<AuditRecord>>& done);

// Who made a place of the policy in force what it is.
struct Blame {
    std::optional<Revision> revision;
    // Without one: no revision after this one changed it; further back the server did not look.
    RevisionNumber unchangedSince = 0;
};
// ErrorCode::NotFound: nothing stands there. An older service does not know the question and answers with an error.
void askBlame(Server& server, const QString& path, QObject* context, const Told<Blame>& done);

} // namespace sallyport
