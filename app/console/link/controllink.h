// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/serverlink.h"

namespace sallyport
{

// A connection over the control channel.
class ControlLink final : public ServerLink
{
    Q_OBJECT

public:
    explicit ControlLink(QObject* parent = nullptr);

    void open(const ControlEndpoint& endpoint) override { m_client.open(endpoint); }
    void close() override { m_client.close(); }
    void reconnect() override { m_client.reconnect(); }
    State state() const override { return m_client.state(); }
    const ServerHello& hello() const override { return m_client.hello(); }
    const Error& lastError() const override { return m_client.lastError(); }
    double roundTripMilliseconds() const override { return m_client.roundTripMilliseconds(); }
    void subscribeSessions(int intervalMilliseconds) override { m_client.subscribeSessions(intervalMilliseconds); }
    void unsubscribeSessions() override { m_client.unsubscribeSessions(); }

protected:
    void send(const QString& method, const QJsonObject& params, QObject* context, Handler handler) override;

private:
    ControlClient m_client;
};

} // namespace sallyport
