// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/head.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::http
{

// The four forms of RFC 9112 section 3.2.
enum class TargetForm { Origin, Absolute, Authority, Asterisk };

// A host and a port.
struct Authority {
    std::string_view text; // as written, "example.com:81", "[::1]:81": what a Host field holds
    std::string host; // as canonicalHost() spells it
    std::uint16_t port = 0; // the default when none was written
    bool isAddress = false; // host is an IPv4 or IPv6 address
    bool rooted = false; // see HostName

    bool operator==(const Authority&) const = default;
};

// Views into the request's head. `path` is what goes on to the server: origin-form, or "*".
struct Target {
    TargetForm form = TargetForm::Origin;
    Authority authority; // of the absolute or authority form; of the Host field otherwise
    std::string_view path; // may begin with "?" when the client left the slash out: pathNeedsSlash
    bool pathNeedsSlash = false;
};

// "host[:port]", "[v6][:port]"; nothing behind the colon is no port. `defaultPort` 0: a port must be written.
std::optional<Refusal> readAuthority(std::string_view text, std::uint16_t defaultPort, Authority& authority);

// Which form the request's target has and whether the method may use it; the Host field is checked too (exactly one in
// HTTP/1.1, and well-formed; RFC 9112 section 3.2).
std::optional<Refusal> readTarget(const RequestHead& head, Target& target);

} // namespace sallyport::http
