// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/folderpane.h"

#include "app/console/link/server.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/tablemodel.h"
#include "models/items/texts.h"

#include <QCommandLinkButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport
{

namespace
{

QString about(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Root:
        return FolderPane::tr(
            "The servers this console manages. The private service of this computer is always there.");
    case NodeKind::Server:
        return FolderPane::tr("A server, its policy and what it does now.");
    case NodeKind::Monitoring:
        return FolderPane::tr("What happens now: services, sessions, clients.");
    case NodeKind::Services:
        return FolderPane::tr("The ways out this server offers: start, stop, restart.");
    case NodeKind::Sessions:
        return FolderPane::tr("Who is connected now, to where, and the means to end it.");
    case NodeKind::FirewallClients:
        return FolderPane::tr("Which computer has which version of mspclnt.ini.");
    case NodeKind::Extensions:
        return FolderPane::tr("Filters that speak protocols of their own.");
    case NodeKind::ApplicationFilters:
        return FolderPane::tr("The SOCKS V4 filter: on or off, and its port.");
    case NodeKind::NetworkConfiguration:
        return FolderPane::tr("What is local: addresses and domains clients reach directly.");
    case NodeKind::LocalAddressTable:
        return FolderPane::tr("Address ranges that never leave by this server.");
    case NodeKind::LocalDomainTable:
        return FolderPane::tr("Domains that never leave by this server.");
    case NodeKind::ClientConfiguration:
        return FolderPane::tr("What clients fetch from this server.");
    case NodeKind::WebBrowser:
        return FolderPane::tr("How the browsers of the clients find the Web Proxy.");
    case NodeKind::FirewallClient:
        return FolderPane::tr("Application settings and everything else in mspclnt.ini.");
    case NodeKind::Changes:
        return FolderPane::tr("Who changed what, and the way back.");
    case NodeKind::History:
        return FolderPane::tr("Every policy that was in force; compare and restore.");
    case NodeKind::AuditTrail:
        return FolderPane::tr("Who did what from where, and how it ended.");
    case NodeKind::Count:
        break;
    }
    return {};
}

} // namespace

FolderPane::FolderPane(NodeKind kind, Server* server, const ConsoleTreeModel& tree, QWidget* parent)
    : Pane(kind, QStringLiteral("folderPane%1").arg(static_cast<int>(kind)), parent)
    , m_server(server)
    , m_tree(tree)
    , m_links(new QVBoxLayout)
{
    setSentence(about(kind));
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("places"));
    area->setAccessibleName(ConsoleTreeModel::title(kind));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* inner = new QWidget(area);
    inner->setObjectName(QStringLiteral("placesInner"));
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(metrics::section, metrics::wide, metrics::section, metrics::wide);
    m_links->setSpacing(metrics::tiny);
    layout->addLayout(m_links);
    layout->addStretch(1);
    area->setWidget(inner);
    setContent(area);
    showChildren();
    connect(&m_tree, &QAbstractItemModel::rowsInserted, this, &FolderPane::showChildren);
    connect(&m_tree, &QAbstractItemModel::modelReset, this, &FolderPane::showChildren);
    if (m_server) {
        connect(m_server, &Server::servicesChanged, this, &FolderPane::showServer);
        connect(m_server, &Server::reachChanged, this, &FolderPane::showServer);
        connect(m_server, &Server::policyChanged, this, &FolderPane::showServer);
        showServer();
    } else {
        connect(&m_tree, &QAbstractItemModel::dataChanged, this, &FolderPane::showReach);
        showReach();
    }
}

void FolderPane::showReach()
{
    const QStringList servers = m_tree.servers();
    const auto online = std::count_if(servers.begin(), servers.end(), [this](const QString& key) {
        const QModelIndex index = m_tree.indexOf({NodeKind::Server, key});
        return index.data(ConsoleTreeModel::OnlineRole).toBool();
    });
    setInspector(tr("%n server(s), %1 connected. Action → Add Server… takes another one on.", nullptr,
        static_cast<int>(servers.size()))
                     .arg(online));
}

void FolderPane::showChildren()
{
    while (QLayoutItem* item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QModelIndex here = m_tree.indexOf({kind(), m_server ? m_server->key() : QString()});
    for (int row = 0; row < m_tree.rowCount(here); ++row) {
        const QModelIndex child = m_tree.index(row, 0, here);
        const NodePath path = ConsoleTreeModel::pathOf(child);
        auto* link = new QCommandLinkButton(child.data().toString(), about(path.kind));
        link->setObjectName(QStringLiteral("place%1").arg(row));
        link->setAccessibleName(child.data().toString());
        const QByteArray iconName = child.data(ConsoleTreeModel::IconRole).toString().toLatin1();
        link->setIcon(icon(QLatin1StringView(iconName)));
        link->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
        connect(link, &QPushButton::clicked, this, [this, path] { emit goTo(path); });
        m_links->addWidget(link);
    }
}

void FolderPane::showServer()
{
    if (kind() == NodeKind::Server)
        setTitle(m_server->displayName());
    if (!m_server->isOnline()) {
        setInspector(m_server->head().number || m_server->draft().baseRevision()
                ? tr("<b>Not connected.</b> You work on a draft of revision %1; Apply waits for the server.")
                      .arg(m_server->draft().baseRevision())
                : tr("<b>Not connected.</b> The console keeps trying."));
        return;
    }
    const auto listener = [this](ServiceName name) { return m_server->listenerState(name).words.toHtmlEscaped(); };
    setInspector(tr("<b>%1</b>, version %2. Your role: <b>%3</b>. Web Proxy %4 · Firewall Client %5 · SOCKS V4 %6. "
                    "Revision %7 by %8.")
                     .arg(m_server->link().hello().server.toHtmlEscaped(),
                         m_server->link().hello().version.toHtmlEscaped(), texts::role(m_server->role()),
                         listener(ServiceName::WebProxy), listener(ServiceName::Firewall), listener(ServiceName::Socks))
                     .arg(m_server->head().number)
                     .arg(m_server->head().author.toHtmlEscaped()));
}

} // namespace sallyport
