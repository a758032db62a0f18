// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/porch.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>

using namespace sallyport;

namespace
{

const QByteArray hello = QByteArray::fromHex("1603010004") + QByteArray(4, '\1');

} // namespace

// Who waits, who makes way and whose turn it is, before anything is read.
class TestPorch : public QObject
{
    Q_OBJECT

private slots:
    void helloIsAWholeRecord_data();
    void helloIsAWholeRecord();
    void networksTakeTurns();
    void heldBackNetworksLetOthersPass();
    void fullOneLosesToOneWithFew();
    void oldestOfAsManyMakesWay();
    void whoHasGoneLeavesHisPlace();
    void whoHasGoneHasNoTurn();
    void nobodyIsRefusedForThoseWhoHaveGone();

private:
    // The other end of a connection that stands on the porch.
    Fd come(Porch& porch, const char* network, const QByteArray& bytes);
    static bool isClosed(const Fd& end);
    static QString turn(Porch& porch);
};

Fd TestPorch::come(Porch& porch, const char* network, const QByteArray& bytes)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return Fd();
    ::send(ends[1], bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    porch.add(Fd(ends[0]), QString::fromLatin1(network));
    return Fd(ends[1]);
}

bool TestPorch::isClosed(const Fd& end)
{
    char byte = 0;
    const auto got = ::recv(end.get(), &byte, 1, MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno == ECONNRESET); // what it sent was not read
}

QString TestPorch::turn(Porch& porch)
{
    const auto guest = porch.next([](const QString&) { return true; });
    return guest ? guest->network : QString();
}

void TestPorch::helloIsAWholeRecord_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("silent");
    QTest::addColumn<int>("waiting");
    QTest::newRow("nothing") << QByteArray() << 1 << 0;
    QTest::newRow("one byte") << hello.first(1) << 1 << 0;
    QTest::newRow("head alone") << hello.first(5) << 1 << 0;
    QTest::newRow("all but the last byte") << hello.chopped(1) << 1 << 0;
    QTest::newRow("whole") << hello << 0 << 1;
    QTest::newRow("whole and more") << hello + hello << 0 << 1;
    QTest::newRow("other record") << QByteArray::fromHex("1703010001ff") << 0 << 0;
    QTest::newRow("SSL 2") << QByteArray::fromHex("802e0100020015") << 0 << 0;
    QTest::newRow("empty record") << QByteArray::fromHex("1603010000") << 0 << 0;
    QTest::newRow("too long a record") << QByteArray::fromHex("1603014001") << 0 << 0;
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 0 << 0;
}

void TestPorch::helloIsAWholeRecord()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, silent);
    QFETCH(int, waiting);
    Porch porch{ControlLimits()};
    QSignalSpy spoken(&porch, &Porch::spoken);
    const Fd atOnce = come(porch, "a", bytes);
    QCOMPARE(porch.silent(), silent);
    QCOMPARE(porch.waiting(), waiting);
    QCOMPARE(spoken.size(), waiting);
    QCOMPARE(isClosed(atOnce), silent + waiting == 0);
    // Byte by byte, and looked at each time.
    const Fd slow = come(porch, "a", {});
    for (const char byte : bytes)
        QVERIFY(::send(slow.get(), &byte, 1, MSG_NOSIGNAL) == 1 || isClosed(slow));
    QTRY_COMPARE(porch.silent(), 2 * silent);
    QCOMPARE(porch.waiting(), 2 * waiting);
    if (waiting == 0)
        return;
    // Nothing was read from it.
    const auto guest = porch.next([](const QString&) { return true; });
    QByteArray kept(bytes.size() + 1, '\0');
    QCOMPARE(::recv(guest->socket.get(), kept.data(), std::size_t(kept.size()), 0), bytes.size());
    QCOMPARE(kept.first(bytes.size()), bytes);
}

