// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/lookup.h"
#include "app/service/dataplane/socket.h"
#include "app/service/dataplane/timerwheel.h"

#include <chrono>
#include <optional>

namespace sallyport
{

class Shard;

// Host and port to a connected socket: numeric addresses at once, names through the resolver. The addresses of a name
// are tried in order, those that mayConnect() leaves; a slow one is overtaken by the next after a quarter of a second
// (RFC 8305 without its finer points). One use per object. Destroying it cancels. Threading: the shard's thread only.
class Connector final : public SocketHandler, public TimerHandler
{
public:
    class Handler
    {
    public:
        // `socket` is watched, writable, and has this connector as its handler: set another. Not called from inside
        // start().
        virtual void onConnected(std::unique_ptr<Socket> socket, const IpAddress& address) = 0;
        // NotFound (no such name), TimedOut, Unreachable (refused, no route; detail says which), LimitExceeded, Io;
        // PermissionDenied (mayConnect() refused what was left to try).
        virtual void onConnectFailed(const Error& error) = 0;

    protected:
        ~Handler() = default;
    };

    Connector(Shard& shard, Handler& handler);
    ~Connector();

    // On behalf of `client`, within `timeout` for everything together; `rooted` as of HostName. Returns the error when
    // it is known at once, and then calls nothing.
    Status start(const std::string& host, bool rooted, std::uint16_t port, const IpAddress& client,
        std::chrono::milliseconds timeout);
    // The address that PermissionDenied speaks of.
    const IpAddress& barred() const { return m_barred; }
    // The system's error of the last attempt that failed; 0: none did.
    int lastError() const { return m_lastError; }

private:
    struct Attempt {
        std::unique_ptr<Socket> socket;
        IpAddress address;
    };

    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void resolved(const Result<Resolver::Addresses>& result);
    Status tryNext(); // error: no address left and none under way
    bool beginAttempt(const IpAddress& address);
    void attemptFailed(Socket& socket, int code);
    void fail(const Error& error);
    void stop();

    Shard& m_shard;
    Handler& m_handler;
    Timer m_deadline;
    Timer m_overtake;
    std::string m_host;
    std::uint16_t m_port = 0;
    IpAddress m_client;
    Lookup m_lookup;
    Resolver::Addresses m_addresses;
    std::size_t m_next = 0;
    std::vector<Attempt> m_attempts;
    int m_lastError = 0;
    std::optional<Error> m_refusal; // of mayConnect()
    IpAddress m_barred;
};

} // namespace sallyport
