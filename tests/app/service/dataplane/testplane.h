// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplaneimpl.h"

#include <condition_variable>
#include <map>
#include <set>

// A data plane with everything around it under the test's hand.
namespace sallyport::testing
{

// Refuses the ports and users it is told to.
class FakePolicy final : public CompiledPolicy
{
public:
    std::set<std::uint16_t> deniedPorts;
    Decision decide(const Request& request, TimePoint now) const override;
};

class MemoryLog final : public LogSink
{
public:
    void log(LogRecord record) override;
    // Waits until there are `count` rows; what there is after some seconds.
    std::vector<LogRecord> rows(std::size_t count) const;
    // Called with each row to come, before it is taken, on the thread that writes it.
    void watch(std::function<void(const LogRecord&)> watcher);

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::vector<LogRecord> m_rows;
    std::function<void(const LogRecord&)> m_watcher;
};

class MemoryFetches final : public FetchSink
{
public:
    void fetched(const ClientFetch& fetch) override;
    std::vector<ClientFetch> all() const;

private:
    mutable std::mutex m_mutex;
    std::vector<ClientFetch> m_fetches;
};

// Knows the names it was told, answers from another thread. "never" gets no answer.
class FakeResolver final : public Resolver
{
public:
    std::map<std::string, Addresses> names;
    void resolve(const std::string& name, const IpAddress& client, Handler handler) override;
    ~FakeResolver() override;

private:
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
};

struct TestPlane {
    // All clients of a test come from one address, which may have everything unless told otherwise.
    explicit TestPlane(int threads = 2, const FixedTimeouts& timeouts = {}, const ClientShares& shares = {100});

    SystemClock clock;
    MemoryLog log;
    MemoryFetches fetches;
    std::shared_ptr<FakeResolver> resolver = std::make_shared<FakeResolver>();
    std::shared_ptr<FakePolicy> decisions = std::make_shared<FakePolicy>();
    std::shared_ptr<const CompiledPolicy> compiled; // decides instead of `decisions` when set
    HandOut handOut;
    Policy policy;
    DataPlaneImpl plane;

    void enforce(); // `policy` and a copy of `decisions`
    std::uint16_t port(ServiceName name) const;
    std::vector<EndedConnection> disconnect(const DisconnectRequest& request);
    std::vector<EndedConnection> stop(ServiceName name);
    Status start(ServiceName name);
    // Connections that are up, once there are that many (or what there is after some seconds).
    SessionDelta waitForConnections(qsizetype count) const;
    // The same once the connections have moved that many bytes together: the count follows the bytes by a moment.
    SessionDelta waitForBytes(std::uint64_t sent, std::uint64_t received) const;
};

} // namespace sallyport::testing
