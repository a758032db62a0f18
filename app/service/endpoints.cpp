// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/endpoints.h"

namespace sallyport
{

std::optional<Endpoint> parseEndpoint(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QString host = text.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt;
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    const QHostAddress address(host);
    if (!isNumber || address.isNull())
        return std::nullopt;
    return Endpoint{address, port};
}

QString endpointText(const Endpoint& endpoint)
{
    const QString host = endpoint.address.toString();
    const bool isV6 = endpoint.address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host, QString::number(endpoint.port));
}

} // namespace sallyport
