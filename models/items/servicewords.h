// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <QString>

// What a service tells of its listeners, in the console's words. A service that does not name its reason (see
// ServiceStatus::fault) is read by its English ones; what neither tells stands there as it came, with everything
// visible. Pure functions.
namespace sallyport::texts
{

// Why one that is stopped is so; `wanted`: the policy in force has it on.
QString whyStopped(const ServiceStatus& status, bool wanted);
// What one that failed waits for.
QString whyWaiting(const ServiceStatus& status);
// Whether that is another program's port, which ending the program frees.
bool portIsTaken(const ServiceStatus& status);
// What there is to say beside its state, empty where that is all.
QString serviceRemark(const ServiceStatus& status);

} // namespace sallyport::texts
