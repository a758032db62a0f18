// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consoletreemodel.h"

namespace sallyport
{

class Console;
class Pane;

// The pane of a node; a place that does not exist (its server is gone) gives the root's.
Pane* makePane(const NodePath& path, Console& console);

} // namespace sallyport
