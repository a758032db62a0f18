// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/ports.h"

#include "models/base/fault.h"

#include <QStringTokenizer>

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport
{

namespace
{

Result<PortRange> parseRange(QStringView item)
{
    const auto fault = [item](Fault what) { return makeError(what, {}, {item.toString()}); };
    if (item.isEmpty())
        return makeError(Fault::PortExpected, {});
    const qsizetype dash = item.indexOf(QLatin1Char('-'));
    const std::optional<int> first = parsePort(item.left(dash < 0 ? item.size() : dash).trimmed());
    const std::optional<int> last = dash < 0 ? first : parsePort(item.mid(dash + 1).trimmed());
    if (!first || !last)
        return fault(Fault::NotPorts);
    if (*first > *last)
        return fault(Fault::PortsBackwards);
    if (*first == 0 && *last > 0)
        return fault(Fault::PortsFromAny);
    return PortRange{*first, *last};
}

void appendPort(QString& text, int port)
{
    std::array<char, 8> digits;
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), port).ptr;
    text += QLatin1StringView(digits.data(), end - digits.data());
}

} // namespace

std::optional<int> parsePort(QStringView text)
{
    if (text.isEmpty() || text.size() > 5)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= 65535 ? std::optional(value) : std::nullopt;
}

Result<QList<PortRange>> parsePortList(QStringView text)
{
    QList<PortRange> ranges;
    for (const QStringView item : qTokenize(text, u',')) {
        const Result<PortRange> range = parseRange(item.trimmed());
        if (!range)
            return range.error();
        ranges.append(*range);
    }
    std::sort(ranges.begin(), ranges.end(), [](const PortRange& a, const PortRange& b) { return a.first < b.first; });
    auto joined = ranges.begin();
    for (auto range = joined + 1; range < ranges.end(); ++range) {
        if (range->first <= joined->last)
            joined->last = std::max(joined->last, range->last);
        else
            *++joined = *range;
    }
    ranges.erase(joined + 1, ranges.end());
    return ranges;
}

QString portListText(const QList<PortRange>& ranges)
{
    QString text;
    text.reserve(ranges.size() * 13);
    for (const PortRange& range : ranges) {
        if (!text.isEmpty())
            text += QLatin1StringView(", ");
        appendPort(text, range.first);
        if (range.first != range.last) {
            text += u'-';
            appendPort(text, range.last);
        }
    }
    return text;
}

std::optional<int> commonPort(const QList<PortRange>& a, const QList<PortRange>& b)
{
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        const int first = std::max(left->first, right->first);
        if (first <= std::min(left->last, right->last))
            return first;
        if (left->last < right->last)
            ++left;
        else
            ++right;
    }
    return std::nullopt;
}

} // namespace sallyport
