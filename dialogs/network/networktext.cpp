// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/networktext.h"

#include "models/policy/hostnames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace sallyport
{

namespace
{

std::optional<AddressRange> network(const IpAddress& address, int prefix)
{
    const int skipped = address.isV4() ? 96 : 0; // an IPv4 address is kept in the last 32 of 128 bits
    const int bits = skipped + prefix;
    if (prefix < 0 || bits > 128)
        return std::nullopt;
    std::array<std::uint8_t, 16> first = address.bytes();
    std::array<std::uint8_t, 16> last = first;
    for (int bit = bits; bit < 128; ++bit) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> (bit % 8));
        first[bit / 8] = static_cast<std::uint8_t>(first[bit / 8] & ~mask);
        last[bit / 8] = static_cast<std::uint8_t>(last[bit / 8] | mask);
    }
    return AddressRange{IpAddress::fromV6(first), IpAddress::fromV6(last)};
}

std::optional<AddressRange> parseRange(const QString& line)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9a-fA-F.:]+)(?:(?:\\s*-\\s*|\\s+)([0-9a-fA-F.:]+)|/([0-9]{1,3}))?$"));
    const QRegularExpressionMatch match = form.match(line);
    const auto first = IpAddress::parse(match.capturedView(1));
    if (!match.hasMatch() || !first)
        return std::nullopt;
    if (match.hasCaptured(3))
        return network(*first, match.captured(3).toInt());
    const auto last = match.hasCaptured(2) ? IpAddress::parse(match.capturedView(2)) : first;
    if (!last || *last < *first || first->isV4() != last->isV4())
        return std::nullopt;
    return AddressRange{*first, *last};
}

} // namespace

AddressLines parseAddressLines(const QString& text)
{
    AddressLines result;
    int number = 0;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char(';')))
            continue;
        if (const auto range = parseRange(line)) {
            result.ranges.append(*range);
        } else if (result.wrongLine == 0) {
            result.wrongLine = number;
            result.wrongText = line.left(60);
        }
    }
    return result;
}

QString addressLinesText(const QList<AddressRange>& ranges)
{
    QStringList lines;
    for (const AddressRange& range : ranges)
        lines.append(range.first.toString() + QLatin1Char(' ') + range.last.toString());
    return lines.join(QLatin1Char('\n'));
}

QList<AddressRange> tidied(QList<AddressRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    QList<AddressRange> result;
    for (const AddressRange& range : std::as_const(ranges)) {
        const auto after = result.isEmpty() ? std::nullopt : result.last().last.next();
        const bool joins = !result.isEmpty() && result.last().first.isV4() == range.first.isV4()
            && (range.first <= result.last().last || (after && *after == range.first));
        if (joins)
            result.last().last = std::max(result.last().last, range.last);
        else
            result.append(range);
    }
    return result;
}

qsizetype firstOverlap(const QList<AddressRange>& ranges)
{
    QList<qsizetype> order(ranges.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return ranges.at(a) < ranges.at(b); });
    qsizetype found = -1;
    qsizetype widest = -1; // the earlier range that reaches furthest
    for (const qsizetype i : std::as_const(order)) {
        if (widest >= 0 && ranges.at(i).first <= ranges.at(widest).last) {
            const qsizetype later = std::max(i, widest);
            found = found < 0 ? later : std::min(found, later);
        }
        if (widest < 0 || ranges.at(widest).last < ranges.at(i).last)
            widest = i;
    }
    return found;
}

DomainLines parseDomainLines(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    DomainLines result;
    QSet<QString> seen;
    for (const QString& piece : text.split(separators, Qt::SkipEmptyParts)) {
        const QStringView name
            = piece.startsWith(QLatin1StringView("*.")) ? QStringView(piece).mid(2) : QStringView(piece);
        if (!isHostName(name)) {
            if (result.wrong.isEmpty())
                result.wrong = piece.left(60);
            continue;
        }
        if (seen.contains(piece.toCaseFolded()) && result.doubled.isEmpty())
            result.doubled = piece;
        seen.insert(piece.toCaseFolded());
        result.domains.append(piece);
    }
    return result;
}

} // namespace sallyport
