// SPDX-License-Identifier: GPL-3.0-or-later
// bench_console [SESSIONS [CHANGES_PER_SECOND [SECONDS]]]: how long the console's event loop is blocked while it shows
// that many live sessions. The whole console is at work: the main window with its Sessions pane, fed by a control
// server over a local socket, as in life; only the sessions are made up. One figure a line; 0 when all bars hold.
#include "app/console/console.h"
#include "app/console/panes/groups.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/mainwindow.h"
#include "app/console/window/palette.h"
#include "dialogs/style/theme.h"
#include "tests/app/service/control/controlrig.h"
#include "tests/bench/sessionload.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <future>
#include <limits>
#include <malloc.h>

using namespace sallyport;

namespace
{

const QString key = QStringLiteral("bench");
constexpr std::uint64_t keptSessions = 100;

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// What this thread has computed since: the same on a busy machine as on a quiet one.
class ProcessorTimer
{
public:
    void start() { m_start = now(); }
    double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double m_start = now();
};

// What lies between two turns of a timer of one millisecond, beyond that millisecond, was blocked.
class LoopWatch
{
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_blocked.push_back(std::max(0.0, milliseconds(m_since) - 1));
            m_since.start();
        });
        m_since.start();
        m_timer.start(1);
    }
    void begin()
    {
        m_blocked.clear();
        m_since.start();
    }
    // The share of the turns that waited no longer.
    double percentile(double share)
    {
        std::sort(m_blocked.begin(), m_blocked.end());
        return m_blocked[static_cast<std::size_t>(static_cast<double>(m_blocked.size() - 1) * share)];
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_blocked;
};

template <typename Condition> bool spinUntil(const Condition& condition, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < seconds * 1000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

// In a loop of its own: to quit the application closes its windows, and a hidden one paints nothing.
void run(int seconds)
{
    QEventLoop loop;
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
}

// What the model alone holds of the sessions.
double modelMegabytes(std::uint64_t sessions)
{
    const SystemClock clock;
    const auto inUse = [] {
        const struct mallinfo2 info = mallinfo2();
        return static_cast<double>(info.uordblks + info.hblkhd);
    };
    auto all = std::make_unique<SessionDelta>(SessionLoad(sessions, 0, 0).live());
    all->reset = true;
    SessionsModel model(clock);
    model.apply(*all);
    while (model.rowCount() == 0)
        QCoreApplication::processEvents();
    all.reset(); // the strings that it shared are the model's alone now
    const double with = inUse();
    model.clear();
    QThreadPool::globalInstance()->waitForDone();
    return (with - inUse()) / 1e6;
}

// Ctrl+K over as many names as there can be.
struct PaletteTimes {
    double opened = 0; // milliseconds
    double typed = 0; // until the worst text had been taken
    double turn = 0; // the longest of the event loop until what was typed was found
};
PaletteTimes paletteTimes(MainWindow& window, Server& server)
{
    Policy policy = server.draft().policy();
    for (int i = 0; i < 5000; ++i)
        policy.client.applications.append({newObjectId(), QStringLiteral("program%1").arg(i), {}});
    server.draft().change(QStringLiteral("Many"), policy);
    PaletteTimes times;
    QElapsedTimer timer;
    timer.start();
    window.openPalette();
    times.opened = milliseconds(timer);
    auto* palette = window.findChild<Palette*>();
    auto* field = palette->findChild<QLineEdit*>();
    const auto* list = palette->findChild<QListWidget*>();
    for (const QString& text : {QStringLiteral("user99"), QStringLiteral("usre4711")}) {
        timer.start();
        field->setText(text);
        times.typed = std::max(times.typed, milliseconds(timer));
        QElapsedTimer since;
        since.start();
        do {
            timer.start();
            QApplication::processEvents();
            times.turn = std::max(times.turn, milliseconds(timer));
        } while (list->count() == 0 && since.elapsed() < 20000);
        if (list->count() == 0)
            times.turn = static_cast<double>(since.elapsed()); // never found
    }
    palette->reject();
    server.draft().discard();
    return times;
}

} // namespace

