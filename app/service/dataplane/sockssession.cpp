// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/sockssession.h"

#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/socksbind.h"
#include "app/service/dataplane/tunnel.h"
#include "models/policy/rulewords.h"

namespace sallyport
{

namespace
{

std::string socksRefusal(Shard&, const TunnelRequest&, const TunnelFailure&)
{
    return socks4Reply(Socks4Reply::Rejected);
}

// What a client that does not get through seems to speak; programs often try SOCKS 5 or HTTP first.
std::string protocolOf(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    if (bytes.front() == 4 || bytes.front() == 5)
        return bytes.front() == 4 ? "socks4" : "socks5";
    return bytes.front() >= 'A' && bytes.front() <= 'Z' ? "http" : "";
}

} // namespace

std::unique_ptr<ClientSession> SocksSession::make(Shard& shard, AcceptedClient client)
{
    return std::make_unique<SocksSession>(shard, std::move(client));
}

SocksSession::SocksSession(Shard& shard, AcceptedClient client)
    : ClientSession(shard, std::move(client))
    , m_timer(*this)
{
}

void SocksSession::start()
{
    m_client.socket->setHandler(this);
    m_shard.timers().start(
        m_timer, std::chrono::seconds(m_shard.enforcement()->policy.listeners.connectTimeoutSeconds));
    onSocket(*m_client.socket);
}

void SocksSession::onSocket(Socket& socket)
{
    while (socket.readable()) {
        char buffer[longestSocks4Request];
        const IoResult io = socket.read(buffer, sizeof buffer);
        if (io.state == IoState::WouldBlock)
            return;
        if (io.state != IoState::Done) {
            if (!m_bytes.empty())
                logMalformed();
            close();
            return;
        }
        m_bytes.append(buffer, io.bytes);
        Socks4Request request;
        std::size_t used = 0;
        switch (parseSocks4(m_bytes, request, used)) {
        case Socks4Parse::More:
            continue;
        case Socks4Parse::Bad:
            reject();
            return;
        case Socks4Parse::Done:
            proceed(std::move(request), used);
            return;
        }
    }
}

void SocksSession::proceed(Socks4Request socks, std::size_t used)
{
    TunnelRequest tunnel;
    tunnel.request.way = SessionType::Socks;
    tunnel.request.user = std::move(socks.user);
    tunnel.request.client = m_client.address;
    tunnel.request.host = std::move(socks.host);
    tunnel.request.port = socks.port;
    tunnel.rooted = socks.rooted;
    tunnel.log.protocol = "socks4";
    tunnel.early.assign(m_bytes, used);
    tunnel.refusal = socksRefusal;
    m_timer.stop();
    if (socks.command == Socks4Request::Command::Bind) {
        tunnel.log.method = "BIND";
        m_shard.adopt(std::make_unique<SocksBind>(m_shard, std::move(m_client), std::move(tunnel), socks.address));
    } else {
        tunnel.log.method = "CONNECT";
        tunnel.greeting = socks4Reply(Socks4Reply::Granted);
        m_shard.adopt(std::make_unique<Tunnel>(m_shard, std::move(m_client), std::move(tunnel)));
    }
    m_shard.retire(*this);
}

void SocksSession::onTimer(Timer&)
{
    logMalformed();
    close();
}

void SocksSession::end(const EndReason&)
{
    m_client.socket->reset();
    close();
}

void SocksSession::reject()
{
    logMalformed();
    const std::string reply = socks4Reply(Socks4Reply::Rejected);
    m_client.socket->write(reply.data(), reply.size());
    m_client.socket->discardReceived(m_shard.scratch());
    close();
}

void SocksSession::logMalformed()
{
    LogRecord row;
    row.way = SessionType::Socks;
    row.operation = LogOperation::Denied;
    row.time = m_shard.now();
    row.client = m_client.address;
    row.protocol = protocolOf(m_bytes);
    row.status = firewallstatus::denied;
    row.rule1 = ruleword::malformedRequest;
    m_shard.refusals().add(std::move(row));
}

void SocksSession::close()
{
    m_timer.stop();
    m_client.socket.reset();
    m_shard.retire(*this);
}

} // namespace sallyport
