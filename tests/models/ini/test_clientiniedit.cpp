// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/inidocument.h"
#include "tests/models/ini/inicorpus.h"
#include "tests/models/ini/samplepolicies.h"

#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

Policy policyOf(const ClientIni& ini)
{
    Policy policy;
    policy.client = ini.client;
    policy.localDomains = ini.localDomains;
    return policy;
}

Policy readPolicy(const QByteArray& bytes)
{
    return policyOf(*readClientIni(bytes));
}

ApplicationEntry disabled(const QString& name)
{
    return {newObjectId(), name, {{ApplicationKey::Disable, u"1"_s}}};
}

// Lines of `before` that `after` no longer has, and the other way round.
QByteArray lineDiff(const QByteArray& before, const QByteArray& after)
{
    QList<QByteArray> gone = before.split('\n');
    QByteArray added;
    for (const QByteArray& line : after.split('\n')) {
        if (!gone.removeOne(line))
            added += "+" + line.trimmed() + "\n";
    }
    QByteArray diff;
    for (const QByteArray& line : gone)
        diff += "-" + line.trimmed() + "\n";
    return diff + added;
}

} // namespace

class TestClientIniEdit : public QObject
{
    Q_OBJECT

private slots:
    void whatItSaysAlreadyStaysByteForByte_data();
    void whatItSaysAlreadyStaysByteForByte();
    void addsAProgram();
    void changesOnlyTheValue();
    void removesAProgramButKeepsForeignLines();
    void removesRepeatedSectionsToo();
    void switchesFromNameToAddresses();
    void replacesUnreadableValues();
    void keepsLineEndsAndMissingLastOne();
    void fillsAnEmptyFile();
    void editedFileSaysWhatThePolicySays();
    void widensTheEncodingOnlyWhenItMust();
    void documentEditsSingleLines();
};

void TestClientIniEdit::whatItSaysAlreadyStaysByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const QString& file : iniFiles(u"good"_s, u".ini"_s)) {
        if (!file.startsWith(u"empty"_s))
            QTest::newRow(qPrintable(file)) << readIniFile(u"good/"_s + file);
    }
    for (const QString& file : iniFiles(u"edit"_s, u".ini"_s))
        QTest::newRow(qPrintable(file)) << readIniFile(u"edit/"_s + file);
    QTest::newRow("our own") << writeClientIni(fullPolicy());
    QTest::newRow("large") << writeClientIni(largePolicy(500));
}

void TestClientIniEdit::whatItSaysAlreadyStaysByteForByte()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> edited = editClientIni(bytes, readPolicy(bytes));
    QVERIFY(edited);
    // What clients need and the file lacks is added; nothing goes, nothing else changes.
    const QByteArray diff = lineDiff(bytes, *edited);
    if (diff.contains("+Name=") || diff.contains("+Path1="))
        return;
    QCOMPARE(*edited, bytes);
}

void TestClientIniEdit::addsAProgram()
{
    const QByteArray bytes = readIniFile(u"edit/lived-in.ini"_s);
    Policy policy = readPolicy(bytes);
    policy.client.applications.append(disabled(u"msmsgs"_s));
    const Result<QByteArray> edited = editClientIni(bytes, policy);
    QVERIFY(edited);
    QCOMPARE(*edited, QByteArray(bytes + "\r\n[msmsgs]\r\nDisable=1\r\n"));
}

void TestClientIniEdit::changesOnlyTheValue()
{
    const QByteArray bytes = readIniFile(u"edit/lived-in.ini"_s);
    Policy policy = readPolicy(bytes);
    policy.client.port = 1800;
    policy.client.application(u"icq")->setValue(ApplicationKey::Disable, u"0"_s);
    policy.client.application(u"icq")->setValue(ApplicationKey::Persistent, u"1"_s);
    const Result<QByteArray> edited = editClientIni(bytes, policy);
    QVERIFY(edited);
    QCOMPARE(lineDiff(bytes, *edited),
        QByteArray("-port = 1745\n-disable\t= 1\n+port = 1800\n+disable\t= 0\n+Persistent=1\n"));
    QVERIFY(edited->contains("disable\t= 0  \r\nMystery=42\r\nPersistent=1\r\nno equals sign here\r\n"));
}

