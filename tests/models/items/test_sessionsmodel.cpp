// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/listroles.h"
#include "models/items/sessionsmodel.h"
#include "tests/models/policy/filtercases.h"

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

SessionDelta ends(const QList<SessionId>& sessions, const QList<ConnectionId>& connections = {})
{
    SessionDelta made;
    made.endedSessions = sessions;
    made.endedConnections = connections;
    return made;
}

SessionDelta snapshot(const QList<Session>& sessions, const QList<Connection>& connections = {})
{
    SessionDelta made = delta(sessions, connections);
    made.reset = true;
    return made;
}

// The sessions in sight; each connection as "-" and its id.
QStringList shown(const SessionsModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const bool isConnection = index.data(SessionsModel::IsConnectionRole).toBool();
        rows.append((isConnection ? QStringLiteral("-") : QString()) + index.data(SessionsModel::IdRole).toString());
    }
    return rows;
}

// Every row is found where it stands, connections follow their session, and the counts are those of the rows.
bool isConsistent(const SessionsModel& model)
{
    SessionsModel::Shown counted;
    SessionId owner = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const SessionNode* session = model.session(model.index(row, 0));
        if (const ConnectionNode* connection = model.connection(model.index(row, 0))) {
            if (session->session.id != owner || model.indexOfConnection(connection->connection.id).row() != row)
                return false;
            continue;
        }
        owner = session->session.id;
        if (model.indexOf(owner).row() != row)
            return false;
        counted.sessions += session->ended() ? 0 : 1;
        for (const ConnectionNode* connection : session->shownConnections)
            counted.connections += connection->ended() ? 0 : 1;
    }
    return counted == model.shown();
}

QStringList rows(const char* words)
{
    return QString::fromLatin1(words).split(u' ');
}

// How many connections a session shows when it is expanded.
int below(const SessionsModel& model, SessionId id)
{
    const SessionNode* node = model.session(model.indexOf(id));
    return node ? static_cast<int>(node->shownConnections.size()) : -1;
}

} // namespace

class TestSessionsModel : public QObject
{
    Q_OBJECT

private slots:
    void showsAndFindsInvisibleCharacters();
    void fitsWhatTheServiceFits_data() { testing::FilterCases::add("sessions", 120); }
    void fitsWhatTheServiceFits();
    void figuresDecideWhileTheyChange();
    void agesPass();
    void columnsAreFields();
    void valuesAreCounted();
    void showsSessionsWithTheirConnections();
    void snapshotReplacesEverything();
    void snapshotPagesShowOnlyWhenComplete();
    void changesArriveInPlace();
    void endedRowsFadeThenGo();
    void filtersBySessionAndByConnection();
    void typingOnNarrowsWithoutMissing();
    void everyWordOfManyIsAsked();
    void filterThatFitsNothingIsLeft();
    void newConnectionBringsItsSessionIn();
    void sortsAndInsertsSorted();
    void namesStandAsPeopleSortThem();
    void pauseHoldsEverything();
    void pauseCountsWhatItHolds();
    void snapshotWaitsForTheEndOfAPause();
    void expandedStayExpanded();
    void restartedServiceExpandsNothing();
    void manyAtOnceComeAsOneReset();
    void largeSnapshotLetsTheLoopTurn();
    void tellsHowToSayAloud();
    void survivesRandomDeltas();

private:
    TestClock m_clock;
};

