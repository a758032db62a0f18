// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"

#include <QStringList>

#include <bit>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// People who know other products write a mask where the last address belongs. A range from a unicast address up to
// something that looks like a mask would call most of the Internet local, so it is never what was meant.
bool looksLikeMask(const IpAddress& first, const IpAddress& last)
{
    if (!first.isV4() || !last.isV4() || first.v4() >= 0xe0000000)
        return false;
    const std::uint32_t mask = last.v4();
    return mask >= 0xff000000 && std::countl_one(mask) + std::countr_zero(mask) == 32;
}

struct LatLine {
    std::optional<AddressRange> range;
    ErrorCode code = ErrorCode::InvalidValue;
    QString complaint;
};

LatLine parseLine(const QStringList& words)
{
    if (words.size() != 2)
        return {{}, ErrorCode::Syntax,
            u"A line holds two addresses, FROM and TO; this one has %1. Write a single address twice."_s.arg(
                words.size())};
    std::array<IpAddress, 2> ends;
    for (std::size_t i = 0; i < 2; ++i) {
        const std::optional<IpAddress> address = IpAddress::parse(words.at(static_cast<qsizetype>(i)));
        if (!address)
            return {{}, ErrorCode::InvalidValue,
                u"“%1” is no IP address. Write it like 192.0.2.1 or 2001:db8::1."_s.arg(
                    words.at(static_cast<qsizetype>(i)))};
        ends[i] = *address;
    }
    const auto& [first, last] = ends;
    if (first.isV4() != last.isV4())
        return {{}, ErrorCode::InvalidValue,
            u"%1 and %2 are of different kinds. Give both ends in IPv4 or both in IPv6."_s.arg(
                words.at(0), words.at(1))};
    if (looksLikeMask(first, last))
        return {{}, ErrorCode::InvalidValue,
            u"%1 looks like a mask. The second value is the last address of the range."_s.arg(words.at(1))};
    if (last < first)
        return {{}, ErrorCode::OutOfRange,
            u"%1 comes after %2. Write the lower address first; the second value is never a mask."_s.arg(
                words.at(0), words.at(1))};
    return {AddressRange{first, last}, {}, {}};
}

} // namespace

QByteArray writeLat(const QList<AddressRange>& ranges)
{
    QByteArray bytes;
    for (const AddressRange& range : ranges)
        bytes += range.first.toString().toLatin1() + '\t' + range.last.toString().toLatin1() + "\r\n";
    return bytes;
}

Result<Lat> readLat(const QByteArray& bytes)
{
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded)
        return decoded.error();
    Lat lat;
    IniScanner scanner(decoded->text);
    IniLine line;
    while (scanner.next(line)) {
        if (line.kind == IniLineKind::Blank || line.kind == IniLineKind::Comment)
            continue;
        const QString text = line.text.toString().simplified();
        const LatLine parsed = parseLine(text.split(u' '));
        if (parsed.range)
            lat.ranges.append(*parsed.range);
        else
            lat.problems.append(lineProblem(Severity::Error, parsed.code, line.number, parsed.complaint, text));
    }
    return lat;
}

} // namespace sallyport
