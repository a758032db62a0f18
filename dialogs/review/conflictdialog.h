// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/policy/revision.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;

namespace sallyport
{

class ConflictList;

// Somebody applied while we were editing: each setting that both changed differently is decided here, mine or theirs,
// before the merged draft is reviewed again. Nothing is applied here, and nothing changes when it is decided later.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    // The paths at which theirs is taken, as mergePolicies() wants them.
    using Handler = std::function<void(const QSet<QString>& takeTheirs)>;

    // `others` is what they changed besides: merged without a question, shown so that nobody is surprised. `age` of the
    // head is what the caller shows everywhere else ("3 min ago").
    ConflictDialog(const QList<MergeConflict>& conflicts, const QList<PolicyChange>& others, const Revision& head,
        const QString& age, QWidget* parent = nullptr);

    void onDecided(Handler handler) { m_handler = std::move(handler); }
    void accept() override; // does nothing while something is undecided

private slots:
    void showUndecided();

private:
    Handler m_handler;
    ConflictList* m_conflicts;
    QLabel* m_undecided;
    QPushButton* m_merge;
};

} // namespace sallyport
