// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramssheet.h"

#include "dialogs/firewallclient/pasteprogramspage.h"

namespace sallyport
{

void putPastedPrograms(QList<ApplicationEntry>& entries, const PastedPrograms& pasted)
{
    for (const QString& program : pasted.programs)
        putApplicationRow(entries, nullptr, {program, pasted.setting.key, pasted.setting.value});
}

PasteProgramsSheet::PasteProgramsSheet(const QList<ApplicationEntry>& entries, QWidget* parent)
    : PropertySheet<PastedPrograms>(tr("Paste Programs"), parent)
{
    setObjectName(QStringLiteral("pasteProgramsSheet"));
    setCreates(tr("&Add"));
    addPage(new PasteProgramsPage(entries));
    setValue({});
}

void PasteProgramsSheet::setText(const QString& text)
{
    findChild<PasteProgramsPage*>()->setText(text);
}

} // namespace sallyport
