// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policyfiles.h"
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/filewriting.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

struct PolicyFile {
    std::optional<Policy> policy; // nothing when it has errors
    QList<Problem> problems; // of reading and of sense
};

Result<PolicyFile> policyFile(const QString& name, PolicyFormat format)
{
    const auto bytes = readFile(name);
    if (!bytes)
        return bytes.error();
    PolicyFile file;
    if (const QString kind = clientFileKind(name, *bytes); !kind.isEmpty())
        return Error{
            ErrorCode::Unsupported, name, QStringLiteral("looks like %1, not like a policy: use ini import").arg(kind)};
    const auto policy = readPolicy(*bytes, format, &file.problems);
    if (policy)
        file.problems.append(validate(*policy));
    else if (file.problems.isEmpty())
        file.problems.append({Severity::Error, policy.error(), {}, 0});
    if (policy && !hasErrors(file.problems))
        file.policy = *policy;
    return file;
}

// "12" is a revision, "now" the newest one, anything else a file.
Result<Policy> policyNamed(Remote& remote, const QString& name)
{
    bool isNumber = false;
    const RevisionNumber number = name.toULongLong(&isNumber);
    if (isNumber || name == QStringLiteral("now")) {
        const auto head = remote.policy(number);
        return head ? Result<Policy>(head->policy) : head.error();
    }
    const auto file = policyFile(name, *policyFormatOf({}, name));
    if (!file)
        return file.error();
    return file->policy ? Result<Policy>(*file->policy) : file->problems.first().error;
}

Table revisionTable()
{
    return Table(
        {QStringLiteral("REVISION"), QStringLiteral("TIME"), QStringLiteral("AUTHOR"), QStringLiteral("COMMENT")});
}

void addTo(Table& table, const Revision& revision)
{
    table.add({QString::number(revision.number), timeText(revision.time), revision.author, revision.comment});
}

} // namespace

Answer appliedAnswer(const Revision& before, const Revision& after)
{
    const QJsonObject json{{Name("revision"), toJson(after)}};
    if (after.number == before.number)
        return {QStringLiteral("nothing to change; revision %1 stays\n").arg(after.number), json};
    return {QStringLiteral("applied as revision %1\n").arg(after.number), json};
}

Answer showPolicy(Remote& remote, const Arguments& arguments)
{
    const auto number = arguments.number("revision", 0, 1, greatestNumber);
    if (!number)
        return Answer::usage(number.error().subject, number.error().detail);
    const auto head = remote.policy(RevisionNumber(*number));
    if (!head)
        return head.error();
    return {QString::fromUtf8(visibleJson(policyToJsonText(head->policy))),
        {{Name("revision"), toJson(head->revision)}, {Name("policy"), policyToJson(head->policy)}}};
}

Answer checkPolicy(Remote&, const Arguments& arguments)
{
    const auto format = policyFormatOf(arguments, arguments.words.first());
    if (!format)
        return Answer::usage(format.error().subject, format.error().detail);
    const auto file = policyFile(arguments.words.first(), *format);
    if (!file)
        return file.error();
    if (!file->policy)
        return Error{ErrorCode::InvalidValue, arguments.words.first(),
            QStringLiteral("the policy has errors\n") + problemLines(file->problems).trimmed()};
    return {problemLines(file->problems) + QStringLiteral("the policy can be applied\n"),
        {{Name("problems"), problemsJson(file->problems)}}};
}

Answer applyPolicy(Remote& remote, const Arguments& arguments)
{
    const QString name = arguments.words.first();
    const auto format = policyFormatOf(arguments, name);
    const auto parent = arguments.number("parent", 0, 1, greatestNumber);
    if (!format || !parent) {
        const Error& error = format ? parent.error() : format.error();
        return Answer::usage(error.subject, error.detail);
    }
    const auto file = policyFile(name, *format);
    if (!file)
        return file.error();
    if (!file->policy) {
        return Error{ErrorCode::InvalidValue, name,
            QStringLiteral("the policy has errors\n") + problemLines(file->problems).trimmed()};
    }
    auto head = remote.policy();
    if (!head)
        return head.error();
    if (RevisionNumber(*parent) > head->revision.number) {
        return Error{ErrorCode::NotFound, QStringLiteral("--parent"),
            QStringLiteral("there is no revision %1; the newest is %2").arg(*parent).arg(head->revision.number)};
    }
    if (*parent > 0)
        head->revision.number = RevisionNumber(*parent);
    const auto revision = remote.apply(*head, *file->policy, arguments.value("comment"));
    return revision ? appliedAnswer(head->revision, *revision) : Answer(revision.error());
}

