// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <optional>

namespace sallyport
{

struct Endpoint {
    QHostAddress address;
    quint16 port = 0;
};

// "127.0.0.1:1746", "[::1]:0"
std::optional<Endpoint> parseEndpoint(const QString& text);
QString endpointText(const Endpoint& endpoint);

} // namespace sallyport
