// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/takeback.h"

#include <QtTest>

using namespace sallyport;

namespace
{

Policy with(Policy policy, const QString& program)
{
    ApplicationEntry entry{newObjectId(), program, {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    return policy;
}

QStringList programs(const Policy& policy)
{
    QStringList names;
    for (const ApplicationEntry& entry : policy.client.applications)
        names.append(entry.name);
    return names;
}

} // namespace

class TestTakeBack : public QObject
{
    Q_OBJECT

private slots:
    void onlyThatChangeIsTakenBack();
    void whatWasChangedSinceStays();
    void severalAreTakenBackNewestFirst();
};

void TestTakeBack::onlyThatChangeIsTakenBack()
{
    const Policy first = defaultPolicy(QStringLiteral("x"));
    const Policy second = with(first, QStringLiteral("icq"));
    const Policy third = with(second, QStringLiteral("aim"));
    const TakenBack taken = takeBack({{2, first, second}}, third);
    QCOMPARE(programs(taken.policy), QStringList{QStringLiteral("aim")});
    QCOMPARE(taken.kept, QStringList());
    // Once more changes nothing, and is nobody's conflict.
    const TakenBack again = takeBack({{2, first, second}}, taken.policy);
    QCOMPARE(again.policy, taken.policy);
    QCOMPARE(again.kept, QStringList());
}

void TestTakeBack::whatWasChangedSinceStays()
{
    const Policy first = defaultPolicy(QStringLiteral("x"));
    Policy second = with(first, QStringLiteral("icq"));
    second.localDomains.append(QStringLiteral("example.org"));
    Policy third = second;
    third.client.applications.first().setValue(ApplicationKey::Disable, QStringLiteral("0"));
    const TakenBack taken = takeBack({{2, first, second}}, third);
    QCOMPARE(programs(taken.policy), QStringList{QStringLiteral("icq")});
    QCOMPARE(taken.kept, QStringList{QStringLiteral("client.applications[icq]")});
    QVERIFY(!taken.policy.localDomains.contains(QStringLiteral("example.org")));
}

void TestTakeBack::severalAreTakenBackNewestFirst()
{
    const Policy first = with(defaultPolicy(QStringLiteral("x")), QStringLiteral("icq"));
    Policy second = first;
    second.client.applications.first().setValue(ApplicationKey::Disable, QStringLiteral("0"));
    Policy third = second;
    third.client.applications.first().remove(ApplicationKey::Disable);
    const TakenBack taken = takeBack({{2, first, second}, {3, second, third}}, third);
    QCOMPARE(taken.policy, first);
    QCOMPARE(taken.kept, QStringList());
}

QTEST_GUILESS_MAIN(TestTakeBack)
#include "test_takeback.moc"
