// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramssheet.h"

#include "dialogs/firewallclient/pasteprogramspage.h"
#include "dialogs/style/metrics.h"

#include <QClipboard>
#include <QGuiApplication>

namespace sallyport
{

void putPastedPrograms(QList<ApplicationEntry>& entries, const PastedPrograms& pasted)
{
    for (const QString& program : pasted.programs)
        putApplicationRow(entries, nullptr, {program, pasted.setting.key, pasted.setting.value});
}

PasteProgramsSheet::PasteProgramsSheet(
    const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue, QWidget* parent)
    : PropertySheet<PastedPrograms>(tr("Paste Programs"), parent)
{
    setObjectName(QStringLiteral("pasteProgramsSheet"));
    auto* page = new PasteProgramsPage(entries, catalogue);
    const auto nameVerb = [this, page] {
        const int count = page->ticked();
        setCreates(count > 0 ? tr("&Add %n", nullptr, count) : tr("&Add"));
    };
    nameVerb();
    addPage(page);
    connect(page, &PasteProgramsPage::tickedChanged, this, nameVerb);
    setValue({});
    // A list is what this sheet is for: as many of its rows as the screen has room for, within reason.
    setPreferredHeight(metrics::rowHeight * 25);
}

void PasteProgramsSheet::setText(const QString& text)
{
    findChild<PasteProgramsPage*>()->setText(text);
}

void PasteProgramsSheet::pasteClipboard()
{
    findChild<PasteProgramsPage*>()->pasteText(QGuiApplication::clipboard()->text());
}

} // namespace sallyport
