// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/draftkeeper.h"
#include "app/console/draft/policydraft.h"
#include "models/policy/validate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace
{

Policy named(const QString& description)
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.server.description = description;
    return policy;
}

// Keeps drafts in memory, and fails when told to.
class MemoryStore final : public DraftStore
{
public:
    Status save(const Draft& draft) override
    {
        if (!works)
            return works;
        drafts.insert(draft.server, draft);
        return {};
    }
    Result<std::optional<Draft>> load(const QString& server) override
    {
        if (!works)
            return works.error();
        const auto found = drafts.constFind(server);
        return found == drafts.cend() ? std::optional<Draft>() : std::optional(*found);
    }
    Result<bool> changedElsewhere(const QString&) override { return false; }
    Status remove(const QString& server) override
    {
        drafts.remove(server);
        return works;
    }

    QHash<QString, Draft> drafts;
    Status works;
};

const QString key = QStringLiteral("a");

} // namespace

class TestPolicyDraft : public QObject
{
    Q_OBJECT

private slots:
    void undoAndRedoGoBothWays();
    void equalPolicyIsNoStep();
    void cleanDraftFollowsItsBase();
    void stepsOverAnotherPolicyAreForgotten();
    void rebaseForgetsSteps();
    void appliedEditsAreTheNewBase();
    void problemsAreThoseOfTheDraft();
    void editsAreKeptByThemselves();
    void lastEditIsKeptAtTheEnd();
    void nothingIsKeptBeforeThereIsABase();
    void keptDraftIsTakenUp();
    void storeThatFailsIsSaid();
    void discardLeadsToTheHead();
    void undoToCleanLeadsToTheHead();
    void undoAfterAnApplyIsAnEdit();
    void twoConsolesWorkOnOneDraft();
    void bothChangedTheSame();
    void aCleanDraftOfAnotherConsoleIsNoOlderPolicy();
    void whatIsMadeAgainHasItsOwnWayBack();
    void whatATakenOutStepLeavesIsAskedAnew();
};

void TestPolicyDraft::undoAndRedoGoBothWays()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("base")));
    draft.change(QStringLiteral("one"), named(QStringLiteral("one")));
    draft.change(QStringLiteral("two"), named(QStringLiteral("two")));
    draft.undoStack().undo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("one"));
    draft.undoStack().undo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("base"));
    QVERIFY(draft.isClean());
    draft.undoStack().redo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("one"));
    draft.undoStack().redo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("two"));
    // Discarding is a step as well.
    draft.discard();
    QVERIFY(draft.isClean());
    draft.undoStack().undo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("two"));
}

void TestPolicyDraft::equalPolicyIsNoStep()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("base")));
    draft.change(QStringLiteral("nothing"), named(QStringLiteral("base")));
    QCOMPARE(draft.undoStack().count(), 0);
    draft.discard();
    QCOMPARE(draft.undoStack().count(), 0);
}

void TestPolicyDraft::cleanDraftFollowsItsBase()
{
    PolicyDraft draft;
    QSignalSpy changed(&draft, &PolicyDraft::changed);
    draft.setHead(1, named(QStringLiteral("one")));
    draft.setHead(2, named(QStringLiteral("two")));
    QCOMPARE(changed.size(), 2);
    QVERIFY(draft.isClean());
    QCOMPARE(draft.policy().server.description, QStringLiteral("two"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
}

void TestPolicyDraft::stepsOverAnotherPolicyAreForgotten()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    draft.undoStack().undo();
    // The same policy again, under whatever number, leaves the steps alone.
    draft.setHead(2, named(QStringLiteral("one")));
    QVERIFY(draft.undoStack().canRedo());
    draft.setHead(3, named(QStringLiteral("theirs")));
    QVERIFY(!draft.undoStack().canRedo());
    QVERIFY(!draft.undoStack().canUndo());
}

void TestPolicyDraft::rebaseForgetsSteps()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    draft.setHead(2, named(QStringLiteral("theirs")));
    QVERIFY(draft.isBehind());
    draft.rebase(named(QStringLiteral("merged")));
    QVERIFY(!draft.isBehind());
    QVERIFY(!draft.undoStack().canUndo());
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    QCOMPARE(draft.policy().server.description, QStringLiteral("merged"));
    QCOMPARE(draft.changes().size(), 1);
    draft.discard();
    QCOMPARE(draft.policy().server.description, QStringLiteral("theirs"));
}

