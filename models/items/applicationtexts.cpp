// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/applicationtexts.h"

#include <QCoreApplication>

namespace sallyport::texts
{

namespace
{

struct ApplicationTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ApplicationTexts)
};

} // namespace

QString keyMeaning(ApplicationKey key)
{
    switch (key) {
    case ApplicationKey::Disable:
        return ApplicationTexts::tr(
            "Whether the program is taken off the Firewall Client; requests it still makes there are then refused.");
    case ApplicationKey::NameResolution:
        return ApplicationTexts::tr("Where names are looked up: on the server or on the PC.");
    case ApplicationKey::NameResolutionForLocalHost:
        return ApplicationTexts::tr("Which addresses the program is given for the PC's own name.");
    case ApplicationKey::LocalBindTcpPorts:
        return ApplicationTexts::tr("TCP ports the program opens on the PC.");
    case ApplicationKey::LocalBindUdpPorts:
        return ApplicationTexts::tr("UDP ports the program opens on the PC.");
    case ApplicationKey::RemoteBindTcpPorts:
        return ApplicationTexts::tr("TCP ports the program opens on the server's outside.");
    case ApplicationKey::RemoteBindUdpPorts:
        return ApplicationTexts::tr("UDP ports the program opens on the server's outside.");
    case ApplicationKey::ServerBindTcpPorts:
        return ApplicationTexts::tr("TCP ports on the server that accept more than one connection.");
    case ApplicationKey::ProxyBindIp:
        return ApplicationTexts::tr("Which outside address of the server a port is opened on.");
    case ApplicationKey::KillOldSession:
        return ApplicationTexts::tr("Ends the session of an older instance before a new one starts.");
    case ApplicationKey::Persistent:
        return ApplicationTexts::tr("Keeps the program's state when the client service restarts.");
    case ApplicationKey::ForceCredentials:
        return ApplicationTexts::tr("Uses the credentials stored on the PC; for services that run without a user.");
    case ApplicationKey::ForceProxy:
        return ApplicationTexts::tr("Sends this program through one particular server.");
    case ApplicationKey::ControlChannel:
        return ApplicationTexts::tr("How client and server speak about this program.");
    case ApplicationKey::EnableRouteMode:
        return ApplicationTexts::tr("Lets the program be routed rather than remoted; later clients only.");
    case ApplicationKey::DontRemoteOutboundTcpPorts:
        return ApplicationTexts::tr("TCP ports that are never sent to the server; later clients only.");
    case ApplicationKey::DontRemoteOutboundUdpPorts:
        return ApplicationTexts::tr("UDP ports that are never sent to the server; later clients only.");
    case ApplicationKey::DisableEx:
        return ApplicationTexts::tr("Overrides Disable; understood by the latest clients only.");
    }
    return {};
}

QString settingMeaning(const ApplicationEntry& entry, ApplicationKey key)
{
    if (key != ApplicationKey::Disable && key != ApplicationKey::DisableEx)
        return keyMeaning(key);
    if (key != entry.disablingKey()) {
        return ApplicationTexts::tr(
            "Without effect here: DisableEx = %1 overrides it. Clients that don't know DisableEx "
            "go by this setting.")
            .arg(entry.value(ApplicationKey::DisableEx).value_or(QString()));
    }
    const QString meaning = entry.isDisabled()
        ? ApplicationTexts::tr("Takes the program off the Firewall Client: the client leaves it alone, and the service "
                               "refuses it by name.")
        : ApplicationTexts::tr("Keeps the program on the Firewall Client: the service does not refuse it by name.");
    return key == ApplicationKey::Disable
        ? meaning
        : meaning + u' ' + ApplicationTexts::tr("Overrides Disable; understood by the latest clients only.");
}

QString valueMeaning(ApplicationKey key, const QString& value)
{
    const bool on = value == QStringLiteral("1");
    switch (key) {
    case ApplicationKey::Disable:
    case ApplicationKey::DisableEx:
        return on ? ApplicationTexts::tr("disabled") : ApplicationTexts::tr("not disabled");
    case ApplicationKey::NameResolution:
        return value == QStringLiteral("L") ? ApplicationTexts::tr("always on the PC")
                                            : ApplicationTexts::tr("always on the server");
    case ApplicationKey::NameResolutionForLocalHost:
        if (value == QStringLiteral("L"))
            return ApplicationTexts::tr("the PC's own addresses");
        return value == QStringLiteral("P") ? ApplicationTexts::tr("the server's addresses")
                                            : ApplicationTexts::tr("the server's outside addresses");
    case ApplicationKey::ControlChannel:
        return value.endsWith(QStringLiteral("udp"), Qt::CaseInsensitive) ? ApplicationTexts::tr("by UDP")
                                                                          : ApplicationTexts::tr("by TCP");
    case ApplicationKey::KillOldSession:
    case ApplicationKey::Persistent:
    case ApplicationKey::ForceCredentials:
    case ApplicationKey::EnableRouteMode:
        return on ? ApplicationTexts::tr("yes") : ApplicationTexts::tr("no");
    default:
        return {};
    }
}

QString valueText(ApplicationKey key, const QString& value)
{
    const QString meaning = valueMeaning(key, value);
    return meaning.isEmpty() ? value : ApplicationTexts::tr("%1 – %2", "value – meaning").arg(value, meaning);
}

QString valueRemedy(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Switch:
        return ApplicationTexts::tr("Choose 0 or 1.");
    case ValueKind::Choice:
        return ApplicationTexts::tr("Choose one of the values in the list.");
    case ValueKind::PortList:
        return ApplicationTexts::tr(
            "Enter ports from 0 to 65535 or ranges, separated by commas: 7000-7022, 7100. 0 stands for any port.");
    case ValueKind::PortAddressList:
        return ApplicationTexts::tr(
            "Enter pairs of port and address, separated by commas: 110:192.0.2.7, 25:192.0.2.8.");
    case ValueKind::ServerChoice:
        return ApplicationTexts::tr("Enter the server's address, or its name, as the choice before it says.");
    }
    return {};
}

QString valueExample(ValueKind kind)
{
    switch (kind) {
    case ValueKind::PortList:
        return QStringLiteral("7000-7022, 7100");
    case ValueKind::PortAddressList:
        return QStringLiteral("110:192.0.2.7, 25:192.0.2.8");
    case ValueKind::ServerChoice:
        return QStringLiteral("192.0.2.7");
    default:
        return {};
    }
}

QString withoutEffect(const QString& application)
{
    return ApplicationTexts::tr(
        "%1 is disabled, so its other keys have no effect. Let it use the Firewall Client first.")
        .arg(application);
}

} // namespace sallyport::texts
