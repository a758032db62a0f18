// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/consoletreemodel.h"
#include "models/items/sessionsmodel.h"
#include "models/items/texttablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

// What a view would not redraw, and what QAbstractItemModelTester can't know: data that changes must be signalled, and
// sums must be those of the rows.
class TestModelSignals : public QObject
{
    Q_OBJECT

private slots:
    void changedRowsAreSignalled();
    void changedPlacesAreSignalled();
    void changesBehindAnInsertionAreSignalled();
    void sumsFollowTheConnections();
    void endedSessionEndsItsConnections();
    void nothingComesBackToLife();
    void portsAreFoundAsNumbers();
};

namespace
{

class TestClock final : public Clock
{
public:
    TimePoint now() const override { return time; }
    TimePoint time{1'000'000'000s};
};

Session session(SessionId id)
{
    return {id, SessionType::FirewallClient, QStringLiteral("user%1").arg(id), {}, IpAddress::fromV4(1),
        QStringLiteral("x.exe"), TimePoint(std::chrono::seconds(id))};
}

Connection connection(ConnectionId id, SessionId owner, std::uint64_t sent = 0)
{
    return {id, owner, QStringLiteral("h.example"), {}, 443, {}, sent, 2 * sent, 0, 0};
}

bool covers(const QSignalSpy& changed, const QModelIndex& index)
{
    return std::any_of(changed.cbegin(), changed.cend(), [&](const QList<QVariant>& signal) {
        const auto first = signal.at(0).value<QModelIndex>();
        const auto last = signal.at(1).value<QModelIndex>();
        return first.parent() == index.parent() && first.row() <= index.row() && index.row() <= last.row()
            && first.column() <= index.column() && index.column() <= last.column();
    });
}

} // namespace

void TestModelSignals::changedRowsAreSignalled()
{
    TextTableModel model({QStringLiteral("Name"), QStringLiteral("State")});
    const auto row = [](const char* name, const char* state) {
        return TextRow{{QLatin1StringView(name), QLatin1StringView(state)}, Mark::None};
    };
    model.setRows({row("a", "x"), row("b", "x")});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({row("a", "x"), row("b", "y")});
    QVERIFY(covers(changed, model.index(1, 1)));
}

void TestModelSignals::changedPlacesAreSignalled()
{
    ConsoleTreeModel model;
    const QString key = QStringLiteral("a");
    model.addServer({key, QStringLiteral("branch-a"), Reach::Offline});
    const QModelIndex server = model.indexOf({NodeKind::Server, key});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setReach(key, Reach::Online);
    QCOMPARE(changed.size(), 1);
    QVERIFY(covers(changed, server));
    model.setReach(key, Reach::Online);
    QCOMPARE(changed.size(), 1);
    model.setName(key, QStringLiteral("branch-b"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(server.data().toString(), QStringLiteral("branch-b"));
    const NodePath sessions{NodeKind::Sessions, key};
    model.setCount(sessions, 3);
    model.setCount(sessions, std::nullopt);
    QCOMPARE(changed.size(), 4);
    QVERIFY(covers(changed, model.indexOf(sessions)));
}

// One delta that changes a row and inserts another above it.
void TestModelSignals::changesBehindAnInsertionAreSignalled()
{
    const TestClock clock;
    SessionsModel model(clock);
    QAbstractItemModelTester tester(&model);
    model.sort(SessionsModel::User, Qt::AscendingOrder);
    SessionDelta delta;
    for (SessionId id = 5; id <= 9; ++id) {
        delta.sessions.append(session(id));
        delta.connections.append(connection(id + 100, id));
    }
    model.apply(delta);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    SessionDelta next;
    Session renamed = session(9);
    renamed.computer = QStringLiteral("PC-9");
    next.sessions = {renamed, session(1), session(2), session(3)};
    next.connections = {connection(101, 1), connection(102, 2), connection(103, 3)};
    model.apply(next);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.indexOf(9).row(), 7);
    QVERIFY(covers(changed, model.indexOf(9).siblingAtColumn(SessionsModel::Computer)));
}

void TestModelSignals::sumsFollowTheConnections()
{
    const TestClock clock;
    SessionsModel model(clock);
    SessionDelta delta;
    delta.sessions = {session(1)};
    delta.connections = {connection(101, 1, 100), connection(102, 1, 50)};
    model.apply(delta);
    const auto raw = [&](SessionsModel::Column column) {
        return model.indexOf(1).siblingAtColumn(column).data(SessionsModel::SortRole).toULongLong();
    };
    QCOMPARE(raw(SessionsModel::Sent), 150u);
    SessionDelta next;
    next.connections = {connection(101, 1, 300)};
    model.apply(next);
    QCOMPARE(raw(SessionsModel::Sent), 350u);
    QCOMPARE(raw(SessionsModel::Received), 700u);
    QCOMPARE(raw(SessionsModel::Connections), 2u);
}

void TestModelSignals::endedSessionEndsItsConnections()
{
    const TestClock clock;
    SessionsModel model(clock);
    SessionDelta delta;
    delta.sessions = {session(1), session(2)};
    Connection moving = connection(101, 1);
    moving.sendRate = 1000;
    delta.connections = {moving, connection(102, 2)};
    model.apply(delta);
    QCOMPARE(model.totals().sendRate, 1000.0);
    SessionDelta end;
    end.endedSessions = {1};
    model.apply(end);
    QCOMPARE(model.totals().sessions, 1);
    QCOMPARE(model.totals().connections, 1);
    QCOMPARE(model.totals().sendRate, 0.0);
    QCOMPARE(model.shown(), (SessionsModel::Shown{1, 1}));
}

// A row that was on its way when its end was told changes nothing.
void TestModelSignals::nothingComesBackToLife()
{
    const TestClock clock;
    SessionsModel model(clock);
    SessionDelta delta;
    delta.sessions = {session(1), session(2)};
    delta.connections = {connection(101, 1), connection(102, 2)};
    model.apply(delta);
    SessionDelta end;
    end.endedConnections = {101};
    model.apply(end);
    SessionDelta late;
    Connection moving = connection(101, 1, 500);
    moving.sendRate = 1000;
    late.connections = {moving, connection(102, 1)}; // and one that claims another session
    model.apply(late);
    QCOMPARE(model.totals().connections, 1);
    QCOMPARE(model.totals().sendRate, 0.0);
    QCOMPARE(model.indexOf(1).siblingAtColumn(SessionsModel::Sent).data(SessionsModel::SortRole).toULongLong(), 0u);
}

void TestModelSignals::portsAreFoundAsNumbers()
{
    const TestClock clock;
    SessionsModel model(clock);
    SessionDelta delta;
    delta.sessions = {session(1)};
    delta.connections = {connection(101, 1)};
    model.apply(delta);
    for (const auto& [text, rows] : {std::pair("port:443", 1), std::pair("port:0443", 1), std::pair("port:44", 0)}) {
        model.setFilter(*SessionFilter::parse(QLatin1StringView(text)));
        QCOMPARE(model.rowCount(), rows);
    }
}

QTEST_GUILESS_MAIN(TestModelSignals)
#include "test_modelsignals.moc"
