// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/webproxysession.h"

#include "app/service/dataplane/httphandout.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/httpwords.h"
#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/tunnel.h"
#include "app/service/http/authentication.h"
#include "app/service/http/forward.h"
#include "models/policy/rulewords.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Methods that may be sent again when an idle connection turns out to be closed (RFC 9110 section 9.2.2).
bool isIdempotent(std::string_view method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "PUT" || method == "DELETE";
}

} // namespace

std::unique_ptr<ClientSession> WebProxySession::make(Shard& shard, AcceptedClient client)
{
    return std::make_unique<WebProxySession>(shard, std::move(client));
}

WebProxySession::WebProxySession(Shard& shard, AcceptedClient client)
    : HttpClient(shard, std::move(client))
    , m_exchange(shard, *this, *this)
{
}

WebProxySession::~WebProxySession()
{
    if (m_record)
        m_shard.ledger().close(*m_record);
}

void WebProxySession::onRequest(const http::RequestHead& head, const http::Target& target, const http::Framing& framing)
{
    m_headOnly = head.method == "HEAD";
    m_mayKeep = http::clientPersists(head, http::connectionOptions(head)) && framing.kind == http::BodyKind::None;
    beginLog(head, target);
    if (http::isLoop(head, http().via())) {
        refuseRequest(508, "The request has passed this proxy before: it would go round for ever.");
        return;
    }
    if (head.find(http::FieldName::Expect)
        && !http::equalsNoCase(head.value(http::FieldName::Expect), "100-continue")) {
        refuseRequest(417, "The only expectation known here is 100-continue.");
        return;
    }
    if (target.form == http::TargetForm::Authority)
        connect(head, target);
    else if (target.form != http::TargetForm::Absolute || isSelf(target.authority))
        serveSelf(head, target);
    else if (!answeredHere(head, target))
        forward(head, target, framing);
}

void WebProxySession::onRefused(const http::Refusal& refusal)
{
    beginRequest();
    endRefusal(LogOperation::Request, refusal.status, ruleword::malformedRequest);
}

void WebProxySession::connect(const http::RequestHead& head, const http::Target& target)
{
    TunnelRequest tunnel;
    tunnel.request.way = SessionType::WebProxy;
    tunnel.request.client = m_client.address;
    tunnel.request.host = target.authority.host;
    tunnel.request.port = target.authority.port;
    tunnel.rooted = target.authority.rooted;
    tunnel.log.agent = clipped(head.value(http::FieldName::UserAgent), longestAgent);
    tunnel.log.protocol = "https";
    tunnel.log.method = "CONNECT";
    tunnel.log.uri = head.target;
    tunnel.early = std::move(received());
    tunnel.greeting = connectGranted;
    tunnel.refusal = connectRefusal;
    tunnel.openStatus = 200;
    m_logOpen = false;
    if (m_record) {
        m_shard.ledger().close(*m_record);
        m_record.reset();
    }
    m_shard.adopt(std::make_unique<Tunnel>(m_shard, handOver(), std::move(tunnel)));
}

void WebProxySession::serveSelf(const http::RequestHead& head, const http::Target& target)
{
    if (target.path == "*") {
        endLog(LogOperation::Request, 204);
        reply(http::contentReply(
                  200, "text/plain", {}, "Allow: GET, HEAD, OPTIONS, CONNECT\r\n", http().context(!m_mayKeep)),
            !m_mayKeep);
        return;
    }
    const HandOutReply answer
        = handOut(m_shard, HandOutSide::WebProxy, m_client.address, head, target.path, !m_mayKeep);
    endLog(LogOperation::Request, answer.status);
    reply(answer.bytes, !m_mayKeep);
}

// Max-Forwards lets a client ask a proxy on the way (RFC 9110 section 7.6.2).
bool WebProxySession::answeredHere(const http::RequestHead& head, const http::Target&)
{
    const std::string_view hops = head.value(http::FieldName::MaxForwards);
    if (hops.empty() || (head.method != "OPTIONS" && head.method != "TRACE"))
        return false;
    if (!http::isDigits(hops) || hops.size() > 4) {
        refuseRequest(400, "Max-Forwards is not a small number.");
        return true;
    }
    if (hops.find_first_not_of('0') != std::string_view::npos)
        return false;
    if (head.method == "TRACE") {
        refuseRequest(405, "The proxy does not send requests back.", "Allow: GET, HEAD, OPTIONS, CONNECT\r\n");
        return true;
    }
    endLog(LogOperation::Request, 200);
    reply(
        http::contentReply(200, "text/plain", {}, "Allow: GET, HEAD, OPTIONS, CONNECT\r\n", http().context(!m_mayKeep)),
        !m_mayKeep);
    return true;
}

