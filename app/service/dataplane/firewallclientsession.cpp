// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/firewallclientsession.h"

#include "app/service/dataplane/httphandout.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/httpwords.h"
#include "app/service/dataplane/tunnel.h"

#include <QStringDecoder>

namespace sallyport
{

namespace
{

// Longer than any file name, account or computer name of the systems that run Firewall Clients.
constexpr std::size_t longestIdentity = 256;

bool isIdentity(std::string_view text)
{
    if (text.size() > longestIdentity || text.find('\t') != std::string_view::npos)
        return false;
    // Stateless: an unfinished character at the end is an error, too.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

} // namespace

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
        reply(handOut(m_shard, HandOutSide::FirewallClient, m_client.address, head, target.path, close).bytes, close);
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
    row.rule1 = "malformed request";
    m_shard.log(std::move(row));
}

// Who asks, by the client's own words. Twice the same header would let two readers see two programs.
bool FirewallClientSession::identify(const http::RequestHead& head, Request& request)
{
    const auto read = [&head](http::FieldName name, std::string& value) {
        value = head.value(name);
        return head.count(name) <= 1 && isIdentity(value);
    };
    return read(http::FieldName::SallyportApplication, request.application)
        && read(http::FieldName::SallyportUser, request.user)
        && read(http::FieldName::SallyportComputer, request.computer);
}

void FirewallClientSession::connect(const http::RequestHead& head, const http::Target& target)
{
    TunnelRequest tunnel;
    tunnel.request.way = SessionType::FirewallClient;
    tunnel.request.client = m_client.address;
    tunnel.request.host = target.authority.host;
    tunnel.request.port = target.authority.port;
    if (!identify(head, tunnel.request)) {
        refuse(400, "A Sallyport- header is there twice, longer than 256 bytes, or holds a character it may not have.",
            true);
        return;
    }
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
