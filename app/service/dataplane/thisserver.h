// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"
#include "models/base/result.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sallyport
{

// The sockets this service listens on, of whatever kind. Any thread.
class OwnListeners
{
public:
    // One listener, listed until this is gone.
    class Entry
    {
    public:
        Entry() = default;
        Entry(OwnListeners& all, const IpAddress& address, std::uint16_t port);

    private:
        std::shared_ptr<OwnListeners> m_all; // owns nothing: its deleter takes the entry off the list
    };

    bool contains(const IpAddress& address, std::uint16_t port) const;

private:
    struct Listener {
        IpAddress address; // "::" and 0.0.0.0: every address of this computer
        std::uint16_t port = 0;

        bool operator==(const Listener&) const = default;
    };

    mutable std::mutex m_mutex;
    std::vector<Listener> m_listeners;
};

// Whether what is sent to an address arrives at this computer: those of its interfaces, and those that a route makes
// its own ("ip route add local"). Nothing when it can't be told for want of descriptors. A system call or four.
std::optional<bool> isOwnAddress(const IpAddress& address);
// Every address that an interface of this computer has just now, in no order.
std::vector<IpAddress> interfaceAddresses();

// 127.0.0.0/8 and ::1.
bool isLoopback(const IpAddress& address);
// Loopback, link-local and unspecified addresses: they mean another computer to each that uses them.
bool isLocalOnly(const IpAddress& address);

// Loopback and link-local addresses are for clients on this computer alone, and no computer has the unspecified ones;
// in IPv6 also as addresses that only wrap an IPv4 one. Judged on the address that is connected to, not on the name
// that led there. Errors: PermissionDenied with a whole sentence in `detail`.
Status mayReach(const IpAddress& address, const IpAddress& client);
// The same, and that the destination is no listener of this service: nobody gets there through it.
Status mayConnect(
    const IpAddress& address, std::uint16_t port, const IpAddress& client, const OwnListeners& ownListeners);

} // namespace sallyport
