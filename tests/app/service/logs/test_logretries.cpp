// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/fetchrecorder.h"
#include "app/service/logs/logwriter.h"
#include "models/store/logstore.h"
#include "models/store/recordstore.h"
#include "tests/app/service/logs/samplerecord.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace std::chrono_literals;

// Databases that can't be opened are tried again every five seconds, for which this waits once.
class TestLogRetries : public QObject
{
    Q_OBJECT

private slots:
    void bothGoOnOnceTheFolderIsThere();
};

void TestLogRetries::bothGoOnOnceTheFolderIsThere()
{
    const QTemporaryDir dir;
    const QString missing = dir.filePath(QStringLiteral("later"));
    const SampleClock clock;
    LogWriterOptions logs;
    logs.database = missing + QStringLiteral("/log.db");
    logs.directory = dir.filePath(QStringLiteral("logs"));
    logs.server = "branch-a";
    logs.patience = 10ms;
    FetchRecorderOptions fetches;
    fetches.database = missing + QStringLiteral("/records.db");
    fetches.patience = 1ms;
    std::atomic<int> written{0};
    fetches.written = [&written] { ++written; };
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log: .*log\\.db")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("client fetches: .*records\\.db")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("rows are missing from the log database")));
    LogWriter writer(logs, clock);
    FetchRecorder recorder(fetches);

    ClientFetch fetch;
    fetch.computer = QStringLiteral("pc1");
    fetch.address = IpAddress::fromV4(0x0a000007);
    fetch.version = QStringLiteral("\"v1\"");
    recorder.fetched(fetch);
    writer.log(sampleRecord(1));
    writer.flush();
    QTRY_VERIFY(!writer.problems().isEmpty() && recorder.problem());
    QCOMPARE(writer.dropped(), std::uint64_t(1));
    QVERIFY(QDir().mkpath(missing));

    // The fetch was kept and is written; of the log the rows from now on.
    QTRY_COMPARE_WITH_TIMEOUT(written.load(), 1, 20000);
    QVERIFY(!recorder.problem());
    const auto records = RecordStore::open(fetches.database);
    QVERIFY(records.ok());
    QCOMPARE((*records)->fetches()->size(), 1);
    const auto rows = [&logs] {
        const auto store = LogStore::open(logs.database);
        return store ? (*store)->query({100, 0, {}})->size() : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT((writer.log(sampleRecord(2)), writer.flush(), rows() > 0), 20000);
    QVERIFY(writer.problems().isEmpty());
}

QTEST_GUILESS_MAIN(TestLogRetries)
#include "test_logretries.moc"
