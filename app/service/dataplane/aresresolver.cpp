// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/answercache.h"
#include "app/service/dataplane/clientlimit.h"
#include "app/service/dataplane/fd.h"
#include "app/service/dataplane/hostsfile.h"
#include "app/service/dataplane/sockaddress.h"

#include <ares.h>

#include <netinet/in.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_map>

namespace sallyport
{

namespace
{

using SteadyClock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::chrono::seconds shortestGood{1};
constexpr std::chrono::seconds longestGood{300};
// A channel reads resolv.conf when it is made and keeps its source port: soon replaced, it follows the file, and
// whoever forges answers has little time to guess.
constexpr int questionsPerChannel = 32;
constexpr std::chrono::seconds channelLife{1};

Error tooMany(const std::string& name)
{
    return {ErrorCode::LimitExceeded, QString::fromStdString(name),
        QStringLiteral("too many names are being looked up; try again later")};
}

Error errorOf(const std::string& name, int status)
{
    const QString subject = QString::fromStdString(name);
    switch (status) {
    case ARES_ENOTFOUND:
    case ARES_ENODATA:
    case ARES_ENONAME:
    case ARES_EBADNAME:
        return {ErrorCode::NotFound, subject, QString::fromLatin1(ares_strerror(status))};
    case ARES_ETIMEOUT:
        return {ErrorCode::TimedOut, subject, QStringLiteral("no name server answered in time")};
    default:
        return {ErrorCode::Io, subject, QString::fromLatin1(ares_strerror(status))};
    }
}

class AresResolver final : public Resolver
{
public:
    AresResolver(const ResolverOptions& options, Fd wake, Fd epoll); // epoll watches wake
    ~AresResolver() override;

    void resolve(const std::string& name, const IpAddress& client, Handler handler) override;

private:
    struct Question {
        std::string name;
        IpAddress client;
        Handler handler;
    };
    struct Channel {
        AresResolver& owner;
        ares_channel ares = nullptr;
        SteadyClock::time_point made;
        int asked = 0;
        int pending = 0;
    };
    struct LookUp {
        AresResolver& owner;
        Channel& channel;
        std::string name;
        IpAddress client; // who asked first
        SteadyClock::time_point begun;
        std::vector<Handler> waiting;
        int questions = 0; // that c-ares has not answered
        bool told = false; // those who waited have an answer already
        bool over = false; // the first question is answered, which was for every address
    };

    void work();
    int patience(SteadyClock::time_point now) const;
    void take(Question question);
    void ask(Question question, SteadyClock::time_point now);
    Channel* channel(SteadyClock::time_point now);
    static std::pair<Result<Addresses>, std::chrono::seconds> read(
        const std::string& name, int status, const ares_addrinfo* found);
    void put(LookUp& lookUp, int family);
    void hurry(SteadyClock::time_point now);
    void answered(LookUp& lookUp, int status, const ares_addrinfo* found);
    void answeredEarly(LookUp& lookUp, int status, const ares_addrinfo* found);
    void release(const IpAddress& client);
    void watch(Channel& channel, int fd, bool read, bool write);
    void wake() const { ::eventfd_write(m_wake.get(), 1); }

    const ResolverOptions m_options;
    const Fd m_wake;
    const Fd m_epoll;

    AnswerCache m_cache;
    std::mutex m_mutex; // for the two below
    std::vector<Question> m_queue;
    bool m_stopping = false;

    // The thread's own.
    HostsFile m_hosts;
    std::vector<std::unique_ptr<Channel>> m_channels; // the last one takes questions
    std::unordered_map<int, Channel*> m_sockets;
    std::unordered_map<std::string, std::unique_ptr<LookUp>> m_lookUps;
    std::vector<std::unique_ptr<LookUp>> m_left; // over, but for the question that was asked besides
    std::deque<std::pair<SteadyClock::time_point, std::string>> m_begun; // look-ups to hurry, the first first
    std::map<IpAddress, std::size_t> m_clients; // look-ups under way for each
    bool m_ending = false;

