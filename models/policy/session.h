// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/error.h"
#include "models/base/ipaddress.h"

#include <QList>
#include <QString>

#include <optional>

namespace sallyport
{

// The way out a session uses, by the names of the old console's session types.
enum class SessionType { FirewallClient, WebProxy, Socks, SecureNat };

QString sessionTypeWord(SessionType type); // "firewallClient", "webProxy", "socks", "secureNat"
std::optional<SessionType> sessionTypeFromWord(QStringView word);

using SessionId = std::uint64_t; // unique for the life of one service process, never 0
using ConnectionId = std::uint64_t;

struct Connection {
    ConnectionId id = 0;
    SessionId session = 0;
    QString host; // as asked for: a name or an address
    IpAddress address; // where it really went; null until connected
    std::uint16_t port = 0;
    TimePoint start;
    std::uint64_t bytesSent = 0; // from the client to the destination
    std::uint64_t bytesReceived = 0; // from the destination to the client
    double sendRate = 0; // bytes per second over the last second or so
    double receiveRate = 0;

    bool operator==(const Connection&) const = default;
};

// One (type, client address, user, program) and the connections it holds. It ends with its last connection.
struct Session {
    SessionId id = 0;
    SessionType type = SessionType::FirewallClient;
    QString user; // empty: anonymous
    QString computer; // as the client named itself; may be empty
    IpAddress client;
    QString application; // as sent; empty but for Firewall Client sessions
    TimePoint activated;

    // Ids begin anew when the service does: told of by two connections to it, these are the same session.
    bool isSameAs(const Session& other) const { return id == other.id && activated == other.activated; }
    bool operator==(const Session&) const = default;
};

// What changed since the last delta. Applied in this order: reset, sessions, connections, endedConnections,
// endedSessions.
struct SessionDelta {
    bool reset = false; // forget everything first: a snapshot (or its first page) follows
    bool complete = true; // false on every page of a snapshot but its last
    QList<Session> sessions; // new or changed
    QList<Connection> connections; // new or changed, whole
    QList<ConnectionId> endedConnections;
    QList<SessionId> endedSessions;
};

// One connection that a disconnect or restart has closed.
struct EndedConnection {
    ConnectionId id = 0;
    SessionId session = 0;
    QString host;
    std::uint16_t port = 0;
    std::uint64_t bytesSent = 0;
    std::uint64_t bytesReceived = 0;
    // Whose it was, for the audit trail; not sent.
    QString user = {};
    QString application = {};
    IpAddress client = {};
};

enum class ServiceName { Firewall, WebProxy, Socks };
QString serviceWord(ServiceName name); // "firewall", "webProxy", "socks"
std::optional<ServiceName> serviceFromWord(QStringView word);

enum class ServiceState { Stopped, Running, Failed };
QString serviceStateWord(ServiceState state);
std::optional<ServiceState> serviceStateFromWord(QStringView word);

struct ServiceStatus {
    ServiceName name = ServiceName::Firewall;
    ServiceState state = ServiceState::Stopped;
    TimePoint since;
    QString endpoint; // "127.0.0.1:1745"; empty when closed
    QString detail; // why it failed or is stopped, in English
    std::uint64_t connections = 0;
    Fault fault{}; // what `detail` was made of, as in Error; older services don't tell
    QStringList arguments{};

    bool operator==(const ServiceStatus&) const = default;
};

// A computer that fetched mspclnt.ini.
struct ClientFetch {
    QString computer; // as it named itself, else empty
    IpAddress address;
    QString version; // ETag of what it has
    std::uint64_t revision = 0; // the policy revision that file was made from
    TimePoint fetched; // last fetch, or last "not modified"
    TimePoint since; // when it first had this version

    bool operator==(const ClientFetch&) const = default;
};

} // namespace sallyport
