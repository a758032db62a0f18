// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/logwriter.h"
#include "models/base/fault.h"
#include "models/store/logstore.h"
#include "tests/app/service/logs/samplerecord.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sallyport;
using namespace std::chrono_literals;

class TestLogWriter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_options = LogWriterOptions();
        m_options.database = m_dir->filePath(QStringLiteral("log.db"));
        m_options.directory = m_dir->filePath(QStringLiteral("logs"));
        m_options.server = "branch-a";
        m_options.patience = 1h; // only flush and close make it write
    }

    void recordsReachBothPlaces()
    {
        {
            LogWriter writer(m_options, m_clock);
            for (int i = 0; i < 3000; ++i)
                writer.log(sampleRecord(i, i % 3 == 0 ? SessionType::WebProxy : SessionType::FirewallClient));
            writer.flush();
            QCOMPARE(rows(), 3000);
            writer.log(sampleRecord(3000));
        } // the destructor writes the rest
        QCOMPARE(rows(), 3001);
        QCOMPARE(linesOf(QStringLiteral("FWSEXTD20011123.log")), 4 + 2001);
        QCOMPARE(linesOf(QStringLiteral("WEBEXTD20011123.log")), 4 + 1000);
    }

    void recordsAreWrittenWithoutAsking()
    {
        m_options.patience = 10ms;
        LogWriter writer(m_options, m_clock);
        writer.log(sampleRecord(1));
        QTRY_COMPARE(rows(), 1);
    }

    void whatDoesNotFitIsCounted()
    {
        m_options.queueLimit = 100;
        const QRegularExpression warning(QStringLiteral("log: [0-9]+ rows were dropped"));
        QTest::ignoreMessage(QtWarningMsg, warning);
        LogWriter writer(m_options, m_clock);
        std::uint64_t sent = 0;
        while (writer.dropped() == 0) {
            writer.log(sampleRecord(1));
            ++sent;
        }
        writer.flush();
        const std::uint64_t dropped = writer.dropped();
        QVERIFY(dropped > 0);
        QCOMPARE(static_cast<std::uint64_t>(rows()) + dropped, sent);
        writer.log(sampleRecord(1));
        writer.flush();
        QVERIFY(
            textOf(QStringLiteral("FWSEXTD20011123.log")).contains(" rows were dropped, the log could not keep up\n"));
    }

    void theDatabaseIsBounded()
    {
        m_options.keepRows = 1000;
        LogWriter writer(m_options, m_clock);
        for (int i = 0; i < 10000; ++i)
            writer.log(sampleRecord(i));
        writer.flush();
        const int kept = rows();
        QVERIFY2(
            kept >= 1000 && kept <= 1000 + 1000 / 20 + 1 + int(LogQueue::batchRows), qPrintable(QString::number(kept)));
    }

    void anUnwritableFolderIsSaidAndRecoveredFrom()
    {
        QFile blocker(m_options.directory);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log: .*FWSEXTD20011123")));
        LogWriter writer(m_options, m_clock);
        for (int i = 0; i < 10; ++i)
            writer.log(sampleRecord(i));
        writer.flush();
        QCOMPARE(writer.problems().size(), 1);
        QVERIFY(writer.problems().constFirst().subject.endsWith(QLatin1StringView("FWSEXTD20011123.log")));
        QCOMPARE(writer.problems().constFirst().fault, Fault::FolderNotWritten);
        const QString why = writer.problems().constFirst().arguments.constFirst();
        QVERIFY2(why.size() > 3, qPrintable(why)); // as the system says it
        QCOMPARE(writer.dropped(), std::uint64_t(0)); // the database has them
        QCOMPARE(rows(), 10);
        QVERIFY(blocker.remove());
        QTest::ignoreMessage(QtWarningMsg, "log: 10 rows are missing from the log files");
        writer.log(sampleRecord(10));
        writer.flush();
        QVERIFY(writer.problems().isEmpty());
        QVERIFY(
            textOf(QStringLiteral("FWSEXTD20011123.log")).contains("#Remark: 10 rows are missing from the log files"));
    }

    // Room is noticed without a row that needs it; what is missing is said with the next one, or at the end.
    void theEndOfATroubleIsNoticed()
    {
        QFile blocker(m_options.directory);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log: .*FWSEXTD20011123")));
        QTest::ignoreMessage(QtWarningMsg, "log: 10 rows are missing from the log files");
        {
            LogWriter writer(m_options, m_clock);
            for (int i = 0; i < 10; ++i)
                writer.log(sampleRecord(i));
            writer.flush();
            QVERIFY(!writer.problems().isEmpty());
            QVERIFY(blocker.remove());
            QTRY_VERIFY_WITH_TIMEOUT(writer.problems().isEmpty(), 60000);
            QVERIFY(QDir(m_options.directory).isEmpty());
        }
    }

    void whatIsMissingIsSaidAtTheEnd()
    {
        QFile damaged(m_options.database);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        QVERIFY(damaged.write(QByteArray(1000, 'x')) == 1000);
        damaged.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log: .*log\\.db")));
        QTest::ignoreMessage(QtWarningMsg, "log: 10 rows are missing from the log database");
        {
            LogWriter writer(m_options, m_clock);
            for (int i = 0; i < 10; ++i)
                writer.log(sampleRecord(i));
        }
        QVERIFY(textOf(QStringLiteral("FWSEXTD20011123.log"))
                    .contains("#Remark: 10 rows are missing from the log database\n"));
    }

    void aQuietDatabaseIsWholeByItself()
    {
        LogWriter writer(m_options, m_clock);
        for (int i = 0; i < 10; ++i)
            writer.log(sampleRecord(i));
        writer.flush();
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(m_options.database + QStringLiteral("-wal")).size(), 0, 60000);
        const QString copy = m_dir->filePath(QStringLiteral("copy.db"));
        QVERIFY(QFile::copy(m_options.database, copy));
        QCOMPARE(LogStore::open(copy).value()->query({100, 0, {}})->size(), 10);
    }

    void aDamagedDatabaseIsSaidAndTheFilesGoOn()
    {
        QFile damaged(m_options.database);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        QVERIFY(damaged.write(QByteArray(1000, 'x')) == 1000);
        damaged.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("log: .*log\\.db")));
        {
            LogWriter writer(m_options, m_clock);
            for (int i = 0; i < 10; ++i)
                writer.log(sampleRecord(i));
            writer.flush();
            QCOMPARE(writer.problems().size(), 1);
            QCOMPARE(writer.problems().constFirst().subject, m_options.database);
            QVERIFY(writer.problems().constFirst().fault != Fault::None);
            QCOMPARE(writer.dropped(), std::uint64_t(10));
            QCOMPARE(linesOf(QStringLiteral("FWSEXTD20011123.log")), 4 + 10);
        }
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        QCOMPARE(damaged.readAll(), QByteArray(1000, 'x'));
    }

    // What keeps the writer from the end here is a pipe that nobody reads, standing where its file should.
    void aDiskThatHangsEndsTheWaiting()
    {
        QVERIFY(QDir().mkpath(m_options.directory));
        const QByteArray pipe
            = QFile::encodeName(QString(m_options.directory % QStringLiteral("/FWSEXTD20011123.log")));
        QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
        std::signal(SIGPIPE, SIG_IGN); // as the service has it
        m_options.stopPatience = 1ms;
        std::uint64_t left = 0;
        m_options.gaveUp = [&](std::uint64_t rows) {
            left = rows;
            // A process would end here; this one needs its thread back.
            const int reader = open(pipe.constData(), O_RDONLY | O_NONBLOCK);
            unlink(pipe.constData());
            close(reader);
        };
        {
            LogWriter writer(m_options, m_clock);
            for (int i = 0; i < 3000; ++i)
                writer.log(sampleRecord(i));
        }
        QVERIFY2(left > 0 && left <= 3000, qPrintable(QString::number(left)));
    }

private:
    int rows() const
    {
        auto store = LogStore::open(m_options.database);
        if (!store)
            return -1;
        const auto rows = (*store)->query({10000, 0, {}});
        return rows ? static_cast<int>(rows->size()) : -1;
    }

    QByteArray textOf(const QString& name) const
    {
        QFile file(QString(m_options.directory % u'/' % name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    int linesOf(const QString& name) const { return static_cast<int>(textOf(name).count('\n')); }

    std::unique_ptr<QTemporaryDir> m_dir;
    LogWriterOptions m_options;
    SampleClock m_clock;
};

QTEST_GUILESS_MAIN(TestLogWriter)
#include "test_logwriter.moc"
