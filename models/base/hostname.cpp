// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostname.h"

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr std::size_t longestName = 253; // RFC 1035 section 2.3.4, as text
constexpr std::size_t longestLabel = 63;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLabelByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

bool looksNumeric(std::string_view label)
{
    return label.starts_with("0x") || std::all_of(label.begin(), label.end(), isDigit);
}

} // namespace

std::optional<HostName> canonicalHost(std::string_view written, std::string_view& why)
{
    if (written.find(':') != std::string_view::npos) {
        const auto address = IpAddress::parse(written);
        if (!address) {
            why = "The host is not an IPv6 address.";
            return std::nullopt;
        }
        return HostName{address->toStdString(), address, false};
    }
    why = "The host's name is empty, too long or holds a character that host names do not have.";
    const bool rooted = written.ends_with('.');
    if (rooted)
        written.remove_suffix(1);
    if (written.size() > longestName)
        return std::nullopt;
    HostName host{std::string(written), std::nullopt, rooted};
    for (char& c : host.text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::string_view rest = host.text;
    while (true) {
        const std::size_t dot = rest.find('.');
        const std::string_view label = rest.substr(0, dot);
        if (label.empty() || label.size() > longestLabel || !std::all_of(label.begin(), label.end(), isLabelByte))
            return std::nullopt;
        if (dot == std::string_view::npos)
            break;
        rest.remove_prefix(dot + 1);
    }
    if (!looksNumeric(rest))
        return host;
    host.address = IpAddress::parse(std::string_view(host.text));
    host.rooted = false;
    if (host.address)
        return host;
    why = "The host looks like an IPv4 address but is not four decimal numbers.";
    return std::nullopt;
}

} // namespace sallyport
