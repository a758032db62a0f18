// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/fields.h"
#include "models/control/messages.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

constexpr EnumWord<LogOperation> operations[]
    = {{LogOperation::Open, Name("open")}, {LogOperation::Close, Name("close")}, {LogOperation::Denied, Name("denied")},
        {LogOperation::Request, Name("request")}};

} // namespace

static void describe(auto& fields, Is<LogRecord> auto& record)
{
    fields.word(Name("way"), record.way, sessionTypeWord, sessionTypeFromWord);
    fields.word(
        Name("operation"), record.operation, [](LogOperation operation) { return wordOf(operations, operation); },
        [](QStringView word) { return valueOf(operations, word); });
    fields.time(Name("time"), record.time);
    fields.address(Name("client"), record.client);
    fields.text(Name("user"), record.user);
    fields.text(Name("agent"), record.agent);
    fields.text(Name("computer"), record.computer);
    fields.boolean(Name("authenticated"), record.authenticated);
    fields.text(Name("referrer"), record.referrer);
    fields.text(Name("host"), record.host);
    fields.address(Name("address"), record.address);
    fields.number(Name("port"), record.port);
    fields.number(Name("milliseconds"), record.milliseconds);
    fields.number(Name("bytesSent"), record.bytesSent);
    fields.number(Name("bytesReceived"), record.bytesReceived);
    fields.text(Name("protocol"), record.protocol);
    fields.text(Name("uri"), record.uri);
    fields.text(Name("method"), record.method);
    fields.text(Name("mimeType"), record.mimeType);
    fields.number(Name("status"), record.status);
    fields.text(Name("rule1"), record.rule1);
    fields.text(Name("rule2"), record.rule2);
    fields.number(Name("session"), record.session);
    fields.number(Name("connection"), record.connection);
}

QJsonObject toJson(const LogRecord& record)
{
    return objectOf(record);
}

Result<NumberedLogRecord> logRecordFromJson(const QJsonObject& json)
{
    ObjectReader fields(json, QStringLiteral("row"));
    NumberedLogRecord row;
    row.number = fields.members().numberOr(Name("number"), 0, 0, MemberReader::greatestNumber);
    describe(fields, row.record);
    if (const Status read = fields.members().finish(); !read)
        return read.error();
    return row;
}

} // namespace sallyport
