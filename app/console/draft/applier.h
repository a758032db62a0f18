// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"
#include "models/policy/refusedconnection.h"
#include "models/policy/revision.h"

#include <QObject>
#include <QTimer>

namespace sallyport
{

class Server;

// Applying one server's draft: what it would refuse is asked for before, and known while the draft is being made. One
// apply at a time. Belongs to the user interface's thread.
class Applier : public QObject
{
    Q_OBJECT

public:
    explicit Applier(Server& server, QObject* parent = nullptr);

    // Live connections the draft would refuse, as asked last; empty while not known.
    const QList<RefusedConnection>& refused() const { return m_refused; }
    bool isBusy() const { return m_busy; }
    // Empty when Apply can be pressed; else why not.
    QString obstacle() const;
    // An empty comment becomes the list of changes.
    // `disconnect`: connections already chosen to be ended once it is in force.
    void apply(const QString& comment = {}, const QList<ConnectionId>& disconnect = {});
    QList<ConnectionId> takeDecided() { return std::exchange(m_decided, {}); }

signals:
    void refusedChanged();
    void busyChanged();
    // In force; `refused` are the live connections that it would refuse now.
    void applied(const sallyport::Revision& revision, const QList<sallyport::RefusedConnection>& refused);
    // Not in force. A conflict is also seen in Server::newer().
    void failed(const sallyport::Error& error);

private:
    void draftChanged();
    void askImpact();
    void send(const QString& comment);

    Server& m_server;
    QTimer m_impactTimer;
    QList<RefusedConnection> m_refused;
    QList<ConnectionId> m_decided;
    bool m_busy = false;
};

} // namespace sallyport
