// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/console/fakelink.h"

#include "models/base/fault.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"
#include "models/policy/sessionfilter.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>

namespace sallyport
{

namespace
{

// What of an answer to sessions.list fits.
Result<QJsonObject> fitting(const QJsonObject& answer, const QString& text)
{
    if (text.isEmpty()) // there are too many of them
        return makeError(
            Fault::AnswerTooLong, QStringLiteral("sessions.list"), {QStringLiteral("2"), QStringLiteral("1")});
    const auto filter = SessionFilter::parse(text);
    if (!filter)
        return filter.error();
    const QJsonArray all = answer.value(QStringLiteral("sessions")).toArray();
    QJsonArray sessions;
    for (const QJsonValue& one : all) {
        if (filter->matches(*sessionFromJson(one.toObject()), {}))
            sessions.append(one);
    }
    return QJsonObject{{QStringLiteral("sessions"), sessions},
        {QStringLiteral("connections"), answer.value(QStringLiteral("connections"))}};
}

} // namespace

FakeLink::FakeLink()
{
    m_hello = {QStringLiteral("branch-a"), QStringLiteral("0.1.0"), 1, QStringLiteral("tester"), Role::Administrator};
}

void FakeLink::setState(State state)
{
    m_hello.role = role;
    m_state = state;
    emit stateChanged();
}

void FakeLink::setWords(const QString& server, const Error& error)
{
    m_hello.server = server;
    m_error = error;
}

void FakeLink::applyElsewhere(const Policy& next, const QString& author)
{
    m_past.append({head, policy});
    policy = next;
    head = {head.number + 1, head.number, author, QStringLiteral("from elsewhere"),
        TimePoint(std::chrono::seconds(2000)), {}};
    emit notified(QStringLiteral("policy.changed"), {});
}

void FakeLink::subscribeSessions(int)
{
    ++subscriptions;
    const QString method = QStringLiteral("sessions.subscribe");
    calls.append(method);
    if (failures.contains(method))
        emit sessionsRefused(failures.value(method));
}

void FakeLink::send(const QString& method, const QJsonObject& params, QObject* context, Handler handler)
{
    calls.append(method);
    if (deaf)
        return;
    const Result<QJsonObject> result = m_state == State::Online
        ? answer(method, params)
        : Result<QJsonObject>(Error{ErrorCode::Unreachable, method, QStringLiteral("not connected")});
    QMetaObject::invokeMethod(
        this,
        [result, context = QPointer<QObject>(context), handler = std::move(handler)] {
            if (context && handler)
                handler(result);
        },
        Qt::QueuedConnection);
}

// The head where the member is absent; null for one there never was.
const FakeLink::Past* FakeLink::past(const QJsonObject& params, const QString& member)
{
    m_head = {head, policy};
    const auto number = static_cast<RevisionNumber>(params.value(member).toInteger());
    if (number == 0 || number == head.number)
        return &m_head;
    const auto found = std::find_if(
        m_past.cbegin(), m_past.cend(), [number](const Past& past) { return past.revision.number == number; });
    return found == m_past.cend() ? nullptr : &*found;
}

// The first revision where none changed it.
Revision FakeLink::lastChange(const QString& path) const
{
    Past after{head, policy};
    for (qsizetype i = m_past.size(); i-- > 0;) {
        const QList<PolicyChange> changes = diffPolicies(m_past.at(i).policy, after.policy);
        const auto touches = [&path](const PolicyChange& change) {
            return change.path.startsWith(path) || path.startsWith(change.path);
        };
        if (std::any_of(changes.cbegin(), changes.cend(), touches))
            break;
        after = m_past.at(i);
    }
    return after.revision;
}

Result<QJsonObject> FakeLink::answer(const QString& method, const QJsonObject& params)
{
    const auto revisionJson = [this] { return QJsonObject{{QStringLiteral("revision"), toJson(head)}}; };
    if (failures.contains(method))
        return failures.value(method);
    if (method == u"sessions.list" && answers.contains(method))
        return fitting(answers.value(method), params.value(QStringLiteral("filter")).toString());
    if (answers.contains(method))
        return answers.value(method);
    if (method == u"policy.get") {
        const Past* found = past(params, QStringLiteral("revision"));
        if (!found)
            return Error{ErrorCode::NotFound, QStringLiteral("revision"), QStringLiteral("there is no such revision")};
        return QJsonObject{{QStringLiteral("revision"), toJson(found->revision)},
            {QStringLiteral("policy"), policyToJson(found->policy)}};
    }
    if (method == u"policy.restore") {
        const Past* found = past(params, QStringLiteral("revision"));
        if (!found)
            return Error{ErrorCode::NotFound, QStringLiteral("revision"), QStringLiteral("there is no such revision")};
        QJsonObject again = params;
        again.insert(QStringLiteral("policy"), policyToJson(found->policy));
        return answer(QStringLiteral("policy.apply"), again);
    }
    if (method == u"policy.diff") {
        const Past* from = past(params, QStringLiteral("from"));
        const Policy before = from ? from->policy : Policy();
        const Past* to = past(params, QStringLiteral("to"));
        if (!from || !to)
            return Error{ErrorCode::NotFound, QStringLiteral("revision"), QStringLiteral("there is no such revision")};
        QJsonArray changes;
        for (const PolicyChange& change : diffPolicies(before, to->policy))
            changes.append(toJson(change));
        return QJsonObject{{QStringLiteral("changes"), changes}};
    }
    if (method == u"policy.apply") {
        if (static_cast<RevisionNumber>(params.value(QStringLiteral("parent")).toDouble()) != head.number)
            return Error{ErrorCode::Conflict, QStringLiteral("parent"), QStringLiteral("somebody else applied first")};
        const Result<Policy> read = policyFromJson(params.value(QStringLiteral("policy")).toObject());
        if (!read)
            return read.error();
        m_past.append({head, policy});
        policy = *read;
        head = {head.number + 1, head.number, QStringLiteral("tester"),
            params.value(QStringLiteral("comment")).toString(), TimePoint(std::chrono::seconds(3000)), {}};
        return revisionJson();
    }
    if (method == u"policy.impact") {
        QJsonArray array;
        for (const RefusedConnection& one : refused)
            array.append(toJson(one));
        return QJsonObject{{QStringLiteral("refused"), array}};
    }
    if (method == u"policy.history") {
        QJsonArray revisions{toJson(head)};
        for (qsizetype i = m_past.size(); i-- > 0;)
            revisions.append(toJson(m_past.at(i).revision));
        return QJsonObject{{QStringLiteral("revisions"), revisions}};
    }
    if (method == u"policy.blame")
        return QJsonObject{
            {QStringLiteral("revision"), toJson(lastChange(params.value(QStringLiteral("path")).toString()))}};
    if (method == u"status") {
        QJsonArray array;
        for (const Problem& one : problems)
            array.append(toJson(one));
        return QJsonObject{{QStringLiteral("sessions"), sessions}, {QStringLiteral("problems"), array}};
    }
    if (method == u"services.control") {
        controlled.append(
            params.value(QStringLiteral("name")).toString() + u' ' + params.value(QStringLiteral("action")).toString());
        return answer(QStringLiteral("services.list"), {});
    }
    if (method == u"services.list") {
        QJsonArray services;
        for (const ServiceName name : {ServiceName::Firewall, ServiceName::WebProxy}) {
            const bool web = name == ServiceName::WebProxy;
            services.append(toJson(
                ServiceStatus{name, web ? webProxy : ServiceState::Running, TimePoint(std::chrono::seconds(1000)),
                    QStringLiteral("127.0.0.1:1745"), web ? webProxyDetail : QString(), 1}));
        }
        return QJsonObject{{QStringLiteral("services"), services}};
    }
    if (method == u"clients.list") {
        return QJsonObject{
            {QStringLiteral("current"),
                QJsonObject{{QStringLiteral("version"), QStringLiteral("\"v\"")}, {QStringLiteral("revision"), 1}}},
            {QStringLiteral("clients"), QJsonArray()}};
    }
    if (method == u"sessions.disconnect") {
        lastDisconnect = params;
        sessions = 0;
        QJsonArray ended;
        for (int i = 0; i < params.value(QStringLiteral("connections")).toArray().size()
                 + params.value(QStringLiteral("sessions")).toArray().size();
             ++i)
            ended.append(toJson(EndedConnection{static_cast<ConnectionId>(i) + 1, 1, QStringLiteral("h"), 1, 0, 0}));
        return QJsonObject{{QStringLiteral("ended"), ended}};
    }
    if (method == u"audit.list")
        return QJsonObject{{QStringLiteral("records"), QJsonArray()}};
    return QJsonObject();
}

} // namespace sallyport
