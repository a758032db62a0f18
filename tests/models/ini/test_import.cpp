// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/ini/clientini.h"
#include "models/ini/importdocument.h"
#include "models/ini/iniscanner.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"
#include "tests/models/ini/inicorpus.h"
#include "tests/models/ini/samplepolicies.h"

#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

// What a server in use has, every setting away from its default.
Policy inUse()
{
    Policy policy = defaultPolicy(u"gate"_s);
    ClientConfiguration& client = policy.client;
    client.refreshHours = 4;
    client.recheckInaccessibleMinutes = 7;
    client.webProxyName = u"cache.example"_s;
    client.webProxyPort = 3128;
    client.configurationUrl = u"http://web.example/own.pac"_s;
    client.applications = {{u"id-icq"_s, u"icq"_s, {{ApplicationKey::Disable, u"1"_s}}},
        {u"id-aim"_s, u"aim"_s,
            {{ApplicationKey::Disable, u"1"_s}, {ApplicationKey::RemoteBindTcpPorts, u"5190"_s},
                {ApplicationKey::DisableEx, u"0"_s}}}};
    policy.localDomains = {u"*.corp.example"_s};
    return policy;
}

Imported taken(const QByteArray& bytes, const Policy& current = inUse())
{
    return importDocument(guessFormat(u"mspclnt.ini"_s, bytes), current, bytes);
}

QByteArray said(const Imported& imported)
{
    QByteArray text = imported.failure ? imported.failure->text().toUtf8() : QByteArray();
    for (const Problem& problem : imported.problems)
        text += problem.error.text().toUtf8() + '\n';
    return text;
}

bool isTaken(const Imported& imported)
{
    return !imported.failure && !hasErrors(imported.problems) && !hasErrors(validate(imported.policy));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void filesThatSayLittleChangeLittle_data();
    void filesThatSayLittleChangeLittle();
    void whatIsNoSuchFileIsRefused_data();
    void whatIsNoSuchFileIsRefused();
    void junkAroundSettingsIsLeftOut();
    void filesOfOldServersAreTaken();
    void aBlockedProgramStaysBlocked();
    void whatTheFileSaysIsNotUndone();
    void entriesKeepTheirIds();
    void valuesArePlain_data();
    void valuesArePlain();
    void domainsAreSuffixes_data();
    void domainsAreSuffixes();
    void masksAreNoticed();
    void whatIsLeftOutIsSaid();
    void everyLineIsToldAsItIs_data();
    void everyLineIsToldAsItIs();
    void aFileIsNotBlamedForWhatWasWrong();
    void aProxyThatNobodyNamesIsTheServer();
    void everyKeyTakesNonsense_data();
    void everyKeyTakesNonsense();
    void proxyWithPort_data();
    void proxyWithPort();
    void timesAreBounded();
    void everyRemarkHasItsLine();
    void patternsAreNoticed();
    void headersWithoutAnEnd();
    void everythingIsNoMask();
    void formatsAreGuessed();
};

void TestImport::filesThatSayLittleChangeLittle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char* bytes :
        {"; nothing\n", "[Common]\r\n", "[Common]\nPort=1745", "[Common]\nWWW-Proxy=\n", "[Common]\nLocalDomains=\n",
            "[Servers Ip Addresses]\nName=\n", "[Master Config]\r\nPath1=\r\n", "[Internal]\nscp=9,10\n",
            "[Servers Ipx Addresses]\nAddr1=0000\n", "[icq]\nDisable=1\n", "[ICQ.EXE]\nDisable=1\n"})
        QTest::newRow(bytes) << QByteArray(bytes);
}

void TestImport::filesThatSayLittleChangeLittle()
{
    QFETCH(QByteArray, bytes);
    const Policy before = inUse();
    const Imported imported = taken(bytes, before);
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy, before);
}

