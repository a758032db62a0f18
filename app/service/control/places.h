// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"

namespace sallyport
{

// Who gets a connection, beside those that are there.
class Places
{
public:
    explicit Places(const ControlLimits& limits);

    // Without a role, only a remote console may: it may enrol, and there is always room for it.
    bool letIn(const Caller& caller, const QList<ControlChannel*>& channels) const;
    // Which of those that are not enrolled is to go before another is let in; nobody while there is room.
    ControlChannel* strangerToGo(const QString& network, const QList<ControlChannel*>& channels) const;

private:
    ControlLimits m_limits;
};

} // namespace sallyport
