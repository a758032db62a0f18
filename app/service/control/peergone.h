// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sallyport
{

// Whether the other end of a connected socket is closed already, be there still bytes of it to read or not. Of a local
// one that only writes no more, not; TCP does not tell the two apart. -1 is no socket: gone.
bool peerIsGone(qintptr socket);

} // namespace sallyport