void TestImport::whatIsNoSuchFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char* name, const QByteArray& bytes, const char* names) {
        QTest::newRow(name) << bytes << QByteArray(names);
    };
    const QByteArray page
        = "<!DOCTYPE html>\r\n<html><head><title>Log in</title></head>\r\n<body>\r\n"
          "<form action=\"/login\" method=post>\r\n[Common]\r\nPort=1745\r\n[Policy]\r\n</body></html>\r\n";
    row("page", page, "HTML");
    row("page behind a mark and blank lines", "\xef\xbb\xbf\r\n\r\n  " + page, "HTML");
    row("page in UTF-16", encodeIni(QString::fromLatin1(page), IniEncoding::Utf16Le), "HTML");
    row("page in capitals", page.toUpper(), "HTML");
    row("piece of a page", "<meta http-equiv=refresh content=\"0;url=http://portal.example/\">", "HTML");
    row("text first", "Loading...\r\n<script>\r\nvar a =\r\n[1]\r\n</script></html>\r\n", "HTML");
    row("comment first", "<!-- portal -->\n" + page, "HTML");
    row("reply with its head", "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n" + page, "HTTP");
    row("XML", "<?xml version=\"1.0\"?>\n<WISPAccessGatewayParam/>\n", "XML");
    row("PDF", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\n", "PDF");
    row("BMP", QByteArray("BM\x36\x84\x03\0\0\0\0\0\x36", 11), "BMP");
    row("PNG", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "PNG");
    row("GIF", QByteArray("GIF89a\x01\0\x01\0", 10), "GIF");
    row("JPEG", QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10), "JPEG");
    row("gzip", QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8), "gzip");
    row("ZIP", QByteArray("PK\x03\x04\x14\0\0\0", 8), "ZIP");
    row("program", QByteArray("MZ\x90\0\x03\0\0\0", 8), "EXE");
    row("rich text", "{\\rtf1\\ansi [Common]\\par Port=1745\\par }", "RTF");
    row("certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "PEM");
    row("script of the proxy", writePac(inUse()), "PAC");
    row("empty", "", "empty");
    row("blank lines", "\r\n\r\n", "empty");
    row("byte order mark alone", "\xef\xbb\xbf", "empty");
    row("letter", "Dear all,\nplease block icq.\nRegards\n", "Dear all");
    row("UTF-16 letter", encodeIni(u"Dear all,\nplease block icq.\n"_s, IniEncoding::Utf16Be), "Dear all");
    row("settings of no section", "Port=1745\nName=gate\n", "Port=1745");
    row("table", "program;disable\nicq;1\n", "program;disable");
    row("what nobody sees in it",
        "a\x1b[2J\xe2\x80\xae"
        "b\n",
        "<U+202E>");
}

// A log-in page of the network that was saved in the file's place, say: it must not look as if all were done.
void TestImport::whatIsNoSuchFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, names);
    const Policy before = inUse();
    for (const auto& name : {u"mspclnt.ini"_s, u"wspcfg.ini"_s, u"download"_s, u"login.html"_s}) {
        const Imported imported = importDocument(guessFormat(name, bytes), before, bytes);
        QVERIFY2(imported.failure, said(imported).constData());
        QVERIFY2(said(imported).contains(names), said(imported).constData());
        QCOMPARE(imported.policy, before);
        QVERIFY(imported.problems.isEmpty());
    }
    // Of an address table each line that is none is an error of its own.
    const Imported table = importDocument(ImportFormat::AddressTable, before, bytes);
    QVERIFY(!isTaken(table));
    QCOMPARE(table.policy, before);
}

void TestImport::junkAroundSettingsIsLeftOut()
{
    QVERIFY(isTaken(taken("[Common]\nPort=1750\n<html><body>appended</body></html>\n")));
    QVERIFY(isTaken(taken("; saved from <html>\n\n[Common]\nPort=1750\n")));
    Policy described = inUse();
    described.server.description = u"<html> is no page here"_s;
    QVERIFY(isTaken(taken(policyToJsonText(described))));
    const Imported imported
        = taken("from: anna\n--- cut here ---\n> quoted <b>text</b>\n\x0c\n[Common]\nPort=1750\n???\n"
                "[]\n[zoom\n\n[ICQ]\nDisable=0\n<eof>\n");
    QVERIFY2(!imported.failure, said(imported).constData());
    QCOMPARE(imported.policy.client.port, 1750);
}

