// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/pipepool.h"
#include "app/service/dataplane/sessionregistry.h"
#include "app/service/dataplane/shard.h"

#include <string>

namespace sallyport
{

enum class RelayEnd {
    Finished, // both sides said they were done
    Reset, // one side broke off; the other was reset
    Idle, // nothing moved for the idle time-out; both were reset
    HalfClosed, // one side was done, and nothing moved for FixedTimeouts::halfClosed
};

// Moves bytes between two connected sockets, both ways, until both ends are done. A small message goes through the
// shard's scratch buffer; once a direction fills it, splice(2) moves the rest through a pipe of the pool. What the
// receiver does not take yet is kept, and nothing more is read for it, so a slow reader slows its sender. A tunnel at
// rest holds neither buffer nor pipe. One side's end is passed on as a half-close, and leaves the other little time.
class Relay final : public SocketHandler, public TimerHandler, public Continuable
{
public:
    class Handler
    {
    public:
        // Both sockets are closed. Not called from inside start().
        virtual void onRelayEnd(RelayEnd end) = 0;

    protected:
        ~Handler() = default;
    };

    // Both sockets must be watched. Bytes are counted in `record`, which its owner closes.
    Relay(Shard& shard, Handler& handler, ConnectionRecord& record, Socket& client, Socket& server);
    ~Relay();

    // The early bytes were read before the relay began: those of the client go to the server and count as sent;
    // `greeting` goes to the client ahead of everything and is not counted, those of the server follow it.
    void start(std::string fromClient, std::string greeting, std::string fromServer, std::chrono::milliseconds idle);
    // Resets both sides at once. The handler is not called.
    void abort();

private:
    // One direction.
    struct Flow {
        Socket& from;
        Socket& to;
        std::string kept{}; // read, not yet taken by the receiver
        std::size_t keptAt = 0;
        Pipe pipe{};
        std::size_t inPipe = 0;
        bool bulk = false; // worth a pipe
        bool ended = false; // the sender is done
        bool closed = false; // and the receiver was told
        std::uint64_t moved = 0; // since last told to the ledger
        std::size_t uncounted = 0; // bytes of the greeting still in `kept`
    };
    enum class Step { Again, Blocked, Failed };

    void onSocket(Socket& socket) override;
    void onTimer(Timer& timer) override;
    void onTurn() override;
    void pump();
    Step pumpFlow(Flow& flow);
    Step step(Flow& flow);
    Step flushKept(Flow& flow);
    Step flushPipe(Flow& flow);
    Step copy(Flow& flow);
    Step splice(Flow& flow);
    Step passEnd(Flow& flow);
    void noticeEnd();
    void tellLedger();
    void finish(RelayEnd end);

    Shard& m_shard;
    Handler& m_handler;
    ConnectionRecord& m_record;
    Flow m_up; // client to server
    Flow m_down;
    Timer m_timer;
    std::chrono::milliseconds m_idle{0};
    std::uint64_t m_lastActive = 0; // tick
    bool m_turnPending = false;
    bool m_halfClosed = false;
    bool m_done = false;
};

} // namespace sallyport
