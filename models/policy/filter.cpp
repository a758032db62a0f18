// SPDX-License-Identifier: GPL-3.0-or-later
// How a filter is read.
#include "models/policy/filter.h"

#include "models/base/fault.h"
#include "models/base/ipaddress.h"
#include "models/base/visibletext.h"
#include "models/policy/filtervalues.h"
#include "models/policy/filterwords.h"
#include "models/policy/programname.h"

#include <algorithm>
#include <optional>

namespace sallyport
{

namespace
{

using Field = Filter::Field;
using Fit = Filter::Fit;
using Kind = Filter::Field::Kind;
using Naming = Filter::Naming;

Error error(Fault fault, const QStringList& words = {})
{
    return makeError(fault, QStringLiteral("filter"), words);
}

Error tooLong()
{
    return error(Fault::FilterTooLong, {QString::number(Filter::mostCharacters), QString::number(Filter::mostValues)});
}

// Whether it may be an address, with or without a port, or the beginning of one: these are full of colons.
bool isLikeAddress(const QString& word)
{
    static const QString characters = QStringLiteral("0123456789abcdefABCDEF:.[]");
    return IpAddress::parse(QStringView(word))
        || std::all_of(word.begin(), word.end(), [](QChar c) { return characters.contains(c); });
}

QString namesOf(const QList<Field>& fields)
{
    QStringList names;
    for (const Field& field : fields)
        names.append(field.shownName());
    return names.join(QStringLiteral(", "));
}

// Takes < <= > >= off the beginning; nothing when there is none.
std::optional<Fit> takeComparison(FilterText& rest)
{
    const bool less = rest.isPlain(0, u'<');
    if (!less && !rest.isPlain(0, u'>'))
        return std::nullopt;
    const bool orEqual = rest.isPlain(1, u'=');
    rest = rest.stretch(orEqual ? 2 : 1, rest.text.size());
    if (less)
        return orEqual ? Fit::LessOrEqual : Fit::Less;
    return orEqual ? Fit::GreaterOrEqual : Fit::Greater;
}

// Outside quotes * stands for anything; nothing when there is none.
QStringList patternParts(const FilterText& typed)
{
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype at = typed.find(u"*"); at < typed.text.size(); at = typed.find(u"*", from)) {
        parts.append(Filter::folded(typed.text.mid(from, at - from)));
        from = at + 1;
    }
    if (!parts.isEmpty())
        parts.append(Filter::folded(typed.text.mid(from)));
    return parts;
}

Filter::Value textValue(const FilterText& typed, bool exact, Kind kind)
{
    Filter::Value value;
    value.text = Filter::folded(typed.text);
    if (exact) {
        value.fit = Fit::Exact;
        if (kind == Kind::Program)
            value.key = programKey(typed.text);
        const auto address = IpAddress::parse(QStringView(typed.text));
        value.address = address ? Filter::folded(address->toString()) : QString();
    } else if (QStringList parts = patternParts(typed); !parts.isEmpty()) {
        value.fit = Fit::Pattern;
        value.parts = std::move(parts);
    }
    return value;
}

// A port as it is shown, or digits with * for any others.
Result<Filter::Value> portValue(const FilterText& typed, const Field& field, bool exact)
{
    Filter::Value value = textValue(typed, exact, field.kind);
    const bool isPattern = value.fit == Fit::Pattern;
    const auto isPart = [isPattern](QChar c) { return (c >= u'0' && c <= u'9') || (isPattern && c == u'*'); };
    bool ok = isPattern;
    if (!isPattern)
        value.text = QString::number(typed.text.toUShort(&ok));
    if (!ok || typed.text.size() > 5 + typed.text.count(u'*')
        || !std::all_of(typed.text.begin(), typed.text.end(), isPart))
        return error(Fault::FilterNotPort, {field.name, visibleText(typed.text)});
    value.fit = isPattern ? Fit::Pattern : Fit::Exact;
    return value;
}

Result<Filter::Value> valueOf(const FilterText& typed, const Field& field, bool exact, std::optional<Fit> comparison)
{
    if (field.kind == Kind::Text || field.kind == Kind::Program)
        return textValue(typed, exact, field.kind);
    if (field.kind == Kind::Time)
        return filterTime(typed.text, field, comparison.value_or(Fit::Exact), exact);
    if (comparison)
        return filterNumber(typed.text, field, *comparison, exact);
    if (field.kind == Kind::Port)
        return portValue(typed, field, exact);
    const Filter::Value text = textValue(typed, exact, field.kind);
    return text.fit == Fit::Pattern ? Result<Filter::Value>(text) : filterNumber(typed.text, field, Fit::Exact, exact);
}

QString exampleOf(Kind kind)
{
    switch (kind) {
    case Kind::Bytes:
        return QStringLiteral("1MB");
    case Kind::Rate:
        return QStringLiteral("1MB/s");
    case Kind::Time:
        return QStringLiteral("5m");
    default:
        return QStringLiteral("5");
    }
}

// What a word says of a field, or of any where that is null.
struct Reading {
    const Field* field = nullptr;
    bool exact = false; // all of its values
    std::optional<Fit> comparison;
    FilterText values; // parted by |
    QString text; // the word with the field's first name
};

// The word with another name before its separator, the quotes in pairs.
QString renamed(const FilterText& word, qsizetype begin, qsizetype separator, const QString& name)
{
    const qsizetype from = begin > 0 ? word.at.at(begin - 1) + 1 : 0;
    const qsizetype start = word.isQuotedAt(begin) ? from + 1 : from;
    const qsizetype end = word.at.at(separator);
    const bool isOdd = word.raw.mid(start, end - start).count(u'"') % 2 != 0;
    return word.raw.left(start) + name + (isOdd ? QStringLiteral("\"") : QString()) + word.raw.mid(end);
}

// `begin`: behind a minus.
Result<Reading> read(const FilterText& word, qsizetype begin, const QList<Field>& fields, Naming naming)
{
    const bool isQuoted = word.isQuotedAt(begin);
    const QString body = word.text.mid(begin);
    const auto named = [&](qsizetype end, Naming how) {
        return Filter::fieldNamed(word.text.mid(begin, end - begin).toCaseFolded(), fields, how);
    };
    const qsizetype colon = word.text.indexOf(u':', begin);
    const qsizetype comparison = word.find(u"<>", begin);
    Reading reading;
    qsizetype separator = -1;
    if (comparison < word.text.size() && (colon < 0 || comparison < colon)) {
        const Field* field = named(comparison, naming);
        const bool isWhole = named(comparison, Naming::Whole) != nullptr;
        // "evil<U+202E>" is how a name is shown.
        const bool isShown = word.text.mid(comparison, 3).compare(QStringLiteral("<U+"), Qt::CaseInsensitive) == 0;
        const QString name = word.text.mid(begin, comparison - begin);
        const bool isName
            = name.size() > 1 && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
        if (!named(comparison, Naming::Beginning) && isName && !isShown && !isQuoted)
            return error(Fault::FilterFieldUnknown, {visibleText(name), namesOf(fields)});
        if (field && isWhole && !isShown && !field->isComparable())
            return error(Fault::FilterNotComparable, {field->name});
        if (field && !isShown && field->isComparable()) {
            reading.field = field;
            separator = comparison;
        }
    }
    if (!reading.field && colon > begin) {
        const bool isAddress = IpAddress::parse(QStringView(body)).has_value();
        reading.field = named(colon, isQuoted || isAddress ? Naming::Whole : naming);
        if (!reading.field && !isQuoted && !isLikeAddress(body))
            return error(
                Fault::FilterFieldUnknown, {visibleText(word.text.mid(begin, colon - begin)), namesOf(fields)});
        separator = colon;
    }
    if (!reading.field) {
        reading.values = word.stretch(begin, word.text.size());
        reading.text = word.raw;
        return reading;
    }
    reading.text = renamed(word, begin, separator, reading.field->name);
    reading.values = word.stretch(separator == colon ? separator + 1 : separator, word.text.size());
    if (reading.field->isComparable())
        reading.comparison = takeComparison(reading.values);
    if (!reading.comparison && reading.values.text.startsWith(u'=') && !reading.values.isQuotedAt(0)) {
        reading.exact = true;
        reading.values = reading.values.stretch(1, reading.values.text.size());
    }
    return reading;
}

// A bare word of one letter, negated, hides most of what there is; who writes it is about to write more.
bool isTooShort(const Filter::Term& term, const FilterText& values)
{
    return term.field.isEmpty() && term.negated && values.openings.isEmpty() && values.text.size() == 1
        && values.text.front().unicode() < 0x80;
}

Result<Filter::Term> termOf(const Reading& reading, bool negated)
{
    static const Field any;
    const Field& field = reading.field ? *reading.field : any;
    Filter::Term term;
    term.field = field.name;
    term.negated = negated;
    const FilterText& all = reading.values;
    const auto halfWord = [&reading] { return error(Fault::FilterWordMissing, {visibleText(reading.text)}); };
    for (qsizetype from = 0; from <= all.text.size();) {
        const qsizetype end = all.find(u"|", from);
        const FilterText one = all.stretch(from, end);
        if (one.isEmpty() && reading.comparison)
            return error(Fault::FilterNumberMissing, {field.name, exampleOf(field.kind)});
        if (one.isEmpty() || (!reading.field && one.text.isEmpty()))
            return reading.field ? error(Fault::FilterValueMissing, {field.name}) : halfWord();
        const bool exact = reading.field && (reading.exact || one.isQuotedAt(0));
        const auto value = valueOf(one, field, exact, reading.comparison);
        if (!value)
            return value.error();
        term.values.append(*value);
        from = end + 1;
    }
    return isTooShort(term, all) ? Result<Filter::Term>(halfWord()) : term;
}

} // namespace

