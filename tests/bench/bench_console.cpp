// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console's event loop is blocked while 100,000 sessions change 5,000 times a second, with the real
// Sessions view on the screen; what a filter keystroke costs; how long a snapshot takes to show. Prints one line a
// figure.
#include "app/console/panes/sessionsview.h"
#include "models/items/sessionsmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace sallyport;

namespace
{

constexpr int sessionCount = 100000;
constexpr int ticks = 40; // of 250 ms: ten seconds
constexpr int changesPerTick = 1250;
constexpr int startsPerTick = 60;

QRandomGenerator dice(11);

Session session(SessionId id)
{
    return {id, SessionType::FirewallClient, QStringLiteral("user%1").arg(id % 5000),
        QStringLiteral("PC-%1").arg(id % 20000), IpAddress::fromV4(0x0a000000 + static_cast<std::uint32_t>(id)),
        QStringLiteral("program%1.exe").arg(id % 300), TimePoint(std::chrono::seconds(1000 + id))};
}

Connection connection(ConnectionId id, SessionId owner)
{
    return {id, owner, QStringLiteral("host%1.example.com").arg(id % 9000),
        IpAddress::fromV4(0xc0a80000 + static_cast<std::uint32_t>(id)), 443, TimePoint(std::chrono::seconds(1000)),
        dice.generate() % 100000, dice.generate() % 1000000, double(dice.bounded(5000)), double(dice.bounded(50000))};
}

double ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const SystemClock clock;
    SessionsModel model(clock);
    SessionsView view;
    view.setSessions(model);
    view.resize(1200, 800);
    view.show();

    QElapsedTimer timer;
    double snapshotTotal = 0;
    double snapshotWorst = 0;
    for (int page = 0; page < 100; ++page) {
        SessionDelta delta;
        delta.reset = page == 0;
        delta.complete = page == 99;
        for (int i = 1; i <= sessionCount / 100; ++i) {
            const auto id = static_cast<SessionId>(page * (sessionCount / 100) + i);
            delta.sessions.append(session(id));
            delta.connections.append(connection(id, id));
        }
        timer.start();
        model.apply(delta);
        QApplication::processEvents();
        snapshotTotal += ms(timer);
        snapshotWorst = std::max(snapshotWorst, ms(timer));
    }
    std::printf("snapshot of %d sessions: %.0f ms in all, %.1f ms at worst at a time\n", sessionCount, snapshotTotal,
        snapshotWorst);

    view.setCurrentIndex(model.index(50000, 0));
    view.scrollTo(model.index(50000, 0), QAbstractItemView::PositionAtTop);
    view.expand(model.index(50003, 0));
    QApplication::processEvents();
    const SessionId selected = model.index(50000, 0).data(SessionsModel::IdRole).toULongLong();

    // The loop is sampled by a timer of one millisecond: what lies between two turns beyond it was blocked.
    std::vector<double> blocked;
    QElapsedTimer since;
    since.start();
    QTimer probe;
    probe.setTimerType(Qt::PreciseTimer);
    QObject::connect(&probe, &QTimer::timeout, &view, [&blocked, &since] {
        blocked.push_back(std::max(0.0, ms(since) - 1));
        since.start();
    });
    probe.start(1);
    std::uint64_t next = sessionCount + 1;
    int tick = 0;
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &view, [&] {
        SessionDelta delta;
        for (int i = 0; i < changesPerTick - 2 * startsPerTick; ++i) {
            const auto id = static_cast<SessionId>(1 + dice.bounded(sessionCount));
            if (model.indexOf(id).isValid())
                delta.connections.append(connection(id, id));
        }
        for (int i = 0; i < startsPerTick; ++i, ++next) {
            delta.sessions.append(session(next));
            delta.connections.append(connection(next, next));
            delta.endedSessions.append(static_cast<SessionId>(1 + dice.bounded(sessionCount)));
        }
        delta.endedSessions.removeAll(selected);
        model.apply(delta);
        if (++tick == ticks)
            QApplication::quit();
    });
    feed.start(250);
    QApplication::exec();
    probe.stop();
    feed.stop();
    std::sort(blocked.begin(), blocked.end());
    const auto percentile = [&blocked](double share) {
        return blocked[static_cast<std::size_t>(static_cast<double>(blocked.size() - 1) * share)];
    };
    std::printf("event loop blocked, %d changes/s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms (bar 16 and 50)\n",
        changesPerTick * 4, percentile(0.5), percentile(0.99), blocked.back());
    const bool kept = view.currentIndex().data(SessionsModel::IdRole).toULongLong() == selected
        && view.selectionModel()->isRowSelected(view.currentIndex().row(), {});
    std::printf("selection kept: %s\n", kept ? "yes" : "NO");

    double worstKey = 0;
    const QString typed = QStringLiteral("user:user42 host:7");
    for (qsizetype length = 1; length <= typed.size(); ++length) {
        const Result<SessionFilter> filter = SessionFilter::parse(typed.left(length));
        if (!filter)
            continue;
        timer.start();
        model.setFilter(*filter);
        QApplication::processEvents();
        worstKey = std::max(worstKey, ms(timer));
    }
    timer.start();
    model.setFilter({});
    QApplication::processEvents();
    std::printf("filter keystroke: worst %.1f ms (bar 50); filter taken away %.1f ms\n", worstKey, ms(timer));
    timer.start();
    model.sort(SessionsModel::User, Qt::DescendingOrder);
    QApplication::processEvents();
    std::printf("sort by user: %.1f ms\n", ms(timer));
    return kept && percentile(0.99) <= 16 && blocked.back() <= 50 && worstKey <= 50 ? 0 : 1;
}
