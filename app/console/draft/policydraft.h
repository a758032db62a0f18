// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/policy/problem.h"
#include "models/policy/revision.h"

#include <QObject>
#include <QUndoStack>

namespace sallyport
{

// The policy an administrator is working on, over the revision it grew from. Every edit is a whole policy value on an
// undo stack. Belongs to the user interface's thread.
class PolicyDraft : public QObject
{
    Q_OBJECT

public:
    explicit PolicyDraft(QObject* parent = nullptr);

    const Policy& base() const { return m_base; }
    RevisionNumber baseRevision() const { return m_baseRevision; }
    const Policy& policy() const { return m_policy; }
    bool isClean() const { return m_changes.isEmpty(); }
    const QList<PolicyChange>& changes() const { return m_changes; }
    const QList<Problem>& problems() const { return m_problems; }
    QUndoStack& undoStack() { return m_undo; }

    // One step of undo named `text`. Nothing happens when nothing differs.
    void change(const QString& text, const Policy& policy);
    // `edited` was made out of `seen`; what became of the draft since is kept, except where both differ.
    void changeFrom(const QString& text, const Policy& seen, const Policy& edited);
    // Back to the base, as a step that can be undone.
    void discard();

    // What is in force changed while the draft had no changes of its own.
    void setBase(RevisionNumber revision, const Policy& base);
    // The draft, on top of a later revision.
    void rebase(RevisionNumber revision, const Policy& base, const Policy& merged);
    // `policy` is in force now; edits made since it was sent stay edits.
    void applied(RevisionNumber revision, const Policy& policy);
    // Kept from an earlier run.
    void resume(RevisionNumber revision, const Policy& base, const Policy& policy);

signals:
    void changed(); // policy, base, changes or problems

private:
    friend class DraftStep;
    void set(const Policy& policy);
    void compare();

    Policy m_base;
    Policy m_policy;
    RevisionNumber m_baseRevision = 0;
    QList<PolicyChange> m_changes;
    QList<Problem> m_problems;
    QUndoStack m_undo;
};

} // namespace sallyport
