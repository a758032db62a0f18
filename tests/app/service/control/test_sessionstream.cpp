// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/sessionsubscription.h"
#include "app/service/dataplane/sessionregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <list>
#include <map>
#include <thread>

using namespace sallyport;

namespace
{

const TimePoint start{std::chrono::hours(24 * 365 * 40)};

// The far end of a subscription, which takes nothing on trust: whatever breaks PROTOCOL.md is a fault.
struct Reader {
    SessionSubscription untold;
    std::map<SessionId, Session> sessions;
    std::map<ConnectionId, Connection> connections;
    bool complete = false;
    QString fault;

    void apply(const SessionDelta& delta)
    {
        if (delta.reset) {
            sessions.clear();
            connections.clear();
        }
        complete = delta.complete;
        for (const Session& session : delta.sessions)
            sessions[session.id] = session;
        for (const Connection& connection : delta.connections) {
            if (!sessions.contains(connection.session) && fault.isEmpty())
                fault = QStringLiteral("connection %1 came without its session").arg(connection.id);
            connections[connection.id] = connection;
        }
        for (const ConnectionId id : delta.endedConnections)
            connections.erase(id);
        for (const SessionId id : delta.endedSessions)
            sessions.erase(id);
        for (const auto& [id, connection] : connections) {
            if (!sessions.contains(connection.session) && fault.isEmpty())
                fault = QStringLiteral("connection %1 outlived its session").arg(id);
        }
    }
    void read()
    {
        if (untold.inSnapshot())
            apply(untold.nextPage(3));
        else if (untold.hasChanges())
            apply(untold.takeChanges());
    }
    void readAll()
    {
        while (untold.inSnapshot() || untold.hasChanges())
            read();
    }
    // What differs from what is really up, "" when nothing does. Rates are as old as the last change.
    QString difference(const SessionDelta& live) const
    {
        if (!fault.isEmpty())
            return fault;
        if (!complete)
            return QStringLiteral("the snapshot never ended");
        if (sessions.size() != std::size_t(live.sessions.size())
            || connections.size() != std::size_t(live.connections.size()))
            return QStringLiteral("knows %1 sessions and %2 connections of %3 and %4")
                .arg(sessions.size())
                .arg(connections.size())
                .arg(live.sessions.size())
                .arg(live.connections.size());
        for (const Session& session : live.sessions) {
            const auto found = sessions.find(session.id);
            if (found == sessions.end() || found->second != session)
                return QStringLiteral("session %1 is missing or differs").arg(session.id);
        }
        for (Connection connection : live.connections) {
            const auto found = connections.find(connection.id);
            if (found == connections.end())
                return QStringLiteral("connection %1 is missing").arg(connection.id);
            connection.sendRate = found->second.sendRate;
            connection.receiveRate = found->second.receiveRate;
            if (found->second != connection)
                return QStringLiteral("connection %1 differs").arg(connection.id);
        }
        return {};
    }
};

// Few enough keys that sessions end and come again with the same one.
SessionKey keyOf(quint32 number)
{
    return {number % 2 ? SessionType::Socks : SessionType::FirewallClient, IpAddress::fromV4(0x0a000001 + number % 3),
        number % 5 ? "anna" : "", number % 7 ? "icq.exe" : "", "PC"};
}

// What the data plane and the control thread do, one after another, in any order.
class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
    {
        for (unsigned shard = 0; shard < 3; ++shard) {
            m_ledgers.push_back(std::make_unique<Ledger>(m_registry, shard));
            m_registry.addLedger(*m_ledgers.back());
        }
    }

    // Empty, or what a reader knew wrongly in the end.
    QString run(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step();
        tick();
        const SessionDelta live = m_registry.snapshot(m_now);
        if (m_registry.sessions() != std::size_t(live.sessions.size()))
            return QStringLiteral("the registry counts sessions wrongly");
        for (Reader& reader : m_readers) {
            reader.readAll();
            if (const QString difference = reader.difference(live); !difference.isEmpty())
                return difference;
        }
        return {};
    }

private:
    struct Up {
        Ledger* ledger;
        RecordPtr record;
    };

