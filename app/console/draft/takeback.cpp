// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/takeback.h"

#include "app/console/link/server.h"
#include "models/items/texts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <memory>
#include <optional>

namespace sallyport
{

namespace
{

// Translated where the function is used, so that lupdate finds the texts.
struct TakeBack {
    Q_DECLARE_TR_FUNCTIONS(sallyport::TakeBack)
};

// Of the changes that are not among the others.
QStringList pathsMissing(const QList<PolicyChange>& changes, const QList<PolicyChange>& others)
{
    QHash<QString, const PolicyChange*> known;
    for (const PolicyChange& other : others)
        known.insert(other.path, &other);
    QStringList paths;
    for (const PolicyChange& change : changes) {
        const PolicyChange* other = known.value(change.path);
        if (!other || *other != change)
            paths.append(change.path);
    }
    return paths;
}

// What was put into a draft over `base`: what made `after` out of `before`.
struct Put {
    Policy base;
    Policy before;
    Policy after;

    // What of its changes of the base is not in that draft any more; nothing where all of them are gone.
    std::optional<QStringList> droppedIn(const Policy& draft) const
    {
        QSet<QString> made;
        for (const PolicyChange& change : diffPolicies(before, after))
            made.insert(change.path);
        QList<PolicyChange> shown = diffPolicies(base, after);
        shown.removeIf([&made](const PolicyChange& change) { return !made.contains(change.path); });
        const QStringList dropped = pathsMissing(shown, diffPolicies(base, draft));
        return dropped.size() == shown.size() ? std::nullopt : std::optional(dropped);
    }
};

PutBack putInto(PolicyDraft& draft, const QString& text, const Policy& policy)
{
    const QList<PolicyChange> own = draft.changes();
    PutBack back;
    back.changed = policy != draft.policy();
    draft.change(text, policy);
    back.replaced = static_cast<int>(pathsMissing(own, draft.changes()).size());
    return back;
}

QString commentFor(const QList<RevisionStep>& steps, const QStringList& notTakenBack)
{
    const QSet<QString> left(notTakenBack.begin(), notTakenBack.end());
    QStringList numbers;
    QList<PolicyChange> changes;
    for (const RevisionStep& step : steps) {
        numbers.append(QString::number(step.number));
        const QList<PolicyChange> made = diffPolicies(step.before, step.after);
        std::copy_if(made.begin(), made.end(), std::back_inserter(changes),
            [&left](const PolicyChange& change) { return !left.contains(change.path); });
    }
    const QString words = texts::changes(changes, changesInComment);
    return steps.size() == 1
        ? TakeBack::tr("Takes revision %1 back: %2").arg(numbers.first(), words)
        : TakeBack::tr("Takes revisions %1 back: %2").arg(numbers.join(QStringLiteral(", ")), words);
}

// Fetches the policies one after another, oldest first; `done` gets them all or the first error.
class Steps : public std::enable_shared_from_this<Steps>
{
public:
    using Done = std::function<void(const Result<QList<RevisionStep>>&)>;

    Steps(Server& server, const QList<Revision>& revisions, QObject* context, Done done)
        : m_server(server)
        , m_revisions(revisions)
        , m_context(context)
        , m_done(std::move(done))
    {
        std::sort(m_revisions.begin(), m_revisions.end(),
            [](const Revision& a, const Revision& b) { return a.number < b.number; });
    }

    void next()
    {
        if (m_steps.size() == m_revisions.size()) {
            m_done(m_steps);
            return;
        }
        const Revision& revision = m_revisions.at(m_steps.size());
        RevisionStep step;
        step.number = revision.number;
        const auto self = shared_from_this();
        m_server.askPolicy(revision.parent, m_context, [self, step, revision](const Result<Policy>& before) mutable {
            if (!before)
                return self->m_done(before.error());
            step.before = *before;
            self->m_server.askPolicy(
                revision.number, self->m_context, [self, step](const Result<Policy>& after) mutable {
                    if (!after)
                        return self->m_done(after.error());
                    step.after = *after;
                    self->m_steps.append(step);
                    self->next();
                });
        });
    }

private:
    Server& m_server;
    QList<Revision> m_revisions;
    QObject* m_context;
    Done m_done;
    QList<RevisionStep> m_steps;
};

} // namespace

TakenBack takeBack(QList<RevisionStep> steps, const Policy& draft)
{
    std::sort(
        steps.begin(), steps.end(), [](const RevisionStep& a, const RevisionStep& b) { return a.number > b.number; });
    TakenBack result{draft, {}};
    for (const RevisionStep& step : steps) {
        const PolicyMerge merge = mergePolicies(step.after, result.policy, step.before);
        result.policy = merge.merged;
        for (const MergeConflict& conflict : merge.conflicts) {
            if (!result.kept.contains(conflict.path))
                result.kept.append(conflict.path);
        }
    }
    return result;
}

void takeBackInDraft(Server& server, const QList<Revision>& revisions, QObject* context, const PutBackDone& done)
{
    const auto take = [&server, done](const Result<QList<RevisionStep>>& steps) {
        if (!steps)
            return done(steps.error());
        PolicyDraft& draft = server.draft();
        const TakenBack taken = takeBack(*steps, draft.policy());
        const QString text = steps->size() == 1
            ? TakeBack::tr("Take revision %1 back").arg(steps->first().number)
            : TakeBack::tr("Take %n revision(s) back", nullptr, static_cast<int>(steps->size()));
        const Put put{draft.base(), draft.policy(), taken.policy};
        PutBack back = putInto(draft, text, taken.policy);
        back.kept = taken.kept;
        back.comment = [steps = *steps, kept = taken.kept, put](const Policy& draft) {
            const auto dropped = put.droppedIn(draft);
            return dropped ? commentFor(steps, kept + *dropped) : QString();
        };
        done(back);
    };
    std::make_shared<Steps>(server, revisions, context, take)->next();
}

void returnInDraft(Server& server, const Revision& revision, QObject* context, const PutBackDone& done)
{
    const RevisionNumber number = revision.number;
    server.askPolicy(number, context, [&server, number, done](const Result<Policy>& policy) {
        if (!policy)
            return done(policy.error());
        PolicyDraft& draft = server.draft();
        const Put put{draft.base(), draft.base(), *policy}; // all that it is, not what it made of the draft
        PutBack back = putInto(draft, TakeBack::tr("Return to revision %1").arg(number), *policy);
        back.comment = [put, number](const Policy& draft) {
            const auto dropped = put.droppedIn(draft);
            if (!dropped)
                return QString();
            return (dropped->isEmpty() ? TakeBack::tr("Returns to revision %1")
                                       : TakeBack::tr("Returns to revision %1 in part"))
                .arg(number);
        };
        done(back);
    });
}

} // namespace sallyport
