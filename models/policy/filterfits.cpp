// SPDX-License-Identifier: GPL-3.0-or-later
// What fits a filter that was read.
#include "models/base/visibletext.h"
#include "models/policy/filter.h"
#include "models/policy/programname.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sallyport
{

namespace
{

bool fitsPattern(QStringView text, const QStringList& parts)
{
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

double seconds(TimePoint time)
{
    return static_cast<double>(time.time_since_epoch().count()) / 1e6;
}

template <typename Test> bool any(const QList<Filter::Value>& values, const Test& test)
{
    return std::any_of(values.begin(), values.end(), test);
}

} // namespace

QString Filter::folded(const QString& text)
{
    return visibleText(text).toCaseFolded();
}

QString Filter::nameOf(const QString& title)
{
    QString name = title.toCaseFolded();
    name.removeIf([](QChar c) { return c.isSpace(); });
    return name;
}

bool Filter::Value::fits(QStringView folded) const
{
    switch (fit) {
    case Fit::Contains:
        return folded.contains(text);
    case Fit::Exact:
        return folded == text || (!address.isEmpty() && folded == address);
    case Fit::Pattern:
        return fitsPattern(folded, parts);
    default:
        return false;
    }
}

bool Filter::Value::fitsNumber(double compared) const
{
    switch (fit) {
    case Fit::Contains:
    case Fit::Exact:
        return compared == number || (std::isnan(compared) && std::isnan(number));
    case Fit::Pattern:
        return !std::isnan(compared) && fits(QString::number(compared, 'f', 0));
    case Fit::Less:
        return compared < number;
    case Fit::LessOrEqual:
        return compared <= number;
    case Fit::Greater:
        return compared > number;
    case Fit::GreaterOrEqual:
        return compared >= number;
    }
    return false;
}

bool Filter::Value::fitsTime(TimePoint time, TimePoint now) const
{
    if (time == TimePoint{} || std::isnan(number))
        return time == TimePoint{} && std::isnan(number);
    if (span == 0)
        return fitsNumber(seconds(now) - seconds(time));
    const double at = seconds(time);
    const double end = number + span;
    switch (fit) {
    case Fit::Less:
        return at < number;
    case Fit::LessOrEqual:
        return at < end;
    case Fit::Greater:
        return at >= end;
    case Fit::GreaterOrEqual:
        return at >= number;
    default:
        return at >= number && at < end;
    }
}

bool Filter::Value::operator==(const Value& other) const
{
    const bool alike = number == other.number || (std::isnan(number) && std::isnan(other.number));
    return alike && fit == other.fit && text == other.text && parts == other.parts && key == other.key
        && address == other.address && span == other.span;
}

bool Filter::Term::finds(QStringView folded) const
{
    return any(values, [folded](const Value& value) { return value.fits(folded); });
}

bool Filter::Term::findsProgram(const QString& program, QStringView folded) const
{
    return any(values, [&](const Value& value) {
        return value.key.isEmpty() ? value.fits(folded) : programKey(program) == value.key;
    });
}

bool Filter::Term::findsPort(std::uint16_t port) const
{
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), port).ptr;
    const QLatin1StringView written(digits.data(), end);
    return any(values, [port, written](const Value& value) {
        if (value.fit > Fit::Pattern)
            return value.fitsNumber(port);
        return value.fit == Fit::Pattern ? value.fits(QString(written)) : value.text == written;
    });
}

bool Filter::Term::findsNumber(double number) const
{
    return any(values, [number](const Value& value) { return value.fitsNumber(number); });
}

bool Filter::Term::findsTime(TimePoint time, TimePoint now) const
{
    return any(values, [time, now](const Value& value) { return value.fitsTime(time, now); });
}

bool Filter::fits(const QList<Field>& fields, const std::function<Cell(qsizetype)>& cell, TimePoint now) const
{
    using Kind = Field::Kind;
    const auto finds = [now](const Term& term, Kind kind, const Cell& held) {
        const auto anyText
            = [&held](const auto& test) { return std::any_of(held.texts.begin(), held.texts.end(), test); };
        switch (kind) {
        case Kind::Text:
            return anyText([&term](const QString& one) { return term.finds(folded(one)); });
        case Kind::Program:
            return anyText([&term](const QString& one) { return term.findsProgram(one, folded(one)); });
        case Kind::Port:
            return anyText([&term](const QString& one) { return term.findsPort(one.toUShort()); });
        case Kind::Time:
            return term.findsTime(held.time, now);
        default:
            // A bare word has no number but the one it may spell.
            return term.field.isEmpty() ? any(term.values,
                       [text = QString::number(held.number, 'f', 0)](const Value& value) {
                           return value.fit == Fit::Pattern ? value.fits(text) : value.text == text;
                       })
                                        : term.findsNumber(held.number);
        }
    };
    return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        bool found = false;
        for (qsizetype i = 0; i < fields.size() && !found; ++i) {
            const Field& field = fields.at(i);
            if (term.field.isEmpty() ? field.isBare : term.field == field.name)
                found = finds(term, field.kind, cell(i));
        }
        return found != term.negated;
    });
}

} // namespace sallyport
