// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/revision.h"

#include <optional>

// Records of the audit trail as the console writes them, translated where the service's words are known; others stand
// as they came. Pure functions.
namespace sallyport::texts
{

QString auditAction(const QString& method); // "policy.apply" -> "Apply"
QString auditWho(const QString& who); // as it came, but for "unknown console"
QString auditOrigin(const QString& from); // "local:uid=0" -> "this computer (uid 0)"
QString auditWhat(const AuditRecord& record); // with places of the policy in words
// Its author's words as they came, or those of the service for the first one of a folder.
QString revisionComment(const Revision& revision);
// The revision that the record speaks of, if it does.
std::optional<RevisionNumber> auditRevision(const AuditRecord& record);

} // namespace sallyport::texts
