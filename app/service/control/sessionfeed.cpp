// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/sessionfeed.h"

#include "models/control/sessionpages.h"

#include <utility>

namespace sallyport
{

namespace
{
constexpr qsizetype rowsPerPage = 2000; // some 200 KiB
constexpr std::chrono::seconds mostLate{1}; // that a busy computer makes a tick
} // namespace

SessionFeed::SessionFeed(DataPlane& dataPlane, qsizetype mostUntold, std::function<Moment()> now)
    : m_dataPlane(dataPlane)
    , m_now(std::move(now))
    , m_mostUntold(mostUntold)
{
    connect(&m_tick, &QTimer::timeout, this, &SessionFeed::tick);
}

void SessionFeed::subscribe(ControlChannel* channel, int intervalMilliseconds)
{
    if (channel->isClosed())
        return; // nothing would tell of its end any more
    // What it was not told is of no use to it now, and no reason to cut it off.
    unsubscribe(channel);
    // Only so that the newest are in the snapshot; where the stream of changes stands is right in any case.
    fanOut();
    connect(channel, &ControlChannel::drained, this, [this, channel] { push(channel); });
    connect(channel, &ControlChannel::closed, this, [this, channel] { unsubscribe(channel); });
    Subscriber& subscriber = m_subscribers[channel] = Subscriber();
    subscriber.interval = intervalMilliseconds;
    subscriber.untold = SessionSubscription(m_dataPlane.toldSoFar());
    subscriber.sinceLast.start();
    retime();
    // The reply to the subscription goes first.
    QTimer::singleShot(0, channel, [this, channel] { push(channel); });
}

void SessionFeed::unsubscribe(ControlChannel* channel)
{
    if (m_subscribers.remove(channel))
        channel->disconnect(this);
    retime();
}

void SessionFeed::retime()
{
    if (m_subscribers.isEmpty())
        return m_tick.stop();
    int shortest = longestInterval;
    for (const Subscriber& subscriber : std::as_const(m_subscribers))
        shortest = qMin(shortest, subscriber.interval);
    if (m_tick.isActive() && m_tick.interval() == shortest)
        return;
    m_lastTick = m_now();
    m_tick.start(shortest);
}

void SessionFeed::fanOut()
{
    const SessionDelta delta = m_dataPlane.takeChanges();
    QList<ControlChannel*> full;
    for (auto each = m_subscribers.begin(); each != m_subscribers.end(); ++each) {
        each->untold.add(delta);
        if (each->untold.untoldEnds() > m_mostUntold)
            full.append(each.key());
    }
    // They may leave m_subscribers by this.
    for (ControlChannel* channel : std::as_const(full))
        relieve(channel);
}

// Any number may end at once: only one that cannot be told of them now is slow.
void SessionFeed::relieve(ControlChannel* channel)
{
    push(channel, Turn::AtOnce);
    const auto found = m_subscribers.constFind(channel);
    if (found == m_subscribers.constEnd() || found->untold.untoldEnds() <= m_mostUntold)
        return;
    channel->cutOff(QStringLiteral("reads too slowly: more than %1 sessions and connections have ended that it was "
                                   "not told of")
                        .arg(m_mostUntold));
}

void SessionFeed::tick()
{
    const Moment now = m_now();
    const auto since = now - std::exchange(m_lastTick, now);
    // The process was stopped, and the shards have yet to count what waited for them. Looking now would make it the
    // traffic of the next tick alone; looking then makes it that of all the time it took. Where every tick is late,
    // the computer is too busy for that, and they are told all the same.
    m_hasSkipped = !m_hasSkipped && since > std::chrono::milliseconds(m_tick.interval()) + mostLate;
    if (m_hasSkipped)
        return;
    fanOut();
    const QList<ControlChannel*> channels = m_subscribers.keys();
    for (ControlChannel* channel : channels) {
        // A channel may be cut off, and so leave, while another is served.
        const auto found = m_subscribers.find(channel);
        // Half a tick of slack keeps a timer that fires early from skipping a turn.
        if (found != m_subscribers.end() && found->sinceLast.hasExpired(found->interval - m_tick.interval() / 2))
            push(channel);
    }
}

void SessionFeed::push(ControlChannel* channel, Turn turn)
{
    auto found = m_subscribers.find(channel);
    while (
        found != m_subscribers.end() && found->untold.inSnapshot() && channel->outgoing() < ControlChannel::lowWater) {
        channel->send(encodeSessionsChanged(found->untold.nextPage(rowsPerPage)));
        found = m_subscribers.find(channel);
    }
    if (found == m_subscribers.end() || found->untold.inSnapshot() || !found->untold.hasChanges()
        || (turn == Turn::OnTime && !found->sinceLast.hasExpired(found->interval / 2))
        || channel->outgoing() >= ControlChannel::lowWater)
        return;
    found->sinceLast.restart();
    channel->send(encodeSessionsChanged(found->untold.takeChanges()));
}

} // namespace sallyport
