// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/session.h"

#include <QList>
#include <QStringList>

namespace sallyport
{

// What chooses sessions by their fields, in the console's filter box, on the command line and over the control channel:
// space-separated "field:value" words, all of which must fit as case-insensitive substrings; a bare word fits any
// field. Quotes keep spaces: user:"anna b". A port fits as a whole number only. A plain value; no threads, no locale.
struct SessionFilter {
    struct Term {
        QString field; // one of fields(); empty: any
        QString value; // case-folded
        bool operator==(const Term&) const = default;
    };

    QString text;
    QList<Term> terms;

    bool isEmpty() const { return terms.isEmpty(); }
    bool operator==(const SessionFilter&) const = default;

    // Empty text fits everything. An unknown field or a field without a value is an error (UnknownWord, Missing) that
    // names it and the known ones.
    static Result<SessionFilter> parse(const QString& text);
    // type, user, computer, client, program, host, port.
    static const QStringList& fields();
    bool matches(const Session& session, const Connection& connection) const;
};

} // namespace sallyport
