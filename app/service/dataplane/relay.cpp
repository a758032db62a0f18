// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/relay.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

namespace sallyport
{

namespace
{

// What one direction may do before others get their turn: a step moves up to the size of a pipe in or out.
constexpr int stepsPerTurn = 8;
// Less than this at once is better copied than spliced.
constexpr ssize_t leastBulk = 4096;

} // namespace

Relay::Relay(Shard& shard, Handler& handler, ConnectionRecord& record, Socket& client, Socket& server)
    : m_shard(shard)
    , m_handler(handler)
    , m_record(record)
    , m_up{client, server}
    , m_down{server, client}
    , m_timer(*this)
{
}

Relay::~Relay()
{
    if (m_turnPending)
        m_shard.cancelTurn(*this);
    for (Flow* flow : {&m_up, &m_down}) {
        if (flow->pipe)
            m_shard.pipes().discard(std::move(flow->pipe));
    }
}

void Relay::start(std::string fromClient, std::string greeting, std::string fromServer, std::chrono::milliseconds idle)
{
    m_up.kept = std::move(fromClient);
    m_down.uncounted = greeting.size();
    m_down.kept = std::move(greeting) + fromServer;
    m_up.from.setHandler(this);
    m_down.from.setHandler(this);
    m_idle = idle;
    m_lastActive = m_shard.timers().now();
    m_shard.timers().start(m_timer, idle);
    m_turnPending = true;
    m_shard.continueLater(*this);
}

void Relay::abort()
{
    m_done = true;
    m_timer.stop();
    tellLedger();
    m_up.from.reset();
    m_down.from.reset();
}

void Relay::onSocket(Socket& socket)
{
    if (m_done)
        return;
    if (socket.failed()) {
        finish(RelayEnd::Reset);
        return;
    }
    pump();
}

void Relay::onTurn()
{
    m_turnPending = false;
    if (!m_done)
        pump();
}

void Relay::onTimer(Timer&)
{
    const auto quiet = (m_shard.timers().now() - m_lastActive) * TimerWheel::tick;
    if (quiet < m_idle)
        m_shard.timers().start(m_timer, m_idle - quiet);
    else
        finish(m_halfClosed ? RelayEnd::HalfClosed : RelayEnd::Idle);
}

void Relay::pump()
{
    m_lastActive = m_shard.timers().now();
    const Step up = pumpFlow(m_up);
    const Step down = up == Step::Failed ? Step::Failed : pumpFlow(m_down);
    if (up == Step::Failed || down == Step::Failed) {
        finish(RelayEnd::Reset);
        return;
    }
    tellLedger();
    if (m_up.closed && m_down.closed) {
        finish(RelayEnd::Finished);
        return;
    }
    noticeEnd();
    if ((up == Step::Again || down == Step::Again) && !m_turnPending) {
        m_turnPending = true;
        m_shard.continueLater(*this);
    }
}

Relay::Step Relay::pumpFlow(Flow& flow)
{
    Step result = Step::Again;
    for (int i = 0; i < stepsPerTurn && result == Step::Again; ++i)
        result = step(flow);
    if (flow.pipe && flow.inPipe == 0)
        m_shard.pipes().giveBack(std::move(flow.pipe));
    return result;
}

Relay::Step Relay::step(Flow& flow)
{
    if (flow.keptAt < flow.kept.size())
        return flushKept(flow);
    if (flow.inPipe > 0)
        return flushPipe(flow);
    if (flow.ended)
        return passEnd(flow);
    if (!flow.from.readable())
        return Step::Blocked;
    if (flow.bulk && !flow.pipe)
        flow.pipe = m_shard.pipes().take();
    return flow.pipe ? splice(flow) : copy(flow);
}

Relay::Step Relay::flushKept(Flow& flow)
{
    if (!flow.to.writable())
        return Step::Blocked;
    const IoResult io = flow.to.write(flow.kept.data() + flow.keptAt, flow.kept.size() - flow.keptAt);
    if (io.state != IoState::Done)
        return io.state == IoState::WouldBlock ? Step::Blocked : Step::Failed;
    flow.keptAt += io.bytes;
    const std::size_t greeting = std::min(flow.uncounted, io.bytes);
    flow.uncounted -= greeting;
    flow.moved += io.bytes - greeting;
    if (flow.keptAt == flow.kept.size()) {
        flow.kept = std::string();
        flow.keptAt = 0;
    }
    return Step::Again;
}

Relay::Step Relay::copy(Flow& flow)
{
    const std::span<char> buffer = m_shard.scratch();
    const IoResult in = flow.from.read(buffer.data(), buffer.size());
    if (in.state == IoState::Closed) {
        flow.ended = true;
        return Step::Again;
    }
    if (in.state != IoState::Done)
        return in.state == IoState::WouldBlock ? Step::Blocked : Step::Failed;
    flow.bulk = in.bytes == buffer.size();
    const IoResult out = flow.to.writable() ? flow.to.write(buffer.data(), in.bytes) : IoResult{};
    if (out.state == IoState::Failed)
        return Step::Failed;
    flow.moved += out.bytes;
    if (out.bytes < in.bytes)
        flow.kept.assign(buffer.data() + out.bytes, in.bytes - out.bytes);
    return Step::Again;
}

Relay::Step Relay::splice(Flow& flow)
{
    const ssize_t n = ::splice(flow.from.fd(), nullptr, flow.pipe.writeEnd.get(), nullptr, PipePool::pipeBytes,
        SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
    if (n > 0) {
        flow.inPipe = static_cast<std::size_t>(n);
        flow.bulk = n >= leastBulk;
        return Step::Again;
    }
    if (n == 0) {
        flow.ended = true;
        return Step::Again;
    }
    if (errno == EINTR)
        return Step::Again;
    if (errno != EAGAIN)
        return Step::Failed;
    // The pipe is empty, so it is the socket that had nothing.
    flow.from.blockedReading();
    return Step::Blocked;
}

Relay::Step Relay::flushPipe(Flow& flow)
{
    if (!flow.to.writable())
        return Step::Blocked;
    const ssize_t n = ::splice(
        flow.pipe.readEnd.get(), nullptr, flow.to.fd(), nullptr, flow.inPipe, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
    if (n > 0) {
        flow.inPipe -= static_cast<std::size_t>(n);
        flow.moved += static_cast<std::size_t>(n);
        return Step::Again;
    }
    if (n < 0 && errno == EINTR)
        return Step::Again;
    if (n == 0 || errno != EAGAIN)
        return Step::Failed;
    flow.to.blockedWriting();
    return Step::Blocked;
}

Relay::Step Relay::passEnd(Flow& flow)
{
    if (!flow.closed) {
        flow.closed = true;
        // With the other way closed too, closing the sockets says it, in one call less.
        if (!(&flow == &m_up ? m_down : m_up).closed)
            flow.to.shutdownWrite();
    }
    return Step::Blocked;
}

// Whoever ended may have left without a reset. The end counts as soon as it is announced: bytes before it may wait for
// a receiver that never takes them.
void Relay::noticeEnd()
{
    if (m_halfClosed)
        return;
    m_halfClosed = m_up.from.peerEnded() || m_down.from.peerEnded() || m_up.ended || m_down.ended;
    if (!m_halfClosed)
        return;
    m_idle = std::min(m_idle, m_shard.world().timeouts.halfClosed);
    m_shard.timers().start(m_timer, m_idle);
}

void Relay::tellLedger()
{
    if (m_up.moved == 0 && m_down.moved == 0)
        return;
    m_shard.ledger().moved(m_record, std::exchange(m_up.moved, 0), std::exchange(m_down.moved, 0));
}

void Relay::finish(RelayEnd end)
{
    m_done = true;
    m_timer.stop();
    tellLedger();
    if (end == RelayEnd::Reset || end == RelayEnd::Idle) {
        m_up.from.reset();
        m_down.from.reset();
    }
    m_handler.onRelayEnd(end);
}

} // namespace sallyport
