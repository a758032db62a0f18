// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/trail.h"

#include "app/console/link/answerlist.h"
#include "app/console/link/server.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"

namespace sallyport
{

namespace
{

template <typename T>
ServerLink::Handler listHandler(
    const QString& member, Result<T> (*read)(const QJsonObject&), const Told<QList<T>>& done)
{
    return [member, read, done](const Result<QJsonObject>& answer) {
        done(answer ? readShown(*answer, member, read) : Result<QList<T>>(answer.error()));
    };
}

ListPages newest(QLatin1StringView member, int limit)
{
    return ListPages(member, ListPages::Order::Before, {{QStringLiteral("limit"), limit}});
}

Result<Blame> blameFromJson(const QJsonObject& json)
{
    const auto since = static_cast<RevisionNumber>(json.value(QStringLiteral("unchangedSince")).toInteger());
    if (since > 0)
        return Blame{std::nullopt, since};
    const Result<Revision> revision = revisionFromJson(json.value(QStringLiteral("revision")).toObject());
    return revision ? Result<Blame>(Blame{*revision, 0}) : revision.error();
}

Result<PolicyOfRevision> policyOfRevisionFromJson(const QJsonObject& json)
{
    const Result<Revision> revision = revisionFromJson(json.value(QStringLiteral("revision")).toObject());
    if (!revision)
        return revision.error();
    const Result<Policy> policy = policyFromJson(json.value(QStringLiteral("policy")).toObject());
    return policy ? Result<PolicyOfRevision>(PolicyOfRevision{*revision, *policy}) : policy.error();
}

} // namespace

void askHistory(Server& server, int limit, QObject* context, const Told<QList<Revision>>& done)
{
    server.link().callPages(QStringLiteral("policy.history"), newest(QLatin1StringView("revisions"), limit), context,
        listHandler<Revision>(QStringLiteral("revisions"), &revisionFromJson, done));
}

void askRevision(Server& server, RevisionNumber number, QObject* context, const Told<PolicyOfRevision>& done)
{
    server.link().call(QStringLiteral("policy.get"), {{QStringLiteral("revision"), static_cast<double>(number)}},
        context, [done](const Result<QJsonObject>& answer) {
            done(answer ? policyOfRevisionFromJson(*answer) : Result<PolicyOfRevision>(answer.error()));
        });
}

void askDifference(
    Server& server, RevisionNumber from, RevisionNumber to, QObject* context, const Told<QList<PolicyChange>>& done)
{
    server.link().call(QStringLiteral("policy.diff"),
        {{QStringLiteral("from"), static_cast<double>(from)}, {QStringLiteral("to"), static_cast<double>(to)}}, context,
        listHandler<PolicyChange>(QStringLiteral("changes"), &policyChangeFromJson, done));
}

void askAudit(Server& server, int limit, QObject* context, const Told<QList<AuditRecord>>& done)
{
    server.link().callPages(QStringLiteral("audit.list"), newest(QLatin1StringView("records"), limit), context,
        listHandler<AuditRecord>(QStringLiteral("records"), &auditRecordFromJson, done));
}

void askBlame(Server& server, const QString& path, QObject* context, const Told<Blame>& done)
{
    server.link().call(QStringLiteral("policy.blame"), {{QStringLiteral("path"), path}}, context,
        [done](const Result<QJsonObject>& answer) {
            done(answer ? blameFromJson(*answer) : Result<Blame>(answer.error()));
        });
}

} // namespace sallyport
