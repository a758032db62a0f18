// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>

#include <cstdint>

namespace sallyport
{

// Numbers and times as people read them, in the user's language and locale. Thread-safe like QLocale.

// "0 B", "999 B", "1.5 KiB", "12 MiB": IEC units, at most three significant digits.
QString bytesText(std::uint64_t bytes);
// "12 KiB/s"; nothing below one byte a second is shown as "–".
QString rateText(double bytesPerSecond);
// "just now", "12 min ago", "3 h ago", "2 d ago"; a time after `now` counts as now. "never" for the epoch itself.
QString relativeTimeText(TimePoint time, TimePoint now);
// "2026-11-23 21:02:50 UTC (22:02:50 CET)": for tool tips beside a relative time.
QString exactTimeText(TimePoint time);
// "45 s", "12 min", "3 h 20 min", "2 d 4 h"
QString durationText(std::chrono::microseconds duration);
// SHA-256 hex in upper-case groups of four, for reading aloud.
QString fingerprintText(const QString& hex);

} // namespace sallyport
