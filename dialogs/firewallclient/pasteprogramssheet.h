// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/firewallclient/programcatalogue.h"
#include "dialogs/sheet/propertysheet.h"

#include <QHash>
#include <QSet>

namespace sallyport
{

// Several programs at once, all with one setting.
struct PastedPrograms {
    QString text; // as pasted, with what was left out
    QHash<QString, bool> ticks; // rows that were ticked or unticked by hand, by programKey()
    QSet<QString> offered; // pasted before, by programKey(): what of it is not in the text was taken out
    QStringList programs; // what is ticked: cleaned, without doubles
    ApplicationSetting setting{ApplicationKey::Disable, QStringLiteral("1")};

    bool operator==(const PastedPrograms&) const = default;
};
void putPastedPrograms(QList<ApplicationEntry>& entries, const PastedPrograms& pasted);

// Paste programs: any list (see readProgramList()). Shows of each name what will happen (added, changed, there already,
// doubled, or no program name) and adds those that are ticked. Doubtful ones are not until they are ticked by hand;
// Delete takes selected rows out of the text, Ctrl+Z brings them back.
class PasteProgramsSheet final : public PropertySheet<PastedPrograms>
{
    Q_OBJECT

public:
    explicit PasteProgramsSheet(
        const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue = {}, QWidget* parent = nullptr);

    void setText(const QString& text); // as if pasted
    // What the clipboard holds, behind what stands there, when it names a program that was not offered yet. One that
    // was taken out comes back without its tick, if at all.
    void pasteClipboard();
};

} // namespace sallyport
