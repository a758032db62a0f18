// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientsession.h"
#include "app/service/dataplane/shard.h"
#include "app/service/dataplane/timerwheel.h"
#include "app/service/http/framing.h"
#include "app/service/http/target.h"

#include <string>

namespace sallyport
{

class HttpShard;

// The client's side of an HTTP/1.1 conversation: reads one head after the other, refuses what is not a request, sends
// replies of our own, and closes so that the last reply arrives. What a request means is the derived class's affair.
//
// Bytes behind a head wait in received() until the request before them is done, so pipelined requests are answered in
// order.
class HttpClient : public ClientSession, protected SocketHandler, private TimerHandler, private Continuable
{
public:
    void start() override;
    void end(const EndReason& reason) override;
    ~HttpClient() override;

    // For the one who serves the request.
    Socket& socket() { return *m_client.socket; }
    std::string& received() { return m_received; }
    // To be called when received() has changed. False: it holds more than there is room for; the client has to go.
    bool holdReceived() { return m_client.slot.hold(m_received.capacity() + m_kept); }
    // The same when something else is kept of the request that is served: so much from now on, until it is over.
    bool holdRequest(std::size_t bytes)
    {
        m_kept = bytes;
        return holdReceived();
    }
    // Sends, or keeps what the client does not take at once. False: the client is gone; closed() was called.
    bool send(std::string_view bytes);
    bool congested() const { return !m_unsent.empty(); }
    // The client sends no more: it may be gone, or wait for its reply.
    bool clientEnded() const { return m_client.socket->peerEnded(); }
    // Something moved: the idle time-out starts anew.
    void touch() { m_since = m_shard.timers().now(); }

protected:
    HttpClient(Shard& shard, AcceptedClient client);

    // A request that is well-formed. Views hold during the call only. Ends in reply(), finish(), handOver() or later
    // in one of them.
    virtual void onRequest(const http::RequestHead& head, const http::Target& target, const http::Framing& framing) = 0;
    // What is not a request was answered; for the log.
    virtual void onRefused(const http::Refusal& refusal) = 0;
    // While a request is served: the client may have sent more, or taken what was kept for it.
    virtual void onClientReady() { }
    // The client's socket is closed and this will be retired; let go of everything.
    virtual void onClosed(const EndReason* reason) = 0;
    // Nothing moved for too long while a request was served; not so long when the client has ended.
    virtual void onIdle() = 0;

    HttpShard& http();
    // A whole reply of our own; ends the request. `close`: no further request is read.
    void reply(std::string_view bytes, bool close);
    // The reply was sent with send(). Reads the next request, or closes.
    void finish(bool keep);
    // Resets the client's connection at once: a reply can't be completed.
    void breakOff();
    // A reply of our own for want of room, and a row of it; the client is closed.
    void refuseForRoom();
    // The client goes on to another handler, with what it has sent beyond the request; this is retired.
    AcceptedClient handOver();
    bool isClosed() const { return m_state == State::Closed; }

private:
    enum class State : std::uint8_t {
        Head, // reading a request
        Serving,
        Flushing, // the reply's last bytes go out
        Lingering, // our side is closed; what the client still sends is thrown away
        Closed,
    };

    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void onTurn() override;
    void receive();
    bool readHead(std::string_view bytes, bool held);
    void refuse(const http::Refusal& refusal);
    bool flush();
    void next();
    void linger();
    void discard();
    void close(const EndReason* reason = nullptr);
    void limit(std::chrono::milliseconds most);
    void noticeEnd();

    Timer m_timer;
    std::uint64_t m_since = 0; // tick of the last activity
    std::chrono::milliseconds m_limit{0}; // of inactivity, in this state
    std::chrono::milliseconds m_armed{0}; // what the timer was started with
    std::string m_received; // beyond the head being served, or the start of the next one
    std::string m_unsent;
    http::HeadScanner m_scanner;
    std::size_t m_kept = 0; // of the request being served, by whoever serves it
    std::size_t m_discarded = 0;
    State m_state = State::Head;
    bool m_keep = true;
    bool m_receiving = false;
    bool m_turnPending = false;
    bool m_headBegun = false; // part of a head has come: its time-out runs
};

} // namespace sallyport
