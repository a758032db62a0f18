// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/windowactions.h"

#include "app/console/console.h"
#include "app/console/panes/columns.h"
#include "app/console/panes/mnemonics.h"
#include "app/console/panes/pane.h"
#include "app/console/window/keytips.h"
#include "app/console/window/mainwindow.h"
#include "app/console/window/paletteentries.h"
#include "app/console/window/windowkeys.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

namespace sallyport
{

namespace
{
constexpr int recentKept = 8;
constexpr char recentKey[] = "palette/recent";
} // namespace

WindowActions::WindowActions(MainWindow& window)
    : m_window(window)
    , m_actionMenu(new QMenu(tr("&Action"), &window))
    , m_toolBar(new QToolBar(tr("Tools"), &window))
{
    const auto menu = [this](const char* name, const QString& text) {
        QMenu* made = m_window.menuBar()->addMenu(text);
        made->setObjectName(QLatin1StringView(name));
        return made;
    };
    m_window.menuBar()->setObjectName(QStringLiteral("menuBar"));
    m_actionMenu->setObjectName(QStringLiteral("actionMenu"));
    m_window.menuBar()->addMenu(m_actionMenu);
    connect(m_actionMenu, &QMenu::aboutToShow, this, &WindowActions::fillActionMenu);

    QMenu* edit = menu("editMenu", tr("&Edit"));
    m_undo = add(edit, "undo", tr("&Undo"), "undo", QKeySequence::Undo, &MainWindow::undo);
    m_redo = add(edit, "redo", tr("&Redo"), "redo", QKeySequence(QStringLiteral("Ctrl+Shift+Z")), &MainWindow::redo);
    m_redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    edit->addSeparator();
    add(edit, "find", tr("&Find in This Place"), "filter", QKeySequence::Find, &MainWindow::find);
    m_search = add(edit, "search", tr("&Search Anything…"), "search", QKeySequence(QStringLiteral("Ctrl+K")),
        &MainWindow::openPalette);
    edit->addSeparator();
    m_review = add(edit, "reviewChanges", tr("Revie&w Changes…"), "review", QKeySequence(QStringLiteral("Ctrl+R")),
        &MainWindow::review);
    m_apply = add(edit, "applyChanges", tr("A&pply Changes"), "apply", QKeySequence::Save, &MainWindow::apply);
    m_discard = add(edit, "discardChanges", tr("&Discard Changes"), "discard",
        QKeySequence(QStringLiteral("Ctrl+Shift+D")), &MainWindow::discard);
    edit->addSeparator();
    m_takeBack = add(edit, "takeBackLast", QString(), "undo", {}, &MainWindow::takeBackLast);

    QMenu* view = menu("viewMenu", tr("&View"));
    add(view, "refresh", tr("&Refresh"), "refresh", QKeySequence::Refresh, &MainWindow::refresh);
    view->addSeparator();
    m_columns = view->addMenu(tr("&Columns"));
    m_columns->setObjectName(QStringLiteral("columnsMenu"));
    connect(view, &QMenu::aboutToShow, this, &WindowActions::fillColumns);
    view->addSeparator();
    addAppearance(view);

    QMenu* go = menu("goMenu", tr("&Go"));
    m_back = add(go, "back", tr("&Back"), "back", QKeySequence(QStringLiteral("Alt+Left")), &MainWindow::back);
    m_forward = add(
        go, "forward", tr("&Forward"), "forward", QKeySequence(QStringLiteral("Alt+Right")), &MainWindow::forward);
    m_up = add(go, "up", tr("&Up"), "up", QKeySequence(QStringLiteral("Alt+Up")), &MainWindow::up);

    go->addSeparator();
    add(go, "nextPart", tr("&Next Part of the Window"), "forward", Qt::Key_F6, &MainWindow::nextPart);
    add(go, "previousPart", tr("&Previous Part of the Window"), "back", QKeySequence(QStringLiteral("Shift+F6")),
        &MainWindow::previousPart);

    QMenu* help = menu("helpMenu", tr("&Help"));
    add(help, "placeHelp", tr("&Keys and Help for This Place"), "help", QKeySequence::HelpContents, &MainWindow::help);
    add(help, "about", tr("&About Sallyport"), "help", {}, &MainWindow::about);

    m_serverProperties
        = add(nullptr, "serverProperties", tr("Server &Properties…"), "server", {}, &MainWindow::serverProperties);
    m_export = add(
        nullptr, "export", tr("&Export…"), "export", QKeySequence(QStringLiteral("Ctrl+E")), &MainWindow::exportPolicy);
    WindowKeys::putBeforeFields(*m_export); // Emacs' way to the end of a line
    m_compare = add(nullptr, "compare", tr("Compare with &File…"), "difference",
        QKeySequence(QStringLiteral("Ctrl+Shift+E")), &MainWindow::compareWithFile);
    m_import = add(
        nullptr, "import", tr("&Import…"), "import", QKeySequence(QStringLiteral("Ctrl+I")), &MainWindow::importPolicy);
    add(nullptr, "addServer", tr("&Add Server…"), "add", {}, &MainWindow::addServer);
    m_rename = add(nullptr, "renameServer", tr("Re&name Server"), "edit", Qt::Key_F2, &MainWindow::renameServer);
    m_rename->setShortcutContext(Qt::WidgetShortcut); // a list's own entries are renamed by it
    m_window.removeAction(m_rename);
    m_window.findChild<QWidget*>(QStringLiteral("tree"))->addAction(m_rename);
    m_removeServer = add(nullptr, "removeServer", tr("Re&move Server"), "remove", {}, &MainWindow::removeServer);
    add(nullptr, "quit", tr("&Quit"), "quit", QKeySequence::Quit, nullptr);
    m_properties = new QAction(icon(QLatin1StringView("properties")), tr("Properties"), &m_window);
    m_properties->setObjectName(QStringLiteral("properties"));
    m_properties->setShortcut(QKeySequence(QStringLiteral("Alt+Return")));
    m_window.addAction(m_properties);
    connect(m_properties, &QAction::triggered, this, &WindowActions::openProperties);
    addTools();
    connect(&m_window, &MainWindow::placeChanged, this, &WindowActions::placeChanged);
    connect(&m_window, &MainWindow::lastAppliedChanged, this, &WindowActions::draftMoved);
    for (QMenu* each : menus())
        connect(each, &QMenu::aboutToShow, this, [each] { keepMnemonicsApart(*each); });
    new KeyTips(m_window);
}

WindowActions::~WindowActions() = default;

QAction* WindowActions::add(
    QMenu* menu, const char* name, const QString& text, const char* iconName, const QKeySequence& key, Slot slot)
{
    auto* action = new QAction(icon(QLatin1StringView(iconName)), text, &m_window);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(key);
    if (slot)
        connect(action, &QAction::triggered, &m_window, slot);
    else
        connect(action, &QAction::triggered, &m_window, &QWidget::close);
    m_window.addAction(action);
    if (menu)
        menu->addAction(action);
    m_all.append(action);
    return action;
}

void WindowActions::addAppearance(QMenu* menu)
{
    auto* group = new QActionGroup(this);
    const struct {
        Appearance appearance;
        QString text;
    } choices[]{{Appearance::System, tr("&System Appearance")}, {Appearance::Light, tr("&Light")},
        {Appearance::Dark, tr("&Dark")}};
    for (const auto& choice : choices) {
        auto* action = new QAction(choice.text, &m_window);
        menu->addAction(action);
        action->setObjectName(QStringLiteral("appearance%1").arg(static_cast<int>(choice.appearance)));
        action->setCheckable(true);
        action->setChecked(m_window.theme().appearance() == choice.appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, appearance = choice.appearance] {
            m_window.theme().setAppearance(appearance);
            QSettings().setValue(QStringLiteral("window/appearance"), static_cast<int>(appearance));
        });
    }
}

