// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/fd.h"
#include "tests/app/service/control/controlrig.h"

#include <QThread>

#include <atomic>
#include <deque>
#include <thread>

namespace sallyport
{

// What a console sends first.
QByteArray clientHello();

// A TCP connection of 127.0.0.1 that has sent `bytes`; blocking. Not open when the system refuses.
bool connectTo(const Fd& socket, quint16 port);
Fd connectedTo(quint16 port, const QByteArray& bytes = {});

// Connects to a port on a thread of its own, as fast as it can, and keeps the newest connections open.
class Flood
{
public:
    // `connect` gives one more connection to be kept, and runs on the thread.
    Flood(std::size_t held, const std::function<std::shared_ptr<void>()>& connect);
    ~Flood();

    int opened() const { return m_opened; }

    // What each connection does: nothing, or it sends these bytes and stops.
    static std::function<std::shared_ptr<void>()> sending(quint16 port, const QByteArray& bytes);
    // A whole handshake with a certificate that nobody knows; then it calls, if there is a line to send.
    static std::function<std::shared_ptr<void>()> shakingHands(const ControlEndpoint& stranger, const QByteArray& line);

private:
    std::atomic<int> m_opened = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

// A rig whose service has a thread of its own, so that a flood of it leaves the test's event loop alone.
class RigThread
{
public:
    explicit RigThread(const ControlLimits& limits = {});
    ~RigThread();

    // Runs it on the service's thread and waits.
    void run(const std::function<void(ControlRig&)>& job);

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_there;
    std::unique_ptr<ControlRig> m_rig;
};

// Leaves this process without a descriptor to spare, connects, and gives the descriptors back once the service has said
// that it cannot accept. `connect` needs no descriptor of its own.
bool runsOutOfDescriptors(const std::function<bool()>& connect);

// One connection, one hello, no second try.
bool comesIn(const ControlEndpoint& endpoint);

} // namespace sallyport
