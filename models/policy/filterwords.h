// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QString>

namespace sallyport
{

// A word of a filter, or a stretch of it, without the quotes that it was typed with.
struct FilterText {
    QString text;
    QList<bool> quoted; // of each character
    QList<qsizetype> at; // of each character: where it stands in `raw`
    QList<qsizetype> openings; // places in `text` before which a quote was opened
    QString raw;
    qsizetype start = 0; // where the word began in the filter

    bool isPlain(qsizetype i, char16_t c) const { return i < text.size() && text.at(i) == c && !quoted.at(i); }
    bool isEmpty() const { return text.isEmpty() && openings.isEmpty(); }
    bool isQuotedAt(qsizetype i) const { return openings.contains(i); }
    // The first such character outside quotes, or the end.
    qsizetype find(QStringView characters, qsizetype from = 0) const;
    FilterText stretch(qsizetype from, qsizetype end) const;
};

// Splits at spaces outside double quotes; two quotes inside quotes are one of the text. An open quote runs to the end.
struct FilterWords {
    QList<FilterText> words;
    bool isOpen = false; // a quote is
};
FilterWords filterWords(const QString& text);

} // namespace sallyport
