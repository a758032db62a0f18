// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/networktext.h"

#include "models/policy/hostnames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace sallyport
{

Lat parseAddressLines(const QString& text)
{
    Result<Lat> lat = readLat(text.toUtf8());
    return lat ? *std::move(lat) : Lat{{}, {Problem{Severity::Error, lat.error(), {}, 0}}};
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

bool DomainLines::has(DomainProblem::Kind kind) const
{
    return std::any_of(
        problems.begin(), problems.end(), [kind](const DomainProblem& problem) { return problem.kind == kind; });
}

DomainLines parseDomainLines(const QString& text)
{
    using Kind = DomainProblem::Kind;
    static const QRegularExpression separators(QStringLiteral("[,;]"));
    DomainLines result;
    QSet<QString> written;
    QSet<QString> suffixes;
    int number = 0;
    for (const QString& line : text.split(u'\n')) {
        ++number;
        for (const QString& part : line.split(separators)) {
            const QString piece = part.trimmed();
            if (piece.isEmpty())
                continue;
            const QString suffix = domainSuffix(piece);
            if (suffix.isEmpty()) {
                result.problems.append({Kind::Wrong, number, piece.left(60)});
                continue;
            }
            if (written.contains(piece.toCaseFolded()))
                result.problems.append({Kind::Doubled, number, piece});
            else if (suffixes.contains(suffix))
                result.problems.append({Kind::Covered, number, piece});
            written.insert(piece.toCaseFolded());
            suffixes.insert(suffix);
            result.domains.append(piece);
        }
    }
    return result;
}

} // namespace sallyport
