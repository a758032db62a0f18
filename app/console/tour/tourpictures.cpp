// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures the tour takes once the job is done: every place, the sheets, the appearances.
#include "app/console/tour/tour.h"

#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/window/mainwindow.h"
#include "dialogs/style/theme.h"

#include <QAction>
#include <QDialog>
#include <QPixmap>
#include <QTreeView>

namespace sallyport
{

// As a user who looks at the first row would.
void Tour::selectFirst(const char* list)
{
    auto* view = m_window.findChild<QTreeView*>(QLatin1StringView(list));
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
}

void Tour::showPlaces()
{
    const QString key = Console::localKey();
    m_window.go({NodeKind::Server, key});
    picture(QStringLiteral("server"));
    m_window.go({NodeKind::Services, key});
    step(QStringLiteral("Services are listed"), [this] { return m_server->services().rowCount() == 3; });
    selectFirst("servicesPaneList");
    picture(QStringLiteral("services"));
    m_window.go({NodeKind::FirewallClients, key});
    step(QStringLiteral("PC-17 shows as a client that is current"),
        [this] { return m_server->clients().rowCount() == 1 && m_server->clients().staleCount() == 0; });
    selectFirst("clientsPaneList");
    picture(QStringLiteral("firewall-clients"));
    m_window.go({NodeKind::History, key});
    auto* history = m_window.findChild<QTreeView*>(QStringLiteral("historyPaneList"));
    step(QStringLiteral("History shows both revisions"), [history] { return history->model()->rowCount() == 2; });
    selectFirst("historyPaneList");
    picture(QStringLiteral("history"));
    m_window.go({NodeKind::AuditTrail, key});
    auto* audit = m_window.findChild<QTreeView*>(QStringLiteral("auditPaneList"));
    step(QStringLiteral("The audit trail tells who applied and who disconnected"),
        [audit] { return audit->model()->rowCount() >= 2; });
    selectFirst("auditPaneList");
    picture(QStringLiteral("audit-trail"));
    for (const auto& [kind, name] : {std::pair(NodeKind::ApplicationFilters, "application-filters"),
             std::pair(NodeKind::LocalAddressTable, "local-address-table"),
             std::pair(NodeKind::LocalDomainTable, "local-domain-table")}) {
        m_window.go({kind, key});
        picture(QLatin1StringView(name));
    }
}

void Tour::showSheets()
{
    const auto shown = [this](const char* className, const char* name) {
        QPointer<QWidget> sheet;
        const QString text = QStringLiteral("%1 opens").arg(QLatin1StringView(className));
        if (!step(text, [&] { return (sheet = dialog(QLatin1StringView(className))) != nullptr; }))
            return;
        picture(QLatin1StringView(name), sheet);
        static_cast<QDialog*>(sheet.data())->reject();
        settle();
    };
    m_window.go({NodeKind::FirewallClient, Console::localKey()});
    m_window.findChild<QAction*>(QStringLiteral("firewallClientProperties"))->trigger();
    shown("FirewallClientSheet", "firewall-client-properties");
    m_window.findChild<QAction*>(QStringLiteral("pastePrograms"))->trigger();
    shown("PasteProgramsSheet", "paste-programs");
    m_window.serverProperties();
    shown("ServerSheet", "server-properties");
    m_window.addServer();
    shown("AddServerWizard", "add-server");
    m_window.exportPolicy();
    shown("ExportDialog", "export");
    m_window.importPolicy();
    shown("ImportDialog", "import");
    m_window.openPalette();
    shown("Palette", "palette");
}

void Tour::showAppearances()
{
    const NodePath places[]{{NodeKind::FirewallClient, Console::localKey()}, {NodeKind::Sessions, Console::localKey()}};
    const Appearance first = m_theme.appearance();
    const bool toDark = first == Appearance::Light;
    m_theme.setAppearance(toDark ? Appearance::Dark : Appearance::Light);
    const QString other = toDark ? QStringLiteral("dark-") : QStringLiteral("light-");
    for (const NodePath& place : places) {
        m_window.go(place);
        if (place.kind == NodeKind::Sessions)
            wait([this] { return m_server->sessions().rowCount() > 0; }, 2000);
        picture(other
            + (place.kind == NodeKind::Sessions ? QStringLiteral("sessions") : QStringLiteral("firewall-client")));
    }
    m_theme.setAppearance(first);
    picture(QStringLiteral("scale-2.0"), nullptr, 2);
}

} // namespace sallyport
