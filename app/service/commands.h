// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// --check: prints every problem; 0 when the policy can be applied, 1 when it has errors, 2 when the file is unreadable.
int checkPolicyFile(const QString& file);

} // namespace sallyport
