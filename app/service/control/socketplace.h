// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace sallyport
{

// Makes room for a local socket: one that is left over and that nobody listens on is removed. Everything else stays,
// and is an error.
Status clearSocketPlace(const QString& path);

} // namespace sallyport
