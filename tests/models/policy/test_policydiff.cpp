// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/diff.h"
#include "models/policy/policyjson.h"
#include "tests/models/policy/policydata.h"

#include <QTest>

using namespace sallyport;

class PolicyDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void equalPoliciesHaveNoChanges();
    void changes_data();
    void changes();
    void droppingOneChangeKeepsTheOthers();
    void droppingARemovalTakesTheNewEntrysPlace();
    void droppingSomeOfThousandsKeepsTheOthers();
    void droppingAnEntrysNameAndKeysTogether();
    void droppingARemovalGivesARenamedEntryItsName();
    void noProgramGetsTwoEntriesByADrop();
    void mergeOfManyIsThatOfEach();
    void changesKeepTheOrderOfTheFields();
    void mergeTakesWhatOnlyTheyChanged();
    void mergeKeepsMineAndTellsOfConflicts();
    void mergeOfBothAddingOneProgram();
    void mergeOfRemovals();
    void mergeOfRenames();
    void mergeTakesTheirsWhereDecided();
    void mergeBringsBackWhatMineRemoved();
    void mergeOfLists();
    void mergeOfListsTakesTheirRemovals();
    void mergeTakesTheirOrder();
};

using Change = std::function<void(Policy&)>;
Q_DECLARE_METATYPE(Change)

static const ApplicationSetting disable{ApplicationKey::Disable, QStringLiteral("1")};

static QString line(const PolicyChange& change)
{
    static const QStringList kinds{QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("~")};
    return QStringLiteral("%1 %2: %3 -> %4")
        .arg(kinds.at(static_cast<int>(change.kind)), change.path, change.before, change.after);
}

static QStringList lines(const QList<PolicyChange>& changes)
{
    QStringList texts;
    for (const PolicyChange& change : changes)
        texts.append(line(change));
    return texts;
}

static QStringList conflictLines(const PolicyMerge& merge)
{
    QStringList texts;
    for (const MergeConflict& conflict : merge.conflicts)
        texts.append(QStringLiteral("%1: %2 -> mine %3, theirs %4")
                         .arg(conflict.path, conflict.base, conflict.mine, conflict.theirs));
    return texts;
}

static Policy changed(const Change& change)
{
    Policy policy = test::richPolicy();
    change(policy);
    return policy;
}

void PolicyDiffTest::equalPoliciesHaveNoChanges()
{
    QCOMPARE(diffPolicies(test::richPolicy(), test::richPolicy()).size(), 0);
}

void PolicyDiffTest::changes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, Change change, std::initializer_list<const char*> expected) {
        QStringList texts;
        for (const char* text : expected)
            texts.append(QString::fromUtf8(text));
        QTest::newRow(name) << change << texts;
    };
    row("number", [](Policy& p) { p.listeners.webProxy.port = 8081; }, {"~ listeners.webProxy.port: 8080 -> 8081"});
    row("flag", [](Policy& p) { p.filters.socks.enabled = true; }, {"~ filters.socks.enabled: false -> true"});
    row("verdict", [](Policy& p) { p.unmatched = Verdict::Deny; }, {"~ unmatched: allow -> deny"});
    row("addressing", [](Policy& p) { p.client.addressing = ServerAddressing::ByName; },
        {"~ client.addressing: address -> name"});
    row("list item added", [](Policy& p) { p.localDomains.append(QStringLiteral("a.example")); },
        {"+ localDomains[a.example]:  -> a.example"});
    row("list item removed", [](Policy& p) { p.localAddresses.removeFirst(); },
        {"- localAddresses[10.0.0.0-10.255.255.255]: 10.0.0.0-10.255.255.255 -> "});
    row("list reordered", [](Policy& p) { p.client.serverAddresses.swapItemsAt(0, 1); },
        {"~ client.serverAddresses: 192.0.2.1, 2001:db8::1 -> 2001:db8::1, 192.0.2.1"});
    row("entry added",
        [](Policy& p) {
            p.client.applications.append({QStringLiteral("id-aim"), QStringLiteral("aim"),
                {disable, {ApplicationKey::Persistent, QStringLiteral("0")}}});
        },
        {"+ client.applications[aim]:  -> Disable=1; Persistent=0"});
    row("entry removed", [](Policy& p) { p.client.applications.removeFirst(); },
        {"- client.applications[msmsgs]: Disable=1 -> "});
    row("entry renamed", [](Policy& p) { p.client.applications[0].name = QStringLiteral("msn"); },
        {"~ client.applications[msn].name: msmsgs -> msn"});
    row("key changed", [](Policy& p) { p.client.applications[0].settings[0].value = QStringLiteral("0"); },
        {"~ client.applications[msmsgs].Disable: 1 -> 0"});
    row("key added and removed",
        [](Policy& p) {
            p.client.applications[1].remove(ApplicationKey::NameResolution);
            p.client.applications[1].setValue(ApplicationKey::KillOldSession, QStringLiteral("1"));
        },
        {"- client.applications[icq].NameResolution: R -> ", "+ client.applications[icq].KillOldSession:  -> 1"});
    row("keys reordered", [](Policy& p) { p.client.applications[1].settings.swapItemsAt(0, 1); },
        {"~ client.applications[icq].settings: NameResolution, LocalBindTcpPorts -> LocalBindTcpPorts, "
         "NameResolution"});
    row("entries reordered", [](Policy& p) { p.client.applications.swapItemsAt(0, 1); },
        {"~ client.applications: msmsgs, icq -> icq, msmsgs"});
}