// Rows come and go as their figures do.
void TestSessionsModel::figuresDecideWhileTheyChange()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    const auto receives = [](ConnectionId id, SessionId owner, std::uint64_t bytes) {
        Connection made = connection(id, owner, QStringLiteral("a.example"));
        made.bytesReceived = bytes;
        return made;
    };
    model.apply(snapshot({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {receives(11, 1, 600'000), receives(12, 1, 600'000), receives(21, 2, 500)}));
    model.setFilter(filter(QStringLiteral("received>1MB")));
    QCOMPARE(shown(model), rows("1")); // by the sum that its row shows
    QCOMPARE(model.shownConnections(), (QList<ConnectionId>{11, 12}));
    model.apply(delta({}, {receives(21, 2, 2'000'000)}));
    QCOMPARE(shown(model), rows("1 2"));
    QVERIFY(isConsistent(model));
    model.setFilter(filter(QStringLiteral("received<1MB")));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter(filter(QStringLiteral("connections:1 -user:carl")));
    QCOMPARE(shown(model), rows("2"));
    model.setExpanded(model.indexOf(2), true);
    model.apply(delta({}, {receives(22, 2, 1)}));
    QCOMPARE(model.rowCount(), 0);
    model.apply(ends({}, {12}));
    QCOMPARE(shown(model), rows("1"));
    QVERIFY(isConsistent(model));
    // A session without connections goes to no host, until it does.
    model.setFilter(filter(QStringLiteral("-host:a.example")));
    model.apply(delta({session(3, QStringLiteral("dora"))}, {}));
    QCOMPARE(shown(model), rows("3"));
    model.apply(delta({}, {connection(31, 3, QStringLiteral("a.example"))}));
    QCOMPARE(model.rowCount(), 0);
}

// Time passes without a delta.
void TestSessionsModel::agesPass()
{
    SessionsModel model(m_clock);
    Session young = session(1, QStringLiteral("anna"));
    young.activated = m_clock.time - 4min;
    model.apply(snapshot({young, session(2, QStringLiteral("bert"))}));
    model.setFilter(filter(QStringLiteral("age<5m")));
    QCOMPARE(shown(model), rows("1"));
    m_clock.time += 2min;
    model.setFilter(filter(QStringLiteral("age<5m")));
    QCOMPARE(model.rowCount(), 0);
}

void TestSessionsModel::columnsAreFields()
{
    SessionsModel model(m_clock);
    const QList<Filter::Field> fields = model.knownFields();
    for (int column = 0; column < SessionsModel::ColumnCount; ++column) {
        const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
        const QString title = Filter::nameOf(header(Qt::DisplayRole).toString());
        const Filter::Field* field = Filter::fieldNamed(title, fields, Filter::Naming::Whole);
        QVERIFY2(field, qPrintable(title));
        QCOMPARE(field->name, header(filterNameRole).toString());
        QCOMPARE(static_cast<int>(field->kind), header(filterKindRole).toInt());
        QVERIFY(Filter::fieldNamed(field->name, SessionFilter::fields(), Filter::Naming::Whole));
    }
}

