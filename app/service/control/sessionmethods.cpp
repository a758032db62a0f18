// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/endedsentence.h"
#include "app/service/control/methods.h"
#include "app/service/control/sessionfeed.h"
#include "models/base/fault.h"
#include "models/control/messages.h"
#include "models/policy/sessionfilter.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

SessionFilter filterOf(MemberReader& params)
{
    auto filter = SessionFilter::parse(params.text(Name("filter"), QString()));
    if (!filter) {
        params.fail(filter.error());
        return {};
    }
    return *filter;
}

// What of the live connections fits, with the sessions these belong to.
SessionDelta fitting(const ServiceParts& parts, const SessionFilter& filter)
{
    const SessionDelta live = parts.dataPlane.snapshot();
    const TimePoint now = parts.clock.now();
    QHash<SessionId, SessionFigures> figures;
    for (const Connection& connection : filter.hasFigures() ? live.connections : QList<Connection>()) {
        SessionFigures& sum = figures[connection.session];
        sum.sent += connection.bytesSent;
        sum.received += connection.bytesReceived;
        sum.sendRate += connection.sendRate;
        sum.receiveRate += connection.receiveRate;
        ++sum.connections;
    }
    QHash<SessionId, const Session*> sessions;
    for (const Session& session : live.sessions)
        sessions.insert(session.id, &session);
    SessionDelta found;
    QSet<SessionId> holders;
    for (const Connection& connection : live.connections) {
        const Session* session = sessions.value(connection.session);
        if (!session || !filter.matches(*session, connection, figures.value(connection.session), now))
            continue;
        found.connections.append(connection);
        holders.insert(connection.session);
    }
    for (const Session& session : live.sessions) {
        if (holders.contains(session.id))
            found.sessions.append(session);
    }
    return found;
}

Outcome list(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    const SessionFilter filter = filterOf(params);
    if (const auto bad = misfit(params))
        return *bad;
    const SessionDelta found = fitting(parts, filter);
    return QJsonObject{{Name("sessions"), arrayOf(found.sessions)}, {Name("connections"), arrayOf(found.connections)}};
}

Outcome subscribe(SessionFeed& feed, const ControlCall& call)
{
    MemberReader params(call.params);
    const auto interval = params.number(Name("interval"), SessionFeed::shortestInterval, SessionFeed::longestInterval);
    if (const auto bad = misfit(params))
        return *bad;
    feed.subscribe(call.channel, int(interval));
    return QJsonObject();
}

Outcome unsubscribe(SessionFeed& feed, const ControlCall& call)
{
    MemberReader params(call.params);
    if (const auto bad = misfit(params))
        return *bad;
    feed.unsubscribe(call.channel);
    return QJsonObject();
}

void disconnectThem(const ServiceParts& parts, const ControlCall& call, const Dispatcher::Done& done)
{
    MemberReader params(call.params);
    const QList<quint64> sessions = params.numbers(Name("sessions"));
    const QList<quint64> connections = params.numbers(Name("connections"));
    const bool filtered = params.has(Name("filter"));
    const SessionFilter filter = filterOf(params);
    const QString reason = params.text(Name("reason")).trimmed();
    if (reason.size() > longestReason)
        params.fail(makeError(Fault::TextTooLong, QStringLiteral("reason"), {QString::number(longestReason)}));
    if (!filtered && sessions.isEmpty() && connections.isEmpty())
        params.fail(makeError(Fault::NothingToEnd, QStringLiteral("sessions")));
    if (const auto bad = misfit(params))
        return done(*bad);
    DisconnectRequest request;
    request.sessions.assign(sessions.cbegin(), sessions.cend());
    request.connections.assign(connections.cbegin(), connections.cend());
    if (filtered) {
        const SessionDelta found = fitting(parts, filter);
        for (const Connection& connection : found.connections)
            request.connections.push_back(connection.id);
    }
    request.who = call.caller.who.toStdString();
    request.why = reason.toStdString();
    parts.dataPlane.disconnect(request, [done, reason](const std::vector<EndedConnection>& ended) {
        done({QJsonObject{{Name("ended"), endedJson(ended)}},
            QStringLiteral("%1: %2").arg(endedSentence(ended), reason)});
    });
}

} // namespace

QJsonArray endedJson(const std::vector<EndedConnection>& ended)
{
    return arrayOf(ended);
}

void addSessionMethods(Dispatcher& dispatcher, const ServiceParts& parts, SessionFeed& feed)
{
    using Access = Dispatcher::Access;
    using Effect = Dispatcher::Effect;
    dispatcher.add("sessions.list", Access::Viewer, Effect::Reads,
        [&parts](const ControlCall& call) { return list(parts, call); });
    dispatcher.add("sessions.subscribe", Access::Viewer, Effect::Reads,
        [&feed](const ControlCall& call) { return subscribe(feed, call); });
    dispatcher.add("sessions.unsubscribe", Access::Viewer, Effect::Reads,
        [&feed](const ControlCall& call) { return unsubscribe(feed, call); });
    dispatcher.addLater("sessions.disconnect", Access::Operator, Effect::Changes,
        [&parts](const ControlCall& call, const Dispatcher::Done& done) { disconnectThem(parts, call, done); });
}

} // namespace sallyport
