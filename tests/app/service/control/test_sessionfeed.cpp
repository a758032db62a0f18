// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/sessionfeed.h"
#include "app/service/dataplane/sessionregistry.h"
#include "models/control/sessionpages.h"
#include "tests/app/service/control/controlrig.h"
#include "tests/app/service/control/fakedataplane.h"

#include <QIODevice>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;

namespace
{

// What a peer was told, and what it has not taken of it.
class Peer : public QIODevice
{
public:
    Peer() { open(QIODevice::ReadWrite); }
    bool isSequential() const override { return true; }
    qint64 bytesToWrite() const override { return waiting; }

    QList<SessionDelta> told;
    qint64 waiting = 0; // bytes

protected:
    qint64 readData(char*, qint64) override { return 0; }
    qint64 writeData(const char* data, qint64 size) override
    {
        if (const auto delta = SessionsChangedDecoder().decode(QByteArray(data, size)))
            told.append(*delta);
        return size;
    }
};

Caller console()
{
    Caller caller;
    caller.role = Role::Viewer;
    return caller;
}

SessionDelta endsOf(int count)
{
    SessionDelta delta;
    for (int i = 1; i <= count; ++i)
        delta.endedConnections.append(ConnectionId(i));
    return delta;
}

} // namespace

// Who is told what and when, and who is cut off for what it was not told of.
class TestSessionFeed : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void subscribingAgainStartsOver();
    void readerIsToldOfAnyNumber();
    void readerWithALongIntervalIsToldBefore();
    void whoDoesNotReadIsCutOff();
    void closedChannelsAreNotTaken();
    void whatWaitedIsNoBurst();
    void whoIsAlwaysLateIsToldAllTheSame();

private:
    FixedClock m_clock;
    std::unique_ptr<FakeDataPlane> m_plane;
    std::unique_ptr<SessionFeed> m_feed;
    std::unique_ptr<ControlChannel> m_channel;
    Peer* m_peer = nullptr;
    int m_ends = 0; // that come with the next changes
};

void TestSessionFeed::init()
{
    m_ends = 0;
    m_plane = std::make_unique<FakeDataPlane>();
    m_plane->changeSource = [this] { return endsOf(std::exchange(m_ends, 0)); };
    m_feed = std::make_unique<SessionFeed>(
        *m_plane, 1, [this] { return SessionFeed::Moment(m_clock.time.time_since_epoch()); });
    auto peer = std::make_unique<Peer>();
    m_peer = peer.get();
    m_channel = std::make_unique<ControlChannel>(std::move(peer), console(), ControlLimits(), nullptr);
}

void TestSessionFeed::cleanup()
{
    m_channel.reset();
    m_feed.reset();
    m_plane.reset();
}

// With a snapshot, which has no use for what was not told before.
void TestSessionFeed::subscribingAgainStartsOver()
{
    QSignalSpy closed(m_channel.get(), &ControlChannel::closed);
    m_feed->subscribe(m_channel.get(), SessionFeed::longestInterval);
    m_peer->waiting = ControlChannel::lowWater;
    m_ends = 2;
    m_feed->subscribe(m_channel.get(), SessionFeed::longestInterval);
    QCOMPARE(closed.size(), 0);
    m_peer->waiting = 0;
    QTRY_COMPARE(m_peer->told.size(), 1);
    QVERIFY(m_peer->told.first().reset && m_peer->told.first().complete);
}

// All connections may end in one tick.
void TestSessionFeed::readerIsToldOfAnyNumber()
{
    QSignalSpy closed(m_channel.get(), &ControlChannel::closed);
    m_feed->subscribe(m_channel.get(), SessionFeed::shortestInterval);
    QTRY_COMPARE(m_peer->told.size(), 1);
    m_ends = 2;
    QTRY_COMPARE(m_peer->told.size(), 2);
    QCOMPARE(closed.size(), 0);
}

