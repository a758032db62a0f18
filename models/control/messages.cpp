// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/messages.h"

#include "models/control/memberreader.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

QJsonValue numberJson(std::uint64_t number)
{
    return QJsonValue(qint64(number));
}

QJsonValue timeJson(TimePoint time)
{
    return QJsonValue(qint64(time.time_since_epoch().count()));
}

QJsonValue addressJson(const IpAddress& address)
{
    return address.isNull() ? QJsonValue(QString()) : QJsonValue(address.toString());
}

template <typename T> Result<T> finished(MemberReader& reader, T value)
{
    if (const Status read = reader.finish(); !read)
        return read.error();
    return value;
}

std::uint16_t portOf(MemberReader& reader)
{
    return std::uint16_t(reader.number(Name("port"), 0, 65535));
}

std::optional<ErrorCode> codeFromWord(QStringView word)
{
    return errorCodeFromWord(word);
}

std::optional<Severity> severityFromWord(QStringView word)
{
    if (word == Name("warning"))
        return Severity::Warning;
    return word == Name("error") ? std::optional(Severity::Error) : std::nullopt;
}

QString changeKindWord(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return QStringLiteral("added");
    case ChangeKind::Removed:
        return QStringLiteral("removed");
    case ChangeKind::Changed:
        break;
    }
    return QStringLiteral("changed");
}

std::optional<ChangeKind> changeKindFromWord(QStringView word)
{
    for (const ChangeKind kind : {ChangeKind::Added, ChangeKind::Removed, ChangeKind::Changed}) {
        if (changeKindWord(kind) == word)
            return kind;
    }
    return std::nullopt;
}

} // namespace

QJsonObject toJson(const Session& session)
{
    return {{Name("id"), numberJson(session.id)}, {Name("type"), sessionTypeWord(session.type)},
        {Name("user"), session.user}, {Name("computer"), session.computer},
        {Name("client"), addressJson(session.client)}, {Name("application"), session.application},
        {Name("activated"), timeJson(session.activated)}};
}

Result<Session> sessionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("session"));
    Session session;
    session.id = reader.number(Name("id"), 1);
    session.type = reader.word(Name("type"), sessionTypeFromWord);
    session.user = reader.text(Name("user"));
    session.computer = reader.text(Name("computer"));
    session.client = reader.address(Name("client"));
    session.application = reader.text(Name("application"));
    session.activated = reader.time(Name("activated"));
    return finished(reader, session);
}

QJsonObject toJson(const Connection& connection)
{
    return {{Name("id"), numberJson(connection.id)}, {Name("session"), numberJson(connection.session)},
        {Name("host"), connection.host}, {Name("address"), addressJson(connection.address)},
        {Name("port"), connection.port}, {Name("start"), timeJson(connection.start)},
        {Name("bytesSent"), numberJson(connection.bytesSent)},
        {Name("bytesReceived"), numberJson(connection.bytesReceived)}, {Name("sendRate"), connection.sendRate},
        {Name("receiveRate"), connection.receiveRate}};
}

Result<Connection> connectionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("connection"));
    Connection connection;
    connection.id = reader.number(Name("id"), 1);
    connection.session = reader.number(Name("session"), 1);
    connection.host = reader.text(Name("host"));
    connection.address = reader.address(Name("address"));
    connection.port = portOf(reader);
    connection.start = reader.time(Name("start"));
    connection.bytesSent = reader.number(Name("bytesSent"));
    connection.bytesReceived = reader.number(Name("bytesReceived"));
    connection.sendRate = reader.real(Name("sendRate"));
    connection.receiveRate = reader.real(Name("receiveRate"));
    return finished(reader, connection);
}

QJsonObject toJson(const EndedConnection& ended)
{
    return {{Name("id"), numberJson(ended.id)}, {Name("session"), numberJson(ended.session)},
        {Name("host"), ended.host}, {Name("port"), ended.port}, {Name("bytesSent"), numberJson(ended.bytesSent)},
        {Name("bytesReceived"), numberJson(ended.bytesReceived)}};
}

Result<EndedConnection> endedConnectionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("ended"));
    EndedConnection ended;
    ended.id = reader.number(Name("id"), 1);
    ended.session = reader.number(Name("session"), 1);
    ended.host = reader.text(Name("host"));
    ended.port = portOf(reader);
    ended.bytesSent = reader.number(Name("bytesSent"));
    ended.bytesReceived = reader.number(Name("bytesReceived"));
    return finished(reader, ended);
}

QJsonObject toJson(const ServiceStatus& status)
{
    return {{Name("name"), serviceWord(status.name)}, {Name("state"), serviceStateWord(status.state)},
        {Name("since"), timeJson(status.since)}, {Name("endpoint"), status.endpoint}, {Name("detail"), status.detail},
        {Name("connections"), numberJson(status.connections)}};
}

Result<ServiceStatus> serviceStatusFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("service"));
    ServiceStatus status;
    status.name = reader.word(Name("name"), serviceFromWord);
    status.state = reader.word(Name("state"), serviceStateFromWord);
    status.since = reader.time(Name("since"));
    status.endpoint = reader.text(Name("endpoint"));
    status.detail = reader.text(Name("detail"));
    status.connections = reader.number(Name("connections"));
    return finished(reader, status);
}

