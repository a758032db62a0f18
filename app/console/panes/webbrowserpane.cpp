// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/webbrowserpane.h"

#include "app/console/panes/draftsheet.h"
#include "dialogs/firewallclient/firewallclientsheet.h"

#include <QAction>

namespace sallyport
{

WebBrowserPane::WebBrowserPane(Server& server, QWidget* parent)
    : TablePane(NodeKind::WebBrowser, QStringLiteral("webBrowserPane"), server.clock(), parent)
    , m_server(server)
    , m_model({tr("Setting"), tr("Value")})
    , m_edit(addPaneAction(QStringLiteral("editWebBrowser"), tr("&Properties…"), QLatin1StringView("properties")))
{
    setStandard(Standard::Properties, m_edit);
    m_edit->setShortcut(Qt::Key_F2);
    addFilter();
    setModel(m_model, {44, 60});
    connect(m_edit, &QAction::triggered, this, &WebBrowserPane::edit);
    connect(&m_server.draft(), &PolicyDraft::changed, this, &WebBrowserPane::load);
    showTroubles(m_server, {Thing::Policy, Thing::Draft});
    connect(&m_server, &Server::reachChanged, this, &WebBrowserPane::load);
    load();
}

void WebBrowserPane::load()
{
    setSentence(withObstacle(
        tr("What the Firewall Client writes into the browsers of its PC, so that they find the Web Proxy."), m_server));
    const ClientConfiguration& client = m_server.draft().policy().client;
    const auto row = [](const QString& setting, const QString& value) {
        return TextRow{{setting, value.isEmpty() ? tr("none") : value}, Mark::None};
    };
    const auto choice = [](const QString& setting, bool on) {
        return TextRow{{setting, on ? tr("Yes") : tr("No")}, Mark::None};
    };
    const bool named = !client.webProxyName.isEmpty();
    m_model.setRows({
        row(tr("Web Proxy"),
            named ? QStringLiteral("%1:%2").arg(client.webProxyName, QString::number(client.webProxyPort)) : QString()),
        choice(tr("Set browsers to use the Web Proxy"), client.setBrowsersToUseProxy),
        choice(tr("Set browsers to detect settings automatically"), client.setBrowsersToUseAutoDetect),
        choice(tr("Set browsers to use a configuration script"), client.setBrowsersToUseAutoConfig),
        row(tr("Script address"), named ? client.effectiveConfigurationUrl() : client.configurationUrl),
    });
    selectionMoved();
}

void WebBrowserPane::selectionMoved()
{
    setInspector(tr("Clients set their browsers with each refresh, every %1 h.")
                     .arg(m_server.draft().policy().client.refreshHours));
}

void WebBrowserPane::edit()
{
    openOnDraft<ClientConfiguration>(
        new WebBrowserSheet(this), m_server, tr("Change Web Browser properties"),
        [](const Policy& policy) { return policy.client; },
        [](Policy& policy, const ClientConfiguration& client) { policy.client = client; },
        [this] {
            report(
                tr("Web Browser properties are in the draft."), Tone::Confirmed, m_server.draft().undoOfLastChange());
        });
}

void WebBrowserPane::opened(int)
{
    m_edit->trigger();
}

} // namespace sallyport
