// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <sys/socket.h>

#include <optional>
#include <string>
#include <string_view>

namespace sallyport
{

// IpAddress and port as the kernel takes them. IPv4 travels as AF_INET, so that it works on machines without IPv6.
struct SockAddress {
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);

    SockAddress() = default;
    SockAddress(const IpAddress& address, std::uint16_t port);

    int family() const { return storage.ss_family; }
    IpAddress address() const; // null for any other family
    std::uint16_t port() const;

    sockaddr* data() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

// "127.0.0.1:1080", "[::1]:1080".
std::string endpointText(const IpAddress& address, std::uint16_t port);
// Likewise of a host as it was asked for: a name, or an address without brackets.
std::string endpointText(std::string_view host, std::uint16_t port);

// The address of this computer that packets to `address` leave from: null without a way there, nothing without a
// descriptor to ask with.
std::optional<IpAddress> sourceTowards(const IpAddress& address);

// The address a socket is bound to; null address when it has none.
SockAddress localAddress(int fd);

} // namespace sallyport
