// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/problem.h"

#include "models/base/fault.h"

namespace sallyport
{

void appendReaderProblem(QList<Problem>& problems, const Problem& problem)
{
    if (problems.size() < mostReaderProblems) {
        problems.append(problem);
    } else if (problems.size() == mostReaderProblems) {
        const Error error = makeError(Fault::TooManyProblems, {}, {QString::number(mostReaderProblems)});
        problems.append({Severity::Error, error, {}, problem.line});
    }
}

} // namespace sallyport
