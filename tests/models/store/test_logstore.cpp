// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logstore.h"
#include "tests/models/store/samplepolicy.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

namespace
{

LogRecord recordOf(int number)
{
    LogRecord record;
    record.way = SessionType::FirewallClient;
    record.operation = number % 2 == 0 ? LogOperation::Open : LogOperation::Close;
    record.time = sampleTime(number) + std::chrono::microseconds(123456);
    record.client = IpAddress::fromV4(0x0a000007);
    record.user = "anna";
    record.agent = "msmsgs.exe:linux";
    record.computer = "PC-17";
    record.host = "messenger.hotmail.com";
    record.address = IpAddress::fromV4(0x40040d11);
    record.port = 1863;
    record.milliseconds = static_cast<std::uint32_t>(number);
    record.bytesSent = 1234;
    record.bytesReceived = std::uint64_t(5) << 33;
    record.protocol = "-";
    record.status = 20000;
    record.session = 17;
    record.connection = static_cast<ConnectionId>(number);
    return record;
}

bool same(const LogRecord& a, const LogRecord& b)
{
    return a.way == b.way && a.operation == b.operation && a.time == b.time && a.client == b.client && a.user == b.user
        && a.agent == b.agent && a.computer == b.computer && a.authenticated == b.authenticated
        && a.referrer == b.referrer && a.host == b.host && a.address == b.address && a.port == b.port
        && a.milliseconds == b.milliseconds && a.bytesSent == b.bytesSent && a.bytesReceived == b.bytesReceived
        && a.protocol == b.protocol && a.uri == b.uri && a.method == b.method && a.mimeType == b.mimeType
        && a.status == b.status && a.rule1 == b.rule1 && a.rule2 == b.rule2 && a.session == b.session
        && a.connection == b.connection;
}

} // namespace

class TestLogStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        auto opened = LogStore::open(m_dir->filePath(QStringLiteral("log.db")));
        QVERIFY(opened);
        m_store = *std::move(opened);
    }

    void recordsComeBackWhole()
    {
        LogRecord web;
        web.way = SessionType::WebProxy;
        web.operation = LogOperation::Denied;
        web.time = sampleTime(1);
        web.client = *IpAddress::parse(std::string_view("2001:db8::7"));
        web.agent = "Mozilla/5.0 (X11; Linux x86_64)";
        web.authenticated = true;
        web.referrer = "http://example.com/?a=1%25";
        web.host = "b\xc3\xbc"
                   "cher.example";
        web.port = 80;
        web.protocol = "http";
        web.uri = "http://example.com/%09";
        web.method = "GET";
        web.mimeType = "text/html";
        web.status = 403;
        web.rule1 = "msmsgs";
        web.rule2 = "Allow rule";
        LogRecord socks;
        socks.way = SessionType::Socks;
        socks.operation = LogOperation::Request;
        socks.time = sampleTime(2);
        LogRecord plain = recordOf(3);
        plain.protocol.clear();
        QVERIFY(m_store->write({plain, web, socks}));
        const auto rows = m_store->query({});
        QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().text()));
        QCOMPARE(rows->size(), 3);
        QVERIFY(same(rows->at(0).record, socks));
        QVERIFY(same(rows->at(1).record, web));
        QVERIFY(same(rows->at(2).record, plain));
        QVERIFY(rows->at(0).number > rows->at(1).number);
    }

    void whatClientsSendForgesNoField()
    {
        LogRecord record = recordOf(1);
        record.user = "an\tna\r\n\xff";
        QVERIFY(m_store->write({record}));
        const auto rows = m_store->query({});
        QVERIFY(rows);
        QCOMPARE(rows->front().record.user, std::string("an<U+0009>na<U+000D><U+000A>%FF"));
        QCOMPARE(rows->front().record.connection, ConnectionId(1));
    }

    void pagesGoBackInTime()
    {
        std::vector<LogRecord> batch;
        for (int i = 0; i < 1234; ++i)
            batch.push_back(recordOf(i));
        QVERIFY(m_store->write(batch));
        LogQuery query;
        query.limit = 500;
        ConnectionId expected = 1234;
        int pages = 0;
        for (auto rows = m_store->query(query); !rows->isEmpty(); rows = m_store->query(query), ++pages) {
            for (const LogRow& row : *rows)
                QCOMPARE(row.record.connection, --expected);
            query.before = rows->back().number;
        }
        QCOMPARE(expected, ConnectionId(0));
        QCOMPARE(pages, 3);
    }

    void textIsFoundWithoutCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("host") << QStringLiteral("HOTMAIL.com") << 2;
        QTest::newRow("computer") << QStringLiteral("pc-17") << 3;
        QTest::newRow("operation") << QStringLiteral("denied") << 1;
        QTest::newRow("percent is no wildcard") << QStringLiteral("%") << 0;
        QTest::newRow("underscore is no wildcard") << QStringLiteral("messenger_hotmail") << 0;
        QTest::newRow("backslash") << QStringLiteral("\\") << 0;
        QTest::newRow("beyond ASCII") << QStringLiteral("B\u00dcCHER") << 1;
        QTest::newRow("nothing") << QStringLiteral("nowhere") << 0;
    }

    void textIsFoundWithoutCase()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        LogRecord other = recordOf(3);
        other.host = "b\xc3\xbc"
                     "cher.example";
        other.operation = LogOperation::Denied;
        QVERIFY(m_store->write({recordOf(1), recordOf(2), other}));
        const auto rows = m_store->query({100, 0, text});
        QVERIFY(rows);
        QCOMPARE(rows->size(), count);
    }

    void trimKeepsTheNewest()
    {
        std::vector<LogRecord> batch;
        for (int i = 0; i < 250; ++i)
            batch.push_back(recordOf(i));
        QVERIFY(m_store->write(batch));
        QVERIFY(m_store->trim(1000));
        QCOMPARE(m_store->query({1000, 0, {}})->size(), 250);
        QVERIFY(m_store->write(batch));
        QVERIFY(m_store->trim(333)); // cuts through a block
        QCOMPARE(m_store->query({1000, 0, {}})->size(), 333);
        QCOMPARE(m_store->query({1000, 0, {}})->back().record.connection, ConnectionId(167));
        QVERIFY(m_store->trim(100));
        const auto rows = m_store->query({1000, 0, {}});
        QCOMPARE(rows->size(), 100);
        QCOMPARE(rows->front().record.connection, ConnectionId(249));
        const std::uint64_t last = rows->front().number;
        QVERIFY(m_store->trim(0));
        QVERIFY(m_store->query({})->isEmpty());
        QVERIFY(m_store->write({recordOf(1)}));
        QVERIFY(m_store->query({})->front().number > last);
    }

    // Only says that writing is not absurdly slow; the bench measures it.
    void writingIsFast()
    {
        std::vector<LogRecord> batch;
        for (int i = 0; i < 20000; ++i)
            batch.push_back(recordOf(i));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_store->write(batch));
        const double rate = 20000.0 * 1e9 / static_cast<double>(timer.nsecsElapsed());
        qInfo("%.0f rows/s", rate);
        QVERIFY(rate > 2000);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LogStore> m_store;
};

QTEST_GUILESS_MAIN(TestLogStore)
#include "test_logstore.moc"
