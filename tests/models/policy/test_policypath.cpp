// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policypath.h"

#include <QTest>

using namespace sallyport;

// What names an entry of the policy is read as it was written, whatever the entry is called.
class TestPolicyPath : public QObject
{
    Q_OBJECT

private slots:
    void everyNameComesBack_data();
    void everyNameComesBack();
    void otherPathsAreNone();
};

void TestPolicyPath::everyNameComesBack_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"msmsgs", "a.b", "a]b", "a[b", "[a]", "a].Disable", "a]", "]", "[", "*", "",
             "Common Configuration", "client.applications[x]", "a%1b"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPolicyPath::everyNameComesBack()
{
    QFETCH(QString, name);
    for (const QString& member : {QString(), QStringLiteral("Disable"), QStringLiteral("name")}) {
        const auto path = parseEntryPath(entryPath(name, member));
        QVERIFY(path);
        QCOMPARE(path->name, name);
        QCOMPARE(path->member, member);
    }
    QCOMPARE(entryPath(name), QString(QStringLiteral("client.applications[") + name + u']'));
}

void TestPolicyPath::otherPathsAreNone()
{
    for (const char* path : {"", "client.applications", "client.applications[", "client.applications[x",
             "client.applications]", "client.applicationsX[x]", "client.applications[x]y", "client.applications[x].",
             "client.serverAddresses[10.0.0.1]", "localDomains[x]", "client.port"})
        QVERIFY2(!parseEntryPath(QString::fromLatin1(path)), path);
}

QTEST_APPLESS_MAIN(TestPolicyPath)
#include "test_policypath.moc"
