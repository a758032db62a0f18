// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/policy/policy.h"
#include "models/policy/revision.h"

namespace sallyport::texts
{

// The headline of a kind of error, one short sentence without the particulars.
QString errorHeadline(ErrorCode code);
// Headline and particulars for one line or paragraph, in the console's language as far as the error has a Fault.
QString error(const Error& error);
QString verdict(Verdict verdict);
QString role(Role role);
// SHA-256 hex in upper-case groups of four, for reading aloud and comparing.
QString fingerprint(const QString& hex);

} // namespace sallyport::texts
