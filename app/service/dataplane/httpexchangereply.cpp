// SPDX-License-Identifier: GPL-3.0-or-later
// The reply's half of an exchange.
#include "app/service/dataplane/httpexchange.h"

#include "app/service/dataplane/httpclient.h"
#include "app/service/dataplane/httpshard.h"
#include "app/service/http/authentication.h"
#include "app/service/http/forward.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// A server that promises a reply for ever would keep its client's places for ever, since bytes move. Upload servers
// report progress by 102 every few seconds at most; common clients bear far fewer.
constexpr int mostInterim = 100;

} // namespace

bool HttpExchange::replyHead(std::string_view bytes)
{
    std::string held;
    if (!m_head.empty()) {
        held.swap(m_head);
        held += bytes;
        bytes = held;
    }
    std::string& out = m_shard.http().out;
    out.clear();
    if (!readReplyHeads(bytes, out))
        return false;
    // Interim replies go out even while the final one is awaited.
    if (!m_headRead)
        return out.empty() || m_client.send(out);
    m_replyBegun = true;
    if (!m_client.send(out))
        return false;
    return m_replyDone ? finish() : true;
}

// Reads interim replies and the final head; appends what goes to the client.
bool HttpExchange::readReplyHeads(std::string_view bytes, std::string& out)
{
    http::ReplyHead& head = m_shard.http().reply;
    while (true) {
        switch (m_scanner.scan(bytes)) {
        case http::HeadScanner::State::More:
            m_head.assign(bytes);
            return true;
        case http::HeadScanner::State::Refused:
            return fail(502, "The server's reply is malformed or its head too long.");
        case http::HeadScanner::State::Complete:
            break;
        }
        const std::string_view text = bytes.substr(m_scanner.begin(), m_scanner.end() - m_scanner.begin());
        auto refusal = http::readReplyHead(text, {}, head);
        if (!refusal)
            refusal = http::replyFraming(head, m_job.method, m_replyFraming);
        if (refusal)
            return fail(refusal->status, std::string(refusal->detail));
        m_mended = m_mended || head.mended || m_replyFraming.mended;
        m_bound = m_bound || http::bindsConnection(head);
        bytes.remove_prefix(m_scanner.end());
        m_scanner.reset();
        if (head.status >= 200 || head.status == 101)
            return finalHead(bytes, out);
        if (++m_interim > mostInterim)
            return fail(502, "The server sends interim replies without end.");
        if (!m_job.http10)
            http::appendReply(out, head, {m_shard.http().via(), {}, http::connectionOptions(head), false, false});
        if (bytes.empty())
            return true;
    }
}

bool HttpExchange::finalHead(std::string_view rest, std::string& out)
{
    const http::ReplyHead& head = m_shard.http().reply;
    const http::ConnectionOptions connection = http::connectionOptions(head);
    m_status = head.status;
    m_mimeType.assign(head.value(http::FieldName::ContentType));
    if (head.status == 101) {
        if (!m_job.upgrade || !m_requestSent || m_mended)
            return fail(502, "The server switched protocols without being asked to.");
        http::appendReply(out, head, {m_shard.http().via(), {}, connection, true, false});
        m_replyBegun = true;
        m_active = false;
        // The tunnel sends what the client does not take at once.
        m_upstream.socket->setHandler(nullptr);
        m_handler.onUpgraded(std::move(m_upstream), out + std::string(rest));
        return false;
    }
    const bool chunked = m_replyFraming.kind == http::BodyKind::Chunked;
    m_serverKeeps = http::serverPersists(head, connection, m_replyFraming) && !m_mended;
    // The end of the request may never come once the server has made up its mind.
    m_clientKeeps
        = m_job.keep && m_requestRead && m_replyFraming.kind != http::BodyKind::Close && !(chunked && m_job.http10);
    const http::Framing outward = chunked && m_job.http10 ? http::Framing{http::BodyKind::Close} : m_replyFraming;
    http::appendReply(out, head,
        {m_shard.http().via(), outward, connection, false, !m_clientKeeps, m_shard.http().date(),
            m_bound && m_serverKeeps && head.status == 401, m_clientKeeps && m_job.http10});
    m_replyLeft = m_replyFraming.length;
    m_headRead = true;
    m_replyDone = m_replyFraming.empty();
    if (rest.empty())
        return true;
    if (m_replyDone) {
        m_serverKeeps = false; // bytes nobody asked for
        return true;
    }
    return replyBody(rest, &out);
}

