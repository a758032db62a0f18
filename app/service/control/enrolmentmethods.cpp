// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/enrolmentcode.h"
#include "app/service/control/methods.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

Outcome invite(const ServiceParts& parts, Stores& stores, const ControlCall& call)
{
    MemberReader params(call.params);
    const Role role = params.word(Name("role"), roleFromWord);
    if (const auto bad = misfit(params))
        return *bad;
    const auto code = issueEnrolmentCode(stores.records(), role, parts.clock.now());
    if (!code)
        return code.error();
    return {QJsonObject{{Name("code"), *code}, {Name("fingerprint"), parts.fingerprint}}, invitationSentence(role)};
}

} // namespace

void addEnrolmentMethods(Dispatcher& dispatcher, const ServiceParts& parts)
{
    dispatcher.addRecorded("consoles.invite", Dispatcher::Access::LocalAdministrator,
        [&parts](Stores& stores, const ControlCall& call) { return invite(parts, stores, call); });
}

} // namespace sallyport
