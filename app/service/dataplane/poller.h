// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/fd.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <sys/epoll.h>

#include <array>
#include <functional>

namespace sallyport
{

class Socket;

// A level-triggered watch on a shared descriptor (a listening socket).
class ListenHandler
{
public:
    virtual void onAcceptable() = 0;

protected:
    ~ListenHandler() = default;
};

// The sockets of one shard in an epoll set of their own, itself one descriptor of the shard's io_context. Asio arms its
// descriptors again for every wait (one epoll_ctl each time); here a socket is registered once, edge-triggered.
// Threading: the shard's thread only.
class Poller
{
public:
    // `afterRound` runs after every round of events, and says whether it has more to do without waiting.
    Poller(boost::asio::io_context& context, std::function<bool()> afterRound);
    ~Poller();

    void start();
    void kick(); // one more round without waiting for an event
    bool add(Socket& socket);
    void forget(Socket& socket); // drops the events of a socket that is about to close
    bool addListener(int fd, ListenHandler& handler);
    void removeListener(int fd, ListenHandler& handler);

private:
    void arm();
    void run();
    void dispatch(int count);
    void dropPending(const void* tag);

    boost::asio::posix::stream_descriptor m_epoll;
    boost::asio::io_context& m_context;
    std::function<bool()> m_afterRound;
    std::array<epoll_event, 64> m_events;
    bool m_armed = false;
    bool m_kicked = false;
    int m_next = 0; // first event of m_events not yet dispatched
    int m_count = 0;
};

} // namespace sallyport
