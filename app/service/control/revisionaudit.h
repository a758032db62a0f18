// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/store/policystore.h"
#include "models/store/recordstore.h"

namespace sallyport
{

// What the audit trail says of a revision: its number and what changed, "revision 2: client.applications[icq] =
// Disable=1; localDomains[example.org] removed". Where that takes too much room it names what was changed alone.
QString revisionSentence(RevisionNumber number, const QList<PolicyChange>& changes);

// What an audit record's `what` may hold (PROTOCOL.md): `text`, shortened by "…" where it is longer, and all of `tail`.
QString shortenedSentence(const QString& text, const QString& tail = {});

// Writes the records that the audit trail lacks of the revisions in the store. The two are files of their own: a
// service that was killed between applying a revision and recording it leaves one without the other. The first policy
// of a folder is nobody's call and gets its record here, as long as it is in force. How many it wrote.
Result<int> recoverAudit(PolicyStore& policies, RecordStore& records);

} // namespace sallyport
