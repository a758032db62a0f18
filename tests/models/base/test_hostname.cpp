// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostname.h"

#include <QTest>

using namespace sallyport;

class TestHostName : public QObject
{
    Q_OBJECT

private slots:
    void spells_data();
    void spells();
    void refuses_data();
    void refuses();
};

void TestHostName::spells_data()
{
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<bool>("isAddress");
    const auto row = [](const char* written, const char* canonical, bool isAddress) {
        QTest::newRow(written) << QByteArray(canonical) << isAddress;
    };
    row("example.com", "example.com", false);
    row("Example.COM.", "example.com", false);
    row("1and1.com", "1and1.com", false);
    row("_sip.example", "_sip.example", false);
    row("127.0.0.1", "127.0.0.1", true);
    row("127.0.0.1.", "127.0.0.1", true);
    row("::1", "::1", true);
    row("0:0:0:0:0:0:0:1", "::1", true);
    row("2001:DB8::A", "2001:db8::a", true);
    row("::ffff:127.0.0.1", "127.0.0.1", true);
    row("::FFFF:7f00:1", "127.0.0.1", true);
}

void TestHostName::spells()
{
    QFETCH(QByteArray, canonical);
    QFETCH(bool, isAddress);
    std::string_view why;
    const auto host = canonicalHost(QTest::currentDataTag(), why);
    QVERIFY(host);
    QCOMPARE(QByteArray::fromStdString(host->text), canonical);
    QCOMPARE(host->address.has_value(), isAddress);
}

void TestHostName::refuses_data()
{
    QTest::addColumn<QByteArray>("written");
    const char* const all[] = {"", ".", "..", "a..b", ".a", "a..", "127.1", "127.0.1", "0x7f.1", "0X7F000001", "0x",
        "2130706433", "017700000001", "0", "0127.0.0.1", "127.0.0.01", "127.0.0.1..", "1.2.3.4.5", "256.1.1.1", "a.1",
        "a.0x1", "a b", "a%b", "a/b", "a@b", "[::1]", "::1%lo", "fe80::1%1", "1::2::3", ":", "127.0.0.1:80",
        "\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1", "b\303\274cher.example", "a\tb", "127。0。0。1"};
    for (const char* written : all)
        QTest::newRow(QByteArray(written).toPercentEncoding().constData()) << QByteArray(written);
    QTest::newRow("long label") << QByteArray(64, 'a');
    QTest::newRow("long name") << QByteArray("a.").repeated(127);
    QTest::newRow("zero byte") << QByteArray("a\0b", 3);
}

void TestHostName::refuses()
{
    QFETCH(QByteArray, written);
    std::string_view why;
    if (written.size() == 254)
        QVERIFY(canonicalHost(written.toStdString(), why)); // 253 without the root's dot
    written += written.size() == 254 ? "a" : "";
    QVERIFY(!canonicalHost(written.toStdString(), why));
    QVERIFY(why.ends_with('.'));
}

QTEST_GUILESS_MAIN(TestHostName)
#include "test_hostname.moc"
