// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/w3cfields.h"
#include "models/policy/w3clog.h"

#include <array>
#include <charconv>

namespace sallyport
{

namespace
{

// Splits and reads a line's fields; the first field that does not fit is kept as the error.
class LineReader
{
public:
    LineReader(std::string_view line, std::size_t count)
        : m_count(count)
    {
        std::size_t from = 0;
        for (; m_found < FieldCount && from <= line.size(); ++m_found) {
            const std::size_t end = std::min(line.find('\t', from), line.size());
            m_fields[m_found] = line.substr(from, end - from);
            from = end + 1;
        }
        if (m_found != count || from <= line.size())
            fail(
                QStringLiteral("line"), QStringLiteral("a line of this log has %1 fields separated by TAB").arg(count));
    }

    const Status& status() const { return m_status; }

    std::string text(W3cField field) const
    {
        return m_fields[field] == "-" ? std::string() : std::string(m_fields[field]);
    }

    template <typename Number> Number number(W3cField field)
    {
        Number number = 0;
        const std::string_view text = m_fields[field];
        if (field >= m_count || text == "-")
            return 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size())
            fail(nameOf(field), QStringLiteral("\"%1\" is not a number in range").arg(shown(text)));
        return number;
    }

    IpAddress address(W3cField field)
    {
        const std::string_view text = m_fields[field];
        const auto address = text == "-" ? IpAddress() : IpAddress::parse(text);
        if (!address)
            fail(nameOf(field), QStringLiteral("\"%1\" is not an address").arg(shown(text)));
        return address.value_or(IpAddress());
    }

    TimePoint time()
    {
        using namespace std::chrono;
        const std::string_view date = m_fields[Date];
        const std::string_view time = m_fields[Time];
        if (date.size() == 10 && date[4] == '-' && date[7] == '-' && time.size() == 8 && time[2] == ':'
            && time[5] == ':') {
            const auto y = digits(date.substr(0, 4)), m = digits(date.substr(5, 2)), d = digits(date.substr(8, 2));
            const auto hour = digits(time.substr(0, 2)), minute = digits(time.substr(3, 2)),
                       second = digits(time.substr(6, 2));
            const year_month_day day(
                year(y), month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d)));
            if (y >= 0 && day.ok() && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0
                && second < 60)
                return sys_days(day) + hours(hour) + minutes(minute) + seconds(second);
        }
        fail(QStringLiteral("date, time"), QStringLiteral("write them as 2001-03-30 and 17:55:00"));
        return {};
    }

    void fail(const QString& subject, const QString& detail)
    {
        if (m_status)
            m_status = Error{ErrorCode::Syntax, subject, detail};
    }

    static QString shown(std::string_view text)
    {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }

private:
    // -1 unless all are digits.
    static int digits(std::string_view text)
    {
        int number = 0;
        for (const char c : text) {
            if (c < '0' || c > '9')
                return -1;
            number = number * 10 + (c - '0');
        }
        return number;
    }

    static QString nameOf(std::size_t field)
    {
        std::string_view names = firewallFields;
        for (; field > 0; --field)
            names.remove_prefix(names.find('\t') + 1);
        return shown(names.substr(0, names.find('\t')));
    }

    std::array<std::string_view, FieldCount> m_fields;
    std::size_t m_count = 0;
    std::size_t m_found = 0;
    Status m_status;
};

} // namespace

Result<LogRecord> parseW3cLine(std::string_view line, W3cLog log)
{
    LineReader fields(line, log == W3cLog::Firewall ? FieldCount : webProxyFieldCount);
    if (!fields.status())
        return fields.status().error();
    LogRecord record;
    record.client = fields.address(ClientIp);
    record.user = fields.text(UserName);
    record.agent = fields.text(Agent);
    record.authenticated = fields.text(Authenticated) == "Y";
    record.time = fields.time();
    if (const auto way = sessionTypeFromW3cServiceName(fields.text(ServiceNameField)))
        record.way = *way;
    else
        fields.fail(
            QStringLiteral("s-svcname"), QStringLiteral("the service is one of fwsrv, w3proxy, socks4, securenat"));
    record.referrer = fields.text(Referred);
    record.host = fields.text(Host);
    record.address = fields.address(RemoteIp);
    record.port = fields.number<std::uint16_t>(RemotePort);
    record.milliseconds = fields.number<std::uint32_t>(TimeTaken);
    record.bytesSent = fields.number<std::uint64_t>(BytesFromClient);
    record.bytesReceived = fields.number<std::uint64_t>(BytesToClient);
    record.protocol = fields.text(Protocol);
    const std::string operation = fields.text(OperationField);
    if (const auto known = logOperationFromWord(operation)) {
        record.operation = *known;
    } else {
        record.operation = LogOperation::Request;
        record.method = operation;
    }
    record.uri = fields.text(Uri);
    record.mimeType = fields.text(MimeType);
    record.status = fields.number<std::uint32_t>(StatusField);
    record.rule1 = fields.text(Rule1);
    record.rule2 = fields.text(Rule2);
    record.session = fields.number<SessionId>(SessionNumber);
    record.connection = fields.number<ConnectionId>(ConnectionNumber);
    if (!fields.status())
        return fields.status().error();
    return record;
}

} // namespace sallyport
