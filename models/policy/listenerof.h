// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/session.h"

namespace sallyport
{

// What the policy says of a service's listener; the SOCKS one is an application filter's.
inline const Listener& listenerOf(const Policy& policy, ServiceName name)
{
    switch (name) {
    case ServiceName::WebProxy:
        return policy.listeners.webProxy;
    case ServiceName::Socks:
        return policy.filters.socks;
    case ServiceName::Firewall:
        break;
    }
    return policy.listeners.firewallClient;
}

} // namespace sallyport
