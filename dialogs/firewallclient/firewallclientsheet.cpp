// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/firewallclientsheet.h"

#include "dialogs/firewallclient/applicationsettingspage.h"
#include "dialogs/firewallclient/clientgeneralpage.h"
#include "dialogs/firewallclient/webbrowserpage.h"

namespace sallyport
{

FirewallClientSheet::FirewallClientSheet(const ProgramCatalogue& catalogue, QWidget* parent)
    : PropertySheet<ClientConfiguration>(tr("Firewall Client Properties"), parent)
{
    setObjectName(QStringLiteral("firewallClientSheet"));
    addPage(new ClientGeneralPage);
    addPage(new WebBrowserPage);
    addPage(new ApplicationSettingsPage(catalogue));
}

WebBrowserSheet::WebBrowserSheet(QWidget* parent)
    : PropertySheet<ClientConfiguration>(tr("Web Browser Properties"), parent)
{
    setObjectName(QStringLiteral("webBrowserSheet"));
    addPage(new WebBrowserPage);
}

} // namespace sallyport