void PolicyDiffTest::changes()
{
    QFETCH(Change, change);
    QFETCH(QStringList, expected);
    const Policy before = test::richPolicy();
    const Policy after = changed(change);
    QCOMPARE(lines(diffPolicies(before, after)), expected);
    // Whatever differs can be merged onto an untouched draft, and the other way round nothing gets lost.
    const PolicyMerge forward = mergePolicies(before, before, after);
    QVERIFY(forward.conflicts.isEmpty());
    if (!QByteArray(QTest::currentDataTag()).contains("keys reordered"))
        QCOMPARE(policyToJsonText(forward.merged), policyToJsonText(after));
    const PolicyMerge still = mergePolicies(before, after, before);
    QVERIFY(still.merged == after);
    // Dropped one by one, nothing is left of them.
    Policy left = after;
    for (const PolicyChange& one : diffPolicies(before, after))
        left = withoutChanges(before, left, {one});
    QCOMPARE(lines(diffPolicies(before, left)), QStringList());
    QVERIFY(withoutChanges(before, after, diffPolicies(before, after)) == before);
    const PolicyMerge same = mergePolicies(before, after, after);
    QVERIFY(same.merged == after);
    QVERIFY(same.conflicts.isEmpty());
}

void PolicyDiffTest::droppingOneChangeKeepsTheOthers()
{
    const Policy before = test::richPolicy();
    Policy after = before;
    after.listeners.webProxy.port = 8081;
    after.localDomains.append(QStringLiteral("a.example"));
    after.localAddresses.removeFirst();
    after.client.applications[0].name = QStringLiteral("msn");
    after.client.applications[0].setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    after.client.applications.removeAt(1);
    after.client.applications.append({QStringLiteral("id-aim"), QStringLiteral("a]im"),
        {disable, {ApplicationKey::Persistent, QStringLiteral("0")}}});
    const QList<PolicyChange> all = diffPolicies(before, after);
    QCOMPARE(all.size(), 7);
    for (const PolicyChange& one : all) {
        QStringList expected = lines(all);
        expected.removeOne(line(one));
        QStringList left = lines(diffPolicies(before, withoutChanges(before, after, {one})));
        // The entry's other change goes by the name it has then.
        if (one.path.endsWith(QLatin1StringView(".name")))
            expected.replaceInStrings(QStringLiteral("[msn]"), QStringLiteral("[msmsgs]"));
        QCOMPARE(left, expected);
    }
    QVERIFY(withoutChanges(before, after, {{ChangeKind::Changed, QStringLiteral("nothing.there"), {}, {}}}) == after);
}

// A program that was taken out and made anew has one entry again.
void PolicyDiffTest::droppingARemovalTakesTheNewEntrysPlace()
{
    const Policy before = test::richPolicy();
    Policy after = before;
    after.client.applications[0].id = QStringLiteral("id-new");
    after.client.applications[0].name = QStringLiteral("MSMSGS.exe");
    const QList<PolicyChange> all = diffPolicies(before, after);
    QCOMPARE(all.first().kind, ChangeKind::Removed);
    QVERIFY(withoutChanges(before, after, {all.first()}) == before);
}

