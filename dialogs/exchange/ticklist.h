// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policyparts.h"

#include <QTreeView>

namespace sallyport
{

class PartsModel;

// What an import would change, each part with a tick: ticked ones are taken over. All are, to begin with. Space ticks
// or unticks all that is selected.
class TickList final : public QTreeView
{
    Q_OBJECT

public:
    explicit TickList(QWidget* parent = nullptr);

    // A part that was unticked stays so.
    void setParts(const QList<PolicyPart>& parts);
    void tickAll();
    QSet<QString> tickedPaths() const;
    int count() const; // of parts, ticked or not

signals:
    void tickedChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PartsModel* m_parts;
};

} // namespace sallyport