QString Field::shownName() const
{
    const QString own = nameOf(title);
    const bool isWord = !own.isEmpty() && std::all_of(own.begin(), own.end(), [](QChar c) { return c.isLetter(); });
    return isWord && goesBy(own) ? own : name;
}

const Field* Filter::fieldNamed(const QString& name, const QList<Field>& fields, Naming naming)
{
    const auto whole
        = std::find_if(fields.begin(), fields.end(), [&name](const Field& field) { return field.goesBy(name); });
    if (whole != fields.end())
        return &*whole;
    if (naming == Naming::Whole || name.isEmpty())
        return nullptr;
    const auto begun = std::find_if(fields.begin(), fields.end(), [&name](const Field& field) {
        return field.name.startsWith(name)
            || std::any_of(field.others.begin(), field.others.end(),
                [&name](const QString& other) { return other.startsWith(name); });
    });
    return begun == fields.end() ? nullptr : &*begun;
}

Result<Filter> Filter::parse(const QString& text, const QList<Field>& fields, Naming naming)
{
    if (text.size() > mostCharacters)
        return tooLong();
    const FilterWords typed = filterWords(text);
    if (typed.isOpen)
        return error(Fault::FilterQuoteOpen);
    Filter filter;
    QStringList texts;
    qsizetype values = 0;
    for (const FilterText& word : typed.words) {
        const bool negated = word.isPlain(0, u'-') && !word.isQuotedAt(0);
        const Result<Reading> reading = read(word, negated ? 1 : 0, fields, naming);
        if (!reading)
            return reading.error();
        const bool saysNothing = !reading->field && reading->values.text.isEmpty() && !reading->values.isEmpty();
        if (saysNothing)
            continue;
        const Result<Term> term = termOf(*reading, negated);
        if (!term)
            return term.error();
        values += term->values.size();
        if (values > mostValues)
            return tooLong();
        filter.terms.append(*term);
        texts.append(reading->text);
    }
    filter.text = texts.join(u' ');
    return filter;
}

QString Filter::word(const QString& field, const QString& value, bool negated)
{
    return QStringLiteral("%1%2:\"%3\"")
        .arg(negated ? QStringLiteral("-") : QString(), field,
            QString(value).replace(QStringLiteral("\""), QStringLiteral("\"\"")));
}

} // namespace sallyport
