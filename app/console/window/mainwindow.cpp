// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/panes/firewallclientpane.h"
#include "app/console/panes/pane.h"
#include "app/console/panes/panefactory.h"
#include "app/console/window/applybar.h"
#include "app/console/window/statusline.h"
#include "app/console/window/treeview.h"
#include "app/console/window/veil.h"
#include "app/console/window/windowactions.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/screenfit.h"
#include "models/items/texts.h"

#include <QCloseEvent>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport
{

namespace
{
constexpr int treeWidth = 240;
constexpr int placesKept = 50;
} // namespace

MainWindow::MainWindow(Console& console, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_console(console)
    , m_theme(theme)
    , m_tree(new TreeView(console.tree()))
    , m_stack(new QStackedWidget)
    , m_veil(new Veil(m_stack))
    , m_splitter(new QSplitter)
    , m_applyBar(new ApplyBar(this))
    , m_status(new StatusLine(console.clock(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Sallyport"));
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_stack->setObjectName(QStringLiteral("panes"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({treeWidth, 4 * treeWidth});

    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centre"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_applyBar);
    setCentralWidget(centre);
    setStatusBar(m_status);
    m_actions = std::make_unique<WindowActions>(*this);

    connect(m_tree, &TreeView::currentMoved, this, &MainWindow::go);
    connect(m_tree, &TreeView::entered, this, [this](const NodePath& path) {
        go(path);
        m_actions->openProperties();
    });
    connect(m_tree, &TreeView::menuWanted, this, &MainWindow::openTreeMenu);
    connect(m_applyBar, &ApplyBar::reviewWanted, this, &MainWindow::review);
    connect(m_applyBar, &ApplyBar::mergeWanted, this, &MainWindow::merge);
    connect(&m_console, &Console::serverAdded, this, &MainWindow::serverAdded);
    connect(&m_console, &Console::serverRemoved, this, &MainWindow::serverRemoved);
    connect(&m_console, &Console::reported, this, [this](const Error& error) {
        report({error.detail, Tone::Attention, {}});
    });
    connect(&m_console, &Console::noted, this, [this](const QString& text) { report({text, Tone::Accent, {}}); });
    for (const QString& key : m_console.tree().servers())
        serverAdded(key);
    restoreLayout();
    m_tree->setFocus();
}

MainWindow::~MainWindow()
{
    // Panes look at servers, which outlive the window.
    m_applyBar->show(nullptr, nullptr);
    m_status->show(nullptr);
    m_veil->follow(nullptr, NodeKind::Root);
    qDeleteAll(m_panes);
}

void MainWindow::serverAdded(const QString& key)
{
    connect(m_console.applier(key), &Applier::applied, this,
        [this, key](
            const Revision& revision, const QList<RefusedConnection>& refused) { applied(key, revision, refused); });
    connect(m_console.applier(key), &Applier::failed, this, [this](const Error& error) {
        report(
            {error.code == ErrorCode::Conflict ? tr("Not applied: somebody else was faster. Merge, then apply again.")
                                               : tr("Not applied: %1").arg(error.text()),
                Tone::Refused, {}});
    });
    connect(m_console.applier(key), &Applier::unconfirmed, this, [this] {
        report({tr("Not confirmed: it was sent, and no answer came. Whether it is in force shows once the server "
                   "answers again; the draft is kept."),
            Tone::Attention, {}});
    });
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
    emit placeChanged();
}

QString MainWindow::slotOf(const NodePath& path)
{
    return QString::number(static_cast<int>(path.kind)) + u'/' + path.server;
}

void MainWindow::go(const NodePath& path)
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
    go(path);
    if (pane() && pane()->filterField())
        pane()->filterField()->setText(filter);
}

void MainWindow::block(const QString& program)
{
    go({NodeKind::FirewallClient, m_place.server});
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
        connect(pane, &Pane::reported, this, &MainWindow::report);
        connect(pane, &Pane::goTo, this, &MainWindow::go);
        connect(pane, &Pane::goToFiltered, this, &MainWindow::goFiltered);
        connect(pane, &Pane::blockWanted, this, &MainWindow::block);
    }
    m_stack->setCurrentWidget(pane);
    m_tree->show(path);
    m_applyBar->show(server(), server() ? m_console.applier(path.server) : nullptr);
    m_status->show(server());
    m_veil->follow(server(), path.kind);
    setWindowTitle(server() ? tr("%1 – %2 – Sallyport").arg(ConsoleTreeModel::title(path.kind), server()->displayName())
                            : tr("Sallyport"));
    emit placeChanged();
}

Pane* MainWindow::pane() const
{
    return m_panes.value(slotOf(m_place));
}

Server* MainWindow::server() const
{
    return m_console.server(m_place.server);
}

void MainWindow::report(const Report& report)
{
    m_status->report(report);
}

QString MainWindow::reportText() const
{
    return m_status->reportText();
}

void MainWindow::back()
{
    if (canGoBack())
        showPlace(m_visited.at(--m_at));
}

void MainWindow::forward()
{
    if (canGoForward())
        showPlace(m_visited.at(++m_at));
}

void MainWindow::up()
{
    const QModelIndex parent = m_console.tree().indexOf(m_place).parent();
    if (parent.isValid())
        go(ConsoleTreeModel::pathOf(parent));
}

void MainWindow::refresh()
{
    if (server() && server()->isOnline())
        server()->refresh();
    if (pane())
        pane()->refresh();
}

void MainWindow::undo()
{
    if (server())
        server()->draft().undoStack().undo();
}

void MainWindow::redo()
{
    if (server())
        server()->draft().undoStack().redo();
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

void MainWindow::applied(const QString& key, const Revision& revision, const QList<RefusedConnection>& refused)
{
    Server* server = m_console.server(key);
    const auto undo = [this, server, revision] {
        server->restore(revision.parent, tr("Undo of revision %1").arg(revision.number), this,
            [this, revision](const Status& status) {
                report(status ? Report{tr("Revision %1 is in force again.").arg(revision.parent), Tone::Confirmed, {}}
                              : Report{tr("Not undone: %1").arg(status.error().detail), Tone::Refused, {}});
            });
    };
    // Under another one there is no way back that would not undo that one as well.
    const bool newest = revision.number == server->head().number;
    report({tr("Revision %1 applied.").arg(revision.number), Tone::Confirmed,
        newest ? std::function<void()>(undo) : std::function<void()>()});
    // What was ticked in Review is ended at once; otherwise it is asked now.
    const QList<ConnectionId> decided = m_console.applier(key)->takeDecided();
    if (!decided.isEmpty())
        disconnect(server, decided);
    else if (!refused.isEmpty() && server->mayOperate())
        offerDisconnect(server, refused);
}

void MainWindow::openTreeMenu(const NodePath& path, const QPoint& at)
{
    go(path);
    m_actions->fillActionMenu();
    m_actions->actionMenu()->popup(at);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    resize(1320, 780);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    fitToScreen(*this); // with its status line, whatever the screen is now
    m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray());
    m_tree->setFolded(settings.value(QStringLiteral("window/folded")).toStringList());
    const NodePath last{
        static_cast<NodeKind>(
            settings.value(QStringLiteral("window/kind"), static_cast<int>(NodeKind::FirewallClient)).toInt()),
        settings.value(QStringLiteral("window/server"), Console::localKey()).toString()};
    const bool known = last.kind >= NodeKind::Root && last.kind < NodeKind::Count && m_console.server(last.server);
    go(known ? last : NodePath());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("window/folded"), m_tree->folded());
    settings.setValue(QStringLiteral("window/kind"), static_cast<int>(m_place.kind));
    settings.setValue(QStringLiteral("window/server"), m_place.server);
    event->accept();
}

} // namespace sallyport
