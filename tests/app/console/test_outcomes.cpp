// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes in the status line, their ways back, and what is said of a connection.
#include "app/console/draft/takeback.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/window/outcomeline.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/review/refusedlist.h"
#include "dialogs/review/reviewdialog.h"
#include "dialogs/sheet/problemlabel.h"
#include "tests/app/console/consolerig.h"

#include <QAccessible>
#include <QAction>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

namespace
{

QStringList announced;

} // namespace

// Stands before Qt's own, which tells nobody of it on a platform without screen readers.
void QAccessible::updateAccessibility(QAccessibleEvent* event)
{
    if (event->type() == QAccessible::Alert)
        announced.append(QAccessible::queryAccessibleInterface(event->object())->text(QAccessible::Name));
}

class TestOutcomes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
    }
    void cleanup() { m_rig.reset(); }

    void undoIsForItsOwnOutcome()
    {
        PolicyDraft& draft = m_rig->server().draft();
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->report({QStringLiteral("icq"), Tone::Confirmed, draft.undoOfLastChange()});
        m_rig->addEntry(QStringLiteral("aim"));
        undo();
        QVERIFY(!draft.policy().client.application(u"icq"));
        QVERIFY(draft.policy().client.application(u"aim"));
        QCOMPARE(m_rig->window->reportText(), QString());
    }

    void undoneElsewhereItGoes()
    {
        PolicyDraft& draft = m_rig->server().draft();
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->report({QStringLiteral("icq"), Tone::Confirmed, draft.undoOfLastChange()});
        m_rig->window->undo();
        QCOMPARE(m_rig->window->reportText(), QString());
        QVERIFY(!m_rig->find<QLabel>("undoLink")->isVisible());
    }

    // Never another's work, never what was undone already.
    void whatWasChangedAgainStaysAndIsNamed()
    {
        PolicyDraft& draft = m_rig->server().draft();
        set(ApplicationKey::Disable, QStringLiteral("1"));
        const Policy before = draft.policy();
        set(ApplicationKey::NameResolution, QStringLiteral("L"));
        m_rig->window->report({QStringLiteral("A"), Tone::Confirmed, draft.undoOfLastChange()});
        set(ApplicationKey::NameResolution, QStringLiteral("R"));
        m_rig->window->report({QStringLiteral("B"), Tone::Confirmed, draft.undoOfLastChange()});
        const Policy both = draft.policy();
        undoEarlier();
        QCOMPARE(draft.policy(), both);
        const QString said = m_rig->window->reportText();
        QVERIFY2(said.contains(QStringLiteral("changed again since: kazaa: NameResolution")), qPrintable(said));
        m_rig->find<QToolButton>("dismiss")->click();
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("B"));
        undo();
        QCOMPARE(draft.policy(), before); // and not A's again
    }

    void whatIsLeftOfAnEarlierOneIsUndone()
    {
        PolicyDraft& draft = m_rig->server().draft();
        Policy first = draft.policy();
        first.server.description = QStringLiteral("a");
        first.client.refreshHours = 12;
        draft.change(QStringLiteral("A"), first);
        m_rig->window->report({QStringLiteral("A"), Tone::Confirmed, draft.undoOfLastChange()});
        Policy second = draft.policy();
        second.client.refreshHours = 13;
        draft.change(QStringLiteral("B"), second);
        m_rig->window->report({QStringLiteral("B"), Tone::Confirmed, draft.undoOfLastChange()});
        undoEarlier();
        QCOMPARE(draft.policy().server.description, QString());
        QCOMPARE(draft.policy().client.refreshHours, 13);
        QVERIFY(m_rig->window->reportText().startsWith(QStringLiteral("Undone, but for")));
    }

    void goneByOtherMeansItGoes()
    {
        PolicyDraft& draft = m_rig->server().draft();
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->report({QStringLiteral("icq"), Tone::Confirmed, draft.undoOfLastChange()});
        m_rig->window->discard();
        QVERIFY(!m_rig->find<QLabel>("earlierLink")->isVisible());
        QVERIFY(m_rig->window->reportText().contains(QStringLiteral("discarded")));
    }

    void wordsOfATakenBackRevisionGoWithIt()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->apply();
        QTRY_VERIFY(m_rig->window->reportText().contains(QStringLiteral("Revision 2 applied")));
        m_rig->addEntry(QStringLiteral("aim"));
        Applier* applier = m_rig->console->applier(ConsoleRig::key());
        applier->keepComment(QStringLiteral("ticket 4711"));
        m_rig->find<QAction>("takeBackLast")->trigger();
        QTRY_VERIFY(m_rig->find<QDialog>("reviewDialog"));
        auto* review = m_rig->find<ReviewDialog>("reviewDialog");
        QVERIFY2(review->comment().startsWith(QStringLiteral("ticket 4711; ")), qPrintable(review->comment()));
        QTest::keyClick(comment(review), Qt::Key_End);
        QTest::keyClicks(comment(review), QStringLiteral(" because of this and that"));
        const QString typed = review->comment();
        review->done(ReviewDialog::WentToRow);
        QCOMPARE(applier->comment(), typed);
        QCOMPARE(commentOfNextReview(), typed); // and its own words not once more
        m_rig->window->undo();
        QVERIFY(m_rig->server().draft().policy().client.application(u"aim"));
        QCOMPARE(applier->comment(), QStringLiteral("ticket 4711"));
    }

    // Until that step is over: a look at a row in between changes nothing.
    void theNextReviewSaysItAsWell()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->apply();
        QTRY_VERIFY(m_rig->window->reportText().contains(QStringLiteral("Revision 2 applied")));
        m_rig->addEntry(QStringLiteral("aim"));
        returnTo(1);
        QTRY_VERIFY(m_rig->find<QDialog>("reviewDialog"));
        auto* review = m_rig->find<ReviewDialog>("reviewDialog");
        QCOMPARE(review->comment(), QStringLiteral("Returns to revision 1"));
        QVERIFY(replaced(review).contains(QStringLiteral("Replaces your 1 change")));
        review->done(ReviewDialog::WentToRow);
        QCOMPARE(m_rig->console->applier(ConsoleRig::key())->comment(), QString());
        QTRY_VERIFY(!m_rig->find<QDialog>("reviewDialog"));
        m_rig->window->review();
        review = m_rig->find<ReviewDialog>("reviewDialog");
        QCOMPARE(review->comment(), QStringLiteral("Returns to revision 1"));
        QVERIFY(replaced(review).contains(QStringLiteral("Replaces your 1 change")));
        review->done(ReviewDialog::WentToRow);
        QTRY_VERIFY(!m_rig->find<QDialog>("reviewDialog"));
        m_rig->window->undo();
        QVERIFY(m_rig->server().draft().policy().client.application(u"aim"));
        m_rig->window->review();
        review = m_rig->find<ReviewDialog>("reviewDialog");
        QCOMPARE(review->comment(), QString());
        QCOMPARE(replaced(review), QString());
    }

    void nothingChangedHasNoWayBack()
    {
        PolicyDraft& draft = m_rig->server().draft();
        m_rig->addEntry(QStringLiteral("icq"));
        draft.change(QStringLiteral("same"), Policy(draft.policy()));
        QVERIFY(!draft.undoOfLastChange());
    }

    void twoInARowBothStay()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->discard();
        m_rig->window->report({QStringLiteral("5 connections ended."), Tone::Confirmed, {}});
        auto* earlier = m_rig->find<QLabel>("earlierLink");
        QVERIFY(earlier->isVisible());
        emit earlier->linkActivated(QString());
        auto* list = m_rig->find<QFrame>("earlierOutcomes");
        QTRY_VERIFY(list->isVisible());
        QVERIFY(list->findChild<QLabel*>(QStringLiteral("earlier1"))->text().contains(QStringLiteral("discarded")));
        emit list->findChild<QLabel*>(QStringLiteral("undoEarlier1"))->linkActivated(QString());
        QVERIFY(m_rig->server().draft().policy().client.application(u"icq"));
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("5 connections ended."));
        QVERIFY(!earlier->isVisible());
    }

    void outcomesAreAnnounced()
    {
        announced.clear();
        m_rig->window->report({QStringLiteral("It failed."), Tone::Refused, {}});
        QCOMPARE(announced, QStringList{QStringLiteral("It failed.")});
    }

    void outcomesAreHeardAndDismissed()
    {
        m_rig->window->report({QStringLiteral("It failed."), Tone::Refused, {}});
        QAccessibleInterface* line = QAccessible::queryAccessibleInterface(m_rig->find<QLabel>("report"));
        QCOMPARE(line->text(QAccessible::Name), QStringLiteral("It failed."));
        m_rig->find<QToolButton>("dismiss")->click();
        QCOMPARE(m_rig->window->reportText(), QString());
    }

    void discardSaysSo()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->find<QPushButton>("discard")->click();
        QVERIFY(m_rig->window->reportText().contains(QStringLiteral("1 change")));
        undo();
        QVERIFY(m_rig->server().draft().policy().client.application(u"icq"));
    }

    void applyHasAKeyAndSaysWhyNot()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        QTest::keyClick(m_rig->window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_rig->link->head.number, RevisionNumber(2));
        QTRY_VERIFY(m_rig->server().draft().isClean());
        m_rig->link->role = Role::Viewer;
        m_rig->link->setState(ControlClient::State::Online);
        m_rig->addEntry(QStringLiteral("aim"));
        QTest::keyClick(m_rig->window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_rig->window->reportText().contains(QStringLiteral("You are a viewer on branch-a")));
        QVERIFY(m_rig->find<QPushButton>("apply")->toolTip().contains(QStringLiteral("You are a viewer")));
        QVERIFY(m_rig->find<QLabel>("connectionState")->toolTip().contains(QStringLiteral("Viewer")));
    }

    // Through Review, and only what that revision changed.
    void anApplyIsTakenBack()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->apply();
        QTRY_VERIFY(m_rig->window->reportText().contains(QStringLiteral("Revision 2 applied")));
        QVERIFY(m_rig->find<QAction>("takeBackLast")->isVisible());
        m_rig->addEntry(QStringLiteral("aim"));
        m_rig->find<QAction>("takeBackLast")->trigger();
        QTRY_VERIFY(m_rig->find<QDialog>("reviewDialog"));
        QVERIFY(!m_rig->server().draft().policy().client.application(u"icq"));
        QVERIFY(m_rig->server().draft().policy().client.application(u"aim"));
        QCOMPARE(m_rig->link->head.number, RevisionNumber(2)); // nothing is applied by it
        m_rig->find<QDialog>("reviewDialog")->done(ReviewDialog::WentToRow);
        m_rig->find<QAction>("takeBackLast")->trigger();
        QTRY_VERIFY2(m_rig->window->reportText().contains(QStringLiteral("so already")),
            qPrintable(m_rig->window->reportText()));
    }

    // "Again" is for a connection that was there.
    void connectedAgainIsForWhatWasLost()
    {
        m_rig->window->report({QStringLiteral("The service could not start."), Tone::Attention, {}, ConsoleRig::key()});
        m_rig->link->setState(ControlClient::State::Connecting);
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("Connected."));
        m_rig->window->report({QStringLiteral("Other ports are used."), Tone::Accent, {}});
        m_rig->link->setState(ControlClient::State::Connecting);
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("Other ports are used."));
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->window->report({QStringLiteral("The service ended."), Tone::Attention, {}, ConsoleRig::key()});
        m_rig->link->setState(ControlClient::State::Connecting);
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("Connected again."));
    }

    // What is not about the connection of that server outlives its coming back.
    void otherTroublesStay()
    {
        m_rig->window->report({QStringLiteral("It can't be written."), Tone::Attention, {}});
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("It can't be written."));
        m_rig->window->report({QStringLiteral("branch-b ended."), Tone::Attention, {}, QStringLiteral("b")});
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->apply(); // says that the server can't be reached
        QVERIFY(m_rig->window->reportText() != QStringLiteral("branch-b ended."));
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("Connected again."));
        m_rig->find<QToolButton>("dismiss")->click();
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("branch-b ended."));
    }

    // A backup of the policy was put back, and numbers came again.
    void anotherRevisionOfThatNumberIsNotTakenBack()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->apply();
        QTRY_VERIFY(m_rig->find<QAction>("takeBackLast")->isVisible());
        Policy theirs = m_rig->link->policy;
        theirs.client.refreshHours = 12;
        m_rig->link->policy = theirs;
        m_rig->link->head
            = {2, 1, QStringLiteral("bert"), QStringLiteral("other"), TimePoint(std::chrono::seconds(9000)), {}};
        m_rig->server().refresh();
        QTRY_VERIFY(!m_rig->find<QAction>("takeBackLast")->isVisible());
        theirs.client.refreshHours = 13;
        m_rig->link->applyElsewhere(theirs, QStringLiteral("bert"));
        m_rig->server().refresh();
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(3));
        undo();
        QTRY_VERIFY2(m_rig->window->reportText().contains(QStringLiteral("not in the history")),
            qPrintable(m_rig->window->reportText()));
        QVERIFY(m_rig->server().draft().isClean());
        QVERIFY(!m_rig->find<QAction>("takeBackLast")->isVisible());
    }

    void whatIsEndedAfterAnApplyNamesWhose()
    {
        m_rig->link->refused = {refusedOne()};
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->console->applier(ConsoleRig::key())->apply(m_rig->server().draft().proposal(), {}, {11});
        QTRY_VERIFY2(m_rig->window->reportText().contains(QStringLiteral("of carl (icq.exe) ended")),
            qPrintable(m_rig->window->reportText()));
    }

    // The service leaves out what the policy in force refuses as well: what comes again was allowed in between.
    void whatWasLeftConnectedIsOfferedWhenRefusedAgain()
    {
        m_rig->link->refused = {refusedOne(11), refusedOne(12)};
        QCOMPARE(offeredBy(QStringLiteral("icq")), (QList<ConnectionId>{11, 12}));
        m_rig->find<RefusedDialog>("refusedDialog")->reject(); // Leave Connected
        QTRY_VERIFY(!m_rig->find<RefusedDialog>("refusedDialog"));
        QCOMPARE(offeredBy(QStringLiteral("aim")), (QList<ConnectionId>{11, 12}));
    }

    void earlierOnesByKeyboard()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->discard();
        m_rig->window->report({QStringLiteral("5 connections ended."), Tone::Confirmed, {}});
        auto* earlier = m_rig->find<QLabel>("earlierLink");
        earlier->setFocus(Qt::TabFocusReason);
        QTest::keyClick(earlier, Qt::Key_Return);
        QPointer<QFrame> list = m_rig->find<QFrame>("earlierOutcomes");
        QVERIFY(list);
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!list);
        QCOMPARE(m_rig->window->focusWidget(), earlier);
        QTest::keyClick(earlier, Qt::Key_Return);
        list = m_rig->find<QFrame>("earlierOutcomes");
        QVERIFY(list);
        QTest::keyClick(list->findChild<QLabel*>(QStringLiteral("undoEarlier1")), Qt::Key_Return);
        QVERIFY(m_rig->server().draft().policy().client.application(u"icq"));
    }

    void theRemedyIsNeverCut()
    {
        m_rig->window->resize(1366, 768);
        const QString remedy = QStringLiteral("Merge, then apply again.");
        m_rig->window->report(
            {QStringLiteral("Not applied: ") + QString(200, u'w') + u' ' + remedy, Tone::Refused, [] {}});
        auto* report = m_rig->find<ElidedLabel>("report");
        QTRY_VERIFY(report->width() > 600 && m_rig->window->width() == 1366);
        QVERIFY2(report->shownText().endsWith(remedy), qPrintable(report->shownText()));
        QVERIFY(report->shownText().startsWith(QStringLiteral("Not applied: ")));
    }

    // The remedy stands at the end of a message: what is left of the line is the state's.
    void aMessageHasTheRoom()
    {
        m_rig->window->resize(800, 600);
        const QString text = QStringLiteral("The Web Proxy waits: port 8080 is taken. Change its port.");
        m_rig->window->report({text, Tone::Attention, {}});
        QTRY_VERIFY(m_rig->find<QLabel>("report")->width()
            >= m_rig->find<QLabel>("report")->fontMetrics().horizontalAdvance(text));
        QCOMPARE(m_rig->find<QLabel>("report")->toolTip(), text);
    }

    void allRevisionsOfOthersAreNamed()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        Policy theirs = m_rig->link->policy;
        theirs.client.refreshHours = 12;
        m_rig->link->applyElsewhere(theirs, QStringLiteral("root"));
        theirs.client.refreshHours = 13;
        m_rig->link->head.comment = QStringLiteral(" ");
        m_rig->link->applyElsewhere(theirs, QStringLiteral("anna"));
        m_rig->link->head.comment = QStringLiteral(" ");
        m_rig->server().refresh();
        QTRY_VERIFY(m_rig->server().newer() && m_rig->server().newer()->number == 3);
        const QString text = m_rig->find<QLabel>("applyChanges")->text();
        QVERIFY2(text.contains(QStringLiteral("Revisions 2 and 3")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("anna")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("( )")) && !text.contains(QStringLiteral("()")), qPrintable(text));
    }

    void impactIsALink()
    {
        m_rig->link->refused = {refusedOne()};
        m_rig->addEntry(QStringLiteral("icq"));
        auto* impact = m_rig->find<QLabel>("applyImpact");
        QTRY_VERIFY(impact->isVisible());
        QVERIFY(impact->text().contains(QStringLiteral("<a ")));
        emit impact->linkActivated(QString());
        QTRY_VERIFY(m_rig->find<QDialog>("reviewDialog"));
    }

    void whatTheLastTimeLeftIsSaid()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        QVERIFY(m_rig->window->isWindowModified());
        m_rig->restart();
        QTRY_VERIFY2(
            m_rig->window->reportText().contains(QStringLiteral("1 change")), qPrintable(m_rig->window->reportText()));
        // And no longer than it is so.
        m_rig->addEntry(QStringLiteral("aim"));
        QVERIFY(m_rig->window->reportText().contains(QStringLiteral("of the last time")));
        m_rig->server().draft().discard();
        QCOMPARE(m_rig->window->reportText(), QString());
    }

    void whatIsSaidOfADraftGoesWithItsServer()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->restart();
        QTRY_VERIFY(m_rig->window->reportText().contains(QStringLiteral("of the last time")));
        m_rig->console->removeServer(ConsoleRig::key());
        QCOMPARE(m_rig->window->reportText(), QString());
    }

