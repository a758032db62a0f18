// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QList>

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

// Whether what stands at the line of a file's problem reaches no policy: as if it were not there. The others are taken
// over, as the problem says, or stop everything (errors).
bool isLeftOut(const Problem& problem);

// What a reader of a file or document reports at most; the rest of a file that is wrong all over helps nobody.
inline constexpr qsizetype mostReaderProblems = 1000;
// Appends the problem, or, once there are that many, a single error that says so.
void appendReaderProblem(QList<Problem>& problems, const Problem& problem);

} // namespace sallyport
