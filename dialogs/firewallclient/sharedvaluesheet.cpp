// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/sharedvaluesheet.h"

#include "dialogs/firewallclient/sharedvaluepage.h"

namespace sallyport
{

SharedValueSheet::SharedValueSheet(const SharedValue& shared, QWidget* parent)
    : PropertySheet<SharedValue>(
        tr("Settings of %n Program(s)", nullptr, static_cast<int>(shared.applications.size())), parent)
{
    setObjectName(QStringLiteral("sharedValueSheet"));
    addPage(new SharedValuePage);
    setValue(shared);
}

} // namespace sallyport
