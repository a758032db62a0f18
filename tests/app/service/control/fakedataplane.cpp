// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/fakedataplane.h"

#include <algorithm>

namespace sallyport
{

namespace
{

const TimePoint someTime = TimePoint(std::chrono::microseconds(1769904000000000));

} // namespace

FakeDataPlane::~FakeDataPlane()
{
    finish();
}

void FakeDataPlane::finish()
{
    std::vector<std::thread> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers.swap(m_answers);
    }
    for (std::thread& answer : answers)
        answer.join();
}

template <typename Done, typename Value> void FakeDataPlane::later(const Done& done, const Value& value)
{
    m_answers.emplace_back([done, value] { done(value); });
}

void FakeDataPlane::enforce(std::shared_ptr<const Enforcement> enforcement)
{
    enforced = std::move(enforcement);
}

std::vector<ServiceStatus> FakeDataPlane::services() const
{
    const std::lock_guard lock(m_mutex);
    const auto count = std::uint64_t(m_live.connections.size());
    return {{ServiceName::Firewall, ServiceState::Running, someTime, QStringLiteral("127.0.0.1:1745"), {}, count},
        {ServiceName::WebProxy, ServiceState::Running, someTime, QStringLiteral("127.0.0.1:8080"), {}, 0},
        {ServiceName::Socks, m_socksRunning ? ServiceState::Running : ServiceState::Stopped, someTime, {}, {}, 0}};
}

void FakeDataPlane::startService(ServiceName name, std::function<void(Status)> done)
{
    const std::lock_guard lock(m_mutex);
    if (name == ServiceName::Socks)
        m_socksRunning = true;
    later(done, Status());
}

void FakeDataPlane::stopService(
    ServiceName name, const std::string&, std::function<void(std::vector<EndedConnection>)> done)
{
    const std::lock_guard lock(m_mutex);
    if (name == ServiceName::Socks)
        m_socksRunning = false;
    later(done, std::vector<EndedConnection>());
}

void FakeDataPlane::disconnect(const DisconnectRequest& request, std::function<void(std::vector<EndedConnection>)> done)
{
    const std::lock_guard lock(m_mutex);
    lastDisconnect = request;
    std::vector<EndedConnection> ended;
    const auto in
        = [](const auto& ids, std::uint64_t id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    for (const Connection& connection : std::as_const(m_live.connections)) {
        if (in(request.sessions, connection.session) || in(request.connections, connection.id)) {
            const auto session = std::find_if(m_live.sessions.cbegin(), m_live.sessions.cend(),
                [&connection](const Session& one) { return one.id == connection.session; });
            const Session whose = session == m_live.sessions.cend() ? Session() : *session;
            ended.push_back({connection.id, connection.session, connection.host, connection.port, connection.bytesSent,
                connection.bytesReceived, whose.user, whose.application, whose.client});
            m_changes.endedConnections.append(connection.id);
            m_changes.endedSessions.append(connection.session);
        }
    }
    const auto gone = [&](std::uint64_t id) { return m_changes.endedSessions.contains(id); };
    m_live.connections.removeIf([&](const Connection& connection) { return gone(connection.session); });
    m_live.sessions.removeIf([&](const Session& session) { return gone(session.id); });
    later(done, ended);
}

SessionDelta FakeDataPlane::snapshot() const
{
    if (liveSource)
        return liveSource();
    const std::lock_guard lock(m_mutex);
    return m_live;
}

SessionDelta FakeDataPlane::takeChanges()
{
    if (changeSource)
        return changeSource();
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_changes, {});
}

std::string FakeDataPlane::endpoint(ServiceName name) const
{
    return name == ServiceName::Socks ? "" : "127.0.0.1:1745";
}

void FakeDataPlane::addConnection(std::uint64_t id, const QString& program, const QString& host, std::uint16_t port)
{
    Session session;
    session.id = id;
    session.user = QStringLiteral("anna");
    session.computer = QStringLiteral("PC%1").arg(id);
    session.client = IpAddress::fromV4(std::uint32_t(0x0a000000 + id));
    session.application = program;
    session.activated = someTime;
    Connection connection;
    connection.id = id;
    connection.session = id;
    connection.host = host;
    connection.address = IpAddress::fromV4(0xc0000207);
    connection.port = port;
    connection.start = someTime;
    const std::lock_guard lock(m_mutex);
    m_live.sessions.append(session);
    m_live.connections.append(connection);
    m_changes.sessions.append(session);
    m_changes.connections.append(connection);
}

void FakeDataPlane::fill(std::uint64_t count)
{
    for (std::uint64_t id = 1; id <= count; ++id)
        addConnection(
            id, QStringLiteral("program%1.exe").arg(id % 50), QStringLiteral("host%1.example.com").arg(id % 1000));
}

void FakeDataPlane::touch(ConnectionId id, std::uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    for (Connection& connection : m_live.connections) {
        if (connection.id == id) {
            connection.bytesSent = bytes;
            m_changes.connections.append(connection);
        }
    }
}

} // namespace sallyport
