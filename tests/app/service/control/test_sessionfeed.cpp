// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/sessionfeed.h"
#include "models/control/sessionpages.h"
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

// Who is cut off for what it was not told of.
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

private:
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
    m_feed = std::make_unique<SessionFeed>(*m_plane, 1);
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

QTEST_GUILESS_MAIN(TestSessionFeed)
#include "test_sessionfeed.moc"
