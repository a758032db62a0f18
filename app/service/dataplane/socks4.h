// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <string>
#include <string_view>

namespace sallyport
{

// The SOCKS 4 request (Ying-Da Lee, "SOCKS: A protocol for TCP proxy across firewalls") with the 4A extension for
// names.
struct Socks4Request {
    enum class Command { Connect = 1, Bind = 2 };
    Command command = Command::Connect;
    std::uint16_t port = 0;
    IpAddress address; // null with a name
    std::string user; // as asUtf8() writes it
    std::string host; // the name of 4A, else the address as text; as canonicalHost() spells it
    bool rooted = false; // see HostName
};

enum class Socks4Parse { Done, More, Bad };

// `used` is set with Done: what follows belongs to the tunnel. Bad: another version, a command nobody knows, port 0 to
// connect to, a user id over 255 bytes, a name over 255 bytes or that canonicalHost() refuses.
Socks4Parse parseSocks4(std::string_view bytes, Socks4Request& request, std::size_t& used);

// No request is longer.
inline constexpr std::size_t longestSocks4Request = 8 + 256 + 256;

enum class Socks4Reply : std::uint8_t { Granted = 90, Rejected = 91 };
std::string socks4Reply(Socks4Reply reply, const IpAddress& address = IpAddress::fromV4(0), std::uint16_t port = 0);

} // namespace sallyport
