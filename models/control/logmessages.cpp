// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/memberreader.h"
#include "models/control/messages.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

struct OperationWord {
    LogOperation operation;
    QLatin1StringView word;
};
constexpr OperationWord operationWords[] = {
    {LogOperation::Open, Name("open")},
    {LogOperation::Close, Name("close")},
    {LogOperation::Denied, Name("denied")},
    {LogOperation::Request, Name("request")},
};

QString operationWord(LogOperation operation)
{
    for (const OperationWord& entry : operationWords) {
        if (entry.operation == operation)
            return entry.word;
    }
    return {};
}

std::optional<LogOperation> operationFromWord(QStringView word)
{
    for (const OperationWord& entry : operationWords) {
        if (entry.word == word)
            return entry.operation;
    }
    return std::nullopt;
}

QString textOf(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

std::string textOf(MemberReader& reader, const char* name)
{
    return reader.text(Name(name)).toStdString();
}

QString addressText(const IpAddress& address)
{
    return address.isNull() ? QString() : address.toString();
}

} // namespace

QJsonObject toJson(const LogRecord& record)
{
    return {{Name("way"), sessionTypeWord(record.way)}, {Name("operation"), operationWord(record.operation)},
        {Name("time"), qint64(record.time.time_since_epoch().count())}, {Name("client"), addressText(record.client)},
        {Name("user"), textOf(record.user)}, {Name("agent"), textOf(record.agent)},
        {Name("computer"), textOf(record.computer)}, {Name("authenticated"), record.authenticated},
        {Name("referrer"), textOf(record.referrer)}, {Name("host"), textOf(record.host)},
        {Name("address"), addressText(record.address)}, {Name("port"), record.port},
        {Name("milliseconds"), qint64(record.milliseconds)}, {Name("bytesSent"), qint64(record.bytesSent)},
        {Name("bytesReceived"), qint64(record.bytesReceived)}, {Name("protocol"), textOf(record.protocol)},
        {Name("uri"), textOf(record.uri)}, {Name("method"), textOf(record.method)},
        {Name("mimeType"), textOf(record.mimeType)}, {Name("status"), qint64(record.status)},
        {Name("rule1"), textOf(record.rule1)}, {Name("rule2"), textOf(record.rule2)},
        {Name("session"), qint64(record.session)}, {Name("connection"), qint64(record.connection)}};
}

Result<NumberedLogRecord> logRecordFromJson(const QJsonObject& json)
{
    constexpr std::uint64_t greatest32 = 0xffffffff;
    MemberReader reader(json, QStringLiteral("row"));
    NumberedLogRecord row;
    LogRecord& record = row.record;
    row.number = reader.numberOr(Name("number"), 0, 0, MemberReader::greatestNumber);
    record.way = reader.word(Name("way"), sessionTypeFromWord);
    record.operation = reader.word(Name("operation"), operationFromWord);
    record.time = reader.time(Name("time"));
    record.client = reader.address(Name("client"));
    record.user = textOf(reader, "user");
    record.agent = textOf(reader, "agent");
    record.computer = textOf(reader, "computer");
    record.authenticated = reader.boolean(Name("authenticated"));
    record.referrer = textOf(reader, "referrer");
    record.host = textOf(reader, "host");
    record.address = reader.address(Name("address"));
    record.port = std::uint16_t(reader.number(Name("port"), 0, 65535));
    record.milliseconds = std::uint32_t(reader.number(Name("milliseconds"), 0, greatest32));
    record.bytesSent = reader.number(Name("bytesSent"));
    record.bytesReceived = reader.number(Name("bytesReceived"));
    record.protocol = textOf(reader, "protocol");
    record.uri = textOf(reader, "uri");
    record.method = textOf(reader, "method");
    record.mimeType = textOf(reader, "mimeType");
    record.status = std::uint32_t(reader.number(Name("status"), 0, greatest32));
    record.rule1 = textOf(reader, "rule1");
    record.rule2 = textOf(reader, "rule2");
    record.session = reader.number(Name("session"));
    record.connection = reader.number(Name("connection"));
    if (const Status read = reader.finish(); !read)
        return read.error();
    return row;
}

} // namespace sallyport
