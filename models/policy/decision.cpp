// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/decision.h"

namespace sallyport
{

QString reasonText(const Decision& decision)
{
    switch (decision.reason) {
    case Reason::ApplicationDisabled:
        return QStringLiteral("The application entry [%1] takes this program off the Firewall Client.")
            .arg(decision.object);
    case Reason::CommonConfigurationDisabled:
        return QStringLiteral("[Common Configuration] takes every program without an entry of its own off the Firewall "
                              "Client.");
    case Reason::FilterDisabled:
        return QStringLiteral("The %1 is disabled.").arg(decision.object);
    case Reason::ListenerDisabled:
        return QStringLiteral("The %1 is disabled.").arg(decision.object);
    case Reason::ProgramUnknown:
        return QStringLiteral("The Firewall Client did not say, or not in UTF-8, which program asks, so no application "
                              "entry can be found for it.");
    case Reason::UnmatchedAllowed:
        return QStringLiteral("No entry or rule speaks of this request; the policy allows what is unmatched.");
    case Reason::UnmatchedDenied:
        return QStringLiteral("No entry or rule speaks of this request; the policy denies what is unmatched.");
    case Reason::ThisServer:
        return QStringLiteral("The destination is this server itself, where this client does not get.");
    }
    return QStringLiteral("The request was refused.");
}

} // namespace sallyport
