// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/session.h"

#include <QList>
#include <QStringList>

namespace sallyport
{

// What chooses sessions by their fields, in the console's filter box, on the command line and over the control channel:
// words parted by spaces, all of which must fit, without case and by the text as it is shown (visibleText()).
//   field:word                  the field contains it; a bare word: any field does
//   field:=word, field:"word"   the field is it; a program, however it is spelled (programKey())
//   field:an*a, an*a            the whole field is that, * standing for anything
// A port is a whole number always. Quotes elsewhere keep spaces. A plain value; no threads, no locale.
struct SessionFilter {
    enum class Fit { Contains, Exact, Pattern };
    struct Term {
        QString field; // one of fields(); empty: any
        QString value; // as folded() makes it
        Fit fit = Fit::Contains;
        QString key; // of an exact program

        bool fits(QStringView folded) const;
        bool fitsProgram(const QString& program, QStringView folded) const;
        bool fitsPort(std::uint16_t port) const;
        bool operator==(const Term&) const = default;
    };
    static QString folded(const QString& text);

    QString text;
    QList<Term> terms;

    bool isEmpty() const { return terms.isEmpty(); }
    // Whether every word is: nothing fits by having more in a field than was written.
    bool isExact() const;
    bool operator==(const SessionFilter&) const = default;

    // Empty text fits everything. An unknown field or a field without a value is an error (UnknownWord, Missing) that
    // names it and the known ones.
    static Result<SessionFilter> parse(const QString& text);
    // type, user, computer, client, program, host, port.
    static const QStringList& fields();
    bool matches(const Session& session, const Connection& connection) const;
};

} // namespace sallyport
