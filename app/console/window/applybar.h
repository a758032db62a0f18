// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"
#include "models/policy/revision.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sallyport
{

class ElidedLabel;

class Applier;
class Server;

// The bar that says what is not applied yet, what stands against applying it, and what it would refuse. Out of sight
// while the draft equals what is in force.
class ApplyBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ApplyBar(QWidget* parent = nullptr);

    // Both null: no server is in view.
    void show(Server* server, Applier* applier);
    // Back to what is in force, and says so.
    void discard();

signals:
    void reviewWanted();
    void reported(const sallyport::Report& report);
    void mergeWanted();

private:
    static QString whatOthersApplied(RevisionNumber base, const Revision& newest);
    void load();

    Server* m_server = nullptr;
    Applier* m_applier = nullptr;
    QLabel* m_shape;
    ElidedLabel* m_changes;
    QLabel* m_impact;
    QPushButton* m_merge;
    QPushButton* m_review;
    QPushButton* m_discard;
    QPushButton* m_cancel; // while it is being applied
    QPushButton* m_apply;
};

} // namespace sallyport
