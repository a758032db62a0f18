// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/syntax.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sallyport::http
{

namespace
{

enum ByteClass : std::uint8_t { TokenByte = 1, FieldByte = 2, TargetByte = 4 };

constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const bool visible = c > 0x20 && c < 0x7f;
        if (visible || c == ' ' || c == '\t' || c >= 0x80)
            classes[c] |= FieldByte;
        if (visible && c != '#')
            classes[c] |= TargetByte;
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (alphanumeric)
            classes[c] |= TokenByte;
    }
    for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
        classes[static_cast<unsigned char>(c)] |= TokenByte;
    return classes;
}

constexpr std::array<std::uint8_t, 256> byteClasses = makeClasses();

bool allOf(std::string_view text, ByteClass wanted)
{
    for (const char c : text) {
        if ((byteClasses[static_cast<unsigned char>(c)] & wanted) == 0)
            return false;
    }
    return true;
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

bool isTokenByte(char c)
{
    return (byteClasses[static_cast<unsigned char>(c)] & TokenByte) != 0;
}

bool isToken(std::string_view text)
{
    return !text.empty() && allOf(text, TokenByte);
}

bool isFieldValue(std::string_view text)
{
    return allOf(text, FieldByte);
}

bool isTargetText(std::string_view text)
{
    return !text.empty() && allOf(text, TargetByte);
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool equalsNoCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

bool lessNoCase(std::string_view a, std::string_view b)
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) < lower(y); });
}

bool startsWithNoCase(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && equalsNoCase(text.substr(0, start.size()), start);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::optional<std::string_view> nextListMember(std::string_view& rest)
{
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const std::string_view member = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        if (!member.empty())
            return member;
    }
    return std::nullopt;
}

} // namespace sallyport::http