    std::thread m_thread;
};

AresResolver::AresResolver(const ResolverOptions& options, Fd wake, Fd epoll)
    : m_options(options)
    , m_wake(std::move(wake))
    , m_epoll(std::move(epoll))
    , m_hosts(options.hosts)
{
    static const int library = ares_library_init(ARES_LIB_INIT_ALL);
    (void)library;
    // Signals are the main thread's affair.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([this] {
        ::pthread_setname_np(::pthread_self(), "resolver");
        work();
    });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

AresResolver::~AresResolver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    wake();
    m_thread.join();
}

void AresResolver::resolve(const std::string& name, const IpAddress& client, Handler handler)
{
    if (const auto known = m_cache.fresh(name, SteadyClock::now())) {
        handler(*known);
        return;
    }
    std::unique_lock lock(m_mutex);
    if (m_queue.size() >= m_options.most) {
        lock.unlock();
        handler(tooMany(name));
        return;
    }
    m_queue.push_back({name, countedAs(client), std::move(handler)});
    const bool first = m_queue.size() == 1;
    lock.unlock();
    if (first)
        wake();
}

void AresResolver::work()
{
    std::array<epoll_event, 64> events;
    std::vector<Question> questions;
    while (true) {
        const int count
            = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), patience(SteadyClock::now()));
        for (int i = 0; i < count; ++i) {
            const epoll_event& event = events[static_cast<std::size_t>(i)];
            const int fd = event.data.fd;
            if (fd == m_wake.get()) {
                eventfd_t ignored = 0;
                ::eventfd_read(fd, &ignored);
            } else if (const auto found = m_sockets.find(fd); found != m_sockets.end()) {
                const bool write = (event.events & EPOLLOUT) != 0;
                const bool read = (event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0;
                ares_process_fd(found->second->ares, read ? fd : ARES_SOCKET_BAD, write ? fd : ARES_SOCKET_BAD);
            }
        }
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                break;
            questions.swap(m_queue);
        }
        for (Question& question : questions)
            take(std::move(question));
        questions.clear();
        hurry(SteadyClock::now());
        // Time-outs.
        for (const auto& channel : m_channels)
            ares_process_fd(channel->ares, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
        std::erase_if(m_channels, [](const auto& channel) {
            const bool over = channel->pending == 0;
            if (over)
                ares_destroy(channel->ares);
            return over;
        });
    }
    m_ending = true;
    for (const auto& channel : m_channels)
        ares_destroy(channel->ares);
}

int AresResolver::patience(SteadyClock::time_point now) const
{
    int milliseconds = -1;
    if (!m_begun.empty()) {
        const auto left = m_begun.front().first + m_options.patienceForIpv6 - now;
        milliseconds = std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count()));
    }
    for (const auto& channel : m_channels) {
        timeval left{};
        if (ares_timeout(channel->ares, nullptr, &left) == nullptr)
            continue;
        const int until = static_cast<int>(left.tv_sec * 1000 + left.tv_usec / 1000 + 1);
        milliseconds = milliseconds < 0 ? until : std::min(milliseconds, until);
    }
    return milliseconds;
}

void AresResolver::take(Question question)
{
    const auto now = SteadyClock::now();
    if (m_hosts.refresh(now))
        m_cache.clear();
    const std::string& asked = question.name;
    if (Addresses here = m_hosts.find(asked.ends_with('.') ? asked.substr(0, asked.size() - 1) : asked);
        !here.empty()) {
        const Result<Addresses> result = std::move(here);
        m_cache.put(question.name, result, shortestGood);
        question.handler(result);
        return;
    }
    if (const auto known = m_cache.known(asked, now))
        question.handler(*known);
    else if (const auto found = m_lookUps.find(question.name); found != m_lookUps.end())
        found->second->waiting.push_back(std::move(question.handler));
    else
        ask(std::move(question), now);
}

