// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

namespace sallyport
{

// Every problem of the policy, in the order of its fields; a policy with an Error among them is never applied. Warnings
// are for the eye: a disabled program with further keys, a LAT without loopback, an entry that can't take effect.
QList<Problem> validate(const Policy& policy);
bool hasErrors(const QList<Problem>& problems);

} // namespace sallyport
