// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/socket.h"
#include "app/service/dataplane/timerwheel.h"
#include "models/base/ipaddress.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sallyport
{

class Shard;

// A connection to a server that a request can be sent on.
struct Upstream {
    std::unique_ptr<Socket> socket;
    IpAddress address;
};

// Connections of one shard to servers that stay open between requests, by "host:port". The last one given back is the
// first one taken. One that its server closes, or sends anything on, is dropped; so is one that nobody took for a
// while.
//
// Behind a reply without a body (HEAD, 204, 304, length 0) a server may send one all the same, a moment later, which
// would be read as the reply to the next request. Such a connection is taken only once FixedTimeouts::settle has passed
// without a byte, and looked at once more then. Threading: the shard's thread only.
class UpstreamPool final : private SocketHandler, private TimerHandler
{
public:
    explicit UpstreamPool(Shard& shard);

    // An Upstream without a socket: none is idle, or none that `client` may use.
    Upstream take(std::string_view authority, const IpAddress& client);
    // Whether the server has said nothing since its last reply, nor ended. A connection is only worth keeping then.
    static bool isQuiet(Socket& socket);
    // Between two messages, and quiet; nothing more may be expected from the server. `bodiless`: its last reply had no
    // body.
    void giveBack(const std::string& authority, Upstream upstream, bool bodiless);
    void clear();

private:
    struct Idle {
        Upstream upstream;
        std::uint64_t since = 0; // tick
        bool bodiless = false;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    bool mayTake(const Idle& entry, const IpAddress& client) const;
    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;

    Shard& m_shard;
    Timer m_timer;
    std::size_t m_count = 0;
    std::unordered_map<std::string, std::vector<Idle>, Hash, std::equal_to<>> m_idle;
};

} // namespace sallyport
