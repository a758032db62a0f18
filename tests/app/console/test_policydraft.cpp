// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/draftkeeper.h"
#include "app/console/draft/policydraft.h"
#include "models/policy/validate.h"

#include <QSignalSpy>
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
};

void TestPolicyDraft::undoAndRedoGoBothWays()
{
    PolicyDraft draft;
    draft.setBase(1, named(QStringLiteral("base")));
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
    draft.setBase(1, named(QStringLiteral("base")));
    draft.change(QStringLiteral("nothing"), named(QStringLiteral("base")));
    QCOMPARE(draft.undoStack().count(), 0);
    draft.discard();
    QCOMPARE(draft.undoStack().count(), 0);
}

void TestPolicyDraft::cleanDraftFollowsItsBase()
{
    PolicyDraft draft;
    QSignalSpy changed(&draft, &PolicyDraft::changed);
    draft.setBase(1, named(QStringLiteral("one")));
    draft.setBase(2, named(QStringLiteral("two")));
    QCOMPARE(changed.size(), 2);
    QVERIFY(draft.isClean());
    QCOMPARE(draft.policy().server.description, QStringLiteral("two"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
}

void TestPolicyDraft::stepsOverAnotherPolicyAreForgotten()
{
    PolicyDraft draft;
    draft.setBase(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    draft.undoStack().undo();
    // The same policy again, under whatever number, leaves the steps alone.
    draft.setBase(2, named(QStringLiteral("one")));
    QVERIFY(draft.undoStack().canRedo());
    draft.setBase(3, named(QStringLiteral("theirs")));
    QVERIFY(!draft.undoStack().canRedo());
    QVERIFY(!draft.undoStack().canUndo());
}

void TestPolicyDraft::rebaseForgetsSteps()
{
    PolicyDraft draft;
    draft.setBase(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("edit")));
    draft.rebase(2, named(QStringLiteral("theirs")), named(QStringLiteral("merged")));
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
    draft.setBase(1, named(QStringLiteral("one")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("sent")));
    draft.change(QStringLiteral("edit"), named(QStringLiteral("later")));
    draft.applied(2, named(QStringLiteral("sent")));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    QCOMPARE(draft.policy().server.description, QStringLiteral("later"));
    QCOMPARE(draft.changes().size(), 1);
    QCOMPARE(draft.changes().first().before, QStringLiteral("sent"));
}

void TestPolicyDraft::problemsAreThoseOfTheDraft()
{
    PolicyDraft draft;
    draft.setBase(1, named(QStringLiteral("one")));
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
    draft.setBase(3, named(QStringLiteral("base")));
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
    draft.setBase(3, named(QStringLiteral("base")));
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
    draft.setBase(1, named(QStringLiteral("base")));
    QCOMPARE(failed.size(), 2);
    keeper.saveNow();
    QCOMPARE(failed.size(), 3);
    QCOMPARE(failed.last().first().value<Error>().code, ErrorCode::Io);
}

QTEST_MAIN(TestPolicyDraft)
#include "test_policydraft.moc"
