// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/programcatalogue.h"

namespace sallyport
{

// The programs of resources/applications.json by the names of their sections, for completion while a name is typed.
const ProgramCatalogue& applicationCatalogue();

} // namespace sallyport
