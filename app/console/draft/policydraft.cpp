// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/policydraft.h"

#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QPointer>
#include <QUndoCommand>

namespace sallyport
{

class DraftStep : public QUndoCommand
{
public:
    DraftStep(PolicyDraft& draft, const QString& text, const PolicyDraft::Place& after, int number)
        : QUndoCommand(text)
        , number(number)
        , m_draft(draft)
        , m_before{draft.m_base, draft.m_policy}
        , m_after(after)
    {
    }
    void redo() override { m_draft.set(m_after); }
    void undo() override { m_draft.set(m_before); }
    const Policy& before() const { return m_before.policy; }
    const Policy& after() const { return m_after.policy; }

    const int number; // never that of another step of the draft

private:
    PolicyDraft& m_draft;
    PolicyDraft::Place m_before;
    PolicyDraft::Place m_after;
};

PolicyDraft::PolicyDraft(QObject* parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(200);
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] { m_canTakeOut.clear(); });
}

void PolicyDraft::change(const QString& text, const Policy& policy)
{
    m_lastStep = 0;
    if (policy != m_policy)
        push(text, {m_base, policy});
}

void PolicyDraft::changeFrom(const QString& text, const Policy& seen, const Policy& edited)
{
    change(text, seen == m_policy ? edited : mergePolicies(seen, edited, m_policy).merged);
}

void PolicyDraft::discard()
{
    m_lastStep = 0;
    if (!isClean())
        push(tr("Discard"), {m_base, m_base->policy});
}

void PolicyDraft::push(const QString& text, const Place& after)
{
    m_lastStep = ++m_steps;
    m_undo.push(new DraftStep(*this, text, after, m_lastStep));
}

Undo PolicyDraft::undoOfLastChange()
{
    if (!m_lastStep)
        return {};
    const QPointer<PolicyDraft> draft(this);
    return {[draft, step = m_lastStep] { return draft->takeOut(step); },
        [draft, step = m_lastStep] { return draft && draft->canTakeOut(step); }};
}

const DraftStep* PolicyDraft::stepAt(int index) const
{
    return static_cast<const DraftStep*>(m_undo.command(index));
}

int PolicyDraft::indexOf(int step) const
{
    for (int i = m_undo.index() - 1; i >= 0; --i) {
        if (stepAt(i)->number == step)
            return i;
    }
    return -1;
}

bool PolicyDraft::isTakenOut(int step) const
{
    const auto taken = m_takenOut.constFind(step);
    return taken != m_takenOut.constEnd() && indexOf(*taken) >= 0;
}

// What steps below that one did and what was taken out after it: until then the policy held it.
Policy PolicyDraft::withoutTakenOut(const Policy& policy, int below) const
{
    Policy rest = policy;
    for (int i = below - 1; i >= 0; --i) {
        if (indexOf(m_takenOut.value(stepAt(i)->number)) >= below)
            rest = mergePolicies(stepAt(i)->after(), rest, stepAt(i)->before()).merged;
    }
    return rest;
}

// The draft without what that step changed; conflicts are what was changed again since, and stays.
PolicyMerge PolicyDraft::without(int index) const
{
    return mergePolicies(
        withoutTakenOut(stepAt(index)->after(), index), m_policy, withoutTakenOut(stepAt(index)->before(), index));
}

bool PolicyDraft::canTakeOut(int step) const
{
    const int at = indexOf(step);
    if (at < 0 || isTakenOut(step))
        return false;
    if (isTop(at))
        return true;
    auto known = m_canTakeOut.constFind(step);
    if (known == m_canTakeOut.cend()) {
        const PolicyMerge rest = without(at);
        known = m_canTakeOut.insert(step, !rest.conflicts.isEmpty() || rest.merged != m_policy);
    }
    return *known;
}

QString PolicyDraft::takeOut(int step)
{
    const int at = indexOf(step);
    if (isTop(at) && withoutTakenOut(stepAt(at)->before(), at) == stepAt(at)->before()) {
        m_undo.undo();
        return {};
    }
    const PolicyMerge rest = without(at);
    const bool changed = rest.merged != m_policy;
    // Before anybody hears of the change, and may ask what else can be taken out.
    m_takenOut.insert(step, changed ? m_steps + 1 : stepAt(m_undo.index() - 1)->number);
    m_canTakeOut.clear();
    change(tr("Undo %1").arg(stepAt(at)->text()), rest.merged);
    QStringList kept;
    for (const MergeConflict& conflict : rest.conflicts)
        kept.append(texts::changePath(conflict.path));
    const QString names = kept.join(QStringLiteral(", "));
    if (kept.isEmpty())
        return {};
    return changed ? tr("Undone, but for what was changed again since: %1.").arg(names)
                   : tr("Not undone: it was changed again since: %1.").arg(names);
}

void PolicyDraft::setHead(RevisionNumber revision, const Policy& policy)
{
    m_head = {revision, policy};
    if (m_base->revision != 0 && policy == m_base->policy) {
        m_base->revision = revision;
    } else if (isClean() || m_base->revision == 0 || policy == m_policy) {
        if (isClean())
            m_policy = policy;
        m_undo.clear(); // nothing of it is left to be gone back from
        m_base = std::make_shared<NumberedPolicy>(m_head);
    }
    compare();
}

void PolicyDraft::rebase(const Policy& merged)
{
    m_undo.clear();
    m_base = std::make_shared<NumberedPolicy>(m_head);
    m_policy = merged;
    compare();
}

void PolicyDraft::applied(RevisionNumber revision, const Proposal& sent)
{
    m_head = {revision, sent.policy};
    // Undo may have led to another base meanwhile, which others' changes are not part of.
    if (m_base->policy == sent.base) {
        if (isClean())
            m_policy = sent.policy;
        *m_base = m_head;
    }
    compare();
}

void PolicyDraft::takeOver(const QString& text, RevisionNumber revision, const Policy& base, const Policy& policy)
{
    Place place{m_base, policy};
    if (base != m_base->policy) {
        place.base = std::make_shared<NumberedPolicy>(NumberedPolicy{revision, base});
        if (revision > m_head.revision)
            m_head = *place.base; // the other one heard of it first
    }
    if (policy != base)
        push(text, place);
    else if (!isClean())
        discard(); // to the head, which this console may know better
    else
        compare();
}

void PolicyDraft::resume(RevisionNumber revision, const Policy& base, const Policy& policy)
{
    m_head = {revision, base};
    rebase(policy);
}

void PolicyDraft::set(const Place& place)
{
    m_base = place.base;
    m_policy = place.policy;
    compare();
}

void PolicyDraft::compare()
{
    m_canTakeOut.clear();
    m_changes = diffPolicies(m_base->policy, m_policy);
    m_behind = m_head.policy != m_base->policy;
    if (m_behind && (m_changes.isEmpty() || m_policy == m_head.policy)) {
        m_changes.clear();
        m_base = std::make_shared<NumberedPolicy>(m_head);
        m_policy = m_head.policy;
        m_behind = false;
    }
    // The base passed the service's checks; only a draft that differs needs ours.
    m_problems = m_changes.isEmpty() ? QList<Problem>() : validate(m_policy);
    emit changed();
}

} // namespace sallyport
