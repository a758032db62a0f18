// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "tests/models/ini/inicorpus.h"
#include "tests/models/ini/samplepolicies.h"

#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::Literals::StringLiterals;

class TestLat : public QObject
{
    Q_OBJECT

private slots:
    void writesGoldenFile();
    void readsEveryShape();
    void reportsEveryBadLine();
    void whatIsWrittenReadsBack();
};

void TestLat::writesGoldenFile()
{
    QVERIFY(matchesGolden(writeLat(fullPolicy().localAddresses), u"golden/msplat.txt"_s));
    QCOMPARE(writeLat({}), QByteArray());
}

void TestLat::readsEveryShape()
{
    const Result<Lat> lat = readLat(readIniFile(u"good/locallat.txt"_s));
    QVERIFY(lat);
    QCOMPARE(problemLines(lat->problems), QByteArray());
    QCOMPARE(lat->ranges, fullPolicy().localAddresses);
    QVERIFY(readLat("")->ranges.isEmpty());
    QVERIFY(!readLat(QByteArray("1\0", 2)));
}

void TestLat::reportsEveryBadLine()
{
    const Result<Lat> lat = readLat(readIniFile(u"bad/locallat.txt"_s));
    QVERIFY(lat);
    QVERIFY(matchesGolden(problemLines(lat->problems), u"bad/locallat.expected"_s));
    QCOMPARE(lat->ranges.size(), 3);
}

void TestLat::whatIsWrittenReadsBack()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        QRandomGenerator random(seed);
        const Policy policy = randomPolicy(random);
        const Result<Lat> lat = readLat(writeLat(policy.localAddresses));
        QVERIFY(lat);
        QCOMPARE(lat->ranges, policy.localAddresses);
    }
}

QTEST_GUILESS_MAIN(TestLat)
#include "test_lat.moc"
