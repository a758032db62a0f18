// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the bytes are: what was read is written and read back alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<Lat> lat = readLat(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!lat)
        return 0;
    const Result<Lat> again = readLat(writeLat(lat->ranges));
    if (!again || again->ranges != lat->ranges)
        std::abort();
    return 0;
}
