// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/problem.h"

#include "models/base/fault.h"

namespace sallyport
{

bool isLeftOut(const Problem& problem)
{
    switch (problem.error.fault) {
    case Fault::ClientHeaderBroken:
    case Fault::ClientSectionTwice:
    case Fault::ClientLineOutside:
    case Fault::ClientKeyless:
    case Fault::ClientKeyTwice:
    case Fault::ClientKeyUnknown:
    case Fault::ServerKeyUnknown:
    case Fault::ClientKeyOfAnyProgram:
    case Fault::ClientValueMissing:
    case Fault::NoProgramSection:
    case Fault::NameUnreadable:
    case Fault::SectionNotOfWspcfg:
    case Fault::SettingNotNumber:
    case Fault::SettingNotAddress:
    case Fault::SettingNotPath:
    case Fault::SettingNotDomain:
    case Fault::SettingLeftOut:
    case Fault::NameAndAddresses:
        return problem.severity == Severity::Warning;
    default:
        return false;
    }
}

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
