// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/tablepane.h"
#include "models/base/result.h"
#include "models/policy/session.h"

#include <QTimer>

namespace sallyport
{

class Server;
struct Connected;

// Monitoring → Services: what runs, since when, and start, stop, restart.
class ServicesPane final : public TablePane
{
    Q_OBJECT

public:
    explicit ServicesPane(Server& server, QWidget* parent = nullptr);

    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void selectionMoved() override;
    void control(const QString& action);
    void control(const QString& action, const QList<ServiceName>& names);
    int connectionsOf(const QList<ServiceName>& names) const; // as told last
    void controlNow(const QString& action, const QList<ServiceName>& names, const QString& reason = {});
    void confirm(const QString& action, const QList<ServiceName>& names, const Connected& connected);
    void setBusy(bool busy);
    void ended(const QString& action, ServiceName name, const Result<QList<EndedConnection>>& result);
    Report failed(const QString& action, ServiceName name, const Error& error);
    void inspectorLink(const QString& link) override;
    QList<ServiceStatus> selected() const;

    Server& m_server;
    QAction* m_start;
    QAction* m_stop;
    QAction* m_restart;
    QTimer m_refresh;
    bool m_busy = false; // asked, asking, or waiting for the services to have done it
    QList<ServiceName> m_pending; // calls under way
};

} // namespace sallyport
