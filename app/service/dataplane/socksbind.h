// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/thisserver.h"
#include "app/service/dataplane/tunnel.h"

namespace sallyport
{

// SOCKS 4 BIND: listens for one connection from the host that the client named, tells the client where, and hands both
// to a Tunnel. The service of a client that is told of by its peer: FTP's data connection.
class SocksBind final : public ClientSession, public SocketHandler, public TimerHandler, public ListenHandler
{
public:
    // Only `peer` may connect; null: the host of that name; 0.0.0.0: whoever comes first.
    SocksBind(Shard& shard, AcceptedClient client, TunnelRequest request, const IpAddress& peer);
    ~SocksBind() override;

    void start() override;
    void end(const EndReason& reason) override;

private:
    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void onAcceptable() override;
    void resolved(const Result<Resolver::Addresses>& result);
    void await();
    bool listen();
    void stopListening();
    void refuse(LogOperation operation, std::uint32_t status, std::string rule = {});
    void close();

    TunnelRequest m_request;
    bool m_named = false; // the peer's addresses have to be looked up
    Resolver::Addresses m_peers; // empty: anybody
    Lookup m_lookup;
    Fd m_listener;
    OwnListeners::Entry m_listed;
    Timer m_timer;
    RecordPtr m_record;
    bool m_clientEnded = false;
};

} // namespace sallyport