void TestImport::filesOfOldServersAreTaken()
{
    const Imported isa = taken(readIniFile(u"import/without-proxy.ini"_s));
    QVERIFY2(isTaken(isa), said(isa).constData());
    QCOMPARE(isa.policy.client.serverName, u"server"_s);
    QCOMPARE(isa.policy.client.refreshHours, 2);
    QCOMPARE(isa.policy.client.webProxyPort, 8080);
    QVERIFY(isa.policy.client.autoDetectServers && isa.policy.client.setBrowsersToUseAutoDetect);
    QCOMPARE(isa.policy.client.webProxyName, inUse().client.webProxyName);
    QCOMPARE(isa.policy.client.recheckInaccessibleMinutes, 7);
    QCOMPARE(isa.policy.client.configurationUrl, inUse().client.configurationUrl);
    QCOMPARE(isa.policy.client.applications, inUse().client.applications);
    QCOMPARE(isa.policy.localDomains, inUse().localDomains);

    const Imported proxy = taken(readIniFile(u"import/proxy-server-2.ini"_s));
    QVERIFY2(isTaken(proxy), said(proxy).constData());
    QCOMPARE(proxy.policy.localDomains, QStringList{u"branch.example"_s});
    QCOMPARE(proxy.policy.client.configurationUrl, QString()); // it is the one that follows from the proxy
    QVERIFY(!proxy.policy.client.application(u"Servers Ipx Addresses"));
    QCOMPARE(proxy.policy.client.applications.size(), 3);

    const Imported addresses = taken("[Servers Ip Addresses]\nAddr1=192.0.2.1\nAddr2=192.0.2.1\n");
    QVERIFY2(isTaken(addresses), said(addresses).constData());
    QCOMPARE(addresses.policy.client.addressing, ServerAddressing::ByAddress);
    QCOMPARE(addresses.policy.client.serverAddresses.size(), 1);
    QCOMPARE(addresses.policy.client.serverName, inUse().client.serverName);
}

void TestImport::aBlockedProgramStaysBlocked()
{
    for (const char* bytes : {"[Common]\nPort=1745\n", "[zoom]\nDisable=0\n", "[icq]\nRemoteBindTcpPorts=0\n",
             "[icq]\nDisable=\n", "[icq]\n", "[icq]\nColour=red\n"}) {
        const Imported imported = taken(bytes);
        QVERIFY2(isTaken(imported), said(imported).constData());
        QCOMPARE(imported.policy.client.application(u"icq")->value(ApplicationKey::Disable), std::optional(u"1"_s));
    }
}