void PolicyDiffTest::droppingSomeOfThousandsKeepsTheOthers()
{
    constexpr int count = 10'000;
    Policy before = defaultPolicy(QStringLiteral("branch-a"));
    for (int i = 0; i < count; ++i) {
        before.client.applications.append(
            {QStringLiteral("id%1").arg(i), QStringLiteral("program%1").arg(i), {disable}});
        before.localDomains.append(QStringLiteral("d%1.example").arg(i));
    }
    Policy after = before;
    const auto isThird = [](qsizetype i) { return i % 3 == 0; };
    for (qsizetype i = count; i-- > 0;) {
        if (isThird(i)) {
            after.client.applications.removeAt(i);
            after.localDomains.removeAt(i);
        } else {
            after.client.applications[i].setValue(ApplicationKey::Persistent, QStringLiteral("1"));
        }
    }
    std::reverse(after.client.applications.begin(), after.client.applications.end());
    const QList<PolicyChange> all = diffPolicies(before, after);
    QList<PolicyChange> dropped;
    QList<PolicyChange> kept;
    for (qsizetype i = 0; i < all.size(); ++i)
        (i % 100 == 0 && all.at(i).path != u"client.applications" ? dropped : kept).append(all.at(i));
    QVERIFY(dropped.size() >= 100);
    const QStringList left = lines(diffPolicies(before, withoutChanges(before, after, dropped)));
    QStringList expected = lines(kept);
    const auto isOrder
        = [](const QString& line) { return line.startsWith(QLatin1StringView("~ client.applications:")); };
    QCOMPARE(expected.removeIf(isOrder), 1); // which says how it goes on, and that has changed
    QStringList others = left;
    others.removeIf(isOrder);
    QCOMPARE(others, expected);
    QVERIFY(withoutChanges(before, after, all) == before);
}

// A change goes by the new name of its entry, and is dropped with that.
void PolicyDiffTest::droppingAnEntrysNameAndKeysTogether()
{
    const Policy before = test::richPolicy();
    Policy after = before;
    after.client.applications[0].name = QStringLiteral("a.b].c[");
    after.client.applications[0].setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    after.client.applications[0].remove(ApplicationKey::Disable);
    after.client.applications.removeAt(1);
    QList<PolicyChange> dropped = diffPolicies(before, after);
    QCOMPARE(dropped.size(), 4);
    QVERIFY(withoutChanges(before, after, dropped) == before);
    std::reverse(dropped.begin(), dropped.end());
    QVERIFY(withoutChanges(before, after, dropped) == before);
}

// Nobody asked for the entry to go that took the name of a removed one.
void PolicyDiffTest::droppingARemovalGivesARenamedEntryItsName()
{
    const ApplicationEntry a{QStringLiteral("1"), QStringLiteral("aim"), {}};
    const ApplicationEntry b{QStringLiteral("2"), QStringLiteral("icq"), {}};
    Policy base;
    base.client.applications = {a, b};
    Policy draft;
    draft.client.applications = {ApplicationEntry{b.id, a.name, {}}};
    const Policy left
        = withoutChanges(base, draft, {{ChangeKind::Removed, QStringLiteral("client.applications[aim]"), {}, {}}});
    QCOMPARE(left.client.applications, base.client.applications);
}

// The name that an entry gets back may be another's by now, and so on.
void PolicyDiffTest::noProgramGetsTwoEntriesByADrop()
{
    const auto entry = [](const char* id, const char* name) {
        return ApplicationEntry{QString::fromLatin1(id), QString::fromLatin1(name), {}};
    };
    const auto left = [](const QList<ApplicationEntry>& base, const QList<ApplicationEntry>& draft, ChangeKind kind,
                          const char* path) {
        Policy before;
        before.client.applications = base;
        Policy after;
        after.client.applications = draft;
        return withoutChanges(before, after, {{kind, QString::fromLatin1(path), {}, {}}}).client.applications;
    };
    const QList<ApplicationEntry> base{entry("a", "icq"), entry("g", "aim")};
    QCOMPARE(left(base, {entry("a", "aim"), entry("b", "icq")}, ChangeKind::Removed, "client.applications[aim]"), base);
    const QList<ApplicationEntry> three{entry("c", "msn"), entry("a", "icq"), entry("g", "aim")};
    QCOMPARE(left(three, {entry("c", "icq"), entry("a", "aim"), entry("b", "msn")}, ChangeKind::Removed,
                 "client.applications[aim]"),
        three);
    // So with a name that is taken back.
    QCOMPARE(left({entry("a", "icq")}, {entry("a", "aim"), entry("b", "icq")}, ChangeKind::Changed,
                 "client.applications[aim].name"),
        (QList<ApplicationEntry>{entry("a", "icq")}));
}

