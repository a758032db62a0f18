// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientfactories.h"

#include "app/service/dataplane/firewallclientsession.h"
#include "app/service/dataplane/sockssession.h"
#include "app/service/dataplane/webproxysession.h"

namespace sallyport
{

ClientFactory clientFactory(ServiceName service)
{
    switch (service) {
    case ServiceName::Socks:
        return SocksSession::make;
    case ServiceName::Firewall:
        return FirewallClientSession::make;
    case ServiceName::WebProxy:
        return WebProxySession::make;
    }
    return nullptr;
}

} // namespace sallyport
