// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "models/policy/diff.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QJsonArray>

namespace sallyport
{

enum class PolicyFormat { Json, Ini };

// --format, else by the file's name (".ini"), else JSON.
Result<PolicyFormat> policyFormatOf(const Arguments& arguments, const QString& file);

// "-" is standard input. Up to 64 MiB.
Result<QByteArray> readFile(const QString& name);
// What a verb that writes FILE prints instead: no name, "-", and the names of standard output, which opened once more
// would begin at the front again and lose one of the two texts.
bool isStandardOutput(const QString& name);

// All problems of the reading come back too.
Result<Policy> readPolicy(const QByteArray& bytes, PolicyFormat format, QList<Problem>* problems);
QByteArray writePolicy(const Policy& policy, PolicyFormat format);

// "mspclnt.ini", "wspcfg.ini" or "msplat.txt" of a file that is one of these and no policy; empty for any other.
QString clientFileKind(const QString& name, const QByteArray& bytes);

// One problem a line, as compilers print them.
QString problemLines(const QList<Problem>& problems);
QJsonArray problemsJson(const QList<Problem>& problems);
// One change a line.
QString changeLines(const QList<PolicyChange>& changes);

} // namespace sallyport
