// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionsmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

class TestClock final : public Clock
{
public:
    TimePoint now() const override { return time; }
    TimePoint time{1'000'000'000s};
};

Session session(SessionId id, const QString& user, const QString& program = QStringLiteral("msmsgs.exe"))
{
    return {id, SessionType::FirewallClient, user, QStringLiteral("PC-%1").arg(id),
        IpAddress::fromV4(0x0a000000 + static_cast<std::uint32_t>(id)), program,
        TimePoint(1'000'000s + std::chrono::seconds(id))};
}

Connection connection(ConnectionId id, SessionId owner, const QString& host, double rate = 0)
{
    Connection made{id, owner, host, {}, 443, TimePoint(1'000'000s), 100, 200, rate, rate * 2};
    return made;
}

SessionDelta delta(const QList<Session>& sessions, const QList<Connection>& connections)
{
    SessionDelta made;
    made.sessions = sessions;
    made.connections = connections;
    return made;
}

SessionFilter filter(const QString& text)
{
    const Result<SessionFilter> parsed = SessionFilter::parse(text);
    return parsed ? *parsed : SessionFilter();
}

} // namespace

class TestSessionsModel : public QObject
{
    Q_OBJECT

private slots:
    void showsSessionsWithTheirConnections();
    void snapshotReplacesEverything();
    void snapshotPagesShowOnlyWhenComplete();
    void changesArriveInPlace();
    void endedRowsFadeThenGo();
    void filtersBySessionAndByConnection();
    void typingOnNarrowsWithoutMissing();
    void newConnectionBringsItsSessionIn();
    void sortsAndInsertsSorted();
    void pauseHoldsEverything();
    void survivesRandomDeltas();

private:
    TestClock m_clock;
};

void TestSessionsModel::showsSessionsWithTheirConnections()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example"), 10), connection(12, 1, QStringLiteral("b.example"), 5)}));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex anna = model.indexOf(1);
    QCOMPARE(anna.siblingAtColumn(SessionsModel::User).data().toString(), QStringLiteral("anna"));
    QCOMPARE(model.rowCount(anna), 2);
    QCOMPARE(model.index(0, 0, anna).data().toString(), QStringLiteral("a.example:443"));
    QCOMPARE(anna.siblingAtColumn(SessionsModel::Sent).data(SessionsModel::SortRole).toULongLong(), 200ULL);
    QCOMPARE(model.totals().connections, 2);
    QCOMPARE(model.totals().sendRate, 15.0);
    QCOMPARE(model.totals().receiveRate, 30.0);
    // A connection of a session nobody told of shows nowhere.
    model.apply(delta({}, {connection(13, 99, QStringLiteral("c.example"))}));
    QCOMPARE(model.totals().connections, 2);
}

void TestSessionsModel::snapshotReplacesEverything()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna"))}, {connection(11, 1, QStringLiteral("a.example"))}));
    SessionDelta snapshot = delta({session(7, QStringLiteral("carl"))}, {});
    snapshot.reset = true;
    model.apply(snapshot);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.indexOf(1).isValid());
    QVERIFY(model.indexOf(7).isValid());
}

void TestSessionsModel::snapshotPagesShowOnlyWhenComplete()
{
    SessionsModel model(m_clock);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int page = 0; page < 10; ++page) {
        SessionDelta part = delta({session(static_cast<SessionId>(page) + 1, QStringLiteral("u"))}, {});
        part.reset = page == 0;
        part.complete = page == 9;
        QCOMPARE(model.rowCount(), 0);
        model.apply(part);
    }
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(resets.size(), 1);
}

void TestSessionsModel::changesArriveInPlace()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example"))}));
    const QPersistentModelIndex bert = model.indexOf(2);
    model.setWatched(model.indexOf(1), true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    model.apply(delta({}, {connection(11, 1, QStringLiteral("a.example"), 1000)}));
    QCOMPARE(changed.size(), 2); // the session rows, and the watched session's connections
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(bert.row(), 1);
    QCOMPARE(
        model.indexOf(1).siblingAtColumn(SessionsModel::SendRate).data(SessionsModel::SortRole).toDouble(), 1000.0);
}

void TestSessionsModel::endedRowsFadeThenGo()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example"), 7), connection(12, 1, QStringLiteral("b.example"), 5),
            connection(21, 2, QStringLiteral("a.example"), 1)}));
    SessionDelta ends;
    ends.endedConnections = {11, 21};
    ends.endedSessions = {2};
    model.apply(ends);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.totals().sessions, 1);
    QCOMPARE(model.totals().connections, 1);
    QCOMPARE(model.totals().sendRate, 5.0);
    QVERIFY(model.indexOf(2).data(SessionsModel::EndedRole).toDouble() > 0);
    QCOMPARE(model.indexOf(1).data(SessionsModel::EndedRole).toDouble(), 0.0);
    m_clock.time += 1s;
    model.removeEnded();
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.indexOf(2).data(SessionsModel::EndedRole).toDouble() >= 0.5);
    m_clock.time += 1100ms;
    model.removeEnded();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.indexOf(1)), 1);
    QCOMPARE(model.indexOf(1).siblingAtColumn(SessionsModel::Sent).data(SessionsModel::SortRole).toULongLong(), 200ULL);
}

void TestSessionsModel::filtersBySessionAndByConnection()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(
        delta({session(1, QStringLiteral("Anna")), session(2, QStringLiteral("bert"), QStringLiteral("icq.exe"))},
            {connection(11, 1, QStringLiteral("one.example")), connection(12, 1, QStringLiteral("two.example")),
                connection(21, 2, QStringLiteral("two.example"))}));
    model.setFilter(filter(QStringLiteral("user:anna")));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    model.setFilter(filter(QStringLiteral("host:two")));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowCount(model.indexOf(1)), 1);
    QCOMPARE(model.shown(), (SessionsModel::Shown{2, 2}));
    model.setFilter(filter(QStringLiteral("icq port:443")));
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(filter(QStringLiteral("port:44")));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
}