void TestSessionsModel::valuesAreCounted()
{
    SessionsModel model(m_clock);
    SessionDelta all = snapshot({});
    for (SessionId id = 1; id <= 9; ++id) {
        all.sessions.append(session(id, id % 3 ? QStringLiteral("anna") : QString()));
        all.connections.append(connection(id, id, QStringLiteral("h%1.example").arg(id % 2)));
    }
    model.apply(all);
    QCOMPARE(model.valuesOf(QStringLiteral("user")).values,
        (QList<ValueCounts::One>{{QStringLiteral("anna"), 6}, {QString(), 3}}));
    QCOMPARE(
        model.valuesOf(QStringLiteral("host")).values.first(), (ValueCounts::One{QStringLiteral("h1.example"), 5}));
    QCOMPARE(model.valuesOf(QStringLiteral("port")).values, (QList<ValueCounts::One>{{QStringLiteral("443"), 9}}));
    QVERIFY(!model.valuesOf(QStringLiteral("user")).isSample);
    // Of many rows some are asked.
    int asked = 0;
    const ValueCounts many = countValues(
        100'000,
        [&asked](qsizetype row) {
            ++asked;
            return QStringList{QString::number(row % 2 == 0)};
        },
        1000);
    QVERIFY(asked <= 1000 && many.isSample);
    QVERIFY(many.values.first().count > 40'000);
}

void TestSessionsModel::showsSessionsWithTheirConnections()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example"), 10), connection(12, 1, QStringLiteral("b.example"), 5)}));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex anna = model.indexOf(1);
    QCOMPARE(anna.siblingAtColumn(SessionsModel::User).data().toString(), QStringLiteral("anna"));
    QCOMPARE(anna.data(SessionsModel::BranchRole).toInt(), int(SessionsModel::Branch::Closed));
    QCOMPARE(model.indexOf(2).data(SessionsModel::BranchRole).toInt(), int(SessionsModel::Branch::None));
    model.setExpanded(anna, true);
    model.setExpanded(model.indexOf(2), true); // has none
    QCOMPARE(shown(model), rows("1 -11 -12 2"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("a.example:443"));
    QCOMPARE(model.indexOfConnection(12).row(), 2);
    QCOMPARE(model.index(2, 0).data(SessionsModel::IsConnectionRole).toBool(), true);
    QCOMPARE(model.session(model.index(2, 0))->session.id, SessionId(1));
    model.setExpanded(model.index(1, 0), false); // a connection's row: nothing to do
    model.setExpanded(anna, false);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOfConnection(12).isValid());
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
    model.apply(snapshot({session(7, QStringLiteral("carl"))}));
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
    model.setExpanded(model.indexOf(1), true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    model.apply(delta({}, {connection(11, 1, QStringLiteral("a.example"), 1000)}));
    QCOMPARE(changed.size(), 1); // the session's row and its connection's
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(bert.row(), 2);
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
    model.setExpanded(model.indexOf(1), true);
    model.setExpanded(model.indexOf(2), true);
    model.apply(ends({2}, {11, 21}));
    QCOMPARE(shown(model), rows("1 -11 -12 2 -21"));
    QCOMPARE(model.totals().sessions, 1);
    QCOMPARE(model.totals().connections, 1);
    QCOMPARE(model.totals().sendRate, 5.0);
    QVERIFY(model.indexOf(2).data(SessionsModel::EndedRole).toDouble() > 0);
    QCOMPARE(model.indexOf(1).data(SessionsModel::EndedRole).toDouble(), 0.0);
    m_clock.time += 1s;
    model.removeEnded();
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(model.indexOf(2).data(SessionsModel::EndedRole).toDouble() >= 0.5);
    m_clock.time += 1100ms;
    model.removeEnded();
    QCOMPARE(shown(model), rows("1 -12"));
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
    QCOMPARE(below(model, 1), 2);
    model.setFilter(filter(QStringLiteral("host:two")));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(below(model, 1), 1);
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

void TestSessionsModel::everyWordOfManyIsAsked()
{
    SessionsModel model(m_clock);
    QString letters;
    QStringList words;
    for (char16_t letter = u'a'; letter < u'a' + 24; ++letter) {
        letters += letter;
        words.append(QStringLiteral("user:") + letter);
    }
    QList<Session> sessions{session(100, letters)};
    for (qsizetype i = 0; i < letters.size(); ++i) // one that lacks it, for each word
        sessions.append(session(static_cast<SessionId>(i + 1), QString(letters).remove(i, 1)));
    model.apply(delta(sessions, {}));
    model.setFilter(filter(words.join(u' ')));
    QCOMPARE(shown(model), rows("100"));
}

// As if it had not been asked for, whatever comes afterwards.
void TestSessionsModel::filterThatFitsNothingIsLeft()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example")), connection(21, 2, QStringLiteral("b.example"))}));
    QVERIFY(model.setFilterThatFitsAny(filter(QStringLiteral("anna"))));
    QCOMPARE(shown(model), rows("1"));
    const SessionFilter before = model.filter();
    QVERIFY(!model.setFilterThatFitsAny(filter(QStringLiteral("carl"))));
    QVERIFY(!model.setFilterThatFitsAny(filter(QStringLiteral("anna host:b"))));
    QCOMPARE(model.filter(), before);
    QCOMPARE(shown(model), rows("1"));
    model.apply(delta({session(3, QStringLiteral("joanna")), session(4, QStringLiteral("carl"))},
        {connection(12, 1, QStringLiteral("carl.example"))}));
    QCOMPARE(shown(model), rows("1 3"));
    QCOMPARE(below(model, 1), 2);
    QVERIFY(isConsistent(model));
    QVERIFY(model.setFilterThatFitsAny(filter(QStringLiteral("carl"))));
    QCOMPARE(shown(model), rows("1 4"));
    QCOMPARE(below(model, 1), 1);
    QVERIFY(isConsistent(model));
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
    QCOMPARE(below(model, 1), 1);
    model.apply(delta({}, {connection(13, 1, QStringLiteral("other.example"))}));
    QCOMPARE(below(model, 1), 1);
}

// Sorted at once, and put in one by one.
void TestSessionsModel::namesStandAsPeopleSortThem()
{
    const QStringList sorted{QStringLiteral("Äpfel"), QStringLiteral("apple"), QStringLiteral("banana"),
        QStringLiteral("msn9"), QStringLiteral("MSN10"), QStringLiteral("Zebra")};
    const QList<int> mixed{5, 0, 1, 2, 4, 3};
    for (const bool atOnce : {true, false}) {
        SessionsModel model(m_clock);
        if (!atOnce)
            model.sort(SessionsModel::User, Qt::AscendingOrder);
        for (const int place : mixed)
            model.apply(delta({session(static_cast<SessionId>(10 - place), sorted.at(place))}, {}));
        if (atOnce)
            model.sort(SessionsModel::User, Qt::AscendingOrder);
        QStringList users;
        for (int row = 0; row < model.rowCount(); ++row)
            users.append(model.index(row, SessionsModel::User).data().toString());
        QCOMPARE(users, sorted);
    }
}

void TestSessionsModel::sortsAndInsertsSorted()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta(
        {session(1, QStringLiteral("dora")), session(2, QStringLiteral("bert")), session(3, QStringLiteral("anna"))},
        {connection(11, 1, QStringLiteral("a.example"))}));
    const QPersistentModelIndex dora = model.indexOf(1);
    model.setExpanded(dora, true);
    const QPersistentModelIndex child = model.index(1, 0);
    model.sort(SessionsModel::User, Qt::AscendingOrder);
    QCOMPARE(dora.row(), 2);
    QCOMPARE(child.row(), 3);
    model.setExpanded(dora, false);
    QVERIFY(!child.isValid());
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

