// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/sessionfilter.h"

// How a filter chooses groups of sessions: by a word that names whole values of one field, such as program:"icq"|"msn".
// Other words of the same field are none of that: program:ic, -program:"icq". Pure functions.
namespace sallyport
{

// The terms that choose groups of the field, and the filter without them.
QList<Filter::Term> groupTerms(const SessionFilter& filter, const QString& field);
SessionFilter withoutGroups(const SessionFilter& filter, const QString& field);
// Whether all of the terms find a session whose field holds that.
bool isChosen(const QList<Filter::Term>& terms, const Filter::Field& field, const QString& value);
// The text of a filter with the words that choose groups of the field replaced by one that chooses these, or taken away
// when there are none. What else is typed stays as it is.
QString withGroups(
    const QString& text, const QList<Filter::Field>& fields, const QString& field, const QStringList& values);

} // namespace sallyport
