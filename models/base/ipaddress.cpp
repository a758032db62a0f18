// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ipaddress.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace sallyport
{

namespace
{

constexpr std::array<std::uint8_t, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<std::uint32_t> parseV4(std::string_view text)
{
    std::uint32_t value = 0;
    std::size_t at = 0;
    for (int octet = 0; octet < 4; ++octet) {
        if (octet > 0 && (at >= text.size() || text[at++] != '.'))
            return std::nullopt;
        const std::size_t start = at;
        std::uint32_t part = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - start < 3)
            part = part * 10 + static_cast<std::uint32_t>(text[at++] - '0');
        if (at == start || part > 255 || (at - start > 1 && text[start] == '0'))
            return std::nullopt;
        value = (value << 8) | part;
    }
    if (at != text.size())
        return std::nullopt;
    return value;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// Appends the groups of one side of "::" to `groups`; an IPv4 tail counts as two groups.
bool parseGroups(std::string_view text, std::vector<std::uint16_t>& groups)
{
    if (text.empty())
        return true;
    while (true) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        if (colon == std::string_view::npos && part.find('.') != std::string_view::npos) {
            const auto v4 = parseV4(part);
            if (!v4)
                return false;
            groups.push_back(static_cast<std::uint16_t>(*v4 >> 16));
            groups.push_back(static_cast<std::uint16_t>(*v4 & 0xffff));
            return true;
        }
        if (part.empty() || part.size() > 4)
            return false;
        unsigned value = 0;
        for (const char c : part) {
            const int digit = hexDigit(c);
            if (digit < 0)
                return false;
            value = value * 16 + static_cast<unsigned>(digit);
        }
        groups.push_back(static_cast<std::uint16_t>(value));
        if (colon == std::string_view::npos)
            return true;
        text.remove_prefix(colon + 1);
    }
}

std::optional<std::array<std::uint8_t, 16>> parseV6(std::string_view text)
{
    std::vector<std::uint16_t> head;
    std::vector<std::uint16_t> tail;
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        if (!parseGroups(text, head) || head.size() != 8)
            return std::nullopt;
    } else {
        const std::string_view before = text.substr(0, gap);
        if (before.find('.') != std::string_view::npos || !parseGroups(before, head)
            || !parseGroups(text.substr(gap + 2), tail) || head.size() + tail.size() > 7)
            return std::nullopt;
    }
    std::array<std::uint8_t, 16> bytes{};
    const auto put = [&bytes](std::size_t group, std::uint16_t value) {
        bytes[group * 2] = static_cast<std::uint8_t>(value >> 8);
        bytes[group * 2 + 1] = static_cast<std::uint8_t>(value & 0xff);
    };
    for (std::size_t i = 0; i < head.size(); ++i)
        put(i, head[i]);
    for (std::size_t i = 0; i < tail.size(); ++i)
        put(8 - tail.size() + i, tail[i]);
    return bytes;
}

} // namespace

IpAddress IpAddress::fromV4(std::uint32_t hostOrder)
{
    IpAddress address;
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), address.m_bytes.begin());
    for (std::size_t i = 0; i < 4; ++i)
        address.m_bytes[12 + i] = static_cast<std::uint8_t>(hostOrder >> (24 - 8 * i));
    return address;
}

IpAddress IpAddress::fromV6(const std::array<std::uint8_t, 16>& networkOrder)
{
    IpAddress address;
    address.m_bytes = networkOrder;
    return address;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    if (text.find(':') == std::string_view::npos) {
        const auto v4 = parseV4(text);
        return v4 ? std::optional(fromV4(*v4)) : std::nullopt;
    }
    const auto v6 = parseV6(text);
    return v6 ? std::optional(fromV6(*v6)) : std::nullopt;
}

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    return parse(std::string_view(text.toUtf8().toStdString()));
}

bool IpAddress::isV4() const
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin());
}

std::uint32_t IpAddress::v4() const
{
    return (std::uint32_t(m_bytes[12]) << 24) | (std::uint32_t(m_bytes[13]) << 16) | (std::uint32_t(m_bytes[14]) << 8)
        | std::uint32_t(m_bytes[15]);
}

std::optional<IpAddress> IpAddress::next() const
{
    IpAddress following = *this;
    for (std::size_t i = following.m_bytes.size(); i-- > 0;) {
        if (++following.m_bytes[i] != 0)
            return following;
    }
    return std::nullopt;
}

std::string_view IpAddress::write(Text& text) const
{
    char* at = text.data();
    const auto end = at + text.size();
    if (isV4()) {
        for (std::size_t i = 12; i < 16; ++i) {
            if (i > 12)
                *at++ = '.';
            at = std::to_chars(at, end, m_bytes[i]).ptr;
        }
        return {text.data(), at};
    }
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = (unsigned(m_bytes[i * 2]) << 8) | m_bytes[i * 2 + 1];
    // RFC 5952 section 4.2: the longest run of at least two zero groups is shortened, the first of equals.
    std::size_t bestStart = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8;) {
        std::size_t end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > bestLength) {
            bestStart = i;
            bestLength = end - i;
        }
        i = end + 1;
    }
    for (std::size_t i = 0; i < 8;) {
        if (i == bestStart) {
            *at++ = ':';
            *at++ = ':';
            i += bestLength;
            continue;
        }
        if (at != text.data() && at[-1] != ':')
            *at++ = ':';
        at = std::to_chars(at, end, groups[i], 16).ptr;
        ++i;
    }
    return {text.data(), at};
}

std::string IpAddress::toStdString() const
{
    Text text;
    return std::string(write(text));
}

QString IpAddress::toString() const
{
    Text text;
    const std::string_view written = write(text);
    return QString::fromLatin1(written.data(), static_cast<qsizetype>(written.size()));
}

} // namespace sallyport