void TestPolicyDraft::appliedEditsAreTheNewBase()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("sent")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("later")));
    draft.applied(2, {1, named(QStringLiteral("one")), named(QStringLiteral("sent"))});
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    QCOMPARE(draft.policy().server.description, QStringLiteral("later"));
    QCOMPARE(draft.changes().size(), 1);
    QCOMPARE(draft.changes().first().before, QStringLiteral("sent"));
}

void TestPolicyDraft::problemsAreThoseOfTheDraft()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    Policy bad = draft.policy();
    bad.client.port = 0;
    draft.change(QStringLiteral("edit"), bad);
    QVERIFY(hasErrors(draft.problems()));
    draft.undoStack().undo();
    QVERIFY(draft.problems().isEmpty());
}

void TestPolicyDraft::editsAreKeptByThemselves()
{
    const auto store = std::make_shared<MemoryStore>();
    PolicyDraft draft;
    DraftKeeper keeper(store, key, draft);
    draft.setHead(3, named(QStringLiteral("base")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    QTRY_VERIFY(store->drafts.contains(key));
    const Draft kept = store->drafts.value(key);
    QCOMPARE(kept.base, RevisionNumber(3));
    QCOMPARE(kept.basePolicy.server.description, QStringLiteral("base"));
    QCOMPARE(kept.policy.server.description, QStringLiteral("edit"));
}

void TestPolicyDraft::lastEditIsKeptAtTheEnd()
{
    const auto store = std::make_shared<MemoryStore>();
    PolicyDraft draft;
    draft.setHead(3, named(QStringLiteral("base")));
    {
        DraftKeeper keeper(store, key, draft);
        draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    }
    QCOMPARE(store->drafts.value(key).policy.server.description, QStringLiteral("edit"));
}

void TestPolicyDraft::nothingIsKeptBeforeThereIsABase()
{
    const auto store = std::make_shared<MemoryStore>();
    PolicyDraft draft;
    DraftKeeper keeper(store, key, draft);
    keeper.saveNow();
    QVERIFY(store->drafts.isEmpty());
}

void TestPolicyDraft::keptDraftIsTakenUp()
{
    const auto store = std::make_shared<MemoryStore>();
    PolicyDraft draft;
    DraftKeeper keeper(store, key, draft);
    QVERIFY(!keeper.resume());
    QVERIFY(store->save({key, 5, named(QStringLiteral("base")), named(QStringLiteral("edit"))}).ok());
    QVERIFY(keeper.resume());
    QCOMPARE(draft.baseRevision(), RevisionNumber(5));
    QCOMPARE(draft.base().server.description, QStringLiteral("base"));
    QCOMPARE(draft.policy().server.description, QStringLiteral("edit"));
    QVERIFY(!draft.isClean());
}

void TestPolicyDraft::storeThatFailsIsSaid()
{
    const auto store = std::make_shared<MemoryStore>();
    store->works = Error{ErrorCode::Io, QStringLiteral("drafts.db"), QStringLiteral("the disk is full")};
    PolicyDraft draft;
    DraftKeeper keeper(store, key, draft);
    QSignalSpy failed(&keeper, &DraftKeeper::failed);
    QVERIFY(!keeper.resume());
    QCOMPARE(failed.size(), 1);
    draft.setHead(1, named(QStringLiteral("base")));
    QCOMPARE(failed.size(), 2);
    keeper.saveNow();
    QCOMPARE(failed.size(), 3);
    QCOMPARE(failed.last().first().value<Error>().code, ErrorCode::Io);
}

void TestPolicyDraft::discardLeadsToTheHead()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("mine")));
    draft.setHead(2, named(QStringLiteral("theirs")));
    QVERIFY(draft.isBehind());
    QCOMPARE(draft.policy().server.description, QStringLiteral("mine"));
    draft.discard();
    QVERIFY(draft.isClean() && !draft.isBehind());
    QCOMPARE(draft.policy().server.description, QStringLiteral("theirs"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    // What was discarded comes back as what it was: changes to revision 1, to be merged.
    draft.undoStack().undo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("mine"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(1));
    QVERIFY(draft.isBehind());
    draft.undoStack().redo();
    QVERIFY(draft.isClean());
    QCOMPARE(draft.policy().server.description, QStringLiteral("theirs"));
}

void TestPolicyDraft::undoToCleanLeadsToTheHead()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("mine")));
    draft.setHead(2, named(QStringLiteral("theirs")));
    draft.undoStack().undo();
    QVERIFY(draft.isClean() && !draft.isBehind());
    QCOMPARE(draft.policy().server.description, QStringLiteral("theirs"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    draft.undoStack().redo();
    QVERIFY(draft.isBehind());
    QCOMPARE(draft.changes().first().before, QStringLiteral("one"));
    // Back by hand is back as well.
    draft.change(QStringLiteral("edit"), named(QStringLiteral("one")));
    QVERIFY(draft.isClean());
    QCOMPARE(draft.policy().server.description, QStringLiteral("theirs"));
}

void TestPolicyDraft::undoAfterAnApplyIsAnEdit()
{
    PolicyDraft draft;
    draft.setHead(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("sent")));
    draft.applied(2, {1, named(QStringLiteral("one")), named(QStringLiteral("sent"))});
    QVERIFY(draft.isClean());
    draft.undoStack().undo();
    QCOMPARE(draft.policy().server.description, QStringLiteral("one"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    QVERIFY(!draft.isBehind());
    QCOMPARE(draft.changes().size(), 1);
}

namespace
{

// One of several consoles over the same file.
struct Window {
    std::shared_ptr<DraftStore> store;
    PolicyDraft draft;
    DraftKeeper keeper;
    QSignalSpy taken{&keeper, &DraftKeeper::takenOver};

    explicit Window(const QString& file)
        : store(DraftStore::open(file).value())
        , keeper(store, key, draft)
    {
        keeper.resume();
    }
};

} // namespace

void TestPolicyDraft::twoConsolesWorkOnOneDraft()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("drafts.db"));
    {
        Window a(file);
        a.draft.setHead(1, named(QStringLiteral("base")));
        Window b(file);
        b.draft.setHead(1, named(QStringLiteral("base")));
        a.draft.change(QStringLiteral("edit"), named(QStringLiteral("edited in a")));
        Policy inB = b.draft.policy();
        inB.client.refreshHours = 17;
        b.draft.change(QStringLiteral("edit"), inB);
        for (const PolicyDraft* draft : {&a.draft, &b.draft}) {
            QTRY_COMPARE(draft->policy().server.description, QStringLiteral("edited in a"));
            QTRY_COMPARE(draft->policy().client.refreshHours, 17);
        }
        QVERIFY(a.taken.size() >= 1 && b.taken.size() >= 1);
        QVERIFY(a.taken.first().first().toStringList().isEmpty());
        // What the other one did can be undone here.
        a.draft.undoStack().undo();
        QTRY_VERIFY(b.draft.policy().client.refreshHours != 17);
    }
    Window again(file);
    QCOMPARE(again.draft.policy().server.description, QStringLiteral("edited in a"));
}

