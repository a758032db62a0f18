// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"
#include "models/policy/addressmask.h"

#include <QStringList>

#include <algorithm>

namespace sallyport
{

namespace
{

Result<IpAddress> parseAddress(const QString& word)
{
    if (const std::optional<IpAddress> address = IpAddress::parse(word))
        return *address;
    return makeError(Fault::LatNotAddress, {}, {word.left(60)});
}

// "10.0.0.0/8"
Result<AddressRange> parseNetwork(const QString& word)
{
    const qsizetype slash = word.indexOf(u'/');
    const auto address = parseAddress(word.first(slash));
    if (!address)
        return address.error();
    bool ok = false;
    const auto range = networkOf(*address, word.sliced(slash + 1).toInt(&ok));
    if (!ok || !range)
        return makeError(Fault::LatNotAddress, {}, {word.left(60)});
    return *range;
}

Result<AddressRange> parseLine(const QString& line)
{
    // An end that is missing is not the other one.
    if (line.startsWith(u'-') || line.endsWith(u'-'))
        return makeError(Fault::LatNotAddress, {}, {line.left(60)});
    QString text = line;
    text.replace(u'-', u' ');
    const QStringList words = text.simplified().split(u' ');
    if (words.size() == 1 && words.first().contains(u'/'))
        return parseNetwork(words.first());
    if (words.size() > 2)
        return makeError(Fault::LatNotTwoAddresses, {}, {QString::number(words.size())});
    const auto first = parseAddress(words.first());
    const auto last = parseAddress(words.last());
    if (!first || !last)
        return first ? last.error() : first.error();
    if (first->isV4() != last->isV4())
        return makeError(Fault::LatMixed, {}, words);
    const AddressRange range{*first, *last};
    if (const QStringList meant = words.size() == 2 ? meantByMask(range) : QStringList(); !meant.isEmpty())
        return makeError(Fault::RangeMask, {}, meant);
    if (*last < *first)
        return makeError(Fault::LatBackwards, {}, words);
    return range;
}

// Without what stands behind ';' or '#'.
QString withoutComment(QStringView line)
{
    const auto mark = std::find_if(line.begin(), line.end(), [](QChar c) { return c == u';' || c == u'#'; });
    return QStringView(line.begin(), mark).toString().simplified();
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
        const QString text = line.kind == IniLineKind::Blank ? QString() : withoutComment(line.text);
        if (text.isEmpty())
            continue;
        const Result<AddressRange> range = parseLine(text);
        if (range) {
            lat.ranges.append(*range);
            lat.lines.append(line.number);
        } else {
            appendReaderProblem(lat.problems,
                lineProblem(Severity::Error, line.number, range.error().fault, range.error().arguments, text));
        }
    }
    return lat;
}

} // namespace sallyport
