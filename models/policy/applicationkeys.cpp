// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/applicationkeys.h"

#include <array>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;
using Key = ApplicationKey;

constexpr std::array nameResolutions{Name("L"), Name("R")};
constexpr std::array localHostResolutions{Name("L"), Name("P"), Name("E")};
constexpr std::array controlChannels{Name("Wsp.udp"), Name("Wsp.tcp")};

const std::array specs{
    ApplicationKeySpec{Key::Disable, Name("Disable"), ValueKind::Switch, {}},
    ApplicationKeySpec{Key::NameResolution, Name("NameResolution"), ValueKind::Choice, nameResolutions},
    ApplicationKeySpec{
        Key::NameResolutionForLocalHost, Name("NameResolutionForLocalHost"), ValueKind::Choice, localHostResolutions},
    ApplicationKeySpec{Key::LocalBindTcpPorts, Name("LocalBindTcpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::LocalBindUdpPorts, Name("LocalBindUdpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::RemoteBindTcpPorts, Name("RemoteBindTcpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::RemoteBindUdpPorts, Name("RemoteBindUdpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::ServerBindTcpPorts, Name("ServerBindTcpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::ProxyBindIp, Name("ProxyBindIp"), ValueKind::PortAddressList, {}},
    ApplicationKeySpec{Key::KillOldSession, Name("KillOldSession"), ValueKind::Switch, {}},
    ApplicationKeySpec{Key::Persistent, Name("Persistent"), ValueKind::Switch, {}},
    ApplicationKeySpec{Key::ForceCredentials, Name("ForceCredentials"), ValueKind::Switch, {}},
    ApplicationKeySpec{Key::ForceProxy, Name("ForceProxy"), ValueKind::ServerChoice, {}},
    ApplicationKeySpec{Key::ControlChannel, Name("ControlChannel"), ValueKind::Choice, controlChannels},
    ApplicationKeySpec{Key::EnableRouteMode, Name("EnableRouteMode"), ValueKind::Switch, {}},
    ApplicationKeySpec{Key::DontRemoteOutboundTcpPorts, Name("DontRemoteOutboundTcpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::DontRemoteOutboundUdpPorts, Name("DontRemoteOutboundUdpPorts"), ValueKind::PortList, {}},
    ApplicationKeySpec{Key::DisableEx, Name("DisableEx"), ValueKind::Switch, {}},
};

} // namespace

std::span<const ApplicationKeySpec> applicationKeySpecs()
{
    return specs;
}

const ApplicationKeySpec& applicationKeySpec(ApplicationKey key)
{
    // The table is in the order of the enumeration; a test holds it to that.
    return specs[static_cast<std::size_t>(key)];
}

std::optional<ApplicationKey> applicationKeyFromName(QStringView name)
{
    for (const ApplicationKeySpec& spec : specs) {
        if (name.size() == spec.name.size() && name.compare(spec.name, Qt::CaseInsensitive) == 0)
            return spec.key;
    }
    return std::nullopt;
}

} // namespace sallyport
