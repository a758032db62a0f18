// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/filter.h"

#include "models/base/fault.h"
#include "models/base/ipaddress.h"
#include "models/base/visibletext.h"
#include "models/policy/programname.h"

#include <algorithm>
#include <optional>

namespace sallyport
{

namespace
{

using Field = Filter::Field;

struct FilterWord {
    QString text; // without its quotes
    qsizetype quote = -1; // where the first of them stood
};

// Splits at spaces outside double quotes. An open quote runs to the end: the user is typing.
QList<FilterWord> words(const QString& text)
{
    QList<FilterWord> result;
    FilterWord word;
    bool quoted = false;
    const auto end = [&] {
        if (!word.text.isEmpty() || word.quote >= 0)
            result.append(word);
        word = {};
    };
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
            if (word.quote < 0)
                word.quote = word.text.size();
        } else if (c.isSpace() && !quoted) {
            end();
        } else {
            word.text.append(c);
        }
    }
    end();
    return result;
}

// Whether it may be an address, with or without a port, or the beginning of one: these are full of colons.
bool isLikeAddress(const QString& word)
{
    static const QString characters = QStringLiteral("0123456789abcdefABCDEF:.[]");
    return IpAddress::parse(QStringView(word))
        || std::all_of(word.begin(), word.end(), [](QChar c) { return characters.contains(c); });
}

bool fitsPattern(QStringView text, QStringView pattern)
{
    const QList<QStringView> parts = pattern.split(u'*');
    if (!text.startsWith(parts.first()))
        return false;
    qsizetype from = parts.first().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype at = text.indexOf(parts.at(i), from);
        if (at < 0)
            return false;
        from = at + parts.at(i).size();
    }
    return text.size() - from >= parts.last().size() && text.endsWith(parts.last());
}

// The field that stands before the colon of a word; null when it names none.
const Field* fieldNamed(const QString& head, const QString& word, const QList<Field>& fields, Filter::Naming naming)
{
    const auto whole
        = std::find_if(fields.begin(), fields.end(), [&head](const Field& field) { return field.name == head; });
    if (whole != fields.end())
        return &*whole;
    if (naming == Filter::Naming::Whole || head.isEmpty() || IpAddress::parse(QStringView(word)))
        return nullptr;
    const auto begun = std::find_if(
        fields.begin(), fields.end(), [&head](const Field& field) { return field.name.startsWith(head); });
    return begun == fields.end() ? nullptr : &*begun;
}

// A port as it is shown, with * for any digits where `isPattern`; nothing for what no port can be.
std::optional<QString> portValue(const QString& value, bool isPattern)
{
    const auto isPart = [isPattern](QChar c) { return (c >= u'0' && c <= u'9') || (isPattern && c == u'*'); };
    if (value.size() > 5 + value.count(u'*') || !std::all_of(value.begin(), value.end(), isPart))
        return std::nullopt;
    if (isPattern)
        return value;
    bool ok = false;
    const ushort port = value.toUShort(&ok);
    return ok ? std::optional(QString::number(port)) : std::nullopt;
}

QString namesOf(const QList<Field>& fields)
{
    QStringList names;
    for (const Field& field : fields)
        names.append(field.name);
    return names.join(QStringLiteral(", "));
}

} // namespace

QString Filter::folded(const QString& text)
{
    return visibleText(text).toCaseFolded();
}

bool Filter::Term::fits(const QString& text, Field::Kind kind) const
{
    switch (kind) {
    case Field::Kind::Text:
        return fits(folded(text));
    case Field::Kind::Program:
        return fitsProgram(text, folded(text));
    case Field::Kind::Port:
        return fitsPort(text);
    }
    return false;
}

bool Filter::Term::fits(QStringView folded) const
{
    switch (fit) {
    case Fit::Contains:
        return folded.contains(value);
    case Fit::Exact:
        return folded == value;
    case Fit::Pattern:
        return fitsPattern(folded, value);
    }
    return false;
}

bool Filter::Term::fitsProgram(const QString& program, QStringView folded) const
{
    return key.isEmpty() ? fits(folded) : programKey(program) == key;
}

bool Filter::Term::fitsPort(QStringView digits) const
{
    return fit == Fit::Pattern ? fits(digits) : digits == value;
}

Result<Filter> Filter::parse(const QString& text, const QList<Field>& fields, Naming naming)
{
    Filter filter;
    filter.text = text;
    for (const FilterWord& word : words(text)) {
        const qsizetype colon = word.text.indexOf(u':');
        const QString head = colon > 0 ? word.text.left(colon).toCaseFolded() : QString();
        const Field* field = fieldNamed(head, word.text, fields, naming);
        if (!field && !head.isEmpty() && word.quote != 0 && !isLikeAddress(word.text)) {
            return makeError(Fault::FilterFieldUnknown, QStringLiteral("filter"),
                {visibleText(word.text.left(colon)), namesOf(fields)});
        }
        Term term;
        QString value = field ? word.text.mid(colon + 1) : word.text;
        bool exact = false;
        if (field) {
            term.field = field->name;
            exact = word.quote == colon + 1;
            if (!exact && value.startsWith(u'=')) {
                exact = true;
                value.remove(0, 1);
            }
        }
        if (value.isEmpty() && field)
            return makeError(Fault::FilterValueMissing, QStringLiteral("filter"), {term.field});
        if (value.isEmpty())
            continue;
        term.fit = exact                                        ? Fit::Exact
            : value.contains(u'*') && (field || word.quote < 0) ? Fit::Pattern
                                                                : Fit::Contains;
        if (exact && field->kind == Field::Kind::Program)
            term.key = programKey(value);
        if (field && field->kind == Field::Kind::Port) {
            const auto port = portValue(value, term.fit == Fit::Pattern);
            if (!port)
                return makeError(Fault::FilterNotPort, QStringLiteral("filter"), {term.field, visibleText(value)});
            value = *port;
        }
        const auto address = exact ? IpAddress::parse(QStringView(value)) : std::nullopt;
        term.value = folded(address ? address->toString() : value);
        filter.terms.append(term);
    }
    return filter;
}

QString Filter::word(const QString& field, const QString& value, bool negated)
{
    return QStringLiteral("%1%2:\"%3\"").arg(negated ? QStringLiteral("-") : QString(), field, value);
}

bool Filter::fits(const QList<Field>& fields, const std::function<QStringList(qsizetype)>& values) const
{
    const auto fitsTerm = [&](const Term& term) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const Field& field = fields.at(i);
            if (!term.field.isEmpty() && term.field != field.name)
                continue;
            const QStringList texts = values(i);
            if (std::any_of(texts.begin(), texts.end(), [&](const QString& one) { return term.fits(one, field.kind); }))
                return true;
        }
        return false;
    };
    return std::all_of(terms.begin(), terms.end(), fitsTerm);
}

} // namespace sallyport
