// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/controlclient.h"

namespace sallyport
{

// What the console needs of a connection to one service; the tests put a made-up service behind it. Lives on the user
// interface's thread and never blocks it. Semantics of every member are those of ControlClient.
class ServerLink : public QObject
{
    Q_OBJECT

public:
    using State = ControlClient::State;
    using Handler = ControlClient::Handler;

    using QObject::QObject;

    virtual void open(const ControlEndpoint& endpoint) = 0;
    virtual void close() = 0;
    virtual State state() const = 0;
    virtual const ServerHello& hello() const = 0;
    virtual const Error& lastError() const = 0;
    virtual double roundTripMilliseconds() const = 0;
    virtual void call(const QString& method, const QJsonObject& params, QObject* context, Handler handler) = 0;
    virtual void subscribeSessions(int intervalMilliseconds) = 0;
    virtual void unsubscribeSessions() = 0;

signals:
    void stateChanged();
    void sessionsChanged(const sallyport::SessionDelta& delta);
    void notified(const QString& method, const QJsonObject& params);
};

} // namespace sallyport