// Removed, renamed, changed and new ones in one: what each merge alone says.
void PolicyDiffTest::mergeOfManyIsThatOfEach()
{
    const auto entry = [](int i, const QString& name) {
        return ApplicationEntry{QString::number(i), name, {{ApplicationKey::Disable, QStringLiteral("1")}}};
    };
    Policy base;
    for (int i = 0; i < 400; ++i)
        base.client.applications.append(entry(i, QStringLiteral("p%1").arg(i)));
    Policy theirs = base;
    Policy mine = base;
    Policy expected = base;
    Policy* const both[]{&theirs, &expected};
    for (Policy* policy : both) {
        auto& entries = policy->client.applications;
        for (int i = 0; i < 100; ++i)
            entries[i].name = QStringLiteral("q%1").arg(i);
        for (int i = 100; i < 200; ++i)
            entries[i].setValue(ApplicationKey::Disable, QStringLiteral("0"));
        entries.remove(200, 100);
        for (int i = 0; i < 100; ++i)
            entries.append(entry(1000 + i, QStringLiteral("n%1").arg(i)));
    }
    mine.client.applications.append(entry(2000, QStringLiteral("N7"))); // both made an entry for it
    mine.client.applications.last().setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    const PolicyMerge merge = mergePolicies(base, mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.merged.client.applications.size(), expected.client.applications.size());
    for (const ApplicationEntry& one : std::as_const(expected.client.applications)) {
        const ApplicationEntry* found = merge.merged.client.application(one.name);
        QVERIFY2(found, qPrintable(one.name));
        QCOMPARE(found->id, one.name == u"n7" ? QStringLiteral("2000") : one.id);
        QCOMPARE(found->value(ApplicationKey::Disable), one.value(ApplicationKey::Disable));
    }
}

void PolicyDiffTest::changesKeepTheOrderOfTheFields()
{
    const Policy after = changed([](Policy& p) {
        p.unmatched = Verdict::Deny;
        p.client.port = 1746;
        p.server.name = QStringLiteral("branch-b");
    });
    QCOMPARE(lines(diffPolicies(test::richPolicy(), after)),
        QStringList({QStringLiteral("~ server.name: branch-a -> branch-b"),
            QStringLiteral("~ client.port: 1745 -> 1746"), QStringLiteral("~ unmatched: allow -> deny")}));
}

void PolicyDiffTest::mergeTakesWhatOnlyTheyChanged()
{
    const Policy mine = changed([](Policy& p) {
        p.client.port = 1746;
        p.client.applications[0].setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    });
    const Policy theirs = changed([](Policy& p) {
        p.client.webProxyPort = 8081;
        p.client.applications[0].setValue(ApplicationKey::Disable, QStringLiteral("0"));
    });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.merged.client.port, 1746);
    QCOMPARE(merge.merged.client.webProxyPort, 8081);
    QCOMPARE(merge.merged.client.applications[0].value(ApplicationKey::Persistent), std::optional(QStringLiteral("1")));
    QCOMPARE(merge.merged.client.applications[0].value(ApplicationKey::Disable), std::optional(QStringLiteral("0")));
}

void PolicyDiffTest::mergeKeepsMineAndTellsOfConflicts()
{
    const Policy mine = changed([](Policy& p) {
        p.client.port = 1746;
        p.client.applications[1].setValue(ApplicationKey::NameResolution, QStringLiteral("L"));
    });
    const Policy theirs = changed([](Policy& p) {
        p.client.port = 1747;
        p.client.applications[1].remove(ApplicationKey::NameResolution);
    });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QVERIFY(merge.merged == mine);
    QCOMPARE(conflictLines(merge),
        QStringList({QStringLiteral("client.port: 1745 -> mine 1746, theirs 1747"),
            QStringLiteral("client.applications[icq].NameResolution: R -> mine L, theirs ")}));
}

