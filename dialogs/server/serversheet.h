// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/propertysheet.h"
#include "models/policy/policy.h"

namespace sallyport
{

// The part of a policy that Server Properties edits.
struct ServerSettings {
    ServerIdentity server;
    Listeners listeners;
    Verdict unmatched = Verdict::Deny;

    static ServerSettings of(const Policy& policy);
    void putInto(Policy& policy) const;
    bool operator==(const ServerSettings&) const = default;
};

// Server Properties: General (name, description, what happens to requests nothing speaks of) and Listeners.
class ServerSheet final : public PropertySheet<ServerSettings>
{
    Q_OBJECT

public:
    // `socks` is where the filter listens, so that no two want the same place.
    explicit ServerSheet(const Listener& socks = {false}, QWidget* parent = nullptr);
};

} // namespace sallyport
