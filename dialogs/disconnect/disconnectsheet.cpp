// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/disconnectsheet.h"

#include "dialogs/disconnect/disconnectpage.h"

namespace sallyport
{

bool needsConfirmation(const DisconnectScope& scope)
{
    constexpr int many = 10;
    return scope.connections > many || scope.sessions > many;
}

DisconnectSheet::DisconnectSheet(const DisconnectScope& scope, QWidget* parent)
    : PropertySheet<DisconnectAnswer>(tr("Disconnect"), parent)
{
    setObjectName(QStringLiteral("disconnectSheet"));
    setCreates(tr("&Disconnect"));
    setSentence({});
    addPage(new DisconnectPage(scope));
    setValue({});
}

} // namespace sallyport
