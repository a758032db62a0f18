// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/blamebook.h"
#include "app/service/control/methods.h"
#include "app/service/control/revisionaudit.h"
#include "models/base/fault.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

constexpr std::uint64_t mostListed = 10000;
constexpr int longestComment = 2000;

QString commentOf(MemberReader& params)
{
    const QString comment = params.text(Name("comment")).trimmed();
    if (comment.size() > longestComment)
        params.fail(makeError(Fault::TextTooLong, QStringLiteral("comment"), {QString::number(longestComment)}));
    return comment;
}

Outcome get(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const PreparedPolicy inForce = parts.policy.inForce();
    const RevisionNumber number
        = params.numberOr(Name("revision"), inForce.head.number, 1, MemberReader::greatestNumber);
    if (const auto bad = misfit(params))
        return *bad;
    if (number == inForce.head.number) {
        return QJsonObject{
            {Name("revision"), toJson(inForce.head)}, {Name("policy"), policyToJson(inForce.enforcement->policy)}};
    }
    const auto revision = stores.policies().revision(number);
    if (!revision)
        return revision.error();
    const auto policy = stores.policies().policy(number);
    if (!policy)
        return policy.error();
    return QJsonObject{{Name("revision"), toJson(*revision)}, {Name("policy"), policyToJson(*policy)}};
}

Outcome check(const ServiceParts&, Stores&, const ControlCall& call)
{
    MemberReader params(call.params);
    const QJsonObject json = params.object(Name("policy"));
    if (const auto bad = misfit(params))
        return *bad;
    QList<Problem> problems;
    const auto policy = policyFromJson(json, &problems);
    return QJsonObject{{Name("problems"), arrayOf(policy ? validate(*policy) : problems)}};
}

// Applies on the store's thread; what was applied is enforced before it is answered.
Outcome applyTo(const ServiceParts& parts, Stores& stores, RevisionNumber parent, const Policy& policy,
    const ControlCall& call, const QString& comment)
{
    const PreparedPolicy before = parts.policy.newest();
    const auto after = parts.policy.apply(stores.policies(), parent, policy, call.caller.who, comment);
    if (!after) {
        Outcome outcome(after.error());
        if (after.error().code == ErrorCode::Conflict)
            outcome.data.insert(Name("head"), toJson(before.head));
        return outcome;
    }
    const auto changes = diffPolicies(before.enforcement->policy, after->enforcement->policy);
    Outcome outcome(
        QJsonObject{{Name("revision"), toJson(after->head)}}, revisionSentence(after->head.number, changes));
    if (after->head.number != before.head.number)
        outcome.revision = after->head;
    outcome.effect = [&keeper = parts.policy, after = *after] { keeper.enforce(after); };
    return outcome;
}

Outcome apply(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const RevisionNumber parent = params.number(Name("parent"), 1);
    const QString comment = commentOf(params);
    const QJsonObject json = params.object(Name("policy"));
    if (const auto bad = misfit(params))
        return *bad;
    QList<Problem> problems;
    const auto policy = policyFromJson(json, &problems);
    if (policy)
        problems = validate(*policy);
    if (!policy || hasErrors(problems)) {
        Outcome outcome(policy ? makeError(Fault::PolicyRefused, QStringLiteral("policy")) : policy.error());
        outcome.data.insert(Name("problems"), arrayOf(problems));
        return outcome;
    }
    return applyTo(parts, stores, parent, *policy, call, comment);
}

Outcome restore(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const RevisionNumber number = params.number(Name("revision"), 1);
    const RevisionNumber parent = params.number(Name("parent"), 1);
    const QString comment = commentOf(params);
    if (const auto bad = misfit(params))
        return *bad;
    const auto policy = stores.policies().policy(number);
    if (!policy)
        return policy.error();
    return applyTo(parts, stores, parent, *policy, call, comment);
}

