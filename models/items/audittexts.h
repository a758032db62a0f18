// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/revision.h"

#include <optional>

// Records of the audit trail as the console writes them, translated where the service's words are known; others stand
// as they came. Pure functions.
namespace sallyport::texts
{

QString auditAction(const QString& method); // "policy.apply" -> "Apply"
QString auditOrigin(const QString& from); // "local:uid=0" -> "this computer (uid 0)"
QString auditWhat(const AuditRecord& record); // with places of the policy in words
// The revision that the record speaks of, if it does.
std::optional<RevisionNumber> auditRevision(const AuditRecord& record);

} // namespace sallyport::texts
