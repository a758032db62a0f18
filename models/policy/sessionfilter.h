// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/filter.h"
#include "models/policy/session.h"

namespace sallyport
{

// Of all connections of a session.
struct SessionFigures {
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    double sendRate = 0;
    double receiveRate = 0;
    qint64 connections = 0;
};

// A filter over the fields of sessions and their connections: type, user, computer, client, program (or application),
// host (its address counts as well), port; and of the whole session sent, received, out, in, connections, age.
struct SessionFilter : Filter {
    // Whether what it fits was written out in full: every word is a value as a whole, which a port always is. Nothing
    // fits by having more in a field than was written, by lacking something, or by a figure or time.
    bool isExact() const;
    // Whether it asks for what changes while a session lives.
    bool hasFigures() const;
    bool hasAge() const;

    static const QList<Field>& fields();
    // As Filter::parse(); `known` are fields() with more names.
    static Result<SessionFilter> parse(
        const QString& text, const QList<Field>& known = fields(), Naming naming = Naming::Whole);
    bool matches(const Session& session, const Connection& connection, const SessionFigures& figures = {},
        TimePoint now = {}) const;
    bool operator==(const SessionFilter&) const = default;
};

} // namespace sallyport
