// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/w3clog.h"

#include "models/base/visibletext.h"
#include "models/policy/w3cfields.h"

#include <array>
#include <charconv>

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
        appendVisible(out, text);
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

} // namespace sallyport
