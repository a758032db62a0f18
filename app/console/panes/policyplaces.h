// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consoletreemodel.h"

namespace sallyport
{

// Where a part of the policy is seen and edited, by its path as changes and problems give it.
NodeKind placeOfPath(const QString& path);

} // namespace sallyport
