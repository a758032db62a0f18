// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/commands.h"

#include "app/service/world.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <QFile>

#include <cstdio>

namespace sallyport
{

namespace
{

void printProblem(const Problem& problem)
{
    const QString severity = problem.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
    const QString line = problem.line > 0 ? QStringLiteral("line %1: ").arg(problem.line) : QString();
    printLine(stdout, QString(line + severity + QStringLiteral(": ") + problem.error.text()));
}

} // namespace

int checkPolicyFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        printError({ErrorCode::Io, name, file.errorString()});
        return 2;
    }
    const QByteArray bytes = file.readAll();
    QList<Problem> problems;
    const auto policy
        = bytes.trimmed().startsWith('{') ? policyFromJsonText(bytes, &problems) : readPolicyIni(bytes, &problems);
    if (policy)
        problems.append(validate(*policy));
    else if (problems.isEmpty())
        problems.append({Severity::Error, policy.error(), {}, 0});
    for (const Problem& problem : std::as_const(problems))
        printProblem(problem);
    const bool good = policy.ok() && !hasErrors(problems);
    std::printf(good ? "the policy can be applied\n" : "the policy has errors\n");
    return good ? 0 : 1;
}

} // namespace sallyport