private:
    static RefusedConnection refusedOne(ConnectionId id = 11)
    {
        RefusedConnection one;
        one.session.id = 1;
        one.session.user = QStringLiteral("carl");
        one.session.application = QStringLiteral("icq.exe");
        one.connection.id = id;
        one.connection.session = 1;
        one.connection.host = QStringLiteral("icq.example");
        one.decision = {Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("icq")};
        return one;
    }
    // Applies an entry of that program; the connections that are offered to be ended by it, none where nobody is asked.
    QList<ConnectionId> offeredBy(const QString& program)
    {
        m_rig->addEntry(program);
        const RevisionNumber before = m_rig->server().head().number;
        const auto refused = m_rig->link->refused.size();
        const auto known = [&] { return m_rig->console->applier(ConsoleRig::key())->refused().size() == refused; };
        if (!QTest::qWaitFor(known))
            qFatal("the impact is not known");
        m_rig->window->apply();
        if (!QTest::qWaitFor([&] { return m_rig->server().head().number == before + 1; }))
            qFatal("nothing was applied");
        QCoreApplication::processEvents();
        QList<ConnectionId> ids;
        if (const auto* dialog = m_rig->find<RefusedDialog>("refusedDialog"))
            ids = dialog->findChild<RefusedList*>()->ticked();
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    void set(ApplicationKey key, const QString& value)
    {
        PolicyDraft& draft = m_rig->server().draft();
        Policy policy = draft.policy();
        QList<ApplicationEntry>& entries = policy.client.applications;
        const auto is = [](const ApplicationEntry& entry) { return entry.name == u"kazaa"; };
        auto entry = std::find_if(entries.begin(), entries.end(), is);
        if (entry == entries.end())
            entry = entries.insert(entries.end(), {newObjectId(), QStringLiteral("kazaa"), {}});
        entry->setValue(key, value);
        draft.change(QStringLiteral("Import"), policy);
    }
    static QLineEdit* comment(QDialog* review) { return review->findChild<QLineEdit*>(QStringLiteral("comment")); }
    static QString replaced(QDialog* review)
    {
        return review->findChild<ProblemLabel*>(QStringLiteral("replaced"))->text();
    }
    QString commentOfNextReview()
    {
        if (!QTest::qWaitFor([this] { return !m_rig->find<QDialog>("reviewDialog"); }))
            qFatal("the last Review is still there");
        m_rig->window->review();
        auto* review = m_rig->find<ReviewDialog>("reviewDialog");
        const QString words = review->comment();
        review->done(ReviewDialog::WentToRow);
        return words;
    }
    void returnTo(RevisionNumber number)
    {
        Server& server = m_rig->server();
        const Revision revision{number, number - 1, QStringLiteral("anna"), {}, TimePoint(), {}};
        sallyport::returnInDraft(server, revision, m_rig->window.get(), [this](const Result<PutBack>& put) {
            QVERIFY(put);
            m_rig->window->reviewWith(ConsoleRig::key(), *put);
        });
    }
    void undoEarlier()
    {
        emit m_rig->find<QLabel>("earlierLink")->linkActivated(QString());
        auto* list = m_rig->find<QFrame>("earlierOutcomes");
        QTRY_VERIFY(list->isVisible());
        emit list->findChild<QLabel*>(QStringLiteral("undoEarlier1"))->linkActivated(QString());
    }
    void undo() { emit m_rig->find<QLabel>("undoLink")->linkActivated(QString()); }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestOutcomes)
#include "test_outcomes.moc"
