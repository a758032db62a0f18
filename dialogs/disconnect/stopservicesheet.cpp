// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/stopservicesheet.h"

#include "dialogs/disconnect/disconnectpage.h"

namespace sallyport
{

namespace
{

QString whose(const ServiceStop& stop)
{
    const QString users = StopServiceSheet::tr("%Ln user(s)", nullptr, stop.users);
    if (stop.computers == 0)
        return users;
    const QString computers = StopServiceSheet::tr("%Ln computer(s) without a user's name", nullptr, stop.computers);
    return stop.users == 0 ? computers : StopServiceSheet::tr("%1 and %2").arg(users, computers);
}

QString heading(const ServiceStop& stop)
{
    const QString names = stop.services.join(QStringLiteral(", "));
    const QString connections = StopServiceSheet::tr("%Ln connection(s)", nullptr, stop.connections);
    if (stop.users + stop.computers == 0) {
        return stop.restart ? StopServiceSheet::tr("Restart %1: ends %2").arg(names, connections)
                            : StopServiceSheet::tr("Stop %1: ends %2").arg(names, connections);
    }
    //: %2 is "n connections", %3 is "n users"
    return stop.restart ? StopServiceSheet::tr("Restart %1: ends %2 of %3").arg(names, connections, whose(stop))
                        : StopServiceSheet::tr("Stop %1: ends %2 of %3").arg(names, connections, whose(stop));
}

QString verb(const ServiceStop& stop)
{
    const QString names = stop.services.join(QStringLiteral(", "));
    return stop.restart
        ? StopServiceSheet::tr("R&estart %1 and End %Ln Connection(s)", nullptr, stop.connections).arg(names)
        : StopServiceSheet::tr("&Stop %1 and End %Ln Connection(s)", nullptr, stop.connections).arg(names);
}

QString note(const ServiceStop& stop)
{
    return stop.restart
        ? StopServiceSheet::tr("Their sockets are closed at once. The programs may connect again when it listens.")
        : StopServiceSheet::tr("Their sockets are closed at once. Nobody gets out this way until it is started again.");
}

} // namespace

StopServiceSheet::StopServiceSheet(const ServiceStop& stop, QWidget* parent)
    : PropertySheet<DisconnectAnswer>(stop.restart ? tr("Restart a Service") : tr("Stop a Service"), parent)
{
    setObjectName(QStringLiteral("stopServiceSheet"));
    setCreates(verb(stop));
    setSentence({});
    addPage(new DisconnectPage({heading(stop), stop.examples, static_cast<int>(stop.examples.size()), note(stop)}));
    setValue({});
}

} // namespace sallyport
