// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of HttpClient: bytes to requests, one after the other.
#include "app/service/dataplane/httpclient.h"

#include "app/service/dataplane/httpshard.h"
#include "models/policy/rulewords.h"

namespace sallyport
{

namespace
{

// Requests answered from one batch of bytes before others get their turn.
constexpr int requestsPerTurn = 32;

} // namespace

void HttpClient::receive()
{
    if (m_receiving)
        return;
    m_receiving = true;
    // Requests that came with the one before are in m_received already.
    bool look = !m_received.empty();
    int served = 0;
    while (m_state == State::Head) {
        if (look) {
            look = false;
            if (readHead(m_received, true)) {
                look = !m_received.empty();
                if (++served < requestsPerTurn || m_state != State::Head)
                    continue;
                m_turnPending = true;
                m_shard.continueLater(*this);
                break;
            }
        }
        if (!m_client.socket->readable())
            break;
        const std::span<char> buffer = m_shard.scratch();
        const IoResult in = m_client.socket->read(buffer.data(), buffer.size());
        if (in.state == IoState::WouldBlock)
            break;
        if (in.state != IoState::Done) {
            close();
            break;
        }
        const std::string_view bytes(buffer.data(), in.bytes);
        if (m_received.empty()) {
            look = readHead(bytes, false) && !m_received.empty();
        } else {
            m_received += bytes;
            look = true;
        }
    }
    m_receiving = false;
}

// True: `bytes` held a head, and the request is being served or was refused; what lies behind it is in m_received.
bool HttpClient::readHead(std::string_view bytes, bool held)
{
    const auto state = m_scanner.scan(bytes);
    if (state == http::HeadScanner::State::Refused) {
        refuse(m_scanner.refusal());
        return true;
    }
    if (state == http::HeadScanner::State::More) {
        if (!held)
            m_received.assign(bytes);
        if (!holdReceived()) {
            refuseForRoom();
            return true;
        }
        if (!m_headBegun) {
            m_headBegun = true;
            limit(m_shard.world().timeouts.head);
        }
        return false;
    }
    // The views of the head must outlast changes of m_received.
    std::string keeper;
    if (held) {
        keeper.swap(m_received);
        bytes = keeper;
    }
    const std::string_view head = bytes.substr(m_scanner.begin(), m_scanner.end() - m_scanner.begin());
    const std::string_view rest = bytes.substr(m_scanner.end());
    if (!rest.empty())
        m_received.assign(rest);
    m_scanner.reset();
    m_headBegun = false;
    if (!holdReceived()) {
        refuseForRoom();
        return true;
    }
    http::RequestHead& request = http().request;
    http::Target target;
    http::Framing framing;
    auto refusal = http::readRequestHead(head, {}, request);
    if (!refusal)
        refusal = http::readTarget(request, target);
    if (!refusal)
        refusal = http::requestFraming(request, framing);
    if (refusal) {
        refuse(*refusal);
        return true;
    }
    m_state = State::Serving;
    limit(std::chrono::seconds(m_shard.enforcement()->policy.listeners.idleTimeoutSeconds));
    noticeEnd(); // before the request is served: a reply at once starts the next time-out
    onRequest(request, target, framing);
    return true;
}

void HttpClient::refuseForRoom()
{
    m_state = State::Serving;
    const SessionType way = service() == ServiceName::WebProxy ? SessionType::WebProxy : SessionType::FirewallClient;
    m_shard.refusals().add(way, m_client.address, ruleword::unfinishedRequests);
    m_received = std::string();
    holdRequest(0);
    reply(
        http::errorReply({503, "Too many long requests are unfinished at the moment; send this one again.", {}, {}, {}},
            http().context(true)),
        true);
}

void HttpClient::refuse(const http::Refusal& refusal)
{
    m_state = State::Serving;
    onRefused(refusal);
    reply(http::errorReply({refusal.status, refusal.detail, {}, {}, {}}, http().context(true)), true);
}

} // namespace sallyport
