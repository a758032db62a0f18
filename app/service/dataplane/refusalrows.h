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

// Log rows of refusals that a client can cause as fast as it can connect: the first at once, all of its kind in the
// next seconds together in one row that counts them. The log tells of a flood and is not flooded itself.
// Threading: the shard's thread only.
class RefusalRows final : private TimerHandler
{
public:
    explicit RefusalRows(Shard& shard);

    void add(SessionType way, const IpAddress& client, const std::string& rule);
    // Writes what is counted now.
    void flush();

private:
    using Kind = std::tuple<SessionType, IpAddress, std::string>;

    void onTimer(Timer& timer) override;
    void write(const Kind& kind, std::uint64_t more);

    Shard& m_shard;
    Timer m_timer;
    std::map<Kind, std::uint64_t> m_kinds; // told in this interval, and how many came since
};

} // namespace sallyport