    quint32 any(std::size_t below) { return m_random.bounded(quint32(below)); }

    void step()
    {
        m_now += std::chrono::milliseconds(any(400));
        const quint32 what = any(16);
        if (what < 5) {
            Ledger& ledger = *m_ledgers[any(m_ledgers.size())];
            m_up.push_back({&ledger, ledger.open(keyOf(any(12)), "host", 80, m_now, nullptr)});
        } else if (what < 11 && !m_up.empty()) {
            const std::size_t at = any(m_up.size());
            change(m_up[at], what);
            if (what < 8)
                m_up.erase(m_up.begin() + std::ptrdiff_t(at));
        } else if (what == 11) {
            (void)m_registry.snapshot(m_now);
        } else if (what == 12) {
            // Without a tick first, as it may be when shards go on while somebody joins.
            m_readers.emplace_back().untold = SessionSubscription(m_registry.toldSoFar(m_now));
        } else if (what == 13 && !m_readers.empty()) {
            auto reader = std::next(m_readers.begin(), std::ptrdiff_t(any(m_readers.size())));
            if (any(4) == 0)
                m_readers.erase(reader);
            else
                reader->read();
        } else if (what > 13) {
            tick();
        }
    }
    void change(const Up& up, quint32 what)
    {
        if (what < 8)
            up.ledger->close(*up.record);
        else if (what == 8)
            up.ledger->connected(*up.record, IpAddress::fromV4(any(1000)));
        else if (what == 9)
            up.ledger->retarget(*up.record, "elsewhere", quint16(any(65536)), IpAddress::fromV4(any(1000)));
        else
            up.ledger->moved(*up.record, any(1000), any(1000));
    }
    void tick()
    {
        const SessionDelta changes = m_registry.changes(m_now);
        for (Reader& reader : m_readers)
            reader.untold.add(changes);
    }

    QRandomGenerator m_random;
    TimePoint m_now = start;
    SessionRegistry m_registry;
    std::vector<std::unique_ptr<Ledger>> m_ledgers;
    std::vector<Up> m_up;
    std::list<Reader> m_readers;
};

} // namespace

// What subscribers are told of live sessions, from the ledgers of the data plane to the lines that go out.
class TestSessionStream : public QObject
{
    Q_OBJECT

private slots:
    void everyReaderKnowsWhatIsUp();
    void shardsGoOnMeanwhile();
    void lookingChangesNothing();
    void ratesAreNotMovedByLooking();
    void ratesOutliveAClockSetBack();
};

void TestSessionStream::everyReaderKnowsWhatIsUp()
{
    const quint32 first = QRandomGenerator::global()->generate();
    qInfo("seeds from %u", first);
    for (quint32 seed = first; seed != first + 1000; ++seed) {
        const QString difference = World(seed).run(150);
        QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(difference)));
    }
}

// The same with the ledgers on threads of their own, where an end may fall into the middle of a tick or a snapshot.
void TestSessionStream::shardsGoOnMeanwhile()
{
    SessionRegistry registry;
    std::vector<std::unique_ptr<Ledger>> ledgers;
    for (unsigned shard = 0; shard < 2; ++shard) {
        ledgers.push_back(std::make_unique<Ledger>(registry, shard));
        registry.addLedger(*ledgers.back());
    }
    std::atomic<int> running{int(ledgers.size())};
    std::vector<std::thread> shards;
    for (const auto& ledger : ledgers) {
        shards.emplace_back([&running, ledger = ledger.get(), seed = quint32(shards.size())] {
            QRandomGenerator random(seed);
            std::vector<RecordPtr> up;
            for (int i = 0; i < 20000; ++i) {
                if (up.size() < 3 || (up.size() < 40 && random.bounded(2) == 0)) {
                    up.push_back(ledger->open(keyOf(random.bounded(12U)), "host", 80, start, nullptr));
                    continue;
                }
                const std::size_t at = random.bounded(quint32(up.size()));
                ledger->moved(*up[at], 1, 2);
                ledger->close(*up[at]);
                up.erase(up.begin() + std::ptrdiff_t(at));
            }
            --running;
        });
    }
    std::list<Reader> readers;
    const auto tick = [&] {
        const SessionDelta changes = registry.changes(start);
        for (Reader& reader : readers)
            reader.untold.add(changes);
    };
    while (running > 0) {
        tick();
        (void)registry.snapshot(start);
        if (readers.size() < 20)
            readers.emplace_back().untold = SessionSubscription(registry.toldSoFar(start));
        for (Reader& reader : readers)
            reader.read();
    }
    for (std::thread& shard : shards)
        shard.join();
    tick();
    tick(); // an end within a tick is told with the next
    const SessionDelta live = registry.snapshot(start);
    QVERIFY(!live.connections.isEmpty());
    for (Reader& reader : readers) {
        reader.readAll();
        QCOMPARE(reader.difference(live), QString());
    }
}

