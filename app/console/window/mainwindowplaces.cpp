// SPDX-License-Identifier: GPL-3.0-or-later
// Which place is in view, and the ways to another.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/panes/firewallclientpane.h"
#include "app/console/panes/folderpane.h"
#include "app/console/panes/pane.h"
#include "app/console/panes/panefactory.h"
#include "app/console/window/applybar.h"
#include "app/console/window/focusround.h"
#include "app/console/window/statusline.h"
#include "app/console/window/treeview.h"
#include "app/console/window/veil.h"
#include "app/console/window/windowactions.h"

#include <QMenu>
#include <QStackedWidget>

namespace sallyport
{

namespace
{

constexpr int placesKept = 50;
} // namespace

QString MainWindow::slotOf(const NodePath& path)
{
    return QString::number(static_cast<int>(path.kind)) + u'/' + path.server;
}

Pane* MainWindow::pane() const
{
    return m_panes.value(slotOf(m_place));
}

Server* MainWindow::server() const
{
    return m_console.server(m_place.server);
}

void MainWindow::go(const NodePath& path)
{
    follow(path);
    m_round->toPlace();
}

void MainWindow::follow(const NodePath& path)
{
    if (path == m_place && pane())
        return;
    m_visited.resize(m_at + 1);
    m_visited.append(path);
    if (m_visited.size() > placesKept)
        m_visited.removeFirst();
    m_at = m_visited.size() - 1;
    showPlace(path);
}

void MainWindow::start(const QString& name)
{
    if (name.isEmpty())
        return;
    if (const Server* wanted = m_console.find(name))
        go({NodeKind::Server, wanted->key()});
    else
        report({tr("No server is called \"%1\"; see Servers and Arrays.").arg(name), Tone::Attention, {}});
}

void MainWindow::goFiltered(const NodePath& path, const QString& filter)
{
    follow(path);
    if (pane() && pane()->filterField())
        pane()->filterField()->setText(filter);
    m_round->toPlace();
}

void MainWindow::goToRow(const NodePath& path, const QString& row)
{
    follow(path);
    m_round->toPlace();
    pane()->reveal(row);
}

void MainWindow::block(const QString& server, const QString& program)
{
    go({NodeKind::FirewallClient, server});
    if (auto* entries = qobject_cast<FirewallClientPane*>(pane()))
        entries->block(program);
}

void MainWindow::showPlace(const NodePath& path)
{
    m_place = path;
    Pane*& pane = m_panes[slotOf(path)];
    if (!pane) {
        pane = makePane(path, m_console);
        m_stack->addWidget(pane);
        connect(pane, &Pane::reported, this,
            [this, server = path.server](const Report& report) { reportAt(server, report); });
        connect(pane, &Pane::goTo, this, &MainWindow::go);
        connect(pane, &Pane::goToFiltered, this, &MainWindow::goFiltered);
        connect(pane, &Pane::goToRow, this, &MainWindow::goToRow);
        connect(pane, &Pane::reviewWanted, this,
            [this, server = path.server](const PutBack& put) { reviewWith(server, put); });
        connect(pane, &Pane::blockWanted, this,
            [this, server = path.server](const QString& program) { block(server, program); });
        if (auto* folder = qobject_cast<FolderPane*>(pane))
            connect(folder, &FolderPane::addServerWanted, this, &MainWindow::addServer);
    }
    m_stack->setCurrentWidget(pane);
    m_tree->show(path);
    m_applyBar->show(server(), server() ? m_console.applier(path.server) : nullptr);
    m_status->show(server());
    m_veil->follow(server(), path.kind);
    showTitle();
    m_actions->fillActionMenu(); // whose keys work while they are in it
    emit placeChanged();
}

// A star stands in it while something is not applied.
void MainWindow::showTitle()
{
    const QString mark = QStringLiteral("[*]"); // Qt puts the star there; in a name it is doubled
    const QString name = server() ? server()->displayName().replace(mark, mark + mark) : QString();
    setWindowTitle(
        server() ? tr("%1[*] – %2 – Sallyport").arg(ConsoleTreeModel::title(m_place.kind), name) : tr("Sallyport"));
    setWindowModified(server() && !server()->draft().isClean());
}

void MainWindow::back()
{
    if (!canGoBack())
        return;
    showPlace(m_visited.at(--m_at));
    m_round->toPlace();
}

void MainWindow::forward()
{
    if (!canGoForward())
        return;
    showPlace(m_visited.at(++m_at));
    m_round->toPlace();
}

void MainWindow::up()
{
    const QModelIndex parent = m_console.tree().indexOf(m_place).parent();
    if (parent.isValid())
        go(ConsoleTreeModel::pathOf(parent));
}

void MainWindow::nextPart()
{
    m_round->next();
}

void MainWindow::previousPart()
{
    m_round->previous();
}

void MainWindow::find()
{
    if (pane() && pane()->filterField()) {
        pane()->filterField()->setFocus(Qt::ShortcutFocusReason);
        pane()->filterField()->selectAll();
    } else {
        openPalette();
    }
}

void MainWindow::openPalette()
{
    m_actions->openPalette();
}

void MainWindow::openTreeMenu(const NodePath& path, const QPoint& at)
{
    follow(path);
    m_actions->fillActionMenu();
    m_actions->actionMenu()->popup(at);
}

void MainWindow::serverRemoved(const QString& key)
{
    if (m_place.server == key)
        go({});
    for (auto it = m_panes.begin(); it != m_panes.end();) {
        if (it.key().endsWith(u'/' + key)) {
            delete it.value();
            it = m_panes.erase(it);
        } else {
            ++it;
        }
    }
    m_visited.removeIf([&key](const NodePath& path) { return path.server == key; });
    m_at = m_visited.size() - 1;
    m_lastApplied.remove(key);
    m_putBacks.remove(key);
    emit placeChanged();
}

} // namespace sallyport