void TestPolicyDraft::bothChangedTheSame()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("drafts.db"));
    Window a(file);
    a.draft.setHead(1, named(QStringLiteral("base")));
    Window b(file);
    b.draft.setHead(1, named(QStringLiteral("base")));
    a.draft.change(QStringLiteral("edit"), named(QStringLiteral("by a")));
    b.draft.change(QStringLiteral("edit"), named(QStringLiteral("by b")));
    QTRY_COMPARE(b.taken.size(), 1);
    QCOMPARE(b.taken.first().first().toStringList(), QStringList{QStringLiteral("server.description")});
    QTRY_COMPARE(a.draft.policy().server.description, QStringLiteral("by b"));
    QCOMPARE(b.draft.policy().server.description, QStringLiteral("by b"));
}

// One that was told of revision 2 and one that was not yet.
void TestPolicyDraft::aCleanDraftOfAnotherConsoleIsNoOlderPolicy()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("drafts.db"));
    Window a(file);
    a.draft.setHead(1, named(QStringLiteral("one")));
    Window b(file);
    b.draft.setHead(1, named(QStringLiteral("one")));
    b.draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    QTRY_COMPARE(a.draft.policy().server.description, QStringLiteral("edit"));
    a.draft.setHead(2, named(QStringLiteral("two")));
    QVERIFY(a.draft.isBehind());
    b.draft.discard();
    QTRY_VERIFY(a.draft.isClean());
    QCOMPARE(a.draft.policy().server.description, QStringLiteral("two"));
    b.draft.setHead(2, named(QStringLiteral("two")));
    QCOMPARE(b.draft.policy().server.description, QStringLiteral("two"));
}

