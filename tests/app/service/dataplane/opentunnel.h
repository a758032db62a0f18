// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockingsocket.h"
#include "testplane.h"

namespace sallyport::testing
{

// A client and its destination with the data plane between them, by way of SOCKS.
struct OpenTunnel {
    BlockingSocket client;
    BlockingSocket far;

    OpenTunnel(const TestPlane& world, BlockingServer& server, const std::string& user = "anna", int receiveBuffer = 0)
    {
        client = BlockingSocket::connectTo(world.port(ServiceName::Socks), false, receiveBuffer);
        if (client.send(socksRequest(1, server.port(), 0x7f000001, user)) && client.receive(8) == socksGranted)
            far = server.accept(receiveBuffer);
    }
    bool ok() const { return client.ok() && far.ok(); }
};

} // namespace sallyport::testing
