// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/policydraft.h"
#include "models/policy/refusedconnection.h"

#include <QTimer>

#include <optional>

namespace sallyport
{

class Server;

// Applying one server's draft: what it would refuse is asked for before, and known while the draft is being made. One
// apply at a time, of what the draft was when it was pressed. Belongs to the user interface's thread.
class Applier : public QObject
{
    Q_OBJECT

public:
    explicit Applier(Server& server, QObject* parent = nullptr);

    // Live connections the draft would refuse, as asked last; empty while not known.
    const QList<RefusedConnection>& refused() const { return m_refused; }
    // Why it is not known, when the server was asked in vain.
    const std::optional<Error>& refusedUnknown() const { return m_refusedUnknown; }
    bool isBusy() const { return m_busy; }
    // Empty when Apply can be pressed; else why not.
    QString obstacle() const;
    // An empty comment becomes the list of changes.
    // `disconnect`: connections already chosen to be ended once it is in force.
    void apply(const Proposal& proposal, const QString& comment = {}, const QList<ConnectionId>& disconnect = {});
    // Gives the one under way up. What was not sent yet is not sent any more; what was is unconfirmed.
    void cancel();
    // What was typed for an apply that is not in force yet, for the next try; it goes with the changes it is about.
    const QString& comment() const { return m_comment; }
    void keepComment(const QString& comment);
    QList<ConnectionId> takeDecided() { return std::exchange(m_decided, {}); }

signals:
    void refusedChanged();
    void busyChanged();
    // In force; `refused` are the live connections that it would refuse now.
    void applied(const sallyport::Revision& revision, const QList<sallyport::RefusedConnection>& refused);
    // Not in force. A conflict is also seen in Server::newer().
    void failed(const sallyport::Error& error);
    // It was sent, and the connection went, the time for the answer was over or somebody gave it up before it came:
    // whether it is in force shows with the answer, or with what is in force later, by applied() or failed().
    void unconfirmed();

private:
    void draftChanged();
    void askImpact();
    void send(const Proposal& proposal, const QString& comment);
    void answered(const Status& status);
    void headTaken();
    void lookUnderHead();
    void setBusy(bool busy);
    void finish(const std::optional<Error>& error, const Revision& revision = {});

    Server& m_server;
    QTimer m_impactTimer;
    QList<RefusedConnection> m_refused;
    std::optional<Error> m_refusedUnknown;
    QList<ConnectionId> m_decided;
    QList<RefusedConnection> m_refusedThen; // by what is being applied
    QString m_comment;
    std::optional<Proposal> m_sent; // and not answered
    bool m_lost = false; // its answer will never come
    bool m_busy = false;
    int m_turn = 0; // tells answers to what was given up
};

} // namespace sallyport
