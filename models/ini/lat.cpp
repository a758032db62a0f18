// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"

#include <QStringList>

#include <bit>

namespace sallyport
{

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

Result<AddressRange> parseLine(const QStringList& words)
{
    if (words.size() != 2)
        return makeError(Fault::LatNotTwoAddresses, {}, {QString::number(words.size())});
    std::array<IpAddress, 2> ends;
    for (std::size_t i = 0; i < 2; ++i) {
        const QString& word = words.at(static_cast<qsizetype>(i));
        const std::optional<IpAddress> address = IpAddress::parse(word);
        if (!address)
            return makeError(Fault::LatNotAddress, {}, {word});
        ends[i] = *address;
    }
    const auto& [first, last] = ends;
    if (first.isV4() != last.isV4())
        return makeError(Fault::LatMixed, {}, words);
    if (looksLikeMask(first, last))
        return makeError(Fault::LatMask, {}, {words.at(1)});
    if (last < first)
        return makeError(Fault::LatBackwards, {}, words);
    return AddressRange{first, last};
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
        const Result<AddressRange> range = parseLine(text.split(u' '));
        if (range)
            lat.ranges.append(*range);
        else
            appendReaderProblem(lat.problems,
                lineProblem(Severity::Error, line.number, range.error().fault, range.error().arguments, text));
    }
    return lat;
}

} // namespace sallyport
