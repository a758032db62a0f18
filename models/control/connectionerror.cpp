// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/connectionerror.h"

#include "models/base/fault.h"

#include <QSslSocket>

namespace sallyport
{

Error connectionError(const QSslSocket& socket, const QString& host)
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return makeError(Fault::ConnectionRefused, host);
    case QAbstractSocket::HostNotFoundError:
        return makeError(Fault::HostUnknown, host);
    case QAbstractSocket::RemoteHostClosedError:
        return makeError(Fault::ConnectionEnded, host);
    case QAbstractSocket::NetworkError:
        return makeError(Fault::NoWayThere, host);
    case QAbstractSocket::SocketTimeoutError:
        return makeError(Fault::ServiceSilent, host);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return makeError(Fault::NotEncrypted, host, {socket.errorString()});
    default:
        return makeError(Fault::ConnectionFailed, host, {socket.errorString()});
    }
}

} // namespace sallyport
