// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/filtervalues.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport
{

namespace
{

using Field = Filter::Field;
using Fit = Filter::Fit;
using Value = Filter::Value;

struct Unit {
    const char* name;
    double size;
};

constexpr std::array byteUnits{Unit{"", 1}, Unit{"b", 1}, Unit{"k", 1e3}, Unit{"kb", 1e3}, Unit{"m", 1e6},
    Unit{"mb", 1e6}, Unit{"g", 1e9}, Unit{"gb", 1e9}, Unit{"t", 1e12}, Unit{"tb", 1e12}, Unit{"ki", 0x1p10},
    Unit{"kib", 0x1p10}, Unit{"mi", 0x1p20}, Unit{"mib", 0x1p20}, Unit{"gi", 0x1p30}, Unit{"gib", 0x1p30},
    Unit{"ti", 0x1p40}, Unit{"tib", 0x1p40}};
constexpr std::array timeUnits{
    Unit{"s", 1}, Unit{"sec", 1}, Unit{"m", 60}, Unit{"min", 60}, Unit{"h", 3600}, Unit{"d", 86400}, Unit{"w", 604800}};

struct Quantity {
    double number = 0;
    QString unit; // lower case, without spaces around it
};

// Digits, perhaps a point or comma and more of them, perhaps a unit.
std::optional<Quantity> quantity(const QString& typed)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto end
        = std::find_if_not(typed.begin(), typed.end(), [&](QChar c) { return isDigit(c) || c == u'.' || c == u','; });
    const qsizetype length = end - typed.begin();
    bool ok = false;
    const double number = typed.left(length).replace(u',', u'.').toDouble(&ok);
    if (!ok || !isDigit(typed.front()))
        return std::nullopt;
    return Quantity{number, typed.mid(length).trimmed().toLower()};
}

template <std::size_t Count> const Unit* unitNamed(const std::array<Unit, Count>& units, const QString& name)
{
    const auto found = std::find_if(
        units.begin(), units.end(), [&name](const Unit& unit) { return name == QLatin1StringView(unit.name); });
    return found == units.end() ? nullptr : &*found;
}

Error wrong(Fault fault, const Field& field, const QString& typed)
{
    return makeError(fault, QStringLiteral("filter"), {field.name, visibleText(typed)});
}

Value nothing()
{
    Value value;
    value.fit = Fit::Exact;
    return value;
}

// A day, a minute or a second, of this place unless it says which; of microseconds since 1970 that one.
std::optional<Value> moment(const QString& typed)
{
    Value value;
    bool isNumber = false;
    if (const qint64 count = typed.toLongLong(&isNumber); isNumber && typed.size() > 12) {
        value.number = static_cast<double>(count) / 1e6;
        value.span = 1e-6;
        return value;
    }
    constexpr qsizetype day = 10;
    constexpr qsizetype minute = 16;
    if (typed.size() == day) {
        const QDate date = QDate::fromString(typed, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        value.number = static_cast<double>(date.startOfDay().toSecsSinceEpoch());
        value.span = static_cast<double>(date.startOfDay().secsTo(date.addDays(1).startOfDay()));
        return value;
    }
    const QDateTime time = QDateTime::fromString(typed, Qt::ISODate);
    if (!time.isValid() || typed.size() < minute)
        return std::nullopt;
    value.number = static_cast<double>(time.toSecsSinceEpoch());
    value.span = typed.size() > minute && typed.at(minute) == u':' ? 1 : 60;
    return value;
}

// Whether more of it may make it a time.
bool isBegun(const QString& typed, const std::optional<Quantity>& age)
{
    if (age && !age->unit.isEmpty()) {
        return std::any_of(timeUnits.begin(), timeUnits.end(),
            [&age](const Unit& unit) { return QLatin1StringView(unit.name).startsWith(age->unit); });
    }
    constexpr qsizetype day = 10;
    return typed.size() != day && std::all_of(typed.begin(), typed.end(), [](QChar c) {
        return QStringLiteral("0123456789-:.,TZ+").contains(c);
    });
}

} // namespace

Result<Value> filterNumber(const QString& typed, const Field& field, Fit fit, bool exact)
{
    if (typed.isEmpty() && exact)
        return nothing();
    const bool isPlain = field.kind == Field::Kind::Count || field.kind == Field::Kind::Port;
    const auto number = quantity(typed);
    QString unit = number ? number->unit : QString();
    if (field.kind == Field::Kind::Rate)
        unit = unit.section(u'/', 0, 0).trimmed();
    const Unit* known = isPlain && !unit.isEmpty() ? nullptr : unitNamed(byteUnits, unit);
    if (!number || !known)
        return wrong(isPlain ? Fault::FilterNotNumber : Fault::FilterNotBytes, field, typed);
    Value value;
    value.fit = fit;
    value.number = number->number * known->size;
    return value;
}

Result<Value> filterTime(const QString& typed, const Field& field, Fit fit, bool exact)
{
    if (typed.isEmpty() && exact)
        return nothing();
    if (auto found = moment(typed)) {
        found->fit = fit;
        return *found;
    }
    const auto age = fit == Fit::Exact ? std::nullopt : quantity(typed);
    const Unit* unit = age ? unitNamed(timeUnits, age->unit) : nullptr;
    if (!unit)
        return wrong(isBegun(typed, age) ? Fault::FilterTimeUnfinished : Fault::FilterNotTime, field, typed);
    Value value;
    value.fit = fit;
    value.number = age->number * unit->size;
    return value;
}

} // namespace sallyport
