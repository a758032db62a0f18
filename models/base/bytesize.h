// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

class QLocale;

namespace sallyport
{

// How every program of ours writes a number of bytes for people: IEC units by their signs, one decimal from KiB on:
// "640 B", "1.4 MiB". The locale gives the decimal point; no character of it is an invisible one.
QString byteSize(std::uint64_t bytes, const QLocale& locale);

} // namespace sallyport
