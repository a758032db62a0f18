// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/policykeeper.h"
#include "app/service/control/storethread.h"

#include <functional>

namespace sallyport
{

// What the control methods work on. Everything outlives the control server, but for the two store threads, which end
// before it: their last answers go to it. The data plane is asked from the control thread only.
struct ServiceParts {
    const Clock& clock;
    PolicyKeeper& policy;
    StoreThread& writer; // everything that changes a store
    StoreThread& reader;
    DataPlane& dataPlane;
    std::function<std::uint64_t()> droppedLogRows;
    std::function<QList<Problem>()>
        troubles; // of the running service: a listener that failed, a log that can't be written
    TimePoint started;
    QString fingerprint; // of the service's certificate
    // Why what is written to the records would be lost, and with it the audit record of any change. From any thread.
    std::function<Status()> recordsInPlace = [] { return Status(); };
};

} // namespace sallyport
