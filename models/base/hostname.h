// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <string>

namespace sallyport
{

// A host in the one spelling that decisions, look-ups, logs and screens share.
struct HostName {
    std::string text; // lower case, without the root's dot; an address as IpAddress writes it
    std::optional<IpAddress> address; // the host is an address
    bool rooted = false; // a name written with the root's dot: no search list completes it
};

// Reads a host as a client wrote it (an IPv6 address without brackets). Strict where resolvers are lax: "127.1",
// "0x7f.0.0.1" and "2130706433" are numbers to them, and the address reached would differ from the name decided upon;
// so a name whose last label looks like a number has to be a full IPv4 address. No zones, no bytes outside ASCII.
// Nothing: refused; `why` then says so in one sentence.
std::optional<HostName> canonicalHost(std::string_view written, std::string_view& why);

} // namespace sallyport
