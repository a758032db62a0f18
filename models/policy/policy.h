// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/clientconfiguration.h"

namespace sallyport
{

enum class Verdict { Allow, Deny };
QString verdictWord(Verdict verdict); // "allow", "deny"
std::optional<Verdict> verdictFromWord(QStringView word);

// The server as administrators see it.
struct ServerIdentity {
    QString name;
    QString description;

    bool operator==(const ServerIdentity&) const = default;
};

// Where one service listens. Port 0 is taken by --ephemeral only, never stored.
struct Listener {
    bool enabled = true;
    IpAddress address = IpAddress::fromV4(0x7f000001);
    int port = 0; // 1-65535

    bool operator==(const Listener&) const = default;
};

// Outgoing Web Requests and the Firewall Client channel.
struct Listeners {
    Listener webProxy{true, IpAddress::fromV4(0x7f000001), 8080};
    Listener firewallClient{true, IpAddress::fromV4(0x7f000001), 1745};
    int connectTimeoutSeconds = 30; // 1-600
    int idleTimeoutSeconds = 1800; // 10-86400
    int connectionLimit = 0; // clients' connections at once, 0 = as many as the file limit allows; 0-1000000

    bool operator==(const Listeners&) const = default;
};

struct ApplicationFilters {
    Listener socks{true, IpAddress::fromV4(0x7f000001), 1080}; // SOCKS V4; disabled = port closed

    bool operator==(const ApplicationFilters&) const = default;
};

// Everything an administrator decides, as one comparable value. No clock, no lock, no environment.
struct Policy {
    ServerIdentity server;
    Listeners listeners;
    ClientConfiguration client;
    QList<AddressRange> localAddresses; // Local Address Table
    QStringList localDomains; // Local Domain Table: suffixes, see domainSuffix()
    ApplicationFilters filters;
    // What happens to a request that no entry or rule speaks of. Written out, never implied.
    Verdict unmatched = Verdict::Deny;

    bool operator==(const Policy&) const = default;
};

// The format number of policy.json; rises when a reader of the last one would misread.
inline constexpr int policyFormat = 1;

// What a new server starts with (resources/policy/default.json holds the same; a test compares them).
Policy defaultPolicy(const QString& serverName);

// A fresh stable id for an object.
QString newObjectId();

} // namespace sallyport
