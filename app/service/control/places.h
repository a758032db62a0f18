// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"
#include "app/service/control/peerpaces.h"

namespace sallyport
{

// Who gets a connection, beside those that are there.
class Places
{
public:
    explicit Places(const ControlLimits& limits);

    // Without a role, only a remote console may: it may enrol, and counts as heard once it is let in.
    bool letIn(const Caller& caller, const QList<ControlChannel*>& channels);

private:
    bool letStrangerIn(const Caller& caller, const QList<ControlChannel*>& channels);

    ControlLimits m_limits;
    TokenBucket m_strangers;
    PeerPaces m_strangersOfAddress;
    PeerPaces m_strangersOfConsole;
};

} // namespace sallyport
