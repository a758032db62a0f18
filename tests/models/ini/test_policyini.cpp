// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "tests/models/ini/inicorpus.h"
#include "tests/models/ini/samplepolicies.h"

#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::Literals::StringLiterals;

class TestPolicyIni : public QObject
{
    Q_OBJECT

private slots:
    void writesGoldenFiles();
    void everyPolicyComesBackWhole();
    void jsonAndIniSayTheSame();
    void handWrittenFileIsRead();
    void reportsBadFiles_data();
    void reportsBadFiles();
    void oneChangeIsOneLine();
    void refusesWhatIsNoIni();
};

void TestPolicyIni::writesGoldenFiles()
{
    QVERIFY(matchesGolden(writePolicyIni(fullPolicy()), u"golden/policy-full.ini"_s));
    QVERIFY(matchesGolden(writePolicyIni(Policy()), u"golden/policy-empty.ini"_s));
}

void TestPolicyIni::everyPolicyComesBackWhole()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        QRandomGenerator random(seed);
        const Policy policy = seed % 2 ? wildPolicy(random) : randomPolicy(random);
        const QByteArray bytes = writePolicyIni(policy);
        QList<Problem> problems;
        const Result<Policy> read = readPolicyIni(bytes, &problems);
        if (!read || *read != policy)
            QFAIL(qPrintable(u"seed %1: %2\n%3"_s.arg(seed).arg(
                QString::fromUtf8(problemLines(problems)), QString::fromUtf8(bytes))));
        QCOMPARE(writePolicyIni(*read), bytes);
    }
    QCOMPARE(*readPolicyIni(writePolicyIni(fullPolicy())), fullPolicy());
}

// JSON -> policy -> ini -> policy -> JSON, with any text that JSON can hold.
void TestPolicyIni::jsonAndIniSayTheSame()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        QRandomGenerator random(seed);
        Policy policy = randomPolicy(random);
        for (int i = random.bounded(40); i > 0; --i)
            policy.server.description += QChar(static_cast<ushort>(random.bounded(1, 0xd7ff)));
        policy.server.description += u"\U0001F511"_s;
        const QByteArray json = policyToJsonText(policy);
        const Result<Policy> fromJson = policyFromJsonText(json);
        QVERIFY2(fromJson && *fromJson == policy, qPrintable(u"seed %1"_s.arg(seed)));
        const Result<Policy> fromIni = readPolicyIni(writePolicyIni(*fromJson));
        QVERIFY2(fromIni && policyToJsonText(*fromIni) == json, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestPolicyIni::handWrittenFileIsRead()
{
    // Other order, other case, Windows line ends, comments, a program without an id.
    QByteArray bytes = "; ours\n[application  MSMSGS]\ndisable = 1\nnameresolution=r\n" + writePolicyIni(Policy());
    bytes.replace("[Web Proxy Listener]\nEnabled=1", "[web proxy listener]\n; closed at night\n enabled = 0");
    bytes.replace("\n", "\r\n");
    const Result<Policy> read = readPolicyIni(bytes);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().text()));
    QVERIFY(!read->listeners.webProxy.enabled);
    QCOMPARE(read->client.applications.size(), 1);
    const ApplicationEntry& entry = read->client.applications.first();
    QCOMPARE(entry.name, u"MSMSGS"_s);
    QCOMPARE(entry.value(ApplicationKey::NameResolution), std::optional(u"R"_s));
    QVERIFY(!entry.id.isEmpty());
}

void TestPolicyIni::reportsBadFiles_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char* name, const char* from, const char* to, const char* problems) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(problems);
    };
    row("unknown section", "[Server]", "[Servers]\n[Server]", "7 error unknownWord Servers\n");
    row("unknown key", "Unmatched=deny", "Unmatched=deny\nDefault=allow", "6 error unknownWord Default=allow\n");
    row("unknown word", "Unmatched=deny", "Unmatched=maybe", "5 error invalidValue maybe\n");
    row("missing key", "Unmatched=deny\n", "", "3 error missing \n");
    row("missing section", "[Server]\nName=\nDescription=\n", "", "0 error missing \n");
    row("repeated key", "Unmatched=deny", "Unmatched=deny\nunmatched=allow", "6 error duplicate allow\n");
    row("repeated section", "[Server]", "[Policy]\n[Server]", "7 error duplicate \n");
    row("foreign format", "Format=1", "Format=2", "4 error unsupported 2\n");
    row("number", "Connection Limit=0", "Connection Limit=many", "14 error invalidValue many\n");
    row("flag", "[Web Proxy Listener]\nEnabled=1", "[Web Proxy Listener]\nEnabled=on", "17 error invalidValue on\n");
    row("address", "Address=127.0.0.1\nPort=8080", "Address=localhost\nPort=8080", "18 error invalidValue localhost\n");
    row("damaged quotes", "Description=", "Description=\"never closed", "9 error invalidValue \"never closed\n");
    row("keyless line", "Unmatched=deny", "Unmatched=deny\nstray", "6 error syntax stray\n");
    row("broken header", "[Server]", "[Ser\nx=1\n[Server]", "7 error syntax [Ser\n");
    row("before all", "; A", "x=1\n; A", "1 error syntax x=1\n");
    row("range", "[Local Address Table]\n", "[Local Address Table]\n10.0.0.0/8\n",
        "49 error invalidValue 10.0.0.0/8\n");
    row("program's key", "\n[Local Address Table]", "[Application a]\nDisabel=1\n[Local Address Table]",
        "48 error unknownWord Disabel\n");
    row("program's value", "\n[Local Address Table]", "[Application a]\nDisable=2\n[Local Address Table]",
        "48 error invalidValue 2\n");
    row("program twice", "\n[Local Address Table]", "[Application a]\n[Application A]\n[Local Address Table]",
        "48 error duplicate A\n");
}

void TestPolicyIni::reportsBadFiles()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, problems);
    QByteArray bytes = writePolicyIni(Policy());
    QVERIFY(bytes.contains(from));
    bytes.replace(bytes.indexOf(from), from.size(), to);
    QList<Problem> found;
    const Result<Policy> read = readPolicyIni(bytes, &found);
    QVERIFY(!read);
    QCOMPARE(problemLines(found), problems);
    QCOMPARE(read.error(), found.first().error);
}

void TestPolicyIni::oneChangeIsOneLine()
{
    Policy changed = fullPolicy();
    changed.client.applications[1].setValue(ApplicationKey::Disable, u"0"_s);
    const QList<QByteArray> before = writePolicyIni(fullPolicy()).split('\n');
    const QList<QByteArray> after = writePolicyIni(changed).split('\n');
    QCOMPARE(before.size(), after.size());
    int differences = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        differences += before[i] != after[i];
    QCOMPARE(differences, 1);
}

void TestPolicyIni::refusesWhatIsNoIni()
{
    QList<Problem> problems;
    QVERIFY(!readPolicyIni(QByteArray("a\0b", 3), &problems));
    QCOMPARE(problems.size(), 1);
    QVERIFY(!readPolicyIni("{\"format\": 1}"));
    QVERIFY(!readPolicyIni(""));
}

QTEST_GUILESS_MAIN(TestPolicyIni)
#include "test_policyini.moc"
