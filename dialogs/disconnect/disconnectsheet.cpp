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
    //: %1 is "n connections", %2 is "n sessions"
    const QString heading
        = tr("End %1 in %2?")
              .arg(tr("%Ln connection(s)", nullptr, scope.connections), tr("%Ln session(s)", nullptr, scope.sessions));
    addPage(new DisconnectPage({heading, scope.examples, scope.sessions,
        tr("Their sockets are closed at once. The programs may connect again if the policy lets them.")}));
    setValue({});
}

} // namespace sallyport
