// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace sallyport
{

// What chooses rows by their fields, in every filter box of the console, on the command line and over the control
// channel: words parted by spaces, all of which must fit, without case and by the text as it is shown (visibleText()).
//   field:word                  the field contains it; a bare word: any field does
//   field:=word, field:"word"   the field is it: an address or program, however it is spelled (programKey())
//   field:an*a, an*a            the whole field is that, * standing for anything
// A port is a whole number always, or digits and * of a pattern. Quotes elsewhere keep spaces, and colons of no field.
// A plain value; no threads, no locale.
struct Filter {
    enum class Fit { Contains, Exact, Pattern };
    struct Field {
        enum class Kind { Text, Program, Port };
        QString name; // what stands before the colon; case-folded, without spaces
        Kind kind = Kind::Text;
    };
    // How a field may be named: by its name, or also by the beginning of it, the first that begins so.
    enum class Naming { Whole, Beginning };
    struct Term {
        QString field; // the name of one; empty: any
        QString value; // as folded() makes it
        Fit fit = Fit::Contains;
        QString key; // of an exact program

        bool fits(const QString& text, Field::Kind kind) const;
        // The same of text that folded() has made.
        bool fits(QStringView folded) const;
        bool fitsProgram(const QString& program, QStringView folded) const;
        bool fitsPort(QStringView digits) const;
        bool operator==(const Term&) const = default;
    };
    static QString folded(const QString& text);

    QString text;
    QList<Term> terms;

    bool isEmpty() const { return terms.isEmpty(); }
    bool operator==(const Filter&) const = default;

    // Empty text fits everything. An unknown field, a field without a value or a port that none can be is an error
    // (UnknownWord, Missing, InvalidValue) that names it and what is known.
    static Result<Filter> parse(const QString& text, const QList<Field>& fields, Naming naming = Naming::Whole);
    // A word that parse() reads: the field is exactly the value, or anything else.
    static QString word(const QString& field, const QString& value, bool negated = false);
    // Whether a row fits whose texts of fields.at(i) are values(i).
    bool fits(const QList<Field>& fields, const std::function<QStringList(qsizetype)>& values) const;
};

} // namespace sallyport
