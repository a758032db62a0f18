// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QRandomGenerator>

namespace sallyport::test
{

// Every field differs from its default; every application key is used.
Policy fullPolicy();
// A valid policy; equal seeds give equal policies but for their ids.
Policy randomPolicy(QRandomGenerator& random);
// Any value of the type, sensible or not: odd text everywhere.
Policy wildPolicy(QRandomGenerator& random);
// `count` programs with two settings each.
Policy largePolicy(int count);

// What mspclnt.ini carries of a policy, so that a written and read one can be compared with `==`: no ids, and nothing
// the file has no place for.
Policy asFileSeesIt(Policy policy);
// The same without the order of entries and settings.
Policy sorted(Policy policy);

} // namespace sallyport::test
