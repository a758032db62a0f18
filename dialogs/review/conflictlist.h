// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"

#include <QTreeWidget>

#include <optional>

namespace sallyport
{

// Settings that two sides changed differently, each with what it was, mine and theirs, and the one that is taken.
// Nothing is taken until somebody says so: a click on the value, Left and Right, or Space for the other one; for all
// selected rows.
class ConflictList final : public QTreeWidget
{
    Q_OBJECT

public:
    enum class Side { Mine, Theirs };

    explicit ConflictList(const QList<MergeConflict>& conflicts, QWidget* parent = nullptr);

    void takeAll(Side side);
    int undecided() const;
    QSet<QString> theirs() const; // paths where theirs is taken

signals:
    void decided(); // some choice changed

protected:
    void keyPressEvent(QKeyEvent* event) override;

private slots:
    void chooseByClick(QTreeWidgetItem* item, int column);

private:
    void choose(const QList<QTreeWidgetItem*>& items, Side side);
    void show(int row);

    const QList<MergeConflict> m_conflicts;
    QList<std::optional<Side>> m_taken; // by row
};

} // namespace sallyport
