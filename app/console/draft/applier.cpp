// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/applier.h"

#include "app/console/link/server.h"
#include "app/console/link/trail.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

namespace sallyport
{

Applier::Applier(Server& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
    m_impactTimer.setSingleShot(true);
    m_impactTimer.setInterval(400);
    connect(&m_impactTimer, &QTimer::timeout, this, &Applier::askImpact);
    connect(&m_server.draft(), &PolicyDraft::changed, this, &Applier::draftChanged);
    connect(&m_server, &Server::reachChanged, this, &Applier::draftChanged);
    connect(&m_server, &Server::headTaken, this, &Applier::headTaken);
}

QString Applier::obstacle() const
{
    const PolicyDraft& draft = m_server.draft();
    if (m_busy)
        return tr("It is being applied.");
    if (draft.isClean())
        return tr("There is nothing to apply.");
    if (hasErrors(draft.problems()))
        return tr("The draft has errors; Review shows them.");
    if (!m_server.isOnline())
        return tr("The server can't be reached; the draft is kept.");
    if (const QString role = m_server.whyNotEdit(); !role.isEmpty())
        return role;
    if (m_sent)
        return tr("Whether the last one is in force is being asked.");
    if (m_server.newer())
        return tr("Somebody else applied first; merge their changes.");
    return {};
}

void Applier::draftChanged()
{
    if (m_server.draft().isClean() && !m_busy && !m_sent)
        m_comment.clear(); // it was about changes that are gone
    m_refused.clear();
    m_refusedUnknown.reset();
    emit refusedChanged();
    if (!m_server.draft().isClean() && m_server.isOnline() && !hasErrors(m_server.draft().problems()))
        m_impactTimer.start();
    else
        m_impactTimer.stop();
}

void Applier::keepComment(const QString& comment)
{
    if (!m_server.draft().isClean() || m_busy || m_sent)
        m_comment = comment;
}

void Applier::askImpact()
{
    const Policy asked = m_server.draft().policy();
    m_server.askImpact(asked, this, [this, asked](const Result<QList<RefusedConnection>>& refused) {
        if (!m_server.isOnline() || asked != m_server.draft().policy() || m_server.draft().isClean())
            return;
        m_refused = refused ? *refused : QList<RefusedConnection>();
        m_refusedUnknown = refused ? std::nullopt : std::optional(refused.error());
        emit refusedChanged();
    });
}

void Applier::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

void Applier::apply(const Proposal& proposal, const QString& comment, const QList<ConnectionId>& disconnect)
{
    m_comment = comment;
    if (!obstacle().isEmpty())
        return;
    m_decided = disconnect;
    m_impactTimer.stop();
    setBusy(true);
    const QString words
        = comment.isEmpty() ? texts::changes(diffPolicies(proposal.base, proposal.policy), changesInComment) : comment;
    // What is open at this moment, not some seconds ago.
    m_server.askImpact(proposal.policy, this,
        [this, proposal, words, turn = ++m_turn](const Result<QList<RefusedConnection>>& refused) {
            if (turn != m_turn)
                return;
            if (!refused) {
                finish(refused.error());
                return;
            }
            m_refusedThen = *refused;
            send(proposal, words);
        });
}

void Applier::send(const Proposal& proposal, const QString& comment)
{
    m_sent = proposal;
    m_lost = false;
    m_server.apply(proposal, comment, this, [this, turn = m_turn](const Status& status) {
        if (turn == m_turn)
            answered(status);
    });
}

void Applier::answered(const Status& status)
{
    m_lost = !status && mayBeDone(status.error());
    if (!m_lost)
        finish(status ? std::nullopt : std::optional(status.error()), m_server.head());
    else if (m_busy)
        cancel();
}

void Applier::cancel()
{
    if (!m_busy)
        return;
    if (!m_sent) {
        finish(givenUpUnsent());
        return;
    }
    setBusy(false);
    emit unconfirmed();
}

// The policy in force came from the server: it tells what became of an apply that will never be answered, and of one
// that is in force before its answer came.
void Applier::headTaken()
{
    if (!m_sent || !m_server.isOnline())
        return;
    const Revision& head = m_server.head();
    if (head.number != m_sent->parent && m_server.draft().head() == m_sent->policy) {
        m_server.draft().applied(head.number, Proposal(*m_sent));
        finish(std::nullopt, head);
    } else if (m_lost && head.number == m_sent->parent) {
        finish(Error{ErrorCode::Unreachable, m_server.displayName(),
            tr("no answer came, and the server has not taken it; the draft is kept, apply again")});
    } else if (m_lost) {
        lookUnderHead();
    }
}

// Others applied since. The service takes a policy over its parent alone, so ours can only be the one after that.
void Applier::lookUnderHead()
{
    const RevisionNumber mine = m_sent->parent + 1;
    askRevision(m_server, mine, this, [this, mine, turn = m_turn](const Result<PolicyOfRevision>& found) {
        if (turn != m_turn || !m_server.isOnline())
            return; // it was decided meanwhile, or is once the server is reached again
        const Revision head = m_server.head();
        if (found && found->policy == m_sent->policy) {
            const Policy theirs = m_server.draft().head();
            m_server.draft().applied(mine, Proposal(*m_sent));
            m_server.draft().setHead(head.number, theirs);
            finish(std::nullopt, found->revision);
            return;
        }
        const QString what = found
            ? tr("no answer came, and somebody else applied first; revision %1 by %2 is in force. Merge, then apply "
                 "again")
            : tr("no answer came, and whether the server took it is not known; revision %1 by %2 is in force. Look at "
                 "History");
        finish(Error{ErrorCode::Unreachable, m_server.displayName(),
            what.arg(QString::number(head.number), visibleText(head.author))});
    });
}

void Applier::finish(const std::optional<Error>& error, const Revision& revision)
{
    ++m_turn;
    m_sent.reset();
    setBusy(false);
    if (error) {
        m_decided.clear();
        emit failed(*error);
        return;
    }
    m_comment.clear();
    emit applied(revision, m_refusedThen);
}

} // namespace sallyport
