// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/tunnel.h"

#include "app/service/dataplane/logrow.h"
#include "app/service/dataplane/thisserver.h"
#include "models/policy/rulewords.h"

#include <chrono>

namespace sallyport
{

namespace
{

TunnelFailure::Kind kindOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return TunnelFailure::Kind::Resolve;
    case ErrorCode::TimedOut:
        return TunnelFailure::Kind::TimedOut;
    case ErrorCode::LimitExceeded:
        return TunnelFailure::Kind::Exhausted;
    case ErrorCode::PermissionDenied:
        return TunnelFailure::Kind::Barred;
    default:
        return TunnelFailure::Kind::Connect;
    }
}

} // namespace

Tunnel::Tunnel(Shard& shard, AcceptedClient client, TunnelRequest request)
    : ClientSession(shard, std::move(client))
    , m_request(std::move(request))
    , m_timer(*this)
{
}

Tunnel::Tunnel(Shard& shard, AcceptedClient client, TunnelRequest request, std::unique_ptr<Socket> server,
    const IpAddress& address, RecordPtr record, std::string fromServer)
    : ClientSession(shard, std::move(client))
    , m_request(std::move(request))
    , m_record(std::move(record))
    , m_server(std::move(server))
    , m_fromServer(std::move(fromServer))
    , m_timer(*this)
{
    m_request.request.address = address;
}

Tunnel::~Tunnel()
{
    if (m_record)
        m_shard.ledger().close(*m_record);
}

void Tunnel::start()
{
    m_client.socket->setHandler(this);
    fillRow(m_request.log, m_request.request);
    if (m_server) {
        if (!m_record)
            open();
        else
            m_shard.ledger().changeOwner(*m_record, this);
        m_server->setHandler(this);
        beginRelay();
        return;
    }
    if (const auto numeric = IpAddress::parse(std::string_view(m_request.request.host)))
        m_request.request.address = *numeric;
    const Decision decision = m_shard.decide(m_request.request);
    if (decision.verdict != Verdict::Allow) {
        refuse({TunnelFailure::Kind::Denied, decision, {}});
        return;
    }
    open();
    onSocket(*m_client.socket); // an end that was announced already brings no further event
    if (!m_record)
        return;
    const Request& request = m_request.request;
    m_connector.emplace(m_shard, *this);
    const std::chrono::seconds timeout(m_shard.enforcement()->policy.listeners.connectTimeoutSeconds);
    if (const Status started
        = m_connector->start(request.host, m_request.rooted, request.port, request.client, timeout);
        !started)
        onConnectFailed(started.error());
}

void Tunnel::open()
{
    const Request& request = m_request.request;
    m_record = m_shard.ledger().open({request.way, request.client, request.user, request.application, request.computer},
        request.host, request.port, m_shard.now(), this);
}

void Tunnel::onSocket(Socket& socket)
{
    // Before the relay only the client's failure and end matter; its bytes wait in the kernel.
    if (!m_record)
        return;
    if (socket.failed()) {
        logRow(LogOperation::Close, firewallstatus::aborted);
        close();
    } else if (socket.peerEnded() && !m_timer.active()) {
        m_shard.timers().start(m_timer, m_shard.world().timeouts.halfClosed);
    }
}

void Tunnel::onTimer(Timer&)
{
    refuse({TunnelFailure::Kind::TimedOut, {},
        {ErrorCode::TimedOut, {}, QStringLiteral("the client had ended before its destination was reached")}});
}

void Tunnel::onConnected(std::unique_ptr<Socket> socket, const IpAddress& address)
{
    m_server = std::move(socket);
    m_request.request.address = address;
    m_connector.reset();
    beginRelay();
}

void Tunnel::beginRelay()
{
    m_timer.stop();
    m_request.log.address = m_request.request.address;
    m_shard.ledger().connected(*m_record, m_request.request.address);
    logRow(LogOperation::Open, m_request.openStatus);
    const std::chrono::seconds idle(m_shard.enforcement()->policy.listeners.idleTimeoutSeconds);
    m_relay.emplace(m_shard, *this, *m_record, *m_client.socket, *m_server);
    m_relay->start(std::move(m_request.early), std::move(m_request.greeting), std::move(m_fromServer), idle);
    m_client.slot.hold(0); // what came early is on its way
}

void Tunnel::onConnectFailed(const Error& error)
{
    refuse({kindOf(error), {}, error});
}

void Tunnel::refuse(const TunnelFailure& failure)
{
    if (failure.kind == TunnelFailure::Kind::Denied) {
        logRow(LogOperation::Denied, firewallstatus::denied, deciderRule(failure.decision));
    } else if (failure.kind == TunnelFailure::Kind::Barred) {
        m_request.log.address = m_connector->barred();
        logRow(LogOperation::Denied, firewallstatus::denied, ruleword::thisServer);
    } else {
        logRow(LogOperation::Close, firewallStatus(failure.error, m_connector ? m_connector->lastError() : 0));
    }
    if (m_request.refusal != nullptr) {
        const std::string words = m_request.refusal(m_shard, m_request, failure);
        m_client.socket->write(words.data(), words.size());
        m_client.socket->discardReceived(m_shard.scratch());
    }
    close();
}

void Tunnel::onRelayEnd(RelayEnd end)
{
    logRow(LogOperation::Close, end == RelayEnd::Finished ? firewallstatus::closed : firewallstatus::aborted,
        end == RelayEnd::Idle             ? "idle time-out"
            : end == RelayEnd::HalfClosed ? "one side had ended"
                                          : std::string());
    close();
}

void Tunnel::end(const EndReason& reason)
{
    if (m_relay)
        m_relay->abort();
    m_client.socket->reset();
    if (m_record)
        logRow(LogOperation::Close, firewallstatus::aborted, endText(reason));
    close();
}

void Tunnel::logRow(LogOperation operation, std::uint32_t status, std::string rule)
{
    const bool last = operation != LogOperation::Open;
    LogRecord row = last ? std::move(m_request.log) : m_request.log;
    row.operation = operation;
    row.time = m_shard.now();
    row.status = status;
    row.rule1 = std::move(rule);
    if (m_record) {
        row.session = m_record->session();
        row.connection = m_record->id();
        if (last) {
            row.bytesSent = m_record->sent();
            row.bytesReceived = m_record->received();
            row.milliseconds = static_cast<std::uint32_t>(
                std::chrono::duration_cast<std::chrono::milliseconds>(row.time - m_record->start()).count());
        }
    }
    if (operation == LogOperation::Denied)
        m_shard.refusals().add(std::move(row));
    else
        m_shard.log(std::move(row));
}

void Tunnel::close()
{
    m_timer.stop();
    m_connector.reset();
    if (m_record)
        m_shard.ledger().close(*m_record);
    m_record.reset();
    m_relay.reset();
    m_server.reset();
    m_client.socket.reset();
    m_shard.retire(*this);
}

} // namespace sallyport
