// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/policykeeper.h"
#include "models/store/logstore.h"
#include "models/store/recordstore.h"

#include <functional>

namespace sallyport
{

// What the control methods work on. Everything outlives the control server and belongs to its thread, but for the data
// plane, which any thread may call.
struct ServiceParts {
    const Clock& clock;
    PolicyKeeper& policy;
    RecordStore& records;
    // For reading; the log writer has its own. A damaged log database is an error here and nowhere else.
    std::function<Result<LogStore*>()> logs;
    DataPlane& dataPlane;
    std::function<std::uint64_t()> droppedLogRows;
    std::function<QList<Problem>()>
        troubles; // of the running service: a listener that failed, a log that can't be written
    TimePoint started;
    QString fingerprint; // of the service's certificate
};

} // namespace sallyport
