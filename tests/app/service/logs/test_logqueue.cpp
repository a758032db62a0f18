// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/logqueue.h"
#include "tests/app/service/logs/samplerecord.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace sallyport;
using namespace std::chrono_literals;

class TestLogQueue : public QObject
{
    Q_OBJECT

private slots:
    void orderIsKept()
    {
        LogQueue queue(100000);
        constexpr int count = 5000;
        for (int i = 0; i < count; ++i)
            QVERIFY(queue.push(sampleRecord(i)));
        queue.close();
        LogQueue::Batch batch;
        ConnectionId expected = 0;
        while (queue.take(batch, 1h)) {
            QVERIFY(batch.size() <= LogQueue::batchRows);
            for (const LogRecord& record : batch)
                QCOMPARE(record.connection, expected++);
        }
        QCOMPARE(expected, ConnectionId(count));
        QVERIFY(batch.empty());
        QCOMPARE(queue.dropped(), std::uint64_t(0));
    }

    void aFullQueueDropsAndCounts()
    {
        LogQueue queue(10);
        for (int i = 0; i < 25; ++i)
            QCOMPARE(queue.push(sampleRecord(i)), i < 10);
        QCOMPARE(queue.dropped(), std::uint64_t(15));
        LogQueue::Batch batch;
        QVERIFY(queue.take(batch, 0ms));
        QCOMPARE(batch.size(), std::size_t(10));
        QCOMPARE(batch.back().connection, ConnectionId(9));
        QVERIFY(queue.push(sampleRecord(25)));
    }

    void aClosedQueueTakesNothingMore()
    {
        LogQueue queue(10);
        queue.close();
        QVERIFY(!queue.push(sampleRecord(1)));
        LogQueue::Batch batch;
        QVERIFY(!queue.take(batch, 1h));
        QCOMPARE(queue.dropped(), std::uint64_t(1));
    }

    void aFullBatchIsNotWaitedFor()
    {
        LogQueue queue(100000);
        LogQueue::Batch batch;
        std::thread taker([&] { QVERIFY(queue.take(batch, 1h)); });
        for (std::size_t i = 0; i < LogQueue::batchRows; ++i)
            QVERIFY(queue.push(sampleRecord(static_cast<int>(i))));
        taker.join();
        QCOMPARE(batch.size(), LogQueue::batchRows);
    }

    void aLoneRecordIsTakenAfterPatience()
    {
        LogQueue queue(100);
        QVERIFY(queue.push(sampleRecord(1)));
        QElapsedTimer timer;
        timer.start();
        LogQueue::Batch batch;
        QVERIFY(queue.take(batch, 30ms));
        QVERIFY(timer.elapsed() >= 29);
        QCOMPARE(batch.size(), std::size_t(1));
    }

    void flushWaitsForTheHandling()
    {
        LogQueue queue(100000);
        std::atomic<int> handled{0};
        std::thread taker([&] {
            LogQueue::Batch batch;
            while (queue.take(batch, 1h)) {
                std::this_thread::yield();
                handled += static_cast<int>(batch.size());
            }
        });
        for (int round = 1; round <= 20; ++round) {
            for (int i = 0; i < 100; ++i)
                QVERIFY(queue.push(sampleRecord(i)));
            queue.flush();
            QCOMPARE(handled.load(), 100 * round);
        }
        queue.close();
        taker.join();
        queue.flush(); // returns: nothing is left
    }

    void nothingIsLostBetweenThreads()
    {
        LogQueue queue(1U << 20);
        constexpr int each = 50000;
        std::vector<std::thread> pushers;
        for (int pusher = 0; pusher < 4; ++pusher)
            pushers.emplace_back([&queue] {
                for (int i = 0; i < each; ++i)
                    (void)queue.push(sampleRecord(i));
            });
        std::uint64_t taken = 0;
        std::thread taker([&] {
            LogQueue::Batch batch;
            while (queue.take(batch, 1ms))
                taken += batch.size();
        });
        for (std::thread& pusher : pushers)
            pusher.join();
        queue.close();
        taker.join();
        QCOMPARE(taken + queue.dropped(), std::uint64_t(4 * each));
        QCOMPARE(queue.dropped(), std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestLogQueue)
#include "test_logqueue.moc"
