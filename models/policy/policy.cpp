// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policy.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <bit>

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
    // Ids must be unique, not secret. QUuid::createUuid() asks the system for each one, which takes longer than reading
    // the entry it is for.
    std::array<quint32, 4> words;
    QRandomGenerator::global()->fillRange(words.data(), words.size());
    auto bytes = std::bit_cast<std::array<char, 16>>(words);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40); // RFC 4122, section 4.4: version 4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size())).toString(QUuid::WithoutBraces);
}

} // namespace sallyport
