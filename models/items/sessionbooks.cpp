// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionbooks.h"

#include <algorithm>
#include <functional>

namespace sallyport
{

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
    SessionNode& node = *slot;
    node.session = session;
    m_texts.hold(node.user, node.session.user);
    m_texts.hold(node.computer, node.session.computer);
    m_texts.hold(node.program, node.session.application);
    return {&node, fresh};
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
    node.connection = connection;
    m_texts.hold(node.host, node.connection.host);
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
    erase_if(session.shownConnections, gone);
    const auto from = std::stable_partition(session.connections.begin(), session.connections.end(), std::not_fn(gone));
    std::for_each(from, session.connections.end(), [this](ConnectionNode* one) { forget(one); });
    session.connections.erase(from, session.connections.end());
}

void SessionBooks::drop(SessionNode* session)
{
    for (ConnectionNode* connection : session->connections)
        forget(connection);
    for (HeldText* text : {&session->user, &session->computer, &session->program})
        m_texts.release(*text);
    m_sessions.erase(session->session.id);
}

void SessionBooks::forget(ConnectionNode* connection)
{
    m_texts.release(connection->host);
    m_connections.erase(connection->connection.id);
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
