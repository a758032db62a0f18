// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace sallyport
{

// Wall-clock time in UTC, microseconds. JSON carries it as whole microseconds since 1970-01-01 in a number.
using TimePoint = std::chrono::sys_time<std::chrono::microseconds>;

// The one way the time of day enters a library. Implementations are safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};

class SystemClock final : public Clock
{
public:
    TimePoint now() const override
    {
        return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    }
};

} // namespace sallyport
