// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "tests/models/ini/inicorpus.h"
#include "tests/models/ini/samplepolicies.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::Literals::StringLiterals;

class TestPac : public QObject
{
    Q_OBJECT

private slots:
    void writesGoldenFile();
    void namesTheNearestProxy();
    void noTextLeavesItsQuotes();
    void decidesAsThePolicySays();
};

void TestPac::writesGoldenFile()
{
    QVERIFY(matchesGolden(writePac(fullPolicy()), u"golden/wpad.dat"_s));
}

void TestPac::namesTheNearestProxy()
{
    Policy policy;
    QVERIFY(writePac(policy).contains("[\"PROXY 127.0.0.1:8080\"]"));
    policy.client.serverAddresses = {*IpAddress::parse(u"2001:db8::1")};
    QVERIFY(writePac(policy).contains("[\"PROXY [2001:db8::1]:8080\"]"));
    policy.client.serverName = u"gate"_s;
    QVERIFY(writePac(policy).contains("[\"PROXY gate:8080\"]"));
    policy.client.webProxyName = u"proxy"_s;
    policy.client.webProxyPort = 3128;
    QVERIFY(writePac(policy).contains("[\"PROXY proxy:3128\"]"));
}

void TestPac::noTextLeavesItsQuotes()
{
    Policy policy;
    policy.client.webProxyName = u"a\"];alert(1);//"_s;
    policy.localDomains = {u"</script>"_s, u"m\u00fcnchen.example"_s};
    const QByteArray pac = writePac(policy);
    QVERIFY(pac.contains("\"PROXY a\\\"];alert(1);//:8080\""));
    QVERIFY(pac.contains("[\"xn--mnchen-3ya.example\"]")); // what is no domain matches no host
    for (const char c : pac)
        QVERIFY(static_cast<unsigned char>(c) < 0x80);
}

void TestPac::decidesAsThePolicySays()
{
    QString interpreter;
    for (const QString& name : {u"duk"_s, u"node"_s}) {
        if (interpreter.isEmpty())
            interpreter = QStandardPaths::findExecutable(name);
    }
    QVERIFY2(!interpreter.isEmpty(), "no JavaScript interpreter to run the script with; install duktape");
    const QList<std::pair<QByteArray, bool>> hosts{// host, direct?
        {"intranet", true}, {"intranet.example", true}, {"INTRANET.example.", true}, {"www.intranet.example", true},
        {"notintranet.example", false}, {"corp.example", true}, {"a.b.corp.example", true}, {"notcorp.example", false},
        {"10.1.2.3", true}, {"11.0.0.0", false}, {"9.255.255.255", false}, {"127.0.0.1", true}, {"127.0.0.2", false},
        {"fd00::1", true}, {"[FD12:3456::1]", true}, {"fe00::", false}, {"::1", false}, {"inside.example.net", true},
        {"outside.example.net", false}, {"unknown.example.net", false}};
    QByteArray script = writePac(fullPolicy());
    script += "function isPlainHostName(h) { return h.indexOf('.') < 0; }\n"
              "function dnsResolve(h) { return {'inside.example.net': '10.9.9.9', 'outside.example.net': "
              "'192.0.2.7'}[h] || null; }\n"
              "var out = typeof console === 'object' ? console.log : print;\n";
    QByteArray expected;
    for (const auto& [host, direct] : hosts) {
        script += "out(FindProxyForURL('http://" + host + "/', '" + host + "'));\n";
        expected += direct ? "DIRECT\n" : "PROXY proxy.example:18080\n";
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"script.js"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(script);
    file.close();
    QProcess process;
    process.start(interpreter, {file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(), expected);
}

QTEST_GUILESS_MAIN(TestPac)
#include "test_pac.moc"
