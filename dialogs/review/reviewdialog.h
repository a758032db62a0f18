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

namespace sallyport
{

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
    // Errors among the problems keep the policy from being applied; all are listed.
    ReviewDialog(const QList<PolicyChange>& changes, const QList<Problem>& problems, QWidget* parent = nullptr);

    void setRefused(const QList<RefusedConnection>& refused, TimePoint now = {}); // see RefusedList
    // The service could not say; applying stays possible.
    void setRefusedUnknown(const Error& error);

    // As typed; given before it opens, what an earlier try had.
    QString comment() const;
    void setComment(const QString& comment);

    void onApply(std::function<void(const ReviewAnswer&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void showTicked();

private:
    std::function<void(const ReviewAnswer&)> m_handler;
    QLineEdit* m_comment;
    QLabel* m_impact;
    RefusedList* m_refused;
    QPushButton* m_apply;
    bool m_blocked = false;
};

} // namespace sallyport
