// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/server.h"

#include "app/console/link/answerlist.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/texts.h"
#include "models/policy/policyjson.h"

#include <QJsonArray>
#include <QPointer>
#include <QSet>

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
        if (!answer)
            return done(answer.error());
        const auto ended = readList(*answer, QStringLiteral("ended"), &endedConnectionFromJson);
        if (ended)
            return done(ended);
        Error unread = ended.error();
        unread.code = ErrorCode::TimedOut; // something was done, and what is not known
        done(unread);
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
    connect(m_link.get(), &ServerLink::sessionsRefused, this,
        [this](const Error& error) { setTrouble(Thing::Sessions, error); });
    connect(m_link.get(), &ServerLink::sessionsChanged, this, [this] { setTrouble(Thing::Sessions, {}); });
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
    return (role() == Role::Viewer
            ? tr("You are a viewer on %1: only administrators change the policy. One of them can enrol this console "
                 "anew in that role.")
            : tr("You are an operator on %1: only administrators change the policy. Have one enrol "
                 "this console anew as one."))
        .arg(displayName());
}

void Server::onState()
{
    if (isOnline()) {
        m_answers.start();
        refresh();
    } else {
        m_answers.stop();
        m_policyIsReadable = true; // the one that the draft stands on
        if (m_troubles.forgetConnection())
            emit troublesChanged();
    }
    emit reachChanged();
}

void Server::setTrouble(Thing thing, const std::optional<Error>& error)
{
    // Without a connection that is the reason, and is said elsewhere.
    if (error && !isOnline() && thing != Thing::Draft)
        return;
    if (m_troubles.set(thing, error))
        emit troublesChanged();
}

void Server::tryAgain(Thing thing)
{
    switch (thing) {
    case Thing::Policy:
        return fetchPolicy();
    case Thing::Services:
        return refreshServices();
    case Thing::Clients:
        return refreshClients();
    case Thing::Status:
        return refreshStatus();
    case Thing::Sessions:
        return m_link->subscribeSessions(sessionInterval);
    case Thing::Draft:
        emit draftWanted();
    }
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
            return setTrouble(Thing::Policy, answer.error());
        const Result<Revision> revision = revisionFromJson(answer->value(QStringLiteral("revision")).toObject());
        const Result<Policy> policy = policyFromJson(answer->value(QStringLiteral("policy")).toObject());
        m_policyIsReadable = revision && policy;
        if (m_policyIsReadable)
            takePolicy(*revision, *policy);
        else
            emit policyChanged(); // whether it may be changed
        setTrouble(Thing::Policy,
            m_policyIsReadable ? std::nullopt
                               : std::optional(unreadable(revision ? policy.error() : revision.error())));
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
        answer ? takeServices(*answer) : setTrouble(Thing::Services, answer.error());
    });
}

void Server::takeServices(const QJsonObject& result)
{
    const auto list = readShown(result, QStringLiteral("services"), &serviceStatusFromJson);
    setTrouble(Thing::Services, list ? std::nullopt : std::optional(list.error()));
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
            answer ? takeClients(*answer) : setTrouble(Thing::Clients, answer.error());
        });
}

void Server::takeClients(const QJsonObject& result)
{
    const QJsonObject current = result.value(QStringLiteral("current")).toObject();
    const auto list = readShown(result, QStringLiteral("clients"), &clientFetchFromJson);
    setTrouble(Thing::Clients, list ? std::nullopt : std::optional(list.error()));
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
        setTrouble(Thing::Status, answer ? std::nullopt : std::optional(answer.error()));
        if (!answer)
            return;
        m_status = *answer;
        emit statusChanged();
    });
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
    setTrouble(Thing::Sessions, {}); // nobody misses them
    m_sampling.stop();
    refreshStatus(); // the count of sessions comes from there now
}

void Server::sampleRates()
{
    if (!isOnline() || m_sessions.isPaused() || silence())
        return; // what is moved now is not known
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
    change(tr("Disconnecting…"),
        {QStringLiteral("sessions.disconnect"), params, context,
            [this, handler = endedHandler(std::move(done))](const Result<QJsonObject>& answer) {
                refreshStatus();
                handler(answer);
            }});
}

void Server::controlService(ServiceName name, const QString& action, const QString& reason, QObject* context,
    std::function<void(const Result<QList<EndedConnection>>&)> done)
{
    const auto handler = endedHandler(std::move(done));
    QJsonObject params{{QStringLiteral("name"), serviceWord(name)}, {QStringLiteral("action"), action}};
    if (!reason.isEmpty()) // which an older service does not take
        params.insert(QStringLiteral("reason"), reason);
    const QString words = action == u"start" ? tr("Starting %1…")
        : action == u"stop"                  ? tr("Stopping %1…")
                                             : tr("Restarting %1…");
    change(words.arg(texts::service(name)),
        {QStringLiteral("services.control"), params, context, [this, handler](const Result<QJsonObject>& answer) {
             if (answer)
                 takeServices(*answer);
             refreshStatus();
             handler(answer);
         }});
}

void Server::change(const QString& words, const Change::Call& call)
{
    new Change(*m_link, call, *begin(words), this);
}

Errand* Server::begin(const QString& words)
{
    auto* errand = new Errand(words, this);
    emit errandBegun(errand);
    return errand;
}

} // namespace sallyport