void TestPorch::networksTakeTurns()
{
    Porch porch{ControlLimits()};
    std::vector<Fd> ends;
    for (const char* network : {"a", "a", "a", "b", "c", "c"})
        ends.push_back(come(porch, network, hello));
    QStringList turns;
    for (QString next = turn(porch); !next.isEmpty(); next = turn(porch))
        turns.append(next);
    QCOMPARE(turns.join(QString()), QStringLiteral("abcaca"));
    QCOMPARE(porch.waiting(), 0);
}

void TestPorch::heldBackNetworksLetOthersPass()
{
    Porch porch{ControlLimits()};
    const Fd held = come(porch, "a", hello);
    QVERIFY(!porch.next([](const QString&) { return false; }));
    const Fd other = come(porch, "b", hello);
    const auto guest = porch.next([](const QString& network) { return network != QStringLiteral("a"); });
    QVERIFY(guest.has_value());
    QCOMPARE(guest->network, QStringLiteral("b"));
    QCOMPARE(porch.waiting(), 1);
    QVERIFY(!isClosed(held));
}

// Of those who wait too: the newest of the network that has most, which has waited least.
void TestPorch::fullOneLosesToOneWithFew()
{
    ControlLimits limits;
    limits.waiting = 3;
    limits.waitingPerAddress = 3;
    Porch porch(limits);
    const Fd first = come(porch, "a", hello);
    const Fd second = come(porch, "a", hello);
    const Fd third = come(porch, "a", hello);
    const Fd fourth = come(porch, "a", hello);
    QVERIFY(isClosed(fourth));
    const Fd other = come(porch, "b", hello);
    QVERIFY(isClosed(third));
    QVERIFY(!isClosed(first) && !isClosed(second) && !isClosed(other));
    // Of two with as many, nobody makes way.
    const Fd more = come(porch, "b", hello);
    QVERIFY(isClosed(more));
    QCOMPARE(porch.waiting(), 3);
}

// Where every network has one, whatever it is called.
void TestPorch::oldestOfAsManyMakesWay()
{
    ControlLimits limits;
    limits.silent = 3;
    Porch porch(limits);
    const Fd b = come(porch, "b", {});
    const Fd a = come(porch, "a", {});
    const Fd c = come(porch, "c", {});
    const Fd d = come(porch, "d", {});
    QVERIFY(isClosed(b));
    QVERIFY(!isClosed(a) && !isClosed(c) && !isClosed(d));
    const Fd e = come(porch, "e", {});
    QVERIFY(isClosed(a));
    QVERIFY(!isClosed(c) && !isClosed(d) && !isClosed(e));
}

void TestPorch::whoHasGoneLeavesHisPlace()
{
    Porch porch{ControlLimits()};
    Fd silent = come(porch, "a", {});
    Fd half = come(porch, "a", hello.first(3));
    Fd waits = come(porch, "a", hello);
    QCOMPARE(porch.silent(), 2);
    QCOMPARE(porch.waiting(), 1);
    silent.reset();
    half.reset();
    waits.reset();
    QTRY_COMPARE(porch.silent() + porch.waiting(), 0);
    QVERIFY(turn(porch).isEmpty());
}

// Without the event loop having run between.
void TestPorch::whoHasGoneHasNoTurn()
{
    Porch porch{ControlLimits()};
    come(porch, "a", hello);
    come(porch, "a", hello);
    const Fd stays = come(porch, "b", hello);
    QCOMPARE(porch.waiting(), 3);
    QCOMPARE(turn(porch), QStringLiteral("b"));
    QVERIFY(turn(porch).isEmpty());
    QCOMPARE(porch.waiting(), 0);
}

void TestPorch::nobodyIsRefusedForThoseWhoHaveGone()
{
    ControlLimits limits;
    limits.waitingPerAddress = 3;
    Porch porch(limits);
    for (int i = 0; i < 3; ++i)
        come(porch, "a", hello);
    QCOMPARE(porch.waiting(), 3);
    const Fd stays = come(porch, "a", hello);
    QVERIFY(!isClosed(stays));
    QCOMPARE(porch.waiting(), 1);
}

QTEST_GUILESS_MAIN(TestPorch)
#include "test_porch.moc"