// A change that was taken out by its link, and made once more.
void TestPolicyDraft::whatIsMadeAgainHasItsOwnWayBack()
{
    const auto with = [](Policy policy, const QString& description, const QString& domain) {
        policy.server.description = description;
        policy.localDomains = {domain};
        return policy;
    };
    const Policy base = with(named(QStringLiteral("a")), QStringLiteral("a"), QStringLiteral("one.example"));
    PolicyDraft draft;
    draft.setHead(1, base);
    draft.change(QStringLiteral("first"), with(base, QStringLiteral("b"), QStringLiteral("one.example")));
    const Undo first = draft.undoOfLastChange();
    draft.change(QStringLiteral("other"), with(base, QStringLiteral("b"), QStringLiteral("two.example")));
    QCOMPARE(first(), QString());
    QCOMPARE(draft.policy().server.description, QStringLiteral("a"));
    draft.change(QStringLiteral("again"), with(base, QStringLiteral("b"), QStringLiteral("two.example")));
    const Undo again = draft.undoOfLastChange();
    draft.change(QStringLiteral("more"), with(base, QStringLiteral("b"), QStringLiteral("three.example")));
    QVERIFY(again);
    QCOMPARE(again(), QString());
    QCOMPARE(draft.policy(), with(base, QStringLiteral("a"), QStringLiteral("three.example")));
}

// With the first one out there is nothing left of the second, which only took back a part of it.
void TestPolicyDraft::whatATakenOutStepLeavesIsAskedAnew()
{
    const auto with = [](const QString& description, int hours) {
        Policy policy = named(description);
        policy.client.refreshHours = hours;
        return policy;
    };
    PolicyDraft draft;
    draft.setHead(1, with(QStringLiteral("a"), 10));
    draft.change(QStringLiteral("first"), with(QStringLiteral("b"), 11));
    const Undo first = draft.undoOfLastChange();
    draft.change(QStringLiteral("back"), with(QStringLiteral("a"), 11));
    const Undo back = draft.undoOfLastChange();
    draft.change(QStringLiteral("again"), with(QStringLiteral("a"), 12));
    QVERIFY(first);
    QVERIFY(back);
    QVERIFY(first().startsWith(QStringLiteral("Not undone")));
    QCOMPARE(draft.policy(), with(QStringLiteral("a"), 12));
    QVERIFY(!back);
}

QTEST_MAIN(TestPolicyDraft)
#include "test_policydraft.moc"
