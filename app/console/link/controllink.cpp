// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/controllink.h"

namespace sallyport
{

ControlLink::ControlLink(QObject* parent)
    : ServerLink(parent)
{
    connect(&m_client, &ControlClient::stateChanged, this, &ServerLink::stateChanged);
    connect(&m_client, &ControlClient::sessionsChanged, this, &ServerLink::sessionsChanged);
    connect(&m_client, &ControlClient::sessionsRefused, this, &ServerLink::sessionsRefused);
    connect(&m_client, &ControlClient::notified, this, &ServerLink::notified);
}

void ControlLink::send(const QString& method, const QJsonObject& params, QObject* context, Handler handler)
{
    m_client.call(method, params, context, std::move(handler));
}

} // namespace sallyport
