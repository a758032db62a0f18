// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/disconnect/disconnectsheet.h"

namespace sallyport
{

// Changes in a draft when the console is left.
struct Unapplied {
    QString server; // as it is shown
    int changes = 0;
    bool kept = true; // for the next start
};

// What stopping or restarting services would end, or leaving the console whose service this is.
struct ServiceStop {
    enum class Verb { Stop, Restart, Quit };
    Verb verb = Verb::Stop;
    QStringList services; // as they are shown; of Quit none
    int connections = 0;
    // Whose they are; both 0: not known.
    int users = 0; // with a name
    int computers = 0; // whose users have none
    QStringList examples; // "anna · msmsgs.exe", at most a handful are shown
    QList<Unapplied> unapplied = {}; // of Quit, which may end no connection then
};

// Asks before services are stopped or restarted under the connections they have, and for the reason, where there is
// somebody to tell it; and before a console is left with changes that are not applied.
class StopServiceSheet final : public PropertySheet<DisconnectAnswer>
{
    Q_OBJECT

public:
    explicit StopServiceSheet(const ServiceStop& stop, QWidget* parent = nullptr);
};

} // namespace sallyport
