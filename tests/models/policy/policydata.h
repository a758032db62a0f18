// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QDir>
#include <QFile>

namespace sallyport::test
{

inline QString dataPath(const QString& name)
{
    return QStringLiteral(SALLYPORT_TEST_DATA) + QLatin1Char('/') + name;
}

// The file's bytes; null when there is none.
inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A policy that uses every field, for golden files and round trips.
inline Policy richPolicy()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.server.description = QStringLiteral("Zweigstelle K\u00f6ln");
    policy.listeners.webProxy.address = IpAddress::fromV4(0xc0000201);
    policy.listeners.idleTimeoutSeconds = 900;
    policy.listeners.connectionLimit = 9000;
    policy.client.addressing = ServerAddressing::ByAddress;
    policy.client.serverAddresses = {IpAddress::fromV4(0xc0000201), *IpAddress::parse(u"2001:db8::1")};
    policy.client.configurationUrl = QStringLiteral("http://wpad.example.com/proxy.pac");
    policy.client.applications = {
        {QStringLiteral("id-msmsgs"), QStringLiteral("msmsgs"), {{ApplicationKey::Disable, QStringLiteral("1")}}},
        {QStringLiteral("id-icq"), QStringLiteral("icq"),
            {{ApplicationKey::NameResolution, QStringLiteral("R")},
                {ApplicationKey::LocalBindTcpPorts, QStringLiteral("7000-7022, 7100")}}},
    };
    policy.localDomains = {QStringLiteral("example.com"), QStringLiteral("*.corp.example.com")};
    policy.filters.socks.enabled = false;
    return policy;
}

} // namespace sallyport::test
