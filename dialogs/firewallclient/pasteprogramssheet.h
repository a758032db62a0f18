// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/sheet/propertysheet.h"

namespace sallyport
{

// Several programs at once, all with one setting.
struct PastedPrograms {
    QStringList programs; // cleaned, without doubles
    ApplicationSetting setting{ApplicationKey::Disable, QStringLiteral("1")};

    bool operator==(const PastedPrograms&) const = default;
};
void putPastedPrograms(QList<ApplicationEntry>& entries, const PastedPrograms& pasted);

// Paste programs: names one a line or separated by commas, with or without path and .exe. Shows of each what will
// happen: added, changed, there already, doubled, or no program name.
class PasteProgramsSheet final : public PropertySheet<PastedPrograms>
{
    Q_OBJECT

public:
    explicit PasteProgramsSheet(const QList<ApplicationEntry>& entries, QWidget* parent = nullptr);

    void setText(const QString& text); // as if pasted
};

} // namespace sallyport
