// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/shard.h"

#include "app/service/dataplane/httpshard.h"
#include "app/service/dataplane/listener.h"

#include <boost/asio/post.hpp>

#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <unordered_set>

namespace sallyport
{

namespace
{

constexpr std::size_t scratchBytes = 64 * 1024;
constexpr std::size_t noIndex = static_cast<std::size_t>(-1);

} // namespace

Shard::Shard(unsigned number, World& world)
    : m_world(world)
    , m_context(1)
    , m_work(m_context.get_executor())
    , m_poller(m_context, [this] { return afterRound(); })
    , m_timers(m_context, [this] { endRound(); })
    , m_ledger(world.registry, number)
    , m_refusals(*this)
    , m_scratch(scratchBytes)
    , m_http(std::make_unique<HttpShard>(*this))
{
}

Shard::~Shard() = default;

void Shard::run()
{
    m_poller.start();
    // Signals are the main thread's affair.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([this] {
        ::pthread_setname_np(::pthread_self(), "dataplane");
        m_context.run();
    });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Shard::stop()
{
    if (!m_thread.joinable())
        return;
    post([this] {
        endAll();
        m_context.stop();
    });
    m_thread.join();
}

void Shard::post(std::function<void()> work)
{
    boost::asio::post(m_context, [this, work = std::move(work)] {
        work();
        endRound();
    });
}

const std::shared_ptr<const Enforcement>& Shard::enforcement()
{
    if (m_generation != m_world.enforcement.generation())
        m_enforcement = m_world.enforcement.get(m_generation);
    return m_enforcement;
}

void Shard::adopt(std::unique_ptr<ClientSession> session)
{
    session->m_index = m_sessions.size();
    m_sessions.push_back(std::move(session));
    m_sessions.back()->start();
}

void Shard::retire(ClientSession& session)
{
    const std::size_t index = session.m_index;
    if (index == noIndex)
        return;
    session.m_index = noIndex;
    m_retired.push_back(std::move(m_sessions[index]));
    if (index + 1 < m_sessions.size()) {
        m_sessions[index] = std::move(m_sessions.back());
        m_sessions[index]->m_index = index;
    }
    m_sessions.pop_back();
}

void Shard::cancelTurn(Continuable& work)
{
    std::erase(m_turns, &work);
    std::replace(m_running.begin(), m_running.end(), &work, static_cast<Continuable*>(nullptr));
}

bool Shard::afterRound()
{
    if (!m_turns.empty()) {
        m_running.swap(m_turns);
        for (std::size_t i = 0; i < m_running.size(); ++i) {
            if (m_running[i] != nullptr)
                m_running[i]->onTurn();
        }
        m_running.clear();
    }
    if (!m_retired.empty()) {
        m_retired.clear();
        for (const auto& acceptor : m_acceptors)
            acceptor->resume();
    }
    return !m_turns.empty();
}

void Shard::endRound()
{
    if (afterRound())
        m_poller.kick();
}

void Shard::listen(std::shared_ptr<ListenSocket> socket, ClientFactory factory)
{
    m_acceptors.push_back(std::make_unique<Acceptor>(*this, std::move(socket), factory));
}

void Shard::stopListening(const ListenSocket& socket)
{
    std::erase_if(m_acceptors, [&](const auto& acceptor) { return &acceptor->socket() == &socket; });
}

std::vector<EndedConnection> Shard::endService(ServiceName service, const EndReason& reason)
{
    std::vector<EndedConnection> ended;
    m_ledger.forEach([&](const ConnectionRecord& record, const ClientSession*) {
        if (serviceOf(record.key().type) == service)
            ended.push_back(m_ledger.ended(record));
    });
    std::vector<ClientSession*> owners;
    for (const auto& session : m_sessions) {
        if (session->service() == service)
            owners.push_back(session.get());
    }
    endTogether(owners, reason);
    return ended;
}

std::vector<EndedConnection> Shard::endConnections(const DisconnectRequest& request)
{
    std::vector<EndedConnection> ended;
    std::vector<ClientSession*> owners;
    const auto mark = [&](const ConnectionRecord& record, ClientSession* owner) {
        ended.push_back(m_ledger.ended(record));
        owners.push_back(owner);
    };
    std::unordered_set<ConnectionId> single;
    for (const ConnectionId id : request.connections) {
        if (const RecordPtr record = m_ledger.find(id); record && single.insert(id).second)
            mark(*record, m_ledger.owner(id));
    }
    if (!request.sessions.empty()) {
        const std::unordered_set<SessionId> sessions(request.sessions.begin(), request.sessions.end());
        m_ledger.forEach([&](const ConnectionRecord& record, ClientSession* owner) {
            if (sessions.contains(record.session()) && !single.contains(record.id()))
                mark(record, owner);
        });
    }
    // One client may hold several connections; ended once, it is not looked at again.
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    endTogether(owners, {request.who, request.why});
    return ended;
}

void Shard::endTogether(const std::vector<ClientSession*>& owners, const EndReason& reason)
{
    for (ClientSession* owner : owners) {
        if (owner != nullptr)
            owner->cutOff();
    }
    // One that was retired meanwhile still lives: sessions are deleted when the round is over.
    for (ClientSession* owner : owners) {
        if (owner != nullptr && owner->m_index != noIndex)
            owner->end(reason);
    }
}

void Shard::endAll()
{
    m_acceptors.clear();
    const EndReason reason{"service", "shutting down"};
    while (!m_sessions.empty()) {
        const std::size_t before = m_sessions.size();
        m_sessions.back()->end(reason);
        if (m_sessions.size() == before)
            retire(*m_sessions.back());
    }
    m_retired.clear();
    m_refusals.flush();
}

} // namespace sallyport
