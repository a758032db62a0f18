// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/console/fakelink.h"

#include "models/control/messages.h"
#include "models/policy/policyjson.h"

#include <QJsonArray>
#include <QPointer>

namespace sallyport
{

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
    policy = next;
    head = {head.number + 1, head.number, author, QStringLiteral("from elsewhere"),
        TimePoint(std::chrono::seconds(2000)), {}};
    emit notified(QStringLiteral("policy.changed"), {});
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

Result<QJsonObject> FakeLink::answer(const QString& method, const QJsonObject& params)
{
    const auto revisionJson = [this] { return QJsonObject{{QStringLiteral("revision"), toJson(head)}}; };
    if (answers.contains(method))
        return answers.value(method);
    if (method == u"policy.get") {
        QJsonObject json = revisionJson();
        const auto revision = static_cast<RevisionNumber>(params.value(QStringLiteral("revision")).toDouble());
        json.insert(QStringLiteral("policy"), policyToJson(history.value(revision, policy)));
        return json;
    }
    if (method == u"policy.apply") {
        if (static_cast<RevisionNumber>(params.value(QStringLiteral("parent")).toDouble()) != head.number)
            return Error{ErrorCode::Conflict, QStringLiteral("parent"), QStringLiteral("somebody else applied first")};
        const Result<Policy> read = policyFromJson(params.value(QStringLiteral("policy")).toObject());
        if (!read)
            return read.error();
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
    if (method == u"policy.history")
        return QJsonObject{{QStringLiteral("revisions"), QJsonArray{toJson(head)}}};
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
    return QJsonObject();
}

} // namespace sallyport
