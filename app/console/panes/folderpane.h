// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/pane.h"

class QVBoxLayout;

namespace sallyport
{

class Server;

// A node that holds others: each child with its sentence as a link. A server's own node also says how it is.
class FolderPane final : public Pane
{
    Q_OBJECT

public:
    // `server` is null for the root.
    FolderPane(NodeKind kind, Server* server, const ConsoleTreeModel& tree, QWidget* parent = nullptr);

private:
    void showChildren();
    void showServer();
    void showReach();

    Server* m_server;
    const ConsoleTreeModel& m_tree;
    QVBoxLayout* m_links;
};

} // namespace sallyport
