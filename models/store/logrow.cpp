// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logrow.h"

#include "models/policy/w3clog.h"
#include "models/store/columns.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport
{

namespace
{

// The first field of `row`, which is taken off it.
std::string_view takeField(std::string_view& row)
{
    const std::size_t end = std::min(row.find('\t'), row.size());
    const std::string_view field = row.substr(0, end);
    row.remove_prefix(std::min(end + 1, row.size()));
    return field;
}

std::string textOf(std::string_view field)
{
    return field == "-" ? std::string() : std::string(field);
}

} // namespace

void appendLogRow(std::string& out, const LogRecord& record)
{
    std::array<char, 24> time;
    const auto end = std::to_chars(time.data(), time.data() + time.size(), record.time.time_since_epoch().count()).ptr;
    out.append(time.data(), end);
    out += '\t';
    out += logOperationWord(record.operation);
    out += '\t';
    appendW3cText(out, record.method);
    out += '\t';
    appendW3cText(out, record.computer);
    out += '\t';
    appendW3cLine(out, record, W3cLog::Firewall, {});
}

Result<LogRecord> parseLogRow(std::string_view row)
{
    const std::string_view time = takeField(row);
    const auto operation = logOperationFromWord(takeField(row));
    const std::string_view method = takeField(row);
    const std::string_view computer = takeField(row);
    auto record = parseW3cLine(row, W3cLog::Firewall);
    if (!record)
        return record;
    TimePoint::rep microseconds = 0;
    if (!operation || std::from_chars(time.data(), time.data() + time.size(), microseconds).ec != std::errc())
        return Error{ErrorCode::Syntax, QStringLiteral("row"), QStringLiteral("its time or operation can't be read")};
    record->time = timeFromColumn(qint64(microseconds));
    record->operation = *operation;
    record->method = textOf(method);
    record->computer = textOf(computer);
    return record;
}

} // namespace sallyport
