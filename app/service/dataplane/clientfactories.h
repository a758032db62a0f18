// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/shard.h"

namespace sallyport
{

// Which handshake serves the clients of a service's listener.
ClientFactory clientFactory(ServiceName service);

} // namespace sallyport
