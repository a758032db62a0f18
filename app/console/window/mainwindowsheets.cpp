// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets that belong to the window as a whole.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/link/enrolmentlink.h"
#include "app/console/panes/draftsheet.h"
#include "dialogs/review/conflictdialog.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/review/reviewdialog.h"
#include "dialogs/servers/addserverwizard.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/texts.h"

#include <QMessageBox>
#include <QPointer>
#include <QSysInfo>

namespace sallyport
{

void MainWindow::review()
{
    Server* reviewed = server();
    if (!reviewed || reviewed->draft().isClean())
        return;
    Applier* applier = m_console.applier(reviewed->key());
    const Proposal proposal = reviewed->draft().proposal();
    auto* dialog = new ReviewDialog(reviewed->draft().changes(), reviewed->draft().problems(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setComment(applier->comment());
    reviewed->askImpact(proposal.policy, dialog, [dialog](const Result<QList<RefusedConnection>>& refused) {
        refused ? dialog->setRefused(*refused) : dialog->setRefusedUnknown(refused.error());
    });
    dialog->onApply([this, applier = QPointer<Applier>(applier), proposal](const ReviewAnswer& answer) {
        if (!applier)
            return; // the server was taken off meanwhile
        applier->keepComment(answer.comment);
        if (const QString obstacle = applier->obstacle(); !obstacle.isEmpty()) {
            report({obstacle, Tone::Attention, {}});
            return;
        }
        applier->apply(proposal, answer.comment, answer.disconnect);
    });
    connect(dialog, &QDialog::rejected, applier, [applier, dialog] { applier->keepComment(dialog->comment()); });
    dialog->open();
}

void MainWindow::offerDisconnect(Server* server, const QList<RefusedConnection>& refused)
{
    auto* dialog = new RefusedDialog(refused, this);
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
            report(ended ? Report{tr("%n connection(s) ended.", nullptr, static_cast<int>(ended->size())),
                       Tone::Confirmed, {}}
                         : Report{tr("Nothing was disconnected: %1").arg(ended.error().detail), Tone::Refused, {}});
        });
}

void MainWindow::merge()
{
    Server* merged = server();
    if (!merged || !merged->newer())
        return;
    const Revision head = *merged->newer();
    const PolicyMerge preview = merged->mergePreview();
    const auto decided = [this, merged, head](const QSet<QString>& takeTheirs) {
        if (merged->merge(head.number, takeTheirs))
            report({tr("Merged. Review, then apply."), Tone::Confirmed, {}});
        else
            report({tr("Not merged: another revision was applied meanwhile. Merge again."), Tone::Attention, {}});
    };
    if (preview.conflicts.isEmpty()) {
        decided({});
        return;
    }
    auto* dialog = new ConflictDialog(preview.conflicts, diffPolicies(merged->draft().policy(), preview.merged), head,
        texts::age(head.time, m_console.clock().now()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->onDecided(decided);
    dialog->open();
}

void MainWindow::serverProperties()
{
    Server* edited = server();
    if (!edited)
        return;
    openServerProperties(*edited, this, [this, edited](const QString& text) {
        report({text, Tone::Confirmed, [edited] { edited->draft().undoStack().undo(); }});
    });
}

void MainWindow::addServer()
{
    auto servers = std::make_shared<ServerList>(m_console.dataFolder());
    auto enrolment = std::make_shared<EnrolmentLink>(*servers);
    auto* wizard = new AddServerWizard(*enrolment, NewServer{}, QSysInfo::machineHostName(), this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->onFinished([this, servers](const NewServer& found) {
        ServerEntry entry{found.fingerprint.left(16), found.name.isEmpty() ? found.host : found.name, {}};
        entry.endpoint.host = found.host;
        entry.endpoint.port = static_cast<quint16>(found.port);
        entry.endpoint.serverFingerprint = found.fingerprint;
        const Status kept = servers->save(entry);
        if (const Status status = servers->complete(entry); !status) {
            report({status.error().text(), Tone::Refused, {}});
            return;
        }
        m_console.addServer(entry);
        go({NodeKind::Server, entry.key});
        if (!kept) {
            report({tr("%1 was added until this console ends: %2").arg(entry.name, kept.error().text()), Tone::Refused,
                {}});
            return;
        }
        report(
            {tr("%1 was added; your role there is %2.").arg(entry.name, texts::role(found.role)), Tone::Confirmed, {}});
    });
    // Both must outlive the wizard's last call.
    connect(wizard, &QObject::destroyed, this, [servers, enrolment] {});
    wizard->open();
}

void MainWindow::removeServer()
{
    // Nothing on the server changes: this console stays enrolled there, and its draft stays in the draft store.
    if (!server() || server()->key() == Console::localKey())
        return;
    const QString name = server()->displayName();
    const ServerEntry entry = m_console.entry(server()->key());
    if (const Status removed = ServerList(m_console.dataFolder()).remove(entry.key); !removed) {
        report({removed.error().text(), Tone::Refused, {}});
        return;
    }
    m_console.removeServer(entry.key);
    const auto undo = [this, entry] {
        if (const Status kept = ServerList(m_console.dataFolder()).save(entry); !kept)
            report({kept.error().text(), Tone::Refused, {}});
        m_console.addServer(entry);
        go({NodeKind::Server, entry.key});
    };
    report({tr("%1 was taken off this console.").arg(name), Tone::Confirmed, undo});
}

void MainWindow::about()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Sallyport"),
        tr("<b>Sallyport %1</b><br>Which programs may leave the network, and who is connected now.<br>Licence: "
           "GPL-3.0-or-later.")
            .arg(QStringLiteral(SALLYPORT_VERSION)),
        QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace sallyport
