// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/policy/filtercases.h"

using namespace sallyport;

// What a filter fits decides what "disconnect all shown" ends.
class SessionFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void cases_data() { testing::FilterCases::add("sessions", 120); }
    void cases();
    void fits_data();
    void fits();
    void exactness();
    void findsWhatIsShown();
    void figures_data();
    void figures();
    void refuses_data();
    void refuses();
};

void SessionFilterTest::cases()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    const auto filter = SessionFilter::parse(text);
    QByteArrayList fitting;
    if (filter) {
        for (const testing::FilterCases::Row& row : testing::FilterCases::rows()) {
            if (filter->matches(row.session, row.connection))
                fitting.append(row.name());
        }
    }
    QCOMPARE(filter ? testing::FilterCases::outcome(fitting) : testing::FilterCases::outcome(filter.error()), expected);
}

void SessionFilterTest::fits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row
        = [](const char* text, bool expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("", true);
    row("ANNA", true);
    row("user:anna", true);
    row("user:bert", false);
    row("user:anna program:icq", false); // all words must fit
    row("user:anna program:MSMSGS", true);
    row("user:\"anna b\"", true);
    row("port:1863", true);
    row("port:186", false); // ports fit as whole numbers
    row("1863", true);
    row("863", false);
    row("host:hotmail", true);
    row("host:64.4.13", true); // the address is a part of the host
    row("client:10.0.0.7", true);
    row("client:64.4.13", false);
    row("computer:pc7", true);
    row("type:firewall", true);
    // Exact.
    row("program:=msmsgs.exe", true);
    row("program:\"MSMSGS\"", true); // however it is spelled
    row("program:=msgs", false);
    row("program:\"msmsgs.exe\" port:1863", true);
    row("user:=anna", false);
    row("user:\"anna\"", false);
    row("user:=\"anna b\"", true);
    row("host:=64.4.13.17", true);
    row("host:=64.4.13.1", false);
    row("client:=10.0.0.7", true);
    // * spans.
    row("program:ms*.exe", true);
    row("program:sms*", false);
    row("program:*sms*", true);
    row("user:an*b", true);
    row("user:=an*b", false); // the star itself
    row("*.hotmail.com", true);
    row("\"user:anna b\"", true); // quotes keep the space; it contains
    row("fe80:", false); // the beginning of an address
    row("2001:db8::7", false); // an address, not the field "2001"
    row("fe80::1", false); // begins like a field, and is an address
}

void SessionFilterTest::fits()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    Session session;
    session.type = SessionType::FirewallClient;
    session.user = QStringLiteral("anna b");
    session.computer = QStringLiteral("PC7");
    session.client = IpAddress::fromV4(0x0a000007);
    session.application = QStringLiteral("msmsgs.exe");
    Connection connection;
    connection.host = QStringLiteral("messenger.hotmail.com");
    connection.address = IpAddress::fromV4(0x40040d11);
    connection.port = 1863;
    const auto filter = SessionFilter::parse(text);
    QVERIFY2(filter.ok(), filter.ok() ? "" : qPrintable(filter.error().text()));
    QCOMPARE(filter->matches(session, connection), expected);
}

void SessionFilterTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unknown field") << QStringLiteral("usr:anna") << ErrorCode::UnknownWord;
    QTest::newRow("unknown among known") << QStringLiteral("user:anna prog:x") << ErrorCode::UnknownWord;
    // Without its value the word would fit, and end, everything.
    QTest::newRow("minus alone") << QStringLiteral("-") << ErrorCode::Missing;
    QTest::newRow("minus of nobody's field") << QStringLiteral("-usr:anna") << ErrorCode::UnknownWord;
    QTest::newRow("open quote") << QStringLiteral("user:\"anna") << ErrorCode::Missing;
    QTest::newRow("size of a user") << QStringLiteral("user>1MB") << ErrorCode::InvalidValue;
    QTest::newRow("compared with nothing") << QStringLiteral("received>") << ErrorCode::Missing;
    QTest::newRow("exact nothing") << QStringLiteral("user:=") << ErrorCode::Missing;
    QTest::newRow("no value") << QStringLiteral("user:") << ErrorCode::Missing;
    QTest::newRow("port of letters") << QStringLiteral("port:abc") << ErrorCode::InvalidValue;
    QTest::newRow("port below zero") << QStringLiteral("user:anna port:-1") << ErrorCode::InvalidValue;
}

void SessionFilterTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    const auto filter = SessionFilter::parse(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().code, code);
    QVERIFY(!filter.error().detail.isEmpty());
}

// What asks no question before it ends connections.
void SessionFilterTest::exactness()
{
    for (const char* text :
        {"program:=aim.exe", "program:\"aim.exe\" user:=anna", "port:1863 client:=10.0.0.7", "program:=aim|msmsgs"})
        QVERIFY2(SessionFilter::parse(QLatin1StringView(text))->isExact(), text);
    for (const char* text : {"", "aim", "program:aim.exe", "program:=aim user:an", "user:an*", "\"aim.exe\"",
             "-program:=aim.exe", "received>1MB", "program:\"aim\"|an*", "user:\"\"", "user:\"\" program:=aim",
             "user:=anna|\"\"", "age:2026-11-27", "connections:1", "sent:0", "program:=aim connections:1",
             "-user:\"anna\"", "port:80 -port:8080"})
        QVERIFY2(!SessionFilter::parse(QLatin1StringView(text))->isExact(), text);
}

// A name with characters that nobody sees is found by what the screen shows, and as it is.
void SessionFilterTest::findsWhatIsShown()
{
    Session session;
    session.application = QString::fromUtf8("evil\u202egnp.exe");
    for (const char* text : {"program:evil<U+202E>gnp", "program:evil\u202egnp", "program:=evil<u+202e>gnp.exe",
             "program:=evilgnp", "evil<U+202E>"})
        QVERIFY2(SessionFilter::parse(QString::fromUtf8(text))->matches(session, {}), text);
}

void SessionFilterTest::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row
        = [](const char* text, bool expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("received>1MB", true);
    row("received>3MB", false);
    row("sent:0", true);
    row("in>=100KB/s", true);
    row("out>0", false);
    row("connections>1", true);
    row("connections:2", true);
    row("-connections:2", false);
    row("age<5m", false);
    row("age>5m age<1h", true);
    row("2", false); // figures are no words
}

// Those of the session, whichever connection is looked at.
void SessionFilterTest::figures()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    Session session;
    session.activated = TimePoint(std::chrono::seconds(1'000'000));
    const auto filter = SessionFilter::parse(text);
    QVERIFY2(filter.ok(), filter.ok() ? "" : qPrintable(filter.error().text()));
    const SessionFigures figures{0, 2'000'000, 0, 123'456, 2};
    QCOMPARE(filter->matches(session, {}, figures, session.activated + std::chrono::minutes(20)), expected);
    QCOMPARE(filter->hasFigures(), text != u"2");
}

QTEST_APPLESS_MAIN(SessionFilterTest)
#include "test_sessionfilter.moc"