void TestImport::whatTheFileSaysIsNotUndone()
{
    const Imported imported = taken("[aim]\nLocalBindTcpPorts=5190\nDisable=1\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    const ApplicationEntry* aim = imported.policy.client.application(u"aim");
    QCOMPARE(aim->value(ApplicationKey::LocalBindTcpPorts), std::optional(u"5190"_s));
    QVERIFY(!aim->value(ApplicationKey::RemoteBindTcpPorts));
    QVERIFY(!aim->value(ApplicationKey::DisableEx));
    // In one file it is a contradiction, and the file's own.
    QVERIFY(!isTaken(taken("[x]\nLocalBindTcpPorts=5190\nRemoteBindTcpPorts=5190\n")));
}

void TestImport::entriesKeepTheirIds()
{
    const Imported imported = taken("[ICQ]\nPersistent=1\n[new]\nDisable=1\n");
    QCOMPARE(imported.policy.client.applications.first().id, u"id-icq"_s);
    QCOMPARE(imported.policy.client.applications.size(), 3);
    QVERIFY(!imported.policy.client.applications.last().id.isEmpty());
    const Imported again = importDocument(ImportFormat::Wspcfg, inUse(), "[ICQ]\nPersistent=1\n");
    QCOMPARE(again.policy.client.applications.first(), imported.policy.client.applications.first());
}

void TestImport::valuesArePlain_data()
{
    QTest::addColumn<QByteArray>("section");
    for (const char* section : {"[icq]\nDisable=0", "[icq]\ndisable = 0 ", "[icq]\nDisable=\"0\"", "[icq]\nDisable='0'",
             "[icq]\nDisable=0 ; was on", "[icq]\nDisable=0;was on", "[icq]\nDisable=0 # was on", "[icq]\nDisable=no",
             "[icq]\nDisable=FALSE", "[icq]\nDisable=off ; 2001", "[icq]\nDisable=00", "[icq]\nDisable=0x0",
             "[ICQ] was a trouble\nDISABLE=0", "[icq] ; see [aim]\nDisable=0", "[ icq ]\nDisable=+0",
             "[icq]\nDisable=0\n[icq]\nDisable=1"})
        QTest::newRow(section) << QByteArray(section);
}

void TestImport::valuesArePlain()
{
    QFETCH(QByteArray, section);
    const Imported imported = taken(
        section + "\n[Common]\nPort=\"01746\" ; ours\nWWW-Proxy='gate.example.' ; the old one\nWebProxyPort=0x1F90\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy.client.application(u"icq")->value(ApplicationKey::Disable), std::optional(u"0"_s));
    QCOMPARE(imported.policy.client.port, 1746);
    QCOMPARE(imported.policy.client.webProxyName, u"gate.example"_s);
    QCOMPARE(imported.policy.client.webProxyPort, 8080);
}

void TestImport::domainsAreSuffixes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("domains");
    const QStringList two{u"a.example"_s, u"b.example"_s};
    for (const char* value : {"a.example,b.example", ".a.example, .b.example", "*.A.example;*.b.EXAMPLE",
             "a.example. b.example.", "\"a.example,b.example\"", "a.example,,b.example,", "a.example ; b.example",
             "a.example,.a.example,b.example ; old ones", "a.example, no*where, 10.0.0.0/8, b.example"})
        QTest::newRow(value) << QByteArray(value) << two;
    QTest::newRow("kept spelling") << QByteArray(".corp.example,a.example")
                                   << QStringList{u"*.corp.example"_s, u"a.example"_s};
    QTest::newRow("IDN") << QByteArray("m\xc3\xbcnchen.example") << QStringList{u"xn--mnchen-3ya.example"_s};
}

void TestImport::domainsAreSuffixes()
{
    QFETCH(QByteArray, value);
    QFETCH(QStringList, domains);
    const Imported imported = taken("[Common]\nLocalDomains=" + value + "\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy.localDomains, domains);
}

void TestImport::masksAreNoticed()
{
    const Imported table = importDocument(ImportFormat::AddressTable, inUse(), "10.0.0.0 255.0.0.0\r\n");
    QVERIFY(!isTaken(table));
    QVERIFY2(said(table).contains("10.0.0.0 10.255.255.255 (10.0.0.0/8)"), said(table).constData());
    // Policies that hold one open as before, and say so.
    Policy policy = inUse();
    policy.localAddresses.append({*IpAddress::parse(u"192.168.0.0"), *IpAddress::parse(u"255.255.0.0")});
    QList<Problem> found = validate(policy);
    QVERIFY(!hasErrors(found));
    found.removeIf([](const Problem& problem) { return !problem.error.text().contains(u"192.168.0.0/16"_s); });
    QCOMPARE(found.size(), 1);
    QCOMPARE(importDocument(ImportFormat::AddressTable, inUse(), "\r\n").policy, inUse());
}

// What an import says of a line and what it makes of it are the same.
void TestImport::whatIsLeftOutIsSaid()
{
    const Imported imported = taken("[newapp]\nFooBar=7\n[icq]\nDisable=1\nFooBar=7\nloose\n[Common]\nFooBar=7\n");
    QVERIFY(isTaken(imported));
    QCOMPARE(imported.policy, inUse());
    QCOMPARE(imported.problems.size(), 4);
    for (const Problem& problem : imported.problems) {
        const QString text = problem.error.text();
        QVERIFY2(text.contains(u"left out"_s) && !text.contains(u"kept"_s), qPrintable(text));
    }
}

void TestImport::everyLineIsToldAsItIs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<bool>("isSaid");
    const auto row
        = [](const char* name, const char* before, const char* line, const char* behind, bool isSaid = true) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(line) << QByteArray(behind) << isSaid;
          };
    row("unknown key of a program", "[icq]\nDisable=0\n", "FooBar=7\n", "");
    row("unknown key of a new program", "[newapp]\nDisable=1\n", "FooBar=7\n", "");
    row("unknown key of [Common]", "[Common]\nConfiguration Refresh Time (Hours)=5\n", "FooBar=7\n", "");
    row("unknown key of [Servers Ip Addresses]", "[Servers Ip Addresses]\n", "FooBar=7\n", "");
    row("unknown key of [Master Config]", "[Master Config]\n", "FooBar=7\n", "");
    row("unknown key of [Internal]", "[Internal]\nscp=9,10\n", "FooBar=7\n", "");
    row("the server's own mark", "[Internal]\n", "scp=9,10\n", "", false);
    row("section of unknown keys", "", "[newapp]\nFooBar=7\n", "[Common]\nConfiguration Refresh Time (Hours)=5\n");
    row("section of a program that is there", "", "[icq]\nFooBar=7\n",
        "[Common]\nConfiguration Refresh Time (Hours)=5\n");
    row("key twice", "[icq]\nDisable=0\n", "Disable=1\n", "");
    row("key of [Common] twice", "[Common]\nConfiguration Refresh Time (Hours)=5\n",
        "Configuration Refresh Time (Hours)=6\n", "");
    row("section twice", "[icq]\nDisable=0\n", "[ICQ.EXE]\nDisable=1\n",
        "[Common]\nConfiguration Refresh Time (Hours)=5\n");
    row("comment", "[icq]\nDisable=0\n", "; Persistent=1\n", "", false);
    row("blank line", "[icq]\nDisable=0\n", "\n", "", false);
    row("line without a key", "[icq]\nDisable=0\n", "loose\n", "");
    row("line before the first section", "", "Configuration Refresh Time (Hours)=5\n", "[icq]\nDisable=0\n");
    row("header without a name", "[icq]\nDisable=0\n", "[]\nPersistent=1\n",
        "[Common]\nConfiguration Refresh Time (Hours)=5\n");
    row("unreadable value", "[icq]\nDisable=0\n", "NameResolution=x\n", "");
    row("unreadable number", "[Common]\n", "Configuration Refresh Time (Hours)=many\n", "");
    row("unreadable address", "[Servers Ip Addresses]\n", "Addr1=nowhere\n", "");
    row("unreadable path", "[Master Config]\n", "Path1=nowhere\n", "");
    row("no value", "[icq]\nDisable=0\n", "NameResolution=\n", "");
    row("unreadable domain", "[Common]\n", "LocalDomains=no*where\n", "");
    row("key that is no single program's", "[*]\n", "Disable=1\n", "");
    row("addresses beside a name", "[Servers Ip Addresses]\nName=gate\n", "Addr1=192.0.2.1\n", "");
    row("name in another code page", "[Common]\nConfiguration Refresh Time (Hours)=5\n", "[\x83\x81\x83]\nDisable=1\n",
        "[icq]\nDisable=0\n");
}

