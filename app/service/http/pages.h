// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <string>
#include <string_view>

namespace sallyport::http
{

// The standard phrase of a status: 404 -> "Not Found"; "Unknown" for others.
std::string_view statusPhrase(int status);

// IMF-fixdate of RFC 9110 section 5.6.7: "Mon, 23 Nov 2026 21:00:00 GMT".
std::string httpDate(TimePoint time);

// `text` with the characters that mean something in HTML replaced, and invisible ones written out.
std::string escapedHtml(std::string_view text);

// What a reply of the service's own needs beside its content.
struct ReplyContext {
    std::string_view date; // httpDate of now
    std::string_view server; // the name it signs its pages with
    bool close = false; // the connection ends with the reply
    bool head = false; // the request was HEAD: the content is announced, not sent
};

// Why a request was not served. All text is plain and is escaped here.
struct ErrorPage {
    int status = 400;
    std::string_view sentence; // what happened, one sentence
    std::string_view decidedBy; // "application entry msmsgs: Disable=1"; empty when no entry or rule decided
    std::string_view request; // what was asked for: "example.com:443"; may be empty
    std::string_view extraFields; // whole header lines with CRLF; may be empty
};

// The whole reply, head and page.
std::string errorReply(const ErrorPage& page, const ReplyContext& context);

// A whole reply with content of the service's own; `fields` as in ErrorPage::extraFields.
std::string contentReply(
    int status, std::string_view type, std::string_view content, std::string_view fields, const ReplyContext& context);
// 304 (RFC 9110 section 15.4.5).
std::string notModifiedReply(std::string_view entityTag, const ReplyContext& context);

// If-None-Match: whether `field` is "*" or lists `entityTag` (with its quotes); weak comparison (RFC 9110
// section 13.1.2).
bool matchesEntityTag(std::string_view field, std::string_view entityTag);

} // namespace sallyport::http
