// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/policy/w3clog.h"

#include <QTest>

using namespace sallyport;

namespace
{

LogRecord closedConnection()
{
    LogRecord record;
    record.way = SessionType::FirewallClient;
    record.operation = LogOperation::Close;
    record.time = TimePoint(std::chrono::microseconds(1006538105999999)); // 2001-11-23 17:55:05.999999
    record.client = IpAddress::fromV4(0xc0000207);
    record.user = "EXAMPLE\\anna";
    record.agent = "msmsgs.exe:linux";
    record.authenticated = true;
    record.host = "messenger.hotmail.com";
    record.address = IpAddress::fromV4(0x40040d11);
    record.port = 1863;
    record.milliseconds = 4294967295;
    record.bytesSent = 18446744073709551615ULL;
    record.bytesReceived = 2;
    record.status = 20001;
    record.rule1 = "MSN";
    record.rule2 = "Allow rule";
    record.session = 17;
    record.connection = 4711;
    return record;
}

LogRecord webRequest()
{
    LogRecord record;
    record.way = SessionType::WebProxy;
    record.operation = LogOperation::Request;
    record.time = TimePoint(std::chrono::seconds(951782400)); // 2000-02-29
    record.client = *IpAddress::parse(std::string_view("2001:db8::7"));
    record.agent = "Mozilla/5.0 (X11; Linux x86_64)";
    record.referrer = "http://example.com/";
    record.host = "example.com";
    record.address = *IpAddress::parse(std::string_view("2001:db8::80"));
    record.port = 80;
    record.milliseconds = 12;
    record.bytesSent = 300;
    record.bytesReceived = 4000;
    record.protocol = "http";
    record.method = "GET";
    record.uri = "http://example.com/a%20b";
    record.mimeType = "text/html";
    record.status = 200;
    record.rule1 = "-";
    return record;
}

std::string line(const LogRecord& record, W3cLog log)
{
    std::string text;
    appendW3cLine(text, record, log, "branch-a");
    return text;
}

std::string field(const std::string& text)
{
    std::string out;
    appendW3cText(out, text);
    return out;
}

} // namespace

class TestW3cLog : public QObject
{
    Q_OBJECT

private slots:
    void firewallLine()
    {
        QCOMPARE(line(closedConnection(), W3cLog::Firewall),
            std::string("192.0.2.7\tEXAMPLE\\anna\tmsmsgs.exe:linux\tY\t2001-11-23\t17:55:05\tfwsrv\tbranch-a\t-\t"
                        "messenger.hotmail.com\t64.4.13.17\t1863\t4294967295\t18446744073709551615\t2\t-\tTCP\t"
                        "Disconnect\t-\t-\t-\t20001\t-\tMSN\tAllow rule\t17\t4711"));
    }

    void webProxyLine()
    {
        QCOMPARE(line(webRequest(), W3cLog::WebProxy),
            std::string("2001:db8::7\t-\tMozilla/5.0 (X11; Linux x86_64)\tN\t2000-02-29\t00:00:00\tw3proxy\tbranch-a\t"
                        "http://example.com/\texample.com\t2001:db8::80\t80\t12\t300\t4000\thttp\tTCP\tGET\t"
                        "http://example.com/a%20b\ttext/html\t-\t200\t-\t-\t-"));
    }

    // Whatever the place of a byte that can't stand as it is, the text is written out, and plain text as it is.
    void everyByteIsSeen()
    {
        for (std::size_t length = 1; length < 20; ++length) {
            for (std::size_t place = 0; place < length; ++place) {
                for (int byte = 0; byte < 256; ++byte) {
                    std::string text(length, '~');
                    text[place] = static_cast<char>(byte);
                    std::string expected;
                    appendVisible(expected, text);
                    std::string written;
                    appendW3cText(written, text);
                    QCOMPARE(written, expected);
                    QCOMPARE(written == text, byte >= 0x20 && byte < 0x7f);
                }
            }
        }
    }

    void longTextStandsInItsPlace()
    {
        LogRecord record = webRequest();
        const std::string before = line(record, W3cLog::WebProxy);
        const std::string uri = record.uri;
        for (const std::size_t size : {511, 512, 513, 3000}) {
            record.uri = std::string(size, 'u');
            QCOMPARE(line(record, W3cLog::WebProxy),
                std::string(before).replace(before.find(uri + "\t"), uri.size(), record.uri));
        }
    }

    void fieldsAreNamed()
    {
        QCOMPARE(QByteArray(w3cFields(W3cLog::Firewall).data()).count('\t'), 26);
        const std::string web(w3cFields(W3cLog::WebProxy));
        QCOMPARE(std::count(web.begin(), web.end(), '\t'), 24);
        QVERIFY(web.ends_with("\trule#1\trule#2"));
        QCOMPARE(w3cLogOf(SessionType::WebProxy), W3cLog::WebProxy);
        QCOMPARE(w3cLogOf(SessionType::Socks), W3cLog::Firewall);
    }

