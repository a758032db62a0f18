// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/serverlink.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"

#include <QPointer>

namespace sallyport
{

// A service that answers when the test says so, so that what happens while an answer is awaited can be tested.
class HeldLink final : public ServerLink
{
    Q_OBJECT

public:
    struct Call {
        QString method;
        QJsonObject params;
        QPointer<QObject> context;
        Handler handler;
    };

    void open(const ControlEndpoint&) override { }
    void close() override { }
    void reconnect() override { ++reconnects; }
    State state() const override { return m_state; }
    const ServerHello& hello() const override { return m_hello; }
    const Error& lastError() const override { return m_error; }
    double roundTripMilliseconds() const override { return 0; }
    void subscribeSessions(int) override { ++subscriptions; }
    void unsubscribeSessions() override { --subscriptions; }

    void setOnline(Role role)
    {
        m_hello.role = role;
        m_state = State::Online;
        emit stateChanged();
    }
    void setOffline()
    {
        m_state = State::Waiting;
        emit stateChanged();
    }
    // How many calls of the method wait for an answer.
    qsizetype waiting(const char* method) const
    {
        return std::count_if(
            calls.cbegin(), calls.cend(), [&](const Call& call) { return call.method == QLatin1StringView(method); });
    }
    // The parameters of the oldest of them.
    QJsonObject asked(const char* method) const
    {
        for (const Call& call : calls) {
            if (call.method == QLatin1StringView(method))
                return call.params;
        }
        return {};
    }
    // Answers the oldest of them; false when there is none.
    bool answer(const char* method, const Result<QJsonObject>& result)
    {
        for (qsizetype i = 0; i < calls.size(); ++i) {
            if (calls.at(i).method != QLatin1StringView(method))
                continue;
            const Call call = calls.takeAt(i);
            if (call.context)
                call.handler(result);
            return true;
        }
        return false;
    }
    // Answers policy.get as a service would that has this policy in force.
    bool answerPolicy(RevisionNumber number, const Policy& policy, const QString& author = QStringLiteral("anna"))
    {
        return answer("policy.get",
            QJsonObject{{QStringLiteral("revision"), toJson(revision(number, author))},
                {QStringLiteral("policy"), policyToJson(policy)}});
    }
    static Revision revision(RevisionNumber number, const QString& author)
    {
        return {number, number - 1, author, QStringLiteral("comment"), TimePoint(std::chrono::seconds(1000)), {}};
    }

    QList<Call> calls;
    int subscriptions = 0;
    int reconnects = 0;

protected:
    void send(const QString& method, const QJsonObject& params, QObject* context, Handler handler) override
    {
        calls.append({method, params, context, std::move(handler)});
    }

private:
    State m_state = State::Closed;
    ServerHello m_hello;
    Error m_error;
};

} // namespace sallyport
