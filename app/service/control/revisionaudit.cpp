// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/revisionaudit.h"

#include "models/policy/policypath.h"

#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr int revisionsPerPage = 1000;
constexpr qsizetype longestSentence = 2000; // characters
// Whose changes are worked out; a trail that was lost as a whole must not keep the service from starting.
constexpr int mostDescribed = 100;

// Of characters; leaves room for what is said around them.
constexpr qsizetype roomForChanges = 1800;

QString beginning(RevisionNumber number)
{
    return QStringLiteral("revision %1: ").arg(number);
}

// Where the values have no room, what was changed shall be found at least.
QString namesOf(const QList<PolicyChange>& changes)
{
    QStringList names;
    QSet<QString> known;
    qsizetype length = 0;
    for (const PolicyChange& change : changes) {
        const auto entry = parseEntryPath(change.path);
        const QString name = entry ? entry->name : change.path;
        if (known.contains(name))
            continue;
        known.insert(name);
        length += name.size() + 2;
        if (length > roomForChanges)
            break;
        names.append(name);
    }
    return QStringLiteral("%1 changes, of %2").arg(changes.size()).arg(names.join(QStringLiteral(", ")))
        + (length > roomForChanges ? QStringLiteral(" and others") : QString());
}

Result<QList<Revision>> unrecorded(PolicyStore& policies, RecordStore& records)
{
    QList<Revision> found;
    bool isHead = true;
    RevisionNumber before = 0;
    while (true) {
        const auto page = policies.history(revisionsPerPage, before);
        if (!page)
            return page;
        for (const Revision& revision : *page) {
            // Older services recorded no first policy; one that is no longer in force needs none.
            if (revision.parent == 0 && !isHead)
                continue;
            isHead = false;
            const auto recorded = records.hasRevision(revision, beginning(revision.number));
            if (!recorded)
                return recorded.error();
            if (!*recorded)
                found.append(revision);
        }
        if (page->size() < revisionsPerPage)
            return found;
        before = page->last().number;
    }
}

QString describe(PolicyStore& policies, const Revision& revision)
{
    const auto after = policies.policy(revision.number);
    const auto before = policies.policy(revision.parent);
    return after && before ? revisionSentence(revision.number, diffPolicies(*before, *after))
                           : beginning(revision.number) + revision.comment;
}

} // namespace

QString revisionSentence(RevisionNumber number, const QList<PolicyChange>& changes)
{
    if (changes.isEmpty())
        return beginning(number) + QStringLiteral("nothing differed");
    QStringList lines;
    qsizetype length = 0;
    for (const PolicyChange& change : changes) {
        lines.append(change.kind == ChangeKind::Removed
                ? QString(change.path + QStringLiteral(" removed"))
                : QString(change.path + QStringLiteral(" = ") + change.after.left(80)));
        length += lines.last().size() + 2;
    }
    return beginning(number) + (length <= roomForChanges ? lines.join(QStringLiteral("; ")) : namesOf(changes));
}

QString shortenedSentence(const QString& text, const QString& tail)
{
    const qsizetype room = longestSentence - tail.size();
    return (text.size() <= room ? text : QString(text.first(room - 1) + QChar(0x2026))) + tail;
}

Result<int> recoverAudit(PolicyStore& policies, RecordStore& records)
{
    auto missing = unrecorded(policies, records);
    if (!missing)
        return missing.error();
    const Status kept = records.atomically([&]() -> Status {
        for (qsizetype i = missing->size(); i-- > 0;) { // the oldest first
            const Revision& revision = missing->at(i);
            const bool first = revision.parent == 0;
            QString what = beginning(revision.number);
            if (first)
                what += QStringLiteral("first policy of a new folder");
            else
                what = shortenedSentence(i < mostDescribed ? describe(policies, revision) : what + revision.comment,
                    QStringLiteral(" (recorded by the next start: the service was killed)"));
            const AuditRecord record{0, revision.time, revision.author,
                first ? QStringLiteral("first start") : QStringLiteral("recovered"),
                first ? QStringLiteral("start") : QStringLiteral("policy.apply"), what, true, revision.number,
                revision.time};
            if (const Status added = records.addAudit(record); !added)
                return added;
        }
        return {};
    });
    return kept ? Result<int>(static_cast<int>(missing->size())) : kept.error();
}

} // namespace sallyport
