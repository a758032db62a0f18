// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/methods.h"
#include "models/control/messages.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

constexpr std::uint64_t mostListed = 10000;

QJsonObject toJson(const EnrolledConsole& console)
{
    return {{Name("fingerprint"), console.fingerprint}, {Name("name"), console.name},
        {Name("role"), roleWord(console.role)},
        {Name("enrolled"), qint64(console.enrolled.time_since_epoch().count())}};
}

Outcome clients(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const auto limit = params.numberOr(Name("limit"), mostListed, 1, mostListed);
    auto after = params.numberOr(Name("after"), 0, 0, MemberReader::greatestNumber);
    if (const auto bad = misfit(params))
        return *bad;
    const auto fetches = stores.records().fetchPage(int(limit), after);
    if (!fetches)
        return fetches.error();
    const auto inForce = parts.policy.current();
    const HandOut& files = inForce->handOut;
    const QJsonObject current{
        {Name("version"), QString::fromStdString(files.mspclntTag)}, {Name("revision"), qint64(files.revision)}};
    QJsonObject page{{Name("current"), current}, {Name("clients"), arrayOf(*fetches)}};
    if (after > 0)
        page.insert(Name("next"), qint64(after));
    return page;
}

Outcome audit(const ServiceParts&, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const auto limit = params.number(Name("limit"), 1, mostListed);
    const auto before = params.numberOr(Name("before"), 0, 0, MemberReader::greatestNumber);
    if (const auto bad = misfit(params))
        return *bad;
    const auto records = stores.records().audit(int(limit), before);
    if (!records)
        return records.error();
    return pageOf(Name("records"), *records, [](const AuditRecord& each) { return sallyport::toJson(each); });
}

Outcome log(const ServiceParts&, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    LogQuery query;
    query.limit = int(params.number(Name("limit"), 1, mostListed));
    query.before = params.numberOr(Name("before"), 0, 0, MemberReader::greatestNumber);
    query.text = params.text(Name("text"), QString());
    if (const auto bad = misfit(params))
        return *bad;
    const auto logs = stores.log();
    if (!logs)
        return logs.error();
    const auto found = (*logs)->query(query);
    if (!found)
        return found.error();
    const auto rowOf = [](const LogRow& row) {
        QJsonObject json = sallyport::toJson(row.record);
        json.insert(Name("number"), qint64(row.number));
        return json;
    };
    return pageOf(Name("rows"), *found, rowOf);
}

Outcome consoles(const ServiceParts&, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    if (const auto bad = misfit(params))
        return *bad;
    const auto enrolled = stores.records().consoles();
    if (!enrolled)
        return enrolled.error();
    QJsonArray list;
    for (const EnrolledConsole& console : *enrolled)
        list.append(toJson(console));
    return QJsonObject{{Name("consoles"), list}};
}

Outcome revoke(Stores& stores, const std::function<void(const QString&)>& revoked, const ControlCall& call)
{
    MemberReader params(call.params);
    const QString fingerprint = params.text(Name("fingerprint"));
    if (const auto bad = misfit(params))
        return *bad;
    if (const Status removed = stores.records().removeConsole(fingerprint); !removed)
        return removed.error();
    Outcome outcome(QJsonObject(), QStringLiteral("revoked console %1").arg(fingerprint));
    outcome.effect = [revoked, fingerprint] { revoked(fingerprint); };
    return outcome;
}

} // namespace

void addRecordMethods(
    Dispatcher& dispatcher, const ServiceParts& parts, const std::function<void(const QString&)>& revoked)
{
    using Access = Dispatcher::Access;
    using Effect = Dispatcher::Effect;
    const auto add
        = [&](const char* name, Access access, Outcome (*method)(const ServiceParts&, Stores&, const ControlCall&)) {
              dispatcher.addStored(name, access, Effect::Reads,
                  [&parts, method](Stores& stores, const ControlCall& call) { return method(parts, stores, call); });
          };
    add("clients.list", Access::Viewer, clients);
    add("audit.list", Access::Viewer, audit);
    add("log.query", Access::Viewer, log);
    add("consoles.list", Access::Administrator, consoles);
    dispatcher.addRecorded("consoles.revoke", Access::Administrator,
        [revoked](Stores& stores, const ControlCall& call) { return revoke(stores, revoked, call); });
}

} // namespace sallyport
