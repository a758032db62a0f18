// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/trail.h"
#include "models/policy/session.h"

#include <QStringList>

namespace sallyport
{

// Who goes out through some services at this moment.
struct Connected {
    int connections = 0;
    int users = 0; // with a name
    int computers = 0; // whose users have none
    QStringList examples; // "anna · icq.exe", each user and program once, those with most connections first
};

// Asked of the service, since sessions are not always watched.
void askConnected(Server& server, const QList<ServiceName>& services, QObject* context, const Told<Connected>& done);

} // namespace sallyport
