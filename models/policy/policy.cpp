// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policy.h"

#include <QUuid>

namespace sallyport
{

Policy defaultPolicy(const QString& serverName)
{
    Policy policy;
    policy.server.name = serverName;
    policy.client.serverName = serverName;
    policy.client.webProxyName = serverName;
    // The private networks of RFC 1918, and the loopback network, without which a client would send its own local
    // connections to the server.
    policy.localAddresses = {
        {IpAddress::fromV4(0x0a000000), IpAddress::fromV4(0x0affffff)},
        {IpAddress::fromV4(0xac100000), IpAddress::fromV4(0xac1fffff)},
        {IpAddress::fromV4(0xc0a80000), IpAddress::fromV4(0xc0a8ffff)},
        {IpAddress::fromV4(0x7f000000), IpAddress::fromV4(0x7fffffff)},
    };
    policy.unmatched = Verdict::Allow;
    return policy;
}

QString newObjectId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace sallyport
