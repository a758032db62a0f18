// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/controlclient.h"
#include "models/control/listpages.h"

#include <chrono>

namespace sallyport
{

// What the console needs of a connection to one service; the tests put a made-up service behind it. Lives on the user
// interface's thread and never blocks it. Semantics of every member are those of ControlClient, and every call has a
// limit.
class ServerLink : public QObject
{
    Q_OBJECT

public:
    using State = ControlClient::State;
    using Handler = ControlClient::Handler;

    using QObject::QObject;

    virtual void open(const ControlEndpoint& endpoint) = 0;
    virtual void close() = 0;
    virtual void reconnect() = 0;
    virtual State state() const = 0;
    virtual const ServerHello& hello() const = 0;
    virtual const Error& lastError() const = 0;
    virtual double roundTripMilliseconds() const = 0;
    // ErrorCode::TimedOut: there was no answer within the limit, and one that comes later is not heard. What was asked
    // for may have been done.
    void call(const QString& method, const QJsonObject& params, QObject* context, Handler handler);
    // Of the calls from now on.
    void setCallLimit(std::chrono::milliseconds limit) { m_callLimit = limit; }
    // A list, by as many calls as it has pages; `handler` runs once, with the whole list or the first error.
    void callPages(const QString& method, const ListPages& pages, QObject* context, const Handler& handler);
    virtual void subscribeSessions(int intervalMilliseconds) = 0;
    virtual void unsubscribeSessions() = 0;

signals:
    void stateChanged();
    void sessionsChanged(const sallyport::SessionDelta& delta);
    void sessionsRefused(const sallyport::Error& error);
    void notified(const QString& method, const QJsonObject& params);

protected:
    virtual void send(const QString& method, const QJsonObject& params, QObject* context, Handler handler) = 0;

private:
    std::chrono::milliseconds m_callLimit{60000};
};

} // namespace sallyport
