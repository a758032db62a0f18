// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/framing.h"
#include "app/service/http/target.h"

#include <optional>
#include <string>
#include <string_view>

namespace sallyport::http
{

// What goes on to the server. `via` is the name the proxy goes by in Via fields: a token, unique to this service, so
// that a request that comes round again is known (isLoop).
struct RequestForwarding {
    std::string_view via;
    Framing framing;
    ConnectionOptions connection; // of the client's request
    bool upgrade = false; // the request may switch protocols: Upgrade goes along
    std::optional<unsigned> maxForwards; // replaces the client's when set
};

// Appends the request's head for the server: origin-form, Host from the target, fields of this hop left out, Via added.
void appendRequest(
    std::string& out, const RequestHead& head, const Target& target, const RequestForwarding& forwarding);

struct ReplyForwarding {
    std::string_view via;
    Framing framing; // of the reply as it goes to the client; Close: until our side closes
    ConnectionOptions connection; // of the server's reply
    bool upgrade = false; // 101: Upgrade goes along
    bool close = false; // tell the client that this connection ends with the reply
    std::string_view date = {}; // httpDate of now, written where the server left it out; empty: not
    bool ownConnection = false; // tell the client that the server's connection is its own (RFC 4559 section 6)
    bool keepAlive = false; // tell the client, which is of HTTP/1.0, that its connection goes on
};

// Likewise the reply's head for the client, as HTTP/1.1.
void appendReply(std::string& out, const ReplyHead& head, const ReplyForwarding& forwarding);

// Whether a Via field of the request already names this proxy.
bool isLoop(const RequestHead& head, std::string_view via);

// Whether the request asks to switch protocols and may: it names one in Upgrade and in Connection. Switching to HTTP/2
// is not passed on, since the requests that follow would be hidden in it.
bool wantsUpgrade(const RequestHead& head, const ConnectionOptions& connection);

} // namespace sallyport::http