Outcome history(const ServiceParts&, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const auto limit = params.number(Name("limit"), 1, mostListed);
    const RevisionNumber before = params.numberOr(Name("before"), 0, 0, MemberReader::greatestNumber);
    if (const auto bad = misfit(params))
        return *bad;
    const auto revisions = stores.policies().history(int(limit), before);
    if (!revisions)
        return revisions.error();
    return pageOf(Name("revisions"), *revisions, [](const Revision& each) { return toJson(each); });
}

Outcome diff(const ServiceParts&, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const RevisionNumber from = params.number(Name("from"), 1);
    const RevisionNumber to = params.number(Name("to"), 1);
    if (const auto bad = misfit(params))
        return *bad;
    const auto before = stores.policies().policy(from);
    if (!before)
        return before.error();
    const auto after = stores.policies().policy(to);
    if (!after)
        return after.error();
    return QJsonObject{{Name("changes"), arrayOf(diffPolicies(*before, *after))}};
}

Outcome blame(BlameBook& book, const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const QString path = params.text(Name("path"));
    if (const auto bad = misfit(params))
        return *bad;
    const PreparedPolicy inForce = parts.policy.inForce();
    const auto answer = book.ask(stores.policies(), inForce.head, inForce.enforcement->policy, path);
    if (!answer)
        return answer.error();
    if (answer->revision)
        return QJsonObject{{Name("revision"), toJson(*answer->revision)}};
    return QJsonObject{{Name("unchangedSince"), qint64(answer->unchangedSince)}};
}

// What decides of one that is there: where it goes was decided with it.
Request requestOf(const Session& session)
{
    Request request;
    request.way = session.type;
    request.application = session.application.toStdString();
    return request;
}

Outcome impact(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    const QJsonObject json = params.object(Name("policy"));
    if (const auto bad = misfit(params))
        return *bad;
    const auto policy = policyFromJson(json);
    if (!policy)
        return policy.error();
    const auto compiled = compile(*policy);
    if (!compiled)
        return compiled.error();
    const SessionDelta live = parts.dataPlane.snapshot();
    QHash<SessionId, const Session*> sessions;
    for (const Session& session : live.sessions)
        sessions.insert(session.id, &session);
    const TimePoint now = parts.clock.now();
    const auto inForce = parts.policy.current();
    QJsonArray refused;
    for (const Connection& connection : live.connections) {
        const Session* session = sessions.value(connection.session);
        if (!session)
            continue;
        const Request request = requestOf(*session);
        const Decision decision = (*compiled)->decide(request, now);
        // What the policy in force refuses as well lives on from before it: the new one changes nothing for that.
        if (decision.verdict == Verdict::Deny && inForce->compiled->decide(request, now).verdict == Verdict::Allow)
            refused.append(toJson(RefusedConnection{*session, connection, decision}));
    }
    return QJsonObject{{Name("refused"), refused}};
}

} // namespace

void addPolicyMethods(Dispatcher& dispatcher, const ServiceParts& parts)
{
    using Access = Dispatcher::Access;
    using Effect = Dispatcher::Effect;
    const auto add = [&](const char* name, Access access, Effect effect,
                         Outcome (*method)(const ServiceParts&, Stores&, const ControlCall&)) {
        dispatcher.addStored(name, access, effect,
            [&parts, method](Stores& stores, const ControlCall& call) { return method(parts, stores, call); });
    };
    add("policy.get", Access::Viewer, Effect::Reads, get);
    add("policy.check", Access::Viewer, Effect::Reads, check);
    add("policy.apply", Access::Administrator, Effect::Changes, apply);
    add("policy.restore", Access::Administrator, Effect::Changes, restore);
    add("policy.history", Access::Viewer, Effect::Reads, history);
    add("policy.diff", Access::Viewer, Effect::Reads, diff);
    // Used by the one thread that reads.
    dispatcher.addStored("policy.blame", Access::Viewer, Effect::Reads,
        [&parts, book = std::make_shared<BlameBook>()](
            Stores& stores, const ControlCall& call) { return blame(*book, parts, stores, call); });
    // Not on a store's thread: it looks at the live connections.
    dispatcher.add("policy.impact", Access::Viewer, Effect::Reads,
        [&parts](const ControlCall& call) { return impact(parts, call); });
}

} // namespace sallyport
