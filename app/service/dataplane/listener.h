// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/shard.h"
#include "models/base/result.h"

namespace sallyport
{

// A listening socket, shared by the acceptors of all shards: whoever is idle takes the next client.
class ListenSocket
{
public:
    // Port 0 takes a free one. Errors name address and port.
    static Result<std::shared_ptr<ListenSocket>> open(
        ServiceName service, const IpAddress& address, std::uint16_t port);

    ServiceName service() const { return m_service; }
    int fd() const { return m_fd.get(); }
    const IpAddress& address() const { return m_address; }
    std::uint16_t port() const { return m_port; } // the real one
    // Refuses clients from now on, those in the queue included; the acceptors may go later.
    void close();

private:
    ListenSocket(ServiceName service, Fd fd);

    ServiceName m_service;
    Fd m_fd;
    IpAddress m_address;
    std::uint16_t m_port = 0;
};

// Accepts clients for one shard. When descriptors or places run out it pauses, and tries again as clients leave and a
// few times a second.
class Acceptor final : public ListenHandler, public TimerHandler
{
public:
    Acceptor(Shard& shard, std::shared_ptr<ListenSocket> socket, ClientFactory factory);
    ~Acceptor();

    const ListenSocket& socket() const { return *m_socket; }
    void resume();

private:
    void onAcceptable() override;
    void onTimer(Timer& timer) override;
    void watch();
    void pause();
    bool acceptOne();
    void refuse(const AcceptedClient& client);

    Shard& m_shard;
    std::shared_ptr<ListenSocket> m_socket;
    ClientFactory m_factory;
    Timer m_retry;
    bool m_paused = false;
};

} // namespace sallyport