void TestSessionsModel::pauseCountsWhatItHolds()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(delta({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))}, {}));
    QSignalSpy refreshed(&model, &SessionsModel::refreshed);
    model.setPaused(true);
    QCOMPARE(model.held(), SessionsModel::Held());
    model.apply(delta({session(3, QStringLiteral("carl")), session(4, QStringLiteral("dora"))},
        {connection(11, 1, QStringLiteral("a.example"))}));
    model.apply(ends({2, 4}));
    QCOMPARE(model.held(), (SessionsModel::Held{1, 1, false}));
    QCOMPARE(refreshed.size(), 2);
    QCOMPARE(shown(model), rows("1 2"));
    QCOMPARE(model.indexOf(2).data(SessionsModel::EndedRole).toDouble(), 0.0);
    model.setPaused(false);
    QCOMPARE(model.held(), SessionsModel::Held());
    QCOMPARE(shown(model), rows("1 2 3"));
    QCOMPARE(model.totals().sessions, 2);
    QCOMPARE(below(model, 1), 1);
    model.apply(ends({3})); // goes on as before
    QCOMPARE(model.totals().sessions, 1);
}

void TestSessionsModel::snapshotWaitsForTheEndOfAPause()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    model.apply(snapshot({session(1, QStringLiteral("anna"))}));
    model.setPaused(true);
    model.apply(delta({session(2, QStringLiteral("bert"))}, {}));
    model.apply(snapshot({session(1, QStringLiteral("anna")), session(5, QStringLiteral("emil"))}));
    model.apply(ends({5}));
    model.apply(delta({session(6, QStringLiteral("fred"))}, {}));
    QCOMPARE(shown(model), rows("1"));
    QVERIFY(model.held().anew);
    model.setPaused(false);
    QCOMPARE(shown(model), rows("1 6"));
    QVERIFY(!model.held().anew);
}

