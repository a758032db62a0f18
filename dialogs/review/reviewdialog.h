// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/policy/problem.h"
#include "models/policy/refusedconnection.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace sallyport
{

class DraftChanges;
class ProblemLabel;
class ProblemsModel;
class RefusedList;

// What the administrator decided when applying.
struct ReviewAnswer {
    QString comment; // for the history; may be empty
    QList<ConnectionId> disconnect; // to end once the policy is in force
};

// Review before Apply: what will change, and which live connections the new policy would refuse. These may arrive later
// than the dialog opens.
class ReviewDialog final : public QDialog
{
    Q_OBJECT

public:
    // Beside QDialog's own: neither applied nor given up.
    static constexpr int WentToRow = QDialog::Accepted + 1;

    // Errors among the problems keep the policy from being applied, and so does having no change; all are listed.
    ReviewDialog(const QList<PolicyChange>& changes, const QList<Problem>& problems, QWidget* parent = nullptr);

    // What is left to apply once some was dropped. The impact is looked for anew.
    void setChanges(const QList<PolicyChange>& changes, const QList<Problem>& problems);
    void setRefused(const QList<RefusedConnection>& refused, TimePoint now = {}); // see RefusedList
    // The service could not say; applying stays possible.
    void setRefusedUnknown(const Error& error);

    // As typed; given before it opens, what an earlier try had. Given later, it takes the place of what was given
    // before, but not of what somebody typed.
    QString comment() const;
    void setComment(const QString& comment);
    bool isCommentTyped() const; // and not just what was given
    // Said on top: how many changes of the user's own went out of the draft for what is reviewed.
    void setReplaced(int changes);

    // Changes to be taken out of what is reviewed; setChanges() is to follow.
    void onDrop(std::function<void(const QList<PolicyChange>&)> handler) { m_drop = std::move(handler); }
    // Somebody wants to see where a change was made; the dialog has closed by then.
    void onGoTo(std::function<void(const QString& path)> handler) { m_goTo = std::move(handler); }
    void onApply(std::function<void(const ReviewAnswer&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void showTicked();

private:
    std::function<void(const ReviewAnswer&)> m_handler;
    std::function<void(const QList<PolicyChange>&)> m_drop;
    std::function<void(const QString&)> m_goTo;
    ProblemLabel* m_replaced;
    QLabel* m_changesHeading;
    DraftChanges* m_changes;
    QLabel* m_problemsHeading;
    ProblemsModel* m_problemsModel;
    QTreeView* m_problems;
    QLineEdit* m_comment;
    QLabel* m_liveHeading;
    QLabel* m_impact;
    RefusedList* m_refused;
    QPushButton* m_apply;
    ProblemLabel* m_nothingLeft;
    bool m_blocked = false;
};

} // namespace sallyport
