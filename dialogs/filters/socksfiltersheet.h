// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/propertysheet.h"
#include "models/policy/policy.h"

namespace sallyport
{

// SOCKS V4 Filter Properties: on or off, and where it listens.
class SocksFilterSheet final : public PropertySheet<ApplicationFilters>
{
    Q_OBJECT

public:
    // `listeners` are the others' places, so that two never want the same one.
    explicit SocksFilterSheet(const Listeners& listeners, QWidget* parent = nullptr);
};

} // namespace sallyport
