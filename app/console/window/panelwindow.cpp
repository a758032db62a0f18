// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/panelwindow.h"

#include "app/console/console.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/statusline.h"
#include "app/console/window/veil.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/screenfit.h"
#include "dialogs/texts/errortexts.h"

#include <QCloseEvent>
#include <QLabel>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

namespace sallyport
{

PanelWindow::PanelWindow(Console& console, const QString& server, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_name(server)
    , m_status(new StatusLine(console.clock(), this))
    , m_quit(*this, console, QuitGuard::Drafts::None)
{
    setObjectName(QStringLiteral("panelWindow"));
    setWindowTitle(tr("Sessions – Sallyport"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_status);
    if (!build()) {
        QStringList names;
        for (const QString& key : console.tree().servers())
            names.append(console.server(key)->displayName());
        auto* missing = plainLabel(
            tr("No server is called \"%1\". Known: %2.").arg(server, names.join(QStringLiteral(", "))), this);
        missing->setWordWrap(true);
        missing->setObjectName(QStringLiteral("missing"));
        missing->setAlignment(Qt::AlignCenter);
        layout->insertWidget(0, missing, 1);
        m_pane = missing;
        // A server may tell its own name only once it is reached.
        connect(&m_console.tree(), &QAbstractItemModel::dataChanged, this, &PanelWindow::build);
    }
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, &PanelWindow::refresh);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &PanelWindow::find);
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    connect(&m_console, &Console::reported, this, [this](const Error& error) {
        m_status->report({texts::error(error), Tone::Attention, {}});
    });
    connect(&m_console, &Console::warned, this, [this](const QString& text, const QString& server) {
        m_status->report({text, Tone::Attention, {}, server});
    });
    connect(&m_console, &Console::noted, this, [this](const QString& text) {
        m_status->report({text, Tone::Accent, {}});
    });
    resize(900, 520);
    restoreGeometry(QSettings().value(QStringLiteral("panel/geometry")).toByteArray());
    fitToScreen(*this);
}

PanelWindow::~PanelWindow()
{
    QSettings().setValue(QStringLiteral("panel/geometry"), saveGeometry());
    m_status->show(nullptr);
    delete m_pane;
}

void PanelWindow::closeEvent(QCloseEvent* event)
{
    event->setAccepted(m_quit.mayClose());
}

void PanelWindow::refresh()
{
    if (m_sessions)
        m_sessions->refresh();
}

void PanelWindow::find()
{
    if (m_sessions)
        m_sessions->filterField()->setFocus(Qt::ShortcutFocusReason);
}

bool PanelWindow::build()
{
    const QStringList keys = m_console.tree().servers();
    Server* server = m_name.isEmpty() && !keys.isEmpty() ? m_console.server(keys.first()) : m_console.find(m_name);
    if (!server)
        return false;
    m_console.tree().disconnect(this);
    if (m_pane)
        m_pane->deleteLater();
    auto* pane = new SessionsPane(*server, this);
    m_pane = pane;
    m_sessions = pane;
    pane->setLinked(false); // there is no other place in this window
    pane->view()->setFocus();
    connect(pane, &Pane::reported, m_status, &StatusLine::report);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, pane, 1);
    m_status->show(server);
    m_status->follow(*server);
    (new Veil(pane))->follow(server, NodeKind::Sessions);
    return true;
}

} // namespace sallyport