void TestClientIniEdit::removesAProgramButKeepsForeignLines()
{
    const QByteArray bytes = readIniFile(u"edit/lived-in.ini"_s);
    Policy policy = readPolicy(bytes);
    QCOMPARE(policy.client.applications.size(), 3);
    policy.client.applications.clear();
    const Result<QByteArray> edited = editClientIni(bytes, policy);
    QVERIFY(edited);
    QCOMPARE(
        lineDiff(bytes, *edited), QByteArray("-disable\t= 1\n-[AIM]\n-Disable=1\n-[realplay]\n-NameResolution=R\n"));
    QVERIFY(edited->contains("[ICQ]\r\nMystery=42\r\n"));
    QVERIFY(edited->contains("; asked for by the head office\r\n"));
    QVERIFY(readPolicy(*edited).client.applications.isEmpty());
}

void TestClientIniEdit::removesRepeatedSectionsToo()
{
    // Were the first alone removed, the second would begin to count.
    const QByteArray bytes = "[aim]\nDisable=0\n[icq]\nDisable=1\n[AIM]\nDisable=1\n";
    Policy policy = readPolicy(bytes);
    QCOMPARE(policy.client.applications.size(), 2);
    policy.client.applications.removeFirst();
    QCOMPARE(*editClientIni(bytes, policy), QByteArray("[icq]\nDisable=1\n"));
}

void TestClientIniEdit::switchesFromNameToAddresses()
{
    const QByteArray bytes
        = "[Servers Ip Addresses]\nName=gate\n; two lines in the cellar\n[Master Config]\nPath1=\\\\gate\\mspclnt\\\n";
    Policy policy = readPolicy(bytes);
    policy.client.addressing = ServerAddressing::ByAddress;
    policy.client.serverAddresses = {*IpAddress::parse(u"192.0.2.1"), *IpAddress::parse(u"192.0.2.2")};
    const QByteArray edited = *editClientIni(bytes, policy);
    QCOMPARE(lineDiff(bytes, edited), QByteArray("-Name=gate\n+Addr1=192.0.2.1\n+Addr2=192.0.2.2\n"));
    QCOMPARE(asFileSeesIt(readPolicy(edited)), asFileSeesIt(policy));

    policy.client.serverAddresses.removeLast();
    QCOMPARE(lineDiff(edited, *editClientIni(edited, policy)), QByteArray("-Addr2=192.0.2.2\n"));
    policy.client.addressing = ServerAddressing::ByName;
    QCOMPARE(lineDiff(bytes, *editClientIni(edited, policy)), QByteArray());
}

void TestClientIniEdit::replacesUnreadableValues()
{
    const QByteArray bytes = "[Common]\nPort=seventeen\nSet Browsers to use Proxy=maybe\n[icq]\nDisable=maybe\n";
    Policy policy = readPolicy(bytes);
    policy.client.applications.first().setValue(ApplicationKey::Disable, u"1"_s);
    QCOMPARE(*editClientIni(bytes, policy),
        QByteArray("[Common]\nPort=1745\nSet Browsers to use Proxy=1\n[icq]\nDisable=1\n"));
}

void TestClientIniEdit::keepsLineEndsAndMissingLastOne()
{
    Policy policy;
    policy.client.applications = {disabled(u"a"_s), disabled(u"b"_s)};
    QCOMPARE(
        *editClientIni("[a]\nDisable=0\r\n[b]\nDisable=1", policy), QByteArray("[a]\nDisable=1\r\n[b]\nDisable=1"));
    policy.client.applications.append(disabled(u"c"_s));
    QCOMPARE(*editClientIni("[a]\nDisable=1\n[b]\nDisable=1", policy),
        QByteArray("[a]\nDisable=1\n[b]\nDisable=1\n\n[c]\nDisable=1\n"));
}