// A line without which the file would mean the same is told to be left out, and no other one is.
void TestImport::everyLineIsToldAsItIs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, behind);
    QFETCH(bool, isSaid);
    const Policy current = inUse();
    const Imported with = importDocument(ImportFormat::ClientIni, current, before + line + behind);
    const Imported without = importDocument(ImportFormat::ClientIni, current, before + behind);
    QVERIFY2(isTaken(with), said(with).constData());
    Policy expected = without.policy;
    Policy got = with.policy;
    for (Policy* policy : {&expected, &got}) {
        for (ApplicationEntry& entry : policy->client.applications)
            entry.id.clear(); // made anew each time
    }
    QCOMPARE(got, expected);
    QCOMPARE(with.problems.size(), isSaid ? 1 : 0);
    for (const Problem& problem : with.problems) {
        QVERIFY2(isLeftOut(problem), said(with).constData());
        QVERIFY2(problem.error.text().contains(u"left out"_s), said(with).constData());
        QCOMPARE(problem.line, int(before.count('\n')) + 1);
    }
    // What is taken, though another way, is not.
    for (const char* taken : {"[Common]\nConfiguration Refresh Time (Hours)=720\n", "[icq]\nDisable=maybe\n",
             "[Common]\nConfiguration Refresh Time (Hours)=5 a\n", "[Caf\xe9]\nDisable=1\n",
             "[Common]\n[icq\nDisable=0\n"}) {
        const Imported imported = importDocument(ImportFormat::ClientIni, current, taken);
        QVERIFY2(imported.problems.size() == 1, QByteArray(taken + said(imported)).constData());
        QVERIFY2(!isLeftOut(imported.problems.first()), said(imported).constData());
        QVERIFY2(!said(imported).contains("left out"), said(imported).constData());
    }
}

