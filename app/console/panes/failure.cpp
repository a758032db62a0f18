// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/failure.h"

#include "app/console/link/server.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/texts.h"

#include <QCoreApplication>

namespace sallyport
{

Report failure(const Server& server, const Error& error, const QString& text)
{
    Report report{text, error.code == ErrorCode::Cancelled ? Tone::Attention : Tone::Refused, {}};
    if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut)
        report.unreached = server.key();
    return report;
}

Report changeFailure(const Server& server, const Error& error, const ChangeWords& words)
{
    if (mayBeDone(error))
        return {words.unknown.arg(texts::detail(error)), Tone::Attention, {}};
    return failure(server, error, words.notDone.arg(texts::error(error)));
}

Report disconnectFailure(const Server& server, const Error& error)
{
    return changeFailure(server, error,
        {QCoreApplication::translate("sallyport::SessionsPane", "Nothing was disconnected: %1"),
            QCoreApplication::translate("sallyport::SessionsPane",
                "Whether anything was disconnected is not known: %1. The list of sessions shows what is still "
                "there.")});
}

} // namespace sallyport
