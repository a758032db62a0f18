// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/applier.h"
#include "app/console/panes/listview.h"
#include "dialogs/review/reviewdialog.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

namespace
{

Policy with(Policy policy, const QString& program, const QString& disable = QStringLiteral("1"))
{
    ApplicationEntry entry{newObjectId(), program, {}};
    entry.setValue(ApplicationKey::Disable, disable);
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

// History, and its two ways back: both into the draft and through Review.
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_rig.reset(); }

    void takingBackGoesThroughReview();
    void takingBackKeepsTheDraft();
    void whatCanNotBeTakenBackIsNamed();
    void returningReplacesTheDraft();
    void whatIsReplacedIsSaid();
    void theCommentGoesWithItsChange();
    void withEverythingDroppedThereIsNothingToApply();
    void theFirstOneHasNothingBefore();
    void viewersMayNot();
    void theCommentOfTheDraftStays();

    void aChangeIsShownAndFound();
    void aDifferenceOpensItsPlace();
    void aFailureIsSaidAndTriedAgain();
    void aDifferenceThatCanNotBeHadIsAskedForOnce();
    void agesMove();

    void undoOfAnApplyGoesThroughReview();
    void givingReviewUpGivesTheChangeUp();
    void undoOverOthersGoesThroughReview();

private:
    QTreeView* list() const { return m_rig->inPane<QTreeView>("historyPaneList"); }
    QTreeView* differences() const { return m_rig->inPane<QTreeView>("differenceList"); }
    QAction* verb(const char* name) const { return m_rig->inPane<QAction>(name); }
    ReviewDialog* reviewDialog() const { return m_rig->find<ReviewDialog>("reviewDialog"); }
    Policy draft() const { return m_rig->server().draft().policy(); }
    void applyElsewhere(const Policy& policy);
    void select(int revision);

    std::unique_ptr<ConsoleRig> m_rig;
};

// Revision 2 adds icq, revision 3 aim.
void TestHistory::init()
{
    m_rig = std::make_unique<ConsoleRig>();
    applyElsewhere(with(m_rig->link->policy, QStringLiteral("icq")));
    applyElsewhere(with(m_rig->link->policy, QStringLiteral("aim")));
    m_rig->window->go({NodeKind::History, ConsoleRig::key()});
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QVERIFY(list()->isVisible() && differences()->isVisible());
}

void TestHistory::applyElsewhere(const Policy& policy)
{
    m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
    QTRY_COMPARE(m_rig->server().head().number, m_rig->link->head.number);
}

void TestHistory::select(int revision)
{
    const QModelIndexList found = list()->model()->match(
        list()->model()->index(0, 0), Qt::DisplayRole, QString::number(revision), 1, Qt::MatchExactly);
    QVERIFY(!found.isEmpty());
    list()->setCurrentIndex(found.first());
}

void TestHistory::takingBackGoesThroughReview()
{
    select(2);
    QVERIFY(verb("takeBack")->isEnabled());
    verb("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    QCOMPARE(programs(draft()), QStringList{QStringLiteral("aim")});
    QCOMPARE(m_rig->link->head.number, RevisionNumber(3)); // nothing is in force yet
    QVERIFY2(reviewDialog()->comment().contains(QStringLiteral("revision 2"))
            && reviewDialog()->comment().contains(QStringLiteral("icq")),
        qPrintable(reviewDialog()->comment()));
    reviewDialog()->accept();
    QTRY_COMPARE(m_rig->link->head.number, RevisionNumber(4));
    QCOMPARE(programs(m_rig->link->policy), QStringList{QStringLiteral("aim")});
    QVERIFY(m_rig->link->head.comment.contains(QStringLiteral("icq")));
}

void TestHistory::takingBackKeepsTheDraft()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    const Policy before = draft();
    select(2);
    verb("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    QCOMPARE(programs(draft()), QStringList({QStringLiteral("aim"), QStringLiteral("zoom")}));
    reviewDialog()->reject();
    emit m_rig->find<QLabel>("undoLink")->linkActivated(QString());
    QCOMPARE(draft(), before);
}

void TestHistory::whatCanNotBeTakenBackIsNamed()
{
    Policy changed = m_rig->link->policy;
    changed.client.applications.first().setValue(ApplicationKey::Disable, QStringLiteral("0"));
    applyElsewhere(changed);
    QTRY_COMPARE(list()->model()->rowCount(), 4);
    select(2);
    verb("takeBack")->trigger();
    QTRY_VERIFY2(m_rig->window->reportText().contains(QStringLiteral("icq")), qPrintable(m_rig->window->reportText()));
    QVERIFY(!reviewDialog());
    QVERIFY(m_rig->server().draft().isClean());
    QVERIFY(verb("takeBack")->isEnabled());
}

void TestHistory::returningReplacesTheDraft()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    select(2);
    verb("returnTo")->trigger();
    QTRY_VERIFY(reviewDialog());
    QCOMPARE(programs(draft()), QStringList{QStringLiteral("icq")});
    QCOMPARE(m_rig->link->head.number, RevisionNumber(3));
    QVERIFY2(reviewDialog()->comment().contains(QStringLiteral("revision 2")), qPrintable(reviewDialog()->comment()));
    const auto* changes = reviewDialog()->findChild<QTreeView*>(QStringLiteral("changes"));
    QCOMPARE(changes->model()->rowCount(), 1); // aim goes
    reviewDialog()->reject();
    select(3);
    QVERIFY(!verb("returnTo")->isEnabled()); // it is in force
}