void PolicyDiffTest::mergeOfBothAddingOneProgram()
{
    const Policy mine = changed([](Policy& p) {
        p.client.applications.append(
            {QStringLiteral("m"), QStringLiteral("aim"), {{ApplicationKey::Disable, QStringLiteral("0")}}});
    });
    const Policy theirs = changed([](Policy& p) {
        p.client.applications.append(
            {QStringLiteral("t"), QStringLiteral("AIM"), {disable, {ApplicationKey::Persistent, QStringLiteral("1")}}});
        p.client.applications.append({QStringLiteral("y"), QStringLiteral("ypager"), {disable}});
    });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QCOMPARE(merge.merged.client.applications.size(), 4);
    const ApplicationEntry* aim = merge.merged.client.application(u"aim");
    QCOMPARE(aim->id, QStringLiteral("m"));
    QCOMPARE(aim->value(ApplicationKey::Disable), std::optional(QStringLiteral("0")));
    QCOMPARE(aim->value(ApplicationKey::Persistent), std::optional(QStringLiteral("1")));
    QCOMPARE(
        conflictLines(merge), QStringList({QStringLiteral("client.applications[aim].Disable:  -> mine 0, theirs 1")}));
}

void PolicyDiffTest::mergeOfRemovals()
{
    const Policy base = test::richPolicy();
    const Policy removed = changed([](Policy& p) { p.client.applications.removeFirst(); });
    const Policy edited = changed([](Policy& p) { p.client.applications[0].settings[0].value = QStringLiteral("0"); });

    PolicyMerge merge = mergePolicies(base, base, removed);
    QVERIFY(!merge.merged.client.application(u"msmsgs"));

    merge = mergePolicies(base, edited, removed);
    QVERIFY(merge.merged == edited);
    QCOMPARE(conflictLines(merge),
        QStringList({QStringLiteral("client.applications[msmsgs]: Disable=1 -> mine Disable=0, theirs ")}));

    merge = mergePolicies(base, removed, edited);
    QVERIFY(merge.merged == removed);
    QCOMPARE(conflictLines(merge),
        QStringList({QStringLiteral("client.applications[msmsgs]: Disable=1 -> mine , theirs Disable=0")}));
}

void PolicyDiffTest::mergeOfRenames()
{
    const auto named = [](const char* name) {
        return changed([name](Policy& p) { p.client.applications[0].name = QString::fromLatin1(name); });
    };
    PolicyMerge merge = mergePolicies(test::richPolicy(), test::richPolicy(), named("msn"));
    QCOMPARE(merge.merged.client.applications[0].name, QStringLiteral("msn"));

    merge = mergePolicies(test::richPolicy(), named("msnmsgr"), named("msn"));
    QCOMPARE(merge.merged.client.applications[0].name, QStringLiteral("msnmsgr"));
    QCOMPARE(conflictLines(merge),
        QStringList({QStringLiteral("client.applications[msnmsgr].name: msmsgs -> mine msnmsgr, theirs msn")}));

    // A rename onto a name that mine gave to another entry would make two sections of one name.
    const Policy mine = changed([](Policy& p) {
        p.client.applications.append({QStringLiteral("m"), QStringLiteral("msn"), {disable}});
    });
    merge = mergePolicies(test::richPolicy(), mine, named("msn"));
    QVERIFY(merge.merged == mine);
    QCOMPARE(merge.conflicts.size(), 1);
}