void TestClientIniEdit::fillsAnEmptyFile()
{
    const Policy policy = fullPolicy();
    const QByteArray edited = *editClientIni(QByteArray(), policy);
    QVERIFY(edited.startsWith("[Common]\r\nPort=11745\r\n"));
    QCOMPARE(asFileSeesIt(readPolicy(edited)), asFileSeesIt(policy));
}

void TestClientIniEdit::editedFileSaysWhatThePolicySays()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        QRandomGenerator random(seed);
        const Policy before = randomPolicy(random);
        Policy after = randomPolicy(random);
        for (const ApplicationEntry& entry : before.client.applications) {
            if (random.bounded(2) && !after.client.application(entry.name))
                after.client.applications.append(entry);
        }
        const QByteArray foreign = "\n; note\n[Unknown]\nWhat=1\nkeyless\n";
        const QByteArray edited = *editClientIni(writeClientIni(before) + foreign, after);
        QVERIFY(edited.contains(foreign));
        if (sorted(asFileSeesIt(readPolicy(edited))) != sorted(asFileSeesIt(after)))
            QFAIL(qPrintable(u"seed %1:\n%2"_s.arg(seed).arg(QString::fromLatin1(edited))));
        // Editing to the same policy again changes nothing.
        QCOMPARE(*editClientIni(edited, after), edited);
    }
}

void TestClientIniEdit::widensTheEncodingOnlyWhenItMust()
{
    const QByteArray latin1 = "[caf\xe9]\nDisable=0\n";
    Policy policy = readPolicy(latin1);
    policy.client.applications.first().setValue(ApplicationKey::Disable, u"1"_s);
    QCOMPARE(*editClientIni(latin1, policy), QByteArray("[caf\xe9]\nDisable=1\n"));
    policy.client.applications.append(disabled(u"\u20ac"_s));
    QCOMPARE(*editClientIni(latin1, policy),
        QByteArray("\xef\xbb\xbf[caf\xc3\xa9]\nDisable=1\n\n[\xe2\x82\xac]\nDisable=1\n"));
}

void TestClientIniEdit::documentEditsSingleLines()
{
    Result<IniDocument> parsed = IniDocument::parse("Stray=1\n[A]\nx=1\nX=2\n\n[broken\nx=9\n[a]\nx=3\n");
    QVERIFY(parsed);
    IniDocument& document = *parsed;
    QCOMPARE(document.sections(), QStringList({u"A"_s, u"a"_s}));
    QCOMPARE(document.value(u"a", u"X"), std::optional(u"1"_s));
    QCOMPARE(document.value(u"a", u"y"), std::optional<QString>());
    QCOMPARE(document.value(u"b", u"x"), std::optional<QString>());
    document.setValue(u"a", u"x", u"7"_s);
    document.setValue(u"a", u"y", u"8"_s);
    QCOMPARE(document.toBytes(), QByteArray("Stray=1\n[A]\nx=7\nX=2\ny=8\n\n[broken\nx=9\n[a]\nx=3\n"));
    document.removeSettings(u"A", [](QStringView key) { return key.compare(u"x", Qt::CaseInsensitive) == 0; });
    QCOMPARE(document.toBytes(), QByteArray("Stray=1\n[A]\ny=8\n\n[broken\nx=9\n[a]\nx=3\n"));
    document.removeEverywhere(u"a", [](QStringView) { return true; });
    QCOMPARE(document.toBytes(), QByteArray("Stray=1\n[broken\nx=9\n"));
    QVERIFY(!document.hasSection(u"A"));
    document.setValue(u"A", u"x", u"line\nbreak"_s);
    QCOMPARE(document.toBytes(), QByteArray("Stray=1\n[broken\nx=9\n\n[A]\nx=line break\n"));
}

QTEST_GUILESS_MAIN(TestClientIniEdit)
#include "test_clientiniedit.moc"
