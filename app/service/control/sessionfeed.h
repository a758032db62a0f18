// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"
#include "app/service/dataplane/dataplane.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace sallyport
{

// Pushes sessions.changed to subscribers: first a snapshot in pages, then what changed, coalesced for each at its own
// interval. A page is made only when the last ones have left, so a slow reader costs one row per live connection and no
// more. Lives in the control thread.
class SessionFeed : public QObject
{
    Q_OBJECT

public:
    explicit SessionFeed(DataPlane& dataPlane);

    // Again for the same channel: starts over with a snapshot.
    void subscribe(ControlChannel* channel, int intervalMilliseconds);
    void unsubscribe(ControlChannel* channel);

    static constexpr int shortestInterval = 100; // milliseconds
    static constexpr int longestInterval = 5000;

private:
    struct Subscriber {
        int interval = 0;
        QElapsedTimer sinceLast;
        SessionDelta snapshot; // what is still to be sent of it is behind the two marks
        qsizetype sessionsSent = 0;
        qsizetype connectionsSent = 0;
        bool inSnapshot = true;
        QHash<SessionId, Session> sessions; // changed since the last line
        QHash<ConnectionId, Connection> connections;
        QSet<ConnectionId> endedConnections;
        QSet<SessionId> endedSessions;

        void add(const SessionDelta& delta);
        bool hasChanges() const;
        SessionDelta nextPage();
        SessionDelta takeChanges();
    };

    void tick();
    void fanOut();
    void push(ControlChannel* channel);
    void retime();

    DataPlane& m_dataPlane;
    QHash<ControlChannel*, Subscriber> m_subscribers;
    QTimer m_tick{this};
};

} // namespace sallyport
