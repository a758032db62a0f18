// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionbooks.h"

#include <algorithm>
#include <functional>
#include <numeric>

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
    node.folded.reserve(std::accumulate(fields.begin(), fields.end(), qsizetype(fields.size()),
        [](qsizetype sum, const QString& field) { return sum + field.size(); }));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        node.bounds[i] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
        node.folded += SessionFilter::folded(fields[i]) + separator;
    }
    node.bounds[fields.size()] = static_cast<std::uint16_t>(std::min<qsizetype>(node.folded.size(), 0xffff));
}

constexpr int anyField = -1;
constexpr int programField = 4;
constexpr int connectionField = 5;

// Whether the session's own fields satisfy the term; nullopt when only a connection can.
std::optional<bool> sessionFits(const SessionNode& node, const SessionBooks::Test::Term& term)
{
    if (term.field == connectionField)
        return std::nullopt;
    if (term.field == programField)
        return term.term.fitsProgram(node.session.application, node.foldedField(programField));
    if (term.field != anyField)
        return term.term.fits(node.foldedField(static_cast<std::size_t>(term.field)));
    // A word that is contained is looked for in all fields at once.
    bool any = term.term.fit == SessionFilter::Fit::Contains && term.term.fits(node.folded);
    for (std::size_t field = 0; field < connectionField && term.term.fit != SessionFilter::Fit::Contains; ++field)
        any = any || term.term.fits(node.foldedField(field));
    return any ? std::optional<bool>(true) : std::nullopt;
}

bool connectionFits(const ConnectionNode& node, const SessionBooks::Test::Term& term)
{
    if (term.port && term.term.fitsPort(QString::number(node.connection.port)))
        return true;
    if (!term.host || term.term.fit == SessionFilter::Fit::Contains)
        return term.host && term.term.fits(node.folded);
    const QList<QStringView> names = QStringView(node.folded).split(separator);
    return std::any_of(names.begin(), names.end(), [&term](QStringView name) { return term.term.fits(name); });
}

} // namespace

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

SessionBooks::Test::Test(const SessionFilter& filter)
{
    static const QStringList own{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program")};
    for (const SessionFilter::Term& term : filter.terms) {
        Term made;
        made.term = term;
        if (const auto found = static_cast<int>(own.indexOf(term.field)); found >= 0)
            made.field = found;
        else if (!term.field.isEmpty())
            made.field = connectionField;
        made.host = term.field.isEmpty() || term.field == u"host";
        // Only a number is looked for among the ports.
        made.port = term.field == u"port"
            || (term.field.isEmpty() && (term.fit == SessionFilter::Fit::Pattern || term.value.toUShort() > 0));
        terms.push_back(std::move(made));
    }
}

bool SessionBooks::fits(const ConnectionNode& connection, const Test& test)
{
    return std::all_of(test.terms.begin(), test.terms.end(), [&connection](const Test::Term& term) {
        const std::optional<bool> own = sessionFits(*connection.session, term);
        return own ? *own : connectionFits(connection, term);
    });
}

bool SessionBooks::judge(SessionNode& session, const Test& test)
{
    session.fits = true;
    session.fitsWhole = true;
    for (const Test::Term& term : test.terms) {
        const std::optional<bool> own = sessionFits(session, term);
        session.fitsWhole = session.fitsWhole && own; // else only a connection can settle it
        session.fits = session.fits && own.value_or(true);
    }
    if (!session.fits)
        return session.shown;
    // Connections are looked at only when they must be: each costs a wait for memory.
    if (session.fitsWhole)
        return !session.shown || session.shownConnections.size() != session.connections.size();
    bool any = false;
    bool differs = false;
    for (ConnectionNode* connection : session.connections) {
        connection->fits = fits(*connection, test);
        any = any || connection->fits;
        differs = differs || connection->fits != connection->shown;
    }
    session.fits = any;
    return any ? differs || !session.shown : session.shown;
}

void SessionBooks::show(SessionNode& session)
{
    session.shown = session.fits;
    const bool unchanged = session.fitsWhole && session.shownConnections.size() == session.connections.size();
    if (!session.fits || unchanged)
        return;
    session.shownConnections.clear();
    for (ConnectionNode* connection : session.connections) {
        connection->shown = session.fitsWhole || connection->fits;
        if (connection->shown)
            session.shownConnections.push_back(connection);
    }
}

// A longer word fits less, but a number that becomes a whole port may fit more.
bool SessionBooks::narrows(const SessionFilter& last, const SessionFilter& next)
{
    return std::all_of(last.terms.begin(), last.terms.end(), [&next](const SessionFilter::Term& old) {
        return std::any_of(next.terms.begin(), next.terms.end(), [&old](const SessionFilter::Term& term) {
            if (term == old)
                return true;
            const bool port = old.field == u"port"
                || (old.field.isEmpty() && term.value.front().isDigit() && term.value.back().isDigit());
            return term.field == old.field && !port && term.fit == SessionFilter::Fit::Contains
                && old.fit == SessionFilter::Fit::Contains && term.value.contains(old.value);
        });
    });
}

} // namespace sallyport