void WebProxySession::forward(const http::RequestHead& head, const http::Target& target, const http::Framing& framing)
{
    Request request;
    request.way = SessionType::WebProxy;
    request.client = m_client.address;
    request.host = target.authority.host;
    request.port = target.authority.port;
    if (target.authority.isAddress)
        request.address = IpAddress::parse(target.authority.host).value_or(IpAddress());
    const Decision decision = m_shard.decide(request);
    if (decision.verdict != Verdict::Allow) {
        const std::string asked = endpointText(request.host, request.port);
        endRefusal(LogOperation::Denied, 403, deciderRule(decision));
        reply(deniedReply(m_shard, decision, asked, !m_mayKeep, m_headOnly), !m_mayKeep);
        return;
    }
    const http::ConnectionOptions options = http::connectionOptions(head);
    HttpExchange::Job& job = m_exchange.job();
    job.host = std::move(request.host);
    job.port = request.port;
    job.client = m_client.address;
    job.rooted = target.authority.rooted;
    job.authority = endpointText(job.host, job.port);
    if (job.rooted)
        job.authority.insert(job.host.size(), 1, '.');
    job.method.assign(head.method);
    job.framing = framing;
    job.connectTimeout = std::chrono::seconds(m_shard.enforcement()->policy.listeners.connectTimeoutSeconds);
    job.idempotent = isIdempotent(head.method);
    job.http10 = head.minorVersion == 0;
    job.keep = http::clientPersists(head, options) || http::asksKeepAlive(head, options);
    job.bound = http::bindsConnection(head);
    job.upgrade = framing.kind == http::BodyKind::None && http::wantsUpgrade(head, options);
    http::RequestForwarding forwarding{http().via(), framing, options, job.upgrade, std::nullopt};
    if (const std::string_view hops = head.value(http::FieldName::MaxForwards);
        !hops.empty() && (head.method == "OPTIONS" || head.method == "TRACE"))
        forwarding.maxForwards = static_cast<unsigned>(std::stoul(std::string(hops))) - 1;
    job.bytes.clear();
    http::appendRequest(job.bytes, head, target, forwarding);
    if (job.bytes.capacity() > ClientSlot::uncounted)
        job.bytes.shrink_to_fit(); // long ones are counted by what they take
    job.logged = m_log.uri.size() + m_log.agent.size() + m_log.referrer.size();
    if (!m_exchange.hold()) {
        m_exchange.leave();
        m_logOpen = false;
        refuseForRoom();
        return;
    }
    m_exchange.start();
}

void WebProxySession::refuseRequest(int status, std::string_view sentence, std::string_view extraFields)
{
    const std::string asked = m_log.uri;
    endRefusal(LogOperation::Request, status);
    reply(http::errorReply({status, sentence, {}, asked, extraFields}, http().context(!m_mayKeep, m_headOnly)),
        !m_mayKeep);
}

// Our files are also served to a client that asks for them through the proxy.
bool WebProxySession::isSelf(const http::Authority& authority)
{
    if (m_ownPort == 0) {
        const SockAddress own = localAddress(socket().fd());
        m_ownAddress = own.address();
        m_ownPort = own.port();
    }
    if (authority.port != m_ownPort)
        return false;
    if (authority.isAddress)
        return IpAddress::parse(authority.host) == m_ownAddress;
    const Policy& policy = m_shard.enforcement()->policy;
    const QString host = QString::fromLatin1(authority.host.data(), static_cast<qsizetype>(authority.host.size()));
    const auto is
        = [&host](const QString& name) { return !name.isEmpty() && host.compare(name, Qt::CaseInsensitive) == 0; };
    return is(policy.server.name) || is(policy.client.serverName) || is(policy.client.webProxyName)
        || is(QStringLiteral("localhost"));
}

} // namespace sallyport
