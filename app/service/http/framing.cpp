// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/framing.h"

#include <algorithm>

namespace sallyport::http
{

namespace
{

// Digits only, and below 2^63, so that sums never wrap.
bool readLength(std::string_view text, std::uint64_t& length)
{
    if (!isDigits(text) || text.size() > 18)
        return false;
    length = 0;
    for (const char c : text)
        length = length * 10 + static_cast<std::uint64_t>(c - '0');
    return true;
}

// One length, however often it is given: in several fields, or as a list in one.
bool readEqualLengths(const Head& head, Framing& framing)
{
    std::string_view first;
    for (const Field& field : head.fields) {
        if (field.id != FieldName::ContentLength)
            continue;
        for (std::size_t at = 0; at <= field.value.size();) {
            const std::size_t comma = std::min(field.value.find(',', at), field.value.size());
            const std::string_view text = trimmed(field.value.substr(at, comma - at));
            at = comma + 1;
            framing.mended = framing.mended || first.data() != nullptr;
            if (first.data() == nullptr)
                first = text;
            if (text != first || !readLength(text, framing.length))
                return false;
        }
    }
    return true;
}

enum class Coding { Chunked, ChunkedLast, Other };

Coding transferCoding(const Head& head)
{
    int members = 0;
    int chunked = 0;
    bool last = false;
    for (const Field& field : head.fields) {
        if (field.id != FieldName::TransferEncoding)
            continue;
        std::string_view rest = field.value;
        while (const auto member = nextListMember(rest)) {
            ++members;
            last = equalsNoCase(*member, "chunked");
            chunked += last ? 1 : 0;
        }
    }
    if (!last || chunked != 1)
        return Coding::Other;
    return members == 1 ? Coding::Chunked : Coding::ChunkedLast;
}

// The rules both directions share; `framing` is set when the head says anything of a body.
std::optional<Refusal> readFraming(const Head& head, Sender sender, Framing& framing)
{
    const std::size_t lengths = head.count(FieldName::ContentLength);
    const bool coded = head.count(FieldName::TransferEncoding) > 0;
    if (lengths > 0) {
        if (sender == Sender::Client && lengths > 1)
            return Refusal{400, "The message has more than one Content-Length, so its end is ambiguous."};
        if (sender == Sender::Client ? !readLength(head.value(FieldName::ContentLength), framing.length)
                                     : !readEqualLengths(head, framing))
            return Refusal{400, "The message's Content-Length is not a number of bytes."};
        framing.kind = BodyKind::Length;
    }
    if (!coded)
        return std::nullopt;
    if (lengths > 0) {
        if (sender == Sender::Client)
            return Refusal{400, "The message has both Content-Length and Transfer-Encoding, so its end is ambiguous."};
        framing.mended = true;
    }
    if (head.minorVersion == 0)
        return Refusal{400, "HTTP/1.0 has no Transfer-Encoding, so the end of the message is ambiguous."};
    switch (transferCoding(head)) {
    case Coding::Other:
        return Refusal{400, "The message's Transfer-Encoding does not end in chunked, so its end is unknown."};
    case Coding::ChunkedLast:
        return Refusal{501, "Transfer codings other than chunked are not served here."};
    case Coding::Chunked:
        break;
    }
    framing.kind = BodyKind::Chunked;
    framing.length = 0;
    return std::nullopt;
}

} // namespace

ConnectionOptions connectionOptions(const Head& head)
{
    ConnectionOptions options;
    if (head.count(FieldName::Connection) == 0)
        return options;
    for (const Field& field : head.fields) {
        if (field.id != FieldName::Connection)
            continue;
        std::string_view rest = field.value;
        while (const auto member = nextListMember(rest)) {
            if (equalsNoCase(*member, "close"))
                options.close = true;
            else if (equalsNoCase(*member, "keep-alive"))
                options.keepAlive = true;
            else if (equalsNoCase(*member, "upgrade"))
                options.upgrade = true;
            else
                options.others = true;
        }
    }
    return options;
}

std::optional<Refusal> requestFraming(const RequestHead& head, Framing& framing)
{
    framing = {};
    if (const auto refusal = readFraming(head, Sender::Client, framing))
        return refusal;
    if (head.method == "CONNECT" && !framing.empty())
        return Refusal{400, "A CONNECT request has no body."};
    if (head.method == "TRACE" && framing.kind != BodyKind::None)
        return Refusal{400, "A TRACE request has no body."};
    return std::nullopt;
}

std::optional<Refusal> replyFraming(const ReplyHead& head, std::string_view method, Framing& framing)
{
    framing = {};
    Framing said;
    if (readFraming(head, Sender::Server, said))
        return Refusal{502, "The server's reply does not say clearly where it ends."};
    framing.mended = said.mended;
    if (method == "HEAD" || head.status < 200 || head.status == 204 || head.status == 304)
        return std::nullopt;
    framing = said.kind == BodyKind::None ? Framing{BodyKind::Close} : said;
    return std::nullopt;
}

bool clientPersists(const RequestHead& head, const ConnectionOptions& options)
{
    return head.minorVersion > 0 && !options.close;
}

bool asksKeepAlive(const RequestHead& head, const ConnectionOptions& options)
{
    if (head.minorVersion > 0)
        return false;
    bool asked = options.keepAlive;
    bool refused = options.close;
    for (const Field& field : head.fields) {
        if (field.id != FieldName::ProxyField || !equalsNoCase(field.name, "Proxy-Connection"))
            continue;
        std::string_view rest = field.value;
        while (const auto member = nextListMember(rest)) {
            refused = refused || equalsNoCase(*member, "close");
            asked = asked || equalsNoCase(*member, "keep-alive");
        }
    }
    return asked && !refused;
}

bool serverPersists(const ReplyHead& head, const ConnectionOptions& options, const Framing& framing)
{
    if (framing.kind == BodyKind::Close || options.close || head.mended || framing.mended)
        return false;
    return head.minorVersion > 0 || options.keepAlive;
}

} // namespace sallyport::http
