// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/dispatcher.h"

#include <QThread>

namespace sallyport
{

namespace
{

bool suffices(const std::optional<Role>& role, Dispatcher::Access access)
{
    switch (access) {
    case Dispatcher::Access::Stranger:
        return true;
    case Dispatcher::Access::Viewer:
        return role.has_value();
    case Dispatcher::Access::Operator:
        return role == Role::Operator || role == Role::Administrator;
    case Dispatcher::Access::Administrator:
        break;
    }
    return role == Role::Administrator;
}

QString leastRole(Dispatcher::Access access)
{
    switch (access) {
    case Dispatcher::Access::Operator:
        return roleWord(Role::Operator);
    case Dispatcher::Access::Administrator:
        return roleWord(Role::Administrator);
    case Dispatcher::Access::Stranger:
    case Dispatcher::Access::Viewer:
        break;
    }
    return roleWord(Role::Viewer);
}

} // namespace

Dispatcher::Dispatcher(RecordStore& records, const Clock& clock)
    : m_records(records)
    , m_clock(clock)
{
}

void Dispatcher::add(const char* name, Access access, Effect effect, const Handler& handler)
{
    addLater(name, access, effect, [handler](const ControlCall& call, const Done& done) { done(handler(call)); });
}

void Dispatcher::addLater(const char* name, Access access, Effect effect, const LaterHandler& handler)
{
    m_byName.insert(QString::fromLatin1(name), m_methods.size());
    m_methods.append({QString::fromLatin1(name), access, effect, handler});
}

std::optional<Outcome> Dispatcher::refusal(const Caller& caller, const Method& method) const
{
    if (suffices(caller.role, method.access))
        return std::nullopt;
    if (!caller.role) {
        Outcome outcome(Error{ErrorCode::NotAuthenticated, method.name,
            QStringLiteral(
                "this console is not enrolled; have an administrator run \"sallyportd enrol\" on the server and enter "
                "its code")});
        outcome.close = true;
        return outcome;
    }
    return Outcome(Error{ErrorCode::PermissionDenied, method.name,
        QStringLiteral("needs the role %1; %2 is %3")
            .arg(leastRole(method.access), caller.who, roleWord(*caller.role))});
}

void Dispatcher::dispatch(ControlChannel* channel, const RpcRequest& request)
{
    const auto found = m_byName.constFind(request.method);
    if (found == m_byName.cend()) {
        const Error unknown{
            ErrorCode::UnknownWord, request.method, QStringLiteral("there is no such method; see PROTOCOL.md")};
        channel->answer(RpcFailure{request.id, RpcCode::MethodNotFound, unknown, {}});
        return;
    }
    const Method& method = m_methods.at(*found);
    const ControlCall call{channel->caller(), request.params, channel};
    if (const auto refused = refusal(call.caller, method))
        return finish(channel, call.caller, method, request.id, *refused);
    // A handler may answer from a data-plane thread; what follows belongs to this one.
    const auto done
        = [this, channel = call.channel, caller = call.caller, &method, id = request.id](const Outcome& outcome) {
              if (QThread::currentThread() == thread())
                  return finish(channel, caller, method, id, outcome);
              QMetaObject::invokeMethod(
                  this, [=, this, &method] { finish(channel, caller, method, id, outcome); }, Qt::QueuedConnection);
          };
    method.handler(call, done);
}

void Dispatcher::audit(const Caller& caller, const Method& method, const Outcome& outcome)
{
    AuditRecord record;
    record.time = m_clock.now();
    record.who = caller.who;
    record.from = caller.from;
    record.action = method.name;
    record.done = outcome.result.ok();
    record.what = record.done ? outcome.what : outcome.result.error().text();
    if (const Status kept = m_records.addAudit(record); !kept)
        qCritical(
            "audit trail: cannot record \"%s\": %s", qUtf8Printable(record.what), qUtf8Printable(kept.error().text()));
}

void Dispatcher::finish(const QPointer<ControlChannel>& channel, const Caller& caller, const Method& method,
    const QJsonValue& id, const Outcome& outcome)
{
    if (method.effect == Effect::Changes)
        audit(caller, method, outcome);
    if (channel && outcome.result)
        channel->answer(RpcReply{id, *outcome.result});
    else if (channel)
        channel->answer(RpcFailure{id, outcome.code, outcome.result.error(), outcome.data});
    if (channel && outcome.close)
        channel->closeGently();
    emit answered(method.name);
}

} // namespace sallyport