void WindowActions::fillColumns()
{
    m_columns->clear();
    const Pane* pane = m_window.pane();
    Columns* columns = pane ? pane->columns() : nullptr;
    m_columns->menuAction()->setEnabled(columns);
    if (columns)
        m_columns->addActions(columns->makeMenu(m_columns)->actions());
}

void WindowActions::addTools()
{
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize({metrics::iconSize, metrics::iconSize});
    m_toolBar->addActions({m_back, m_forward, m_up});
    m_toolBar->addSeparator();
    m_paneStart = m_toolBar->addSeparator();
    m_toolBar->addActions({m_undo, m_redo});
    auto* gap = new QWidget(m_toolBar);
    gap->setObjectName(QStringLiteral("toolGap"));
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(gap);
    m_search->setIconText(tr("Search (%1)").arg(m_search->shortcut().toString(QKeySequence::NativeText)));
    m_toolBar->addAction(m_search);
    if (auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(m_search)))
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_window.addToolBar(m_toolBar);
    m_window.setContextMenuPolicy(Qt::NoContextMenu);
}

void WindowActions::placeChanged()
{
    for (QAction* action : std::as_const(m_paneTools))
        m_toolBar->removeAction(action);
    m_paneTools.clear();
    if (Pane* pane = m_window.pane()) {
        for (const auto standard : {Pane::Standard::New, Pane::Standard::Properties, Pane::Standard::Delete}) {
            if (QAction* action = pane->standardAction(standard)) {
                m_toolBar->insertAction(m_paneStart, action);
                m_paneTools.append(action);
            }
        }
    }
    m_paneStart->setVisible(!m_paneTools.isEmpty());
    m_back->setEnabled(m_window.canGoBack());
    m_forward->setEnabled(m_window.canGoForward());
    m_up->setEnabled(m_window.place().kind != NodeKind::Root);
    if (m_server != m_window.server()) {
        m_server = m_window.server();
        if (m_server) {
            const Applier* applier = m_window.console().applier(m_server->key());
            const auto once = Qt::UniqueConnection;
            connect(&m_server->draft(), &PolicyDraft::changed, this, &WindowActions::draftMoved, once);
            connect(&m_server->draft().undoStack(), &QUndoStack::indexChanged, this, &WindowActions::draftMoved, once);
            connect(m_server, &Server::policyChanged, this, &WindowActions::draftMoved, once);
            connect(m_server, &Server::policyChanged, this, &WindowActions::serverMoved, once);
            connect(m_server, &Server::reachChanged, this, &WindowActions::serverMoved, once);
            connect(applier, &Applier::busyChanged, this, &WindowActions::draftMoved, once);
        }
    }
    draftMoved();
}

