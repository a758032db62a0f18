// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ipaddress.h"

#include <QTest>

using namespace sallyport;

class IpAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void ordersWithinAFamily();
    void nextCarriesAndEnds();
    void rangeHoldsItsEnds();
};

void IpAddressTest::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("v4") << "192.0.2.1"
                        << "192.0.2.1";
    QTest::newRow("v4 low") << "0.0.0.0"
                            << "0.0.0.0";
    QTest::newRow("v4 high") << "255.255.255.255"
                             << "255.255.255.255";
    QTest::newRow("null") << "::"
                          << "::";
    QTest::newRow("loopback") << "::1"
                              << "::1";
    QTest::newRow("full") << "2001:0DB8:0:0:0:0:0:1"
                          << "2001:db8::1";
    // RFC 5952 section 4.2: one zero group stays, the first of two equal runs is shortened.
    QTest::newRow("one zero group") << "2001:db8:0:1:1:1:1:1"
                                    << "2001:db8:0:1:1:1:1:1";
    QTest::newRow("two runs") << "2001:db8:0:0:1:0:0:1"
                              << "2001:db8::1:0:0:1";
    QTest::newRow("longer run second") << "2001:0:0:1:0:0:0:1"
                                       << "2001:0:0:1::1";
    QTest::newRow("gap at end") << "fe80::"
                                << "fe80::";
    QTest::newRow("mapped") << "::ffff:192.0.2.1"
                            << "192.0.2.1";
    QTest::newRow("mapped hex") << "::ffff:c000:201"
                                << "192.0.2.1";
    QTest::newRow("v4 tail") << "64:ff9b::192.0.2.33"
                             << "64:ff9b::c000:221";
}

void IpAddressTest::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const std::optional<IpAddress> address = IpAddress::parse(text);
    QVERIFY(address.has_value());
    QCOMPARE(address->toString(), canonical);
    QCOMPARE(IpAddress::parse(canonical), address);
    QCOMPARE(IpAddress::parse(std::string_view(text.toStdString())), address);
}

void IpAddressTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{QStringLiteral(""), QStringLiteral("1"), QStringLiteral("1.2.3"),
        QStringLiteral("1.2.3.4.5"), QStringLiteral("1.2.3.256"), QStringLiteral("01.2.3.4"),
        QStringLiteral("1.2.3.4 "), QStringLiteral(" 1.2.3.4"), QStringLiteral("1.2.3."), QStringLiteral("0x1.2.3.4"),
        QStringLiteral("1.2.3.4444"), QStringLiteral("localhost"), QStringLiteral(":"), QStringLiteral(":::"),
        QStringLiteral("1::2::3"), QStringLiteral("1:2:3:4:5:6:7"), QStringLiteral("1:2:3:4:5:6:7:8:9"),
        QStringLiteral("1:2:3:4:5:6:7::8"), QStringLiteral("12345::"), QStringLiteral("g::1"),
        QStringLiteral("fe80::1%eth0"), QStringLiteral("[::1]"), QStringLiteral("::1.2.3"), QStringLiteral("1.2.3.4::"),
        QStringLiteral("1:"), QStringLiteral("\u0661.2.3.4")};
    for (const QString& text : texts)
        QTest::newRow(qPrintable(QLatin1Char('"') + text + QLatin1Char('"'))) << text;
}

void IpAddressTest::refuses()
{
    QFETCH(QString, text);
    QCOMPARE(IpAddress::parse(text), std::nullopt);
}

void IpAddressTest::ordersWithinAFamily()
{
    QVERIFY(*IpAddress::parse(u"9.255.255.255") < *IpAddress::parse(u"10.0.0.0"));
    QVERIFY(*IpAddress::parse(u"2001:db8::ff") < *IpAddress::parse(u"2001:db8::100"));
    QCOMPARE(IpAddress::fromV4(0xc0000201), *IpAddress::parse(u"192.0.2.1"));
    QCOMPARE(IpAddress::parse(u"192.0.2.1")->v4(), 0xc0000201u);
    QVERIFY(!IpAddress::parse(u"::1")->isV4());
}

void IpAddressTest::nextCarriesAndEnds()
{
    QCOMPARE(IpAddress::parse(u"10.0.255.255")->next()->toString(), QStringLiteral("10.1.0.0"));
    QCOMPARE(IpAddress::parse(u"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")->next(), std::nullopt);
}

void IpAddressTest::rangeHoldsItsEnds()
{
    const AddressRange range{*IpAddress::parse(u"10.0.0.0"), *IpAddress::parse(u"10.255.255.255")};
    QVERIFY(range.contains(range.first));
    QVERIFY(range.contains(range.last));
    QVERIFY(!range.contains(*IpAddress::parse(u"11.0.0.0")));
    QVERIFY(!range.contains(*IpAddress::parse(u"9.255.255.255")));
    QVERIFY(!range.contains(IpAddress()));
}

QTEST_APPLESS_MAIN(IpAddressTest)
#include "test_ipaddress.moc"