// Before anything is in force, and with the way back.
void TestHistory::whatIsReplacedIsSaid()
{
    const auto notice = [this] { return reviewDialog()->findChild<QLabel*>(QStringLiteral("replaced")); };
    select(2);
    verb("returnTo")->trigger();
    QTRY_VERIFY(reviewDialog());
    QVERIFY(!notice()->isVisible()); // nothing of one's own goes
    reviewDialog()->reject();
    QTRY_VERIFY(!reviewDialog());

    m_rig->addEntry(QStringLiteral("zoom"));
    m_rig->addEntry(QStringLiteral("skype"));
    const Policy own = draft();
    verb("returnTo")->trigger();
    QTRY_VERIFY(reviewDialog());
    QVERIFY(notice()->isVisible());
    QVERIFY2(notice()->text().startsWith(QStringLiteral("Replaces your 2 change")), qPrintable(notice()->text()));
    QCOMPARE(reviewDialog()->accessibleDescription(), notice()->text());
    QVERIFY2(m_rig->window->reportText().contains(QStringLiteral("in place of your 2 change")),
        qPrintable(m_rig->window->reportText()));
    reviewDialog()->reject();
    QCOMPARE(draft(), own);
    QTRY_VERIFY(!reviewDialog());

    // What it leaves as it is does not go.
    select(2);
    verb("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    QVERIFY(!notice()->isVisible());
}

// Words made for it say what is left of it; those of somebody stay.
void TestHistory::theCommentGoesWithItsChange()
{
    const auto drop = [this](const QString& program) {
        auto* changes = reviewDialog()->findChild<QTreeView*>(QStringLiteral("changes"));
        const QAbstractItemModel& model = *changes->model();
        const QModelIndexList found
            = model.match(model.index(0, 0), Qt::DisplayRole, program, 1, Qt::MatchContains | Qt::MatchWrap);
        QCOMPARE(found.size(), 1);
        changes->setCurrentIndex(found.first());
        QTest::keyClick(changes, Qt::Key_Delete);
    };
    m_rig->addEntry(QStringLiteral("zoom"));
    m_rig->console->applier(ConsoleRig::key())->keepComment(QStringLiteral("ticket 4711"));
    list()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    select(2);
    list()->selectionModel()->select(
        list()->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    verb("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    const auto says = [this](const char* word) { return reviewDialog()->comment().contains(QLatin1StringView(word)); };
    QVERIFY2(says("icq") && says("aim"), qPrintable(reviewDialog()->comment()));
    drop(QStringLiteral("icq"));
    QVERIFY2(!says("icq") && says("aim"), qPrintable(reviewDialog()->comment()));
    drop(QStringLiteral("aim"));
    QCOMPARE(reviewDialog()->comment(), QStringLiteral("ticket 4711"));
    QVERIFY(reviewDialog()->isVisible()); // zoom is left
    reviewDialog()->reject();
    QTRY_VERIFY(!reviewDialog());

    select(2);
    verb("returnTo")->trigger();
    QTRY_VERIFY(reviewDialog());
    auto* comment = reviewDialog()->findChild<QLineEdit*>(QStringLiteral("comment"));
    QVERIFY(says("Returns to revision 2"));
    drop(QStringLiteral("aim"));
    QCOMPARE(comment->text(), QStringLiteral("ticket 4711"));
    reviewDialog()->reject();
    QTRY_VERIFY(!reviewDialog());

    verb("returnTo")->trigger();
    QTRY_VERIFY(reviewDialog());
    comment = reviewDialog()->findChild<QLineEdit*>(QStringLiteral("comment"));
    comment->end(false);
    QTest::keyClicks(comment, QStringLiteral(" at last"));
    drop(QStringLiteral("aim"));
    QVERIFY2(says("Returns to revision 2 at last"), qPrintable(reviewDialog()->comment()));
}

void TestHistory::withEverythingDroppedThereIsNothingToApply()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    m_rig->window->review();
    QTRY_VERIFY(reviewDialog());
    QTRY_COMPARE(reviewDialog()->findChild<QLabel*>(QStringLiteral("impact"))->text(),
        QStringLiteral("No live connection would be refused."));
    const auto* apply = reviewDialog()->findChild<QPushButton*>(QStringLiteral("apply"));
    QVERIFY(apply->isEnabled());
    const auto asked = m_rig->link->calls.count(QStringLiteral("policy.impact"));
    auto* changes = reviewDialog()->findChild<QTreeView*>(QStringLiteral("changes"));
    changes->setFocus();
    QTest::keySequence(changes, QKeySequence::SelectAll);
    QTest::keyClick(changes, Qt::Key_Delete);
    QVERIFY(m_rig->server().draft().isClean());
    QVERIFY(reviewDialog() && reviewDialog()->isVisible());
    QVERIFY(!apply->isEnabled());
    const auto* why = reviewDialog()->findChild<QLabel*>(QStringLiteral("applyProblem"));
    QVERIFY(why->isVisible());
    QVERIFY2(why->text().contains(QStringLiteral("nothing is left to apply")), qPrintable(why->text()));
    QCOMPARE(apply->accessibleDescription(), why->text());
    QTest::keyClick(reviewDialog(), Qt::Key_Return);
    QVERIFY(reviewDialog()->isVisible());
    reviewDialog()->reject();
    QTRY_VERIFY(!reviewDialog());
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(m_rig->link->calls.count(QStringLiteral("policy.impact")), asked);
    QCOMPARE(m_rig->link->head.number, RevisionNumber(3));
    m_rig->server().draft().undoStack().undo();
    QVERIFY(programs(draft()).contains(QStringLiteral("zoom")));
}

void TestHistory::theFirstOneHasNothingBefore()
{
    select(1);
    QVERIFY(!verb("takeBack")->isVisible());
    QVERIFY(!m_rig->inPane<QWidget>("takeBackButton")->isVisible());
    QVERIFY(verb("returnTo")->isEnabled());
    QVERIFY(m_rig->inPane<QLabel>("inspector")->text().contains(QStringLiteral("nothing before it")));
    select(2);
    QVERIFY(verb("takeBack")->isVisible());
    QVERIFY(m_rig->inPane<QWidget>("takeBackButton")->isVisible());
}

void TestHistory::viewersMayNot()
{
    m_rig->link->role = Role::Viewer;
    m_rig->link->setState(ControlClient::State::Online);
    select(2);
    QVERIFY(!verb("takeBack")->isEnabled());
    QVERIFY(!verb("returnTo")->isEnabled());
}

void TestHistory::theCommentOfTheDraftStays()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    m_rig->console->applier(ConsoleRig::key())->keepComment(QStringLiteral("ticket 4711"));
    select(2);
    verb("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    QVERIFY(reviewDialog()->comment().startsWith(QStringLiteral("ticket 4711")));
    QVERIFY(reviewDialog()->comment().contains(QStringLiteral("icq")));
}

void TestHistory::aChangeIsShownAndFound()
{
    Policy many = m_rig->link->policy;
    for (int i = 0; i < 30; ++i)
        many = with(many, QStringLiteral("program%1").arg(i));
    applyElsewhere(with(many, QStringLiteral("spotify")));
    QTRY_COMPARE(list()->model()->rowCount(), 4);
    FilterField* filter = m_rig->window->pane()->filterField();
    QVERIFY(filter);
    filter->setText(QStringLiteral("spotify"));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("4"));
    filter->setText(QStringLiteral("change:icq"));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("2"));
    // Each is asked for once, not at every turn, for the list (of the first there is none), and for whoever looks at
    // it.
    QCOMPARE(m_rig->link->calls.count(QStringLiteral("policy.diff")), qsizetype(3 + 2));
}

