// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socks4.h"

#include "models/base/hostname.h"
#include "models/base/visibletext.h"

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr std::size_t headBytes = 8;
constexpr std::size_t longestText = 255;

// A zero-terminated text from `at`, which moves behind the zero.
Socks4Parse parseText(std::string_view bytes, std::size_t& at, std::string& text)
{
    const std::size_t end = bytes.find('\0', at);
    if (end == std::string_view::npos)
        return bytes.size() - at > longestText ? Socks4Parse::Bad : Socks4Parse::More;
    if (end - at > longestText)
        return Socks4Parse::Bad;
    text.assign(bytes.substr(at, end - at));
    at = end + 1;
    return Socks4Parse::Done;
}

bool printable(const std::string& text)
{
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

} // namespace

Socks4Parse parseSocks4(std::string_view bytes, Socks4Request& request, std::size_t& used)
{
    if (!bytes.empty() && bytes[0] != 4)
        return Socks4Parse::Bad;
    if (bytes.size() > 1 && bytes[1] != 1 && bytes[1] != 2)
        return Socks4Parse::Bad;
    if (bytes.size() < headBytes)
        return Socks4Parse::More;
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
    request.command = bytes[1] == 1 ? Socks4Request::Command::Connect : Socks4Request::Command::Bind;
    request.port = static_cast<std::uint16_t>(byte(2) << 8 | byte(3));
    // Nobody listens there. In a BIND it is no port to connect to.
    if (request.port == 0 && request.command == Socks4Request::Command::Connect)
        return Socks4Parse::Bad;
    const std::uint32_t address = byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7);
    std::size_t at = headBytes;
    if (const auto parsed = parseText(bytes, at, request.user); parsed != Socks4Parse::Done)
        return parsed;
    if (!printable(request.user))
        return Socks4Parse::Bad;
    request.user = asUtf8(request.user);
    // 0.0.0.x with x other than 0 stands for "the name follows".
    if (address != 0 && address < 256) {
        if (const auto parsed = parseText(bytes, at, request.host); parsed != Socks4Parse::Done)
            return parsed;
        std::string_view why;
        auto host = canonicalHost(request.host, why);
        if (!host)
            return Socks4Parse::Bad;
        request.host = std::move(host->text);
        request.address = host->address.value_or(IpAddress());
        request.rooted = host->rooted;
    } else {
        request.address = IpAddress::fromV4(address);
        request.host = request.address.toStdString();
    }
    used = at;
    return Socks4Parse::Done;
}

std::string socks4Reply(Socks4Reply reply, const IpAddress& address, std::uint16_t port)
{
    const std::uint32_t v4 = address.isV4() ? address.v4() : 0;
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value & 0xff)); };
    return {0, byte(static_cast<std::uint32_t>(reply)), byte(port >> 8u), byte(port), byte(v4 >> 24), byte(v4 >> 16),
        byte(v4 >> 8), byte(v4)};
}

} // namespace sallyport
