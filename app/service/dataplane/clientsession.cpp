// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientsession.h"

#include "app/service/dataplane/world.h"

namespace sallyport
{

ClientSlot::~ClientSlot()
{
    if (m_limit != nullptr)
        m_limit->giveBack();
}

} // namespace sallyport
