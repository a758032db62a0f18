// SPDX-License-Identifier: GPL-3.0-or-later
#include "testplane.h"

#include <QTest>

#include <future>

namespace sallyport::testing
{

namespace
{

template <typename Condition> SessionDelta waitFor(const DataPlane& plane, Condition condition)
{
    SessionDelta now;
    (void)QTest::qWaitFor(
        [&] {
            now = plane.snapshot();
            return condition(now);
        },
        10000);
    return now;
}

} // namespace

Decision FakePolicy::decide(const Request& request, TimePoint) const
{
    if (deniedPorts.contains(request.port))
        return {Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("closed port")};
    return {Verdict::Allow, Reason::UnmatchedAllowed, {}};
}

void MemoryLog::log(LogRecord record)
{
    const std::lock_guard lock(m_mutex);
    if (m_watcher)
        m_watcher(record);
    m_rows.push_back(std::move(record));
    m_changed.notify_all();
}

void MemoryLog::watch(std::function<void(const LogRecord&)> watcher)
{
    const std::lock_guard lock(m_mutex);
    m_watcher = std::move(watcher);
}

std::vector<LogRecord> MemoryLog::rows(std::size_t count) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_rows.size() >= count; });
    return m_rows;
}

void MemoryFetches::fetched(const ClientFetch& fetch)
{
    const std::lock_guard lock(m_mutex);
    m_fetches.push_back(fetch);
}

std::vector<ClientFetch> MemoryFetches::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_fetches;
}

void FakeResolver::resolve(const std::string& name, const IpAddress&, Handler handler)
{
    if (name == "never")
        return;
    Result<Addresses> result = Error{ErrorCode::NotFound, QString::fromStdString(name), QStringLiteral("no such name")};
    if (const auto found = names.find(name); found != names.end())
        result = found->second;
    const std::lock_guard lock(m_mutex);
    m_threads.emplace_back([handler = std::move(handler), result] { handler(result); });
}

FakeResolver::~FakeResolver()
{
    for (std::thread& thread : m_threads)
        thread.join();
}

TestPlane::TestPlane(int threads, const FixedTimeouts& timeouts, const ClientShares& shares)
    : plane({threads, true, timeouts, shares}, clock, log, fetches, resolver)
{
    policy.unmatched = Verdict::Allow;
    policy.listeners.connectTimeoutSeconds = 5;
    enforce();
}

void TestPlane::enforce()
{
    auto enforcement = std::make_shared<Enforcement>();
    enforcement->policy = policy;
    enforcement->compiled = compiled ? compiled : std::make_shared<FakePolicy>(*decisions);
    enforcement->handOut = handOut;
    plane.enforce(std::move(enforcement));
}

std::uint16_t TestPlane::port(ServiceName name) const
{
    const std::string endpoint = plane.endpoint(name);
    return endpoint.empty() ? 0 : static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1)));
}

std::vector<EndedConnection> TestPlane::disconnect(const DisconnectRequest& request)
{
    std::promise<std::vector<EndedConnection>> ended;
    plane.disconnect(request, [&](std::vector<EndedConnection> list) { ended.set_value(std::move(list)); });
    return ended.get_future().get();
}

std::vector<EndedConnection> TestPlane::stop(ServiceName name)
{
    std::promise<std::vector<EndedConnection>> ended;
    plane.stopService(name, "anna", [&](std::vector<EndedConnection> list) { ended.set_value(std::move(list)); });
    return ended.get_future().get();
}

Status TestPlane::start(ServiceName name)
{
    std::promise<Status> started;
    plane.startService(name, [&](Status status) { started.set_value(std::move(status)); });
    return started.get_future().get();
}

SessionDelta TestPlane::waitForConnections(qsizetype count) const
{
    return waitFor(plane, [count](const SessionDelta& now) { return now.connections.size() == count; });
}

SessionDelta TestPlane::waitForBytes(std::uint64_t sent, std::uint64_t received) const
{
    return waitFor(plane, [sent, received](const SessionDelta& now) {
        std::uint64_t nowSent = 0;
        std::uint64_t nowReceived = 0;
        for (const Connection& connection : now.connections) {
            nowSent += connection.bytesSent;
            nowReceived += connection.bytesReceived;
        }
        return nowSent >= sent && nowReceived >= received;
    });
}

} // namespace sallyport::testing
