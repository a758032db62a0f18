// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"

namespace sallyport
{

// A problem of one line of a file; its subject is "line N".
inline Problem lineProblem(
    Severity severity, ErrorCode code, int line, const QString& detail, const QString& value = QString())
{
    return Problem{severity, Error{code, QStringLiteral("line %1").arg(line), detail}, value, line};
}

} // namespace sallyport