void TestSessionsModel::typingOnNarrowsWithoutMissing()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert44"))},
        {connection(11, 1, QStringLiteral("a.example")), connection(12, 2, QStringLiteral("b.example"))}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setFilter(filter(QStringLiteral("exam")));
    model.setFilter(filter(QStringLiteral("exampl")));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(resets.size(), 0); // the same rows: nothing to lay out
    // A port fits as a whole number only, so that a longer number fits what a shorter one did not.
    model.setFilter(filter(QStringLiteral("44")));
    QVERIFY(!model.indexOf(1).isValid());
    model.setFilter(filter(QStringLiteral("443")));
    QVERIFY(model.indexOf(1).isValid());
    QVERIFY(model.indexOf(2).isValid());
    model.setFilter(filter(QStringLiteral("443 ann")));
    model.setFilter(filter(QStringLiteral("443 anna")));
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(filter(QStringLiteral("443")));
    QCOMPARE(model.rowCount(), 2);
}

void TestSessionsModel::newConnectionBringsItsSessionIn()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.setFilter(filter(QStringLiteral("host:wanted")));
    model.apply(delta({session(1, QStringLiteral("anna"))}, {connection(11, 1, QStringLiteral("other.example"))}));
    QCOMPARE(model.rowCount(), 0);
    model.apply(delta({}, {connection(12, 1, QStringLiteral("wanted.example"))}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    model.apply(delta({}, {connection(13, 1, QStringLiteral("other.example"))}));
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
}

void TestSessionsModel::sortsAndInsertsSorted()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta(
        {session(1, QStringLiteral("dora")), session(2, QStringLiteral("bert")), session(3, QStringLiteral("anna"))},
        {connection(11, 1, QStringLiteral("a.example"))}));
    const QPersistentModelIndex dora = model.indexOf(1);
    const QPersistentModelIndex child = model.index(0, 0, dora);
    model.sort(SessionsModel::User, Qt::AscendingOrder);
    QCOMPARE(dora.row(), 2);
    QCOMPARE(child.parent().row(), 2);
    model.apply(delta(
        {session(4, QStringLiteral("Carl")), session(5, QStringLiteral("aaron")), session(6, QStringLiteral("zoe"))},
        {}));
    QStringList users;
    for (int row = 0; row < model.rowCount(); ++row)
        users.append(model.index(row, SessionsModel::User).data().toString());
    QCOMPARE(users,
        QStringList({QStringLiteral("aaron"), QStringLiteral("anna"), QStringLiteral("bert"), QStringLiteral("Carl"),
            QStringLiteral("dora"), QStringLiteral("zoe")}));
    QCOMPARE(dora.row(), 4);
}

void TestSessionsModel::pauseHoldsEverything()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna"))}, {connection(11, 1, QStringLiteral("a.example"))}));
    model.setPaused(true);
    SessionDelta later = delta({session(2, QStringLiteral("bert")), session(3, QStringLiteral("carl"))},
        {connection(21, 2, QStringLiteral("b.example"))});
    later.endedConnections = {11};
    later.endedSessions = {1};
    model.apply(later);
    SessionDelta ends;
    ends.endedSessions = {3};
    model.apply(ends);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.totals().sessions, 1);
    model.setPaused(false);
    QVERIFY(model.indexOf(2).isValid());
    QVERIFY(!model.indexOf(3).isValid());
    QVERIFY(model.indexOf(1).data(SessionsModel::EndedRole).toDouble() > 0);
}

void TestSessionsModel::survivesRandomDeltas()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    QRandomGenerator random(7);
    QList<SessionId> sessions;
    QList<ConnectionId> connections;
    std::uint64_t next = 1;
    for (int round = 0; round < 120; ++round) {
        SessionDelta step;
        for (int i = 0; i < 4; ++i) {
            sessions.append(next);
            step.sessions.append(session(next, QStringLiteral("user%1").arg(random.bounded(20))));
            ++next;
        }
        for (int i = 0; i < 6; ++i) {
            connections.append(next);
            step.connections.append(connection(next, sessions.at(random.bounded(sessions.size())),
                QStringLiteral("h%1.example").arg(random.bounded(9))));
            ++next;
        }
        for (int i = 0; i < 4 && !connections.isEmpty(); ++i)
            step.endedConnections.append(connections.takeAt(random.bounded(connections.size())));
        for (int i = 0; i < 3; ++i)
            step.endedSessions.append(sessions.takeAt(random.bounded(sessions.size())));
        model.apply(step);
        m_clock.time += std::chrono::milliseconds(random.bounded(800));
        model.removeEnded();
        if (round % 10 == 3)
            model.sort(random.bounded(int(SessionsModel::ColumnCount)),
                round % 20 == 3 ? Qt::DescendingOrder : Qt::AscendingOrder);
        if (round % 10 == 7)
            model.setFilter(filter(round % 20 == 7 ? QStringLiteral("user:user1 host:h2") : QString()));
    }
    QCOMPARE(model.totals().sessions, sessions.size());
    m_clock.time += 3s;
    model.removeEnded();
    model.setFilter({});
    QCOMPARE(model.rowCount(), static_cast<int>(sessions.size()));
}

QTEST_GUILESS_MAIN(TestSessionsModel)
#include "test_sessionsmodel.moc"
