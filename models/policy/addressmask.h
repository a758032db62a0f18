// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <QStringList>

#include <optional>

namespace sallyport
{

// The network of an address with its first `bits` bits given; nothing when no address has that many.
std::optional<AddressRange> networkOf(const IpAddress& address, int bits);

// "0.0.0.0/0" or "::/0" of the range that holds every address of its kind; empty for any other.
QString everythingText(const AddressRange& range);

// People who know other products write a mask where the last address belongs: "10.0.0.0 255.0.0.0", or
// "10.0.0.0 0.255.255.255". Such a range would call most of the Internet local, or is backwards. The arguments of
// Fault::RangeMask: the mask, the range that was meant and its short form; empty for what is a range.
QStringList meantByMask(const AddressRange& written);

} // namespace sallyport
