// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/policy/revision.h"

#include <QDialog>

#include <functional>

namespace sallyport
{

// Somebody applied while we were editing: what both changed differently, to be decided before the merged draft is
// reviewed again. Nothing is applied here.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { KeepMine, TakeTheirs };

    // `conflicts` as mergePolicies() gives them: before = theirs, after = mine. `age` of the head is what the caller
    // shows everywhere else ("3 min ago"). Without conflicts it tells that both sets of changes go together.
    ConflictDialog(
        const QList<PolicyChange>& conflicts, const Revision& head, const QString& age, QWidget* parent = nullptr);

    void onDecided(std::function<void(Answer)> handler) { m_handler = std::move(handler); }

private slots:
    void keepMine();
    void takeTheirs();

private:
    void decide(Answer answer);

    std::function<void(Answer)> m_handler;
};

} // namespace sallyport
