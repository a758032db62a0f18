// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/fd.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sallyport
{

class Poller;
class Socket;

// Told when one of its sockets became readable, writable, was half-closed by the peer, or failed. Called on the shard's
// thread. It may destroy the socket, and retire (Shard::retire) but not delete the handler itself.
class SocketHandler
{
public:
    virtual void onSocket(Socket& socket) = 0;

protected:
    ~SocketHandler() = default;
};

enum class IoState {
    Done, // bytes > 0 were moved
    WouldBlock, // wait for onSocket
    Closed, // read only: the peer will send no more
    Failed, // reset or another error; errno says which
};

struct IoResult {
    IoState state = IoState::WouldBlock;
    std::size_t bytes = 0;
};

// A non-blocking stream socket watched by one shard for its whole life with one edge-triggered registration, so waiting
// costs no system call. Edges are remembered in flags: read and write only while the flag is set (they clear it), and
// after anything made you stop early, come back by yourself: the edge won't.
class Socket
{
public:
    // Takes the descriptor; the handler may be changed later. Nothing is watched before watch().
    Socket(Poller& poller, Fd fd, SocketHandler* handler);
    ~Socket(); // closes in the ordinary way
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int fd() const { return m_fd.get(); }
    void setHandler(SocketHandler* handler) { m_handler = handler; }
    // Starts watching; calls of onSocket follow from the event loop, never from inside this call. False: errno says
    // why.
    bool watch();
    // Before watch(), for a connection that is being made: neither readable nor writable until an event says so.
    void awaitEvents() { m_readable = m_writable = false; }

    bool readable() const { return m_readable; }
    bool writable() const { return m_writable; }
    bool failed() const { return m_failed; } // EPOLLERR: reset by the peer, connect refused …
    // The peer will send no more; bytes of it may still be unread. It may have left, or wait for an answer.
    bool peerEnded() const { return m_hangup; }
    // For code that moves bytes by other calls than read() and write(), such as splice(2).
    void clearReadable() { m_readable = m_hangup; }
    void blockedReading() { m_readable = false; }
    void blockedWriting() { m_writable = false; }

    IoResult read(void* buffer, std::size_t size);
    IoResult write(const void* data, std::size_t size);
    void shutdownWrite();
    // Throws away what has come, within reason: closing over unread bytes sends a reset, which may overtake the last
    // words written.
    void discardReceived(std::span<char> scratch);
    // Closes with a reset at once, dropping what is unsent. The object stays, without a descriptor.
    void reset();

private:
    friend class Poller;

    Poller& m_poller;
    SocketHandler* m_handler;
    Fd m_fd;
    bool m_watched = false;
    bool m_readable = true;
    bool m_writable = true;
    bool m_hangup = false; // the peer's end was announced: no further edge will come for it
    bool m_failed = false;
};

// Has the kernel ask a silent peer for a sign of life, and fail the socket within minutes when none comes. Accepted
// sockets inherit it from their listener.
void probePeer(int fd);

} // namespace sallyport