void TestHistory::aDifferenceOpensItsPlace()
{
    select(2);
    QTRY_COMPARE(differences()->model()->rowCount(), 1);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(differences()->hasFocus());
    QTest::keyClick(differences(), Qt::Key_Return);
    QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
    auto* entries = m_rig->inPane<QTreeView>("firewallClientPaneList");
    QCOMPARE(entries->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("icq"));
}

void TestHistory::aFailureIsSaidAndTriedAgain()
{
    auto* trouble = m_rig->inPane<QLabel>("trouble");
    QVERIFY(!trouble->isVisible());
    m_rig->link->failures.insert(QStringLiteral("policy.history"),
        {ErrorCode::Io, QStringLiteral("policy database"), QStringLiteral("the disk is gone")});
    m_rig->window->pane()->refresh();
    QTRY_VERIFY(trouble->isVisible());
    QVERIFY2(trouble->text().contains(QStringLiteral("the disk is gone")), qPrintable(trouble->text()));
    QCOMPARE(list()->model()->rowCount(), 3); // what was known stays
    m_rig->link->failures.clear();
    emit trouble->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(!trouble->isVisible());
}

void TestHistory::aDifferenceThatCanNotBeHadIsAskedForOnce()
{
    const QString method = QStringLiteral("policy.diff");
    auto* inspector = m_rig->inPane<QLabel>("inspector");
    m_rig->link->failures.insert(
        method, {ErrorCode::Io, QStringLiteral("policy database"), QStringLiteral("the disk is gone")});
    select(2);
    QTRY_VERIFY(inspector->text().contains(QStringLiteral("the disk is gone")));
    const auto asked = m_rig->link->calls.count(method);
    auto* timer = m_rig->window->pane()->findChild<QTimer*>(QStringLiteral("ages"));
    QVERIFY(QMetaObject::invokeMethod(timer, "timeout")); // the rows' ages change
    QCOMPARE(m_rig->link->calls.count(method), asked);
    QVERIFY(inspector->text().contains(QStringLiteral("the disk is gone")));
    m_rig->link->failures.clear();
    emit inspector->linkActivated(QStringLiteral("again"));
    QTRY_COMPARE(differences()->model()->rowCount(), 1);
}

