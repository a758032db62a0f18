// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/sessionpages.h"

#include "models/control/memberreader.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>

namespace sallyport
{

namespace
{

constexpr char linePrefix[] = R"({"jsonrpc":"2.0","method":"sessions.changed","params":)";
constexpr qsizetype bytesPerRow = 128; // a generous guess: saves most reallocations

// Writes rows; appending bytes here is several times cheaper than building a QJsonDocument.
class RowWriter
{
public:
    explicit RowWriter(QByteArray& out)
        : m_out(out)
    {
    }

    void raw(const char* text) { m_out.append(text); }
    void open(char bracket)
    {
        comma();
        m_out.append(bracket);
        m_first = true;
    }
    void close(char bracket)
    {
        m_out.append(bracket);
        m_first = false;
    }
    void member(const char* name)
    {
        comma();
        m_out.append('"').append(name).append("\":");
        m_first = true;
    }
    void boolean(bool value)
    {
        comma();
        m_out.append(value ? "true" : "false");
    }
    template <typename Number> void number(Number value)
    {
        comma();
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value);
        m_out.append(text, end.ptr - text);
    }
    void rate(double value) { number(std::isfinite(value) && value > 0 ? std::round(value) : 0.0); }
    void text(QLatin1StringView value)
    {
        comma();
        m_out.append('"').append(value.data(), value.size()).append('"');
    }
    void text(const QString& value)
    {
        comma();
        m_out.append('"');
        const bool plain = std::all_of(
            value.cbegin(), value.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\'; });
        if (plain)
            m_out.append(value.toLatin1());
        else
            escaped(value.toUtf8());
        m_out.append('"');
    }
    void address(const IpAddress& address)
    {
        const std::string text = address.isNull() ? std::string() : address.toStdString();
        this->text(QLatin1StringView(text.data(), qsizetype(text.size())));
    }
    void time(TimePoint time) { number(time.time_since_epoch().count()); }

private:
    void comma()
    {
        if (!m_first)
            m_out.append(',');
        m_first = false;
    }
    // RFC 8259 section 7.
    void escaped(const QByteArray& utf8)
    {
        static constexpr char digits[] = "0123456789abcdef";
        for (const char c : utf8) {
            if (c == '"' || c == '\\') {
                m_out.append('\\').append(c);
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_out.append("\\u00").append(digits[c >> 4]).append(digits[c & 15]);
            } else {
                m_out.append(c);
            }
        }
    }

    QByteArray& m_out;
    bool m_first = true;
};

void write(RowWriter& row, const Session& session)
{
    row.open('[');
    row.number(session.id);
    row.text(sessionTypeWord(session.type));
    row.text(session.user);
    row.text(session.computer);
    row.address(session.client);
    row.text(session.application);
    row.time(session.activated);
    row.close(']');
}

void write(RowWriter& row, const Connection& connection)
{
    row.open('[');
    row.number(connection.id);
    row.number(connection.session);
    row.text(connection.host);
    row.address(connection.address);
    row.number(connection.port);
    row.time(connection.start);
    row.number(connection.bytesSent);
    row.number(connection.bytesReceived);
    row.rate(connection.sendRate);
    row.rate(connection.receiveRate);
    row.close(']');
}

template <typename Row> void writeRows(RowWriter& writer, const char* name, const QList<Row>& rows)
{
    if (rows.isEmpty())
        return;
    writer.member(name);
    writer.open('[');
    for (const Row& row : rows) {
        if constexpr (std::is_integral_v<Row>)
            writer.number(row);
        else
            write(writer, row);
    }
    writer.close(']');
}

// Reads the columns of one row in order. The first misfit is kept and the rest reads as empty.
class RowReader
{
public:
    explicit RowReader(simdjson::dom::array row)
        : m_at(row.begin())
        , m_end(row.end())
    {
    }

    std::uint64_t number(std::uint64_t least = 0, std::uint64_t most = MemberReader::greatestNumber)
    {
        std::uint64_t value = least;
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS || value < least || value > most)
            return misfit("a whole number"), least;
        advance();
        return value;
    }
    double rate()
    {
        double value = 0;
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS)
            return misfit("a number"), 0;
        advance();
        return value;
    }
    std::string_view view()
    {
        std::string_view value;
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS)
            return misfit("a string"), std::string_view();
        advance();
        return value;
    }
    QString text()
    {
        const std::string_view value = view();
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }
    IpAddress address()
    {
        const std::string_view value = view();
        const auto address = value.empty() ? std::optional(IpAddress()) : IpAddress::parse(value);
        if (!address)
            misfit("an address");
        return address.value_or(IpAddress());
    }
    TimePoint time() { return TimePoint(std::chrono::microseconds(number())); }
    void misfit(const char* wanted)
    {
        if (!m_wanted)
            m_wanted = wanted;
    }

    Status finish(const char* rows) const
    {
        if (!m_wanted && !(m_at != m_end))
            return {};
        return Error{ErrorCode::InvalidValue, QStringLiteral("%1[][%2]").arg(QLatin1StringView(rows)).arg(m_column),
            m_wanted ? QStringLiteral("must be %1").arg(QLatin1StringView(m_wanted))
                     : QStringLiteral("the row has too many columns")};
    }

private:
    bool good() const { return !m_wanted && m_at != m_end; }
    void advance()
    {
        ++m_at;
        ++m_column;
    }

    simdjson::dom::array::iterator m_at;
    simdjson::dom::array::iterator m_end;
    int m_column = 0;
    const char* m_wanted = nullptr;
};

void read(RowReader& row, Session& session)
{
    session.id = row.number(1);
    const std::string_view word = row.view();
    const auto type = sessionTypeFromWord(QString::fromLatin1(word.data(), qsizetype(word.size())));
    if (!type)
        row.misfit("a session type");
    session.type = type.value_or(SessionType::FirewallClient);
    session.user = row.text();
    session.computer = row.text();
    session.client = row.address();
    session.application = row.text();
    session.activated = row.time();
}

void read(RowReader& row, Connection& connection)
{
    connection.id = row.number(1);
    connection.session = row.number(1);
    connection.host = row.text();
    connection.address = row.address();
    connection.port = std::uint16_t(row.number(0, 65535));
    connection.start = row.time();
    connection.bytesSent = row.number();
    connection.bytesReceived = row.number();
    connection.sendRate = row.rate();
    connection.receiveRate = row.rate();
}

Error misfit(const char* name, const char* wanted)
{
    return {
        ErrorCode::InvalidValue, QLatin1StringView(name), QStringLiteral("must be %1").arg(QLatin1StringView(wanted))};
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
            read(reader, rows.emplace_back());
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
    return Error{ErrorCode::UnknownWord, QString::fromUtf8(name.data(), qsizetype(name.size())),
        QStringLiteral("sessions.changed has no such member")};
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
        return Error{
            ErrorCode::Syntax, QStringLiteral("sessions.changed"), QLatin1StringView(simdjson::error_message(parsed))};
    simdjson::dom::object params;
    if (!isSessionsChanged(line) || message.size() != 3 || message["params"].get(params) != simdjson::SUCCESS)
        return Error{
            ErrorCode::Syntax, QStringLiteral("sessions.changed"), QStringLiteral("not a notification of that name")};
    SessionDelta delta;
    for (const auto member : params) {
        if (const Status fits = readMember(member.key, member.value, delta); !fits)
            return fits.error();
    }
    return delta;
}

} // namespace sallyport
