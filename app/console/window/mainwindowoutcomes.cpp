// SPDX-License-Identifier: GPL-3.0-or-later
// The draft of the server in view, applying it, and what came of it.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/panes/putback.h"
#include "app/console/window/applybar.h"
#include "app/console/window/outcomeline.h"
#include "app/console/window/statusline.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/texts/errortexts.h"

#include <QPointer>

namespace sallyport
{

void MainWindow::report(const Report& report)
{
    m_status->report(report);
}

QString MainWindow::reportText() const
{
    return m_status->reportText();
}

void MainWindow::serverAdded(const QString& key)
{
    connect(m_console.applier(key), &Applier::applied, this,
        [this, key](
            const Revision& revision, const QList<RefusedConnection>& refused) { applied(key, revision, refused); });
    connect(m_console.applier(key), &Applier::failed, this, [this](const Error& error) {
        report(
            {error.code == ErrorCode::Conflict ? tr("Not applied: somebody else was faster. Merge, then apply again.")
                                               : tr("Not applied: %1").arg(texts::error(error)),
                Tone::Refused, {}});
    });
    connect(m_console.applier(key), &Applier::unconfirmed, this, [this] {
        report({tr("Not confirmed: it was sent, and no answer came. Whether it is in force shows once the server "
                   "answers again; the draft is kept."),
            Tone::Attention, {}});
    });
    const Server* server = m_console.server(key);
    connect(&server->draft(), &PolicyDraft::changed, this, &MainWindow::showTitle);
    connect(&m_console.server(key)->draft().undoStack(), &QUndoStack::indexChanged, this,
        [this] { m_status->outcomes().dropUndone(); });
    connect(server, &Server::reachChanged, this, &MainWindow::showTitle);
    connect(server, &Server::nameChanged, this, &MainWindow::showTitle);
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

void MainWindow::apply()
{
    if (!server())
        return;
    Applier* applier = m_console.applier(m_place.server);
    if (const QString obstacle = applier->obstacle(); !obstacle.isEmpty())
        report({obstacle, Tone::Attention, {}});
    else
        applier->apply(server()->draft().proposal(), applier->comment());
}

void MainWindow::discard()
{
    m_applyBar->discard();
}

void MainWindow::applied(const QString& key, const Revision& revision, const QList<RefusedConnection>& refused)
{
    Server* server = m_console.server(key);
    m_lastApplied.insert(key, revision);
    report({tr("Revision %1 applied.").arg(revision.number), Tone::Confirmed,
        [this, key, revision] { takeBack(key, revision); }});
    emit placeChanged();
    // What was ticked in Review is ended at once; otherwise it is asked now.
    const QList<ConnectionId> decided = m_console.applier(key)->takeDecided();
    if (!decided.isEmpty())
        disconnect(server, decided);
    else if (!refused.isEmpty() && server->mayOperate())
        offerDisconnect(server, refused);
}

std::optional<Revision> MainWindow::lastApplied() const
{
    const auto known = m_lastApplied.constFind(m_place.server);
    return known == m_lastApplied.constEnd() ? std::nullopt : std::optional(*known);
}

void MainWindow::takeBackLast()
{
    if (const std::optional<Revision> revision = lastApplied())
        takeBack(m_place.server, *revision);
}

// Only what that revision changed, whatever was applied since; through Review, as any other change.
void MainWindow::takeBack(const QString& key, const Revision& revision)
{
    Server* server = m_console.server(key);
    if (!server)
        return; // taken off meanwhile
    takeBackInDraft(*server, {revision}, this, [this, key, server](const Result<PutBack>& put) {
        if (put && put->changed && m_place.server != key)
            go({NodeKind::Server, key});
        report(reportOf(put, server->draft()));
        if (put && put->changed)
            reviewWith(put->comment);
    });
}

void MainWindow::offerDisconnect(Server* server, const QList<RefusedConnection>& refused)
{
    auto* dialog = new RefusedDialog(refused, m_console.clock().now(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->onDisconnect([this, server](const QList<ConnectionId>& ids) { disconnect(server, ids); });
    dialog->open();
}

void MainWindow::disconnect(Server* server, const QList<ConnectionId>& ids)
{
    if (ids.isEmpty())
        return;
    server->disconnectSessions({}, ids, tr("refused by revision %1").arg(server->head().number), this,
        [this](const Result<QList<EndedConnection>>& ended) {
            report(ended
                    ? Report{tr("%n connection(s) ended.", nullptr, static_cast<int>(ended->size())), Tone::Confirmed,
                        {}}
                    : Report{tr("Nothing was disconnected: %1").arg(texts::error(ended.error())), Tone::Refused, {}});
        });
}

} // namespace sallyport
