// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/options.h"

namespace sallyport
{

// Prints a one-time code for one console. A service that works in the folder is asked for it, since one process at a
// time has the databases; without one this process is that for a moment. Gives the exit code.
int printEnrolmentCode(const ServiceOptions& options);

} // namespace sallyport
