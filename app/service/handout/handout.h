// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "models/policy/revision.h"

namespace sallyport
{

// A policy made ready to be enforced: checked, compiled, and its client files written. The error is the first one
// validate() finds. Threading: pure; the result is immutable and shared by all threads.
Result<std::shared_ptr<const Enforcement>> makeEnforcement(const Policy& policy, RevisionNumber revision);

// The strong entity tag of a file (RFC 9110 section 8.8.3): equal bytes have equal tags, whatever revision made them.
// Quotes included.
std::string entityTag(const QByteArray& bytes);

} // namespace sallyport
