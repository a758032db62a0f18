// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/resolver.h"

#include "app/service/dataplane/sockaddress.h"

#include <netdb.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace sallyport
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t threadCount = 8;
constexpr std::size_t longestQueue = 4096; // names waiting; a server that answers nothing must not fill memory
constexpr std::size_t largestCache = 8192;
constexpr std::chrono::seconds goodFor{30};
constexpr std::chrono::seconds badFor{2};

Result<Resolver::Addresses> lookUp(const std::string& name)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    int code = ::getaddrinfo(name.c_str(), nullptr, &hints, &found);
    if (code == EAI_NONAME || code == EAI_ADDRFAMILY) {
        // A machine with nothing but loopback has no "configured" family at all.
        hints.ai_flags = 0;
        code = ::getaddrinfo(name.c_str(), nullptr, &hints, &found);
    }
    if (code != 0) {
        const bool notFound = code == EAI_NONAME || code == EAI_NODATA;
        return Error{notFound ? ErrorCode::NotFound : ErrorCode::Io, QString::fromStdString(name),
            QString::fromUtf8(::gai_strerror(code))};
    }
    Resolver::Addresses addresses;
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        SockAddress address;
        std::memcpy(&address.storage, each->ai_addr, std::min<std::size_t>(each->ai_addrlen, sizeof address.storage));
        if (std::find(addresses.begin(), addresses.end(), address.address()) == addresses.end())
            addresses.push_back(address.address());
    }
    ::freeaddrinfo(found);
    if (addresses.empty())
        return Error{ErrorCode::NotFound, QString::fromStdString(name), QStringLiteral("the name has no address")};
    return addresses;
}

// Shared with the threads: a look-up may hang for long after everybody who wanted it has gone.
struct State {
    struct Answer {
        Result<Resolver::Addresses> result;
        SteadyClock::time_point until;
    };

    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable delivered;
    std::deque<std::string> queue;
    std::unordered_map<std::string, std::vector<Resolver::Handler>> waiting;
    std::unordered_map<std::string, Answer> cache;
    std::size_t threads = 0;
    std::size_t idle = 0;
    std::size_t delivering = 0; // threads inside handlers
    bool stopping = false;

    void work();
    void remember(const std::string& name, const Result<Resolver::Addresses>& result);
};

void State::work()
{
    std::unique_lock lock(mutex);
    while (true) {
        ++idle;
        wake.wait(lock, [this] { return stopping || !queue.empty(); });
        --idle;
        if (stopping)
            return;
        const std::string name = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        const auto result = lookUp(name);
        lock.lock();
        remember(name, result);
        auto node = waiting.extract(name);
        if (stopping)
            return;
        ++delivering;
        lock.unlock();
        for (const auto& handler : node.mapped())
            handler(result);
        node = {};
        lock.lock();
        --delivering;
        delivered.notify_all();
    }
}

void State::remember(const std::string& name, const Result<Resolver::Addresses>& result)
{
    const auto now = SteadyClock::now();
    if (cache.size() >= largestCache) {
        std::erase_if(cache, [now](const auto& each) { return each.second.until <= now; });
        if (cache.size() >= largestCache)
            cache.clear();
    }
    cache.insert_or_assign(name, Answer{result, now + (result ? goodFor : badFor)});
}

class SystemResolver final : public Resolver
{
public:
    ~SystemResolver() override
    {
        // The threads are left to finish by themselves, getaddrinfo can't be interrupted; but no handler runs after
        // this.
        std::unique_lock lock(m_state->mutex);
        m_state->stopping = true;
        m_state->waiting.clear();
        m_state->wake.notify_all();
        m_state->delivered.wait(lock, [this] { return m_state->delivering == 0; });
    }

    void resolve(const std::string& name, Handler handler) override
    {
        std::unique_lock lock(m_state->mutex);
        if (const auto found = m_state->cache.find(name);
            found != m_state->cache.end() && found->second.until > SteadyClock::now()) {
            const auto result = found->second.result;
            lock.unlock();
            handler(result);
            return;
        }
        if (m_state->queue.size() >= longestQueue) {
            lock.unlock();
            handler(Error{ErrorCode::LimitExceeded, QString::fromStdString(name),
                QStringLiteral("too many names are being looked up; try again later")});
            return;
        }
        auto& handlers = m_state->waiting[name];
        handlers.push_back(std::move(handler));
        if (handlers.size() > 1)
            return;
        m_state->queue.push_back(name);
        if (m_state->queue.size() > m_state->idle && m_state->threads < threadCount) {
            ++m_state->threads;
            std::thread([state = m_state] { state->work(); }).detach();
        }
        m_state->wake.notify_one();
    }

private:
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

std::shared_ptr<Resolver> makeSystemResolver()
{
    return std::make_shared<SystemResolver>();
}

} // namespace sallyport
