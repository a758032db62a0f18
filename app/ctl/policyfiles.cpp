// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policyfiles.h"

#include "app/ctl/table.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/ini/importdocument.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"

#include <QFile>

#include <cstdio>

namespace sallyport
{

namespace
{
constexpr qint64 largestFile = qint64(64) << 20;
}

Result<PolicyFormat> policyFormatOf(const Arguments& arguments, const QString& file)
{
    const QString format = arguments.value("format");
    if (format == QStringLiteral("ini"))
        return PolicyFormat::Ini;
    if (format == QStringLiteral("json"))
        return PolicyFormat::Json;
    if (arguments.has("format"))
        return Error{ErrorCode::UnknownWord, QStringLiteral("--format"), QStringLiteral("must be ini or json")};
    return file.endsWith(QStringLiteral(".ini"), Qt::CaseInsensitive) ? PolicyFormat::Ini : PolicyFormat::Json;
}

Result<QByteArray> readFile(const QString& name)
{
    QFile file(name);
    const bool opened
        = name == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{ErrorCode::Io, name, file.errorString()};
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return Error{ErrorCode::LimitExceeded, name, QStringLiteral("is larger than 64 MiB")};
    return bytes;
}

bool isStandardOutput(const QString& name)
{
    return name.isEmpty() || name == u"-" || name == u"/dev/stdout" || name == u"/dev/fd/1"
        || name == u"/proc/self/fd/1";
}

Result<Policy> readPolicy(const QByteArray& bytes, PolicyFormat format, QList<Problem>* problems)
{
    return format == PolicyFormat::Ini ? readPolicyIni(bytes, problems) : policyFromJsonText(bytes, problems);
}

QByteArray writePolicy(const Policy& policy, PolicyFormat format)
{
    return format == PolicyFormat::Ini ? writePolicyIni(policy) : policyToJsonText(policy);
}

QString clientFileKind(const QString& name, const QByteArray& bytes)
{
    const ImportFormat format = guessFormat(name, bytes);
    // A policy whose first header is damaged still has those of its programs.
    const bool isPolicy = format == ImportFormat::PolicyIni || format == ImportFormat::PolicyJson
        || bytes.contains("[Application ") || importDocument(format, Policy(), bytes).failure;
    if (isPolicy)
        return {};
    return format == ImportFormat::AddressTable ? QStringLiteral("msplat.txt")
        : format == ImportFormat::Wspcfg        ? QStringLiteral("wspcfg.ini")
                                                : QStringLiteral("mspclnt.ini");
}

QString problemLines(const QList<Problem>& problems)
{
    QString text;
    for (const Problem& problem : problems) {
        const Error shown{problem.error.code, subjectText(problem.error.subject), problem.error.detail};
        const QString severity
            = problem.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
        // Problems of ini lines name their line themselves.
        const bool named = problem.line == 0 || problem.error.subject.startsWith(QLatin1StringView("line "));
        const QString line = named ? QString() : QStringLiteral("line %1: ").arg(problem.line);
        text += QStringLiteral("%1%2: %3\n").arg(line, severity, visibleText(shown.text()));
    }
    return text;
}

QJsonArray problemsJson(const QList<Problem>& problems)
{
    QJsonArray array;
    for (const Problem& problem : problems)
        array.append(toJson(problem));
    return array;
}

QString changeLines(const QList<PolicyChange>& changes)
{
    QString text;
    for (const PolicyChange& change : changes) {
        switch (change.kind) {
        case ChangeKind::Added:
            text += QStringLiteral("+ %1 = %2\n").arg(visibleText(change.path), visibleText(change.after));
            break;
        case ChangeKind::Removed:
            text += QStringLiteral("- %1 = %2\n").arg(visibleText(change.path), visibleText(change.before));
            break;
        case ChangeKind::Changed:
            text += QStringLiteral("~ %1: %2 -> %3\n")
                        .arg(visibleText(change.path), visibleText(change.before), visibleText(change.after));
            break;
        }
    }
    return text;
}

} // namespace sallyport
