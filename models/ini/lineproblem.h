// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/fault.h"
#include "models/policy/problem.h"

namespace sallyport
{

// A problem of one line of a file; its subject is "line N". Line 0: of the whole file, without a subject.
inline Problem lineProblem(
    Severity severity, int line, Fault fault, const QStringList& arguments = {}, const QString& value = {})
{
    const QString subject = line > 0 ? QStringLiteral("line %1").arg(line) : QString();
    return Problem{severity, makeError(fault, subject, arguments), value, line};
}

// A value that a key can't have, as the error of canonicalApplicationValue() says; its subject is
// "line N, [section] key".
inline Problem valueProblem(
    int line, const QString& section, const QString& key, const Error& error, const QString& value)
{
    Problem problem{Severity::Error, error, value, line};
    problem.error.subject = QStringLiteral("line %1, [%2] %3").arg(QString::number(line), section, key);
    return problem;
}

} // namespace sallyport