Answer policyHistory(Remote& remote, const Arguments& arguments)
{
    const auto limit = arguments.number("limit", 50, 1, 10000);
    const auto before = arguments.number("before", 0, 1, greatestNumber);
    if (!limit || !before) {
        const Error& error = limit ? before.error() : limit.error();
        return Answer::usage(error.subject, error.detail);
    }
    const auto answer = remote.list(QStringLiteral("policy.history"),
        ListPages(Name("revisions"), ListPages::Order::Before, {{Name("limit"), *limit}, {Name("before"), *before}}));
    if (!answer)
        return answer.error();
    Table table = revisionTable();
    const QJsonArray revisions = answer->value(Name("revisions")).toArray();
    for (const QJsonValue& value : revisions) {
        const auto revision = revisionFromJson(value.toObject());
        if (!revision)
            return revision.error();
        addTo(table, *revision);
    }
    return {table.text(), *answer};
}

Answer policyBlame(Remote& remote, const Arguments& arguments)
{
    const auto answer = remote.call(QStringLiteral("policy.blame"), {{Name("path"), arguments.words.first()}});
    if (!answer)
        return answer.error();
    if (!answer->contains(Name("revision"))) {
        const QString text = QStringLiteral("not changed since revision %1; further back was not looked\n")
                                 .arg(answer->value(Name("unchangedSince")).toInteger());
        return {text, *answer};
    }
    const auto revision = revisionFromJson(answer->value(Name("revision")).toObject());
    if (!revision)
        return revision.error();
    Table table = revisionTable();
    addTo(table, *revision);
    return {table.text(), *answer};
}

Answer policyDiff(Remote& remote, const Arguments& arguments)
{
    const auto head = remote.policy();
    if (!head)
        return head.error();
    const RevisionNumber newest = head->revision.number;
    const QString from = arguments.words.value(0, QString::number(newest > 1 ? newest - 1 : newest));
    const auto before = policyNamed(remote, from);
    if (!before)
        return before.error();
    const auto after = policyNamed(remote, arguments.words.value(1, QStringLiteral("now")));
    if (!after)
        return after.error();
    const QList<PolicyChange> changes = diffPolicies(*before, *after);
    QJsonArray json;
    for (const PolicyChange& change : changes)
        json.append(toJson(change));
    return {changes.isEmpty() ? QStringLiteral("no difference\n") : changeLines(changes), {{Name("changes"), json}}};
}

Answer restorePolicy(Remote& remote, const Arguments& arguments)
{
    bool isNumber = false;
    const qint64 number = arguments.words.first().toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return Answer::usage(
            arguments.words.first(), QStringLiteral("must be the number of a revision; see policy history"));
    const auto head = remote.policy();
    if (!head)
        return head.error();
    const auto answer = remote.call(QStringLiteral("policy.restore"),
        {{Name("revision"), number}, {Name("parent"), qint64(head->revision.number)},
            {Name("comment"), arguments.value("comment")}});
    if (!answer)
        return answer.error();
    const auto revision = revisionFromJson(answer->value(Name("revision")).toObject());
    return revision ? appliedAnswer(head->revision, *revision) : Answer(revision.error());
}

Answer exportPolicy(Remote& remote, const Arguments& arguments)
{
    if (arguments.words.value(0, QStringLiteral("-")).isEmpty())
        return noFileName();
    const QString file = arguments.words.value(0);
    const auto format = policyFormatOf(arguments, file);
    const auto number = arguments.number("revision", 0, 1, greatestNumber);
    if (!format || !number) {
        const Error& error = format ? number.error() : format.error();
        return Answer::usage(error.subject, error.detail);
    }
    const auto head = remote.policy(RevisionNumber(*number));
    if (!head)
        return head.error();
    const QByteArray bytes = writePolicy(head->policy, *format);
    Answer answer({}, {{Name("revision"), toJson(head->revision)}, {Name("text"), QString::fromUtf8(bytes)}});
    if (isStandardOutput(file)) {
        answer.bytes = bytes;
        return answer;
    }
    if (const Status written = writeWholeFile(file, bytes); !written)
        return written.error();
    answer.text = QStringLiteral("wrote revision %1 to %2\n").arg(head->revision.number).arg(visibleText(file));
    return answer;
}

} // namespace sallyport