void TestSessionsModel::expandedStayExpanded()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    const auto first = snapshot({session(1, QStringLiteral("anna")), session(2, QStringLiteral("bert"))},
        {connection(11, 1, QStringLiteral("a.example")), connection(21, 2, QStringLiteral("b.example"))});
    model.apply(first);
    model.setExpanded(model.indexOf(1), true);
    model.setFilter(filter(QStringLiteral("user:bert")));
    QCOMPARE(shown(model), rows("2"));
    model.setFilter({});
    QCOMPARE(shown(model), rows("1 -11 2"));
    model.sort(SessionsModel::User, Qt::DescendingOrder);
    QCOMPARE(shown(model), rows("2 1 -11"));
    model.apply(first);
    QCOMPARE(shown(model), rows("2 1 -11"));
    model.apply(delta({}, {connection(12, 1, QStringLiteral("c.example"))}));
    QCOMPARE(shown(model), rows("2 1 -11 -12"));
    // A connection that fits brings its expanded session in with it.
    model.setFilter(filter(QStringLiteral("host:late")));
    QCOMPARE(model.rowCount(), 0);
    model.apply(delta({}, {connection(13, 1, QStringLiteral("late.example"))}));
    QCOMPARE(shown(model), rows("1 -13"));
    QCOMPARE(model.shown(), (SessionsModel::Shown{1, 1}));
}

void TestSessionsModel::restartedServiceExpandsNothing()
{
    SessionsModel model(m_clock);
    model.apply(snapshot({session(1, QStringLiteral("anna"))}, {connection(11, 1, QStringLiteral("a.example"))}));
    model.setExpanded(model.indexOf(1), true);
    Session other = session(1, QStringLiteral("emil"));
    other.activated += 1h;
    model.apply(snapshot({other}, {connection(11, 1, QStringLiteral("a.example"))}));
    QCOMPARE(shown(model), rows("1"));
}

void TestSessionsModel::manyAtOnceComeAsOneReset()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QList<Session> sessions;
    QList<SessionId> ids;
    for (SessionId id = 1; id <= SessionsModel::mostSteps + 1; ++id) {
        sessions.append(session(id, QStringLiteral("user%1").arg(id % 7)));
        ids.append(id);
    }
    model.apply(delta(sessions, {}));
    QCOMPARE(resets.size(), 1);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.rowCount(), int(sessions.size()));
    model.apply(ends(ids));
    m_clock.time += 3s;
    model.removeEnded();
    QCOMPARE(resets.size(), 2);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.shown(), SessionsModel::Shown());
}

// However many pages come at once; and what comes behind them waits its turn.
void TestSessionsModel::largeSnapshotLetsTheLoopTurn()
{
    SessionsModel model(m_clock);
    QAbstractItemModelTester tester(&model);
    constexpr SessionId count = 3 * SessionsModel::rowsPerTurn;
    SessionDelta page = snapshot({});
    for (SessionId id = 1; id <= count; ++id) {
        page.sessions.append(session(id, QStringLiteral("user%1").arg(id % 7)));
        page.connections.append(connection(id, id, QStringLiteral("a.example")));
        if (id % 1500 == 0) {
            page.complete = id == count;
            model.apply(page);
            page = {};
        }
    }
    model.apply(delta({session(count + 1, QStringLiteral("late"))}, {}));
    model.apply(ends({5}, {5}));
    QCOMPARE(model.rowCount(), 0);
    QTRY_COMPARE(model.rowCount(), int(count));
    QVERIFY(model.indexOf(count + 1).isValid());
    QVERIFY(!model.indexOf(5).isValid());
    QCOMPARE(model.totals().connections, qint64(count) - 1);
    QCOMPARE(model.shown(), (SessionsModel::Shown{qint64(count), qint64(count) - 1}));
}

