// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/policydraft.h"

#include "models/policy/validate.h"

#include <QUndoCommand>

namespace sallyport
{

class DraftStep : public QUndoCommand
{
public:
    DraftStep(PolicyDraft& draft, const QString& text, const Policy& after)
        : QUndoCommand(text)
        , m_draft(draft)
        , m_before(draft.policy())
        , m_after(after)
    {
    }
    void redo() override { m_draft.set(m_after); }
    void undo() override { m_draft.set(m_before); }

private:
    PolicyDraft& m_draft;
    Policy m_before;
    Policy m_after;
};

PolicyDraft::PolicyDraft(QObject* parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(200);
}

void PolicyDraft::change(const QString& text, const Policy& policy)
{
    if (policy != m_policy)
        m_undo.push(new DraftStep(*this, text, policy));
}

void PolicyDraft::changeFrom(const QString& text, const Policy& seen, const Policy& edited)
{
    change(text, seen == m_policy ? edited : mergePolicies(seen, edited, m_policy).merged);
}

void PolicyDraft::discard()
{
    change(tr("Discard"), m_base);
}

void PolicyDraft::setBase(RevisionNumber revision, const Policy& base)
{
    // Steps recorded over another policy would bring back what others changed meanwhile.
    if (revision != m_baseRevision && base != m_base)
        m_undo.clear();
    const bool wasClean = isClean();
    m_baseRevision = revision;
    m_base = base;
    if (wasClean)
        m_policy = base;
    compare();
}

void PolicyDraft::rebase(RevisionNumber revision, const Policy& base, const Policy& merged)
{
    m_undo.clear();
    m_baseRevision = revision;
    m_base = base;
    m_policy = merged;
    compare();
}

void PolicyDraft::applied(RevisionNumber revision, const Policy& policy)
{
    m_baseRevision = revision;
    m_base = policy;
    compare();
}

void PolicyDraft::resume(RevisionNumber revision, const Policy& base, const Policy& policy)
{
    rebase(revision, base, policy);
}

void PolicyDraft::set(const Policy& policy)
{
    m_policy = policy;
    compare();
}

void PolicyDraft::compare()
{
    m_changes = diffPolicies(m_base, m_policy);
    // The base passed the service's checks; only a draft that differs needs ours.
    m_problems = m_changes.isEmpty() ? QList<Problem>() : validate(m_policy);
    emit changed();
}

} // namespace sallyport
