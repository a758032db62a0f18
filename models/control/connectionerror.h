// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

class QSslSocket;

namespace sallyport
{

// Why a connection to `host` did not come about or ended, as one of our faults: Qt's sentences are in English, and name
// no remedy. What Qt alone knows, such as the reason TLS gives, is the fault's argument. From the socket's thread.
Error connectionError(const QSslSocket& socket, const QString& host);

} // namespace sallyport
