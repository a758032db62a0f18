// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/window/applybar.h"
#include "app/console/window/focusround.h"
#include "app/console/window/statusline.h"
#include "app/console/window/treeview.h"
#include "app/console/window/veil.h"
#include "app/console/window/windowactions.h"
#include "app/console/window/windowkeys.h"
#include "dialogs/style/screenfit.h"
#include "dialogs/texts/errortexts.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QResizeEvent>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport
{

namespace
{
constexpr int treeWidth = 240;
constexpr int treeCharacters = 34; // as wide as that, in larger letters
constexpr int leastTreeCharacters = 22;
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
    , m_quit(*this, console, QuitGuard::Drafts::Ask)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Sallyport"));
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_stack->setObjectName(QStringLiteral("panes"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_tree->setMinimumWidth(m_tree->fontMetrics().averageCharWidth() * leastTreeCharacters);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({treeWidth, 4 * treeWidth});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_treeWidth = m_tree->width(); });

    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centre"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_applyBar);
    setCentralWidget(centre);
    setStatusBar(m_status);
    new WindowKeys(this);
    m_round = std::make_unique<FocusRound>(*this);
    m_actions = std::make_unique<WindowActions>(*this);

    connect(m_tree, &TreeView::currentMoved, this, &MainWindow::follow); // the arrows go on in the tree
    connect(m_tree, &TreeView::entered, this, &MainWindow::go);
    // As everywhere else; Qt leaves it to Alt.
    connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, this,
        [this] { menuBar()->setActiveAction(menuBar()->actions().constFirst()); });
    connect(m_tree, &TreeView::menuWanted, this, &MainWindow::openTreeMenu);
    connect(m_applyBar, &ApplyBar::reviewWanted, this, &MainWindow::review);
    connect(m_applyBar, &ApplyBar::mergeWanted, this, &MainWindow::merge);
    connect(m_applyBar, &ApplyBar::reported, this, [this](const Report& report) { reportAt(m_place.server, report); });
    connect(&m_console, &Console::serverAdded, this, &MainWindow::serverAdded);
    connect(&m_console, &Console::serverRemoved, this, &MainWindow::serverRemoved);
    connect(&m_console, &Console::reported, this, [this](const Error& error) {
        report({texts::error(error), Tone::Attention, {}});
    });
    connect(&m_console, &Console::warned, this, [this](const QString& text, const QString& server) {
        report({text, Tone::Attention, {}, server});
    });
    connect(&m_console, &Console::resumed, this, &MainWindow::resumed);
    connect(&m_console, &Console::noted, this, [this](const QString& text) { report({text, Tone::Accent, {}}); });
    for (const QString& key : m_console.tree().servers())
        serverAdded(key);
    restoreLayout();
}

MainWindow::~MainWindow()
{
    m_round.reset(); // what goes now gives the keys to nobody
    // Panes look at servers, which outlive the window.
    m_applyBar->show(nullptr, nullptr);
    m_status->show(nullptr);
    m_veil->follow(nullptr, NodeKind::Root);
    qDeleteAll(m_panes);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!settings.isWritable()) {
        report({tr("Where windows and columns stand can't be kept: %1 can't be written.").arg(settings.fileName()),
            Tone::Attention, {}});
    }
    resize(1320, 780);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    fitToScreen(*this); // with its status line, whatever the screen is now
    m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray());
    m_splitter->setChildrenCollapsible(false);
    m_treeWidth = settings.value(QStringLiteral("window/tree")).toInt();
    m_tree->setFolded(settings.value(QStringLiteral("window/folded")).toStringList());
    const NodePath last{
        static_cast<NodeKind>(
            settings.value(QStringLiteral("window/kind"), static_cast<int>(NodeKind::FirewallClient)).toInt()),
        settings.value(QStringLiteral("window/server"), Console::localKey()).toString()};
    const bool known = last.kind >= NodeKind::Root && last.kind < NodeKind::Count && m_console.server(last.server);
    go(known ? last : NodePath());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    shareWidth();
}

// Before, its parts have not got their sizes.
void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    shareWidth();
}

// What a narrow window took from the tree it gets back.
void MainWindow::shareWidth()
{
    const int room = m_splitter->width() - m_splitter->handleWidth();
    const int usual = qMax(treeWidth, m_tree->fontMetrics().averageCharWidth() * treeCharacters);
    const int chosen = m_treeWidth > 0 ? qMin(m_treeWidth, room / 2) : qMin(usual, room * 2 / 5);
    const int wanted = qMax(m_tree->minimumWidth(), chosen);
    if (room > wanted && m_tree->width() != wanted)
        m_splitter->setSizes({wanted, room - wanted});
}

// What is made and pasted is the place's: where it has no such thing, or may not now, the key says so.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const bool fresh = event->matches(QKeySequence::New);
    if (!fresh && !event->matches(QKeySequence::Paste)) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    const QString forbidden = pane() ? pane()->forbidden() : QString();
    const QString title = ConsoleTreeModel::title(m_place.kind);
    QString why = fresh ? tr("There is nothing to make in %1; entries are made in Firewall Client.").arg(title)
                        : tr("There is nothing to paste in %1; programs are pasted in Firewall Client.").arg(title);
    if (pane() && pane()->standardAction(Pane::Standard::New))
        why = forbidden;
    if (!why.isEmpty())
        reportAt(m_place.server, {why, Tone::Attention, {}});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_quit.mayClose()) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("window/tree"), m_treeWidth);
    settings.setValue(QStringLiteral("window/folded"), m_tree->folded());
    settings.setValue(QStringLiteral("window/kind"), static_cast<int>(m_place.kind));
    settings.setValue(QStringLiteral("window/server"), m_place.server);
    event->accept();
}

} // namespace sallyport
