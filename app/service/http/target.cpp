// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/target.h"

#include "models/base/hostname.h"

#include <algorithm>

namespace sallyport::http
{

namespace
{

constexpr Refusal badHost{400, "The host is neither a name, an IPv4 address, nor an IPv6 address in brackets."};

std::optional<Refusal> readHost(std::string_view written, Authority& authority)
{
    std::string_view why;
    auto host = canonicalHost(written, why);
    if (!host)
        return Refusal{400, why};
    authority.host = std::move(host->text);
    authority.isAddress = host->address.has_value();
    authority.rooted = host->rooted;
    return std::nullopt;
}

std::optional<Refusal> readPort(std::string_view text, std::uint16_t& port)
{
    constexpr Refusal bad{400, "The port is not a number from 1 to 65535."};
    if (!isDigits(text) || text.size() > 5)
        return bad;
    unsigned value = 0;
    for (const char c : text)
        value = value * 10 + static_cast<unsigned>(c - '0');
    if (value == 0 || value > 65535)
        return bad;
    port = static_cast<std::uint16_t>(value);
    return std::nullopt;
}

std::optional<Refusal> checkHostField(const RequestHead& head, Authority& authority)
{
    if (head.count(FieldName::Host) > 1)
        return Refusal{400, "The request has more than one Host header."};
    const Field* host = head.find(FieldName::Host);
    if (!host) {
        if (head.minorVersion > 0)
            return Refusal{400, "The request has no Host header, which HTTP/1.1 requires."};
        return std::nullopt;
    }
    if (readAuthority(host->value, 80, authority))
        return Refusal{400, "The Host header is not of the form HOST or HOST:PORT."};
    return std::nullopt;
}

// `host`: of the Host field, which nearly always says the same.
std::optional<Refusal> readAbsolute(const RequestHead& head, Authority&& host, Target& target)
{
    const std::string_view text = head.target;
    const std::size_t colon = text.find("://");
    if (colon == std::string_view::npos)
        return Refusal{400, "The request's address is neither a path nor a whole address (http://HOST/PATH)."};
    if (!equalsNoCase(text.substr(0, colon), "http")) {
        if (equalsNoCase(text.substr(0, colon), "https"))
            return Refusal{400, "https addresses are reached with the method CONNECT."};
        return Refusal{501, "Only http addresses are served here."};
    }
    const std::string_view rest = text.substr(colon + 3);
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    const std::string_view authority = rest.substr(0, end);
    if (authority.find('@') != std::string_view::npos)
        return Refusal{400, "The request's address holds a user name; credentials belong into headers."};
    if (!authority.empty() && authority == host.text)
        target.authority = std::move(host);
    else if (const auto refusal = readAuthority(authority, 80, target.authority))
        return refusal;
    target.form = TargetForm::Absolute;
    target.path = rest.substr(end);
    // RFC 9112 section 3.2.4: OPTIONS for a server as a whole travels as "*".
    if (target.path.empty() && head.method == "OPTIONS")
        target.path = "*";
    else
        target.pathNeedsSlash = target.path.empty() || target.path.front() == '?';
    return std::nullopt;
}

} // namespace

std::optional<Refusal> readAuthority(std::string_view text, std::uint16_t defaultPort, Authority& authority)
{
    authority = {};
    authority.text = text;
    std::string_view port;
    bool hasPort = false;
    if (!text.empty() && text.front() == '[') {
        const std::size_t bracket = text.find(']');
        if (bracket == std::string_view::npos)
            return badHost;
        const std::string_view written = text.substr(1, bracket - 1);
        if (written.find(':') == std::string_view::npos)
            return badHost;
        if (const auto refusal = readHost(written, authority))
            return refusal;
        port = text.substr(bracket + 1);
        hasPort = !port.empty();
        if (hasPort && port.front() != ':')
            return badHost;
        if (hasPort)
            port.remove_prefix(1);
    } else {
        const std::size_t colon = text.find(':');
        hasPort = colon != std::string_view::npos;
        if (hasPort)
            port = text.substr(colon + 1);
        if (const auto refusal = readHost(text.substr(0, colon), authority))
            return refusal;
    }
    if (hasPort && port.empty() && defaultPort != 0) {
        // RFC 3986 section 3.2.3: the same as no port.
        authority.text.remove_suffix(1);
        hasPort = false;
    }
    if (hasPort)
        return readPort(port, authority.port);
    if (defaultPort == 0)
        return Refusal{400, "The address names no port; it has to be HOST:PORT."};
    authority.port = defaultPort;
    return std::nullopt;
}

std::optional<Refusal> readTarget(const RequestHead& head, Target& target)
{
    target = {};
    Authority host;
    if (const auto refusal = checkHostField(head, host))
        return refusal;
    if (head.method == "CONNECT") {
        target.form = TargetForm::Authority;
        return readAuthority(head.target, 0, target.authority);
    }
    if (head.target == "*") {
        if (head.method != "OPTIONS")
            return Refusal{400, "The address * belongs to the method OPTIONS alone."};
        target.form = TargetForm::Asterisk;
        target.authority = std::move(host);
        target.path = head.target;
        return std::nullopt;
    }
    if (head.target.front() != '/')
        return readAbsolute(head, std::move(host), target);
    target.form = TargetForm::Origin;
    target.authority = std::move(host);
    target.path = head.target;
    return std::nullopt;
}

} // namespace sallyport::http
