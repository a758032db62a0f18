// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/connector.h"
#include "app/service/dataplane/relay.h"

#include <optional>

namespace sallyport
{

// Why a tunnel was not opened, for the protocol's own words to the client.
struct TunnelFailure {
    // Denied by policy; Barred at the address that was about to be connected to.
    enum class Kind { Denied, Barred, Resolve, Connect, TimedOut, Exhausted };
    Kind kind = Kind::Connect;
    Decision decision; // of Denied
    Error error; // of the others
};

// What a handshake has learned of the tunnel that its client wants.
struct TunnelRequest {
    Request request; // way, application, user, computer, client, host, port; address is filled in here
    // Fields the protocol adds to the log rows (agent, protocol, method, uri, authenticated …); the rest is filled in.
    LogRecord log;
    bool rooted = false; // the host is; see HostName
    std::string early; // bytes of the client that came behind its handshake
    std::string greeting; // sent to the client once connected
    // What to send to the client before it is closed.
    std::string (*refusal)(Shard& shard, const TunnelRequest& request, const TunnelFailure& failure) = nullptr;
    std::uint32_t openStatus = 0; // sc-status of the Open row
};

// A client and its destination: asks the policy, connects, greets, relays, and writes the log rows. Takes the client
// over from its handshake:  shard.adopt(std::make_unique<Tunnel>(shard, std::move(client), std::move(request)));
class Tunnel final : public ClientSession,
                     public SocketHandler,
                     public TimerHandler,
                     public Connector::Handler,
                     public Relay::Handler
{
public:
    Tunnel(Shard& shard, AcceptedClient client, TunnelRequest request);
    // With the destination connected already and allowed (a listener's own peer, an upgraded HTTP connection). `record`
    // may be one that is open: its owner becomes this tunnel. `fromServer` are bytes read from the destination.
    Tunnel(Shard& shard, AcceptedClient client, TunnelRequest request, std::unique_ptr<Socket> server,
        const IpAddress& address, RecordPtr record, std::string fromServer = {});
    ~Tunnel() override;

    void start() override;
    void end(const EndReason& reason) override;

private:
    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void onConnected(std::unique_ptr<Socket> socket, const IpAddress& address) override;
    void onConnectFailed(const Error& error) override;
    void onRelayEnd(RelayEnd end) override;
    void open();
    void beginRelay();
    void refuse(const TunnelFailure& failure);
    void logRow(LogOperation operation, std::uint32_t status, std::string rule = {});
    void close();

    TunnelRequest m_request;
    RecordPtr m_record;
    std::unique_ptr<Socket> m_server;
    std::string m_fromServer;
    Timer m_timer; // of a client that ended before its destination was reached
    std::optional<Connector> m_connector;
    std::optional<Relay> m_relay;
};

} // namespace sallyport
