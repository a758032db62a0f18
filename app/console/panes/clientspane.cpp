// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/clientspane.h"

#include "app/console/link/server.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

namespace sallyport
{

ClientsPane::ClientsPane(Server& server, QWidget* parent)
    : TablePane(NodeKind::FirewallClients, QStringLiteral("clientsPane"), server.clock(), parent)
    , m_server(server)
{
    addFilter();
    setModel(m_server.clients(), {24, 20, 14, 10, 16, 16, 16});
    setEmptyState(tr("Computers show here once they fetch mspclnt.ini from this server."), nullptr);
    connect(&m_server, &Server::clientsChanged, this, &ClientsPane::load);
    showTroubles(m_server, {Thing::Clients});
    load();
}

void ClientsPane::refresh()
{
    m_server.refreshClients();
}

void ClientsPane::load()
{
    const ClientsModel& clients = m_server.clients();
    const int stale = clients.staleCount();
    setSentence(tr("Which computer has which version of mspclnt.ini.") + u' '
        + (stale ? tr("%n of them is (are) stale: they take the new file at their next refresh.", nullptr, stale)
                 : tr("All of them are current.")));
    showEmpty(clients.rowCount() == 0);
    selectionMoved();
}

void ClientsPane::selectionMoved()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1) {
        setInspector(withShown(tr("%Ln computer(s).", nullptr, m_server.clients().rowCount())));
        return;
    }
    const ClientFetch& fetch = *m_server.clients().row(rows.first());
    const QString name = fetch.computer.isEmpty() ? fetch.address.toString() : visibleText(fetch.computer);
    const QString text = m_server.clients().isStale(rows.first())
        ? tr("<b>%1</b> still has the file of revision %2, since %3. Update Now on that computer fetches the new one.")
        : tr("<b>%1</b> has the file that is handed out now, of revision %2, since %3.");
    setInspector(text.arg(name.toHtmlEscaped(), QString::number(fetch.revision),
                     texts::exactTime(fetch.since).section(u'\n', 0, 0))
        + QStringLiteral("<br><a href=\"sessions\">%1</a>").arg(tr("Sessions of %1").arg(name.toHtmlEscaped())));
}

void ClientsPane::inspectorLink(const QString&)
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1)
        return;
    const ClientFetch& fetch = *m_server.clients().row(rows.first());
    emit goToFiltered({NodeKind::Sessions, m_server.key()},
        fetch.computer.isEmpty() ? Filter::word(QStringLiteral("client"), fetch.address.toString())
                                 : Filter::word(QStringLiteral("computer"), fetch.computer));
}

} // namespace sallyport
