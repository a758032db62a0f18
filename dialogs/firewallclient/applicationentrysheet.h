// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/firewallclient/programcatalogue.h"
#include "dialogs/sheet/propertysheet.h"

namespace sallyport
{

// Application Entry Settings: Application, Key and Value of one line. Give it the entries there are (for what is
// doubled or without effect) and the catalogue to complete names from. Put what it returns into the entries with
// putApplicationRow().
class ApplicationEntrySheet final : public PropertySheet<ApplicationRow>
{
    Q_OBJECT

public:
    // For a new line; OK returns it even as it opened.
    ApplicationEntrySheet(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue,
        const ApplicationRow& initial, QWidget* parent = nullptr);
    // For the line `edited` of the entries.
    static ApplicationEntrySheet* forEdit(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue,
        const ApplicationRow& edited, QWidget* parent = nullptr);

private:
    ApplicationEntrySheet(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue,
        const ApplicationRow* edited, QWidget* parent);
};

} // namespace sallyport
