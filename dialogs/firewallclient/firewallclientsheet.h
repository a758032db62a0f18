// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/programcatalogue.h"
#include "dialogs/sheet/propertysheet.h"
#include "models/policy/clientconfiguration.h"

namespace sallyport
{

// Firewall Client Properties: General, Web Browser and Application Settings of everything mspclnt.ini tells the
// clients.
class FirewallClientSheet final : public PropertySheet<ClientConfiguration>
{
    Q_OBJECT

public:
    explicit FirewallClientSheet(const ProgramCatalogue& catalogue, QWidget* parent = nullptr);
};

// Web Browser Properties: the browser page alone.
class WebBrowserSheet final : public PropertySheet<ClientConfiguration>
{
    Q_OBJECT

public:
    explicit WebBrowserSheet(QWidget* parent = nullptr);
};

} // namespace sallyport
