// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/fetchrecorder.h"
#include "models/store/recordstore.h"
#include "tests/app/service/logs/samplerecord.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

ClientFetch fetchOf(const QString& computer, const QString& version, int second)
{
    ClientFetch fetch;
    fetch.computer = computer;
    fetch.address = IpAddress::fromV4(0x0a000007);
    fetch.version = version;
    fetch.revision = 3;
    fetch.fetched = sampleTime(second);
    return fetch;
}

} // namespace

class TestFetchRecorder : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_options = FetchRecorderOptions();
        m_options.database = m_dir->filePath(QStringLiteral("records.db"));
        m_options.patience = 1ms;
    }

    void fetchesAreWritten()
    {
        std::atomic<int> told{0};
        m_options.written = [&told] { ++told; };
        FetchRecorder recorder(m_options);
        recorder.fetched(fetchOf(QStringLiteral("pc1"), one, 10));
        QTRY_COMPARE(told.load(), 1);
        recorder.fetched(fetchOf(QStringLiteral("pc1"), one, 20));
        QTRY_COMPARE(told.load(), 2);
        QCOMPARE(fetches().size(), 1);
        QCOMPARE(fetches().front().fetched, sampleTime(20));
        QCOMPARE(fetches().front().since, sampleTime(10));
        QCOMPARE(fetches().front().revision, std::uint64_t(3));
        recorder.fetched(fetchOf(QStringLiteral("pc1"), two, 30));
        QTRY_COMPARE(told.load(), 3);
        QCOMPARE(fetches().front().version, two);
        QCOMPARE(fetches().front().since, sampleTime(30));
    }

    void fetchesOfOneBatchAreMerged()
    {
        m_options.patience = 1h; // written when it is closed
        {
            FetchRecorder recorder(m_options);
            recorder.fetched(fetchOf(QStringLiteral("pc1"), one, 10));
            recorder.fetched(fetchOf(QStringLiteral("pc1"), one, 20));
            recorder.fetched(fetchOf(QStringLiteral("pc2"), one, 20));
            recorder.fetched(fetchOf(QStringLiteral("pc2"), two, 30));
        }
        QCOMPARE(fetches().size(), 2);
        QCOMPARE(fetches().at(0).fetched, sampleTime(20));
        QCOMPARE(fetches().at(0).since, sampleTime(10));
        QCOMPARE(fetches().at(1).version, two);
        QCOMPARE(fetches().at(1).since, sampleTime(30));
    }

    void inventedComputersDoNotGrowTheQueue()
    {
        m_options.patience = 1h;
        m_options.queueLimit = 100;
        {
            FetchRecorder recorder(m_options);
            for (int i = 0; i < 1000; ++i)
                recorder.fetched(fetchOf(QStringLiteral("pc%1").arg(i), one, i));
        }
        QCOMPARE(fetches().size(), 100);
    }

    void aDamagedDatabaseIsSaid()
    {
        QFile damaged(m_options.database);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        QVERIFY(damaged.write(QByteArray(1000, 'x')) == 1000);
        damaged.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("client fetches: .*records\\.db")));
        FetchRecorder recorder(m_options);
        recorder.fetched(fetchOf(QStringLiteral("pc1"), one, 10));
        QTRY_VERIFY(recorder.problem() && recorder.problem()->subject == m_options.database);
    } // and it closes without waiting for better times

private:
    QList<ClientFetch> fetches() const
    {
        auto store = RecordStore::open(m_options.database);
        const auto found = (*store)->fetches();
        return found ? *found : QList<ClientFetch>();
    }

    const QString one = QStringLiteral("\"v1\"");
    const QString two = QStringLiteral("\"v2\"");
    std::unique_ptr<QTemporaryDir> m_dir;
    FetchRecorderOptions m_options;
};

QTEST_GUILESS_MAIN(TestFetchRecorder)
#include "test_fetchrecorder.moc"
