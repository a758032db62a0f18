// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/ini/clientini.h"
#include "models/ini/iniscanner.h"
#include "models/policy/validate.h"
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

} // namespace

class TestClientIni : public QObject
{
    Q_OBJECT

private slots:
    void headersThatCannotBeWholeAreNotRead();
    void writesGoldenFiles();
    void readsGoodFiles_data();
    void readsGoodFiles();
    void reportsBadFiles_data();
    void reportsBadFiles();
    void refusesWhatIsNoIni_data();
    void refusesWhatIsNoIni();
    void everyEncodingReadsAlike();
    void nothingIsLostOutsideLatin1();
    void namesThatTheFileLacksAreLeftOut();
    void namesInAnotherCodePageAreSaid();
    void noTextCanBeginALine();
    void equalPoliciesAreEqualBytes();
    void whatIsWrittenReadsBack();
    void readWspcfgTakesProgramsOnly();
    void idsAreFreshAndUnique();
    void endlessProblemsEndInAnError();
    void longLinesAndManySectionsAreRead();
    void firstSectionAndKeyCount();
};

void TestClientIni::writesGoldenFiles()
{
    Policy plain = defaultPolicy(u"branch-a"_s);
    plain.client.serverName = u"branch-a"_s;
    plain.client.webProxyName = u"branch-a"_s;
    plain.client.applications = {{u"1"_s, u"msmsgs"_s, {{ApplicationKey::Disable, u"1"_s}}}};
    plain.localDomains = {u"example.com"_s, u"*.corp.example"_s};
    QVERIFY(matchesGolden(writeClientIni(plain), u"golden/msmsgs.ini"_s));
    QVERIFY(matchesGolden(writeClientIni(fullPolicy()), u"golden/full.ini"_s));
    QVERIFY(matchesGolden(writeClientIni(Policy()), u"golden/empty.ini"_s));
    QVERIFY(matchesGolden(writeWspcfg(fullPolicy().client.applications.first()), u"golden/wspcfg.ini"_s));
    QVERIFY(matchesGolden(writeWspad(plain), u"golden/wspad.dat"_s));
    QVERIFY(matchesGolden(writeWspad(fullPolicy()), u"golden/wspad-by-address.dat"_s));
}

void TestClientIni::readsGoodFiles_data()
{
    QTest::addColumn<QString>("file");
    for (const QString& file : iniFiles(u"good"_s, u".ini"_s))
        QTest::newRow(qPrintable(file)) << QString(u"good/"_s + file);
}

void TestClientIni::readsGoodFiles()
{
    QFETCH(QString, file);
    const Result<ClientIni> ini = readClientIni(readIniFile(file));
    QVERIFY(ini);
    QCOMPARE(problemLines(ini->problems), QByteArray());
    QVERIFY(matchesGolden(writeClientIni(policyOf(*ini)), QString(file.chopped(4) + u".expected"_s)));
}

void TestClientIni::reportsBadFiles_data()
{
    QTest::addColumn<QString>("file");
    for (const QString& file : iniFiles(u"bad"_s, u".ini"_s))
        QTest::newRow(qPrintable(file)) << QString(u"bad/"_s + file);
}

void TestClientIni::reportsBadFiles()
{
    QFETCH(QString, file);
    const Result<ClientIni> ini = readClientIni(readIniFile(file));
    QVERIFY(ini);
    QVERIFY(!ini->problems.isEmpty());
    QVERIFY(matchesGolden(problemLines(ini->problems), QString(file.chopped(4) + u".expected"_s)));
    for (const Problem& problem : ini->problems) {
        QCOMPARE(problem.error.subject.section(u',', 0, 0), u"line %1"_s.arg(problem.line));
        QVERIFY(!problem.error.detail.isEmpty());
    }
}

void TestClientIni::refusesWhatIsNoIni_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("NUL") << QByteArray("[a]\0", 4) << int(ErrorCode::Syntax);
    QTest::newRow("NUL in UTF-16") << QByteArray("\xff\xfe[\0a\0\0\0]\0", 10) << int(ErrorCode::Syntax);
    QTest::newRow("too large") << QByteArray(16 * 1024 * 1024 + 1, ';') << int(ErrorCode::LimitExceeded);
}

void TestClientIni::refusesWhatIsNoIni()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const Result<ClientIni> ini = readClientIni(bytes);
    QVERIFY(!ini);
    QCOMPARE(int(ini.error().code), code);
    QVERIFY(!editClientIni(bytes, Policy()));
    QVERIFY(!readWspcfg(bytes));
}

