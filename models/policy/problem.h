// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

namespace sallyport
{

enum class Severity { Warning, Error };

// One thing wrong with a policy or a file. `error.subject` is the path of the field: "listeners.webProxy.port",
// "client.applications[msmsgs].Disable"; in files "line 12". `value` is the offending text.
struct Problem {
    Severity severity = Severity::Error;
    Error error;
    QString value;
    int line = 0; // 1-based, 0 where there is none

    bool operator==(const Problem&) const = default;
};

} // namespace sallyport
