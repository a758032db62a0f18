// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientlimit.h"
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
