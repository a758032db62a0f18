// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httpwords.h"

#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/thisserver.h"
#include "models/policy/rulewords.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// "application entry msmsgs: DisableEx=1"
std::string entryText(const QString& name, const QList<ApplicationEntry>& entries)
{
    std::string text = "application entry " + name.toStdString();
    // Two spellings of one program may have an entry each.
    const auto entry = std::find_if(entries.begin(), entries.end(), [&name](const ApplicationEntry& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0 && one.isDisabled();
    });
    if (entry != entries.end())
        text.append(": ").append(applicationKeySpec(entry->disablingKey()).name.data()).append("=1");
    return text;
}

} // namespace

std::string deciderText(const Decision& decision, const Policy& policy)
{
    const std::string object = decision.object.toStdString();
    switch (decision.reason) {
    case Reason::ApplicationDisabled:
    case Reason::CommonConfigurationDisabled:
        return entryText(decision.object, policy.client.applications);
    case Reason::FilterDisabled:
        return "application filter " + object;
    case Reason::ProgramUnknown:
        return "cannot tell: the request names no program (header Sallyport-Application)";
    case Reason::UnmatchedAllowed:
    case Reason::UnmatchedDenied:
        return "the policy's setting for unmatched requests";
    case Reason::ListenerDisabled:
    case Reason::ThisServer:
        break;
    }
    return object;
}

std::string deniedReply(Shard& shard, const Decision& decision, const std::string& request, bool close, bool head)
{
    const std::string sentence = reasonText(decision).toStdString();
    const std::string decider = deciderText(decision, shard.enforcement()->policy);
    return http::errorReply({403, sentence, decider, request, {}}, shard.http().context(close, head));
}

std::string barredReply(Shard& shard, const Error& error, const std::string& request, bool close, bool head)
{
    return http::errorReply(
        {403, error.detail.toStdString(), ruleword::thisServer, request, {}}, shard.http().context(close, head));
}

std::string connectRefusal(Shard& shard, const TunnelRequest& request, const TunnelFailure& failure)
{
    const std::string asked = endpointText(request.request.host, request.request.port);
    if (failure.kind == TunnelFailure::Kind::Denied)
        return deniedReply(shard, failure.decision, asked, true, false);
    if (failure.kind == TunnelFailure::Kind::Barred)
        return barredReply(shard, failure.error, asked, true, false);
    int status = 502;
    std::string sentence = "The destination can't be reached: " + failure.error.detail.toStdString() + '.';
    switch (failure.kind) {
    case TunnelFailure::Kind::Resolve:
        sentence = "The destination's name is not known: " + failure.error.detail.toStdString() + '.';
        break;
    case TunnelFailure::Kind::TimedOut:
        status = 504;
        sentence = "The destination did not answer in time.";
        break;
    case TunnelFailure::Kind::Exhausted:
        status = 503;
        sentence = "The service has no connection free at the moment; try again.";
        break;
    case TunnelFailure::Kind::Connect:
    case TunnelFailure::Kind::Denied:
    case TunnelFailure::Kind::Barred:
        break;
    }
    return http::errorReply({status, sentence, {}, asked, {}}, shard.http().context(true));
}

} // namespace sallyport
