// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

namespace sallyport
{

inline ApplicationEntry sampleEntry(int number)
{
    ApplicationEntry entry;
    entry.id = QStringLiteral("id-%1").arg(number, 8, 10, QLatin1Char('0'));
    entry.name = QStringLiteral("program%1").arg(number);
    entry.setValue(ApplicationKey::Disable, number % 2 == 0 ? QStringLiteral("1") : QStringLiteral("0"));
    entry.setValue(ApplicationKey::NameResolution, QStringLiteral("L"));
    return entry;
}

// A policy that only its number decides, with `entries` application entries.
inline Policy samplePolicy(int number, int entries = 3)
{
    Policy policy;
    policy.server.name = QStringLiteral("branch-a");
    policy.server.description = QStringLiteral("state %1, \"quoted\"\n\u00fc").arg(number);
    policy.client.serverName = QStringLiteral("branch-a.example");
    policy.client.webProxyName = QStringLiteral("branch-a.example");
    policy.localAddresses = {{IpAddress::fromV4(0x0a000000), IpAddress::fromV4(0x0affffff)}};
    policy.localDomains = {QStringLiteral("example.com"), QStringLiteral("*.example.net")};
    for (int i = 0; i < entries; ++i)
        policy.client.applications.append(sampleEntry(i));
    if (entries > 0)
        policy.client.applications[number % entries].setValue(
            ApplicationKey::RemoteBindTcpPorts, QString::number(1024 + number % 60000));
    return policy;
}

inline TimePoint sampleTime(int second)
{
    return TimePoint(std::chrono::seconds(1006538100 + second)); // 2001-11-23 17:55:00 UTC
}

} // namespace sallyport
