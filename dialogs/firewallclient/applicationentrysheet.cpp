// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrysheet.h"

#include "dialogs/firewallclient/applicationentrypage.h"

namespace sallyport
{

ApplicationEntrySheet::ApplicationEntrySheet(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue,
    const ApplicationRow& initial, QWidget* parent)
    : ApplicationEntrySheet(entries, catalogue, nullptr, parent)
{
    setCreates(tr("&Add"));
    setValue(initial);
}

ApplicationEntrySheet* ApplicationEntrySheet::forEdit(const QList<ApplicationEntry>& entries,
    const ProgramCatalogue& catalogue, const ApplicationRow& edited, QWidget* parent)
{
    auto* sheet = new ApplicationEntrySheet(entries, catalogue, &edited, parent);
    sheet->setValue(edited);
    return sheet;
}

ApplicationEntrySheet::ApplicationEntrySheet(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue,
    const ApplicationRow* edited, QWidget* parent)
    : PropertySheet<ApplicationRow>(tr("Application Entry Settings"), parent)
{
    setObjectName(QStringLiteral("applicationEntrySheet"));
    addPage(new ApplicationEntryPage(entries, catalogue, edited));
}

} // namespace sallyport
