// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/servicewords.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>

namespace sallyport
{

QString whyStopped(const ServiceStatus& status, bool wanted)
{
    constexpr QLatin1StringView by("stopped by ");
    if (!wanted)
        return QCoreApplication::translate("sallyport::ServiceWords", "off in the policy");
    if (status.detail == u"stopped by an operator")
        return QCoreApplication::translate("sallyport::ServiceWords", "stopped by an operator");
    if (status.detail.startsWith(by))
        return QCoreApplication::translate("sallyport::ServiceWords", "stopped by %1")
            .arg(visibleText(status.detail.mid(by.size())));
    if (status.detail.isEmpty())
        return QCoreApplication::translate("sallyport::ServiceWords", "stopped");
    return QCoreApplication::translate("sallyport::ServiceWords", "stopped (%1)").arg(visibleText(status.detail));
}

QString whyWaiting(const ServiceStatus& status)
{
    QString why = status.detail;
    constexpr QLatin1StringView again("; trying again");
    if (why.endsWith(again))
        why.chop(again.size());
    return visibleText(why);
}

bool portIsTaken(const ServiceStatus& status)
{
    return status.detail.contains(QLatin1StringView("in use"), Qt::CaseInsensitive);
}

} // namespace sallyport
