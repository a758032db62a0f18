// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/commands.h"

#include "app/service/control/enrolmentcode.h"
#include "app/service/control/servicekey.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

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

int printEnrolmentCode(const ServiceOptions& options)
{
    const QDir dir(options.data);
    if (!dir.exists()) {
        printError({ErrorCode::NotFound, options.data,
            QStringLiteral("no such folder; start the service once, or mend --data")});
        return 1;
    }
    const auto identity = serviceIdentity(options.data, QSysInfo::machineHostName());
    if (!identity) {
        printError(identity.error());
        return 1;
    }
    const auto records = RecordStore::open(dir.filePath(QStringLiteral("records.db")));
    const auto code
        = records ? issueEnrolmentCode(**records, options.role, SystemClock().now()) : Result<QString>(records.error());
    if (!code) {
        printError(code.error());
        return 1;
    }
    std::printf("code: %s\nfingerprint: %s\nrole: %s\nvalid for 15 minutes, once\n", code->toUtf8().constData(),
        identity->fingerprint.toUtf8().constData(), roleWord(options.role).toUtf8().constData());
    return 0;
}

} // namespace sallyport
