// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientlimit.h"

#include "app/service/dataplane/thisserver.h"
#include "models/base/fault.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <utility>

namespace sallyport
{

namespace
{

// Where the file limit is small, a quarter of it; the control channel has three quarters of that. What is reserved is
// no client's: 9,000 are to fit where the limit is 20,000.
constexpr rlim_t mostReserved = 2000;
constexpr int mostForControl = 1488;

rlim_t fileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        limit.rlim_cur = 1024;
    return std::min<rlim_t>(limit.rlim_cur, 4'000'000);
}

constexpr std::chrono::seconds saidFor{60};

// Whether an address is counted with its network; see ClientUse.
bool goesByNetwork(const IpAddress& address)
{
    const auto& bytes = address.bytes();
    const bool linkLocal = bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80;
    return !address.isV4() && !linkLocal && !isLoopback(address);
}

QString nameOf(const IpAddress& counted)
{
    return counted.toString() + (goesByNetwork(counted) ? QStringLiteral("/64") : QString());
}

QString mebibytes(std::size_t bytes)
{
    return QStringLiteral("%1 MiB").arg(static_cast<double>(bytes) / (1 << 20));
}

} // namespace

ReservedDescriptors reservedDescriptors()
{
    const int reserved = static_cast<int>(std::min(mostReserved, fileLimit() / 4));
    const int control = std::min(reserved / 4 * 3, mostForControl);
    return {control, reserved - control};
}

IpAddress countedAs(const IpAddress& address)
{
    if (isLoopback(address))
        return IpAddress::fromV4(0x7f000001);
    if (!goesByNetwork(address))
        return address;
    auto bytes = address.bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t(0));
    return IpAddress::fromV6(bytes);
}

ClientSlot::ClientSlot(ClientLimit& limits, const IpAddress& address, int limit)
    : m_limits(&limits)
    , m_use(&limits.enter(address))
{
    const int places = limit > 0 ? std::min(limit, limits.m_most) : limits.m_most;
    if (limits.m_clients.fetch_add(1, std::memory_order_relaxed) >= places) {
        m_place = Place::AllTaken;
        limits.note(ClientLimit::Limit::Places, places, {});
    } else if (m_use->clients.load(std::memory_order_relaxed) > limits.shareOf(places)) {
        m_place = Place::ShareTaken;
        limits.note(ClientLimit::Limit::Share, places, m_use->address);
    }
}

ClientSlot& ClientSlot::operator=(ClientSlot&& other) noexcept
{
    std::swap(m_limits, other.m_limits);
    std::swap(m_use, other.m_use);
    std::swap(m_waitingBytes, other.m_waitingBytes);
    std::swap(m_place, other.m_place);
    std::swap(m_bind, other.m_bind);
    return *this;
}

ClientSlot::~ClientSlot()
{
    if (m_limits == nullptr)
        return;
    hold(0);
    giveBindBack();
    m_limits->m_clients.fetch_sub(1, std::memory_order_relaxed);
    m_limits->leave(*m_use);
}

bool ClientSlot::holdCounted(std::size_t bytes)
{
    if (m_limits == nullptr)
        return true;
    if (bytes > m_waitingBytes) {
        const std::size_t more = bytes - m_waitingBytes;
        const std::size_t most = m_limits->m_shares.waitingBytes;
        const std::size_t all = m_limits->m_waitingBytes.fetch_add(more, std::memory_order_relaxed) + more;
        const std::size_t own = m_use->waitingBytes.fetch_add(more, std::memory_order_relaxed) + more;
        const bool share = own > most / 100 * static_cast<std::size_t>(m_limits->m_shares.percent);
        if (all > most || share) {
            m_limits->m_waitingBytes.fetch_sub(more, std::memory_order_relaxed);
            m_use->waitingBytes.fetch_sub(more, std::memory_order_relaxed);
            m_limits->note(share ? ClientLimit::Limit::MemoryShare : ClientLimit::Limit::Memory, 0, m_use->address);
            return false;
        }
    } else {
        m_limits->m_waitingBytes.fetch_sub(m_waitingBytes - bytes, std::memory_order_relaxed);
        m_use->waitingBytes.fetch_sub(m_waitingBytes - bytes, std::memory_order_relaxed);
    }
    m_waitingBytes = bytes;
    return true;
}

