// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/sockaddress.h"

#include "app/service/dataplane/fd.h"

#include <netinet/in.h>

#include <cerrno>
#include <cstring>

namespace sallyport
{

SockAddress::SockAddress(const IpAddress& address, std::uint16_t port)
{
    if (address.isV4()) {
        auto* in = reinterpret_cast<sockaddr_in*>(&storage);
        in->sin_family = AF_INET;
        in->sin_port = htons(port);
        in->sin_addr.s_addr = htonl(address.v4());
        size = sizeof(sockaddr_in);
    } else {
        auto* in6 = reinterpret_cast<sockaddr_in6*>(&storage);
        in6->sin6_family = AF_INET6;
        in6->sin6_port = htons(port);
        std::memcpy(&in6->sin6_addr, address.bytes().data(), 16);
        size = sizeof(sockaddr_in6);
    }
}

IpAddress SockAddress::address() const
{
    if (storage.ss_family == AF_INET)
        return IpAddress::fromV4(ntohl(reinterpret_cast<const sockaddr_in*>(&storage)->sin_addr.s_addr));
    if (storage.ss_family != AF_INET6)
        return {};
    std::array<std::uint8_t, 16> bytes;
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_addr, 16);
    return IpAddress::fromV6(bytes);
}

std::uint16_t SockAddress::port() const
{
    if (storage.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
    if (storage.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port);
    return 0;
}

std::string endpointText(const IpAddress& address, std::uint16_t port)
{
    return endpointText(address.toStdString(), port);
}

std::string endpointText(std::string_view host, std::uint16_t port)
{
    std::string text;
    const bool six = host.find(':') != std::string_view::npos;
    text.reserve(host.size() + 8);
    if (six)
        text += '[';
    text += host;
    text += six ? "]:" : ":";
    return text += std::to_string(port);
}

std::optional<IpAddress> sourceTowards(const IpAddress& address)
{
    // Connecting a datagram socket sends nothing; any port will do.
    const SockAddress to(address, 9);
    const Fd probe(::socket(to.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (!probe && errno != EAFNOSUPPORT)
        return std::nullopt;
    if (!probe || ::connect(probe.get(), to.data(), to.size) != 0)
        return IpAddress();
    return localAddress(probe.get()).address();
}

SockAddress localAddress(int fd)
{
    SockAddress address;
    if (::getsockname(fd, address.data(), &address.size) != 0)
        address.storage.ss_family = AF_UNSPEC;
    return address;
}

} // namespace sallyport
