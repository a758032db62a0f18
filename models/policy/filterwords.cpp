// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/filterwords.h"

namespace sallyport
{

qsizetype FilterText::find(QStringView characters, qsizetype from) const
{
    while (from < text.size() && (quoted.at(from) || !characters.contains(text.at(from))))
        ++from;
    return from;
}

FilterText FilterText::stretch(qsizetype from, qsizetype end) const
{
    FilterText part{text.mid(from, end - from), quoted.mid(from, end - from), at.mid(from, end - from), {}, raw};
    for (const qsizetype opening : openings) {
        if (opening >= from && opening <= end) // at the end: nothing in quotes
            part.openings.append(opening - from);
    }
    return part;
}

FilterWords filterWords(const QString& text)
{
    FilterWords result;
    FilterText word;
    bool quoted = false;
    qsizetype start = 0;
    const auto end = [&](qsizetype at) {
        word.raw = text.mid(start, at - start);
        word.start = start;
        if (!word.isEmpty())
            result.words.append(word);
        word = {};
        start = at + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool doubled = quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"';
        if (c == u'"' && !doubled) {
            quoted = !quoted;
            if (quoted)
                word.openings.append(word.text.size());
        } else if (c.isSpace() && !quoted) {
            end(i);
        } else {
            i += doubled ? 1 : 0;
            word.text.append(c);
            word.quoted.append(quoted);
            word.at.append(i - start);
        }
    }
    end(text.size());
    result.isOpen = quoted;
    return result;
}

} // namespace sallyport