int main(int argc, char* argv[])
{
    const auto argument = [&](int place, int otherwise) { return argc > place ? std::atoi(argv[place]) : otherwise; };
    const auto sessions = static_cast<std::uint64_t>(argument(1, 100000));
    const int rate = argument(2, 5000);
    const int seconds = argument(3, 10);
    const QApplication application(argc, argv);
    std::printf(
        "%llu sessions: %.0f MB in the model\n", static_cast<unsigned long long>(sessions), modelMegabytes(sessions));

    // The service has a thread of its own, as it has a process of its own in life.
    SessionLoad load(sessions, rate, keptSessions);
    std::promise<ControlEndpoint> ready;
    QTemporaryDir folder;
    QThread* service = QThread::create([&] {
        ControlRig rig;
        rig.plane.liveSource = [&load] { return load.live(); };
        rig.plane.changeSource = [&load] { return load.changes(); };
        ready.set_value(rig.local());
        QEventLoop().exec();
    });
    service->start();

    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const SystemClock clock;
    Theme theme(*qApp);
    Console::Options options;
    options.dataFolder = folder.path();
    options.privateService = false;
    Console console(options, clock);
    console.addServer({key, QStringLiteral("bench"), ready.get_future().get()});
    auto window = std::make_unique<MainWindow>(console, theme);
    window->resize(1400, 900);
    window->show();
    console.start();
    Server& server = *console.server(key);
    if (!spinUntil([&] { return server.isOnline(); }, 20))
        return 2;

    LoopWatch watch;
    QElapsedTimer timer;
    ProcessorTimer computed;
    timer.start();
    window->go({NodeKind::Sessions, key});
    const double opened = milliseconds(timer);
    watch.begin();
    SessionsModel& model = server.sessions();
    if (!spinUntil([&] { return model.rowCount() >= static_cast<int>(sessions); }, 60))
        return 2;
    const double snapshot = milliseconds(timer);
    const double snapshotComputed = computed.milliseconds();
    run(1);
    std::printf("Sessions pane opened in %.0f ms\n", opened);
    std::printf(
        "snapshot: in the model after %.0f ms (bar 300; event loop's processor time %.0f ms), event loop blocked "
        "p99 %.1f ms, worst %.1f ms (bars 16 and 50)\n",
        snapshot, snapshotComputed, watch.percentile(0.99), watch.percentile(1));
    const bool smooth = watch.percentile(0.99) <= 16 && watch.percentile(1) <= 50;

    auto* pane = window->findChild<SessionsPane*>();
    SessionsView* view = pane->view();
    const SessionId selected = load.firstKept() + 2;
    const SessionId expanded = selected + 3;
    view->setFocus();
    view->setCurrentIndex(model.indexOf(selected));
    view->scrollTo(model.indexOf(selected), QAbstractItemView::PositionAtCenter);
    view->toggle(model.indexOf(expanded));
    run(1);
    const int top = view->visualRect(model.indexOf(selected)).top();
    int jumps = 0;
    QObject::connect(&model, &SessionsModel::refreshed, view,
        [&] { jumps += view->visualRect(model.indexOf(selected)).top() == top ? 0 : 1; });
    const auto isKept = [&] {
        return view->selectedSessions() == QList<SessionId>{selected} && view->currentIndex() == model.indexOf(selected)
            && model.indexOfConnection(expanded).isValid();
    };
    watch.begin();
    run(seconds);
    const double p99 = watch.percentile(0.99);
    const double worst = watch.percentile(1);
    const bool kept = isKept() && jumps == 0;
    std::printf("%d changes/s: event loop blocked p50 %.1f ms, p99 %.1f ms, worst %.1f ms (bars 16 and 50)\n", rate,
        watch.percentile(0.5), p99, worst);
    std::printf("selection, expansion and place kept: %s (%d jumps)\n", kept ? "yes" : "NO", jumps);

    // Few groups, many, and as many as sessions.
    double groupedP99 = 0;
    double groupedWorst = 0;
    double slowestCount = 0;
    int fewestGroups = std::numeric_limits<int>::max();
    const auto* groups = pane->findChild<GroupsView*>();
    const auto* grouping = qobject_cast<const SessionGroups*>(groups->model());
    for (const char* field : {"program", "user", "host", "client"}) {
        bool isCounted = false;
        QObject once;
        QObject::connect(grouping, &SessionGroups::counted, &once, [&isCounted] { isCounted = true; });
        timer.start();
        watch.begin();
        pane->findChild<QAction*>(QLatin1StringView("groupBy/") + QLatin1StringView(field))->trigger();
        spinUntil([&] { return isCounted; }, 20);
        const double counted = isCounted ? milliseconds(timer) : std::numeric_limits<double>::infinity();
        slowestCount = std::max(slowestCount, counted);
        run(std::max(1, seconds / 3));
        groupedP99 = std::max(groupedP99, watch.percentile(0.99));
        groupedWorst = std::max(groupedWorst, watch.percentile(1));
        fewestGroups = std::min(fewestGroups, grouping->rowCount());
        std::printf("grouped by %s: counted after %.0f ms (bar 1000), event loop blocked p99 %.1f ms, worst %.1f ms "
                    "(bars 16 and 50), %d rows\n",
            field, counted, watch.percentile(0.99), watch.percentile(1), grouping->rowCount());
    }
    pane->findChild<QAction*>(QStringLiteral("groupBy/"))->trigger();

    double worstKey = 0;
    double worstKeyComputed = 0;
    QString slowestText;
    for (const char* typed : {"user:user42 host:7", "received>1MB -user:user4*", "age<1h host:7|8"}) {
        const QString text = QString::fromLatin1(typed);
        for (qsizetype length = 1; length <= text.size(); ++length) {
            timer.start();
            computed.start();
            pane->filterField()->setText(text.left(length));
            QApplication::processEvents();
            worstKeyComputed = std::max(worstKeyComputed, computed.milliseconds());
            if (milliseconds(timer) > worstKey)
                slowestText = text.left(length);
            worstKey = std::max(worstKey, milliseconds(timer));
        }
    }
    double worstCount = 0;
    for (const char* field : {"user", "program", "host"}) {
        timer.start();
        const ValueCounts counted = model.valuesOf(QLatin1StringView(field));
        worstCount = std::max(worstCount, counted.values.isEmpty() ? 1000 : milliseconds(timer));
    }
    timer.start();
    pane->filterField()->clear();
    QApplication::processEvents();
    const double cleared = milliseconds(timer);
    std::printf("filter keystroke: worst %.1f ms (\"%s\"; bar 50; processor time worst %.1f ms); filter taken away "
                "%.1f ms; selection back: %s\n",
        worstKey, qPrintable(slowestText), worstKeyComputed, cleared, isKept() ? "yes" : "NO");
    std::printf("values of a field counted: worst %.1f ms (bar 16)\n", worstCount);
    double worstSort = 0;
    int slowest = 0;
    for (int column = 0; column < SessionsModel::ColumnCount; ++column) {
        timer.start();
        view->sortByColumn(column, Qt::DescendingOrder);
        QApplication::processEvents();
        if (milliseconds(timer) > worstSort)
            slowest = column;
        worstSort = std::max(worstSort, milliseconds(timer));
    }
    std::printf("sort: worst %.1f ms (by \"%s\"); selection kept: %s\n", worstSort,
        qPrintable(model.headerData(slowest, Qt::Horizontal, Qt::DisplayRole).toString()), isKept() ? "yes" : "NO");

    const PaletteTimes palette = paletteTimes(*window, server);
    std::printf("Ctrl+K over 5000 entries: opened in %.0f ms, keystroke worst %.0f ms, event loop blocked until found "
                "worst %.0f ms (bars 1000)\n",
        palette.opened, palette.typed, palette.turn);

    const bool held = palette.opened <= 1000 && palette.typed <= 1000 && palette.turn <= 1000 && kept && isKept()
        && smooth && groupedP99 <= 16 && groupedWorst <= 50 && slowestCount <= 1000 && fewestGroups > 1
        && snapshot <= 300 && p99 <= 16 && worst <= 50 && worstKey <= 50 && worstCount <= 16;
    window.reset();
    console.removeServer(key);
    service->exit();
    service->wait();
    delete service;
    return held ? 0 : 1;
}