void AresResolver::ask(Question question, SteadyClock::time_point now)
{
    const auto counted = m_clients.find(question.client);
    Channel* const by = m_lookUps.size() + m_left.size() < m_options.most
            && (counted == m_clients.end() || counted->second < m_options.mostPerClient)
        ? channel(now)
        : nullptr;
    if (by == nullptr) {
        question.handler(tooMany(question.name));
        return;
    }
    auto made = std::make_unique<LookUp>(LookUp{*this, *by, question.name, question.client, now, {}});
    made->waiting.push_back(std::move(question.handler));
    LookUp& lookUp = *made;
    m_begun.emplace_back(now, question.name);
    m_lookUps.emplace(question.name, std::move(made));
    ++m_clients[question.client];
    ++by->asked;
    put(lookUp, AF_UNSPEC);
}

void AresResolver::put(LookUp& lookUp, int family)
{
    ++lookUp.questions;
    ++lookUp.channel.pending;
    ares_addrinfo_hints hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    const auto answer = [](void* context, int status, int, ares_addrinfo* found) {
        auto& done = *static_cast<LookUp*>(context);
        done.owner.answered(done, status, found);
        ares_freeaddrinfo(found);
    };
    const auto early = [](void* context, int status, int, ares_addrinfo* found) {
        auto& done = *static_cast<LookUp*>(context);
        done.owner.answeredEarly(done, status, found);
        ares_freeaddrinfo(found);
    };
    ares_getaddrinfo(lookUp.channel.ares, lookUp.name.c_str(), nullptr, &hints,
        family == AF_UNSPEC ? static_cast<ares_addrinfo_callback>(answer) : static_cast<ares_addrinfo_callback>(early),
        &lookUp);
}

// By the same search list: what the name means to a client without IPv6.
void AresResolver::hurry(SteadyClock::time_point now)
{
    while (!m_begun.empty() && now - m_begun.front().first >= m_options.patienceForIpv6) {
        const auto [begun, name] = std::move(m_begun.front());
        m_begun.pop_front();
        const auto found = m_lookUps.find(name);
        if (found != m_lookUps.end() && found->second->begun == begun)
            put(*found->second, AF_INET);
    }
}

AresResolver::Channel* AresResolver::channel(SteadyClock::time_point now)
{
    if (!m_channels.empty()) {
        Channel& last = *m_channels.back();
        if (last.asked < questionsPerChannel && now - last.made < channelLife)
            return &last;
    }
    auto made = std::make_unique<Channel>(Channel{*this, nullptr, now});
    ares_options options{};
    options.timeout = static_cast<int>(m_options.timeout.count());
    options.tries = 2;
    options.udp_port = options.tcp_port = m_options.port;
    std::string resolvConf = m_options.resolvConf;
    options.resolvconf_path = resolvConf.data();
    char lookups[] = "b"; // the hosts file is read here, once for all
    options.lookups = lookups;
    options.sock_state_cb_data = made.get();
    options.sock_state_cb = [](void* context, int fd, int read, int write) {
        auto& of = *static_cast<Channel*>(context);
        of.owner.watch(of, fd, read != 0, write != 0);
    };
    constexpr int given = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_UDP_PORT | ARES_OPT_TCP_PORT
        | ARES_OPT_RESOLVCONF | ARES_OPT_LOOKUPS | ARES_OPT_SOCK_STATE_CB;
    if (ares_init_options(&made->ares, &options, given) != ARES_SUCCESS)
        return nullptr;
    m_channels.push_back(std::move(made));
    return m_channels.back().get();
}