void TestImport::aFileIsNotBlamedForWhatWasWrong()
{
    Policy draft = inUse();
    draft.server.name.clear();
    const Imported imported = taken("[Common]\nPort=1750\n", draft);
    QVERIFY2(!hasErrors(imported.problems), said(imported).constData());
    const Imported wrong = taken("[x]\nLocalBindTcpPorts=80\nRemoteBindTcpPorts=80\n", draft);
    QVERIFY2(said(wrong).contains("RemoteBindTcpPorts"), said(wrong).constData());
}

void TestImport::aProxyThatNobodyNamesIsTheServer()
{
    Policy policy = inUse();
    policy.client.webProxyName.clear();
    policy.client.setBrowsersToUseProxy = false;
    const Imported imported
        = taken("[Common]\nSet Browsers to use Proxy=1\n[Servers Ip Addresses]\nName=old\n", policy);
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy.client.webProxyName, u"old"_s);
}

void TestImport::everyKeyTakesNonsense_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QByteArray>("key");
    for (const char* key : {"Port", "Configuration Refresh Time (Hours)", "Re-check Inaccessible Server Time (Minutes)",
             "Refresh Give Up Time (Minutes)", "Inaccessible Servers Give Up Time (Minutes)", "WWW-Proxy",
             "WebProxyPort", "Set Browsers to use Proxy", "Set Browsers to use Auto Config",
             "Set Browsers to use Auto Detect", "Configuration Url", "AutoDetect ISA Servers", "LocalDomains"})
        QTest::newRow(key) << QByteArray("[Common]") << QByteArray(key);
    QTest::newRow("Name") << QByteArray("[Servers Ip Addresses]") << QByteArray("Name");
    QTest::newRow("Addr1") << QByteArray("[Servers Ip Addresses]") << QByteArray("Addr1");
    QTest::newRow("Path1") << QByteArray("[Master Config]") << QByteArray("Path1");
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        const QByteArray key(spec.name.data());
        QTest::addRow("%s", key.constData()) << QByteArray("[icq]") << key;
        QTest::addRow("%s of any", key.constData()) << QByteArray("[*]") << key;
    }
}

// One line that says nothing is no reason to refuse the file, and none to let out what it keeps in.
void TestImport::everyKeyTakesNonsense()
{
    QFETCH(QByteArray, section);
    QFETCH(QByteArray, key);
    const Policy before = inUse();
    const auto check = [&](const QByteArray& line, bool mustBeSaid) {
        const Imported imported = taken(section + "\n" + line + "\n[zoom]\nDisable=1\n", before);
        const QByteArray about = line + '\n' + said(imported);
        QVERIFY2(isTaken(imported), about.constData());
        QVERIFY2(!mustBeSaid || !imported.problems.isEmpty(), line.constData());
        for (const Problem& problem : imported.problems)
            QVERIFY2(problem.line >= 1, about.constData());
        QVERIFY(imported.policy.client.application(u"zoom")->isDisabled());
        QVERIFY2(imported.policy.client.application(u"icq")->isDisabled(), line.constData());
    };
    check(key + "=-5", true);
    check(key + "=no such / thing!", true);
    check(key + "=99999999999999999999", section != "[Common]" && key != "Name");
    check(key + "=65536", false);
    check(key + "=1 // as the others", true);
    check(key + "=", false);
    check(key + "=\n" + key + "=", true);
    check(" " + key + " =\t1,", key != "LocalDomains" && !key.endsWith("Ports"));
}

void TestImport::proxyWithPort_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::newRow("port") << QByteArray("WWW-Proxy=proxy1:8081") << u"proxy1"_s << 8081;
    QTest::newRow("URL") << QByteArray("WWW-Proxy=http://PROXY_1:8081/") << u"PROXY_1"_s << 8081;
    QTest::newRow("address") << QByteArray("WWW-Proxy=192.0.2.1:8081") << u"192.0.2.1"_s << 8081;
    QTest::newRow("IPv6") << QByteArray("WWW-Proxy=[2001:db8::1]:8081") << u"2001:db8::1"_s << 8081;
    QTest::newRow("its own key wins") << QByteArray("WebProxyPort=80\nWWW-Proxy=proxy1:8081") << u"proxy1"_s << 80;
    QTest::newRow("behind it too") << QByteArray("WWW-Proxy=proxy1:8081\nWebProxyPort=80") << u"proxy1"_s << 80;
    QTest::newRow("own key unreadable") << QByteArray("WWW-Proxy=proxy1:8081\nWebProxyPort=x") << u"proxy1"_s << 8081;
    QTest::newRow("no port") << QByteArray("WWW-Proxy=http://proxy1/") << u"proxy1"_s << 3128;
    QTest::newRow("no name") << QByteArray("WWW-Proxy=proxy1:0") << u"cache.example"_s << 3128;
}