// Passes content on: appended to `out`, or sent. False as everywhere; with `out` only on failure.
bool HttpExchange::replyBody(std::string_view bytes, std::string* out)
{
    std::string* content = out;
    if (!content) {
        content = &m_shard.http().out;
        content->clear();
    }
    const std::size_t size = takeReply(bytes, *content);
    // Fails before anything was sent, breaks off later.
    if (m_replyChunks.bad())
        return fail(502, "The server's reply has a malformed chunk.");
    if (size < bytes.size() || m_replyChunks.mended())
        m_serverKeeps = false;
    // What needs no change goes on from where it was read.
    const bool changed = m_replyFraming.kind == http::BodyKind::Chunked && (m_job.http10 || m_replyChunks.mended());
    if (out) {
        if (!changed)
            out->append(bytes.substr(0, size));
        return true;
    }
    if (!m_client.send(changed ? std::string_view(*content) : bytes.substr(0, size)))
        return false;
    return m_replyDone ? finish() : true;
}

// How many of the bytes belong to the reply; notes when it is complete. Appends what goes on in their place, if not
// they themselves.
std::size_t HttpExchange::takeReply(std::string_view bytes, std::string& changed)
{
    std::size_t size = bytes.size();
    switch (m_replyFraming.kind) {
    case http::BodyKind::None:
        m_replyDone = true;
        return 0;
    case http::BodyKind::Length:
        size = static_cast<std::size_t>(std::min<std::uint64_t>(m_replyLeft, size));
        m_replyLeft -= size;
        m_replyDone = m_replyLeft == 0;
        return size;
    case http::BodyKind::Chunked:
        if (m_job.http10) {
            size = m_replyChunks.unwrap(bytes, changed);
        } else {
            const http::ChunkWalker before = m_replyChunks;
            size = m_replyChunks.pass(bytes);
            if (m_replyChunks.mended()) {
                m_replyChunks = before;
                size = m_replyChunks.mend(bytes, changed);
            }
        }
        m_replyDone = m_replyChunks.ended();
        return size;
    case http::BodyKind::Close:
        return size;
    }
    return size;
}

bool HttpExchange::serverClosed()
{
    if (m_replyBegun) {
        if (m_replyFraming.kind != http::BodyKind::Close)
            return breakOff();
        m_serverKeeps = false;
        return finish();
    }
    // An idle connection that the server was closing meanwhile: the request was not seen, and may be sent again.
    if (m_reused && m_whole && m_job.idempotent && m_receivedBytes == 0) {
        m_upstream = {};
        m_written = 0;
        m_requestSent = false;
        connect();
        return false;
    }
    return fail(502, "The server closed the connection without a reply.");
}

void HttpExchange::keepUpstream()
{
    if (!UpstreamPool::isQuiet(*m_upstream.socket))
        return;
    if (!m_bound) {
        m_shard.http().upstreams.giveBack(
            m_job.authority, {std::move(m_upstream.socket), m_upstream.address}, m_replyFraming.empty());
    } else if (m_clientKeeps) {
        m_own = {std::move(m_upstream.socket), m_upstream.address};
        m_ownAuthority = m_job.authority;
        m_ownSince = m_shard.timers().now();
        m_ownBodiless = m_replyFraming.empty();
        m_ownSettles = m_status != 401 && m_status != 407;
    }
}

bool HttpExchange::finish()
{
    m_active = false;
    m_requestSent = m_requestSent || (m_requestRead && m_written == m_job.bytes.size());
    if (m_serverKeeps && m_requestSent)
        keepUpstream();
    m_upstream.socket.reset();
    forgetJob();
    m_handler.onExchanged(m_clientKeeps && m_requestRead);
    return false;
}

} // namespace sallyport
