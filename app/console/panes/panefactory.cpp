// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/panefactory.h"

#include "app/console/catalogue.h"
#include "app/console/console.h"
#include "app/console/panes/auditpane.h"
#include "app/console/panes/clientspane.h"
#include "app/console/panes/firewallclientpane.h"
#include "app/console/panes/folderpane.h"
#include "app/console/panes/historypane.h"
#include "app/console/panes/policypane.h"
#include "app/console/panes/servicespane.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/webbrowserpane.h"

namespace sallyport
{

namespace
{

Pane* makePaneOf(Server* server, NodeKind kind, Console& console)
{
    switch (kind) {
    case NodeKind::Services:
        return new ServicesPane(*server);
    case NodeKind::Sessions:
        return new SessionsPane(*server);
    case NodeKind::FirewallClients:
        return new ClientsPane(*server);
    case NodeKind::WebBrowser:
        return new WebBrowserPane(*server);
    case NodeKind::FirewallClient:
        return new FirewallClientPane(*server, applicationCatalogue());
    case NodeKind::ApplicationFilters:
    case NodeKind::LocalAddressTable:
    case NodeKind::LocalDomainTable:
        return new PolicyPane(kind, *server);
    case NodeKind::History:
        return new HistoryPane(*server, console.clock());
    case NodeKind::AuditTrail:
        return new AuditPane(*server, console.clock());
    default:
        return new FolderPane(kind, server, console.tree());
    }
}

} // namespace

Pane* makePane(const NodePath& path, Console& console)
{
    Server* server = console.server(path.server);
    if (!server)
        return new FolderPane(NodeKind::Root, nullptr, console.tree());
    Pane* pane = makePaneOf(server, path.kind, console);
    pane->setServer(*server);
    return pane;
}

} // namespace sallyport
