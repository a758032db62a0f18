// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientlimit.h"
#include "app/service/dataplane/socket.h"
#include "models/policy/session.h"

#include <memory>
#include <string>

namespace sallyport
{

class Shard;

// A client as it comes from a listener, and as one handler passes it to the next.
struct AcceptedClient {
    std::unique_ptr<Socket> socket; // watched once a ClientSession holds it
    IpAddress address;
    std::uint16_t port = 0;
    ServiceName service = ServiceName::Firewall;
    ClientSlot slot;
};

// Who ends connections, for the log.
struct EndReason {
    std::string who;
    std::string why;
};

// Whatever serves one accepted client: a handshake, an HTTP conversation, a tunnel. Lives on one shard, which owns it
// from Shard::adopt() until Shard::retire(). Its sockets must be closed by the time retire() is called, or moved on.
class ClientSession
{
public:
    ClientSession(Shard& shard, AcceptedClient client)
        : m_shard(shard)
        , m_client(std::move(client))
    {
    }
    virtual ~ClientSession() = default;
    ClientSession(const ClientSession&) = delete;
    ClientSession& operator=(const ClientSession&) = delete;

    // Called once by adopt(): install handlers, look for bytes that have come already.
    virtual void start() = 0;
    // Closes every socket with a reset, writes the Close row of a connection that is up, ends its record, retires.
    virtual void end(const EndReason& reason) = 0;
    // Resets the client's socket alone. Only right before end(), in the same turn of the shard: it lets all of many
    // clients be cut off before any time goes into destinations, log rows and records.
    void cutOff()
    {
        if (m_client.socket)
            m_client.socket->reset();
    }

    ServiceName service() const { return m_client.service; }
    Shard& shard() const { return m_shard; }

protected:
    Shard& m_shard;
    AcceptedClient m_client;

private:
    friend class Shard;
    std::size_t m_index = 0; // in the shard's list
};

} // namespace sallyport
