// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/logrecord.h"

namespace sallyport
{

// 2001-11-23 17:55:00 UTC and `second` after it.
inline TimePoint sampleTime(int second)
{
    return TimePoint(std::chrono::seconds(1006538100 + second));
}

class SampleClock final : public Clock
{
public:
    TimePoint now() const override { return sampleTime(0); }
};

inline LogRecord sampleRecord(int number, SessionType way = SessionType::FirewallClient)
{
    LogRecord record;
    record.way = way;
    record.time = sampleTime(0);
    record.client = IpAddress::fromV4(0x0a000007);
    record.user = "anna";
    record.agent = "msmsgs.exe:linux";
    record.host = "messenger.hotmail.com";
    record.port = 1863;
    record.connection = static_cast<ConnectionId>(number);
    record.milliseconds = static_cast<std::uint32_t>(number);
    return record;
}

} // namespace sallyport