void TestSessionsModel::tellsHowToSayAloud()
{
    SessionsModel model(m_clock);
    model.apply(delta({session(1, QStringLiteral("anna"))}, {connection(11, 1, QStringLiteral("a.example"))}));
    QCOMPARE(model.indexOf(1).data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("collapsed"));
    model.setExpanded(model.indexOf(1), true);
    QCOMPARE(model.indexOf(1).data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("expanded"));
    QVERIFY(!model.index(1, 0).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
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
        if (model.rowCount() > 0)
            model.setExpanded(model.index(random.bounded(model.rowCount()), 0), random.bounded(3) > 0);
        if (round % 15 == 11)
            model.setPaused(!model.isPaused());
        if (round % 10 == 7)
            model.setFilter(filter(round % 20 == 7 ? QStringLiteral("user:user1 host:h2")
                    : round % 20 == 17             ? QStringLiteral("received>=600 connections<5 -host:h3*")
                                                   : QString()));
        if (!isConsistent(model))
            QFAIL(qPrintable(QStringLiteral("round %1: %2").arg(round).arg(shown(model).join(u' '))));
    }
    model.setPaused(false);
    QCOMPARE(model.totals().sessions, sessions.size());
    m_clock.time += 3s;
    model.removeEnded();
    model.setFilter({});
    for (int row = model.rowCount() - 1; row >= 0; --row)
        model.setExpanded(model.index(row, 0), false);
    QCOMPARE(model.rowCount(), static_cast<int>(sessions.size()));
}

// What the list shows of a name finds it, by the same rule as the service's.
void TestSessionsModel::showsAndFindsInvisibleCharacters()
{
    SessionsModel model(m_clock);
    const Session evil = session(1, QStringLiteral("anna"), QString::fromUtf8("evil\u202egnp.exe"));
    const Session plain = session(2, QStringLiteral("anna b"), QStringLiteral("claim.exe"));
    const Connection one = connection(1, 1, QStringLiteral("a.example"));
    const Connection two = connection(2, 2, QStringLiteral("b.example"));
    model.apply(snapshot({evil, plain}, {one, two}));
    QCOMPARE(model.index(model.indexOf(1).row(), SessionsModel::Program).data().toString(),
        QStringLiteral("evil<U+202E>gnp.exe"));
    for (const char* text : {"evil<U+202E>gnp", "program:=evilgnp", "program:=aim", "user:=anna", "user:\"anna b\"",
             "user:an*", "*.example", "port:443", "host:=b.example", "cl*m.exe", "program:*", "44*"}) {
        const SessionFilter by = filter(QLatin1StringView(text));
        model.setFilter(by);
        QVERIFY2(model.indexOf(1).isValid() == by.matches(evil, one), text);
        QVERIFY2(model.indexOf(2).isValid() == by.matches(plain, two), text);
    }
}

// The list's own way of asking many sessions at once gives the same as the service's.
void TestSessionsModel::fitsWhatTheServiceFits()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    const auto by = SessionFilter::parse(text);
    if (!by)
        return;
    SessionsModel model(m_clock);
    SessionDelta all = snapshot({});
    const QList<testing::FilterCases::Row> rows = testing::FilterCases::rows();
    for (const testing::FilterCases::Row& row : rows) {
        all.sessions.append(row.session);
        all.connections.append(row.connection);
    }
    model.apply(all);
    model.setFilter(*by);
    QByteArrayList fitting;
    for (const testing::FilterCases::Row& row : rows) {
        if (model.indexOf(row.session.id).isValid())
            fitting.append(row.name());
    }
    QCOMPARE(testing::FilterCases::outcome(fitting), expected);
}

QTEST_GUILESS_MAIN(TestSessionsModel)
#include "test_sessionsmodel.moc"
