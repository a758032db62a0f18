// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/folderpane.h"

#include "app/console/link/server.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/tablemodel.h"
#include "models/items/texts.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport
{

QString FolderPane::about(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Root:
        return tr("The servers this console manages. The private service of this computer is always there.");
    case NodeKind::Server:
        return tr("A server, its policy and what it does now.");
    case NodeKind::Monitoring:
        return tr("What happens now: services, sessions, clients.");
    case NodeKind::Services:
        return tr("The ways out this server offers: start, stop, restart.");
    case NodeKind::Sessions:
        return tr("Who is connected now, to where, and the means to end it.");
    case NodeKind::FirewallClients:
        return tr("Which computer has which version of mspclnt.ini.");
    case NodeKind::Extensions:
        return tr("Filters that speak protocols of their own.");
    case NodeKind::ApplicationFilters:
        return tr("The SOCKS V4 filter: on or off, and its port.");
    case NodeKind::NetworkConfiguration:
        return tr("What is local: addresses and domains clients reach directly.");
    case NodeKind::LocalAddressTable:
        return tr("Address ranges that never leave by this server.");
    case NodeKind::LocalDomainTable:
        return tr("Domains that never leave by this server.");
    case NodeKind::ClientConfiguration:
        return tr("What clients fetch from this server.");
    case NodeKind::WebBrowser:
        return tr("How the browsers of the clients find the Web Proxy.");
    case NodeKind::FirewallClient:
        return tr("Application settings and everything else in mspclnt.ini.");
    case NodeKind::Changes:
        return tr("Who changed what, and the way back.");
    case NodeKind::History:
        return tr("Every policy that was in force; compare them, and take changes back.");
    case NodeKind::AuditTrail:
        return tr("Who did what from where, and how it ended.");
    case NodeKind::Count:
        break;
    }
    return {};
}

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
    connect(&m_tree, &QAbstractItemModel::dataChanged, this, &FolderPane::statesMoved);
    if (kind == NodeKind::Changes) {
        connect(&m_server->draft(), &PolicyDraft::changed, this, &FolderPane::showChildren);
        connect(m_server, &Server::policyChanged, this, &FolderPane::statesMoved);
    }
    if (m_server) {
        connect(m_server, &Server::servicesChanged, this, &FolderPane::showServer);
        connect(m_server, &Server::reachChanged, this, &FolderPane::showServer);
        connect(m_server, &Server::nameChanged, this, &FolderPane::showServer);
        connect(m_server, &Server::policyChanged, this, &FolderPane::showServer);
        if (kind == NodeKind::Server)
            showTroubles(*m_server, {Thing::Policy, Thing::Services, Thing::Clients, Thing::Status, Thing::Draft});
        showServer();
    }
}

// What moved while nobody looked shows at once.
void FolderPane::showEvent(QShowEvent* event)
{
    showStates();
    Pane::showEvent(event);
}

void FolderPane::statesMoved()
{
    if (isVisible())
        showStates();
}

QModelIndex FolderPane::here() const
{
    return m_tree.indexOf({kind(), m_server ? m_server->key() : QString()});
}

QCommandLinkButton* FolderPane::addLink(const QString& name, const QString& text, const QString& description)
{
    auto* link = new QCommandLinkButton(text, description);
    link->setObjectName(name);
    link->setIconSize({metrics::iconSize, metrics::iconSize});
    link->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    m_links->addWidget(link);
    return link;
}

void FolderPane::showChildren()
{
    const QWidget* focus = focusWidget();
    const QString focused = focus && isAncestorOf(focus) && focus->hasFocus() ? focus->objectName() : QString();
    while (QLayoutItem* item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < m_tree.rowCount(here()); ++row) {
        const QModelIndex child = m_tree.index(row, 0, here());
        const NodePath path = ConsoleTreeModel::pathOf(child);
        QCommandLinkButton* link = addLink(QStringLiteral("place%1").arg(row), {}, {});
        connect(link, &QPushButton::clicked, this, [this, path] { emit goTo(path); });
    }
    if (kind() == NodeKind::Root) {
        QCommandLinkButton* add = addLink(
            QStringLiteral("addServerLink"), tr("Add Server…"), tr("Manage another computer's service from here."));
        add->setIcon(icon(QLatin1StringView("add")));
        connect(add, &QPushButton::clicked, this, &FolderPane::addServerWanted);
    }
    if (kind() == NodeKind::Changes)
        addChanges();
    showStates();
    if (auto* again = focused.isEmpty() ? nullptr : findChild<QWidget*>(focused))
        again->setFocus();
}

