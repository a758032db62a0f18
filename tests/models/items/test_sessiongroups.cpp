// SPDX-License-Identifier: GPL-3.0-or-later
// How SessionGroups and GroupTally count; what a user sees of it is in tests/app/console/test_groups.cpp.
#include "models/items/listroles.h"
#include "models/items/sessiongroups.h"
#include "models/items/sessionsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

class TestClock final : public Clock
{
public:
    TimePoint now() const override { return m_now; }

private:
    TimePoint m_now{1000s};
};

Session session(SessionId id, const QString& user, const QString& program = {})
{
    return {id, SessionType::Socks, user, QStringLiteral("PC"), IpAddress::fromV4(1), program, TimePoint(1000s)};
}

Connection connection(ConnectionId id, SessionId owner, const QString& host)
{
    return {id, owner, host, {}, 443, TimePoint(1000s), 10, 10, 100.4, 100.4};
}

} // namespace

class TestSessionGroups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void manySpellingsOfOneKeyAreForgotten();
    void connectionsAreCountedAsTheFilterFits();
    void offLeavesNoTimer();
    void nothingIsCountedOutOfSightOrPaused();
    void chosenGroupsAreKnownBeforeTheCount();
    void anotherListBeginsAnew();
    void sessionsOfManyConnectionsTakeTheirTurns();
    void refreshOrdersHeldRows();
    void countingLeavesTheListsVerdicts();
    void figuresAreCopiedAsNumbers();

private:
    void add(const QStringList& users);
    void filter(const QString& text);
    QTimer* timer(const char* name) const { return m_groups->findChild<QTimer*>(QLatin1StringView(name)); }
    // One turn of its timer.
    void fire(const char* name) const { QVERIFY(QMetaObject::invokeMethod(timer(name), "timeout")); }
    void finish() const
    {
        while (timer("turn")->isActive())
            fire("turn");
    }
    int rowOf(const QString& value) const;
    QStringList shown() const;

    TestClock m_clock;
    std::unique_ptr<SessionsModel> m_sessions;
    std::unique_ptr<SessionGroups> m_groups;
};

void TestSessionGroups::init()
{
    m_sessions = std::make_unique<SessionsModel>(m_clock);
    m_groups = std::make_unique<SessionGroups>(*m_sessions, m_clock);
    new QAbstractItemModelTester(
        m_groups.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_groups.get());
    m_groups->setField(QStringLiteral("user"));
    m_groups->setWatched(true);
    finish();
    timer("pause")->stop();
}

void TestSessionGroups::cleanup()
{
    m_groups.reset();
    m_sessions.reset();
}

void TestSessionGroups::add(const QStringList& users)
{
    SessionDelta delta;
    SessionId id = static_cast<SessionId>(m_sessions->books().sessions().size());
    for (const QString& user : users)
        delta.sessions.append(session(++id, user));
    m_sessions->apply(delta);
}

void TestSessionGroups::filter(const QString& text)
{
    m_sessions->setFilter(*SessionFilter::parse(text, m_sessions->knownFields(), Filter::Naming::Beginning));
}

int TestSessionGroups::rowOf(const QString& value) const
{
    return m_groups->rowOf(u'g' + value);
}

QStringList TestSessionGroups::shown() const
{
    QStringList lines;
    for (const SessionGroup& group : m_groups->rows())
        lines.append(
            QStringLiteral("%1 %2").arg(group.isAll ? QStringLiteral("All") : group.value).arg(group.sessions));
    return lines;
}

void TestSessionGroups::manySpellingsOfOneKeyAreForgotten()
{
    GroupTally tally(QStringLiteral("program"));
    constexpr int spellings = 50000;
    tally.begin(spellings);
    for (int i = 1; i <= spellings; ++i) {
        SessionNode node;
        node.session = session(static_cast<SessionId>(i), {}, QStringLiteral("C:\\%1\\icq.exe").arg(i));
        tally.add(node);
    }
    QCOMPARE(tally.size(), std::size_t(1));
    QVERIFY(!tally.isStale()); // each is there
    tally.begin(1);
    SessionNode last;
    last.session = session(1, {}, QStringLiteral("icq"));
    tally.add(last);
    QCOMPARE(tally.most(10).value(0).sessions, qint64(1));
    QVERIFY(tally.isStale());
}

void TestSessionGroups::connectionsAreCountedAsTheFilterFits()
{
    SessionDelta delta;
    delta.sessions = {session(1, QStringLiteral("anna")), session(2, QStringLiteral("zed"))};
    delta.connections = {connection(1, 1, QStringLiteral("a.example")), connection(2, 1, QStringLiteral("b.example")),
        connection(3, 2, QStringLiteral("b.example"))};
    m_sessions->apply(delta);
    m_groups->setField(QStringLiteral("host"));
    finish();
    QCOMPARE(
        shown(), (QStringList{QStringLiteral("All 2"), QStringLiteral("b.example 2"), QStringLiteral("a.example 1")}));
    filter(QStringLiteral("host:a.ex"));
    finish();
    QCOMPARE(shown(), (QStringList{QStringLiteral("All 1"), QStringLiteral("a.example 1")}));
    filter(QStringLiteral("-host:a.ex user:anna"));
    finish();
    QCOMPARE(shown(), (QStringList{QStringLiteral("All 1"), QStringLiteral("b.example 1")}));
}

void TestSessionGroups::offLeavesNoTimer()
{
    for (const bool bySight : {true, false}) {
        add({QStringLiteral("anna")});
        add({QStringLiteral("zed")}); // after the count began
        QVERIFY(timer("turn")->isActive());
        QVERIFY(timer("pause")->isActive());
        if (bySight)
            m_groups->setWatched(false);
        else
            m_groups->setField({});
        QVERIFY(!timer("turn")->isActive());
        QVERIFY(!timer("pause")->isActive());
        fire("pause"); // one that was on its way
        QVERIFY(!timer("turn")->isActive());
        m_groups->setWatched(true);
    }
}

