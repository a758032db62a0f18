// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"

namespace sallyport
{

// Who is at the other end of a Unix socket, as the kernel says (SO_PEERCRED), with the role localRole() gives.
Caller localCaller(qintptr socket);

// The user behind a Unix socket; nothing when the kernel does not say.
std::optional<unsigned> peerUser(qintptr socket);
// The user who runs this process, as localCaller() would tell of him.
Caller ownCaller();

// The service's own user and root are administrators; anybody else has no role.
std::optional<Role> localRole(unsigned peerUid, unsigned ownUid);

} // namespace sallyport