// What is not applied, each a way to where it is changed.
void FolderPane::addChanges()
{
    constexpr qsizetype mostShown = 100;
    const QList<PolicyChange>& changes = m_server->draft().changes();
    auto* heading
        = plainLabel(changes.isEmpty() ? tr("Everything is applied.")
                                       : tr("%n change(s) not applied:", nullptr, static_cast<int>(changes.size())));
    heading->setObjectName(QStringLiteral("notApplied"));
    heading->setContentsMargins(0, metrics::wide, 0, 0);
    m_links->addWidget(heading);
    for (qsizetype i = 0; i < qMin(mostShown, changes.size()); ++i) {
        const QString path = changes.at(i).path;
        const QString words = boundedWords(texts::change(changes.at(i)));
        QLabel* link = richLabel(QStringLiteral("<a href=\"#\">%1</a>").arg(words.toHtmlEscaped()));
        link->setObjectName(QStringLiteral("change%1").arg(i));
        link->setAccessibleName(words);
        link->setMinimumWidth(1);
        link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(link, &QLabel::linkActivated, this, [this, path] {
            emit goToRow({ConsoleTreeModel::placeOf(path), m_server->key()}, path);
        });
        m_links->addWidget(link);
    }
    if (changes.size() > mostShown)
        m_links->addWidget(plainLabel(
            tr("and %n more; Review lists them all", nullptr, static_cast<int>(changes.size() - mostShown))));
}

// What stands beside a place in the tree stands here in words.
void FolderPane::showStates()
{
    for (int row = 0; row < m_tree.rowCount(here()); ++row) {
        const QModelIndex child = m_tree.index(row, 0, here());
        auto* link = findChild<QCommandLinkButton*>(QStringLiteral("place%1").arg(row));
        if (!link)
            continue;
        const NodeKind kind = ConsoleTreeModel::pathOf(child).kind;
        const QString state = stateOf(child);
        const QString sentence = kind == NodeKind::Server ? QString() : about(kind);
        const auto mark = static_cast<Mark>(child.data(ConsoleTreeModel::MarkRole).toInt());
        const QByteArray iconName = child.data(ConsoleTreeModel::IconRole).toString().toLatin1();
        link->setText(child.data().toString().replace(u'&', QStringLiteral("&&")));
        link->setDescription(
            QStringList({sentence, state}).filter(QRegularExpression(QStringLiteral("."))).join(u'\n'));
        link->setAccessibleName(child.data().toString());
        link->setAccessibleDescription(link->description());
        link->setIcon(mark == Mark::None ? icon(QLatin1StringView(iconName))
                                         : toneIcon(mark == Mark::Good ? Tone::Confirmed
                                                 : mark == Mark::Bad   ? Tone::Refused
                                                                       : Tone::Attention));
    }
    if (kind() == NodeKind::Root)
        showReach();
}

QString FolderPane::stateOf(const QModelIndex& place)
{
    const QVariant count = place.data(ConsoleTreeModel::CountRole);
    const auto number = static_cast<int>(count.toLongLong());
    const NodeKind kind = ConsoleTreeModel::pathOf(place).kind;
    const QString words = place.data(Qt::ToolTipRole).toString();
    if (!words.isEmpty())
        return words;
    switch (kind) {
    case NodeKind::Sessions:
        return count.isValid() ? tr("%Ln session(s) now.", nullptr, number) : QString();
    case NodeKind::FirewallClients:
        return count.isValid() ? tr("%Ln computer(s) with older settings.", nullptr, number) : QString();
    case NodeKind::Changes:
        return count.isValid() ? tr("%Ln change(s) not applied.", nullptr, number) : tr("Everything is applied.");
    default:
        return {};
    }
}

void FolderPane::showReach()
{
    const QStringList servers = m_tree.servers();
    const auto online = std::count_if(servers.begin(), servers.end(), [this](const QString& key) {
        const QModelIndex index = m_tree.indexOf({NodeKind::Server, key});
        return index.data(ConsoleTreeModel::OnlineRole).toBool();
    });
    setInspector(tr("%n server(s), %1 connected.", nullptr, static_cast<int>(servers.size())).arg(online));
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
                         listener(ServiceName::WebProxy), listener(ServiceName::Firewall), listener(ServiceName::Socks),
                         QString::number(m_server->head().number), m_server->head().author.toHtmlEscaped()));
}

} // namespace sallyport
