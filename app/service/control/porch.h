// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controllimits.h"
#include "app/service/control/crowd.h"
#include "app/service/dataplane/fd.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <optional>
#include <unordered_map>

namespace sallyport
{

// Where connections are before their TLS handshake begins. A silent one costs a descriptor, and makes way for the next,
// the oldest first; one that has sent a whole ClientHello waits for its turn and is never sent away for a silent one.
// Nothing is read from them. One thread.
class Porch : public QObject
{
    Q_OBJECT

public:
    struct Guest {
        Fd socket;
        QString network; // see networkOf()
        QDeadlineTimer deadline;
        bool waits = false; // its ClientHello is there
        std::uint64_t arrival = 0;
    };

    explicit Porch(const ControlLimits& limits);
    // Not where there was no descriptor for it.
    bool isOpen() const { return bool(m_epoll); }

    void add(Fd socket, const QString& network);
    // Hands over whose turn it is of those who wait and whose network `mayCome`. Networks take turns.
    std::optional<Guest> next(const std::function<bool(const QString& network)>& mayCome);

    int silent() const { return m_silent.size(); }
    int waiting() const { return m_waiting.size(); }

signals:
    // Somebody waits.
    void spoken();

private:
    using Place = Crowd<Guest>::Place;

    void makeWayForSilent(const QString& network);
    bool makeWayForWaiting(const QString& network);
    bool forgetGone(Crowd<Guest>::Guests* guests);
    int takeNotice(); // of some that have left or sent something; gives how many
    void look(Place guest);
    void startWaiting(Place guest);
    Guest leave(Place guest);
    void sweep();

    ControlLimits m_limits;
    Fd m_epoll; // one descriptor to watch, however many there are on the porch
    QSocketNotifier m_ready;
    QTimer m_sweep{this};
    Crowd<Guest> m_silent;
    Crowd<Guest> m_waiting;
    QDeadlineTimer m_lookAgain; // when those who wait may be looked at for who has gone
    QString m_lastServed; // the network that had the last turn
    std::unordered_map<int, Place> m_places; // by descriptor
};

} // namespace sallyport
