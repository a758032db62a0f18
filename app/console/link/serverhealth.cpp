// SPDX-License-Identifier: GPL-3.0-or-later
// How a server does, put together from what it tells and from what it does not.
#include "app/console/link/server.h"

#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/servicewords.h"
#include "models/items/texts.h"
#include "models/policy/listenerof.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace sallyport
{

Server::Health Server::health() const
{
    Health health;
    if (!isOnline())
        return health;
    QSet<QString> known; // services whose troubles the list knows: said with a remedy, once, not any more once they run
    for (const ServiceStatus& status : m_services.rows()) {
        const bool failed = status.state == ServiceState::Failed;
        if (failed || m_servicesAreNewer)
            known.insert(serviceWord(status.name));
        if (!failed)
            continue;
        health.troubles.append((texts::portIsTaken(status)
                ? tr("%1 waits: %2. Change its address or port, or end the program that has this port")
                : tr("%1 waits: %2. Change its address or port"))
                                   .arg(texts::service(status.name), texts::whyWaiting(status)));
    }
    for (const QJsonValue& each : m_status.value(QStringLiteral("problems")).toArray()) {
        const Result<Problem> problem = problemFromJson(each.toObject());
        if (problem && problem->severity == Severity::Error && !known.contains(problem->error.subject))
            health.troubles.append(texts::problem(*problem));
    }
    health.mark = health.troubles.isEmpty() ? Mark::None : Mark::Bad;
    if (const auto silent = silence()) {
        health.troubles.prepend(tr("no answer for %1; what is shown is as of then").arg(texts::duration(*silent)));
        health.mark = std::max(health.mark, Mark::Attention);
    }
    for (const Thing thing : m_troubles.things()) {
        health.troubles.append(m_troubles.words(thing));
        health.mark = std::max(health.mark, Mark::Attention);
    }
    for (const ServiceStatus& status : m_services.rows()) {
        const bool wanted = listenerOf(m_draft.head(), status.name).enabled;
        if (status.state != ServiceState::Stopped || !wanted)
            continue;
        health.troubles.append(tr("%1 is stopped").arg(texts::service(status.name)));
        if (health.mark == Mark::None)
            health.mark = Mark::Attention;
    }
    return health;
}

Server::ListenerState Server::listenerState(ServiceName name) const
{
    if (!isOnline())
        return {Mark::None, tr("not known without a connection")};
    const QList<ServiceStatus>& services = m_services.rows();
    const auto status
        = std::find_if(services.begin(), services.end(), [name](const ServiceStatus& one) { return one.name == name; });
    if (status == services.end())
        return {Mark::None, tr("not known yet")};
    switch (status->state) {
    case ServiceState::Running:
        return {Mark::Good, visibleText(status->endpoint)};
    case ServiceState::Stopped:
        return {Mark::Attention, texts::whyStopped(*status, listenerOf(m_draft.head(), name).enabled)};
    case ServiceState::Failed:
        break;
    }
    return {Mark::Bad, tr("waits: %1").arg(texts::whyWaiting(*status))};
}

} // namespace sallyport
