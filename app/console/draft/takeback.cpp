// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/takeback.h"

#include "app/console/link/server.h"
#include "models/items/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace sallyport
{

namespace
{

// Translated where the function is used, so that lupdate finds the texts.
struct TakeBack {
    Q_DECLARE_TR_FUNCTIONS(sallyport::TakeBack)
};

// What was kept is not taken back.
QString commentFor(const QList<RevisionStep>& steps, const QStringList& kept)
{
    QStringList numbers;
    QList<PolicyChange> changes;
    for (const RevisionStep& step : steps) {
        numbers.append(QString::number(step.number));
        const QList<PolicyChange> made = diffPolicies(step.before, step.after);
        std::copy_if(made.begin(), made.end(), std::back_inserter(changes),
            [&kept](const PolicyChange& change) { return !kept.contains(change.path); });
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
    const auto put = [&server, done](const Result<QList<RevisionStep>>& steps) {
        if (!steps)
            return done(steps.error());
        PolicyDraft& draft = server.draft();
        const TakenBack taken = takeBack(*steps, draft.policy());
        const bool changed = taken.policy != draft.policy();
        const QString comment = commentFor(*steps, taken.kept);
        const QString text = steps->size() == 1
            ? TakeBack::tr("Take revision %1 back").arg(steps->first().number)
            : TakeBack::tr("Take %n revision(s) back", nullptr, static_cast<int>(steps->size()));
        draft.change(text, taken.policy);
        done(PutBack{changed, taken.kept, comment});
    };
    std::make_shared<Steps>(server, revisions, context, put)->next();
}

void returnInDraft(Server& server, const Revision& revision, QObject* context, const PutBackDone& done)
{
    const RevisionNumber number = revision.number;
    server.askPolicy(number, context, [&server, number, done](const Result<Policy>& policy) {
        if (!policy)
            return done(policy.error());
        PolicyDraft& draft = server.draft();
        const bool changed = *policy != draft.policy();
        draft.change(TakeBack::tr("Return to revision %1").arg(number), *policy);
        done(PutBack{changed, {}, TakeBack::tr("Returns to revision %1").arg(number)});
    });
}

} // namespace sallyport
