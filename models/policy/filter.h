// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <limits>

namespace sallyport
{

// What chooses rows by their fields, in every filter box of the console, on the command line and over the control
// channel: words parted by spaces, all of which must fit, without case and by the text as it is shown (visibleText()).
//   field:word                  the field contains it; a bare word: any field does
//   field:=word, field:"word"   the field is it: an address or program, however it is spelled (programKey()); "": empty
//   field:an*a, an*a            the whole field is that, * standing for anything
//   field:a|b                   one of them fits
//   field>1MB, field<=5         compares numbers, of bytes and rates with a unit: KB is 1000, KiB 1024; /s may follow
//   age<5m, age>=2d             the time is less, no less than so long ago: s, m, h, d, w; age:2026-11-27 is that day
//   -word                       what the word doesn't fit
// A port or number is a whole one always, or digits and * of a pattern. Quotes elsewhere keep spaces, and | * - : their
// own meaning; a quote inside quotes is written twice.
// It has at most mostCharacters and, in all of its words, mostValues: every row is held against each of them.
// A plain value; no threads, no locale but the time zone of days.
struct Filter {
    static constexpr qsizetype mostCharacters = 2000; // UTF-16 units
    static constexpr qsizetype mostValues = 100;
    enum class Fit { Contains, Exact, Pattern, Less, LessOrEqual, Greater, GreaterOrEqual };
    struct Field {
        enum class Kind { Text, Program, Port, Count, Bytes, Rate, Time };
        QString name; // what stands before the colon; case-folded, without spaces
        Kind kind = Kind::Text;
        QStringList others{}; // that it goes by as well, such as its translated title
        bool isBare = true; // looked at by words without a field
        QString title{}; // as it is shown

        bool goesBy(const QString& word) const { return name == word || others.contains(word); }
        // The name that the reader of the list knows it by: its title's where that is one word, else `name`.
        QString shownName() const;
        bool isComparable() const { return kind > Kind::Program; }
    };
    // How a field may be named: by its names, or also by the beginning of one, the first that begins so.
    enum class Naming { Whole, Beginning };
    // What a field may hold to fit; of numbers and times `number` says it, of others the texts.
    struct Value {
        Fit fit = Fit::Contains;
        QString text; // as folded() makes it
        QStringList parts{}; // of a pattern: what stands between its stars
        QString key{}; // of an exact program
        QString address{}; // of an exact address, as addresses are shown
        double number = std::numeric_limits<double>::quiet_NaN(); // or seconds of age, or seconds since 1970
        double span = 0; // of a day or minute: so many seconds long; 0 for an age

        bool fits(QStringView folded) const;
        bool fitsNumber(double number) const;
        bool fitsTime(TimePoint time, TimePoint now) const;
        bool operator==(const Value& other) const;
    };
    // One word. What it finds is what fits, or when it is negated, what doesn't.
    struct Term {
        QString field; // the name of one; empty: any
        QList<Value> values; // one of which must fit
        bool negated = false;

        // Of text that folded() has made.
        bool finds(QStringView folded) const;
        bool findsProgram(const QString& program, QStringView folded) const;
        bool findsPort(std::uint16_t port) const;
        bool findsNumber(double number) const;
        bool findsTime(TimePoint time, TimePoint now) const;
        bool operator==(const Term&) const = default;
    };
    // What a field of a row holds: texts as they are shown, a number, or a time (zero: none).
    struct Cell {
        QStringList texts{};
        double number = std::numeric_limits<double>::quiet_NaN();
        TimePoint time{};
    };
    static QString folded(const QString& text);
    // How a title goes by as a field.
    static QString nameOf(const QString& title);

    QString text; // that parse() reads to the same, its fields by their first names
    QList<Term> terms;

    bool isEmpty() const { return terms.isEmpty(); }
    bool operator==(const Filter&) const = default;

    // Empty text fits everything. What is half-typed is an error of code Missing that says what is to follow; an
    // unknown field is UnknownWord, a value that its field can't have InvalidValue; too much is LimitExceeded.
    static Result<Filter> parse(const QString& text, const QList<Field>& fields, Naming naming = Naming::Whole);
    // The field that goes by that, or with Naming::Beginning the first that begins so; null for none.
    static const Field* fieldNamed(const QString& name, const QList<Field>& fields, Naming naming);
    // A word that parse() reads: the field is exactly the value, whatever that holds, or anything else. Of numbers and
    // times the value is the plain number, of times microseconds since 1970.
    static QString word(const QString& field, const QString& value, bool negated = false);
    // Whether a row fits whose fields.at(i) holds cell(i).
    bool fits(const QList<Field>& fields, const std::function<Cell(qsizetype)>& cell, TimePoint now) const;
};

} // namespace sallyport
