// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/disconnect/disconnectsheet.h"

namespace sallyport
{

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
};

// Asks before services are stopped or restarted under the connections they have; and for the reason, where there is
// somebody to tell it.
class StopServiceSheet final : public PropertySheet<DisconnectAnswer>
{
    Q_OBJECT

public:
    explicit StopServiceSheet(const ServiceStop& stop, QWidget* parent = nullptr);
};

} // namespace sallyport