void TestHistory::agesMove()
{
    auto* timer = m_rig->window->pane()->findChild<QTimer*>(QStringLiteral("ages"));
    QVERIFY(timer && timer->isActive());
    QSignalSpy told(list()->model(), &QAbstractItemModel::dataChanged);
    QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
    QVERIFY(!told.isEmpty());
}

void TestHistory::undoOfAnApplyGoesThroughReview()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    Applier* applier = m_rig->console->applier(ConsoleRig::key());
    applier->apply(m_rig->server().draft().proposal());
    QTRY_COMPARE(m_rig->link->head.number, RevisionNumber(4));
    auto* line = m_rig->find<QLabel>("report");
    QVERIFY(line);
    QTRY_VERIFY2(line->text().contains(QStringLiteral("Revision 4 applied")), qPrintable(line->text()));
    emit m_rig->find<QLabel>("undoLink")->linkActivated(QStringLiteral("undo"));
    QTRY_VERIFY(m_rig->find<QDialog>("reviewDialog"));
    QCOMPARE(m_rig->link->head.number, RevisionNumber(4)); // nothing is in force before it is applied
    QCOMPARE(programs(m_rig->server().draft().policy()), QStringList({QStringLiteral("icq"), QStringLiteral("aim")}));
}

void TestHistory::givingReviewUpGivesTheChangeUp()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    m_rig->find<QAction>("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    QVERIFY(!programs(draft()).contains(QStringLiteral("aim")));
    reviewDialog()->reject();
    QCOMPARE(programs(draft()), QStringList({QStringLiteral("icq"), QStringLiteral("aim"), QStringLiteral("zoom")}));
    QCOMPARE(m_rig->console->applier(ConsoleRig::key())->comment(), QString());

    // With nothing else in the draft, and words of one's own around those made for it.
    m_rig->window->discard();
    m_rig->find<QAction>("takeBack")->trigger();
    QTRY_VERIFY(reviewDialog());
    reviewDialog()->setComment(QStringLiteral("see ") + reviewDialog()->comment() + QStringLiteral(", please"));
    reviewDialog()->reject();
    QVERIFY(m_rig->server().draft().isClean());
    QCOMPARE(m_rig->console->applier(ConsoleRig::key())->comment(), QString());
}

void TestHistory::undoOverOthersGoesThroughReview()
{
    m_rig->addEntry(QStringLiteral("zoom"));
    Applier* applier = m_rig->console->applier(ConsoleRig::key());
    applier->apply(m_rig->server().draft().proposal());
    QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(4));
    auto* line = m_rig->find<QLabel>("report");
    QTRY_VERIFY2(line->text().contains(QStringLiteral("Revision 4 applied")), qPrintable(line->text()));
    applyElsewhere(with(m_rig->link->policy, QStringLiteral("msmsgs")));
    emit m_rig->find<QLabel>("undoLink")->linkActivated(QStringLiteral("undo"));
    QTRY_VERIFY(reviewDialog());
    QCOMPARE(m_rig->link->head.number, RevisionNumber(5));
    QCOMPARE(programs(draft()), QStringList({QStringLiteral("icq"), QStringLiteral("aim"), QStringLiteral("msmsgs")}));
}

QTEST_MAIN(TestHistory)
#include "test_history.moc"
