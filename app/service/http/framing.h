// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/head.h"

#include <cstdint>

namespace sallyport::http
{

enum class BodyKind {
    None,
    Length, // Content-Length
    Chunked,
    Close, // a reply that lasts until the server closes
};

struct Framing {
    BodyKind kind = BodyKind::None;
    std::uint64_t length = 0; // bytes, with Length
    bool mended = false; // a server said it twice or two ways, and one was chosen

    bool empty() const { return kind == BodyKind::None || (kind == BodyKind::Length && length == 0); }
    bool operator==(const Framing&) const = default;
};

// What the Connection fields of a head ask for.
struct ConnectionOptions {
    bool close = false;
    bool keepAlive = false;
    bool upgrade = false;
    bool others = false; // names further fields, which are of this hop alone
};
ConnectionOptions connectionOptions(const Head& head);

// Which body follows the request (RFC 9112 section 6.3). Anything two recipients could read differently is refused:
// more than one length, a length beside a transfer coding, a coding that does not end in chunked, or one in HTTP/1.0.
std::optional<Refusal> requestFraming(const RequestHead& head, Framing& framing);

// Likewise for the reply to a request of that method; refusals are 502. A switch of protocols (101) is None here. A
// server may give the same length several times, and one beside chunked, which then stands.
std::optional<Refusal> replyFraming(const ReplyHead& head, std::string_view method, Framing& framing);

// Whether the sender keeps its connection open after this message, by version and Connection field (RFC 9112
// section 9.3). A client of HTTP/1.0 does not by itself.
bool clientPersists(const RequestHead& head, const ConnectionOptions& options);
// Whether a client of HTTP/1.0 asks to keep its connection, as old browsers do of a proxy: without that none of them
// can log in by NTLM. RFC 9112 appendix C.2.2 has proxies refuse, for fear of an older proxy in between that passes the
// wish on blindly; like Squid we grant it, to replies whose end shows without a close.
bool asksKeepAlive(const RequestHead& head, const ConnectionOptions& options);
bool serverPersists(const ReplyHead& head, const ConnectionOptions& options, const Framing& framing);

} // namespace sallyport::http
