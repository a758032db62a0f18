// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/firewallclientsession.h"

#include "app/service/dataplane/clientidentity.h"
#include "app/service/dataplane/httphandout.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/httpwords.h"
#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/tunnel.h"
#include "models/policy/rulewords.h"

namespace sallyport
{

std::unique_ptr<ClientSession> FirewallClientSession::make(Shard& shard, AcceptedClient client)
{
    return std::make_unique<FirewallClientSession>(shard, std::move(client));
}

FirewallClientSession::FirewallClientSession(Shard& shard, AcceptedClient client)
    : HttpClient(shard, std::move(client))
{
}

void FirewallClientSession::onRequest(
    const http::RequestHead& head, const http::Target& target, const http::Framing& framing)
{
    const bool close
        = !http::clientPersists(head, http::connectionOptions(head)) || framing.kind != http::BodyKind::None;
    switch (target.form) {
    case http::TargetForm::Authority:
        connect(head, target);
        break;
    case http::TargetForm::Origin:
        handOutFile(head, target, close);
        break;
    case http::TargetForm::Absolute:
        refuse(400, "This is the Firewall Client channel, not the Web Proxy: ask with CONNECT HOST:PORT.", close);
        break;
    case http::TargetForm::Asterisk:
        refuse(405, "Only CONNECT, GET and HEAD are served here.", close, "Allow: CONNECT, GET, HEAD\r\n");
        break;
    }
}

void FirewallClientSession::onRefused(const http::Refusal& refusal)
{
    logRefusal(refusal.status);
}

void FirewallClientSession::logRefusal(int status)
{
    LogRecord row;
    row.way = SessionType::FirewallClient;
    row.operation = LogOperation::Denied;
    row.time = m_shard.now();
    row.client = m_client.address;
    row.status = static_cast<std::uint32_t>(status);
    row.rule1 = ruleword::malformedRequest;
    m_shard.refusals().add(std::move(row));
}

void FirewallClientSession::handOutFile(const http::RequestHead& head, const http::Target& target, bool close)
{
    const HandOutReply answer
        = handOut(m_shard, HandOutSide::FirewallClient, m_client.address, head, target.path, close);
    if (answer.status == 400)
        logRefusal(answer.status);
    reply(answer.bytes, close);
}

void FirewallClientSession::connect(const http::RequestHead& head, const http::Target& target)
{
    TunnelRequest tunnel;
    tunnel.request.way = SessionType::FirewallClient;
    tunnel.request.client = m_client.address;
    tunnel.request.host = target.authority.host;
    tunnel.request.port = target.authority.port;
    tunnel.rooted = target.authority.rooted;
    const std::optional<ClientIdentity> identity = identify(head);
    if (!identity) {
        refuse(400, badIdentity, true);
        return;
    }
    tunnel.request.application = identity->application;
    tunnel.request.user = identity->user;
    tunnel.request.computer = identity->computer;
    tunnel.log.method = "CONNECT";
    tunnel.early = std::move(received());
    tunnel.greeting = connectGranted;
    tunnel.refusal = connectRefusal;
    m_shard.adopt(std::make_unique<Tunnel>(m_shard, handOver(), std::move(tunnel)));
}

void FirewallClientSession::refuse(int status, std::string_view sentence, bool close, std::string_view extraFields)
{
    logRefusal(status);
    reply(http::errorReply({status, sentence, {}, {}, extraFields}, http().context(close)), close);
}

} // namespace sallyport
