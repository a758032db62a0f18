// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/controllimits.h"

#include <algorithm>

namespace sallyport
{

ControlLimits ControlLimits::within(int most) const
{
    const int all = descriptors();
    ControlLimits fewer = *this;
    if (all <= most)
        return fewer;
    for (int ControlLimits::*const kind : {&ControlLimits::viewers, &ControlLimits::administrators,
             &ControlLimits::local, &ControlLimits::perConsole, &ControlLimits::perAdministrator,
             &ControlLimits::perProcess, &ControlLimits::strangers, &ControlLimits::strangersPerAddress,
             &ControlLimits::silent, &ControlLimits::silentPerAddress, &ControlLimits::waiting,
             &ControlLimits::waitingPerAddress, &ControlLimits::handshakes, &ControlLimits::handshakesPerAddress})
        fewer.*kind = std::max(1, static_cast<int>(qint64(fewer.*kind) * most / all));
    return fewer;
}

} // namespace sallyport
