// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/inforce.h"

#include "app/console/link/server.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

namespace sallyport
{

namespace
{
constexpr QLatin1StringView revisionLink("revision:");
}

InForce::InForce(Server& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
}

QString InForce::about(const QString& path, bool changed)
{
    if (changed)
        return tr("<b>Not applied yet.</b>");
    const Revision& head = m_server.head();
    if (!head.number)
        return {};
    if (m_server.newer()) {
        return tr("As of revision %1. Revision %2 by %3 is in force now: merge or discard to see it.")
            .arg(QString::number(m_server.draft().baseRevision()), QString::number(head.number),
                visibleText(head.author).toHtmlEscaped());
    }
    if (m_revision != head) {
        m_known.clear();
        m_revision = head;
    }
    if (!m_known.contains(path)) {
        if (!m_server.isOnline())
            return tr("As of revision %1.").arg(head.number);
        ask(path);
    }
    const std::optional<Result<Blame>>& blame = m_known[path];
    return blame ? words(*blame) : tr("…");
}

void InForce::ask(const QString& path)
{
    m_known.insert(path, std::nullopt);
    askBlame(m_server, path, this, [this, path, asked = m_revision](const Result<Blame>& blame) {
        if (asked != m_revision)
            return;
        if (!blame && (blame.error().code == ErrorCode::Unreachable || blame.error().code == ErrorCode::TimedOut))
            m_known.remove(path); // to be asked again
        else
            m_known.insert(path, blame);
        emit told();
    });
}

// A service that can't tell leaves what is certain.
QString InForce::words(const Result<Blame>& blame) const
{
    if (!blame)
        return tr("As of revision %1.").arg(m_revision.number);
    if (!blame->revision)
        return tr("Not changed since revision %1.").arg(blame->unchangedSince);
    const Revision& revision = *blame->revision;
    const QString link = QStringLiteral("<a href=\"%1%2\">").arg(revisionLink).arg(revision.number);
    const QString when = texts::age(revision.time, m_server.clock().now());
    const QString author = visibleText(revision.author).toHtmlEscaped();
    if (revision.parent == 0)
        return tr("As it was at the start, in %1revision %2</a>, %3.")
            .arg(link, QString::number(revision.number), when);
    if (revision.comment.isEmpty())
        return tr("Set by %1 in %2revision %3</a>, %4.").arg(author, link, QString::number(revision.number), when);
    return tr("Set by %1 in %2revision %3</a>, %4: %5")
        .arg(author, link, QString::number(revision.number), when, visibleText(revision.comment).toHtmlEscaped());
}

bool InForce::follow(const QString& link)
{
    if (!link.startsWith(revisionLink))
        return false;
    emit revisionWanted(link.sliced(revisionLink.size()));
    return true;
}

} // namespace sallyport
