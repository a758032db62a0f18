// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policyfiles.h"
#include "app/ctl/verblist.h"
#include "models/base/filewriting.h"
#include "models/control/messages.h"
#include "models/ini/clientini.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

// Entries keep their ids where their names stay, so that an import shows as the changes it makes and no more.
void keepIds(QList<ApplicationEntry>& entries, const ClientConfiguration& before)
{
    for (ApplicationEntry& entry : entries) {
        const ApplicationEntry* known = before.application(entry.name);
        entry.id = known ? known->id : newObjectId();
    }
}

} // namespace

Answer exportIni(Remote& remote, const Arguments& arguments)
{
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
    answer.text = QStringLiteral("wrote %1\n").arg(file);
    return answer;
}

Answer importIni(Remote& remote, const Arguments& arguments)
{
    const auto bytes = readFile(arguments.words.first());
    if (!bytes)
        return bytes.error();
    auto ini = readClientIni(*bytes);
    if (!ini)
        return ini.error();
    if (hasErrors(ini->problems)) {
        return Error{ErrorCode::InvalidValue, arguments.words.first(),
            QStringLiteral("the file has errors\n") + problemLines(ini->problems).trimmed()};
    }
    const auto head = remote.policy();
    if (!head)
        return head.error();
    Policy policy = head->policy;
    keepIds(ini->client.applications, policy.client);
    policy.client = ini->client;
    policy.localDomains = ini->localDomains;
    if (const QList<Problem> problems = validate(policy); hasErrors(problems)) {
        return Error{ErrorCode::InvalidValue, arguments.words.first(),
            QStringLiteral("with this file the policy has errors\n") + problemLines(problems).trimmed()};
    }
    const auto revision = remote.apply(*head, policy, arguments.value("comment"));
    if (!revision)
        return revision.error();
    Answer answer = appliedAnswer(head->revision, *revision);
    answer.text += problemLines(ini->problems);
    return answer;
}

} // namespace sallyport
