// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"

#include <atomic>
#include <mutex>

namespace sallyport
{

class OwnListeners;
class Resolver;
class SessionRegistry;

// The enforcement in force. Shards keep a copy of the pointer and compare one number per request, so that a change
// bites the very next request without all of them sharing a reference count.
class EnforcementSource
{
public:
    void set(std::shared_ptr<const Enforcement> enforcement);
    std::uint64_t generation() const { return m_generation.load(std::memory_order_acquire); }
    std::shared_ptr<const Enforcement> get(std::uint64_t& generation) const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Enforcement> m_enforcement;
    std::atomic<std::uint64_t> m_generation{0};
};

// How many clients may be connected: by policy, and by the file limit with two descriptors set aside for each (its own
// and its destination's) and a reserve for the rest of the service.
class ClientLimit
{
public:
    ClientLimit(); // reads RLIMIT_NOFILE
    // Counts one more and answers how many there are with it.
    int add() { return m_clients.fetch_add(1, std::memory_order_relaxed) + 1; }
    void giveBack() { m_clients.fetch_sub(1, std::memory_order_relaxed); }
    // False: descriptors would run out; wait for a client to leave.
    bool available() const { return m_clients.load(std::memory_order_relaxed) < m_most; }
    int most() const { return m_most; }

private:
    std::atomic<int> m_clients{0};
    int m_most = 0;
};

// What all shards share: the outside world by reference, and the state of the service as a whole.
struct World {
    const Clock& clock;
    LogSink& log;
    FetchSink& fetches;
    Resolver& resolver;
    SessionRegistry& registry;
    EnforcementSource& enforcement;
    ClientLimit& clients;
    OwnListeners& ownListeners;
    FixedTimeouts timeouts;
};

} // namespace sallyport
