// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/commands.h"

#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <QFile>

#include <cstdio>

namespace sallyport
{

namespace
{

void printError(const Error& error)
{
    std::fprintf(stderr, "sallyportd: %s\n", error.text().toUtf8().constData());
}

void printProblem(const Problem& problem)
{
    const char* severity = problem.severity == Severity::Error ? "error" : "warning";
    if (problem.line > 0)
        std::printf("line %d: ", problem.line);
    std::printf("%s: %s\n", severity, problem.error.text().toUtf8().constData());
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
