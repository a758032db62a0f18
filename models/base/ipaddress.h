// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport
{

// An IPv4 or IPv6 address as a value; no sockets, no platform headers. IPv4 is kept in its mapped form
// (::ffff:a.b.c.d, RFC 4291 section 2.5.5.2), so that order and equality are one comparison of 16 bytes.
class IpAddress
{
public:
    IpAddress() = default; // "::", which isNull() tells
    static IpAddress fromV4(std::uint32_t hostOrder);
    static IpAddress fromV6(const std::array<std::uint8_t, 16>& networkOrder);

    // Strict: four decimal octets without leading zeros, or RFC 4291 text without zone or brackets. Nothing else.
    static std::optional<IpAddress> parse(std::string_view text);
    static std::optional<IpAddress> parse(QStringView text);

    bool isNull() const { return *this == IpAddress(); }
    bool isV4() const;
    std::uint32_t v4() const; // host order; meaningful when isV4()
    const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    // The address after this one; the last address has none.
    std::optional<IpAddress> next() const;

    // RFC 5952 text, as every function here gives it. write() puts it into `text` and allocates nothing.
    using Text = std::array<char, 40>; // as long as any
    std::string_view write(Text& text) const;
    QString toString() const;
    std::string toStdString() const;

    auto operator<=>(const IpAddress&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

// first <= last, both of one family; what a LAT pair or an address entry holds.
struct AddressRange {
    IpAddress first;
    IpAddress last;

    bool contains(const IpAddress& address) const { return first <= address && address <= last; }
    auto operator<=>(const AddressRange&) const = default;
};

} // namespace sallyport
