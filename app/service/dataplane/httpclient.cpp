// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httpclient.h"

#include "app/service/dataplane/httpshard.h"

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr std::chrono::seconds mostBetweenRequests{120};
constexpr std::chrono::seconds lingerTimeout{2};
constexpr std::size_t mostDiscarded = 1 << 20;

} // namespace

HttpClient::HttpClient(Shard& shard, AcceptedClient client)
    : ClientSession(shard, std::move(client))
    , m_timer(*this)
{
}

HttpClient::~HttpClient()
{
    if (m_turnPending)
        m_shard.cancelTurn(*this);
}

HttpShard& HttpClient::http()
{
    return m_shard.http();
}

void HttpClient::start()
{
    m_client.socket->setHandler(this);
    limit(m_shard.world().timeouts.head);
    receive();
}

void HttpClient::end(const EndReason& reason)
{
    if (m_state == State::Closed)
        return;
    m_client.socket->reset();
    close(&reason);
}

void HttpClient::limit(std::chrono::milliseconds most)
{
    touch();
    m_limit = most;
    if (m_timer.active() && m_armed <= most)
        return;
    m_armed = most;
    m_shard.timers().start(m_timer, most);
}

// A client that has ended gets what arrives by then; more it must not hold.
void HttpClient::noticeEnd()
{
    const std::chrono::milliseconds most = m_shard.world().timeouts.halfClosed;
    if (clientEnded() && m_limit > most)
        limit(most);
}

void HttpClient::onTimer(Timer&)
{
    const std::chrono::milliseconds quiet = (m_shard.timers().now() - m_since) * TimerWheel::tick;
    if (quiet < m_limit) {
        m_armed = m_limit - quiet;
        m_shard.timers().start(m_timer, m_armed);
        return;
    }
    switch (m_state) {
    case State::Head:
        if (m_headBegun)
            refuse({408, "The request's head did not arrive in time."});
        else
            close();
        break;
    case State::Serving:
        onIdle();
        break;
    default:
        breakOff();
    }
}

void HttpClient::onSocket(Socket& socket)
{
    if (socket.failed()) {
        close();
        return;
    }
    switch (m_state) {
    case State::Head:
        receive();
        break;
    case State::Serving:
        noticeEnd();
        if (flush())
            onClientReady();
        break;
    case State::Flushing:
        noticeEnd();
        if (flush() && m_unsent.empty())
            next();
        break;
    case State::Lingering:
        discard();
        break;
    case State::Closed:
        break;
    }
}

void HttpClient::onTurn()
{
    m_turnPending = false;
    if (m_state == State::Head)
        receive();
}

bool HttpClient::send(std::string_view bytes)
{
    if (m_state == State::Closed)
        return false;
    if (m_unsent.empty() && m_client.socket->writable()) {
        const IoResult out = m_client.socket->write(bytes.data(), bytes.size());
        if (out.state == IoState::Failed) {
            close();
            return false;
        }
        bytes.remove_prefix(out.bytes);
    }
    m_unsent += bytes;
    return true;
}

// False: the client is gone.
bool HttpClient::flush()
{
    if (m_unsent.empty() || !m_client.socket->writable())
        return true;
    const IoResult out = m_client.socket->write(m_unsent.data(), m_unsent.size());
    if (out.state == IoState::Failed) {
        close();
        return false;
    }
    touch();
    m_unsent.erase(0, out.bytes);
    if (m_unsent.empty() && m_unsent.capacity() > 4096)
        m_unsent = std::string();
    return true;
}

void HttpClient::reply(std::string_view bytes, bool close)
{
    if (send(bytes))
        finish(!close);
}

void HttpClient::finish(bool keep)
{
    if (m_state == State::Closed)
        return;
    m_keep = keep;
    holdRequest(0);
    m_state = State::Flushing;
    if (m_unsent.empty())
        next();
}

void HttpClient::next()
{
    if (!m_keep) {
        linger();
        return;
    }
    m_state = State::Head;
    const std::chrono::seconds idle(m_shard.enforcement()->policy.listeners.idleTimeoutSeconds);
    limit(std::min<std::chrono::milliseconds>(idle, mostBetweenRequests));
    if (!m_received.empty() || m_client.socket->readable())
        receive();
}

// Closing with unread bytes would reset the connection and could take the reply with it (RFC 9112 section 9.6).
void HttpClient::linger()
{
    m_state = State::Lingering;
    m_client.socket->shutdownWrite();
    limit(lingerTimeout);
    discard();
}

void HttpClient::discard()
{
    const std::span<char> buffer = m_shard.scratch();
    while (m_client.socket->readable()) {
        const IoResult in = m_client.socket->read(buffer.data(), buffer.size());
        if (in.state == IoState::WouldBlock)
            return;
        m_discarded += in.bytes;
        if (in.state != IoState::Done || m_discarded > mostDiscarded) {
            close();
            return;
        }
    }
}

void HttpClient::breakOff()
{
    if (m_state == State::Closed)
        return;
    m_client.socket->reset();
    close();
}

void HttpClient::close(const EndReason* reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_timer.stop();
    m_client.socket->setHandler(nullptr);
    onClosed(reason);
    m_client.socket.reset();
    m_shard.retire(*this);
}

AcceptedClient HttpClient::handOver()
{
    m_state = State::Closed;
    m_timer.stop();
    AcceptedClient client = std::move(m_client);
    m_shard.retire(*this);
    return client;
}

} // namespace sallyport
