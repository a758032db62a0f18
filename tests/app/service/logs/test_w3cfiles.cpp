// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/w3cfiles.h"
#include "tests/app/service/logs/samplerecord.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace sallyport;

namespace
{

QStringList linesOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    return text.endsWith(u'\n') ? text.chopped(1).split(u'\n') : QStringList();
}

// No file of this process grows beyond `bytes` while this lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestW3cFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_logs = m_dir->filePath(QStringLiteral("logs"));
        m_firewall = QString(m_logs % QStringLiteral("/FWSEXTD20011123.log"));
        m_web = QString(m_logs % QStringLiteral("/WEBEXTD20011123.log"));
    }

    void eachServiceHasItsFile()
    {
        W3cFiles files(m_logs, "branch-a", 90);
        QVERIFY(files.write(
            {sampleRecord(1), sampleRecord(2, SessionType::WebProxy), sampleRecord(3, SessionType::Socks)}));
        QVERIFY(files.write({sampleRecord(4)}));
        const QStringList firewall = linesOf(m_firewall);
        QCOMPARE(firewall.size(), 4 + 3);
        QCOMPARE(firewall.at(0), QStringLiteral("#Software: Sallyport " SALLYPORT_VERSION));
        QCOMPARE(firewall.at(1), QStringLiteral("#Version: 1.0"));
        QCOMPARE(firewall.at(2), QStringLiteral("#Date: 2001-11-23 00:00:00"));
        QVERIFY(firewall.at(3).startsWith(QLatin1StringView("#Fields: c-ip\tcs-username\t")));
        QVERIFY(firewall.at(3).endsWith(QLatin1StringView("\tsessionid\tconnectionid")));
        QCOMPARE(firewall.at(4).split(u'\t').size(), 27);
        QCOMPARE(firewall.at(4).split(u'\t').at(7), QStringLiteral("branch-a"));
        QVERIFY(firewall.at(5).contains(QLatin1StringView("\tsocks4\t")));
        QVERIFY(firewall.at(6).endsWith(QLatin1StringView("\t4")));
        const QStringList web = linesOf(m_web);
        QCOMPARE(web.size(), 4 + 1);
        QCOMPARE(web.at(3).split(u'\t').size(), 25);
        QCOMPARE(web.at(4).split(u'\t').size(), 25);
    }

    void aBatchOverMidnightGoesToTwoFiles()
    {
        LogRecord tomorrow = sampleRecord(2);
        tomorrow.time += std::chrono::hours(7);
        W3cFiles files(m_logs, "branch-a", 90);
        QVERIFY(files.write({sampleRecord(1), tomorrow, sampleRecord(3)}));
        QCOMPARE(linesOf(m_firewall).size(), 4 + 2);
        QCOMPARE(linesOf(QString(m_logs % QStringLiteral("/FWSEXTD20011124.log"))).size(), 4 + 1);
    }

    void filesMayBeTakenAway()
    {
        W3cFiles files(m_logs, "branch-a", 90);
        QVERIFY(files.write({sampleRecord(1)}));
        QVERIFY(QDir(m_logs).removeRecursively());
        QVERIFY(files.write({sampleRecord(2)}));
        QCOMPARE(linesOf(m_firewall).size(), 4 + 1);
    }

    // The newest by their names, of each log, besides what is being written now.
    void oldFilesAreRemoved()
    {
        QVERIFY(QDir().mkpath(m_logs));
        const QStringList old{QStringLiteral("FWSEXTD20241231.log"), QStringLiteral("WEBEXTD20250101.log")};
        const QStringList kept{QStringLiteral("FWSEXTD20250101.log"), QStringLiteral("FWSEXTD20250301.log"),
            QStringLiteral("WEBEXTD20250102.log"), QStringLiteral("WEBEXTD20250103.log"), QStringLiteral("notes.txt"),
            QStringLiteral("FWSEXTD20241230.log.gz")};
        for (const QString& name : old + kept)
            make(name);
        W3cFiles files(m_logs, "branch-a", 2);
        QVERIFY(files.write({recordOf(2025, 3, 2)}));
        const QStringList names = QDir(m_logs).entryList(QDir::Files);
        for (const QString& name : old)
            QVERIFY2(!names.contains(name), qPrintable(name));
        for (const QString& name : kept)
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    // Whatever the clock says: as many days as are kept by rule are there afterwards, and the new lines too.
    void aClockThatJumpsRemovesNothing_data()
    {
        QTest::addColumn<int>("year");
        for (const int year : {1970, 1999, 2038, 2106, 2255})
            QTest::addRow("%d", year) << year;
    }

    void aClockThatJumpsRemovesNothing()
    {
        QFETCH(int, year);
        QVERIFY(QDir().mkpath(m_logs));
        const QStringList days{QStringLiteral("FWSEXTD20250101.log"), QStringLiteral("FWSEXTD20250301.log")};
        for (const QString& name : days)
            make(name);
        const QStringList all = days + QStringList{QStringLiteral("FWSEXTD%1").arg(year) + QStringLiteral("0301.log")};
        {
            W3cFiles files(m_logs, "branch-a", 2);
            QVERIFY(files.write({recordOf(year, 3, 1)}));
            QVERIFY(files.write({recordOf(2025, 3, 1)})); // the clock is put right
        }
        W3cFiles restarted(m_logs, "branch-a", 2);
        QVERIFY(restarted.write({recordOf(2025, 3, 1)}));
        for (const QString& name : all)
            QVERIFY2(QFile::exists(QString(m_logs % u'/' % name)), qPrintable(name));
    }

    void aFullDiskLeavesWholeLines()
    {
        W3cFiles files(m_logs, "branch-a", 90);
        QVERIFY(files.write({sampleRecord(1)}));
        const qint64 size = QFile(m_firewall).size();
        {
            const FileSizeLimit limit(static_cast<rlim_t>(size + 40));
            const Status status = files.write({sampleRecord(2)});
            QVERIFY(!status);
            QCOMPARE(status.error().code, ErrorCode::Io);
            QCOMPARE(status.error().subject, m_firewall);
        }
        QCOMPARE(QFile(m_firewall).size(), size);
        QVERIFY(files.write({sampleRecord(3)}));
        QCOMPARE(linesOf(m_firewall).size(), 4 + 2);
    }

    void anUnwritableFolderIsAnError()
    {
        QFile blocker(m_logs); // a file where the folder should be
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        W3cFiles files(m_logs, "branch-a", 90);
        const Status status = files.write({sampleRecord(1)});
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Io);
        QVERIFY(blocker.remove());
        QVERIFY(files.write({sampleRecord(1)}));
    }

    void remarksGoWhereThereIsAFile()
    {
        W3cFiles files(m_logs, "branch-a", 90);
        QVERIFY(files.remark(sampleTime(0), "nobody hears this"));
        QVERIFY(!QFile::exists(m_firewall));
        QVERIFY(files.write({sampleRecord(1)}));
        QVERIFY(files.remark(sampleTime(1), "5 rows are missing"));
        QCOMPARE(linesOf(m_firewall).last(), QStringLiteral("#Remark: 5 rows are missing"));
        QVERIFY(!QFile::exists(m_web));
    }

private:
    void make(const QString& name) const { QVERIFY(QFile(QString(m_logs % u'/' % name)).open(QIODevice::WriteOnly)); }
    static LogRecord recordOf(int year, unsigned month, unsigned day)
    {
        LogRecord record = sampleRecord(1);
        record.time
            = std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
        return record;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_logs;
    QString m_firewall;
    QString m_web;
};

QTEST_GUILESS_MAIN(TestW3cFiles)
#include "test_w3cfiles.moc"
