// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/palettesearch.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sallyport
{

namespace
{

constexpr qsizetype longestWord = 32; // of those that typing errors are looked for in

// Whether the typed word is the beginning of `word` but for so many letters wrong, missing, too many or swapped;
// the number of them, `most` + 1 when they are more.
int errors(QStringView typed, QStringView word, int most)
{
    word = word.left(std::min(longestWord, typed.size() + most));
    if (typed.size() > longestWord || word.size() + most < typed.size())
        return most + 1;
    std::array<std::array<int, longestWord + 1>, 3> rows{};
    for (qsizetype j = 0; j <= word.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (qsizetype j = 1; j <= word.size(); ++j) {
            const bool same = typed[i - 1] == word[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
    }
    const auto& last = rows[typed.size() % 3];
    return std::min(most + 1, *std::min_element(last.begin(), last.begin() + word.size() + 1));
}

// The letters stand in it in this order, the first of them first.
bool abbreviates(QStringView typed, QStringView text)
{
    if (typed.isEmpty() || text.isEmpty() || typed.front() != text.front())
        return false;
    qsizetype at = 0;
    for (const QChar letter : text) {
        if (at < typed.size() && typed[at] == letter)
            ++at;
    }
    return at == typed.size();
}

// The beginnings of the words of a text.
template <typename Each> void forEachWord(QStringView text, const Each& each)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i].isLetterOrNumber())
            continue;
        if (i > start)
            each(text.mid(start, i - start));
        start = i + 1;
    }
}

bool beginsAWord(const QString& word, const QString& text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

bool holdsWord(const QString& word, const QString& text)
{
    bool holds = false;
    forEachWord(text, [&](QStringView one) { holds = holds || one == word; });
    return holds;
}

} // namespace

PaletteSearch::Folded PaletteSearch::folded(const Name& name)
{
    return {name.text.toCaseFolded(), name.more.toCaseFolded()};
}

int PaletteSearch::literal(const QString& typed, const QStringList& words, const Folded& name)
{
    if (name.text == typed)
        return 100;
    if (name.text.startsWith(typed))
        return 90;
    if (beginsAWord(typed, name.text))
        return 80;
    if (name.text.contains(typed))
        return 70;
    int rank = 60;
    bool whole = true;
    for (const QString& word : words) {
        if (name.text.contains(word)) {
            whole = whole && holdsWord(word, name.text);
            continue;
        }
        if (!name.more.contains(word))
            return 0;
        rank = 50;
    }
    return whole ? rank + 5 : rank; // "client" is a word of Firewall Client, not of Firewall Clients
}

int PaletteSearch::nearly(const QStringList& words, const Folded& name)
{
    int wrong = 0;
    for (const QString& word : words) {
        const int most = word.size() < 4 ? 0 : word.size() < 8 ? 1 : 2;
        int least = most + 1;
        const auto look
            = [&least, &word, most](QStringView part) { least = std::min(least, errors(word, part, most)); };
        forEachWord(name.text, look);
        if (least > 0)
            forEachWord(name.more, look);
        if (least > most && !abbreviates(word, name.text))
            return 0;
        wrong += least;
    }
    return std::max(1, 40 - 5 * wrong);
}

QList<qsizetype> PaletteSearch::find(const QString& typed, const QList<Folded>& names, qsizetype limit)
{
    const QStringList words = typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    const QString whole = words.join(u' ');
    std::vector<std::pair<int, qsizetype>> found; // rank, index
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (const int rank = literal(whole, words, names.at(i)))
            found.emplace_back(rank, i);
    }
    const bool typingErrors = found.empty();
    for (qsizetype i = 0; typingErrors && i < names.size(); ++i) {
        if (const int rank = nearly(words, names.at(i)))
            found.emplace_back(rank, i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<qsizetype> indexes;
    for (const auto& [rank, index] : found) {
        if (indexes.size() == limit)
            break;
        indexes.append(index);
    }
    return indexes;
}

} // namespace sallyport
