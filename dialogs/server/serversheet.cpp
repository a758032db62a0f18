// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/server/serversheet.h"

#include "dialogs/server/listenerspage.h"
#include "dialogs/server/servergeneralpage.h"

namespace sallyport
{

ServerSettings ServerSettings::of(const Policy& policy)
{
    return {policy.server, policy.listeners, policy.unmatched};
}

void ServerSettings::putInto(Policy& policy) const
{
    policy.server = server;
    policy.listeners = listeners;
    policy.unmatched = unmatched;
}

ServerSheet::ServerSheet(const Listener& socks, QWidget* parent)
    : PropertySheet<ServerSettings>(tr("Server Properties"), parent)
{
    setObjectName(QStringLiteral("serverSheet"));
    addPage(new ServerGeneralPage);
    addPage(new ListenersPage(socks));
}

} // namespace sallyport
