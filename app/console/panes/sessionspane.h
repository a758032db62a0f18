// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/pane.h"
#include "models/base/result.h"
#include "models/policy/session.h"

namespace sallyport
{

class Server;
struct ConnectionNode;
struct DisconnectScope;
class Groups;
class SessionTotals;
class SessionsView;

// Monitoring → Sessions: who is connected now, by which way out, to where; and the means to end it.
class SessionsPane final : public Pane
{
    Q_OBJECT

public:
    explicit SessionsPane(Server& server, QWidget* parent = nullptr);
    ~SessionsPane() override;

    void refresh() override;
    SessionsView* view() const { return m_view; }
    Columns* columns() const override;
    QWidget* sideList() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void setLow(bool low) override;

private:
    void filterTyped(const QString& text);
    void showState();
    void showDisconnectShown();
    void showEmptyText();
    void addGroups();
    QString selectFirst() const override;
    void disconnectSelected();
    void disconnectShown();
    void confirm(const DisconnectScope& scope, std::function<void(const QString&)> go);
    void setPaused(bool paused);
    void ended(const Result<QList<EndedConnection>>& ended);

    // sessionsinspector.cpp: the selection
    void selectionMoved();
    static QString sentence(const Session& session, const ConnectionNode* connection);
    QString links(const Session& session) const;
    void inspectorLink(const QString& link) override;

    Server& m_server;
    SessionsView* m_view;
    Groups* m_groups;
    SessionTotals* m_totals;
    QAction* m_disconnect;
    QAction* m_disconnectShown;
    QAction* m_pause;
    QAction* m_groupBy;
    bool m_watching = false;
};

} // namespace sallyport
