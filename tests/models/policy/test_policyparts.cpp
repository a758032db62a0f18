// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyparts.h"
#include "tests/models/policy/policydata.h"

#include <QTest>

using namespace sallyport;

namespace
{

ApplicationEntry entry(const char* id, const char* name, std::initializer_list<ApplicationKey> switchedOn)
{
    ApplicationEntry made{QLatin1StringView(id), QLatin1StringView(name), {}};
    for (const ApplicationKey key : switchedOn)
        made.setValue(key, QStringLiteral("1"));
    return made;
}

QStringList paths(const QList<PolicyPart>& parts)
{
    QStringList texts;
    for (const PolicyPart& part : parts)
        texts.append(part.path);
    return texts;
}

} // namespace

class TestPolicyParts : public QObject
{
    Q_OBJECT

private slots:
    // Fields, every list, and entries that are new, gone, changed twice, renamed, with brackets in their names, moved.
    void everyPartCanBeTakenAlone()
    {
        Policy before = test::richPolicy();
        before.client.applications = {entry("1", "aim", {ApplicationKey::Disable}),
            entry("2", "icq", {ApplicationKey::Disable}), entry("3", "old", {ApplicationKey::Disable}),
            entry("4", "a[b].c", {ApplicationKey::Disable}), entry("5", "zoom", {ApplicationKey::Disable})};
        Policy after = defaultPolicy(QStringLiteral("other"));
        after.localAddresses = {{IpAddress::fromV4(1), IpAddress::fromV4(2)}};
        after.client.applications = {entry("5", "zoom", {ApplicationKey::Disable}), entry("1", "aim", {}),
            entry("2", "icq", {ApplicationKey::Persistent}), entry("4", "a[b].c", {ApplicationKey::Persistent}),
            entry("6", "new", {ApplicationKey::Disable}), entry("7", "newer", {ApplicationKey::Disable})};
        after.client.applications[1].name = QStringLiteral("aim2");
        const QList<PolicyPart> parts = changedParts(before, after);
        const QStringList all = paths(parts);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        for (const char* path : {"client.applications[aim2]", "client.applications[icq]", "client.applications[a[b].c]",
                 "client.applications[old]", "client.applications[new]", "client.applications", "localAddresses",
                 "localDomains", "server.name"})
            QVERIFY2(all.contains(QLatin1StringView(path)), path);
        QVERIFY(!all.contains(QStringLiteral("client.applications[zoom]")));
        QCOMPARE(withParts(before, after, {all.begin(), all.end()}), after);
        QCOMPARE(withParts(before, after, {}), before);
        for (const PolicyPart& part : parts) {
            const Policy taken = withParts(before, after, {part.path});
            QCOMPARE(paths(changedParts(before, taken)), QStringList{part.path});
            // The rest is what is left to take.
            QStringList rest = all;
            rest.removeOne(part.path);
            const QStringList left = paths(changedParts(taken, after));
            QCOMPARE(left, rest);
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicyParts)
#include "test_policyparts.moc"
