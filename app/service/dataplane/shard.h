// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientsession.h"
#include "app/service/dataplane/pipepool.h"
#include "app/service/dataplane/poller.h"
#include "app/service/dataplane/refusalrows.h"
#include "app/service/dataplane/sessionregistry.h"
#include "app/service/dataplane/timerwheel.h"
#include "app/service/dataplane/world.h"

#include <boost/asio/executor_work_guard.hpp>

#include <functional>
#include <span>
#include <thread>
#include <vector>

namespace sallyport
{

class Acceptor;
class HttpShard;
class ListenSocket;

// Work that a handler broke off to let others have their turn.
class Continuable
{
public:
    virtual void onTurn() = 0;

protected:
    ~Continuable() = default;
};

using ClientFactory = std::unique_ptr<ClientSession> (*)(Shard& shard, AcceptedClient client);

// One data-plane thread and everything that lives on it. A connection never leaves its shard, so nothing here is
// locked; other threads reach it through post() only.
class Shard
{
public:
    Shard(unsigned number, World& world);
    ~Shard(); // stop() must have been called

    void run(); // starts the thread
    void stop(); // any thread but its own: ends the loop and joins
    void post(std::function<void()> work); // any thread

    // All below: the shard's thread.
    World& world() { return m_world; }
    boost::asio::io_context& context() { return m_context; }
    Poller& poller() { return m_poller; }
    TimerWheel& timers() { return m_timers; }
    PipePool& pipes() { return m_pipes; }
    Ledger& ledger() { return m_ledger; }
    HttpShard& http() { return *m_http; }
    TimePoint now() const { return m_world.clock.now(); }
    void log(LogRecord record) { m_world.log.log(std::move(record)); }
    RefusalRows& refusals() { return m_refusals; }
    // One buffer for all reads that are passed on at once; what it holds is gone at the next turn.
    std::span<char> scratch() { return m_scratch; }

    // What is in force at this moment. The reference holds until the next call; copy the pointer to keep it.
    const std::shared_ptr<const Enforcement>& enforcement();
    Decision decide(const Request& request) { return enforcement()->compiled->decide(request, now()); }

    // Takes ownership and starts it. `session` may be deleted only through retire().
    void adopt(std::unique_ptr<ClientSession> session);
    // Deletes the session when the running round of events is over; no handler of it is called by then.
    void retire(ClientSession& session);
    void continueLater(Continuable& work) { m_turns.push_back(&work); }
    void cancelTurn(Continuable& work);

    void listen(std::shared_ptr<ListenSocket> socket, ClientFactory factory);
    void stopListening(const ListenSocket& socket);
    // Ends every client of a service, handshakes included; says which connections that were.
    std::vector<EndedConnection> endService(ServiceName service, const EndReason& reason);
    std::vector<EndedConnection> endConnections(const DisconnectRequest& request);

private:
    // All clients first, then destinations, log rows and records.
    static void endTogether(const std::vector<ClientSession*>& owners, const EndReason& reason);
    bool afterRound(); // true: turns are left
    void endRound(); // the same for rounds that the poller does not run
    void endAll();

    World& m_world;
    boost::asio::io_context m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    Poller m_poller;
    TimerWheel m_timers;
    PipePool m_pipes;
    Ledger m_ledger;
    RefusalRows m_refusals;
    std::vector<char> m_scratch;
    std::unique_ptr<HttpShard> m_http;
    std::shared_ptr<const Enforcement> m_enforcement;
    std::uint64_t m_generation = 0;
    std::vector<std::unique_ptr<ClientSession>> m_sessions;
    std::vector<std::unique_ptr<ClientSession>> m_retired;
    std::vector<Continuable*> m_turns;
    std::vector<Continuable*> m_running; // the turns of this round
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    std::thread m_thread;
};

} // namespace sallyport
