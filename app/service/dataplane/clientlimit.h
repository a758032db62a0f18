// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/ipaddress.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sallyport
{

class ClientLimit;

// What all clients together may take of the service, and how much of it those of one address.
struct ClientShares {
    int percent = 50; // for one address: of the places, and of the memory below
    // For what is kept of clients' requests until they are over: heads, pieces of bodies, what came early, log texts.
    std::size_t waitingBytes = 64 << 20;
    int binds = 16; // SOCKS BINDs that one address may wait with
    // Whether countedAs() takes this computer's loopback addresses together. Not where one process plays several
    // clients.
    bool loopbackIsOne = true;
};

// What one address holds at the moment. An IPv6 network of 64 bits counts as one address, since every host in it can
// take as many as it likes; on a link of its own (fe80::/10) the network says nothing, and each address counts. So does
// all of this computer's loopback (127.0.0.0/8 and ::1), whose addresses every program on it may use at will.
struct ClientUse {
    IpAddress address; // as countedAs() says
    std::atomic<int> clients{0};
    std::atomic<int> binds{0};
    std::atomic<std::size_t> waitingBytes{0};
};

// How many descriptors are not for clients by the file limit (RLIMIT_NOFILE): those of all connections of the control
// channel, and beside them pipes, the resolver, log files and databases.
struct ReservedDescriptors {
    int control = 0;
    int rest = 0;
};
ReservedDescriptors reservedDescriptors();

// Under which address a client's use is counted: its own, the first of its IPv6 network, 127.0.0.1 for loopback.
IpAddress countedAs(const IpAddress& address);

// One client's place and whatever else it holds; all is given back with its owner.
class ClientSlot
{
public:
    enum class Place : std::uint8_t { Free, AllTaken, ShareTaken };

    ClientSlot() = default;
    // Counts one client more. `limit`: how many the policy allows, 0 when as many as there are descriptors for.
    ClientSlot(ClientLimit& limits, const IpAddress& address, int limit);
    ClientSlot(ClientSlot&& other) noexcept { *this = std::move(other); }
    ClientSlot& operator=(ClientSlot&& other) noexcept;
    ~ClientSlot();

    // Whether the client may stay.
    Place place() const { return m_place; }
    // Memory for what the client has sent: so much from now on. False: there is no more for it, what it had stays.
    // What a client of any kind needs anyway is not counted.
    bool hold(std::size_t bytes)
    {
        const std::size_t counted = bytes > uncounted ? bytes : 0;
        return counted == m_waitingBytes || holdCounted(counted);
    }
    bool takeBind();
    void giveBindBack();

    static constexpr std::size_t uncounted = 4096;

private:
    bool holdCounted(std::size_t bytes);

    ClientLimit* m_limits = nullptr;
    ClientUse* m_use = nullptr;
    std::size_t m_waitingBytes = 0;
    Place m_place = Place::Free;
    bool m_bind = false;
};

// Keeps the books of ClientShares. Threading: any thread; one short lock for each client that comes or goes, one of
// many, chosen by its address.
class ClientLimit
{
public:
    explicit ClientLimit(const ClientShares& shares = {}); // reads RLIMIT_NOFILE

    // By the file limit, with two descriptors set aside for each client (its own and its destination's) and a reserve
    // for the rest of the service.
    int most() const { return m_most; }
    // countedAs() with these shares.
    IpAddress countedAs(const IpAddress& address) const;
    // False: descriptors would run out; wait for a client to leave.
    bool available() const { return m_clients.load(std::memory_order_relaxed) < m_most; }
    void noteAllTaken() { note(Limit::Places, m_most, {}); }
    // Which limits have refused something in the last minute, and to whom.
    std::vector<Error> problems() const;

private:
    friend class ClientSlot;
    enum class Limit { Places, Share, Memory, MemoryShare, Binds, Count };
    // The last time a limit refused. Of several addresses that meet it at once, the first is named until it rests.
    struct Refusal {
        IpAddress address;
        int places = 0;
        std::chrono::steady_clock::time_point last;
    };
    struct Hash {
        std::size_t operator()(const IpAddress& address) const;
    };
    struct alignas(64) Stripe {
        std::mutex mutex;
        std::unordered_map<IpAddress, std::unique_ptr<ClientUse>, Hash> uses;
    };

    ClientUse& enter(const IpAddress& address);
    void leave(ClientUse& use);
    void note(Limit limit, int places, const IpAddress& address);
    int shareOf(int places) const;
    Error problem(Limit limit, const Refusal& refusal) const;
    Stripe& stripeOf(const IpAddress& address) { return m_stripes[Hash()(address) % m_stripes.size()]; }

    const ClientShares m_shares;
    int m_most = 0;
    std::atomic<int> m_clients{0};
    std::atomic<std::size_t> m_waitingBytes{0};
    std::array<Stripe, 64> m_stripes;
    mutable std::mutex m_refusalsMutex;
    std::array<Refusal, static_cast<std::size_t>(Limit::Count)> m_refusals;
};

} // namespace sallyport
