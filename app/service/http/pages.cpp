// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/pages.h"

#include "app/service/http/syntax.h"
#include "models/base/visibletext.h"

#include <boost/beast/http/status.hpp>

#include <array>
#include <cstdio>

namespace sallyport::http
{

namespace
{

// A page must not run anything or fetch anything, whatever a client or a server managed to get into its text.
constexpr std::string_view errorFields = "Cache-Control: no-store\r\n"
                                         "X-Content-Type-Options: nosniff\r\n"
                                         "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n";

constexpr std::string_view pageStyle
    = "body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em;"
      "color:#222;background:#fff}h1{font-size:1.4em}dt{color:#666}dd{margin:0 0 .6em}"
      "@media(prefers-color-scheme:dark){body{color:#ddd;background:#1e1e1e}dt{color:#999}}";

std::string beginReply(int status, const ReplyContext& context)
{
    std::string reply;
    reply.reserve(1024);
    reply += "HTTP/1.1 ";
    reply += std::to_string(status);
    reply += ' ';
    reply += statusPhrase(status);
    reply += "\r\nDate: ";
    reply += context.date;
    reply += "\r\nServer: sallyport\r\n";
    if (context.close)
        reply += "Connection: close\r\n";
    return reply;
}

void appendTerm(std::string& page, std::string_view term, std::string_view text)
{
    if (text.empty())
        return;
    page += "<dt>";
    page += term;
    page += "</dt><dd>";
    page += escapedHtml(text);
    page += "</dd>\n";
}

} // namespace

std::string_view statusPhrase(int status)
{
    namespace beast = boost::beast::http;
    const auto phrase = beast::obsolete_reason(beast::int_to_status(static_cast<unsigned>(status)));
    return {phrase.data(), phrase.size()};
}

std::string httpDate(TimePoint time)
{
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    char text[64];
    const int size = std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return {text, static_cast<std::size_t>(size)};
}

std::string escapedHtml(std::string_view text)
{
    std::string visible;
    appendVisible(visible, text);
    std::string escaped;
    escaped.reserve(visible.size());
    for (const char c : visible) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string errorReply(const ErrorPage& page, const ReplyContext& context)
{
    const std::string title = std::to_string(page.status) + ' ' + std::string(statusPhrase(page.status));
    std::string content
        = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + "</title>\n<style>";
    content += pageStyle;
    content += "</style></head>\n<body><h1>" + title + "</h1>\n<p>";
    content += escapedHtml(page.sentence);
    content += "</p>\n<dl>\n";
    appendTerm(content, "Decided by", page.decidedBy);
    appendTerm(content, "Request", page.request);
    appendTerm(content, "Answered by", context.server);
    content += "</dl></body></html>\n";
    std::string fields(errorFields);
    fields += page.extraFields;
    return contentReply(page.status, "text/html; charset=utf-8", content, fields, context);
}

std::string contentReply(
    int status, std::string_view type, std::string_view content, std::string_view fields, const ReplyContext& context)
{
    std::string reply = beginReply(status, context);
    reply += fields;
    reply += "Content-Type: ";
    reply += type;
    reply += "\r\nContent-Length: ";
    reply += std::to_string(content.size());
    reply += "\r\n\r\n";
    if (!context.head)
        reply += content;
    return reply;
}

std::string notModifiedReply(std::string_view entityTag, const ReplyContext& context)
{
    std::string reply = beginReply(304, context);
    reply += "ETag: ";
    reply += entityTag;
    reply += "\r\n\r\n";
    return reply;
}

bool matchesEntityTag(std::string_view field, std::string_view entityTag)
{
    std::string_view rest = field;
    while (auto member = nextListMember(rest)) {
        if (*member == "*")
            return true;
        if (member->substr(0, 2) == "W/")
            member->remove_prefix(2);
        if (*member == entityTag)
            return true;
    }
    return false;
}

} // namespace sallyport::http