void TestSessionFeed::readerWithALongIntervalIsToldBefore()
{
    QSignalSpy closed(m_channel.get(), &ControlChannel::closed);
    m_feed->subscribe(m_channel.get(), SessionFeed::longestInterval);
    QTRY_COMPARE(m_peer->told.size(), 1);
    m_ends = 2;
    // Another one subscribes, which makes the feed look.
    ControlChannel other(std::make_unique<Peer>(), console(), ControlLimits(), nullptr);
    m_feed->subscribe(&other, SessionFeed::longestInterval);
    QCOMPARE(m_peer->told.size(), 2);
    QCOMPARE(m_peer->told.last().endedConnections.size(), 2);
    QCOMPARE(closed.size(), 0);
    m_feed->unsubscribe(&other);
}

void TestSessionFeed::whoDoesNotReadIsCutOff()
{
    QSignalSpy cutOff(m_channel.get(), &ControlChannel::wasCutOff);
    m_feed->subscribe(m_channel.get(), SessionFeed::shortestInterval);
    QTRY_COMPARE(m_peer->told.size(), 1);
    m_peer->waiting = ControlChannel::lowWater;
    m_ends = 2;
    QTRY_COMPARE(cutOff.size(), 1);
    QVERIFY(cutOff.first().first().toString().contains(QStringLiteral("reads too slowly")));
}

// Nothing would tell the feed of their end.
void TestSessionFeed::closedChannelsAreNotTaken()
{
    m_channel->cutOff(QStringLiteral("test"));
    m_feed->subscribe(m_channel.get(), SessionFeed::shortestInterval);
    QVERIFY(!m_feed->findChild<QTimer*>()->isActive()); // it has no subscriber
}

// A connection moves 1000 bytes a second all the time. While the service is stopped for 20 seconds they wait in the
// kernel, and its shards count them after the feed's first tick.
void TestSessionFeed::whatWaitedIsNoBurst()
{
    using namespace std::chrono_literals;
    SessionRegistry registry;
    Ledger ledger(registry, 0);
    registry.addLedger(ledger);
    m_plane->changeSource = [&] { return registry.changes(m_clock.time); };
    m_plane->liveSource = [&] { return registry.toldSoFar(m_clock.time); };
    const RecordPtr record = ledger.open({}, "host", 80, m_clock.time, nullptr);
    m_feed->subscribe(m_channel.get(), SessionFeed::shortestInterval);
    // Behind each of its ticks.
    int ticks = 0;
    connect(m_feed->findChild<QTimer*>(), &QTimer::timeout, this, [&] {
        ++ticks;
        const auto passes = ticks == 5 ? 20s : 1s;
        const auto waited = ticks == 6 ? 20s : 0s;
        const auto moved = ticks == 5 ? 0s : 1s;
        m_clock.time += passes;
        ledger.moved(*record, 1000 * std::uint64_t((waited + moved).count()), 0);
    });
    QTRY_VERIFY(ticks >= 10);
    QList<double> rates;
    for (const SessionDelta& delta : std::as_const(m_peer->told)) {
        for (const Connection& connection : delta.connections)
            rates.append(connection.sendRate);
    }
    const auto fastest = std::max_element(rates.cbegin(), rates.cend());
    QVERIFY(fastest != rates.cend());
    QCOMPARE(*fastest, 1000.0);
    QCOMPARE(rates.last(), 1000.0);
}

// A computer so busy that no tick comes in time.
void TestSessionFeed::whoIsAlwaysLateIsToldAllTheSame()
{
    m_feed->subscribe(m_channel.get(), SessionFeed::shortestInterval);
    QTRY_COMPARE(m_peer->told.size(), 1);
    int ticks = 0;
    connect(m_feed->findChild<QTimer*>(), &QTimer::timeout, this, [&] {
        ++ticks;
        m_clock.time += std::chrono::seconds(20);
        m_ends = 1;
    });
    QTRY_VERIFY(ticks >= 6);
    QVERIFY(m_peer->told.size() > 2);
}

QTEST_GUILESS_MAIN(TestSessionFeed)
#include "test_sessionfeed.moc"