void TestClientIni::everyEncodingReadsAlike()
{
    const QString text = u"[Common]\nPort=1746\n[Caf\u00e9]\nDisable=1\n"_s;
    QString windows = text;
    windows.replace(u'\n', u"\r\n"_s);
    const QList<QByteArray> variants{text.toLatin1(), windows.toLatin1(), text.toUtf8(),
        "\xef\xbb\xbf" + windows.toUtf8(), text.toUtf8().chopped(1), QString(text).replace(u'\n', u'\r').toLatin1(),
        text.toUtf8() + '\x1a', encodeIni(text, IniEncoding::Utf16Le), encodeIni(windows, IniEncoding::Utf16Be),
        encodeIni(text, IniEncoding::Utf16Le).sliced(2)};
    for (const QByteArray& bytes : variants) {
        const Result<ClientIni> ini = readClientIni(bytes);
        QVERIFY(ini);
        // ISO 8859-1 is a guess: another code page of Windows looks alike.
        const bool guessed = decodeIni(bytes)->encoding == IniEncoding::Latin1;
        QCOMPARE(ini->problems.size(), guessed ? 1 : 0);
        QVERIFY(!guessed || ini->problems.first().error.fault == Fault::NameCodePage);
        QCOMPARE(ini->client.port, 1746);
        QCOMPARE(ini->client.applications.size(), 1);
        QCOMPARE(ini->client.applications.first().name, u"Caf\u00e9"_s);
        QCOMPARE(ini->client.applications.first().value(ApplicationKey::Disable), std::optional(u"1"_s));
    }
}

void TestClientIni::nothingIsLostOutsideLatin1()
{
    // This name's Latin-1 bytes are valid UTF-8 and would be read as another name.
    const QString name = u"\u00c3\u00a9"_s;
    Policy policy;
    policy.client.applications = {{u"1"_s, name, {{ApplicationKey::Disable, u"1"_s}}}};
    const QByteArray bytes = writeClientIni(policy);
    QVERIFY(bytes.startsWith("\xef\xbb\xbf;"));
    QCOMPARE(readClientIni(bytes)->client.applications.first().name, name);
}

// Old clients read ISO 8859-1: a name beyond it is left out, and the file says so.
void TestClientIni::namesThatTheFileLacksAreLeftOut()
{
    Policy policy;
    policy.client.applications = {{u"1"_s, u"\u043c\u0435\u0441"_s, {{ApplicationKey::Disable, u"1"_s}}},
        {u"2"_s, u"Caf\u00e9"_s, {{ApplicationKey::Disable, u"1"_s}}}};
    const QByteArray bytes = writeClientIni(policy);
    QVERIFY(bytes.contains("[Caf\xe9]\r\n"));
    QVERIFY(bytes.contains("\r\n; Left out") && bytes.endsWith(": 1.\r\n"));
    QCOMPARE(readClientIni(bytes)->client.applications.size(), 1);
}

// In another code page of Windows names come out wrong: said of each, and what can't be ISO 8859-1 makes no entry.
void TestClientIni::namesInAnotherCodePageAreSaid()
{
    const Result<ClientIni> ini
        = readClientIni("[\xc0\xe3\xe5\xed\xf2]\nDisable=1\n[aim]\nDisable=1\n[\x83\x81\x83]\nDisable=1\n");
    QVERIFY(ini);
    QCOMPARE(ini->problems.size(), 2);
    QVERIFY(!hasErrors(ini->problems));
    QCOMPARE(ini->problems.first().error.fault, Fault::NameCodePage);
    QCOMPARE(ini->problems.last().error.fault, Fault::NameUnreadable);
    QCOMPARE(ini->client.applications.size(), 2);
    QCOMPARE(ini->client.applications.last().name, u"aim"_s);
}

void TestClientIni::noTextCanBeginALine()
{
    Policy policy;
    policy.server.name = u"a\r\n[evil]\r\nDisable=1"_s;
    policy.client.serverName = u"b\n[evil]"_s;
    policy.client.webProxyName = u"c\r[evil]"_s;
    policy.client.applications = {{u"1"_s, u"x\n[evil"_s, {{ApplicationKey::ForceProxy, u"n:b\n[evil]"_s}}}};
    const QByteArray bytes = writeClientIni(policy);
    QVERIFY(!bytes.contains("\n[evil"));
    QVERIFY(!bytes.contains("\r[evil"));
    QVERIFY(!(*editClientIni("[x]\n", policy)).contains("\n[evil"));
    QVERIFY(!writeWspcfg(policy.client.applications.first()).contains("\n[evil"));
    QVERIFY(!writeWspad(policy).contains("\n[evil"));
}

void TestClientIni::equalPoliciesAreEqualBytes()
{
    QCOMPARE(writeClientIni(fullPolicy()), writeClientIni(fullPolicy()));
    Policy other = fullPolicy();
    other.client.applications[1].id = u"another id"_s;
    QCOMPARE(writeClientIni(other), writeClientIni(fullPolicy()));
    other.client.applications[1].settings[0].value = u"0"_s;
    QVERIFY(writeClientIni(other) != writeClientIni(fullPolicy()));
}

