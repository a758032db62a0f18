// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/peergone.h"

#include <poll.h>
#include <sys/socket.h>

namespace sallyport
{

bool peerIsGone(qintptr socket)
{
    if (socket < 0)
        return true;
    const int descriptor = static_cast<int>(socket);
    int family = AF_UNSPEC;
    socklen_t size = sizeof family;
    getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size);
    pollfd ends{descriptor, short(family == AF_UNIX ? 0 : POLLRDHUP), 0};
    return poll(&ends, 1, 0) > 0;
}

} // namespace sallyport
