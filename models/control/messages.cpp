// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/messages.h"

#include "models/control/sessionfields.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

constexpr EnumWord<Severity> severities[] = {{Severity::Warning, Name("warning")}, {Severity::Error, Name("error")}};

constexpr EnumWord<ChangeKind> changeKinds[] = {
    {ChangeKind::Added, Name("added")}, {ChangeKind::Removed, Name("removed")}, {ChangeKind::Changed, Name("changed")}};

} // namespace

// Beside the nouns, where fields.h finds them.
static void describe(auto& fields, Is<EndedConnection> auto& ended)
{
    fields.number(Name("id"), ended.id, 1);
    fields.number(Name("session"), ended.session, 1);
    fields.text(Name("host"), ended.host);
    fields.number(Name("port"), ended.port);
    fields.number(Name("bytesSent"), ended.bytesSent);
    fields.number(Name("bytesReceived"), ended.bytesReceived);
}

static void describe(auto& fields, Is<ServiceStatus> auto& status)
{
    fields.word(Name("name"), status.name, serviceWord, serviceFromWord);
    fields.word(Name("state"), status.state, serviceStateWord, serviceStateFromWord);
    fields.time(Name("since"), status.since);
    fields.text(Name("endpoint"), status.endpoint);
    fields.text(Name("detail"), status.detail);
    fields.fault(status.fault, status.arguments);
    fields.number(Name("connections"), status.connections);
}

static void describe(auto& fields, Is<ClientFetch> auto& fetch)
{
    fields.text(Name("computer"), fetch.computer);
    fields.address(Name("address"), fetch.address);
    fields.text(Name("version"), fetch.version);
    fields.number(Name("revision"), fetch.revision);
    fields.time(Name("fetched"), fetch.fetched);
    fields.time(Name("since"), fetch.since);
}

static void describe(auto& fields, Is<Revision> auto& revision)
{
    fields.number(Name("number"), revision.number);
    fields.number(Name("parent"), revision.parent);
    fields.text(Name("author"), revision.author);
    fields.text(Name("comment"), revision.comment);
    fields.time(Name("time"), revision.time);
    fields.text(Name("hash"), revision.hash);
}

static void describe(auto& fields, Is<AuditRecord> auto& record)
{
    fields.number(Name("number"), record.number);
    fields.time(Name("time"), record.time);
    fields.text(Name("who"), record.who);
    fields.text(Name("from"), record.from);
    fields.text(Name("action"), record.action);
    fields.text(Name("what"), record.what);
    fields.boolean(Name("done"), record.done);
}

static void describe(auto& fields, Is<Problem> auto& problem)
{
    fields.word(
        Name("severity"), problem.severity, [](Severity severity) { return wordOf(severities, severity); },
        [](QStringView word) { return valueOf(severities, word); });
    fields.word(Name("code"), problem.error.code, errorWord, errorCodeFromWord);
    fields.text(Name("subject"), problem.error.subject);
    fields.text(Name("detail"), problem.error.detail);
    fields.fault(problem.error.fault, problem.error.arguments);
    fields.text(Name("value"), problem.value);
    fields.number(Name("line"), problem.line);
}

static void describe(auto& fields, Is<PolicyChange> auto& change)
{
    fields.word(
        Name("kind"), change.kind, [](ChangeKind kind) { return wordOf(changeKinds, kind); },
        [](QStringView word) { return valueOf(changeKinds, word); });
    fields.text(Name("path"), change.path);
    fields.text(Name("before"), change.before);
    fields.text(Name("after"), change.after);
}

static void describe(auto& fields, Is<Decision> auto& decision)
{
    fields.word(Name("verdict"), decision.verdict, verdictWord, verdictFromWord);
    fields.word(Name("reason"), decision.reason, reasonWord, reasonFromWord);
    fields.text(Name("object"), decision.object);
}

static void describe(auto& fields, Is<RefusedConnection> auto& refused)
{
    fields.object(Name("session"), refused.session);
    fields.object(Name("connection"), refused.connection);
    fields.object(Name("decision"), refused.decision);
}

QJsonObject toJson(const Session& session)
{
    return objectOf(session);
}

Result<Session> sessionFromJson(const QJsonObject& json)
{
    return valueFrom<Session>(json, "session");
}

QJsonObject toJson(const Connection& connection)
{
    return objectOf(connection);
}

Result<Connection> connectionFromJson(const QJsonObject& json)
{
    return valueFrom<Connection>(json, "connection");
}

QJsonObject toJson(const EndedConnection& ended)
{
    return objectOf(ended);
}

Result<EndedConnection> endedConnectionFromJson(const QJsonObject& json)
{
    return valueFrom<EndedConnection>(json, "ended");
}

QJsonObject toJson(const ServiceStatus& status)
{
    return objectOf(status);
}

Result<ServiceStatus> serviceStatusFromJson(const QJsonObject& json)
{
    return valueFrom<ServiceStatus>(json, "service");
}

QJsonObject toJson(const ClientFetch& fetch)
{
    return objectOf(fetch);
}

Result<ClientFetch> clientFetchFromJson(const QJsonObject& json)
{
    return valueFrom<ClientFetch>(json, "client");
}

QJsonObject toJson(const Revision& revision)
{
    return objectOf(revision);
}

Result<Revision> revisionFromJson(const QJsonObject& json)
{
    return valueFrom<Revision>(json, "revision");
}

QJsonObject toJson(const AuditRecord& record)
{
    return objectOf(record);
}

Result<AuditRecord> auditRecordFromJson(const QJsonObject& json)
{
    return valueFrom<AuditRecord>(json, "record");
}

QJsonObject toJson(const Problem& problem)
{
    return objectOf(problem);
}

Result<Problem> problemFromJson(const QJsonObject& json)
{
    return valueFrom<Problem>(json, "problem");
}

QJsonObject toJson(const PolicyChange& change)
{
    return objectOf(change);
}

Result<PolicyChange> policyChangeFromJson(const QJsonObject& json)
{
    return valueFrom<PolicyChange>(json, "change");
}

QJsonObject toJson(const Decision& decision)
{
    return objectOf(decision);
}

Result<Decision> decisionFromJson(const QJsonObject& json)
{
    return valueFrom<Decision>(json, "decision");
}

QJsonObject toJson(const RefusedConnection& refused)
{
    return objectOf(refused);
}

Result<RefusedConnection> refusedConnectionFromJson(const QJsonObject& json)
{
    return valueFrom<RefusedConnection>(json, "refused");
}

} // namespace sallyport