void TestClientIni::whatIsWrittenReadsBack()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        QRandomGenerator random(seed);
        const Policy policy = randomPolicy(random);
        const Result<ClientIni> ini = readClientIni(writeClientIni(policy));
        QVERIFY(ini);
        QVERIFY(std::all_of(ini->problems.begin(), ini->problems.end(),
            [](const Problem& problem) { return problem.error.fault == Fault::NameCodePage; }));
        if (asFileSeesIt(policyOf(*ini)) != asFileSeesIt(policy))
            QFAIL(qPrintable(u"seed %1:\n%2"_s.arg(seed).arg(QString::fromLatin1(writeClientIni(policy)))));
        for (const ApplicationEntry& entry : policy.client.applications) {
            const Result<ClientIni> own = readWspcfg(writeWspcfg(entry));
            QVERIFY(own);
            QCOMPARE(own->client.applications.first().settings, entry.settings);
        }
    }
}

void TestClientIni::readWspcfgTakesProgramsOnly()
{
    const Result<ClientIni> ini
        = readWspcfg("[Common]\nPort=1\n[msmsgs]\nDisable=0\n[Common Configuration]\nDisable=1\n");
    QVERIFY(ini);
    QCOMPARE(problemLines(ini->problems), QByteArray("1 warning unknownWord Common\n"));
    QCOMPARE(ini->client.port, ClientConfiguration().port);
    QCOMPARE(ini->client.applications.size(), 2);
}

void TestClientIni::idsAreFreshAndUnique()
{
    const QByteArray bytes = writeClientIni(largePolicy(100));
    QSet<QString> ids;
    for (int i = 0; i < 2; ++i) {
        const Result<ClientIni> ini = readClientIni(bytes);
        for (const ApplicationEntry& entry : ini->client.applications)
            ids.insert(entry.id);
    }
    QCOMPARE(ids.size(), 200);
    QVERIFY(!ids.contains(QString()));
}

void TestClientIni::endlessProblemsEndInAnError()
{
    // Each line is a warning; what is no longer listed may be an error, so the file must not count as read.
    const Result<ClientIni> ini = readClientIni("[msmsgs]\nDisable=1\n" + QByteArray("keyless\n").repeated(200000));
    QVERIFY(ini);
    QCOMPARE(ini->problems.size(), mostReaderProblems + 1);
    QCOMPARE(ini->problems.last().severity, Severity::Error);
    QCOMPARE(ini->problems.last().error.code, ErrorCode::LimitExceeded);
    const Result<Lat> lat = readLat(QByteArray("keyless\n").repeated(200000));
    QVERIFY(lat);
    QCOMPARE(lat->problems.size(), mostReaderProblems + 1);
}

void TestClientIni::longLinesAndManySectionsAreRead()
{
    const QByteArray domain(8 * 1024 * 1024, 'a');
    const Result<ClientIni> ini = readClientIni("[Common]\nLocalDomains=" + domain + "\nPort=1746");
    QVERIFY(ini);
    QVERIFY(ini->localDomains.isEmpty());
    QCOMPARE(ini->problems.size(), 1);
    QCOMPARE(ini->client.port, 1746);
    QByteArray sections;
    for (int i = 0; i < 200000; ++i)
        sections += "[p" + QByteArray::number(i) + "]\nDisable=1\n";
    QCOMPARE(readClientIni(sections)->client.applications.size(), 200000);
}

void TestClientIni::firstSectionAndKeyCount()
{
    const Result<ClientIni> ini
        = readClientIni("[msmsgs]\nDisable=1\ndisable=0\n[MSMSGS]\nDisable=0\n[Common]\nPort=1\n[common]\nPort=2\n");
    QVERIFY(ini);
    QCOMPARE(ini->client.applications.size(), 1);
    QCOMPARE(ini->client.applications.first().value(ApplicationKey::Disable), std::optional(u"1"_s));
    QCOMPARE(ini->client.port, 1);
    QCOMPARE(problemLines(ini->problems),
        QByteArray("3 warning duplicate 0\n4 warning duplicate MSMSGS\n8 warning duplicate common\n"));
}

// A name that no whole header may have would be written as one that can't be read again.
void TestClientIni::headersThatCannotBeWholeAreNotRead()
{
    for (const char* header : {"[\x0e", "[a/b", "[a=1", "[a[b"}) {
        const auto ini = readClientIni(QByteArray(header) + "\nDisable=1\n[msmsgs]\nDisable=1\n");
        QVERIFY2(ini.ok(), header);
        QCOMPARE(ini->client.applications.size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestClientIni)
#include "test_clientini.moc"
