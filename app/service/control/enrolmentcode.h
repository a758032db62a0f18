// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"

namespace sallyport
{

inline constexpr std::chrono::minutes enrolmentCodeLife(15);

// Makes a one-time code ("K7QD-…": 80 random bits), keeps its hash in the store and returns the code itself, which is
// nowhere else. Works from any process that opened the records.
Result<QString> issueEnrolmentCode(RecordStore& records, Role role, TimePoint now);
// What the audit trail says of a code that was issued; never the code.
QString invitationSentence(Role role);
// What the store compares by; spacing, dashes and case of the text do not matter.
QByteArray enrolmentCodeHash(const QString& code);

} // namespace sallyport
