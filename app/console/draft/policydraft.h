// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/undo.h"
#include "models/policy/diff.h"
#include "models/policy/problem.h"
#include "models/policy/revision.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <memory>

namespace sallyport
{

class DraftStep;

inline constexpr qsizetype changesInComment = 5; // named for a revision that nobody wrote a comment for

// A policy that was in force, and its number; 0: none is known.
struct NumberedPolicy {
    RevisionNumber revision = 0;
    Policy policy;
};

// What is to be applied, as it was when somebody decided so: later edits do not reach it.
struct Proposal {
    RevisionNumber parent = 0; // the revision it grew from
    Policy base; // the policy of that one
    Policy policy;
};

// The policy an administrator is working on, over the revision it grew from (the base), beside the newest revision in
// force (the head). A draft without changes of its own is always the head: whatever made it clean, nobody is shown a
// policy that is not in force any more. Every edit is a whole policy value on an undo stack. Belongs to the user
// interface's thread.
class PolicyDraft : public QObject
{
    Q_OBJECT

public:
    explicit PolicyDraft(QObject* parent = nullptr);

    const Policy& base() const { return m_base->policy; }
    RevisionNumber baseRevision() const { return m_base->revision; }
    const Policy& head() const { return m_head.policy; }
    // Others applied something while there were changes; it waits to be merged or for the changes to be discarded.
    bool isBehind() const { return m_behind; }
    const Policy& policy() const { return m_policy; }
    Proposal proposal() const { return {m_base->revision, m_base->policy, m_policy}; }
    bool isClean() const { return m_changes.isEmpty(); }
    const QList<PolicyChange>& changes() const { return m_changes; }
    const QList<Problem>& problems() const { return m_problems; }
    QUndoStack& undoStack() { return m_undo; }

    // One step of undo named `text`. Nothing happens when nothing differs.
    void change(const QString& text, const Policy& policy);
    // `edited` was made out of `seen`; what became of the draft since is kept, except where both differ.
    void changeFrom(const QString& text, const Policy& seen, const Policy& edited);
    // To the head, as a step that can be undone.
    void discard();
    // The way back from the last step (of the three above, or of takeOver()), whatever is done afterwards: what came
    // later stays, where it changed the same as well, which is then named. Back from two that changed the same leads to
    // before both. None when nothing differed; over once nothing of it is left in the draft.
    Undo undoOfLastChange();

    // What is in force now. Contents are compared, not numbers: a service that was set up anew counts from 1 again, and
    // an apply whose answer got lost is in force all the same.
    void setHead(RevisionNumber revision, const Policy& policy);
    // `merged` is the draft on top of the head.
    void rebase(const Policy& merged);
    // `sent` is in force now; edits made since stay edits. A draft that was cleaned since is the head, as ever.
    void applied(RevisionNumber revision, const Proposal& sent);
    // The same draft as another console has made it, as a step of undo named `text`.
    void takeOver(const QString& text, RevisionNumber revision, const Policy& base, const Policy& policy);
    // Kept from an earlier run.
    void resume(RevisionNumber revision, const Policy& base, const Policy& policy);

signals:
    void changed(); // policy, base, changes or problems

private:
    friend class DraftStep;
    // What a step of undo leads to. Steps over one base share it, and so follow it when an apply moves it; steps over
    // an older one bring that back, so that what others applied since is merged and not undone with them.
    struct Place {
        std::shared_ptr<NumberedPolicy> base;
        Policy policy;
    };
    void push(const QString& text, const Place& after);
    int indexOf(int step) const; // in the undo stack; -1: it is undone or forgotten
    const DraftStep* stepAt(int index) const;
    bool isTop(int index) const { return index == m_undo.index() - 1; }
    bool isTakenOut(int step) const;
    Policy withoutTakenOut(const Policy& policy, int below) const;
    PolicyMerge without(int index) const;
    bool canTakeOut(int step) const;
    QString takeOut(int step); // what stays
    void set(const Place& place);
    void compare();

    std::shared_ptr<NumberedPolicy> m_base = std::make_shared<NumberedPolicy>();
    NumberedPolicy m_head;
    Policy m_policy;
    bool m_behind = false;
    QList<PolicyChange> m_changes;
    QList<Problem> m_problems;
    QHash<int, int> m_takenOut; // a step, and the newest one there was then: undone, so is this
    mutable QHash<int, bool> m_canTakeOut; // steps that were asked about since the draft moved last
    int m_steps = 0; // made so far
    int m_lastStep = 0; // of the last change; 0: it changed nothing
    QUndoStack m_undo; // last: its end tells of an index, which is answered with what stands above
};

} // namespace sallyport
