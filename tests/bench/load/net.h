// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>
#include <sys/epoll.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace load
{

// A failed system call or a bad argument; main() prints it and ends with 1.
class Failure : public std::runtime_error
{
public:
    using runtime_error::runtime_error;
};
[[noreturn]] void failErrno(const std::string& what);

class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd)
        : m_fd(fd)
    {
    }
    Fd(Fd&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Fd& operator=(Fd&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Fd() { reset(); }

    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

// "127.0.0.1:8080". IPv4 only: everything measured here is on loopback.
sockaddr_in parseEndpoint(const std::string& text);
std::vector<sockaddr_in> parseEndpoints(const std::string& text); // separated by commas
std::string endpointText(const sockaddr_in& address);

// Non-blocking TCP sockets with Nagle's algorithm off.
Fd listenOnLoopback(std::uint16_t& port, int backlog = 4096); // port 0: a free one, told back
// From `source` (an address without a port) when one is given.
Fd startConnect(const sockaddr_in& address, const sockaddr_in* source = nullptr);
Fd acceptFrom(const Fd& listener); // empty when nobody waits
Fd connectUnix(const std::string& path); // blocking

class Epoll
{
public:
    Epoll();
    void add(int fd, std::uint32_t events, std::uint64_t token);
    void change(int fd, std::uint32_t events, std::uint64_t token);
    // At most `milliseconds`; -1 waits for ever.
    std::span<const epoll_event> wait(int milliseconds);

private:
    Fd m_fd;
    epoll_event m_events[512];
};

using Time = std::chrono::steady_clock::time_point;
inline Time now()
{
    return std::chrono::steady_clock::now();
}
inline double seconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

// Raises the soft limit of open files to the hard one.
void raiseFileLimit();

} // namespace load
