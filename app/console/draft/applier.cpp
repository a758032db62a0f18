// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/applier.h"

#include "app/console/link/server.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{
QString summary(const QList<PolicyChange>& changes)
{
    QStringList lines;
    for (const PolicyChange& change : changes.mid(0, 5))
        lines.append(texts::change(change));
    if (changes.size() > lines.size())
        lines.append(Applier::tr("and %n more", nullptr, static_cast<int>(changes.size() - lines.size())));
    return lines.join(QStringLiteral(", "));
}
} // namespace

Applier::Applier(Server& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
    m_impactTimer.setSingleShot(true);
    m_impactTimer.setInterval(400);
    connect(&m_impactTimer, &QTimer::timeout, this, &Applier::askImpact);
    connect(&m_server.draft(), &PolicyDraft::changed, this, &Applier::draftChanged);
    connect(&m_server, &Server::reachChanged, this, &Applier::draftChanged);
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
    if (m_server.role() != Role::Administrator)
        return tr("Only administrators apply; you are %1 here.").arg(roleWord(m_server.role()));
    if (m_server.newer())
        return tr("Somebody else applied first; merge their changes.");
    return {};
}

void Applier::draftChanged()
{
    m_refused.clear();
    emit refusedChanged();
    if (!m_server.draft().isClean() && m_server.isOnline() && !hasErrors(m_server.draft().problems()))
        m_impactTimer.start();
    else
        m_impactTimer.stop();
}

void Applier::askImpact()
{
    m_server.askImpact(
        this, [this, asked = m_server.draft().policy()](const Result<QList<RefusedConnection>>& refused) {
            if (!refused || asked != m_server.draft().policy() || m_server.draft().isClean())
                return;
            m_refused = *refused;
            emit refusedChanged();
        });
}

void Applier::apply(const QString& comment, const QList<ConnectionId>& disconnect)
{
    if (!obstacle().isEmpty())
        return;
    m_decided = disconnect;
    m_busy = true;
    emit busyChanged();
    m_impactTimer.stop();
    const QString words = comment.isEmpty() ? summary(m_server.draft().changes()) : comment;
    // What is open at this moment, not some seconds ago.
    m_server.askImpact(this, [this, words](const Result<QList<RefusedConnection>>& refused) {
        if (refused) {
            m_refused = *refused;
            send(words);
            return;
        }
        m_busy = false;
        emit busyChanged();
        emit failed(refused.error());
    });
}

void Applier::send(const QString& comment)
{
    m_server.apply(comment, this, [this, refused = m_refused](const Status& status) {
        m_busy = false;
        emit busyChanged();
        if (status)
            emit applied(m_server.head(), refused);
        else
            emit failed(status.error());
    });
}

} // namespace sallyport
