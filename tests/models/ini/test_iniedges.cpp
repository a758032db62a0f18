// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/inidocument.h"

#include <QtTest>

using namespace sallyport;
using namespace Qt::Literals::StringLiterals;

// Editing in place where a wrong line would open or close a way out, or lose what others wrote.
class TestIniEdges : public QObject
{
    Q_OBJECT

private slots:
    void keysTakenOutOfAnEntryGo();
    void foreignKeysOfServerSectionsStay();
    void keylessLinesKeepTheirSection();
    void laterSectionNameIsKept();
    void unendedLastLineIsEndedFirst();
    void noValueBeginsALine();
    void rangesThatOnlyLookLikeMasks_data();
    void rangesThatOnlyLookLikeMasks();
    void pacDomainsAreLowerCase();
};

namespace
{

Policy policyOf(const QByteArray& ini)
{
    Policy policy;
    policy.client = readClientIni(ini)->client;
    return policy;
}

} // namespace

// "Disable=1" that was taken back must not stay in the file because the entry has other keys.
void TestIniEdges::keysTakenOutOfAnEntryGo()
{
    const QByteArray before = "[icq]\r\nDisable=1\r\nPersistent=1\r\nColour=red\r\n";
    Policy policy = policyOf(before);
    QCOMPARE(policy.client.applications.size(), 1);
    policy.client.applications[0].remove(ApplicationKey::Disable);
    const QByteArray after = *editClientIni(before, policy);
    QVERIFY2(after.startsWith("[icq]\r\nPersistent=1\r\nColour=red\r\n"), after.constData());
    QVERIFY(!readClientIni(after)->client.applications[0].value(ApplicationKey::Disable));
}

void TestIniEdges::foreignKeysOfServerSectionsStay()
{
    const QByteArray before = "[Common]\r\nDisable=0\r\nPort=1745\r\n[Internal]\r\nPersistent=1\r\nscp=9,10\r\n";
    const QByteArray after = *editClientIni(before, policyOf(before));
    QVERIFY2(after.contains("Disable=0\r\n") && after.contains("[Internal]\r\nPersistent=1\r\nscp=9,10\r\n"),
        after.constData());
}

void TestIniEdges::keylessLinesKeepTheirSection()
{
    const QByteArray before = "[icq]\r\nDisable=1\r\nnobody knows what this is\r\n";
    Policy policy = policyOf(before);
    policy.client.applications.clear();
    const QByteArray after = *editClientIni(before, policy);
    QVERIFY2(after.contains("[icq]\r\nnobody knows what this is\r\n"), after.constData());
}

// Later versions call [Master Config] [My Config]; a file keeps the name it has.
void TestIniEdges::laterSectionNameIsKept()
{
    const QByteArray before = "[My Config]\r\nPath1=\\\\old\\mspclnt\\\r\n";
    Policy policy = policyOf(before);
    policy.client.serverName = u"gate"_s;
    const QByteArray after = *editClientIni(before, policy);
    QVERIFY2(after.contains("[My Config]\r\nPath1=\\\\gate\\mspclnt\\\r\n"), after.constData());
    QVERIFY(!after.contains("Master Config"));
}

void TestIniEdges::unendedLastLineIsEndedFirst()
{
    IniDocument document = *IniDocument::parse("[icq]\nDisable=1");
    document.setValue(u"icq", u"Persistent", u"1"_s);
    QCOMPARE(document.toBytes(), QByteArray("[icq]\nDisable=1\nPersistent=1\n"));
}

void TestIniEdges::noValueBeginsALine()
{
    for (const char* text : {"[a]\r\nkey=old\r\n", "[a]\r\n", "[b]\r\n"}) {
        IniDocument document = *IniDocument::parse(text);
        document.setValue(u"a", u"key", u"new\r\nDisable=0\n[c]"_s);
        const IniDocument again = *IniDocument::parse(document.toBytes());
        QVERIFY2(!again.value(u"a", u"Disable"), text);
        QVERIFY2(!again.hasSection(u"c"), text);
    }
}

void TestIniEdges::rangesThatOnlyLookLikeMasks_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isRange");
    QTest::newRow("mask") << QByteArray("10.0.0.0 255.0.0.0") << false;
    QTest::newRow("host mask") << QByteArray("10.0.0.1 255.255.255.255") << false;
    QTest::newRow("inverse mask") << QByteArray("10.0.0.0 0.255.255.255") << false;
    QTest::newRow("very short mask") << QByteArray("10.0.0.0 240.0.0.0") << false;
    QTest::newRow("first network") << QByteArray("0.0.0.0 0.255.255.255") << true;
    QTest::newRow("everything") << QByteArray("0.0.0.0 255.255.255.255") << true;
    QTest::newRow("reserved") << QByteArray("240.0.0.0 255.255.255.255") << true;
    QTest::newRow("multicast") << QByteArray("224.0.0.0 239.255.255.255") << true;
    QTest::newRow("half of all") << QByteArray("1.0.0.0 128.0.0.0") << true;
    QTest::newRow("short mask") << QByteArray("64.0.0.0 192.0.0.0") << true;
}

void TestIniEdges::rangesThatOnlyLookLikeMasks()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isRange);
    const auto lat = readLat(line + "\r\n");
    QVERIFY(lat.ok());
    QCOMPARE(lat->ranges.size(), isRange ? 1 : 0);
    QCOMPARE(lat->problems.size(), isRange ? 0 : 1);
}

// The script compares with the host in lower case.
void TestIniEdges::pacDomainsAreLowerCase()
{
    Policy policy;
    policy.localDomains = {u" Corp.Example "_s, u"*.INSIDE.example"_s, u".inside.example."_s, u"no domain"_s};
    QVERIFY(writePac(policy).contains("[\"corp.example\",\"inside.example\"]"));
}

QTEST_APPLESS_MAIN(TestIniEdges)
#include "test_iniedges.moc"
