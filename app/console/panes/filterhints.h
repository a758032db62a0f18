// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/filterfields.h"

namespace sallyport
{

// What a filter field knows of its list. Both may be asked on every key.
struct FilterSource {
    std::function<QList<Filter::Field>()> fields;
    std::function<ValueCounts(const QString& field)> values; // of texts, programs and ports
};

// How the word that is being typed may go on.
struct FilterHint {
    QString shown;
    QString about; // a sentence; may be empty
    QString word; // that takes its place
};

constexpr qsizetype mostHints = 12;

// For what stands before the cursor: the fields that begin as its last word does, or the values of the field that it
// names, most frequent first. `all`: every field where no word is begun.
QList<FilterHint> filterHints(const QString& text, const FilterSource& source, bool all = false);
// The name of the field whose beginning the last word is, as long as it is typed; empty for none.
QString fieldBegun(const QString& text, const QList<Filter::Field>& fields);
// The language and the words of a list, as rich text.
QString filterHelp(const QList<Filter::Field>& fields);

} // namespace sallyport
