// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/server.h"

#include "app/console/link/answerlist.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/servicewords.h"
#include "models/items/texts.h"
#include "models/policy/listenerof.h"
#include "models/policy/policyjson.h"

#include <QJsonArray>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr int sessionInterval = 250; // milliseconds between pushed changes

QJsonArray ids(const QList<std::uint64_t>& numbers)
{
    QJsonArray array;
    for (const std::uint64_t number : numbers)
        array.append(static_cast<double>(number));
    return array;
}

ServerLink::Handler endedHandler(std::function<void(const Result<QList<EndedConnection>>&)> done)
{
    return [done = std::move(done)](const Result<QJsonObject>& answer) {
        done(answer ? readList(*answer, QStringLiteral("ended"), &endedConnectionFromJson)
                    : Result<QList<EndedConnection>>(answer.error()));
    };
}

} // namespace

Server::Server(
    const QString& key, const QString& name, std::unique_ptr<ServerLink> link, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_key(key)
    , m_name(name)
    , m_link(std::move(link))
    , m_clock(clock)
    , m_sessions(clock)
{
    connect(m_link.get(), &ServerLink::stateChanged, this, &Server::onState);
    connect(m_link.get(), &ServerLink::notified, this, &Server::onNotified);
    connect(m_link.get(), &ServerLink::sessionsChanged, &m_sessions, &SessionsModel::apply);
    connect(&m_sessions, &SessionsModel::refreshed, this, &Server::sessionsRefreshed);
    m_sampling.setObjectName(QStringLiteral("sampling"));
    m_sampling.setInterval(1000);
    connect(&m_sampling, &QTimer::timeout, this, &Server::sampleRates);
    connect(&m_answers, &AnswerWatch::ask, this, &Server::refreshStatus);
    connect(&m_answers, &AnswerWatch::givenUp, m_link.get(), &ServerLink::reconnect);
    connect(&m_answers, &AnswerWatch::silenceChanged, this, &Server::silenceChanged);
}

Server::~Server()
{
    // The link may still report while it goes.
    m_link->disconnect(this);
}

QString Server::displayName() const
{
    const QString own = visibleText(m_link->hello().server);
    const QString name = visibleText(m_name);
    if (name.isEmpty())
        return own.isEmpty() ? visibleText(m_key.section(u'/', -1)) : own;
    return own.isEmpty() || own.compare(name, Qt::CaseInsensitive) == 0 ? name : tr("%1 (%2)").arg(name, own);
}

void Server::setName(const QString& name)
{
    m_name = name;
    emit nameChanged();
}

QString Server::whyNotEdit() const
{
    if (!isOnline() || role() == Role::Administrator)
        return {};
    return (role() == Role::Viewer ? tr("You are a viewer on %1: only administrators change the policy.")
                                   : tr("You are an operator on %1: only administrators change the policy."))
        .arg(displayName());
}

void Server::onState()
{
    if (isOnline()) {
        m_answers.start();
        refresh();
    } else {
        m_answers.stop();
    }
    emit reachChanged();
}

void Server::refresh()
{
    fetchPolicy();
    refreshServices();
    refreshClients();
    refreshStatus();
}

void Server::onNotified(const QString& method, const QJsonObject& params)
{
    if (method == u"policy.changed") {
        fetchPolicy();
        refreshClients();
    } else if (method == u"services.changed") {
        takeServices(params);
    } else if (method == u"status.changed") {
        refreshStatus();
    } else if (method == u"clients.changed") {
        refreshClients();
    }
}

void Server::fetchPolicy()
{
    m_link->call(QStringLiteral("policy.get"), {}, this, [this](const Result<QJsonObject>& answer) {
        if (!answer)
            return;
        const Result<Revision> revision = revisionFromJson(answer->value(QStringLiteral("revision")).toObject());
        const Result<Policy> policy = policyFromJson(answer->value(QStringLiteral("policy")).toObject());
        if (revision && policy)
            takePolicy(*revision, *policy);
    });
}

void Server::takePolicy(const Revision& revision, const Policy& policy)
{
    m_head = revision;
    m_draft.setHead(revision.number, policy);
    emit policyChanged();
    emit headTaken();
}

PolicyMerge Server::mergePreview() const
{
    return mergePolicies(m_draft.base(), m_draft.policy(), m_draft.head());
}

bool Server::merge(RevisionNumber revision, const QSet<QString>& takeTheirs)
{
    if (!m_draft.isBehind() || m_head.number != revision)
        return false;
    m_draft.rebase(mergePolicies(m_draft.base(), m_draft.policy(), m_draft.head(), takeTheirs).merged);
    emit policyChanged();
    return true;
}

void Server::refreshServices()
{
    m_link->call(QStringLiteral("services.list"), {}, this, [this](const Result<QJsonObject>& answer) {
        if (answer)
            takeServices(*answer);
    });
}

void Server::takeServices(const QJsonObject& result)
{
    const auto list = readList(result, QStringLiteral("services"), &serviceStatusFromJson);
    if (!list)
        return;
    m_services.setNow(m_clock.now());
    m_services.setRows(*list);
    emit servicesChanged();
}

void Server::refreshClients()
{
    m_link->callPages(QStringLiteral("clients.list"), ListPages(QLatin1StringView("clients")), this,
        [this](const Result<QJsonObject>& answer) {
            if (answer)
                takeClients(*answer);
        });
}

void Server::takeClients(const QJsonObject& result)
{
    const QJsonObject current = result.value(QStringLiteral("current")).toObject();
    const auto list = readList(result, QStringLiteral("clients"), &clientFetchFromJson);
    if (!list)
        return;
    m_clients.setNow(m_clock.now());
    m_clients.setCurrent(current.value(QStringLiteral("version")).toString(),
        static_cast<RevisionNumber>(current.value(QStringLiteral("revision")).toDouble()));
    m_clients.setRows(*list);
    emit clientsChanged();
}

void Server::refreshStatus()
{
    m_answers.asked();
    m_link->call(QStringLiteral("status"), {}, this, [this](const Result<QJsonObject>& answer) {
        m_answers.answered();
        if (!answer)
            return;
        m_status = *answer;
        emit statusChanged();
    });
}

Server::Health Server::health() const
{
    Health health;
    if (!isOnline())
        return health;
    QSet<QString> waiting; // services: said here with a remedy, once
    for (const ServiceStatus& status : m_services.rows()) {
        if (status.state != ServiceState::Failed)
            continue;
        waiting.insert(serviceWord(status.name));
        health.troubles.append((texts::portIsTaken(status)
                ? tr("%1 waits: %2. Change its address or port, or end the program that has this port")
                : tr("%1 waits: %2. Change its address or port"))
                                   .arg(texts::service(status.name), texts::whyWaiting(status)));
    }
    for (const QJsonValue& each : m_status.value(QStringLiteral("problems")).toArray()) {
        const Result<Problem> problem = problemFromJson(each.toObject());
        if (problem && problem->severity == Severity::Error && !waiting.contains(problem->error.subject))
            health.troubles.append(texts::problem(*problem));
    }
    health.mark = health.troubles.isEmpty() ? Mark::None : Mark::Bad;
    if (const auto silent = silence()) {
        health.troubles.prepend(tr("no answer for %1; what is shown is as of then").arg(texts::duration(*silent)));
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

void Server::watchSessions()
{
    if (m_watchers++ > 0)
        return;
    m_link->subscribeSessions(sessionInterval);
    m_sampling.start();
}

void Server::unwatchSessions()
{
    if (--m_watchers > 0)
        return;
    m_link->unsubscribeSessions();
    m_sampling.stop();
    refreshStatus(); // the count of sessions comes from there now
}

void Server::sampleRates()
{
    if (!isOnline() || m_sessions.isPaused())
        return;
    const SessionBooks::Totals& totals = m_sessions.totals();
    m_rates.add({totals.sendRate, totals.receiveRate}, m_clock.now());
    emit ratesSampled();
}

void Server::askImpact(
    const Policy& policy, QObject* context, std::function<void(const Result<QList<RefusedConnection>>&)> done)
{
    m_link->call(QStringLiteral("policy.impact"), {{QStringLiteral("policy"), policyToJson(policy)}}, context,
        [done = std::move(done)](const Result<QJsonObject>& answer) {
            done(answer ? readList(*answer, QStringLiteral("refused"), &refusedConnectionFromJson)
                        : Result<QList<RefusedConnection>>(answer.error()));
        });
}

void Server::askPolicy(RevisionNumber revision, QObject* context, std::function<void(const Result<Policy>&)> done)
{
    m_link->call(QStringLiteral("policy.get"), {{QStringLiteral("revision"), static_cast<double>(revision)}}, context,
        [done = std::move(done)](const Result<QJsonObject>& answer) {
            done(answer ? policyFromJson(answer->value(QStringLiteral("policy")).toObject())
                        : Result<Policy>(answer.error()));
        });
}

void Server::apply(const Proposal& proposal, const QString& comment, QObject* context, Done done)
{
    const QJsonObject params{{QStringLiteral("parent"), static_cast<double>(proposal.parent)},
        {QStringLiteral("policy"), policyToJson(proposal.policy)}, {QStringLiteral("comment"), comment}};
    m_link->call(QStringLiteral("policy.apply"), params, this,
        [this, proposal, context = QPointer<QObject>(context), done = std::move(done)](
            const Result<QJsonObject>& answer) {
            Status status = answer ? Status() : Status(answer.error());
            if (answer) {
                const Result<Revision> revision
                    = revisionFromJson(answer->value(QStringLiteral("revision")).toObject());
                if (revision) {
                    m_head = *revision;
                    m_draft.applied(revision->number, proposal);
                    emit policyChanged();
                } else {
                    status = revision.error();
                }
            } else if (answer.error().code == ErrorCode::Conflict || answer.error().code == ErrorCode::TimedOut) {
                fetchPolicy();
            }
            if (context)
                done(status);
        });
}

void Server::restore(RevisionNumber revision, const QString& comment, QObject* context, Done done)
{
    const QJsonObject params{{QStringLiteral("revision"), static_cast<double>(revision)},
        {QStringLiteral("parent"), static_cast<double>(m_head.number)}, {QStringLiteral("comment"), comment}};
    m_link->call(QStringLiteral("policy.restore"), params, context,
        [this, done = std::move(done)](const Result<QJsonObject>& answer) {
            fetchPolicy();
            done(answer ? Status() : Status(answer.error()));
        });
}

void Server::disconnectSessions(const QList<SessionId>& sessions, const QList<ConnectionId>& connections,
    const QString& reason, QObject* context, std::function<void(const Result<QList<EndedConnection>>&)> done)
{
    QJsonObject params{{QStringLiteral("reason"), reason}};
    if (!sessions.isEmpty())
        params.insert(QStringLiteral("sessions"), ids(sessions));
    if (!connections.isEmpty())
        params.insert(QStringLiteral("connections"), ids(connections));
    endSessions(params, context, std::move(done));
}

void Server::disconnectFilter(const QString& filter, const QString& reason, QObject* context,
    std::function<void(const Result<QList<EndedConnection>>&)> done)
{
    endSessions({{QStringLiteral("filter"), filter}, {QStringLiteral("reason"), reason}}, context, std::move(done));
}

void Server::endSessions(const QJsonObject& params, QObject* context, EndedHandler done)
{
    m_link->call(QStringLiteral("sessions.disconnect"), params, context,
        [this, handler = endedHandler(std::move(done))](const Result<QJsonObject>& answer) {
            refreshStatus();
            handler(answer);
        });
}

void Server::controlService(ServiceName name, const QString& action, const QString& reason, QObject* context,
    std::function<void(const Result<QList<EndedConnection>>&)> done)
{
    const auto handler = endedHandler(std::move(done));
    QJsonObject params{{QStringLiteral("name"), serviceWord(name)}, {QStringLiteral("action"), action}};
    if (!reason.isEmpty()) // which an older service does not take
        params.insert(QStringLiteral("reason"), reason);
    m_link->call(
        QStringLiteral("services.control"), params, context, [this, handler](const Result<QJsonObject>& answer) {
            if (answer)
                takeServices(*answer);
            refreshStatus();
            handler(answer);
        });
}

} // namespace sallyport