QJsonObject toJson(const ClientFetch& fetch)
{
    return {{Name("computer"), fetch.computer}, {Name("address"), addressJson(fetch.address)},
        {Name("version"), fetch.version}, {Name("revision"), numberJson(fetch.revision)},
        {Name("fetched"), timeJson(fetch.fetched)}, {Name("since"), timeJson(fetch.since)}};
}

Result<ClientFetch> clientFetchFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("client"));
    ClientFetch fetch;
    fetch.computer = reader.text(Name("computer"));
    fetch.address = reader.address(Name("address"));
    fetch.version = reader.text(Name("version"));
    fetch.revision = reader.number(Name("revision"));
    fetch.fetched = reader.time(Name("fetched"));
    fetch.since = reader.time(Name("since"));
    return finished(reader, fetch);
}

QJsonObject toJson(const Revision& revision)
{
    return {{Name("number"), numberJson(revision.number)}, {Name("parent"), numberJson(revision.parent)},
        {Name("author"), revision.author}, {Name("comment"), revision.comment}, {Name("time"), timeJson(revision.time)},
        {Name("hash"), revision.hash}};
}

Result<Revision> revisionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("revision"));
    Revision revision;
    revision.number = reader.number(Name("number"));
    revision.parent = reader.number(Name("parent"));
    revision.author = reader.text(Name("author"));
    revision.comment = reader.text(Name("comment"));
    revision.time = reader.time(Name("time"));
    revision.hash = reader.text(Name("hash"));
    return finished(reader, revision);
}

QJsonObject toJson(const AuditRecord& record)
{
    return {{Name("number"), numberJson(record.number)}, {Name("time"), timeJson(record.time)},
        {Name("who"), record.who}, {Name("from"), record.from}, {Name("action"), record.action},
        {Name("what"), record.what}, {Name("done"), record.done}};
}

Result<AuditRecord> auditRecordFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("record"));
    AuditRecord record;
    record.number = reader.number(Name("number"));
    record.time = reader.time(Name("time"));
    record.who = reader.text(Name("who"));
    record.from = reader.text(Name("from"));
    record.action = reader.text(Name("action"));
    record.what = reader.text(Name("what"));
    record.done = reader.boolean(Name("done"));
    return finished(reader, record);
}

QJsonObject toJson(const Problem& problem)
{
    return {{Name("severity"), problem.severity == Severity::Error ? Name("error") : Name("warning")},
        {Name("code"), errorWord(problem.error.code)}, {Name("subject"), problem.error.subject},
        {Name("detail"), problem.error.detail}, {Name("value"), problem.value}, {Name("line"), problem.line}};
}

Result<Problem> problemFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("problem"));
    Problem problem;
    problem.severity = reader.word(Name("severity"), severityFromWord);
    problem.error.code = reader.word(Name("code"), codeFromWord);
    problem.error.subject = reader.text(Name("subject"));
    problem.error.detail = reader.text(Name("detail"));
    problem.value = reader.text(Name("value"));
    problem.line = int(reader.number(Name("line"), 0, 0x7fffffff));
    return finished(reader, problem);
}

QJsonObject toJson(const PolicyChange& change)
{
    return {{Name("kind"), changeKindWord(change.kind)}, {Name("path"), change.path}, {Name("before"), change.before},
        {Name("after"), change.after}};
}

Result<PolicyChange> policyChangeFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("change"));
    PolicyChange change;
    change.kind = reader.word(Name("kind"), changeKindFromWord);
    change.path = reader.text(Name("path"));
    change.before = reader.text(Name("before"));
    change.after = reader.text(Name("after"));
    return finished(reader, change);
}

QJsonObject toJson(const Decision& decision)
{
    return {{Name("verdict"), verdictWord(decision.verdict)}, {Name("reason"), reasonWord(decision.reason)},
        {Name("object"), decision.object}};
}

Result<Decision> decisionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("decision"));
    Decision decision;
    decision.verdict = reader.word(Name("verdict"), verdictFromWord);
    decision.reason = reader.word(Name("reason"), reasonFromWord);
    decision.object = reader.text(Name("object"));
    return finished(reader, decision);
}

QJsonObject toJson(const RefusedConnection& refused)
{
    return {{Name("session"), toJson(refused.session)}, {Name("connection"), toJson(refused.connection)},
        {Name("decision"), toJson(refused.decision)}};
}

Result<RefusedConnection> refusedConnectionFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("refused"));
    const auto session = sessionFromJson(reader.object(Name("session")));
    const auto connection = connectionFromJson(reader.object(Name("connection")));
    const auto decision = decisionFromJson(reader.object(Name("decision")));
    if (const Status read = reader.finish(); !read)
        return read.error();
    if (!session)
        return session.error();
    if (!connection)
        return connection.error();
    if (!decision)
        return decision.error();
    return RefusedConnection{*session, *connection, *decision};
}

} // namespace sallyport