    void linesAreReadBack()
    {
        for (const LogRecord& record : {closedConnection(), webRequest(), LogRecord()}) {
            const W3cLog log = w3cLogOf(record.way);
            const auto read = parseW3cLine(line(record, log), log);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
            QCOMPARE(line(*read, log), line(record, log));
            QCOMPARE(read->way, record.way);
            QCOMPARE(read->operation, record.operation);
            QCOMPARE(read->time, std::chrono::floor<std::chrono::seconds>(record.time));
            QCOMPARE(read->bytesSent, record.bytesSent);
            QCOMPARE(read->host, record.host);
        }
    }

    void badLinesAreErrors_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("client") << 0 << QStringLiteral("10.0.0") << QStringLiteral("c-ip");
        QTest::newRow("date") << 4 << QStringLiteral("2001-02-29") << QStringLiteral("date, time");
        QTest::newRow("date form") << 4 << QStringLiteral("23.11.2001") << QStringLiteral("date, time");
        QTest::newRow("time") << 5 << QStringLiteral("24:00:00") << QStringLiteral("date, time");
        QTest::newRow("time form") << 5 << QStringLiteral("1a:00:00") << QStringLiteral("date, time");
        QTest::newRow("service") << 6 << QStringLiteral("w3svc") << QStringLiteral("s-svcname");
        QTest::newRow("address") << 10 << QStringLiteral("::g") << QStringLiteral("r-ip");
        QTest::newRow("port") << 11 << QStringLiteral("65536") << QStringLiteral("r-port");
        QTest::newRow("negative") << 12 << QStringLiteral("-1") << QStringLiteral("time-taken");
        QTest::newRow("bytes") << 13 << QStringLiteral("18446744073709551616") << QStringLiteral("cs-bytes");
        QTest::newRow("trailing") << 14 << QStringLiteral("1k") << QStringLiteral("sc-bytes");
        QTest::newRow("empty") << 21 << QString() << QStringLiteral("sc-status");
        QTest::newRow("connection") << 26 << QStringLiteral("x") << QStringLiteral("connectionid");
        QTest::newRow("field too many") << 26 << QStringLiteral("1\t2") << QStringLiteral("line");
        QTest::newRow("field added") << 3 << QStringLiteral("Y\tY") << QStringLiteral("line");
    }

    void badLinesAreErrors()
    {
        QFETCH(int, field);
        QFETCH(QString, text);
        QFETCH(QString, subject);
        QStringList fields = QString::fromStdString(line(closedConnection(), W3cLog::Firewall)).split(u'\t');
        fields[field] = text;
        const auto read = parseW3cLine(fields.join(u'\t').toStdString(), W3cLog::Firewall);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Syntax);
        QCOMPARE(read.error().subject, subject);
        QVERIFY(!parseW3cLine(line(webRequest(), W3cLog::WebProxy), W3cLog::Firewall));
        QVERIFY(!parseW3cLine({}, W3cLog::Firewall));
    }

    void textsStayOneField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("empty") << QByteArray() << QByteArray("-");
        QTest::newRow("plain") << QByteArray("a b\"%09") << QByteArray("a b\"%09");
        QTest::newRow("separators") << QByteArray("a\tb\r\nc") << QByteArray("a<U+0009>b<U+000D><U+000A>c");
        QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray("a<U+0000>b");
        QTest::newRow("delete") << QByteArray("\x7f") << QByteArray("<U+007F>");
        QTest::newRow("utf-8") << QByteArray("\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80")
                               << QByteArray("\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80");
        QTest::newRow("next line") << QByteArray("\xc2\x85") << QByteArray("<U+0085>");
        QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8x") << QByteArray("<U+2028>x");
        QTest::newRow("latin-1") << QByteArray("b\xfc") << QByteArray("b%FC");
        QTest::newRow("override") << QByteArray("evil\xe2\x80\xaegnp.exe") << QByteArray("evil<U+202E>gnp.exe");
        QTest::newRow("cut sequence") << QByteArray("\xe2\x82") << QByteArray("%E2%82");
        QTest::newRow("overlong") << QByteArray("\xc0\x8a\xe0\x80\x8a") << QByteArray("%C0%8A%E0%80%8A");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("%ED%A0%80");
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray("%F4%90%80%80");
    }

    void textsStayOneField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        QCOMPARE(QByteArray::fromStdString(field(text.toStdString())), written);
    }

    void longTextsAreCutBetweenCharacters()
    {
        QCOMPARE(field(std::string(10000, 'x')).size(), w3cTextLimit);
        std::string wide(w3cTextLimit - 1, 'x');
        wide += "\xe2\x82\xac";
        QCOMPARE(field(wide), std::string(w3cTextLimit - 1, 'x'));
    }
};

QTEST_GUILESS_MAIN(TestW3cLog)
#include "test_w3clog.moc"
