// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionbooks.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace sallyport
{

namespace
{

void fold(SessionNode& node)
{
    const Session& session = node.session;
    const std::array<QString, 5> fields{
        sessionTypeWord(session.type), session.user, session.computer, session.client.toString(), session.application};
    node.folded.clear();
    node.folded.reserve(std::accumulate(fields.begin(), fields.end(), qsizetype(fields.size()),
        [](qsizetype sum, const QString& field) { return sum + field.size(); }));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        node.bounds[i] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
        node.folded += SessionFilter::folded(fields[i]) + foldedSeparator;
    }
    node.bounds[fields.size()] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
}

} // namespace

// Most often all are shown; then none of them need be looked at.
qint64 SessionNode::liveShown() const
{
    if (shownConnections.size() == connections.size())
        return live;
    return std::count_if(
        shownConnections.begin(), shownConnections.end(), [](const ConnectionNode* one) { return !one->ended(); });
}

void SessionBooks::reserve(std::size_t count)
{
    m_sessions.reserve(count);
    m_connections.reserve(count);
}

std::pair<SessionNode*, bool> SessionBooks::put(const Session& session)
{
    std::unique_ptr<SessionNode>& slot = m_sessions[session.id];
    const bool fresh = !slot;
    if (fresh) {
        slot = std::make_unique<SessionNode>();
        ++m_totals.sessions;
    } else if (slot->session == session) {
        return {slot.get(), false};
    }
    slot->session = session;
    fold(*slot);
    return {slot.get(), fresh};
}

std::pair<ConnectionNode*, bool> SessionBooks::put(const Connection& connection)
{
    SessionNode* owner = session(connection.session);
    if (!owner)
        return {nullptr, false};
    std::unique_ptr<ConnectionNode>& slot = m_connections[connection.id];
    const bool fresh = !slot;
    if (fresh) {
        slot = std::make_unique<ConnectionNode>();
        slot->session = owner;
        owner->connections.push_back(slot.get());
        ++owner->live;
        ++m_totals.connections;
    } else if (slot->ended() || slot->session != owner) {
        return {nullptr, false}; // ids are never used twice
    }
    ConnectionNode& node = *slot;
    const Connection& old = node.connection;
    owner->sent += connection.bytesSent - old.bytesSent;
    owner->received += connection.bytesReceived - old.bytesReceived;
    owner->sendRate += connection.sendRate - old.sendRate;
    owner->receiveRate += connection.receiveRate - old.receiveRate;
    m_totals.sendRate += connection.sendRate - old.sendRate;
    m_totals.receiveRate += connection.receiveRate - old.receiveRate;
    if (fresh || old.host != connection.host || old.address != connection.address) {
        node.folded = SessionFilter::folded(connection.host);
        if (!connection.address.isNull())
            node.folded += foldedSeparator + connection.address.toString();
    }
    node.connection = connection;
    return {&node, fresh};
}

ConnectionNode* SessionBooks::endConnection(ConnectionId id, TimePoint now)
{
    ConnectionNode* node = connection(id);
    if (!node || node->ended())
        return nullptr;
    SessionNode& owner = *node->session;
    Connection& connection = node->connection;
    --owner.live;
    --m_totals.connections;
    owner.sendRate -= connection.sendRate;
    owner.receiveRate -= connection.receiveRate;
    m_totals.sendRate -= connection.sendRate;
    m_totals.receiveRate -= connection.receiveRate;
    connection.sendRate = 0;
    connection.receiveRate = 0;
    // Sums of doubles drift; a place without connections moves nothing.
    if (owner.live == 0)
        owner.sendRate = owner.receiveRate = 0;
    if (m_totals.connections == 0)
        m_totals.sendRate = m_totals.receiveRate = 0;
    node->endedAt = now;
    return node;
}

SessionNode* SessionBooks::endSession(SessionId id, TimePoint now)
{
    SessionNode* node = session(id);
    if (!node || node->ended())
        return nullptr;
    for (ConnectionNode* connection : node->connections)
        endConnection(connection->connection.id, now);
    node->endedAt = now;
    --m_totals.sessions;
    return node;
}

void SessionBooks::dropConnections(SessionNode& session, TimePoint endedBy)
{
    const auto gone = [endedBy](const ConnectionNode* one) { return one->ended() && one->endedAt <= endedBy; };
    std::erase_if(session.shownConnections, gone);
    const auto from = std::stable_partition(session.connections.begin(), session.connections.end(), std::not_fn(gone));
    std::for_each(from, session.connections.end(),
        [this](const ConnectionNode* one) { m_connections.erase(one->connection.id); });
    session.connections.erase(from, session.connections.end());
}

void SessionBooks::drop(SessionNode* session)
{
    for (ConnectionNode* connection : session->connections)
        m_connections.erase(connection->connection.id);
    m_sessions.erase(session->session.id);
}

SessionNode* SessionBooks::session(SessionId id) const
{
    const auto it = m_sessions.find(id);
    return it == m_sessions.end() ? nullptr : it->second.get();
}

ConnectionNode* SessionBooks::connection(ConnectionId id) const
{
    const auto it = m_connections.find(id);
    return it == m_connections.end() ? nullptr : it->second.get();
}

} // namespace sallyport
