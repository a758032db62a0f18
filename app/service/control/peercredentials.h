// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"

namespace sallyport
{

// Who is at the other end of a Unix socket, as the kernel says (SO_PEERCRED). The service's own user and root are
// administrators; anybody else has no role.
Caller localCaller(qintptr socket);

// Restricts a file to its owner (0600).
Status restrictToOwner(const QString& file);

} // namespace sallyport
