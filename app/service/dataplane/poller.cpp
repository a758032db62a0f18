// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/poller.h"

#include "app/service/dataplane/socket.h"

#include <boost/asio/post.hpp>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace sallyport
{

namespace
{

// Rounds before the io_context gets its turn (posted work, timers).
constexpr int roundsPerTurn = 4;

// Listeners are told from sockets by the lowest bit of the tag, which is free in both pointers.
constexpr std::uintptr_t listenerBit = 1;

int newEpoll()
{
    const int fd = ::epoll_create1(EPOLL_CLOEXEC);
    if (fd < 0)
        throw std::runtime_error(std::string("epoll: ") + std::strerror(errno));
    return fd;
}

void* listenerTag(ListenHandler& handler)
{
    return reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(&handler) | listenerBit);
}

} // namespace

Poller::Poller(boost::asio::io_context& context, std::function<bool()> afterRound)
    : m_epoll(context, newEpoll())
    , m_context(context)
    , m_afterRound(std::move(afterRound))
{
}

Poller::~Poller() = default;

void Poller::start()
{
    arm();
}

void Poller::kick()
{
    if (m_kicked)
        return;
    m_kicked = true;
    boost::asio::post(m_context, [this] {
        m_kicked = false;
        run();
    });
}

bool Poller::add(Socket& socket)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &socket;
    return ::epoll_ctl(m_epoll.native_handle(), EPOLL_CTL_ADD, socket.fd(), &event) == 0;
}

void Poller::forget(Socket& socket)
{
    dropPending(&socket);
}

bool Poller::addListener(int fd, ListenHandler& handler)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLEXCLUSIVE;
    event.data.ptr = listenerTag(handler);
    return ::epoll_ctl(m_epoll.native_handle(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void Poller::removeListener(int fd, ListenHandler& handler)
{
    epoll_event event{};
    ::epoll_ctl(m_epoll.native_handle(), EPOLL_CTL_DEL, fd, &event);
    dropPending(listenerTag(handler));
}

void Poller::dropPending(const void* tag)
{
    for (int i = m_next; i < m_count; ++i) {
        if (m_events[i].data.ptr == tag)
            m_events[i].data.ptr = nullptr;
    }
}

void Poller::arm()
{
    if (m_armed)
        return;
    m_armed = true;
    m_epoll.async_wait(boost::asio::posix::stream_descriptor::wait_read, [this](boost::system::error_code error) {
        m_armed = false;
        if (!error)
            run();
    });
}

void Poller::run()
{
    for (int round = 0; round < roundsPerTurn; ++round) {
        const int count = ::epoll_wait(m_epoll.native_handle(), m_events.data(), static_cast<int>(m_events.size()), 0);
        dispatch(count);
        const bool more = m_afterRound();
        if (more)
            break;
        if (count <= 0) {
            arm();
            return;
        }
    }
    kick();
}

void Poller::dispatch(int count)
{
    m_count = count;
    for (m_next = 0; m_next < m_count;) {
        const epoll_event& event = m_events[m_next++];
        const auto tag = reinterpret_cast<std::uintptr_t>(event.data.ptr);
        if (tag == 0)
            continue;
        if (tag & listenerBit) {
            reinterpret_cast<ListenHandler*>(tag & ~listenerBit)->onAcceptable();
            continue;
        }
        auto& socket = *static_cast<Socket*>(event.data.ptr);
        const std::uint32_t events = event.events;
        if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
            socket.m_readable = true;
        if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR))
            socket.m_writable = true;
        if (events & (EPOLLRDHUP | EPOLLHUP))
            socket.m_hangup = true;
        if (events & EPOLLERR)
            socket.m_failed = true;
        if (socket.m_handler != nullptr)
            socket.m_handler->onSocket(socket);
    }
    m_next = m_count = 0;
}

} // namespace sallyport
