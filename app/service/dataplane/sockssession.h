// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/shard.h"
#include "app/service/dataplane/socks4.h"

namespace sallyport
{

// The handshake of the SOCKS V4 filter: reads one request and hands the client to a Tunnel or a SocksBind.
class SocksSession final : public ClientSession, public SocketHandler, public TimerHandler
{
public:
    SocksSession(Shard& shard, AcceptedClient client);

    void start() override;
    void end(const EndReason& reason) override;

    static std::unique_ptr<ClientSession> make(Shard& shard, AcceptedClient client);

private:
    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void proceed(Socks4Request request, std::size_t used);
    void reject();
    void logMalformed();
    void close();

    Timer m_timer;
    std::string m_bytes;
};

} // namespace sallyport
