// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets that belong to the window as a whole.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/draft/takeback.h"
#include "app/console/link/enrolmentlink.h"
#include "app/console/panes/draftsheet.h"
#include "app/console/panes/pane.h"
#include "app/console/window/aboutdialog.h"
#include "app/console/window/helpsheet.h"
#include "app/console/window/keytips.h"
#include "app/console/window/treeview.h"
#include "app/console/window/windowactions.h"
#include "dialogs/review/conflictdialog.h"
#include "dialogs/review/reviewdialog.h"
#include "dialogs/servers/addserverwizard.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QAction>
#include <QPointer>
#include <QSysInfo>

namespace sallyport
{

void MainWindow::review()
{
    openReview(m_putBacks.value(m_place.server).put);
}

ReviewDialog* MainWindow::openReview(const PutBack& put)
{
    Server* reviewed = server();
    if (!reviewed || reviewed->draft().isClean())
        return nullptr;
    Applier* applier = m_console.applier(reviewed->key());
    // What is looked at, whatever becomes of the draft meanwhile; drops go out of both.
    auto proposal = std::make_shared<Proposal>(reviewed->draft().proposal());
    auto* dialog = new ReviewDialog(reviewed->draft().changes(), reviewed->draft().problems(), this);
    dialog->setReplaced(put.replaced);
    const auto comment = [kept = applier->comment(), words = put.comment](const Policy& policy) {
        const QString made = words ? words(policy) : QString();
        return made.isEmpty() || made == kept ? kept : kept.isEmpty() ? made : tr("%1; %2").arg(kept, made);
    };
    dialog->setComment(comment(proposal->policy));
    const auto askImpact = [this, reviewed, proposal, dialog] {
        const auto show
            = [this, proposal, asked = proposal->policy, dialog](const Result<QList<RefusedConnection>>& refused) {
                  if (proposal->policy == asked)
                      refused ? dialog->setRefused(*refused, m_console.clock().now())
                              : dialog->setRefusedUnknown(refused.error());
              };
        reviewed->askImpact(proposal->policy, dialog, show);
    };
    askImpact();
    dialog->onDrop([this, server = QPointer<Server>(reviewed), proposal, dialog, askImpact, comment](
                       const QList<PolicyChange>& dropped) {
        if (!server)
            return; // it was taken off meanwhile
        drop(*server, *proposal, dropped);
        const QList<PolicyChange> left = diffPolicies(proposal->base, proposal->policy);
        dialog->setChanges(left, validate(proposal->policy));
        dialog->setComment(comment(proposal->policy));
        if (!left.isEmpty())
            askImpact();
    });
    dialog->onGoTo([this, key = reviewed->key()](const QString& path) {
        goToRow({ConsoleTreeModel::placeOf(path), key}, path);
    });
    dialog->onApply([this, reviewed, applier = QPointer<Applier>(applier), proposal](const ReviewAnswer& answer) {
        if (!applier)
            return; // the server was taken off meanwhile
        applier->keepComment(answer.comment);
        if (const QString obstacle = applier->obstacle(); !obstacle.isEmpty()) {
            reportObstacle(*reviewed, obstacle);
            return;
        }
        applier->apply(*proposal, answer.comment, answer.disconnect);
    });
    // Words made for this Review are not for what is applied without one; those typed into them are.
    connect(dialog, &QDialog::finished, applier, [this, applier, dialog, key = reviewed->key()](int result) {
        if (result == QDialog::Accepted || !dialog->isCommentTyped())
            return;
        applier->keepComment(dialog->comment());
        if (const auto put = m_putBacks.find(key); put != m_putBacks.end()) {
            put->put.comment = {};
            put->typed = dialog->comment();
        }
    });
    openOf(*reviewed, dialog);
    return dialog;
}

void MainWindow::drop(Server& server, Proposal& reviewed, const QList<PolicyChange>& dropped)
{
    reviewed.policy = withoutChanges(reviewed.base, reviewed.policy, dropped);
    const Policy draft = withoutChanges(server.draft().base(), server.draft().policy(), dropped);
    const auto count = static_cast<int>(dropped.size());
    server.draft().change(tr("Drop %n change(s)", nullptr, count), draft);
    reportAt(server.key(),
        {tr("%n change(s) dropped from the draft.", nullptr, count), Tone::Confirmed,
            server.draft().undoOfLastChange()});
}

void MainWindow::reviewWith(const QString& key, const PutBack& put)
{
    Server* server = m_console.server(key);
    if (!server || server->draft().isClean())
        return;
    if (m_place.server != key)
        go({NodeKind::Server, key});
    const Undo step = server->draft().undoOfLastChange();
    m_putBacks.insert(key, {put, step, m_console.applier(key)->comment(), {}});
    const ReviewDialog* dialog = openReview(put);
    // Who gives it up gives up what it was opened for.
    connect(dialog, &QDialog::finished, this, [this, key, step](int result) {
        if (result != QDialog::Rejected || !step)
            return;
        const QString stays = step();
        reportAt(key,
            {stays.isEmpty() ? tr("Taken out of the draft again.") : stays,
                stays.isEmpty() ? Tone::Confirmed : Tone::Attention, {}});
    });
}

void MainWindow::forgetPutBack(const QString& key)
{
    const auto put = m_putBacks.constFind(key);
    if (put == m_putBacks.constEnd())
        return;
    Server* server = m_console.server(key);
    if (server && !server->draft().isClean() && put->step)
        return;
    Applier* applier = m_console.applier(key);
    if (applier && !put->typed.isEmpty() && applier->comment() == put->typed)
        applier->keepComment(put->commentBefore);
    m_putBacks.erase(put);
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
            reportAt(merged->key(), {tr("Merged. Review, then apply."), Tone::Confirmed, {}});
        else
            reportAt(merged->key(),
                {tr("Not merged: another revision was applied meanwhile. Merge again."), Tone::Attention, {}});
    };
    if (preview.conflicts.isEmpty()) {
        decided({});
        return;
    }
    auto* dialog = new ConflictDialog(preview.conflicts, diffPolicies(merged->draft().policy(), preview.merged), head,
        texts::age(head.time, m_console.clock().now()), this);
    dialog->onDecided(decided);
    openOf(*merged, dialog);
}

