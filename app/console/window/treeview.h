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
    // Lets the server's node be edited, where that one can be renamed.
    void rename(const QString& server);
    static QString tip(const QModelIndex& index);
    // Which nodes the user folded; what is not named is open.
    QStringList folded() const;
    void setFolded(const QStringList& nodes);

signals:
    void currentMoved(const sallyport::NodePath& path);
    // Enter on a node.
    void entered(const sallyport::NodePath& path);
    // By mouse or by the menu key, then at the current node.
    void menuWanted(const sallyport::NodePath& path, const QPoint& globalPosition);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    static QString nameOf(const QModelIndex& index);
    void unfold(const QModelIndex& from);

    ConsoleTreeModel& m_tree;
    QStringList m_folded;
    bool m_quiet = false;
};

} // namespace sallyport
