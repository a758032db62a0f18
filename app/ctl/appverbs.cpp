// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/visibletext.h"
#include "models/policy/programname.h"
#include "models/policy/validate.h"

#include <functional>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

// Administrators type what they see in a process list; entries go by the name without path and extension. An entry that
// is there is meant by its own name first, and the two special sections keep theirs.
QString entryName(const Policy& policy, const QString& program)
{
    const bool special
        = program == anyProgramName || program.compare(commonConfigurationName, Qt::CaseInsensitive) == 0;
    return special || policy.client.application(program) ? program : programName(program);
}

bool hasInvisible(const QString& text)
{
    return visibleText(text) != text;
}

std::optional<ApplicationEntry> entryOf(const Policy& policy, const QString& name)
{
    const ApplicationEntry* entry = policy.client.application(name);
    return entry ? std::optional(*entry) : std::nullopt;
}

// Edits the newest policy and applies it. When somebody else applied in between, once more, provided that they left
// this entry alone.
Answer applyEdit(Remote& remote, const QString& typed, const QString& comment,
    const std::function<Status(Policy&, const QString&)>& edit)
{
    auto head = remote.policy();
    if (!head)
        return head.error();
    const QString program = entryName(head->policy, typed);
    // Two names that look alike are two programs: what nobody sees is not dropped unasked.
    if (!head->policy.client.application(typed) && hasInvisible(typed)) {
        return Error{ErrorCode::InvalidValue, excerpt(typed),
            QStringLiteral("holds characters that are not shown; write \"%1\" if that is meant").arg(program)};
    }
    for (int attempt = 1;; ++attempt) {
        Policy policy = head->policy;
        if (const Status edited = edit(policy, program); !edited)
            return edited.error();
        for (const Problem& problem : validate(policy)) {
            if (problem.severity == Severity::Error)
                return problem.error;
        }
        const auto revision = remote.apply(*head, policy, comment);
        if (revision) {
            Answer answer = appliedAnswer(head->revision, *revision);
            answer.json.insert(Name("program"), program);
            return answer;
        }
        if (revision.error().code != ErrorCode::Conflict || attempt == 2)
            return revision.error();
        const auto newer = remote.policy();
        if (!newer)
            return newer.error();
        if (entryOf(newer->policy, program) != entryOf(head->policy, program)) {
            return Error{ErrorCode::Conflict, program,
                QStringLiteral("revision %1 by %2 changed this entry meanwhile; look at it and try again")
                    .arg(newer->revision.number)
                    .arg(visibleText(newer->revision.author))};
        }
        head = newer;
    }
}

Result<ApplicationKey> keyNamed(const QString& name)
{
    if (const auto key = applicationKeyFromName(name))
        return *key;
    QStringList known;
    for (const ApplicationKeySpec& spec : applicationKeySpecs())
        known.append(spec.name);
    return Error{ErrorCode::UnknownWord, name,
        QStringLiteral("there is no such key; use one of ") + known.join(QStringLiteral(", "))};
}

} // namespace

Answer listApplications(Remote& remote, const Arguments&)
{
    const auto head = remote.policy();
    if (!head)
        return head.error();
    Table table({QStringLiteral("PROGRAM"), QStringLiteral("KEY"), QStringLiteral("VALUE")});
    QJsonArray json;
    for (const ApplicationEntry& entry : head->policy.client.applications) {
        QJsonObject settings;
        for (const ApplicationSetting& setting : entry.settings) {
            const QString key = applicationKeySpec(setting.key).name;
            table.add({entry.name, key, setting.value});
            settings.insert(key, setting.value);
        }
        json.append(QJsonObject{{Name("program"), entry.name}, {Name("settings"), settings}});
    }
    return {table.isEmpty() ? QStringLiteral("no application entries\n") : table.text(),
        {{Name("revision"), qint64(head->revision.number)}, {Name("applications"), json}}};
}

Answer setApplication(Remote& remote, const Arguments& arguments)
{
    const QString& typed = arguments.words.at(0);
    if (typed != anyProgramName && programName(typed).isEmpty())
        return Answer::usage(typed, QStringLiteral("names no program"));
    const auto key = keyNamed(arguments.words.at(1));
    if (!key)
        return Answer::usage(key.error().subject, key.error().detail);
    const auto value = canonicalApplicationValue(*key, arguments.words.at(2));
    if (!value)
        return Answer::usage(value.error().subject, value.error().detail);
    const auto edit = [&](Policy& policy, const QString& program) {
        if (!policy.client.application(program)) {
            ApplicationEntry entry;
            entry.id = newObjectId();
            entry.name = program;
            policy.client.applications.append(entry);
        }
        policy.client.application(program)->setValue(*key, *value);
        return Status();
    };
    Answer answer = applyEdit(remote, typed, arguments.value("comment"), edit);
    const QString program = answer.json.value(Name("program")).toString();
    if (answer.exit == ExitDone && program != typed)
        answer.text += QStringLiteral("entered as %1\n").arg(visibleText(program));
    return answer;
}

Answer unsetApplication(Remote& remote, const Arguments& arguments)
{
    std::optional<ApplicationKey> key;
    if (arguments.words.size() == 2) {
        const auto named = keyNamed(arguments.words.at(1));
        if (!named)
            return Answer::usage(named.error().subject, named.error().detail);
        key = *named;
    }
    QString removed;
    const auto edit = [&](Policy& policy, const QString& program) -> Status {
        ApplicationEntry* entry = policy.client.application(program);
        if (!entry)
            return Error{ErrorCode::NotFound, program, QStringLiteral("has no entry; see app list")};
        if (key && !entry->remove(*key))
            return Error{ErrorCode::NotFound, arguments.words.at(1), QStringLiteral("is not set for %1").arg(program)};
        if (key)
            removed = QStringLiteral("%1 of %2").arg(applicationKeySpec(*key).name, visibleText(entry->name));
        // An entry without settings says nothing and goes, as a section without keys would.
        if (!key || entry->settings.isEmpty()) {
            removed = QStringLiteral("the entry %1").arg(visibleText(entry->name));
            policy.client.applications.removeIf(
                [id = entry->id](const ApplicationEntry& other) { return other.id == id; });
        }
        return {};
    };
    Answer answer = applyEdit(remote, arguments.words.at(0), arguments.value("comment"), edit);
    if (answer.exit == ExitDone)
        answer.text += QStringLiteral("removed %1\n").arg(removed);
    return answer;
}

} // namespace sallyport