void TestSessionGroups::nothingIsCountedOutOfSightOrPaused()
{
    add({QStringLiteral("anna")});
    finish();
    add({QStringLiteral("zed")}); // waits for the pause between counts
    QVERIFY(!timer("turn")->isActive());
    m_sessions->setPaused(true);
    fire("pause");
    QVERIFY(!timer("turn")->isActive());
    QCOMPARE(shown(), (QStringList{QStringLiteral("All 1"), QStringLiteral("anna 1")}));
    m_sessions->setPaused(false);
    fire("pause");
    finish();
    QCOMPARE(shown().size(), qsizetype(3));
}

void TestSessionGroups::chosenGroupsAreKnownBeforeTheCount()
{
    add({QStringLiteral("anna"), QStringLiteral("Zed"), QStringLiteral("bob")});
    finish();
    const int anna = rowOf(QStringLiteral("anna"));
    QVERIFY(anna > 0);
    filter(QStringLiteral("user:=zed"));
    QCOMPARE(m_groups->toggled(anna), (QStringList{QStringLiteral("Zed"), QStringLiteral("anna")}));
    filter(QStringLiteral("user:=never"));
    QCOMPARE(m_groups->toggled(anna), (QStringList{QStringLiteral("never"), QStringLiteral("anna")}));
    filter(QStringLiteral("user:=never|anna|ZED"));
    QCOMPARE(m_groups->toggled(anna), (QStringList{QStringLiteral("never"), QStringLiteral("Zed")}));
    QCOMPARE(m_groups->toggled(0), QStringList());
}

void TestSessionGroups::anotherListBeginsAnew()
{
    add({QStringLiteral("anna")});
    QVERIFY(timer("turn")->isActive());
    const std::uint32_t before = m_sessions->generation();
    m_sessions->clear();
    QVERIFY(m_sessions->generation() != before);
    add({QStringLiteral("zed")});
    finish();
    fire("pause");
    finish();
    QCOMPARE(shown(), (QStringList{QStringLiteral("All 1"), QStringLiteral("zed 1")}));
}

void TestSessionGroups::sessionsOfManyConnectionsTakeTheirTurns()
{
    // So many that no machine counts them within one turn.
    constexpr SessionId sessions = 50;
    constexpr ConnectionId each = 3000;
    SessionDelta delta;
    for (SessionId id = 1; id <= sessions; ++id) {
        delta.sessions.append(session(id, QStringLiteral("anna")));
        for (ConnectionId i = 0; i < each; ++i)
            delta.connections.append(
                connection(id * each + i, id, QStringLiteral("host%1.example").arg(id * each + i)));
    }
    m_groups->setField({});
    m_sessions->apply(delta);
    QSignalSpy counted(m_groups.get(), &SessionGroups::counted);
    m_groups->setField(QStringLiteral("host"));
    fire("turn");
    QCOMPARE(counted.size(), qsizetype(0));
    finish();
    QCOMPARE(counted.size(), qsizetype(1));
    QCOMPARE(m_groups->groups(), std::size_t(sessions * each));
}

void TestSessionGroups::refreshOrdersHeldRows()
{
    add({QStringLiteral("anna"), QStringLiteral("zed"), QStringLiteral("zed")});
    finish();
    m_groups->refresh();
    finish();
    QCOMPARE(shown().value(1), QStringLiteral("zed 2"));
    m_groups->setHeld([] { return true; });
    add({QStringLiteral("anna"), QStringLiteral("anna")});
    fire("pause");
    finish();
    QCOMPARE(shown().mid(1), (QStringList{QStringLiteral("zed 2"), QStringLiteral("anna 3")}));
    add({QStringLiteral("bob")});
    m_groups->refresh();
    finish();
    QCOMPARE(shown().mid(1), (QStringList{QStringLiteral("anna 3"), QStringLiteral("zed 2"), QStringLiteral("bob 1")}));
    add({QStringLiteral("bob"), QStringLiteral("bob"), QStringLiteral("bob")});
    fire("pause");
    finish();
    QCOMPARE(shown().last(), QStringLiteral("bob 4")); // once
}

void TestSessionGroups::countingLeavesTheListsVerdicts()
{
    add({QStringLiteral("anna"), QStringLiteral("zed")});
    filter(QStringLiteral("user:ann"));
    finish();
    const SessionNode* anna = m_sessions->books().session(1);
    const SessionNode* zed = m_sessions->books().session(2);
    filter(QStringLiteral("user:=anna")); // the groups count everybody
    finish();
    QCOMPARE(m_groups->rows().value(0).sessions, qint64(2));
    QVERIFY(anna->fits);
    QVERIFY(!zed->fits);
}

void TestSessionGroups::figuresAreCopiedAsNumbers()
{
    SessionDelta delta;
    delta.sessions = {session(1, QStringLiteral("anna"))};
    delta.connections = {connection(1, 1, QStringLiteral("a.example"))};
    m_sessions->apply(delta);
    m_groups->refresh();
    finish();
    const int row = rowOf(QStringLiteral("anna"));
    QCOMPARE(m_groups->index(row, SessionGroups::Rate).data(copyRole).toString(), QStringLiteral("201"));
    QCOMPARE(m_groups->index(row, SessionGroups::Sessions).data(copyRole).toString(), QStringLiteral("1"));
    QVERIFY(m_groups->index(row, SessionGroups::Rate).data(Qt::ToolTipRole).toString().contains(QStringLiteral("201")));
}

QTEST_GUILESS_MAIN(TestSessionGroups)
#include "test_sessiongroups.moc"
