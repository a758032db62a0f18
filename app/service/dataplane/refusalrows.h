// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/timerwheel.h"
#include "models/policy/logrecord.h"

#include <map>
#include <string>
#include <tuple>

namespace sallyport
{

class Shard;

// Log rows of refusals, which a client can cause as fast as it can connect. Of one client and cause the first ones are
// written as they are, and what follows in the next seconds is counted in one row ("malformed request (190 more)"): the
// log tells of a flood and is not flooded itself. Threading: the shard's thread only.
class RefusalRows final : private TimerHandler
{
public:
    explicit RefusalRows(Shard& shard);

    // The cause is rule1 and the status; one client is what ClientUse counts as one.
    void add(LogRecord row);
    // One of which no more is known.
    void add(SessionType way, const IpAddress& client, const char* rule);
    // Writes what is counted now.
    void flush();

    // Rows of one client and cause in an interval before the others are counted.
    static constexpr std::uint64_t firstRows = 10;

private:
    using Kind = std::tuple<SessionType, IpAddress, std::uint32_t, std::string>;
    struct Count {
        std::uint64_t written = 0;
        std::uint64_t more = 0;
        LogRecord row; // for those: what is the same of all of them
    };

    void onTimer(Timer& timer) override;

    Shard& m_shard;
    Timer m_timer;
    std::map<Kind, Count> m_kinds; // of this interval, and of those before it for as long as more come
};

} // namespace sallyport
