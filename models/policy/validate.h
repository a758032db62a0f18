// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/fault.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"

namespace sallyport
{

// Every problem of the policy, in the order of its fields; a policy with an Error among them is never applied. Warnings
// are for the eye: a disabled program with further keys, a LAT without loopback, an entry that can't take effect.
QList<Problem> validate(const Policy& policy);
bool hasErrors(const QList<Problem>& problems);
// Errors first, since they stop what is being done; then by line.
void sortWorstFirst(QList<Problem>& problems);

// The same rules for one field, for whoever asks while it is typed.
inline constexpr int longestServerName = 255;
inline constexpr int longestDescription = 4096;
// Why nobody can listen there; Fault::None when one can. Its argument is the address.
Fault listenerAddressFault(const IpAddress& address);
// Whether both can't be open at once.
bool listenersClash(const Listener& a, const Listener& b);

} // namespace sallyport
