// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientfactories.h"

#include "app/service/dataplane/sockssession.h"

namespace sallyport
{

ClientFactory clientFactory(ServiceName service)
{
    switch (service) {
    case ServiceName::Socks:
        return SocksSession::make;
    case ServiceName::Firewall:
    case ServiceName::WebProxy:
        break;
    }
    return nullptr;
}

} // namespace sallyport
