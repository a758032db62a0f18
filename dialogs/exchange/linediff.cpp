// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/linediff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace sallyport
{

namespace
{

// The trace of every step is kept, so memory grows with the square of this.
constexpr int mostEdits = 3000;

void appendAll(QList<DiffLine>& result, LineKind kind, const QStringList& lines, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i)
        result.append({kind, lines.at(i)});
}

// The middle, between the common first and last lines.
void diffMiddle(QList<DiffLine>& result, const QStringList& a, qsizetype aFrom, qsizetype aTo, const QStringList& b,
    qsizetype bFrom, qsizetype bTo)
{
    // Equal lines have equal numbers: a million comparisons of numbers are nothing, of texts they are.
    QHash<QStringView, int> numbers;
    const auto numbered = [&numbers](const QStringList& lines, qsizetype from, qsizetype to) {
        std::vector<int> found;
        for (qsizetype i = from; i < to; ++i)
            found.push_back(numbers.emplace(lines.at(i), numbers.value(lines.at(i), int(numbers.size()))).value());
        return found;
    };
    const std::vector<int> aLines = numbered(a, aFrom, aTo);
    const std::vector<int> bLines = numbered(b, bFrom, bTo);
    const int n = int(aTo - aFrom);
    const int m = int(bTo - bFrom);
    const int most = std::min(n + m, mostEdits);
    std::vector<std::vector<int>> trace;
    std::vector<int> reach(2 * most + 3, 0);
    const auto at = [most](int k) { return static_cast<std::size_t>(k + most + 1); };
    int edits = -1;
    for (int d = 0; d <= most && edits < 0; ++d) {
        // Of the diagonals only those that this step looks at.
        trace.emplace_back(reach.begin() + at(-d - 1), reach.begin() + at(d + 1) + 1);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
            int x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            while (x < n && x - k < m && aLines[x] == bLines[x - k])
                ++x;
            reach[at(k)] = x;
            if (x >= n && x - k >= m) {
                edits = d;
                break;
            }
        }
    }
    if (edits < 0) {
        appendAll(result, LineKind::Removed, a, aFrom, aTo);
        appendAll(result, LineKind::Added, b, bFrom, bTo);
        return;
    }
    QList<DiffLine> backwards;
    int x = n;
    int y = m;
    for (int d = edits; d >= 0; --d) {
        const auto before = [&trace, d](int k) { return trace[d][static_cast<std::size_t>(k + d + 1)]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
        const int fromK = down ? k + 1 : k - 1;
        const int fromX = d == 0 ? 0 : before(fromK);
        const int fromY = d == 0 ? 0 : fromX - fromK;
        while (x > fromX && y > fromY && x > 0 && y > 0) {
            --x;
            --y;
            backwards.append({LineKind::Same, a.at(aFrom + x)});
        }
        if (d == 0)
            break;
        if (down)
            backwards.append({LineKind::Added, b.at(bFrom + --y)});
        else
            backwards.append({LineKind::Removed, a.at(aFrom + --x)});
    }
    std::reverse(backwards.begin(), backwards.end());
    result += backwards;
}

} // namespace

QList<DiffLine> diffLines(const QStringList& before, const QStringList& after)
{
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
        && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    QList<DiffLine> result;
    appendAll(result, LineKind::Same, before, 0, head);
    diffMiddle(result, before, head, before.size() - tail, after, head, after.size() - tail);
    appendAll(result, LineKind::Same, before, before.size() - tail, before.size());
    return result;
}

int changedLines(const QList<DiffLine>& lines)
{
    return int(
        std::count_if(lines.begin(), lines.end(), [](const DiffLine& line) { return line.kind != LineKind::Same; }));
}

QString differenceText(const QList<DiffLine>& lines)
{
    QString text;
    for (const DiffLine& line : lines) {
        const char sign = line.kind == LineKind::Added ? '+' : line.kind == LineKind::Removed ? '-' : ' ';
        text += QLatin1Char(sign) + line.text + QLatin1Char('\n');
    }
    return text;
}

QList<DiffLine> withoutFarLines(const QList<DiffLine>& lines, int context)
{
    QList<bool> near(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == LineKind::Same)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - context); j <= std::min<qsizetype>(lines.size() - 1, i + context);
             ++j)
            near[j] = true;
    }
    QList<DiffLine> result;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (near.at(i))
            result.append(lines.at(i));
        else if (i == 0 || near.at(i - 1))
            result.append({LineKind::Same, QStringLiteral("…")});
    }
    return result;
}

} // namespace sallyport
