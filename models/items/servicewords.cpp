// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicewords.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QCoreApplication>

namespace sallyport::texts
{

namespace
{

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ServiceWords)
};

// Services that did not name their reasons said these in full.
Error reasonOf(const ServiceStatus& status)
{
    constexpr QLatin1StringView by("stopped by ");
    if (status.fault != Fault::None || status.state != ServiceState::Stopped)
        return {ErrorCode::Io, {}, status.detail, status.fault, status.arguments};
    for (const Fault fault : {Fault::StoppedBySomebody, Fault::ServiceOff, Fault::NoPolicyYet}) {
        if (status.detail == QLatin1StringView(faultText(fault)))
            return makeError(fault, {});
    }
    if (status.detail.startsWith(by))
        return makeError(Fault::StoppedBy, {}, {status.detail.mid(by.size())});
    return {ErrorCode::Io, {}, status.detail};
}

} // namespace

QString whyStopped(const ServiceStatus& status, bool wanted)
{
    if (!wanted)
        return ServiceWords::tr("off in the policy");
    const Error reason = reasonOf(status);
    if (reason.fault != Fault::None)
        return detail(reason);
    return status.detail.isEmpty() ? ServiceWords::tr("stopped")
                                   : ServiceWords::tr("stopped (%1)").arg(visibleText(status.detail));
}

QString whyWaiting(const ServiceStatus& status)
{
    Error reason = reasonOf(status);
    constexpr QLatin1StringView again("; trying again");
    if (reason.detail.endsWith(again))
        reason.detail.chop(again.size());
    return detail(reason);
}

bool portIsTaken(const ServiceStatus& status)
{
    if (status.fault != Fault::None)
        return status.fault == Fault::ListenTaken;
    return status.detail.contains(QLatin1StringView("in use"), Qt::CaseInsensitive);
}

QString serviceRemark(const ServiceStatus& status)
{
    if (status.state == ServiceState::Failed)
        return ServiceWords::tr("waits: %1").arg(whyWaiting(status));
    return detail(reasonOf(status));
}

} // namespace sallyport::texts
