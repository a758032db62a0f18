// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/porch.h"

#include <array>
#include <cerrno>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace sallyport
{

namespace
{

constexpr int eventsPerTurn = 64;
constexpr int sweepMilliseconds = 250;
constexpr int lookAgainMilliseconds = 10;
constexpr int mostTurns = 16; // so that those who send byte by byte do not hold us

// RFC 8446 section 5.1: a record has a type, a version, and a length of at most 2^14.
constexpr int recordHead = 5;
constexpr unsigned char handshakeRecord = 22;
constexpr unsigned char versionMajor = 3;
constexpr int longestRecord = 1 << 14;

enum class Opening { None, Part, Hello, Other };

// What a connection has sent, as far as that shows without reading it. Some ClientHello are longer than a segment; half
// a record counts for no more than silence, since more than that costs its sender nothing either.
Opening openingOf(int socket)
{
    std::array<unsigned char, recordHead> head{};
    const auto size = ::recv(socket, head.data(), head.size(), MSG_PEEK | MSG_DONTWAIT);
    if (size < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Opening::None : Opening::Other;
    if (size == 0 || head[0] != handshakeRecord || (size > 1 && head[1] != versionMajor))
        return Opening::Other; // or gone
    if (size < recordHead)
        return Opening::Part;
    const int length = head[3] << 8 | head[4];
    if (length == 0 || length > longestRecord)
        return Opening::Other;
    int there = 0;
    if (::ioctl(socket, FIONREAD, &there) != 0)
        return Opening::Other;
    return there >= recordHead + length ? Opening::Hello : Opening::Part;
}

// Whether the peer has left, which may not have been noticed yet.
bool isGone(const Fd& socket)
{
    pollfd state{socket.get(), POLLRDHUP, 0};
    return ::poll(&state, 1, 0) > 0 && (state.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

} // namespace

Porch::Porch(const ControlLimits& limits)
    : m_limits(limits)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_ready(m_epoll.get(), QSocketNotifier::Read)
{
    connect(&m_ready, &QSocketNotifier::activated, this, &Porch::takeNotice);
    connect(&m_sweep, &QTimer::timeout, this, &Porch::sweep);
    m_sweep.setInterval(qBound(1, m_limits.handshakeMilliseconds / 4, sweepMilliseconds));
}

void Porch::add(Fd socket, const QString& network)
{
    makeWayForSilent(network);
    const int descriptor = socket.get();
    epoll_event event{};
    // Edge-triggered: it is looked at again when more has come, not as long as there is something.
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLET;
    event.data.fd = descriptor;
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, descriptor, &event) != 0)
        return;
    const auto life = QDeadlineTimer(m_limits.handshakeMilliseconds);
    const Place place = m_silent.add({std::move(socket), network, life, false, 0});
    m_places.emplace(descriptor, place);
    if (!m_sweep.isActive())
        m_sweep.start();
    look(place);
}

void Porch::makeWayForSilent(const QString& network)
{
    const auto isFull
        = [&] { return m_silent.sizeOf(network) >= m_limits.silentPerAddress || m_silent.size() >= m_limits.silent; };
    // Nobody goes for those who have left or spoken without our having noticed yet.
    for (int turn = 0; turn < mostTurns && isFull() && takeNotice() > 0; ++turn) { }
    if (m_silent.sizeOf(network) >= m_limits.silentPerAddress)
        leave(m_silent.of(network)->begin());
    else if (m_silent.size() >= m_limits.silent)
        leave(m_silent.most()->begin());
}

// A network that has many takes no place from one that has few.
bool Porch::makeWayForWaiting(const QString& network)
{
    if (m_waiting.sizeOf(network) >= m_limits.waitingPerAddress && !forgetGone(m_waiting.of(network)))
        return false;
    if (m_waiting.size() < m_limits.waiting || forgetGone(m_waiting.most()))
        return true;
    auto* most = m_waiting.most();
    if (int(most->size()) <= m_waiting.sizeOf(network) + 1)
        return false;
    leave(std::prev(most->end()));
    return true;
}

// Whether that made room. Not each time: looking at all of them costs more than a connection does.
bool Porch::forgetGone(Crowd<Guest>::Guests* guests)
{
    if (!m_lookAgain.hasExpired())
        return false;
    m_lookAgain.setRemainingTime(lookAgainMilliseconds);
    std::vector<Place> gone;
    for (Place guest = guests->begin(); guest != guests->end(); ++guest) {
        if (isGone(guest->socket))
            gone.push_back(guest);
    }
    for (const Place guest : gone)
        leave(guest);
    return !gone.empty();
}

int Porch::takeNotice()
{
    std::array<epoll_event, eventsPerTurn> events;
    const int count = ::epoll_wait(m_epoll.get(), events.data(), int(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const auto found = m_places.find(events[std::size_t(i)].data.fd);
        if (found == m_places.end())
            continue; // left for another of this turn
        if (events[std::size_t(i)].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR))
            leave(found->second);
        else
            look(found->second);
    }
    return count;
}

void Porch::look(Place guest)
{
    if (guest->waits)
        return;
    switch (openingOf(guest->socket.get())) {
    case Opening::None:
    case Opening::Part:
        return;
    case Opening::Other:
        leave(guest);
        return;
    case Opening::Hello:
        startWaiting(guest);
    }
}

void Porch::startWaiting(Place place)
{
    const int descriptor = place->socket.get();
    if (!makeWayForWaiting(place->network)) {
        leave(place);
        return;
    }
    Guest guest = m_silent.remove(place);
    guest.waits = true;
    guest.deadline.setRemainingTime(m_limits.handshakeMilliseconds);
    m_places[descriptor] = m_waiting.add(std::move(guest));
    emit spoken();
}

Porch::Guest Porch::leave(Place place)
{
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, place->socket.get(), nullptr);
    m_places.erase(place->socket.get());
    return (place->waits ? m_waiting : m_silent).remove(place);
}

std::optional<Porch::Guest> Porch::next(const std::function<bool(const QString& network)>& mayCome)
{
    auto& networks = m_waiting.networks();
    while (true) {
        auto turn = networks.upper_bound(m_lastServed);
        std::size_t tried = 0;
        for (; tried < networks.size(); ++tried, ++turn) {
            if (turn == networks.end())
                turn = networks.begin();
            if (mayCome(turn->first))
                break;
        }
        if (tried == networks.size())
            return std::nullopt;
        m_lastServed = turn->first;
        Guest guest = leave(turn->second.begin());
        if (!isGone(guest.socket))
            return guest;
    }
}

void Porch::sweep()
{
    for (Crowd<Guest>* crowd : {&m_silent, &m_waiting}) {
        QStringList late;
        for (const auto& [network, guests] : crowd->networks()) {
            if (guests.front().deadline.hasExpired())
                late.append(network);
        }
        for (const QString& network : std::as_const(late)) {
            for (auto* guests = crowd->of(network); guests && guests->front().deadline.hasExpired();
                 guests = crowd->of(network))
                leave(guests->begin());
        }
    }
    if (m_places.empty())
        m_sweep.stop();
}

} // namespace sallyport
