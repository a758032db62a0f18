// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/pane.h"

class QCommandLinkButton;
class QVBoxLayout;

namespace sallyport
{

class Server;

// A node that holds others: each child with its sentence and state as a link. A server's own node also says how it is,
// the node of changes lists what is not applied, the root offers another server.
class FolderPane final : public Pane
{
    Q_OBJECT

public:
    // `server` is null for the root.
    FolderPane(NodeKind kind, Server* server, const ConsoleTreeModel& tree, QWidget* parent = nullptr);

    // A place in one sentence.
    static QString about(NodeKind kind);

signals:
    void addServerWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QModelIndex here() const;
    QCommandLinkButton* addLink(const QString& name, const QString& text, const QString& description);
    void showChildren();
    void addChanges();
    void showStates();
    void statesMoved();
    static QString stateOf(const QModelIndex& place);
    void showServer();
    void showReach();

    Server* m_server;
    const ConsoleTreeModel& m_tree;
    QVBoxLayout* m_links;
};

} // namespace sallyport