void TestImport::proxyWithPort()
{
    QFETCH(QByteArray, lines);
    const Imported imported = taken("[Common]\n" + lines + "\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QTEST(imported.policy.client.webProxyName, "name");
    QTEST(imported.policy.client.webProxyPort, "port");
    QVERIFY2(said(imported).contains("WWW-Proxy"), said(imported).constData());
}

void TestImport::timesAreBounded()
{
    const Imported imported
        = taken("[Common]\nConfiguration Refresh Time (Hours)=720\nRefresh Give Up Time (Minutes)=6 minutes\n"
                "Re-check Inaccessible Server Time (Minutes)=0\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy.client.refreshHours, 168);
    QCOMPARE(imported.policy.client.refreshGiveUpMinutes, 6);
    QCOMPARE(imported.policy.client.recheckInaccessibleMinutes, 7);
    QCOMPARE(imported.problems.size(), 3);
    QVERIFY2(said(imported).contains("720") && said(imported).contains("168"), said(imported).constData());
}

// Those of the whole policy among them.
void TestImport::everyRemarkHasItsLine()
{
    const Imported both = taken("[x]\nPersistent=1\nLocalBindTcpPorts=80\nRemoteBindTcpPorts=80\n");
    QCOMPARE(both.problems.size(), 1);
    QCOMPARE(both.problems.first().line, 4);
    const Imported table
        = importDocument(ImportFormat::AddressTable, inUse(), "10.0.0.0/8\n\n10.1.0.0/16\n127.0.0.1\n");
    QVERIFY(isTaken(table));
    QCOMPARE(table.problems.size(), 1);
    QCOMPARE(table.problems.first().line, 3);
}

void TestImport::patternsAreNoticed()
{
    const Imported imported = taken("[Common]\nPort=1745\n[aim*]\nDisable=1\n[*]\nDontRemoteOutboundTcpPorts=80\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.problems.size(), 1);
    QCOMPARE(imported.problems.first().error.fault, Fault::NameWildcard);
    QCOMPARE(imported.problems.first().line, 3);
}

void TestImport::headersWithoutAnEnd()
{
    const Imported imported
        = taken("[Common]\nPort=1745\n[zoom\nDisable=1\n[skype ; the old one\nDisable=1\n[]\nDisable=1\n");
    QVERIFY2(isTaken(imported), said(imported).constData());
    QCOMPARE(imported.policy.client.applications.size(), 4);
    QVERIFY(imported.policy.client.application(u"zoom")->isDisabled());
    QVERIFY(imported.policy.client.application(u"skype")->isDisabled());
    QCOMPARE(imported.problems.size(), 3);
}

void TestImport::everythingIsNoMask()
{
    for (const char* line : {"0.0.0.0 255.255.255.255", "0.0.0.0/0", "::/0"}) {
        const Imported imported = importDocument(ImportFormat::AddressTable, inUse(), QByteArray("127.0.0.1\n") + line);
        QVERIFY2(isTaken(imported), said(imported).constData());
        QVERIFY2(said(imported).contains("every address"), said(imported).constData());
        QVERIFY2(!said(imported).contains("mask"), said(imported).constData());
    }
}

void TestImport::formatsAreGuessed()
{
    QCOMPARE(guessFormat(u"x.txt"_s, "; office\n10.0.0.0\t10.0.0.255\n"), ImportFormat::AddressTable);
    QCOMPARE(guessFormat(u"/a/msplat.txt"_s, ""), ImportFormat::AddressTable);
    QCOMPARE(guessFormat(u"mspclnt.ini"_s, ""), ImportFormat::ClientIni);
    QCOMPARE(guessFormat(u"a/wspcfg.ini"_s, "[icq]\nDisable=1\n"), ImportFormat::Wspcfg);
    QCOMPARE(guessFormat(u"x.ini"_s, "[Servers Ip Addresses]\nName=gate\n"), ImportFormat::ClientIni);
}

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"
