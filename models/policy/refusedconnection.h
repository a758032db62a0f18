// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/decision.h"

namespace sallyport
{

// A live connection that a policy would refuse, and why.
struct RefusedConnection {
    Session session;
    Connection connection;
    Decision decision;
};

} // namespace sallyport
