// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace sallyport
{

// A data plane of plain values for tests of the control channel: what is put in is what it says. Answers arrive on
// another thread, as the real one's do. Every method may be called from any thread.
class FakeDataPlane : public DataPlane
{
public:
    ~FakeDataPlane() override;
    // Waits until every answer has been given.
    void finish();

    void enforce(std::shared_ptr<const Enforcement> enforcement) override;
    std::vector<ServiceStatus> services() const override;
    void startService(ServiceName name, std::function<void(Status)> done) override;
    void retryListeners() override { }
    std::vector<Error> problems() const override { return {}; }
    void stopService(
        ServiceName name, const std::string& who, std::function<void(std::vector<EndedConnection>)> done) override;
    void disconnect(const DisconnectRequest& request, std::function<void(std::vector<EndedConnection>)> done) override;
    SessionDelta snapshot() const override;
    std::uint64_t sessions() const override { return std::uint64_t(snapshot().sessions.size()); }
    SessionDelta takeChanges() override;
    SessionDelta toldSoFar() const override { return snapshot(); }
    std::string endpoint(ServiceName name) const override;
    void guard(const IpAddress&, std::uint16_t) override { }

    // A session of `program` with one connection to `host`; both get the id.
    void addConnection(std::uint64_t id, const QString& program, const QString& host, std::uint16_t port = 443);
    void fill(std::uint64_t count);
    void touch(ConnectionId id, std::uint64_t bytes);

    // Where sessions come from, when not from the calls above; asked on the service's thread.
    std::function<SessionDelta()> liveSource;
    std::function<SessionDelta()> changeSource;
    std::shared_ptr<const Enforcement> enforced;
    DisconnectRequest lastDisconnect;

private:
    template <typename Done, typename Value> void later(const Done& done, const Value& value);

    mutable std::mutex m_mutex;
    SessionDelta m_live;
    SessionDelta m_changes;
    bool m_socksRunning = true;
    std::vector<std::thread> m_answers;
};

} // namespace sallyport
