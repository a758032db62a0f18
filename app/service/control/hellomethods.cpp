// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/enrolmentcode.h"
#include "app/service/control/methods.h"
#include "models/base/fault.h"
#include "models/base/quoted.h"
#include "models/control/messages.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

constexpr qsizetype mostConsoles = 1000; // their list goes out as a whole

Outcome hello(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    params.number(Name("protocol"), 1, 1);
    params.text(Name("client"));
    if (const auto bad = misfit(params))
        return *bad;
    call.channel->setGreeted();
    return QJsonObject{{Name("server"), parts.policy.current()->policy.server.name},
        {Name("version"), Name(SALLYPORT_VERSION)}, {Name("protocol"), 1}, {Name("user"), call.caller.who},
        {Name("role"), roleWord(*call.caller.role)}};
}

// A wrong code costs the connection: whoever tries codes pays for a TLS handshake each.
Outcome refuseCode(const Error& error)
{
    Outcome outcome(error);
    outcome.close = true;
    return outcome;
}

Outcome enrol(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const QString code = params.text(Name("code"));
    const QString name = params.text(Name("name")).trimmed();
    if (!params.failed() && (name.isEmpty() || name.size() > 100))
        params.fail(makeError(Fault::NameLength, QStringLiteral("name"), {QStringLiteral("100")}));
    if (const auto bad = misfit(params))
        return *bad;
    if (call.caller.fingerprint.isEmpty())
        return makeError(Fault::EnrolmentLocal, QStringLiteral("enrol"));
    const auto enrolled = stores.records().consoles();
    if (!enrolled)
        return enrolled.error();
    if (enrolled->size() >= mostConsoles)
        return makeError(Fault::TooManyConsoles, QStringLiteral("consoles"), {QString::number(mostConsoles)});
    const TimePoint now = parts.clock.now();
    const auto role = stores.records().takeEnrolmentCode(enrolmentCodeHash(code), now);
    if (!role)
        return refuseCode(role.error());
    if (const Status added = stores.records().addConsole({call.caller.fingerprint, name, *role, now}); !added)
        return added.error();
    Caller caller = call.caller;
    caller.who = name;
    caller.role = *role;
    Outcome outcome(QJsonObject{{Name("role"), roleWord(*role)}},
        QStringLiteral("enrolled console %1 as %2").arg(quoted(name), roleWord(*role)));
    outcome.effect = [channel = call.channel, caller] {
        if (channel)
            channel->setCaller(caller);
    };
    return outcome;
}

Outcome status(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    if (const auto bad = misfit(params))
        return *bad;
    const auto inForce = parts.policy.current();
    const Policy& policy = inForce->policy;
    const auto services = parts.dataPlane.services();
    std::uint64_t connections = 0;
    for (const ServiceStatus& service : services)
        connections += service.connections;
    const auto endpoint
        = [&](ServiceName name) { return QJsonValue(QString::fromStdString(parts.dataPlane.endpoint(name))); };
    return QJsonObject{{Name("server"), policy.server.name}, {Name("version"), Name(SALLYPORT_VERSION)},
        {Name("started"), qint64(parts.started.time_since_epoch().count())},
        {Name("revision"), qint64(parts.policy.head().number)},
        {Name("problems"), arrayOf(parts.troubles() + validate(policy))}, {Name("connections"), qint64(connections)},
        {Name("sessions"), qint64(parts.dataPlane.sessions())}, {Name("logDropped"), qint64(parts.droppedLogRows())},
        {Name("services"), servicesJson(services)}, {Name("fingerprint"), parts.fingerprint},
        {Name("endpoints"),
            QJsonObject{{Name("webProxy"), endpoint(ServiceName::WebProxy)},
                {Name("socks"), endpoint(ServiceName::Socks)},
                {Name("firewallClient"), endpoint(ServiceName::Firewall)}}}};
}

} // namespace

void addHelloMethods(Dispatcher& dispatcher, const ServiceParts& parts)
{
    using Access = Dispatcher::Access;
    using Effect = Dispatcher::Effect;
    dispatcher.add(
        "hello", Access::Viewer, Effect::Reads, [&parts](const ControlCall& call) { return hello(parts, call); });
    dispatcher.addRecorded("enrol", Access::Stranger,
        [&parts](Stores& stores, const ControlCall& call) { return enrol(parts, stores, call); });
    dispatcher.add(
        "status", Access::Viewer, Effect::Reads, [&parts](const ControlCall& call) { return status(parts, call); });
}

} // namespace sallyport
