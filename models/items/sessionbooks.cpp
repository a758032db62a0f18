// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionbooks.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// A separator that no field holds, so that a bare word never fits across two fields.
constexpr QChar separator(u'\x1f');

void fold(SessionNode& node)
{
    const Session& session = node.session;
    const std::array<QString, 5> fields{
        sessionTypeWord(session.type), session.user, session.computer, session.client.toString(), session.application};
    node.folded.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        node.bounds[i] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
        node.folded += fields[i].toCaseFolded() + separator;
    }
    node.bounds[fields.size()] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
}

// Whether the session's own fields satisfy the term; nullopt when only a connection can.
std::optional<bool> sessionFits(const SessionNode& node, const SessionFilter::Term& term)
{
    static const QStringList own{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program")};
    const QStringView folded(node.folded);
    if (term.field.isEmpty())
        return folded.contains(term.value) ? std::optional<bool>(true) : std::nullopt;
    const qsizetype found = own.indexOf(term.field);
    if (found < 0)
        return std::nullopt;
    const auto field = static_cast<std::size_t>(found);
    return folded.mid(node.bounds[field], node.bounds[field + 1] - node.bounds[field]).contains(term.value);
}

bool connectionFits(const ConnectionNode& node, const SessionFilter::Term& term)
{
    const bool any = term.field.isEmpty();
    return ((any || term.field == u"host") && QStringView(node.folded).contains(term.value))
        || ((any || term.field == u"port") && QString::number(node.connection.port) == term.value);
}

} // namespace

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
        node.folded = connection.host.toCaseFolded();
        if (!connection.address.isNull())
            node.folded += separator + connection.address.toString();
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

void SessionBooks::drop(ConnectionNode* connection)
{
    SessionNode& owner = *connection->session;
    std::erase(owner.connections, connection);
    m_connections.erase(connection->connection.id);
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

bool SessionBooks::fits(const ConnectionNode& connection, const SessionFilter& filter)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&connection](const SessionFilter::Term& term) {
        const std::optional<bool> own = sessionFits(*connection.session, term);
        return own ? *own : connectionFits(connection, term);
    });
}

void SessionBooks::filter(SessionNode& session, const SessionFilter& filter)
{
    std::vector<const SessionFilter::Term*> open; // what the session alone does not settle
    session.shown = true;
    session.shownConnections.clear();
    for (const SessionFilter::Term& term : filter.terms) {
        const std::optional<bool> own = sessionFits(session, term);
        if (!own)
            open.push_back(&term);
        else if (!*own)
            session.shown = false;
    }
    for (ConnectionNode* connection : session.connections) {
        connection->shown = session.shown && std::all_of(open.begin(), open.end(), [connection](const auto* term) {
            return connectionFits(*connection, *term);
        });
        if (connection->shown) {
            connection->row = static_cast<int>(session.shownConnections.size());
            session.shownConnections.push_back(connection);
        }
    }
    session.shown = session.shown && (open.empty() || !session.shownConnections.empty());
}

} // namespace sallyport
