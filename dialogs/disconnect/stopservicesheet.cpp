// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/stopservicesheet.h"

#include "dialogs/disconnect/disconnectpage.h"

namespace sallyport
{

namespace
{

using Verb = ServiceStop::Verb;

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
    const bool known = stop.users + stop.computers > 0;
    switch (stop.verb) {
    //: %2 is "n connections", %3 is "n users"
    case Verb::Stop:
        return known ? StopServiceSheet::tr("Stop %1: ends %2 of %3").arg(names, connections, whose(stop))
                     : StopServiceSheet::tr("Stop %1: ends %2").arg(names, connections);
    //: %2 is "n connections", %3 is "n users"
    case Verb::Restart:
        return known ? StopServiceSheet::tr("Restart %1: ends %2 of %3").arg(names, connections, whose(stop))
                     : StopServiceSheet::tr("Restart %1: ends %2").arg(names, connections);
    case Verb::Quit:
        break;
    }
    if (stop.connections == 0)
        return StopServiceSheet::tr("Quit with changes that are not applied");
    //: %1 is "n connections", %2 is "n users"
    return known ? StopServiceSheet::tr("Quit: ends %1 of %2").arg(connections, whose(stop))
                 : StopServiceSheet::tr("Quit: ends %1").arg(connections);
}

QString button(const ServiceStop& stop)
{
    const QString names = stop.services.join(QStringLiteral(", "));
    switch (stop.verb) {
    case Verb::Stop:
        return StopServiceSheet::tr("&Stop %1 and End %Ln Connection(s)", nullptr, stop.connections).arg(names);
    case Verb::Restart:
        return StopServiceSheet::tr("R&estart %1 and End %Ln Connection(s)", nullptr, stop.connections).arg(names);
    case Verb::Quit:
        break;
    }
    return stop.connections > 0 ? StopServiceSheet::tr("&Quit and End %Ln Connection(s)", nullptr, stop.connections)
                                : StopServiceSheet::tr("&Quit");
}

QString sentence(const Unapplied& draft)
{
    return (draft.kept ? StopServiceSheet::tr(
                "%Ln change(s) on %1 are not applied. They are kept for the next start.", nullptr, draft.changes)
                       : StopServiceSheet::tr("%Ln change(s) on %1 are not applied. They can't be kept and are lost.",
                           nullptr, draft.changes))
        .arg(draft.server);
}

QString note(const ServiceStop& stop)
{
    switch (stop.verb) {
    case Verb::Stop:
        return StopServiceSheet::tr(
            "Their sockets are closed at once. Nobody gets out this way until it is started again.");
    case Verb::Restart:
        return StopServiceSheet::tr(
            "Their sockets are closed at once. The programs may connect again when it listens.");
    case Verb::Quit:
        break;
    }
    QStringList lines;
    if (stop.connections > 0)
        lines.append(StopServiceSheet::tr("The service of this computer runs as long as the console does. Nobody gets "
                                          "out by it until the console is started again."));
    for (const Unapplied& draft : stop.unapplied)
        lines.append(sentence(draft));
    return lines.join(u'\n');
}

QString title(Verb verb)
{
    return verb == Verb::Stop   ? StopServiceSheet::tr("Stop a Service")
        : verb == Verb::Restart ? StopServiceSheet::tr("Restart a Service")
                                : StopServiceSheet::tr("Quit Sallyport");
}

} // namespace

StopServiceSheet::StopServiceSheet(const ServiceStop& stop, QWidget* parent)
    : PropertySheet<DisconnectAnswer>(title(stop.verb), parent)
{
    setObjectName(QStringLiteral("stopServiceSheet"));
    setCreates(button(stop));
    setSentence({});
    addPage(new DisconnectPage(
        {heading(stop), stop.examples, static_cast<int>(stop.examples.size()), note(stop), stop.verb != Verb::Quit}));
    setValue({});
}

} // namespace sallyport