void WindowActions::draftMoved()
{
    Server* server = m_window.server();
    const QUndoStack* stack = server ? &server->draft().undoStack() : nullptr;
    m_undo->setEnabled(stack && stack->canUndo());
    m_redo->setEnabled(stack && stack->canRedo());
    m_undo->setText(stack && stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
    m_redo->setText(stack && stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
    const bool changed = server && !server->draft().isClean();
    m_review->setEnabled(changed);
    // Apply that can't be done says why when it is chosen.
    m_apply->setEnabled(changed);
    m_discard->setEnabled(changed && !m_window.console().applier(server->key())->isBusy());
    const std::optional<Revision> last = m_window.lastApplied();
    m_takeBack->setVisible(last.has_value());
    m_takeBack->setText(last ? tr("U&ndo Revision %1…").arg(last->number) : QString());
}

void WindowActions::fillActionMenu()
{
    m_actionMenu->clear();
    QAction* rowEnd = nullptr;
    if (const Pane* pane = m_window.pane(); pane) {
        m_actionMenu->addActions(pane->paneActions());
        rowEnd = m_actionMenu->addSeparator();
    }
    serverMoved();
    for (const char* name :
        {"serverProperties", "export", "compare", "import", "addServer", "renameServer", "removeServer", "quit"}) {
        if (qstrcmp(name, "quit") == 0 || qstrcmp(name, "addServer") == 0)
            m_actionMenu->addSeparator();
        m_actionMenu->addAction(m_window.findChild<QAction*>(QLatin1StringView(name)));
    }
    if (m_window.pane())
        m_window.pane()->addRowEntries(m_actionMenu, rowEnd);
}

void WindowActions::serverMoved()
{
    const Server* server = m_window.server();
    m_removeServer->setEnabled(server && server->key() != Console::localKey());
    m_serverProperties->setEnabled(server);
    const ConsoleTreeModel& tree = m_window.console().tree();
    m_rename->setEnabled(server && tree.flags(tree.indexOf({NodeKind::Server, server->key()})) & Qt::ItemIsEditable);
    m_export->setEnabled(server);
    m_compare->setEnabled(server);
    m_import->setEnabled(server && server->mayEdit());
}

void WindowActions::openProperties()
{
    const Pane* pane = m_window.pane();
    QAction* action = pane ? pane->standardAction(Pane::Standard::Properties) : nullptr;
    if (action && action->isEnabled())
        action->trigger();
    else if (m_window.place().kind == NodeKind::Server)
        m_window.serverProperties();
}

QList<QMenu*> WindowActions::menus() const
{
    QList<QMenu*> menus;
    for (const QAction* action : m_window.menuBar()->actions())
        menus.append(action->menu());
    return menus;
}

void WindowActions::openPalette()
{
    fillActionMenu();
    auto* entries = new PaletteEntries(m_window, menus());
    QStringList recent = QSettings().value(QLatin1StringView(recentKey)).toStringList();
    QList<Palette::Entry> all = entries->entries();
    for (const QString& id : std::as_const(recent)) {
        if (const Palette::Entry live = entries->remembered(id); !live.text.isEmpty())
            all.append(live);
    }
    auto* palette = new Palette(all, recent, &m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    entries->setParent(palette);
    palette->setReader([entries](const QString& words) { return entries->filtered(words); });
    connect(palette, &Palette::typed, entries, &PaletteEntries::collect);
    connect(entries, &PaletteEntries::collected, palette, &Palette::add);
    connect(palette, &Palette::chosen, this, [recent](const QString& id) mutable {
        recent.removeAll(id);
        recent.prepend(id);
        QSettings().setValue(QLatin1StringView(recentKey), recent.mid(0, recentKept));
    });
    palette->open();
}

} // namespace sallyport
