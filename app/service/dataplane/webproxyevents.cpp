// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a client of the Web Proxy while its request is under way, and the log of it.
#include "app/service/dataplane/webproxysession.h"

#include "app/service/dataplane/httphandout.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/httpwords.h"
#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/thisserver.h"
#include "app/service/dataplane/tunnel.h"
#include "app/service/http/pages.h"
#include "models/policy/rulewords.h"

namespace sallyport
{

namespace
{

// sc-status of a request that ended without a reply of its own, as proxies log it.
constexpr int clientClosed = 499;

} // namespace

void WebProxySession::onClientReady()
{
    m_exchange.pump();
}

void WebProxySession::onIdle()
{
    const bool answerable = m_exchange.active() && !m_exchange.replyBegun();
    if (clientEnded()) {
        // Most of these have gone, so that is what the log says; one that has not is told.
        if (answerable)
            endLog(LogOperation::Request, clientClosed);
        m_exchange.leave();
        // What it asked for besides would be waited for as long, one after the other.
        m_mayKeep = false;
    } else {
        m_exchange.abort();
    }
    if (answerable)
        onExchangeFailed(504, "The server did not answer in time.", 504);
    else
        breakOff();
}

void WebProxySession::onClosed(const EndReason* reason)
{
    if (m_logOpen)
        endLog(LogOperation::Request, m_exchange.status() ? m_exchange.status() : clientClosed,
            reason ? endText(*reason) : std::string());
    m_exchange.abort();
    if (m_record)
        m_shard.ledger().close(*m_record);
    m_record.reset();
}

bool WebProxySession::onServer(const IpAddress& address)
{
    m_log.address = address;
    openRecord(address);
    return true;
}

void WebProxySession::openRecord(const IpAddress& address)
{
    const HttpExchange::Job& job = m_exchange.job();
    if (!m_record) {
        SessionKey key;
        key.type = SessionType::WebProxy;
        key.client = m_client.address;
        m_record = m_shard.ledger().open(key, job.host, job.port, m_shard.now(), this);
        m_shard.ledger().connected(*m_record, address);
        m_recorded = job.authority;
    } else if (m_recorded != job.authority) {
        m_shard.ledger().retarget(*m_record, job.host, job.port, address);
        m_recorded = job.authority;
    }
}

void WebProxySession::onProgress()
{
    const std::uint64_t sent = m_exchange.sent() - m_toldSent;
    const std::uint64_t received = m_exchange.received() - m_toldReceived;
    if (!m_record || sent + received == 0)
        return;
    m_shard.ledger().moved(*m_record, sent, received);
    m_toldSent += sent;
    m_toldReceived += received;
}

void WebProxySession::onExchanged(bool keep)
{
    m_log.mimeType = clipped(m_exchange.mimeType(), longestAgent);
    endLog(LogOperation::Request, m_exchange.status());
    finish(keep);
}

void WebProxySession::onExchangeBarred(const Error& error, const std::string& request)
{
    const std::string asked = m_exchange.job().authority;
    m_log.address = m_exchange.address();
    if (serveBarred(request))
        return;
    endRefusal(LogOperation::Denied, 403, ruleword::thisServer);
    reply(barredReply(m_shard, error, asked, !m_mayKeep, m_headOnly), !m_mayKeep);
}

// A browser that uses the proxy for everything asks it for the client files, too, by whichever name or address of this
// server it was given them at: what can't be fetched through the proxy is handed out by it.
bool WebProxySession::serveBarred(const std::string& request)
{
    const HttpExchange::Job& job = m_exchange.job();
    if (job.port != m_ownPort || !m_shard.world().ownListeners.contains(m_exchange.address(), job.port))
        return false;
    http::RequestHead head;
    if (http::readRequestHead(request, {}, head))
        return false;
    const HandOutReply answer
        = handOut(m_shard, HandOutSide::WebProxy, m_client.address, head, head.target, !m_mayKeep);
    if (answer.status == 404)
        return false;
    endLog(LogOperation::Request, answer.status);
    reply(answer.bytes, !m_mayKeep);
    return true;
}

void WebProxySession::onExchangeFailed(int status, std::string sentence, int cause)
{
    const std::string asked = m_exchange.job().authority;
    endLog(LogOperation::Request, cause);
    reply(http::errorReply({status, sentence, {}, asked, {}}, http().context(!m_mayKeep, m_headOnly)), !m_mayKeep);
}

void WebProxySession::onExchangeBroken()
{
    breakOff();
}

void WebProxySession::onUpgraded(Upstream upstream, std::string fromServer)
{
    const HttpExchange::Job& job = m_exchange.job();
    TunnelRequest tunnel;
    tunnel.request.way = SessionType::WebProxy;
    tunnel.request.client = m_client.address;
    tunnel.request.host = job.host;
    tunnel.request.port = job.port;
    tunnel.log = m_log;
    tunnel.openStatus = 101;
    tunnel.early = std::move(received());
    m_logOpen = false;
    onProgress();
    m_shard.adopt(std::make_unique<Tunnel>(m_shard, handOver(), std::move(tunnel), std::move(upstream.socket),
        upstream.address, std::move(m_record), std::move(fromServer)));
}

void WebProxySession::beginRequest()
{
    m_began = m_shard.now();
    m_exchange.clear();
    m_toldSent = m_toldReceived = 0;
    m_log = {};
    m_logOpen = true;
}

void WebProxySession::beginLog(const http::RequestHead& head, const http::Target& target)
{
    beginRequest();
    m_log.method.assign(head.method);
    m_log.uri.assign(head.target);
    m_log.agent = clipped(head.value(http::FieldName::UserAgent), longestAgent);
    m_log.referrer = clipped(head.value(http::FieldName::Referer), longestReferrer);
    m_log.host.assign(target.authority.host);
    m_log.port = target.authority.port;
}

void WebProxySession::endLog(LogOperation operation, int status, std::string rule)
{
    if (m_logOpen)
        m_shard.log(takeLog(operation, status, std::move(rule)));
}

void WebProxySession::endRefusal(LogOperation operation, int status, std::string rule)
{
    if (m_logOpen)
        m_shard.refusals().add(takeLog(operation, status, std::move(rule)));
}

LogRecord WebProxySession::takeLog(LogOperation operation, int status, std::string rule)
{
    m_logOpen = false;
    m_log.way = SessionType::WebProxy;
    m_log.operation = operation;
    m_log.time = m_shard.now();
    m_log.client = m_client.address;
    m_log.protocol = "http";
    m_log.status = static_cast<std::uint32_t>(status);
    m_log.rule1 = std::move(rule);
    m_log.milliseconds = static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(m_log.time - m_began).count());
    m_log.bytesSent = m_exchange.sent();
    m_log.bytesReceived = m_exchange.received();
    m_log.session = m_record ? m_record->session() : 0;
    m_log.connection = m_record ? m_record->id() : 0;
    onProgress();
    return std::move(m_log);
}

} // namespace sallyport
