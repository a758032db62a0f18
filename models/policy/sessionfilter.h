// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/filter.h"
#include "models/policy/session.h"

namespace sallyport
{

// A filter over the fields of sessions and their connections: type, user, computer, client, program, host (its address
// counts as well), port.
struct SessionFilter : Filter {
    // Whether every word is: nothing fits by having more in a field than was written. A port always is.
    bool isExact() const;

    static const QList<Field>& fields();
    // As Filter::parse().
    static Result<SessionFilter> parse(const QString& text);
    bool matches(const Session& session, const Connection& connection) const;
    bool operator==(const SessionFilter&) const = default;
};

} // namespace sallyport
