// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/groupwords.h"

#include "models/base/visibletext.h"
#include "models/policy/filterwords.h"

#include <algorithm>

namespace sallyport
{

namespace
{

bool choosesGroups(const Filter::Term& term, const QString& field)
{
    return term.field == field && !term.negated
        && std::all_of(term.values.begin(), term.values.end(),
            [](const Filter::Value& value) { return value.fit == Filter::Fit::Exact; });
}

} // namespace

QList<Filter::Term> groupTerms(const SessionFilter& filter, const QString& field)
{
    QList<Filter::Term> terms;
    std::copy_if(filter.terms.begin(), filter.terms.end(), std::back_inserter(terms),
        [&field](const Filter::Term& term) { return choosesGroups(term, field); });
    return terms;
}

SessionFilter withoutGroups(const SessionFilter& filter, const QString& field)
{
    SessionFilter rest;
    std::copy_if(filter.terms.begin(), filter.terms.end(), std::back_inserter(rest.terms),
        [&field](const Filter::Term& term) { return !choosesGroups(term, field); });
    return rest;
}

bool isChosen(const QList<Filter::Term>& terms, const Filter::Field& field, const QString& value)
{
    return std::all_of(terms.begin(), terms.end(), [&](const Filter::Term& term) {
        switch (field.kind) {
        case Filter::Field::Kind::Program:
            return term.findsProgram(value, Filter::folded(value));
        case Filter::Field::Kind::Port:
            return term.findsPort(value.toUShort());
        default:
            return term.finds(Filter::folded(value));
        }
    });
}

QString withGroups(
    const QString& text, const QList<Filter::Field>& fields, const QString& field, const QStringList& values)
{
    QString word;
    for (const QString& value : values) {
        const QString one = Filter::word(field, visibleText(value));
        word += word.isEmpty() ? one : QString(u'|' + one.mid(field.size() + 1));
    }
    QStringList kept;
    const FilterWords typed = filterWords(text);
    for (const FilterText& one : typed.words) {
        const auto read = SessionFilter::parse(one.raw, fields, Filter::Naming::Beginning);
        if (!read || groupTerms(*read, field).isEmpty()) {
            kept.append(one.raw);
        } else if (!word.isEmpty()) {
            kept.append(word); // where the first of them stood
            word.clear();
        }
    }
    if (typed.isOpen && !kept.isEmpty() && kept.last() == typed.words.last().raw)
        kept.last().append(u'"');
    if (!word.isEmpty())
        kept.append(word);
    return kept.join(u' ');
}

} // namespace sallyport
