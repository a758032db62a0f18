// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/fd.h"
#include "models/base/ipaddress.h"

#include <optional>
#include <string>

// Plain blocking sockets for the far ends of what is tested. Every wait ends after ten seconds.
namespace sallyport::testing
{

class BlockingSocket
{
public:
    BlockingSocket() = default;
    explicit BlockingSocket(Fd fd);
    // To 127.0.0.1, or ::1.
    static BlockingSocket connectTo(std::uint16_t port, bool v6 = false, int receiveBuffer = 0);

    // To 127.0.0.1, from another address of this computer's: 127.0.0.2 and so on.
    static BlockingSocket connectFrom(std::uint32_t address, std::uint16_t port);

    bool ok() const { return static_cast<bool>(m_fd); }
    int fd() const { return m_fd.get(); }
    std::uint16_t localPort() const;
    bool send(const std::string& bytes);
    // Exactly `count` bytes, fewer when the peer ended or reset.
    std::string receive(std::size_t count);
    // Waits for the peer's orderly end; false on reset, data or time-out.
    bool ended();
    // Waits for a reset, whatever is read before it.
    bool wasReset();
    void shutdownWrite();
    void resetNow();
    void close() { m_fd.reset(); }

private:
    Fd m_fd;
};

class BlockingServer
{
public:
    explicit BlockingServer(bool v6 = false);

    std::uint16_t port() const { return m_port; }
    int fd() const { return m_fd.get(); }
    BlockingSocket accept(int receiveBuffer = 0);

private:
    Fd m_fd;
    std::uint16_t m_port = 0;
};

// A SOCKS 4 client's side of the handshake.
std::string socksRequest(char command, std::uint16_t port, std::uint32_t address, const std::string& user = "anna");
std::string socksNameRequest(std::uint16_t port, const std::string& name, const std::string& user = "anna");
// The port in the first answer to BIND.
std::uint16_t boundPort(const std::string& answer);
inline const std::string socksGranted{0, 90, 0, 0, 0, 0, 0, 0};
inline const std::string socksRejected{0, 91, 0, 0, 0, 0, 0, 0};

} // namespace sallyport::testing
