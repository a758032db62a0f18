// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/thisserver.h"

#include "app/service/dataplane/fd.h"
#include "app/service/dataplane/sockaddress.h"
#include "models/policy/rulewords.h"

#include <ifaddrs.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sallyport
{

namespace
{

const IpAddress anyV4 = IpAddress::fromV4(0);

bool begins(const IpAddress& address, std::initializer_list<std::uint8_t> bytes)
{
    return std::equal(bytes.begin(), bytes.end(), address.bytes().begin());
}

IpAddress v4At(const IpAddress& address, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | address.bytes()[at + i];
    return IpAddress::fromV4(value);
}

// The IPv4 address that a translator or tunnel on the way would make of an IPv6 one; else the address itself.
IpAddress unwrapped(const IpAddress& address)
{
    const auto& bytes = address.bytes();
    if (address.isV4() || address.isNull())
        return address;
    if (begins(address, {0x20, 0x02})) // 6to4, RFC 3056
        return v4At(address, 2);
    const bool nat64 = begins(address, {0x00, 0x64, 0xff, 0x9b}); // RFC 6052, RFC 8215
    const bool translated = begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0}); // RFC 2765
    const bool compatible = begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) // RFC 4291 section 2.5.5.1
        && (bytes[12] != 0 || bytes[13] != 0);
    return nat64 || translated || compatible ? v4At(address, 12) : address;
}

bool isUnspecified(const IpAddress& address)
{
    return address.isNull() || (address.isV4() && address.v4() >> 24 == 0);
}

bool isLinkLocal(const IpAddress& address)
{
    return address.isV4() ? address.v4() >> 16 == 0xa9fe
                          : address.bytes()[0] == 0xfe && (address.bytes()[1] & 0xc0) == 0x80;
}

// How the kernel would send to an address: RTN_LOCAL when it is this computer itself. RTN_UNSPEC: there is no way
// there; nothing: it could not be asked.
std::optional<unsigned char> routeType(const IpAddress& address)
{
    struct {
        nlmsghdr header{};
        rtmsg route{};
        rtattr attribute{};
        std::array<std::uint8_t, 16> destination{};
    } question;
    const bool v4 = address.isV4();
    const std::size_t size = v4 ? 4 : 16;
    if (v4) {
        const std::uint32_t value = htonl(address.v4());
        std::memcpy(question.destination.data(), &value, size);
    } else {
        question.destination = address.bytes();
    }
    question.attribute.rta_type = RTA_DST;
    question.attribute.rta_len = static_cast<unsigned short>(RTA_LENGTH(size));
    question.route.rtm_family = v4 ? AF_INET : AF_INET6;
    question.route.rtm_dst_len = static_cast<unsigned char>(size * 8);
    question.header.nlmsg_type = RTM_GETROUTE;
    question.header.nlmsg_flags = NLM_F_REQUEST;
    question.header.nlmsg_len = static_cast<std::uint32_t>(NLMSG_LENGTH(sizeof(rtmsg)) + RTA_LENGTH(size));
    const Fd netlink(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    if (!netlink || ::send(netlink.get(), &question, question.header.nlmsg_len, 0) < 0)
        return std::nullopt;
    // The kernel has answered by the time it has taken the question.
    alignas(nlmsghdr) std::array<char, 4096> answer;
    const ssize_t received = ::recv(netlink.get(), answer.data(), answer.size(), MSG_DONTWAIT);
    nlmsghdr header{};
    if (received < static_cast<ssize_t>(NLMSG_LENGTH(sizeof(nlmsgerr))))
        return std::nullopt;
    std::memcpy(&header, answer.data(), sizeof header);
    if (header.nlmsg_type == NLMSG_ERROR) {
        nlmsgerr error{};
        std::memcpy(&error, answer.data() + NLMSG_HDRLEN, sizeof error);
        const bool noWay = error.error == -ENETUNREACH || error.error == -EHOSTUNREACH || error.error == -EAFNOSUPPORT
            || error.error == -EOPNOTSUPP || error.error == -EINVAL || error.error == -EACCES;
        return noWay ? std::optional<unsigned char>(RTN_UNSPEC) : std::nullopt;
    }
    rtmsg route{};
    std::memcpy(&route, answer.data() + NLMSG_HDRLEN, sizeof route);
    return route.rtm_type;
}

Error denied(const std::string& detail)
{
    return {ErrorCode::PermissionDenied, QString::fromLatin1(ruleword::thisServer), QString::fromStdString(detail)};
}

} // namespace

OwnListeners::Entry::Entry(OwnListeners& all, const IpAddress& address, std::uint16_t port)
{
    const Listener listener{address, port};
    const std::lock_guard lock(all.m_mutex);
    all.m_listeners.push_back(listener);
    m_all = std::shared_ptr<OwnListeners>(&all, [listener](OwnListeners* from) {
        const std::lock_guard held(from->m_mutex);
        from->m_listeners.erase(std::find(from->m_listeners.begin(), from->m_listeners.end(), listener));
    });
}

bool OwnListeners::contains(const IpAddress& address, std::uint16_t port) const
{
    bool everywhere = false;
    {
        const std::lock_guard lock(m_mutex);
        for (const Listener& listener : m_listeners) {
            if (listener.port != port)
                continue;
            if (listener.address == address)
                return true;
            everywhere = everywhere || listener.address.isNull() || (listener.address == anyV4 && address.isV4());
        }
    }
    return everywhere && isOwnAddress(address).value_or(true);
}

std::vector<IpAddress> interfaceAddresses()
{
    std::vector<IpAddress> addresses;
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0)
        return addresses;
    for (const ifaddrs* each = all; each != nullptr; each = each->ifa_next) {
        const int family = each->ifa_addr == nullptr ? AF_UNSPEC : each->ifa_addr->sa_family;
        if (family != AF_INET && family != AF_INET6)
            continue;
        SockAddress at;
        std::memcpy(&at.storage, each->ifa_addr, family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
        addresses.push_back(at.address());
    }
    ::freeifaddrs(all);
    return addresses;
}

std::optional<bool> isOwnAddress(const IpAddress& address)
{
    if (isLoopback(address))
        return true;
    const auto type = routeType(address);
    if (!type)
        return std::nullopt;
    return *type == RTN_LOCAL;
}

bool isLoopback(const IpAddress& address)
{
    static constexpr std::initializer_list<std::uint8_t> one{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return address.isV4() ? address.v4() >> 24 == 127 : begins(address, one);
}

bool isLocalOnly(const IpAddress& address)
{
    return isUnspecified(address) || isLoopback(address) || isLinkLocal(address);
}

Status mayReach(const IpAddress& address, const IpAddress& client)
{
    const IpAddress meant = unwrapped(address);
    if (isUnspecified(meant))
        return denied("The destination is " + address.toStdString() + ", which is the address of no computer.");
    const bool loopback = isLoopback(meant);
    if ((!loopback && !isLinkLocal(meant)) || isOwnAddress(client).value_or(false))
        return {};
    return denied("The destination is " + address.toStdString()
        + (loopback ? ", this server itself" : ", a link-local address") + ": only clients on this server get there.");
}

Status mayConnect(
    const IpAddress& address, std::uint16_t port, const IpAddress& client, const OwnListeners& ownListeners)
{
    if (Status reach = mayReach(address, client); !reach)
        return reach;
    if (!ownListeners.contains(address, port) && !ownListeners.contains(unwrapped(address), port))
        return {};
    return denied("The destination is " + endpointText(address, port)
        + ", where this service itself listens: nobody gets there through it.");
}

} // namespace sallyport
