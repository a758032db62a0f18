// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include <QTest>

using namespace sallyport;

// What a filter fits decides what "disconnect all shown" ends.
class SessionFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void fits_data();
    void fits();
    void refuses_data();
    void refuses();
};

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
    QTest::newRow("no value") << QStringLiteral("user:") << ErrorCode::Missing;
    QTest::newRow("quoted nothing") << QStringLiteral("user:\"\"") << ErrorCode::Missing;
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

QTEST_APPLESS_MAIN(SessionFilterTest)
#include "test_sessionfilter.moc"
