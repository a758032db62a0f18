// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/w3clog.h"

#include <array>
#include <charconv>

namespace sallyport
{

namespace
{

constexpr std::string_view firewallFields
    = "c-ip\tcs-username\tc-agent\tsc-authenticated\tdate\ttime\ts-svcname\ts-computername\tcs-referred\tr-host\tr-ip\t"
      "r-port\ttime-taken\tcs-bytes\tsc-bytes\tcs-protocol\tcs-transport\ts-operation\tcs-uri\tcs-mime-type\t"
      "s-object-source\tsc-status\ts-cache-info\trule#1\trule#2\tsessionid\tconnectionid";

// The places of the fields in a line.
enum Field : std::size_t {
    ClientIp,
    UserName,
    Agent,
    Authenticated,
    Date,
    Time,
    ServiceNameField,
    ComputerName,
    Referred,
    Host,
    RemoteIp,
    RemotePort,
    TimeTaken,
    BytesFromClient,
    BytesToClient,
    Protocol,
    Transport,
    OperationField,
    Uri,
    MimeType,
    ObjectSource,
    StatusField,
    CacheInfo,
    Rule1,
    Rule2,
    SessionNumber,
    ConnectionNumber,
    FieldCount,
};
constexpr std::size_t webProxyFieldCount = Rule2 + 1;

constexpr std::array<std::string_view, 4> operationWords{"Connect", "Disconnect", "Denied", "Request"};
constexpr std::array<std::string_view, 4> serviceNames{"fwsrv", "w3proxy", "socks4", "securenat"};

constexpr std::size_t webProxyFieldsLength()
{
    std::size_t end = 0;
    for (std::size_t fields = 0; fields < webProxyFieldCount; ++fields)
        end = firewallFields.find('\t', end + 1);
    return end;
}

void appendNumber(std::string& out, std::uint64_t number)
{
    std::array<char, 20> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), end);
}

void appendPadded(std::string& out, unsigned number, int digits)
{
    for (unsigned unit = digits == 4 ? 1000 : 10; unit > 0; unit /= 10)
        out += static_cast<char>('0' + number / unit % 10);
}

void appendAddress(std::string& out, const IpAddress& address)
{
    if (address.isNull()) {
        out += '-';
    } else if (address.isV4()) {
        const std::uint32_t v4 = address.v4();
        for (int shift = 24; shift >= 0; shift -= 8) {
            appendNumber(out, v4 >> shift & 255);
            if (shift > 0)
                out += '.';
        }
    } else {
        out += address.toStdString();
    }
}

void appendDateAndTime(std::string& out, TimePoint time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const auto second = std::chrono::floor<std::chrono::seconds>(time - day).count();
    appendPadded(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.day()), 2);
    out += '\t';
    appendPadded(out, static_cast<unsigned>(second / 3600), 2);
    out += ':';
    appendPadded(out, static_cast<unsigned>(second / 60 % 60), 2);
    out += ':';
    appendPadded(out, static_cast<unsigned>(second % 60), 2);
}

// The length of the well-formed UTF-8 sequence `text` begins with (RFC 3629, section 4), 0 when it begins with none.
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80 ? 1
        : first >= 0xc2 && first <= 0xdf    ? 2
        : (first & 0xf0) == 0xe0            ? 3
        : first >= 0xf0 && first <= 0xf4    ? 4
                                            : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool outside = (first == 0xed && byte(1) > 0x9f) || (first == 0xf4 && byte(1) > 0x8f);
    return overlong || outside ? 0 : length;
}

void appendEscaped(std::string& out, std::string_view text)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        std::size_t length = utf8Length(text);
        // U+0080 to U+009F are control characters too; U+2028 and U+2029 end lines for some readers.
        const bool control = first < 0x20 || first == 0x7f || (first == 0xc2 && length == 2 && (text[1] & 0xff) < 0xa0)
            || (length == 3 && (text.substr(0, 3) == "\xe2\x80\xa8" || text.substr(0, 3) == "\xe2\x80\xa9"));
        if (length > 0 && !control) {
            out.append(text.substr(0, length));
        } else {
            length = std::max<std::size_t>(length, 1);
            for (std::size_t i = 0; i < length; ++i) {
                const auto byte = static_cast<unsigned char>(text[i]);
                out += {'%', hex[byte >> 4], hex[byte & 15]};
            }
        }
        text.remove_prefix(length);
    }
}

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

    std::string text(Field field) const
    {
        return m_fields[field] == "-" ? std::string() : std::string(m_fields[field]);
    }

    template <typename Number> Number number(Field field)
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

    IpAddress address(Field field)
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

W3cLog w3cLogOf(SessionType way)
{
    return way == SessionType::WebProxy ? W3cLog::WebProxy : W3cLog::Firewall;
}

std::string_view w3cFields(W3cLog log)
{
    return log == W3cLog::Firewall ? firewallFields : firewallFields.substr(0, webProxyFieldsLength());
}

std::string_view logOperationWord(LogOperation operation)
{
    return operationWords.at(static_cast<std::size_t>(operation));
}

std::optional<LogOperation> logOperationFromWord(std::string_view word)
{
    for (std::size_t i = 0; i < operationWords.size(); ++i) {
        if (operationWords[i] == word)
            return static_cast<LogOperation>(i);
    }
    return std::nullopt;
}

std::string_view w3cServiceName(SessionType way)
{
    return serviceNames.at(static_cast<std::size_t>(way));
}

std::optional<SessionType> sessionTypeFromW3cServiceName(std::string_view name)
{
    for (std::size_t i = 0; i < serviceNames.size(); ++i) {
        if (serviceNames[i] == name)
            return static_cast<SessionType>(i);
    }
    return std::nullopt;
}

void appendW3cText(std::string& out, std::string_view text)
{
    if (text.empty()) {
        out += '-';
        return;
    }
    if (text.size() > w3cTextLimit) {
        std::size_t end = w3cTextLimit;
        while (end > w3cTextLimit - 3 && (text[end] & 0xc0) == 0x80)
            --end;
        text = text.substr(0, end);
    }
    bool plain = true;
    for (const char c : text)
        plain = plain && c >= 0x20 && c < 0x7f;
    if (plain)
        out.append(text);
    else
        appendEscaped(out, text);
}

void appendW3cLine(std::string& out, const LogRecord& record, W3cLog log, std::string_view server)
{
    appendAddress(out, record.client);
    const auto text = [&out](std::string_view value) {
        out += '\t';
        appendW3cText(out, value);
    };
    const auto number = [&out](std::uint64_t value) {
        out += '\t';
        appendNumber(out, value);
    };
    text(record.user);
    text(record.agent);
    out += record.authenticated ? "\tY\t" : "\tN\t";
    appendDateAndTime(out, record.time);
    text(w3cServiceName(record.way));
    text(server);
    text(record.referrer);
    text(record.host);
    out += '\t';
    appendAddress(out, record.address);
    number(record.port);
    number(record.milliseconds);
    number(record.bytesSent);
    number(record.bytesReceived);
    text(record.protocol);
    text("TCP");
    text(record.method.empty() ? logOperationWord(record.operation) : std::string_view(record.method));
    text(record.uri);
    text(record.mimeType);
    text({}); // s-object-source: nothing comes from a cache
    number(record.status);
    text({}); // s-cache-info
    text(record.rule1);
    text(record.rule2);
    if (log == W3cLog::WebProxy)
        return;
    number(record.session);
    number(record.connection);
}

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