// The addresses that were found and how long they hold; an error where there are none.
std::pair<Result<Resolver::Addresses>, std::chrono::seconds> AresResolver::read(
    const std::string& name, int status, const ares_addrinfo* found)
{
    Addresses addresses;
    int ttl = static_cast<int>(longestGood.count());
    for (const auto* each = found ? found->nodes : nullptr; each != nullptr; each = each->ai_next) {
        SockAddress address;
        std::memcpy(&address.storage, each->ai_addr, std::min<std::size_t>(each->ai_addrlen, sizeof address.storage));
        addresses.push_back(address.address());
        ttl = std::min(ttl, each->ai_ttl);
    }
    for (const auto* each = found ? found->cnames : nullptr; each != nullptr; each = each->next)
        ttl = std::min(ttl, each->ttl);
    if (status == ARES_SUCCESS && addresses.empty())
        status = ARES_ENODATA;
    Result<Addresses> result = status == ARES_SUCCESS ? Result<Addresses>(std::move(addresses)) : errorOf(name, status);
    return {std::move(result), std::max(shortestGood, std::chrono::seconds(ttl))};
}

void AresResolver::answered(LookUp& lookUp, int status, const ares_addrinfo* found)
{
    if (m_ending)
        return;
    const auto [result, goodFor] = read(lookUp.name, status, found);
    if (result || !lookUp.told)
        m_cache.put(lookUp.name, result, goodFor);
    --lookUp.channel.pending;
    auto over = std::move(m_lookUps.extract(lookUp.name).mapped());
    const auto waiting = std::move(over->waiting);
    if (--over->questions > 0) {
        over->over = true;
        m_left.push_back(std::move(over));
    } else {
        release(over->client);
    }
    for (const Handler& handler : waiting)
        handler(result);
}

// Once no question of a look-up is open, which costs until then.
void AresResolver::release(const IpAddress& client)
{
    if (const auto found = m_clients.find(client); --found->second == 0)
        m_clients.erase(found);
}

// Those who wait go on; the other answer, if it comes, is for those who ask later.
void AresResolver::answeredEarly(LookUp& lookUp, int status, const ares_addrinfo* found)
{
    if (m_ending)
        return;
    --lookUp.questions;
    --lookUp.channel.pending;
    if (lookUp.over) {
        release(lookUp.client);
        std::erase_if(m_left, [&lookUp](const auto& left) { return left.get() == &lookUp; });
        return;
    }
    const auto [result, goodFor] = read(lookUp.name, status, found);
    if (!result)
        return;
    lookUp.told = true;
    m_cache.put(lookUp.name, result, goodFor);
    const auto waiting = std::exchange(lookUp.waiting, {});
    for (const Handler& handler : waiting)
        handler(result);
}

void AresResolver::watch(Channel& channel, int fd, bool read, bool write)
{
    if (!read && !write) {
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
        m_sockets.erase(fd);
        return;
    }
    epoll_event event{};
    event.events
        = (read ? static_cast<std::uint32_t>(EPOLLIN) : 0u) | (write ? static_cast<std::uint32_t>(EPOLLOUT) : 0u);
    event.data.fd = fd;
    const bool known = !m_sockets.insert_or_assign(fd, &channel).second;
    ::epoll_ctl(m_epoll.get(), known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
}

} // namespace

Result<std::shared_ptr<Resolver>> makeResolver(const ResolverOptions& options)
{
    const auto failed = [](int code) {
        return Error{code == EMFILE || code == ENFILE || code == EAGAIN ? ErrorCode::LimitExceeded : ErrorCode::Io,
            QStringLiteral("look-ups of names"),
            QStringLiteral("can't start: ") + QString::fromLocal8Bit(std::strerror(code))};
    };
    Fd wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    Fd epoll(::epoll_create1(EPOLL_CLOEXEC));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = wake.get();
    if (!wake || !epoll || ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, wake.get(), &event) != 0)
        return failed(errno);
    try {
        return std::shared_ptr<Resolver>(std::make_shared<AresResolver>(options, std::move(wake), std::move(epoll)));
    } catch (const std::system_error& error) { // of the thread
        return failed(error.code().value());
    }
}

} // namespace sallyport
