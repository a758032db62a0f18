// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"
#include "app/service/control/sessionsubscription.h"
#include "app/service/dataplane/dataplane.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <chrono>
#include <functional>

namespace sallyport
{

// Pushes sessions.changed to subscribers: first a snapshot in pages, then what changed, coalesced for each at its own
// interval. A page is made only when the last ones have left, so a slow reader costs one row per live connection and an
// id for each that has ended. Lives in the control thread.
class SessionFeed : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    // `mostUntold`: see SessionSubscription::untoldEnds(); a subscriber beyond it is told at once, or cut off
    // where it does not read. `now`: what lateness is told by.
    SessionFeed(
        DataPlane& dataPlane, qsizetype mostUntold, std::function<Moment()> now = &std::chrono::steady_clock::now);

    // Again for the same channel: starts over with a snapshot. Nothing for one that is closed.
    void subscribe(ControlChannel* channel, int intervalMilliseconds);
    void unsubscribe(ControlChannel* channel);

    static constexpr int shortestInterval = 100; // milliseconds
    static constexpr int longestInterval = 5000;

private:
    enum class Turn { OnTime, AtOnce }; // with regard to the subscriber's interval
    struct Subscriber {
        int interval = 0;
        QElapsedTimer sinceLast;
        SessionSubscription untold;
    };

    void tick();
    void fanOut();
    void relieve(ControlChannel* channel);
    void push(ControlChannel* channel, Turn turn = Turn::OnTime);
    void retime();

    DataPlane& m_dataPlane;
    const std::function<Moment()> m_now;
    Moment m_lastTick{};
    bool m_hasSkipped = false; // the last tick
    qsizetype m_mostUntold;
    QHash<ControlChannel*, Subscriber> m_subscribers;
    QTimer m_tick{this};
};

} // namespace sallyport
