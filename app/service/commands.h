// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/options.h"

namespace sallyport
{

// --check: prints every problem; 0 when the policy can be applied, 1 when it has errors, 2 when the file is unreadable.
int checkPolicyFile(const QString& file);

// enrol: prints a one-time code and the service's fingerprint.
int printEnrolmentCode(const ServiceOptions& options);

} // namespace sallyport
