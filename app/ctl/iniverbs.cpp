// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policyfiles.h"
#include "app/ctl/verblist.h"
#include "models/base/filewriting.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/ini/importdocument.h"
#include "models/policy/diff.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

} // namespace

Answer exportIni(Remote& remote, const Arguments& arguments)
{
    if (arguments.words.value(0, QStringLiteral("-")).isEmpty())
        return noFileName();
    const auto given = remote.call(QStringLiteral("ini.get"), {{Name("file"), Name("mspclnt.ini")}});
    if (!given)
        return given.error();
    const QByteArray bytes = given->value(Name("text")).toString().toLatin1();
    Answer answer({}, *given);
    const QString file = arguments.words.value(0);
    if (isStandardOutput(file)) {
        answer.bytes = bytes;
        return answer;
    }
    if (const Status written = writeWholeFile(file, bytes); !written)
        return written.error();
    answer.text = QStringLiteral("wrote %1\n").arg(visibleText(file));
    return answer;
}

Answer importIni(Remote& remote, const Arguments& arguments)
{
    const QString file = arguments.words.first();
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const ImportFormat format = guessFormat(file, *bytes);
    if (format == ImportFormat::PolicyIni || format == ImportFormat::PolicyJson) {
        return Error{ErrorCode::Unsupported, file,
            QStringLiteral("is a whole policy; look at it with policy diff and take it with policy apply")};
    }
    const auto head = remote.policy();
    if (!head)
        return head.error();
    const Imported imported = importDocument(format, head->policy, *bytes);
    if (imported.failure)
        return Error{imported.failure->code, file, imported.failure->text()};
    if (hasErrors(imported.problems)) {
        return Error{ErrorCode::InvalidValue, file,
            QStringLiteral("nothing is taken over, since the file has errors\n")
                + problemLines(imported.problems).trimmed()};
    }
    const auto revision = remote.apply(*head, imported.policy, arguments.value("comment"));
    if (!revision)
        return revision.error();
    Answer answer = appliedAnswer(head->revision, *revision);
    answer.text += changeLines(diffPolicies(head->policy, imported.policy)) + problemLines(imported.problems);
    answer.json.insert(Name("problems"), problemsJson(imported.problems));
    return answer;
}

} // namespace sallyport
