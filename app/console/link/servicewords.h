// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <QString>

namespace sallyport
{

// What a service tells of its listeners comes in the service's language; these are the console's words for it. What
// they don't know stands behind them as it came, with everything visible.

// Why one that is stopped is so; `wanted`: the policy in force has it on.
QString whyStopped(const ServiceStatus& status, bool wanted);
// What one that failed waits for.
QString whyWaiting(const ServiceStatus& status);
// Whether that is another program's port, which ending the program frees.
bool portIsTaken(const ServiceStatus& status);

} // namespace sallyport
