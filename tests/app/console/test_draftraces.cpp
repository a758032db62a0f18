// SPDX-License-Identifier: GPL-3.0-or-later
// One draft that several windows, an apply and undo reach for at the same time.
#include "app/console/draft/draftkeeper.h"
#include "app/console/draft/policydraft.h"
#include "models/policy/validate.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace
{

const QString serverKey = QStringLiteral("a");

Policy described(const char* description)
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.server.description = QLatin1StringView(description);
    return policy;
}

// One of several consoles over the same file.
struct Window {
    std::shared_ptr<DraftStore> store;
    PolicyDraft draft;
    DraftKeeper keeper;

    explicit Window(const QString& file)
        : store(DraftStore::open(file).value())
        , keeper(store, serverKey, draft)
    {
        keeper.resume();
    }
};

} // namespace

class TestDraftRaces : public QObject
{
    Q_OBJECT

private slots:
    void aConsoleWithoutAPolicyTakesUpWhatAnotherKeeps();
    void anApplyMovesItsOwnBaseAlone();
    void theStepBehindAnApplyIsNoChange();
    void aDraftCleanedDuringItsApplyIsWhatWasApplied();
    void aCleanDraftOfAnotherConsoleTellsTheHead();
    void anEditDroppedOverATellingOfTheHead();
    void theLastEditIsJoinedAtTheEnd();

private:
    const QTemporaryDir m_dir;
    QString file() const { return m_dir.filePath(QLatin1StringView(QTest::currentTestFunction())); }
};

void TestDraftRaces::aConsoleWithoutAPolicyTakesUpWhatAnotherKeeps()
{
    Window late(file());
    Window first(file());
    const Policy base = described("base");
    first.draft.setHead(1, base);
    first.draft.change(QStringLiteral("edit"), described("edited"));
    QTRY_COMPARE(late.draft.baseRevision(), RevisionNumber(1));
    QCOMPARE(late.draft.base(), base);
    QCOMPARE(late.draft.policy(), described("edited"));
    QCOMPARE(first.draft.policy(), described("edited"));
    QCOMPARE(late.draft.undoStack().count(), 0); // nothing was changed here
    QCOMPARE(late.store->load(serverKey).value()->policy, described("edited"));
}

void TestDraftRaces::anApplyMovesItsOwnBaseAlone()
{
    PolicyDraft draft;
    draft.setHead(1, described("one"));
    Policy older = draft.policy();
    older.client.refreshHours = 17;
    draft.change(QStringLiteral("A"), older);
    draft.setHead(2, described("theirs"));
    draft.discard();
    draft.change(QStringLiteral("B"), described("sent"));
    const Proposal sent = draft.proposal();
    QCOMPARE(sent.parent, RevisionNumber(2));
    draft.undoStack().undo();
    draft.undoStack().undo();
    QCOMPARE(draft.policy(), older);
    draft.applied(3, sent);
    QCOMPARE(draft.head(), described("sent"));
    QVERIFY(draft.isBehind());
    QCOMPARE(draft.baseRevision(), RevisionNumber(1));
    QCOMPARE(draft.policy(), older);
    QCOMPARE(draft.changes().size(), 1); // and not what others and the apply changed
}

void TestDraftRaces::theStepBehindAnApplyIsNoChange()
{
    PolicyDraft draft;
    draft.setHead(1, described("one"));
    draft.change(QStringLiteral("A"), described("older"));
    draft.setHead(2, described("theirs"));
    draft.discard();
    draft.change(QStringLiteral("B"), described("sent"));
    const Proposal sent = draft.proposal();
    draft.undoStack().undo();
    draft.undoStack().undo();
    draft.applied(3, sent);
    draft.undoStack().redo();
    draft.undoStack().redo();
    QCOMPARE(draft.policy(), described("sent"));
    QVERIFY(draft.isClean() && !draft.isBehind());
    QCOMPARE(draft.baseRevision(), RevisionNumber(3));
}

void TestDraftRaces::aDraftCleanedDuringItsApplyIsWhatWasApplied()
{
    for (const bool undone : {false, true}) {
        PolicyDraft draft;
        draft.setHead(1, described("one"));
        draft.change(QStringLiteral("edit"), described("sent"));
        const Proposal sent = draft.proposal();
        if (undone)
            draft.undoStack().undo();
        else
            draft.discard();
        draft.applied(2, sent);
        QVERIFY(draft.isClean() && !draft.isBehind());
        QCOMPARE(draft.policy(), described("sent"));
        QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    }
}

void TestDraftRaces::aCleanDraftOfAnotherConsoleTellsTheHead()
{
    Window a(file());
    a.draft.setHead(1, described("one"));
    Window b(file());
    b.draft.setHead(2, described("two"));
    QTRY_COMPARE(a.draft.policy(), described("two"));
    QVERIFY(a.draft.isClean());
    QCOMPARE(a.draft.head(), described("two"));
    QCOMPARE(a.draft.baseRevision(), RevisionNumber(2));
    QCOMPARE(a.store->load(serverKey).value()->policy, described("two"));
    QCOMPARE(b.draft.policy(), described("two"));
}

void TestDraftRaces::anEditDroppedOverATellingOfTheHead()
{
    PolicyDraft draft;
    draft.setHead(1, described("one"));
    draft.change(QStringLiteral("edit"), described("edited"));
    draft.takeOver(QStringLiteral("other"), 2, described("two"), described("two"));
    QVERIFY(draft.isClean());
    QCOMPARE(draft.policy(), described("two"));
    QCOMPARE(draft.baseRevision(), RevisionNumber(2));
    // What was dropped comes back as changes to what it was made over.
    draft.undoStack().undo();
    QCOMPARE(draft.policy(), described("edited"));
    QVERIFY(draft.isBehind());
}

void TestDraftRaces::theLastEditIsJoinedAtTheEnd()
{
    Window staying(file());
    staying.draft.setHead(1, described("base"));
    {
        Window leaving(file());
        staying.draft.change(QStringLiteral("edit"), described("edited"));
        Policy last = leaving.draft.policy();
        last.client.refreshHours = 17;
        leaving.draft.change(QStringLiteral("edit"), last);
    }
    const Window again(file());
    QCOMPARE(again.draft.policy().client.refreshHours, 17);
    QCOMPARE(again.draft.policy().server.description, QStringLiteral("edited"));
}

QTEST_GUILESS_MAIN(TestDraftRaces)
#include "test_draftraces.moc"
