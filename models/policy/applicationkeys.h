// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

#include <optional>
#include <span>

namespace sallyport
{

// The keys an application section of mspclnt.ini may hold (ISA Server 2000 product documentation, "Configuring firewall
// client application settings"; EnableRouteMode, DontRemote… and DisableEx: TMG documentation).
enum class ApplicationKey {
    Disable,
    NameResolution,
    NameResolutionForLocalHost,
    LocalBindTcpPorts,
    LocalBindUdpPorts,
    RemoteBindTcpPorts,
    RemoteBindUdpPorts,
    ServerBindTcpPorts,
    ProxyBindIp,
    KillOldSession,
    Persistent,
    ForceCredentials,
    ForceProxy,
    ControlChannel,
    EnableRouteMode,
    DontRemoteOutboundTcpPorts,
    DontRemoteOutboundUdpPorts,
    DisableEx,
};

// What a key's value looks like; an editor is chosen by it.
enum class ValueKind {
    Switch, // 0 or 1
    Choice, // one of ApplicationKeySpec::choices
    PortList, // "7000-7022, 7100"; ports 0-65535, 0 = any
    PortAddressList, // "port:address[, …]"
    ServerChoice, // "i:ADDRESS" or "n:NAME"
};

struct ApplicationKeySpec {
    ApplicationKey key;
    QLatin1StringView name; // as written in the file
    ValueKind kind;
    std::span<const QLatin1StringView> choices; // for Choice; empty otherwise
};

// All keys in the order of the documentation.
std::span<const ApplicationKeySpec> applicationKeySpecs();
const ApplicationKeySpec& applicationKeySpec(ApplicationKey key);
// Names are compared without case, as the clients do.
std::optional<ApplicationKey> applicationKeyFromName(QStringView name);

// The value in its canonical text ("l" -> "L", "7100,7000 - 7022" -> "7000-7022, 7100"), or why it does not fit, with
// the remedy. `subject` of the error is the key's name.
Result<QString> canonicalApplicationValue(ApplicationKey key, const QString& text);

} // namespace sallyport