void MainWindow::serverProperties()
{
    Server* edited = server();
    if (!edited)
        return;
    openServerProperties(*edited, this, [this, edited](const QString& text) {
        reportAt(edited->key(), {text, Tone::Confirmed, edited->draft().undoOfLastChange()});
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
            report({texts::error(status.error()), Tone::Refused, {}});
            return;
        }
        m_console.addServer(entry);
        go({NodeKind::Server, entry.key});
        if (!kept) {
            report({tr("%1 was added until this console ends: %2").arg(entry.name, texts::error(kept.error())),
                Tone::Refused, {}});
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
        report({texts::error(removed.error()), Tone::Refused, {}});
        return;
    }
    m_console.removeServer(entry.key);
    const auto undo = [this, entry] {
        if (const Status kept = ServerList(m_console.dataFolder()).save(entry); !kept)
            report({texts::error(kept.error()), Tone::Refused, {}});
        m_console.addServer(entry);
        go({NodeKind::Server, entry.key});
    };
    // Not once it was added anew, maybe by another address.
    const auto isOff = [this, key = entry.key] { return !m_console.server(key); };
    report({tr("%1 was taken off this console.").arg(name), Tone::Confirmed, Undo(undo, isOff)});
}

void MainWindow::renameServer()
{
    m_tree->rename(m_place.server);
}

void MainWindow::help()
{
    auto* sheet = findChild<HelpSheet*>();
    if (!sheet) {
        sheet = new HelpSheet(this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(this, &MainWindow::placeChanged, sheet, [this, sheet] { sheet->setPage(helpPage()); });
    }
    sheet->setPage(helpPage());
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
}

HelpPage MainWindow::helpPage() const
{
    HelpPage page;
    page.title = ConsoleTreeModel::title(m_place.kind);
    const auto keys = [](const QList<QAction*>& actions) {
        QList<HelpKey> rows;
        for (const QAction* action : actions) {
            if (!action->shortcut().isEmpty())
                rows.append({action->shortcut().toString(QKeySequence::NativeText), plainText(*action)});
        }
        return rows;
    };
    if (const Pane* shown = pane()) {
        page.sentence = shown->sentenceText();
        page.filter = shown->filterHelp();
        page.here = keys(shown->paneActions());
    }
    page.everywhere = keys(m_actions->windowActions());
    return page;
}

void MainWindow::about()
{
    QStringList services;
    for (const QString& key : m_console.tree().servers()) {
        const Server* known = m_console.server(key);
        const QString version = m_console.server(key)->link().hello().version;
        if (!version.isEmpty())
            services.append(
                tr("%1: service %2, revision %3")
                    .arg(known->displayName(), visibleText(version), QString::number(known->head().number)));
    }
    auto* dialog = new AboutDialog(services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sallyport
