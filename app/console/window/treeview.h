// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consoletreemodel.h"

#include <QTreeView>

namespace sallyport
{

// The console tree on the left. Servers carry the shape of their connection, nodes their count at the right.
class TreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(ConsoleTreeModel& model, QWidget* parent = nullptr);

    // Without telling currentMoved().
    void show(const NodePath& path);

signals:
    void currentMoved(const sallyport::NodePath& path);
    // Enter on a node.
    void entered(const sallyport::NodePath& path);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    ConsoleTreeModel& m_tree;
    bool m_quiet = false;
};

} // namespace sallyport
