// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/sparingly.h"
#include "app/service/dataplane/fd.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>

#include <sys/socket.h>

namespace sallyport
{

// Accepts the connections of a listening socket, some in each turn of the event loop, so that no flood of them holds up
// what else the thread does. Where that fails for want of descriptors or memory, it is tried again (Qt's own servers
// close for good, or spin).
class AcceptLoop : public QObject
{
    Q_OBJECT

public:
    // A non-blocking socket, with the peer's address.
    using Taken = std::function<void(Fd socket, const sockaddr_storage& peer)>;

    // `listening` must not block; `name` is for the log.
    AcceptLoop(Fd listening, const QString& name, const Taken& taken);

private:
    void acceptSome();
    void pause();

    Fd m_listening;
    QString m_name;
    Taken m_taken;
    QSocketNotifier m_readable;
    QTimer m_again{this};
    Sparingly m_failures;
};

} // namespace sallyport
