// SPDX-License-Identifier: GPL-3.0-or-later
// The draft of the server in view, applying it, and what came of it.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/link/trail.h"
#include "app/console/panes/draftsheet.h"
#include "app/console/panes/failure.h"
#include "app/console/panes/pane.h"
#include "app/console/panes/putback.h"
#include "app/console/window/applybar.h"
#include "app/console/window/outcomeline.h"
#include "app/console/window/statusline.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/texts.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace sallyport
{

void MainWindow::report(const Report& report)
{
    m_status->report(report);
}

void MainWindow::reportAt(const QString& key, Report report)
{
    const Server* server = m_console.server(key);
    if (server && m_console.tree().servers().size() > 1) {
        const QString name = server->displayName();
        const QRegularExpression named(QStringLiteral("(?<!\\w)%1(?!\\w)").arg(QRegularExpression::escape(name)),
            QRegularExpression::UseUnicodePropertiesOption);
        if (!named.match(report.text).hasMatch())
            report.text = tr("%1: %2").arg(name, report.text);
    }
    this->report(report);
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
    const Server* server = m_console.server(key);
    connect(m_console.applier(key), &Applier::failed, this, [this, key, server](const Error& error) {
        reportAt(key,
            failure(*server, error,
                error.code == ErrorCode::Conflict
                    ? tr("Not applied: somebody else was faster. Merge, then apply again.")
                    : tr("Not applied: %1").arg(texts::error(error))));
    });
    connect(m_console.applier(key), &Applier::unconfirmed, this, [this, key] {
        reportAt(key,
            {tr("Not confirmed: it was sent, and no answer came. Whether it is in force shows once the server "
                "answers again; the draft is kept."),
                Tone::Attention, {}, key});
    });
    m_status->follow(*server);
    connect(&server->draft(), &PolicyDraft::changed, this, &MainWindow::showTitle);
    connect(&server->draft(), &PolicyDraft::changed, this, [this, key] {
        m_status->outcomes().dropOver();
        forgetPutBack(key);
    });
    connect(&m_console.server(key)->draft().undoStack(), &QUndoStack::indexChanged, this, [this, key] {
        m_status->outcomes().dropUndone();
        forgetPutBack(key);
    });
    connect(server, &QObject::destroyed, this, [this] { m_status->outcomes().dropUndone(); });
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
        reportObstacle(*server(), obstacle);
    else
        applier->apply(server()->draft().proposal(), applier->comment());
}

void MainWindow::reportObstacle(const Server& server, const QString& obstacle)
{
    reportAt(server.key(), {obstacle, Tone::Attention, {}, server.isOnline() ? QString() : server.key()});
}

void MainWindow::resumed(const QString& key)
{
    const QPointer<Server> server = m_console.server(key);
    report({tr("%1: %n change(s) of the last time are not applied.", nullptr,
                static_cast<int>(server->draft().changes().size()))
                .arg(server->displayName()),
        Tone::Accent, {}, {}, [server] { return !server || server->draft().isClean(); }});
}

void MainWindow::discard()
{
    m_applyBar->discard();
}

void MainWindow::applied(const QString& key, const Revision& revision, const QList<RefusedConnection>& refused)
{
    Server* server = m_console.server(key);
    m_lastApplied.insert(key, revision);
    reportAt(key, {tr("Revision %1 applied.").arg(revision.number), Tone::Confirmed, [this, key, revision] {
                       takeBack(key, revision);
                   }});
    emit lastAppliedChanged();
    // What was ticked in Review is ended at once; otherwise it is asked now.
    const QList<ConnectionId> decided = m_console.applier(key)->takeDecided();
    if (!decided.isEmpty())
        disconnect(server, revision.number, decided, refused);
    else if (!refused.isEmpty() && server->mayOperate())
        offerDisconnect(server, revision.number, refused);
}

std::optional<Revision> MainWindow::lastApplied() const
{
    const auto known = m_lastApplied.constFind(m_place.server);
    if (known == m_lastApplied.constEnd() || !server())
        return std::nullopt;
    // Numbers come again when a backup of the policy was put back.
    const Revision& head = server()->head();
    return head == *known || head.number > known->number ? std::optional(*known) : std::nullopt;
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
    askRevision(*server, revision.number, this, [this, key, revision](const Result<PolicyOfRevision>& now) {
        if (!m_console.server(key))
            return;
        if (now && now->revision == revision) {
            takeBackInDraft(key, revision);
        } else if (!now && now.error().code != ErrorCode::NotFound) {
            reportAt(
                key, failure(*m_console.server(key), now.error(), tr("Not undone: %1").arg(texts::error(now.error()))));
        } else {
            report({tr("Revision %1 can't be undone: it is not in the history of %2 any more.")
                        .arg(QString::number(revision.number), m_console.server(key)->displayName()),
                Tone::Attention, {}});
            if (m_lastApplied.value(key) == revision)
                m_lastApplied.remove(key);
            emit lastAppliedChanged();
        }
    });
}

void MainWindow::takeBackInDraft(const QString& key, const Revision& revision)
{
    Server* server = m_console.server(key);
    sallyport::takeBackInDraft(*server, {revision}, this, [this, key, server](const Result<PutBack>& put) {
        if (m_console.server(key) != server)
            return; // taken off meanwhile
        reportAt(key, reportOf(put, server->draft()));
        if (put && put->changed)
            reviewWith(key, *put);
    });
}

void MainWindow::offerDisconnect(Server* server, RevisionNumber revision, const QList<RefusedConnection>& refused)
{
    auto* dialog = new RefusedDialog(refused, m_console.clock().now(), this);
    dialog->onDisconnect([this, key = server->key(), revision, refused](const QList<ConnectionId>& ids) {
        if (Server* there = m_console.server(key))
            disconnect(there, revision, ids, refused);
    });
    openOf(*server, dialog);
}

// `revision`: that refuses them; another may be in force by now.
void MainWindow::disconnect(
    Server* server, RevisionNumber revision, const QList<ConnectionId>& ids, const QList<RefusedConnection>& refused)
{
    if (ids.isEmpty())
        return;
    server->disconnectSessions({}, ids, tr("refused by revision %1").arg(revision), this,
        [this, server, refused, key = server->key()](const Result<QList<EndedConnection>>& ended) {
            if (!ended)
                return reportAt(key, disconnectFailure(*server, ended.error()));
            QHash<SessionId, texts::Owner> known;
            for (const RefusedConnection& one : refused)
                known.insert(one.session.id, texts::ownerOf(one.session));
            QList<texts::Owner> owners;
            for (const EndedConnection& one : *ended) {
                if (const auto owner = known.constFind(one.session); owner != known.cend())
                    owners.append(*owner);
            }
            reportAt(key, {texts::ended(ended->size(), owners), Tone::Confirmed, {}});
        });
}

} // namespace sallyport