void TestSessionStream::lookingChangesNothing()
{
    SessionRegistry registry;
    Ledger ledger(registry, 0);
    registry.addLedger(ledger);
    (void)registry.changes(start); // somebody is subscribed
    const RecordPtr record = ledger.open(keyOf(1), "host", 80, start, nullptr);
    (void)registry.snapshot(start);
    QVERIFY(registry.toldSoFar(start).connections.isEmpty());
    const SessionDelta told = registry.changes(start);
    QCOMPARE(told.sessions.size(), 1);
    QCOMPARE(told.connections.size(), 1);
    // What nobody was told of needs no end, even if it was looked at.
    const RecordPtr brief = ledger.open(keyOf(2), "host", 80, start, nullptr);
    (void)registry.snapshot(start);
    ledger.close(*brief);
    const SessionDelta nothing = registry.changes(start);
    QVERIFY(nothing.sessions.isEmpty() && nothing.endedSessions.isEmpty() && nothing.endedConnections.isEmpty());
    ledger.close(*record);
    const SessionDelta ended = registry.changes(start);
    QCOMPARE(ended.endedSessions, QList<SessionId>{record->session()});
    QCOMPARE(ended.endedConnections, QList<ConnectionId>{record->id()});
}

void TestSessionStream::ratesAreNotMovedByLooking()
{
    using namespace std::chrono_literals;
    SessionRegistry registry;
    Ledger ledger(registry, 0);
    registry.addLedger(ledger);
    const RecordPtr record = ledger.open(keyOf(1), "host", 80, start, nullptr);
    (void)registry.changes(start);
    ledger.moved(*record, 1000, 0);
    QCOMPARE(registry.snapshot(start + 1s).connections.at(0).sendRate, 1000.0);
    QCOMPARE(registry.snapshot(start + 1500ms).connections.at(0).sendRate, 1000 / 1.5);
    // The two that looked have not used the sample up.
    QCOMPARE(registry.changes(start + 2s).connections.at(0).sendRate, 500.0);
}

// What came before is none of the time after.
void TestSessionStream::ratesOutliveAClockSetBack()
{
    using namespace std::chrono_literals;
    SessionRegistry registry;
    Ledger ledger(registry, 0);
    registry.addLedger(ledger);
    const RecordPtr record = ledger.open(keyOf(1), "host", 80, start, nullptr);
    ledger.moved(*record, 1000, 1000);
    QCOMPARE(registry.changes(start + 1s).connections.at(0).sendRate, 1000.0);
    ledger.moved(*record, 5000, 5000);
    QCOMPARE(registry.changes(start - 1h).connections.at(0).sendRate, 1000.0);
    ledger.moved(*record, 300, 200);
    const SessionDelta after = registry.changes(start - 1h + 1s);
    QCOMPARE(after.connections.at(0).sendRate, 300.0);
    QCOMPARE(after.connections.at(0).receiveRate, 200.0);
}

QTEST_GUILESS_MAIN(TestSessionStream)
#include "test_sessionstream.moc"
