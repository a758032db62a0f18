// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>

namespace sallyport
{

// What a console has of a server, each by a call, a file or a subscription of its own.
enum class Thing {
    Policy, // the one in force
    Services,
    Clients,
    Status,
    Sessions,
    Draft, // kept on this computer
};

// Why what is shown of a server may be old or missing: the last failure of each thing, until it is had again. A plain
// value.
class Troubles
{
public:
    // Both say whether anything changed. Without an error the thing was had.
    bool set(Thing thing, const std::optional<Error>& error);
    // All that comes over the connection, once that is gone: then this is the reason.
    bool forgetConnection();

    std::optional<Error> of(Thing thing) const;
    QList<Thing> things() const;
    // One sentence for people: what is not known, and why. Empty without a failure.
    QString words(Thing thing) const;

private:
    std::map<Thing, Error> m_errors;
};

} // namespace sallyport
