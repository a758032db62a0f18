// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/sessionpages.h"

#include "models/control/rowreader.h"
#include "models/control/rowwriter.h"
#include "models/control/sessionfields.h"

namespace sallyport
{

namespace
{

constexpr char linePrefix[] = R"({"jsonrpc":"2.0","method":"sessions.changed","params":)";
constexpr qsizetype bytesPerRow = 128; // a generous guess: saves most reallocations

template <typename Row> void writeRows(RowWriter& writer, const char* name, const QList<Row>& rows)
{
    if (rows.isEmpty())
        return;
    writer.member(name);
    writer.open('[');
    for (const Row& row : rows) {
        if constexpr (std::is_integral_v<Row>) {
            writer.number(row);
        } else {
            writer.open('[');
            describe(writer, row);
            writer.close(']');
        }
    }
    writer.close(']');
}

Error misfit(const char* name, const char* wanted)
{
    return foreignMessage(
        ErrorCode::InvalidValue, QLatin1StringView(name), QStringLiteral("must be %1").arg(QLatin1StringView(wanted)));
}

template <typename Row> Status readRows(simdjson::dom::element element, const char* name, QList<Row>& rows)
{
    simdjson::dom::array array;
    if (element.get(array) != simdjson::SUCCESS)
        return misfit(name, "an array");
    rows.reserve(qsizetype(array.size()));
    for (const simdjson::dom::element item : array) {
        if constexpr (std::is_integral_v<Row>) {
            std::uint64_t id = 0;
            if (item.get(id) != simdjson::SUCCESS)
                return misfit(name, "an array of ids");
            rows.append(id);
        } else {
            simdjson::dom::array columns;
            if (item.get(columns) != simdjson::SUCCESS)
                return misfit(name, "an array of rows");
            RowReader reader(columns);
            describe(reader, rows.emplace_back());
            if (const Status fits = reader.finish(name); !fits)
                return fits.error();
        }
    }
    return {};
}

Status readMember(std::string_view name, simdjson::dom::element value, SessionDelta& delta)
{
    if (name == "reset")
        return value.get(delta.reset) == simdjson::SUCCESS ? Status() : misfit("reset", "true or false");
    if (name == "complete")
        return value.get(delta.complete) == simdjson::SUCCESS ? Status() : misfit("complete", "true or false");
    if (name == "sessions")
        return readRows(value, "sessions", delta.sessions);
    if (name == "connections")
        return readRows(value, "connections", delta.connections);
    if (name == "endedConnections")
        return readRows(value, "endedConnections", delta.endedConnections);
    if (name == "endedSessions")
        return readRows(value, "endedSessions", delta.endedSessions);
    return foreignMessage(ErrorCode::UnknownWord, QString::fromUtf8(name.data(), qsizetype(name.size())),
        QStringLiteral("sessions.changed has no such member"));
}

} // namespace

QByteArray encodeSessionsChanged(const SessionDelta& delta)
{
    QByteArray line;
    line.reserve(256 + bytesPerRow * (delta.sessions.size() + delta.connections.size())
        + 12 * (delta.endedConnections.size() + delta.endedSessions.size()));
    RowWriter writer(line);
    writer.raw(linePrefix);
    writer.open('{');
    writer.member("reset");
    writer.boolean(delta.reset);
    writer.member("complete");
    writer.boolean(delta.complete);
    writeRows(writer, "sessions", delta.sessions);
    writeRows(writer, "connections", delta.connections);
    writeRows(writer, "endedConnections", delta.endedConnections);
    writeRows(writer, "endedSessions", delta.endedSessions);
    writer.close('}');
    writer.raw("}\n");
    return line;
}

bool isSessionsChanged(QByteArrayView line)
{
    return line.startsWith(QByteArrayView(linePrefix, sizeof linePrefix - 1));
}

class SessionsChangedDecoder::Private
{
public:
    simdjson::dom::parser parser;
};

SessionsChangedDecoder::SessionsChangedDecoder()
    : d(std::make_unique<Private>())
{
}

SessionsChangedDecoder::~SessionsChangedDecoder() = default;

Result<SessionDelta> SessionsChangedDecoder::decode(const QByteArray& line)
{
    simdjson::dom::object message;
    const auto parsed = d->parser.parse(line.constData(), std::size_t(line.size())).get(message);
    if (parsed != simdjson::SUCCESS)
        return foreignMessage(
            ErrorCode::Syntax, QStringLiteral("sessions.changed"), QLatin1StringView(simdjson::error_message(parsed)));
    simdjson::dom::object params;
    if (!isSessionsChanged(line) || message.size() != 3 || message["params"].get(params) != simdjson::SUCCESS)
        return foreignMessage(
            ErrorCode::Syntax, QStringLiteral("sessions.changed"), QStringLiteral("not a notification of that name"));
    SessionDelta delta;
    for (const auto member : params) {
        if (const Status fits = readMember(member.key, member.value, delta); !fits)
            return fits.error();
    }
    return delta;
}

} // namespace sallyport
