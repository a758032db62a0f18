// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httpexchange.h"

#include "app/service/dataplane/httpclient.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/logrow.h"

#include <algorithm>
#include <utility>

namespace sallyport
{

namespace
{

// Reads of one direction before others get their turn.
constexpr int readsPerTurn = 16;

} // namespace

HttpExchange::HttpExchange(Shard& shard, HttpClient& client, Handler& handler)
    : m_shard(shard)
    , m_client(client)
    , m_handler(handler)
{
}

HttpExchange::~HttpExchange()
{
    if (m_turnPending)
        m_shard.cancelTurn(*this);
}

void HttpExchange::clear()
{
    m_sent = m_receivedBytes = 0;
    m_status = 0;
    m_replyBegun = false;
    m_mimeType.clear();
}

bool HttpExchange::hold(std::size_t least)
{
    return m_client.holdRequest(std::max(m_job.bytes.capacity(), least) + m_job.logged);
}

void HttpExchange::start()
{
    clear();
    m_written = 0;
    m_interim = 0;
    m_requestLeft = m_job.framing.length;
    m_requestChunks.reset();
    m_head.clear();
    m_scanner.reset();
    m_replyChunks.reset();
    m_active = true;
    m_whole = true;
    m_requestRead = m_job.framing.empty();
    m_requestSent = m_replyDone = m_mended = m_headRead = false;
    m_bound = m_job.bound;
    if (m_own.socket) {
        if (mayUseOwn()) {
            m_bound = true;
            if (use(std::exchange(m_own, {}), true))
                pump();
            return;
        }
        m_own = {};
    }
    // A request with a body can't be repeated once part of it has gone.
    if (m_job.idempotent && m_requestRead && !m_bound) {
        Upstream idle = m_shard.http().upstreams.take(m_job.authority, m_job.client);
        if (idle.socket) {
            if (use(std::move(idle), true))
                pump();
            return;
        }
    }
    connect();
}

bool HttpExchange::mayUseOwn()
{
    if (m_ownAuthority != m_job.authority)
        return false;
    if (!m_ownBodiless)
        return UpstreamPool::isQuiet(*m_own.socket);
    const std::chrono::milliseconds quiet = (m_shard.timers().now() - m_ownSince) * TimerWheel::tick;
    // What came just now has brought no event yet.
    char byte;
    return (!m_ownSettles || quiet >= m_shard.world().timeouts.settle)
        && m_own.socket->read(&byte, 1).state == IoState::WouldBlock;
}

void HttpExchange::connect()
{
    m_connector.emplace(m_shard, *this);
    if (const Status started
        = m_connector->start(m_job.host, m_job.rooted, m_job.port, m_job.client, m_job.connectTimeout);
        !started)
        onConnectFailed(started.error());
}

bool HttpExchange::use(Upstream upstream, bool reused)
{
    m_upstream = std::move(upstream);
    m_upstream.socket->setHandler(this);
    m_reused = reused;
    return m_handler.onServer(m_upstream.address);
}

void HttpExchange::onConnected(std::unique_ptr<Socket> socket, const IpAddress& address)
{
    m_connector.reset();
    if (use({std::move(socket), address}, false))
        pump();
}

void HttpExchange::onConnectFailed(const Error& error)
{
    const IpAddress barred = m_connector->barred();
    const int cause = static_cast<int>(firewallStatus(error, m_connector->lastError()));
    m_connector.reset();
    const std::string detail = error.detail.toStdString();
    switch (error.code) {
    case ErrorCode::PermissionDenied: {
        const std::string request = std::exchange(m_job.bytes, {});
        abort();
        m_upstream.address = barred;
        m_handler.onExchangeBarred(error, request);
        break;
    }
    case ErrorCode::NotFound:
        fail(502, "The server's name is not known: " + detail + '.', cause);
        break;
    case ErrorCode::TimedOut:
        fail(504, "The server did not answer in time.", cause);
        break;
    case ErrorCode::LimitExceeded:
        fail(503, "The service has no connection free at the moment; try again.", cause);
        break;
    default:
        fail(502, "The server can't be reached: " + detail + '.', cause);
    }
}

void HttpExchange::onSocket(Socket& socket)
{
    // Between requests a server has nothing to say but that it closes.
    if (&socket == m_own.socket.get() && (socket.readable() || socket.failed())) {
        m_own = {};
        return;
    }
    // A failed socket still delivers what arrived before; reading tells of the failure in its turn.
    if (m_active)
        pump();
}

void HttpExchange::onTurn()
{
    m_turnPending = false;
    if (m_active)
        pump();
}

void HttpExchange::later()
{
    if (m_turnPending)
        return;
    m_turnPending = true;
    m_shard.continueLater(*this);
}

void HttpExchange::abort()
{
    if (m_upstream.socket)
        m_upstream.socket->reset();
    leave();
}

void HttpExchange::leave()
{
    m_active = false;
    m_connector.reset();
    m_upstream.socket.reset();
    m_own.socket.reset();
    forgetJob();
}

// The next request may use the memory again, unless it is much for a client that waits.
void HttpExchange::forgetJob()
{
    if (m_job.bytes.capacity() > ClientSlot::uncounted)
        m_job.bytes = std::string();
}

void HttpExchange::pump()
{
    if (m_active && m_upstream.socket && pumpRequest() && pumpReply())
        m_handler.onProgress();
}

bool HttpExchange::pumpRequest()
{
    for (int i = 0; i < readsPerTurn; ++i) {
        if (m_requestSent)
            return true;
        if (m_written < m_job.bytes.size()) {
            if (!m_upstream.socket->writable())
                return true;
            const IoResult out
                = m_upstream.socket->write(m_job.bytes.data() + m_written, m_job.bytes.size() - m_written);
            if (out.state == IoState::WouldBlock)
                return true;
            // The server may have answered before it stopped listening; the reply is read first.
            if (out.state == IoState::Failed)
                return true;
            m_written += out.bytes;
            m_sent += out.bytes;
            m_client.touch();
            continue;
        }
        if (m_requestRead) {
            m_requestSent = true;
            return true;
        }
        const std::size_t before = m_job.bytes.size() - m_written;
        if (!readRequestBody())
            return false;
        if (!m_requestRead && m_job.bytes.size() - m_written == before)
            return true;
    }
    later();
    return true;
}

// Takes what the client has sent of the body: first what came behind the head, then from its socket.
bool HttpExchange::readRequestBody()
{
    m_whole = false;
    m_job.bytes.clear();
    m_written = 0;
    if (!m_client.received().empty()) {
        std::string held;
        held.swap(m_client.received());
        return requestBytes(held);
    }
    if (!m_client.socket().readable())
        return true;
    // All of it may have to wait for the server; where there is no room for that, it comes in small pieces.
    std::span<char> buffer = m_shard.scratch();
    if (!hold(buffer.size())) {
        m_job.bytes = std::string();
        buffer = buffer.first(ClientSlot::uncounted / 4);
    }
    const IoResult in = m_client.socket().read(buffer.data(), buffer.size());
    if (in.state == IoState::Done)
        return requestBytes({buffer.data(), in.bytes});
    if (in.state != IoState::WouldBlock)
        return breakOff();
    hold();
    return true;
}

bool HttpExchange::requestBytes(std::string_view bytes)
{
    std::size_t size = 0;
    if (m_job.framing.kind == http::BodyKind::Length) {
        size = static_cast<std::size_t>(std::min<std::uint64_t>(m_requestLeft, bytes.size()));
        m_requestLeft -= size;
        m_requestRead = m_requestLeft == 0;
    } else {
        size = m_requestChunks.pass(bytes);
        m_requestRead = m_requestChunks.ended();
        if (m_requestChunks.bad())
            return fail(400, "The request's chunked body is malformed.");
    }
    if (size > m_job.bytes.capacity())
        m_job.bytes = std::string(bytes.substr(0, size)); // no larger than what was counted
    else
        m_job.bytes.assign(bytes.substr(0, size));
    m_client.received().assign(bytes.substr(size));
    return hold() || breakOff();
}

bool HttpExchange::pumpReply()
{
    for (int i = 0; i < readsPerTurn; ++i) {
        if (m_client.congested() || !m_upstream.socket->readable())
            return true;
        const std::span<char> buffer = m_shard.scratch();
        const IoResult in = m_upstream.socket->read(buffer.data(), buffer.size());
        if (in.state == IoState::WouldBlock)
            return true;
        if (in.state != IoState::Done)
            return serverClosed();
        m_receivedBytes += in.bytes;
        m_client.touch();
        const std::string_view bytes(buffer.data(), in.bytes);
        if (!(m_replyBegun ? replyBody(bytes, nullptr) : replyHead(bytes)))
            return false;
    }
    later();
    return true;
}

bool HttpExchange::fail(int status, std::string sentence, int cause)
{
    if (m_replyBegun)
        return breakOff();
    abort();
    m_handler.onExchangeFailed(status, std::move(sentence), cause != 0 ? cause : status);
    return false;
}

bool HttpExchange::breakOff()
{
    abort();
    m_handler.onExchangeBroken();
    return false;
}

} // namespace sallyport
