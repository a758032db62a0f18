// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <future>
#include <thread>

// The control channel's two figures on loopback TLS: the round trip of a small call as its caller sees it (with the
// hops between the caller's thread and the socket's), and the time from subscribing to the last decoded page of a
// snapshot.

using namespace sallyport;

namespace
{

constexpr int snapshots = 10;

void waitUntilOnline(ControlClient& client)
{
    QEventLoop loop;
    QObject::connect(&client, &ControlClient::stateChanged, &loop, [&](ControlClient::State state) {
        if (state == ControlClient::State::Online)
            loop.quit();
    });
    loop.exec();
}

double roundTrip(ControlClient& client)
{
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    client.call(QStringLiteral("services.list"), {}, &loop, [&loop](const Result<QJsonObject>&) { loop.quit(); });
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Snapshot {
    double milliseconds = 0;
    qsizetype rows = 0;
};

Snapshot snapshot(ControlClient& client)
{
    QEventLoop loop;
    Snapshot result;
    QElapsedTimer timer;
    QObject::connect(&client, &ControlClient::sessionsChanged, &loop, [&](const SessionDelta& delta) {
        result.rows += delta.sessions.size() + delta.connections.size();
        if (delta.complete)
            loop.quit();
    });
    timer.start();
    client.subscribeSessions(5000);
    loop.exec();
    result.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    client.unsubscribeSessions();
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    // bench_control [SESSIONS [CALLS]]
    const int sessions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100000;
    const int roundTrips = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10000;
    // The service has a thread of its own, as it has a process of its own in life. It is joined, since OpenSSL's
    // destructors of the thread must have run when this program leaves.
    QEventLoop* serving = nullptr;
    std::promise<ControlEndpoint> ready;
    std::thread service([&] {
        QEventLoop loop;
        ControlRig rig;
        rig.plane.fill(std::uint64_t(sessions));
        serving = &loop;
        ready.set_value(rig.enrolled(Role::Viewer));
        loop.exec();
    });
    ControlClient client;
    client.open(ready.get_future().get());
    waitUntilOnline(client);

    std::vector<double> times;
    for (int i = 0; i < roundTrips; ++i)
        times.push_back(roundTrip(client));
    std::sort(times.begin(), times.end());
    std::printf("round trip over TLS, %d calls: p50 %.3f ms, p99 %.3f ms, worst %.3f ms\n", roundTrips,
        times[roundTrips / 2], times[roundTrips * 99 / 100], times.back());

    std::vector<double> spans;
    for (int i = 0; i < snapshots; ++i) {
        const Snapshot taken = snapshot(client);
        if (taken.rows != 2 * qsizetype(sessions)) {
            std::fprintf(stderr, "the snapshot has %lld rows\n", static_cast<long long>(taken.rows));
            std::_Exit(1);
        }
        spans.push_back(taken.milliseconds);
    }
    std::sort(spans.begin(), spans.end());
    std::printf("snapshot of %d sessions with a connection each: median %.0f ms, worst %.0f ms\n", sessions,
        spans[snapshots / 2], spans.back());
    QMetaObject::invokeMethod(serving, &QEventLoop::quit, Qt::QueuedConnection);
    service.join();
    return 0;
}
