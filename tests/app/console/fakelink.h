// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/serverlink.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"
#include "models/policy/refusedconnection.h"
#include "models/policy/session.h"

#include <QStringList>

namespace sallyport
{

// A made-up service: keeps a policy and answers what the console asks, on the next turn of the event loop.
class FakeLink final : public ServerLink
{
    Q_OBJECT

public:
    FakeLink();

    void open(const ControlEndpoint&) override { setState(State::Online); }
    void close() override { setState(State::Closed); }
    void reconnect() override { }
    State state() const override { return m_state; }
    const ServerHello& hello() const override { return m_hello; }
    const Error& lastError() const override { return m_error; }
    double roundTripMilliseconds() const override { return 0.4; }
    void subscribeSessions(int) override;
    void unsubscribeSessions() override { --subscriptions; }

    void setState(State state);
    // The name it goes by, and why it can't be reached.
    void setWords(const QString& server, const Error& error);
    // As if another console had applied it.
    void applyElsewhere(const Policy& policy, const QString& author);

    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    Revision head{1, 0, QStringLiteral("anna"), QStringLiteral("first"), TimePoint(std::chrono::seconds(1000)), {}};
    QList<RefusedConnection> refused;
    QHash<QString, QJsonObject> answers; // by method, instead of its own
    QHash<QString, Error> failures; // by method, "sessions.subscribe" among them, instead of an answer
    QStringList calls;
    QJsonObject lastDisconnect;
    QStringList controlled; // "NAME ACTION" of services.control
    int sessions = 0; // as status tells
    int subscriptions = 0;
    QList<Problem> problems; // as status tells
    ServiceState webProxy = ServiceState::Running;
    QString webProxyDetail;
    Role role = Role::Administrator;
    bool deaf = false; // hears calls and never answers

protected:
    void send(const QString& method, const QJsonObject& params, QObject* context, Handler handler) override;

private:
    struct Past {
        Revision revision;
        Policy policy;
    };
    Revision lastChange(const QString& path) const;
    const Past* past(const QJsonObject& params, const QString& member);
    Result<QJsonObject> answer(const QString& method, const QJsonObject& params);

    QList<Past> m_past; // but for the head
    Past m_head; // as asked for last
    State m_state = State::Closed;
    ServerHello m_hello;
    Error m_error;
};

} // namespace sallyport