bool ClientSlot::takeBind()
{
    if (m_limits == nullptr || m_bind)
        return true;
    if (m_use->binds.fetch_add(1, std::memory_order_relaxed) >= m_limits->m_shares.binds) {
        m_use->binds.fetch_sub(1, std::memory_order_relaxed);
        m_limits->note(ClientLimit::Limit::Binds, 0, m_use->address);
        return false;
    }
    m_bind = true;
    return true;
}

void ClientSlot::giveBindBack()
{
    if (std::exchange(m_bind, false))
        m_use->binds.fetch_sub(1, std::memory_order_relaxed);
}

ClientLimit::ClientLimit(const ClientShares& shares)
    : m_shares(shares)
{
    const ReservedDescriptors reserved = reservedDescriptors();
    m_most = (static_cast<int>(fileLimit()) - reserved.control - reserved.rest) / 2;
}

// Clients choose their addresses; which of them meet in one place of the table they shall not.
std::size_t ClientLimit::Hash::operator()(const IpAddress& address) const
{
    static const std::uint64_t seed = std::random_device()() | std::uint64_t(std::random_device()()) << 32;
    std::uint64_t halves[2];
    std::memcpy(halves, address.bytes().data(), sizeof halves);
    std::uint64_t hash = seed;
    for (const std::uint64_t half : halves) {
        hash = (hash ^ half) * 0x9e3779b97f4a7c15;
        hash ^= hash >> 32;
    }
    return hash;
}

IpAddress ClientLimit::countedAs(const IpAddress& address) const
{
    return m_shares.loopbackIsOne || !isLoopback(address) ? sallyport::countedAs(address) : address;
}

ClientUse& ClientLimit::enter(const IpAddress& address)
{
    const IpAddress counted = countedAs(address);
    Stripe& stripe = stripeOf(counted);
    const std::lock_guard lock(stripe.mutex);
    auto& use = stripe.uses[counted];
    if (!use) {
        use = std::make_unique<ClientUse>();
        use->address = counted;
    }
    use->clients.fetch_add(1, std::memory_order_relaxed);
    return *use;
}

void ClientLimit::leave(ClientUse& use)
{
    Stripe& stripe = stripeOf(use.address);
    const std::lock_guard lock(stripe.mutex);
    if (use.clients.fetch_sub(1, std::memory_order_relaxed) == 1)
        stripe.uses.erase(IpAddress(use.address));
}

// Half of three is two: nobody is to be without a place.
int ClientLimit::shareOf(int places) const
{
    return static_cast<int>((std::int64_t(places) * m_shares.percent + 99) / 100);
}

void ClientLimit::note(Limit limit, int places, const IpAddress& address)
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_refusalsMutex);
    Refusal& refusal = m_refusals[static_cast<std::size_t>(limit)];
    if (refusal.last == std::chrono::steady_clock::time_point() || refusal.address == address
        || now - refusal.last > saidFor)
        refusal = {address, places, now};
}

std::vector<Error> ClientLimit::problems() const
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<Error> problems;
    const std::lock_guard lock(m_refusalsMutex);
    for (std::size_t i = 0; i < m_refusals.size(); ++i) {
        const bool ever = m_refusals[i].last != std::chrono::steady_clock::time_point();
        if (ever && now - m_refusals[i].last <= saidFor)
            problems.push_back(problem(static_cast<Limit>(i), m_refusals[i]));
    }
    return problems;
}

Error ClientLimit::problem(Limit limit, const Refusal& refusal) const
{
    const QString subject = QStringLiteral("clients");
    const QString who = nameOf(refusal.address);
    const QString places = QString::number(refusal.places);
    const QString percent = QString::number(m_shares.percent);
    switch (limit) {
    case Limit::Places:
        return makeError(Fault::ClientPlacesTaken, subject, {places});
    case Limit::Share:
        return makeError(
            Fault::ClientShareTaken, subject, {who, QString::number(shareOf(refusal.places)), places, percent});
    case Limit::Memory:
        return makeError(Fault::ClientMemoryTaken, subject, {mebibytes(m_shares.waitingBytes)});
    case Limit::MemoryShare:
        return makeError(Fault::ClientMemoryShareTaken, subject,
            {who, mebibytes(m_shares.waitingBytes / 100 * static_cast<std::size_t>(m_shares.percent)), percent});
    case Limit::Binds:
        return makeError(Fault::ClientBindsTaken, subject, {who, QString::number(m_shares.binds)});
    case Limit::Count:
        break;
    }
    return {};
}

} // namespace sallyport
