// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/addressmask.h"

#include <bit>

namespace sallyport
{

namespace
{

constexpr std::uint32_t firstGroup = 0xe0000000; // multicast and reserved: no unicast range ends there

// How many bits of a network the mask leaves fixed, -1 when it is none.
int maskBits(std::uint32_t mask)
{
    return std::countl_one(mask) + std::countr_zero(mask) == 32 ? std::countl_one(mask) : -1;
}

} // namespace

std::optional<AddressRange> networkOf(const IpAddress& address, int bits)
{
    const int skipped = address.isV4() ? 96 : 0; // an IPv4 address is kept in the last 32 of 128 bits
    if (bits < 0 || skipped + bits > 128)
        return std::nullopt;
    std::array<std::uint8_t, 16> first = address.bytes();
    std::array<std::uint8_t, 16> last = first;
    for (int bit = skipped + bits; bit < 128; ++bit) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> (bit % 8));
        const auto byte = static_cast<std::size_t>(bit / 8);
        first[byte] = static_cast<std::uint8_t>(first[byte] & ~mask);
        last[byte] = static_cast<std::uint8_t>(last[byte] | mask);
    }
    return AddressRange{IpAddress::fromV6(first), IpAddress::fromV6(last)};
}

QString everythingText(const AddressRange& range)
{
    for (const char* start : {"0.0.0.0", "::"}) {
        const auto first = IpAddress::parse(std::string_view(start));
        const auto whole = networkOf(*first, 0);
        if (whole && range == *whole)
            return QLatin1StringView(start) + QStringLiteral("/0");
    }
    return {};
}

QStringList meantByMask(const AddressRange& written)
{
    const auto& [first, second] = written;
    if (!everythingText(written).isEmpty())
        return {};
    if (!first.isV4() || !second.isV4() || first.v4() >= firstGroup)
        return {};
    int bits = -1;
    if (second.v4() >= firstGroup)
        bits = maskBits(second.v4());
    else if (second < first) // the inverse, as access lists of routers have it
        bits = maskBits(~second.v4());
    const auto meant = networkOf(first, bits);
    if (!meant)
        return {};
    return {second.toString(), QString(meant->first.toString() + u' ' + meant->last.toString()),
        QString(meant->first.toString() + u'/' + QString::number(bits))};
}

} // namespace sallyport