// Whatever is decided about each conflict, the rest is merged all the same.
void PolicyDiffTest::mergeTakesTheirsWhereDecided()
{
    const Policy mine = changed([](Policy& p) {
        p.client.port = 1746;
        p.unmatched = Verdict::Deny;
        p.client.applications[0].name = QStringLiteral("msnmsgr");
        p.client.applications[0].settings[0].value = QStringLiteral("0");
        p.client.applications[1].setValue(ApplicationKey::NameResolution, QStringLiteral("L"));
        p.localDomains.append(QStringLiteral("mine.example"));
    });
    const Policy theirs = changed([](Policy& p) {
        p.client.port = 1747;
        p.client.webProxyPort = 8081;
        p.client.applications[0].name = QStringLiteral("msn");
        p.client.applications[0].remove(ApplicationKey::Disable);
        p.client.applications.removeLast();
    });
    const PolicyMerge undecided = mergePolicies(test::richPolicy(), mine, theirs);
    QCOMPARE(conflictLines(undecided),
        QStringList({QStringLiteral("client.port: 1745 -> mine 1746, theirs 1747"),
            QStringLiteral("client.applications[icq]: NameResolution=R; LocalBindTcpPorts=7000-7022, 7100 -> mine "
                           "NameResolution=L; LocalBindTcpPorts=7000-7022, 7100, theirs "),
            QStringLiteral("client.applications[msnmsgr].name: msmsgs -> mine msnmsgr, theirs msn"),
            QStringLiteral("client.applications[msnmsgr].Disable: 1 -> mine 0, theirs ")}));
    const QSet<QString> places{QStringLiteral("client.port"), QStringLiteral("client.applications[icq]"),
        QStringLiteral("client.applications[msnmsgr].name"), QStringLiteral("client.applications[msnmsgr].Disable")};
    const PolicyMerge all = mergePolicies(test::richPolicy(), mine, theirs, places);
    QCOMPARE(conflictLines(all), conflictLines(undecided));
    QCOMPARE(all.merged.client.applications, theirs.client.applications);
    QCOMPARE(all.merged.client.port, 1747);
    for (const QString& place : places) {
        const PolicyMerge one = mergePolicies(test::richPolicy(), mine, theirs, {place});
        QCOMPARE(conflictLines(one), conflictLines(undecided));
        QCOMPARE(diffPolicies(undecided.merged, one.merged).size(), 1);
        QCOMPARE(one.merged.client.webProxyPort, 8081);
        QCOMPARE(one.merged.unmatched, Verdict::Deny);
        QVERIFY(one.merged.localDomains.contains(QStringLiteral("mine.example")));
    }
}

void PolicyDiffTest::mergeBringsBackWhatMineRemoved()
{
    const Policy mine = changed([](Policy& p) { p.client.applications.removeFirst(); });
    const Policy theirs = changed([](Policy& p) { p.client.applications[0].settings[0].value = QStringLiteral("0"); });
    const PolicyMerge merge
        = mergePolicies(test::richPolicy(), mine, theirs, {QStringLiteral("client.applications[msmsgs]")});
    const ApplicationEntry* entry = merge.merged.client.application(u"msmsgs");
    QVERIFY(entry);
    QCOMPARE(*entry, theirs.client.applications[0]);
}

void PolicyDiffTest::mergeOfLists()
{
    const Policy mine = changed([](Policy& p) {
        p.localDomains.removeFirst();
        p.localDomains.append(QStringLiteral("mine.example"));
    });
    const Policy theirs = changed([](Policy& p) { p.localDomains.prepend(QStringLiteral("theirs.example")); });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QCOMPARE(merge.merged.localDomains,
        QStringList(
            {QStringLiteral("*.corp.example.com"), QStringLiteral("mine.example"), QStringLiteral("theirs.example")}));
    QVERIFY(merge.conflicts.isEmpty());
}

void PolicyDiffTest::mergeOfListsTakesTheirRemovals()
{
    const Policy mine = changed([](Policy& p) { p.localDomains.append(QStringLiteral("mine.example")); });
    const Policy theirs = changed([](Policy& p) { p.localDomains.removeFirst(); });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QCOMPARE(
        merge.merged.localDomains, QStringList({QStringLiteral("*.corp.example.com"), QStringLiteral("mine.example")}));
}

void PolicyDiffTest::mergeTakesTheirOrder()
{
    const Policy mine = changed(
        [](Policy& p) { p.client.applications[0].setValue(ApplicationKey::Persistent, QStringLiteral("1")); });
    const Policy theirs = changed([](Policy& p) { p.client.applications.swapItemsAt(0, 1); });
    const PolicyMerge merge = mergePolicies(test::richPolicy(), mine, theirs);
    QCOMPARE(merge.merged.client.applications[0].name, QStringLiteral("icq"));
    QCOMPARE(merge.merged.client.applications[1].settings.size(), 2);
}

QTEST_APPLESS_MAIN(PolicyDiffTest)
#include "test_policydiff.moc"
