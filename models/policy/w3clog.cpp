// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/w3clog.h"

#include "models/base/visibletext.h"
#include "models/policy/w3cfields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace sallyport
{

namespace
{

constexpr std::array<std::string_view, 4> operationWords{"Connect", "Disconnect", "Denied", "Request"};
constexpr std::array<std::string_view, 4> serviceNames{"fwsrv", "w3proxy", "socks4", "securenat"};

constexpr std::size_t webProxyFieldsLength()
{
    std::size_t end = 0;
    for (std::size_t fields = 0; fields < webProxyFieldCount; ++fields)
        end = firewallFields.find('\t', end + 1);
    return end;
}

// Whether the text can stand as it is: nothing but visible ASCII and blanks. Looks at eight bytes at a time, since a
// row is written for every request.
bool isPlain(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x80 * ones;
    const auto doubtful = [](std::uint64_t bytes) {
        const std::uint64_t del = bytes ^ (0x7f * ones);
        // The usual tests for a byte below 0x20 and for a byte that is 0; exact as long as no byte is above 0x7f.
        return (bytes | (bytes - 0x20 * ones) | (del - ones)) & tops;
    };
    std::uint64_t bytes = 0;
    for (; text.size() >= sizeof bytes; text.remove_prefix(sizeof bytes)) {
        std::memcpy(&bytes, text.data(), sizeof bytes);
        if (doubtful(bytes) != 0)
            return false;
    }
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// As appendVisible() can take it: not cut within a character.
std::string_view shortened(std::string_view text)
{
    if (text.size() <= w3cTextLimit)
        return text;
    std::size_t end = w3cTextLimit;
    while (end > w3cTextLimit - 3 && (text[end] & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

// Gathers the fields of a row and appends them in one piece where they are short.
class Row
{
public:
    explicit Row(std::string& out)
        : m_out(out)
    {
    }
    ~Row() { flush(); }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    void tab() { *reserve(1) = '\t'; }
    void text(std::string_view value)
    {
        if (value.empty())
            return word("-");
        value = shortened(value);
        if (isPlain(value))
            return word(value);
        flush();
        appendVisible(m_out, value);
    }
    // Text that is plain.
    void word(std::string_view value)
    {
        if (value.size() > m_text.size()) {
            flush();
            m_out.append(value);
        } else {
            std::memcpy(reserve(value.size()), value.data(), value.size());
        }
    }
    void number(std::uint64_t value)
    {
        char* const at = reserve(mostDigits);
        m_used -= mostDigits - static_cast<std::size_t>(std::to_chars(at, at + mostDigits, value).ptr - at);
    }
    void address(const IpAddress& address)
    {
        if (!address.isV4())
            return text(address.isNull() ? std::string() : address.toStdString());
        const std::uint32_t v4 = address.v4();
        for (int shift = 24; shift >= 0; shift -= 8) {
            number(v4 >> shift & 255);
            if (shift > 0)
                *reserve(1) = '.';
        }
    }
    void dateAndTime(TimePoint time)
    {
        const auto day = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date(day);
        const auto second = static_cast<unsigned>(std::chrono::floor<std::chrono::seconds>(time - day).count());
        const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
        char* const at = reserve(19); // "2026-01-31<TAB>23:59:59"
        twoDigits(at, year / 100 % 100);
        twoDigits(at + 2, year % 100);
        at[4] = '-';
        twoDigits(at + 5, static_cast<unsigned>(date.month()));
        at[7] = '-';
        twoDigits(at + 8, static_cast<unsigned>(date.day()));
        at[10] = '\t';
        twoDigits(at + 11, second / 3600);
        at[13] = ':';
        twoDigits(at + 14, second / 60 % 60);
        at[16] = ':';
        twoDigits(at + 17, second % 60);
    }

private:
    static constexpr std::size_t mostDigits = 20;

    static void twoDigits(char* at, unsigned number)
    {
        at[0] = static_cast<char>('0' + number / 10);
        at[1] = static_cast<char>('0' + number % 10);
    }
    char* reserve(std::size_t size)
    {
        if (size > m_text.size() - m_used)
            flush();
        m_used += size;
        return m_text.data() + m_used - size;
    }
    void flush()
    {
        m_out.append(m_text.data(), m_used);
        m_used = 0;
    }

    std::string& m_out;
    std::array<char, 512> m_text;
    std::size_t m_used = 0;
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
    Row(out).text(text);
}

void appendW3cLine(std::string& out, const LogRecord& record, W3cLog log, std::string_view server)
{
    Row row(out);
    row.address(record.client);
    const auto text = [&row](std::string_view value) {
        row.tab();
        row.text(value);
    };
    const auto number = [&row](std::uint64_t value) {
        row.tab();
        row.number(value);
    };
    text(record.user);
    text(record.agent);
    row.word(record.authenticated ? "\tY\t" : "\tN\t");
    row.dateAndTime(record.time);
    row.tab();
    row.word(w3cServiceName(record.way));
    text(server);
    text(record.referrer);
    text(record.host);
    row.tab();
    row.address(record.address);
    number(record.port);
    number(record.milliseconds);
    number(record.bytesSent);
    number(record.bytesReceived);
    text(record.protocol);
    row.word("\tTCP\t");
    if (record.method.empty())
        row.word(logOperationWord(record.operation));
    else
        row.text(record.method);
    text(record.uri);
    text(record.mimeType);
    row.word("\t-"); // s-object-source: nothing comes from a cache
    number(record.status);
    row.word("\t-"); // s-cache-info
    text(record.rule1);
    text(record.rule2);
    if (log == W3cLog::WebProxy)
        return;
    number(record.session);
    number(record.connection);
}

} // namespace sallyport
