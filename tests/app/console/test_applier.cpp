// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/applier.h"
#include "app/console/link/server.h"
#include "app/console/window/applybar.h"
#include "models/policy/validate.h"
#include "tests/app/console/heldlink.h"

#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

// What Apply sends, when it may be pressed and what its bar says, with a service that answers when told.
class TestApplier : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sendsTheDraftOverItsBase();
    void laterEditsStayEdits();
    void emptyCommentNamesTheChanges();
    void oneApplyAtATime();
    void refusedAreThoseOfTheMoment();
    void impactThatFailsAppliesNothing();
    void conflictLeadsToAMerge();
    void parentIsTheBaseAndNotTheHead();
    void discardingTakesTheirs();
    void impactOfAnOlderDraftIsForgotten();
    void obstacles();
    void sessionsAreWatchedOnce();
    void disconnectSaysWhatAndWhy();
    void barNamesTwoChanges();
    void barCountsProblemsAndRefused();
    void barShowsWhoWasFaster();
    void editsDuringTheQuestionAreNotApplied();
    void discardShowsWhatIsInForce();
    void aLostAnswerIsFoundOut();
    void aLostApplyIsSaid();
    void theCommentIsKeptUntilItIsUsed();
    void givenUpBeforeItWasSent();
    void givenUpAfterItWasSent();
    void aDraftDiscardedDuringItsApplyIsWhatWasApplied();
    void aLostApplyUnderAnotherOneIsFound();
    void aLostApplyNobodyKnowsOfIsNotSaidToBeLost();
    void callsHaveALimit();
    void anApplyWithoutAnAnswerIsDecided();
    void anApplyInForceNeedsNoAnswer();
    void aHungServiceIsNotGreen();

private:
    void edit(const QString& description);
    static QJsonObject refusedJson(ConnectionId id);
    static QJsonObject revisionJson(RevisionNumber number);

    SystemClock m_clock;
    HeldLink* m_link = nullptr;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Applier> m_applier;
    const Policy m_first = defaultPolicy(QStringLiteral("branch-a"));
};

void TestApplier::init()
{
    auto link = std::make_unique<HeldLink>();
    m_link = link.get();
    m_server
        = std::make_unique<Server>(QStringLiteral("a"), QStringLiteral("branch-a"), std::move(link), m_clock, nullptr);
    m_applier = std::make_unique<Applier>(*m_server);
    m_link->setOnline(Role::Administrator);
    QVERIFY(m_link->answerPolicy(1, m_first));
    QCOMPARE(m_server->head().number, RevisionNumber(1));
}

void TestApplier::cleanup()
{
    m_applier.reset();
    m_server.reset();
}

void TestApplier::edit(const QString& description)
{
    Policy policy = m_server->draft().policy();
    policy.server.description = description;
    m_server->draft().change(QStringLiteral("Edit"), policy);
}

QJsonObject TestApplier::refusedJson(ConnectionId id)
{
    RefusedConnection one;
    one.session.id = 1;
    one.connection.id = id;
    one.connection.session = 1;
    one.decision = {Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")};
    return {{QStringLiteral("refused"), QJsonArray{toJson(one)}}};
}

QJsonObject TestApplier::revisionJson(RevisionNumber number)
{
    return {{QStringLiteral("revision"), toJson(HeldLink::revision(number, QStringLiteral("me")))}};
}

void TestApplier::sendsTheDraftOverItsBase()
{
    edit(QStringLiteral("new"));
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    m_applier->apply(m_server->draft().proposal(), QStringLiteral("because"));
    QCOMPARE(m_link->waiting("policy.apply"), 0); // first what it would refuse
    QCOMPARE(m_link->asked("policy.impact").value(QStringLiteral("policy")).toObject(),
        policyToJson(m_server->draft().policy()));
    QVERIFY(m_link->answer("policy.impact", QJsonObject{{QStringLiteral("refused"), QJsonArray()}}));
    const QJsonObject sent = m_link->asked("policy.apply");
    QCOMPARE(sent.value(QStringLiteral("parent")).toInt(), 1);
    QCOMPARE(sent.value(QStringLiteral("comment")).toString(), QStringLiteral("because"));
    QCOMPARE(sent.value(QStringLiteral("policy")).toObject(), policyToJson(m_server->draft().policy()));
    QVERIFY(m_applier->isBusy());
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QVERIFY(!m_applier->isBusy());
    QCOMPARE(applied.size(), 1);
    QCOMPARE(m_server->head().number, RevisionNumber(2));
    QVERIFY(m_server->draft().isClean());
    QCOMPARE(m_server->draft().baseRevision(), RevisionNumber(2));
}

void TestApplier::laterEditsStayEdits()
{
    edit(QStringLiteral("sent"));
    m_applier->apply(m_server->draft().proposal(), QStringLiteral("x"));
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    edit(QStringLiteral("later"));
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QCOMPARE(m_server->draft().base().server.description, QStringLiteral("sent"));
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("later"));
    QVERIFY(!m_server->draft().isClean());
}

void TestApplier::emptyCommentNamesTheChanges()
{
    edit(QStringLiteral("closed on Sundays"));
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    const QString comment = m_link->asked("policy.apply").value(QStringLiteral("comment")).toString();
    QVERIFY2(comment.contains(QStringLiteral("closed on Sundays")), qPrintable(comment));
}

void TestApplier::oneApplyAtATime()
{
    edit(QStringLiteral("new"));
    m_applier->apply(m_server->draft().proposal());
    m_applier->apply(m_server->draft().proposal());
    QCOMPARE(m_link->waiting("policy.impact"), 1);
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_applier->apply(m_server->draft().proposal());
    QCOMPARE(m_link->waiting("policy.apply"), 1);
    QCOMPARE(m_link->waiting("policy.impact"), 0);
    QVERIFY(!m_applier->obstacle().isEmpty());
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    QVERIFY(m_link->answer(
        "policy.apply", Error{ErrorCode::Io, QStringLiteral("policy.db"), QStringLiteral("the disk is full")}));
    QCOMPARE(failed.size(), 1);
    // It failed, and can be tried again.
    QCOMPARE(m_applier->obstacle(), QString());
    QVERIFY(!m_server->draft().isClean());
}

void TestApplier::refusedAreThoseOfTheMoment()
{
    edit(QStringLiteral("new"));
    QTRY_COMPARE(m_link->waiting("policy.impact"), 1);
    QVERIFY(m_link->answer("policy.impact", refusedJson(7)));
    QCOMPARE(m_applier->refused().first().connection.id, ConnectionId(7));
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", refusedJson(8)));
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    const auto refused = applied.first().at(1).value<QList<RefusedConnection>>();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().connection.id, ConnectionId(8));
}

void TestApplier::impactThatFailsAppliesNothing()
{
    edit(QStringLiteral("new"));
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer(
        "policy.impact", Error{ErrorCode::Unreachable, QStringLiteral("branch-a"), QStringLiteral("gone")}));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_link->waiting("policy.apply"), 0);
    QVERIFY(!m_applier->isBusy());
}

void TestApplier::conflictLeadsToAMerge()
{
    edit(QStringLiteral("mine"));
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    QVERIFY(m_link->answer(
        "policy.apply", Error{ErrorCode::Conflict, QStringLiteral("revision 1"), QStringLiteral("too late")}));
    QCOMPARE(failed.size(), 1);
    Policy theirs = m_first;
    theirs.client.refreshHours = 12;
    QVERIFY(m_link->answerPolicy(2, theirs, QStringLiteral("bert")));
    QVERIFY(m_server->newer());
    QCOMPARE(m_server->newer()->author, QStringLiteral("bert"));
    QVERIFY(!m_applier->obstacle().isEmpty());
    QVERIFY(m_server->mergePreview().conflicts.isEmpty());
    QVERIFY(m_server->merge(2));
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("mine"));
    QCOMPARE(m_server->draft().policy().client.refreshHours, 12);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    QCOMPARE(m_link->asked("policy.apply").value(QStringLiteral("parent")).toInt(), 2);
}

// The service compares the parent with its head: to send the head's number would overwrite what nobody here has seen.
void TestApplier::parentIsTheBaseAndNotTheHead()
{
    edit(QStringLiteral("mine"));
    Policy theirs = m_first;
    theirs.server.description = QStringLiteral("theirs");
    m_server->refresh();
    QVERIFY(m_link->answerPolicy(2, theirs));
    QCOMPARE(m_server->head().number, RevisionNumber(2));
    m_server->apply(m_server->draft().proposal(), QStringLiteral("x"), this, [](const Status&) {});
    QCOMPARE(m_link->asked("policy.apply").value(QStringLiteral("parent")).toInt(), 1);
    // Both changed one thing: the merge says so, and mine stays unless theirs is asked for.
    QCOMPARE(m_server->mergePreview().conflicts.size(), 1);
    QVERIFY(m_server->merge(2));
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("mine"));
}

void TestApplier::discardingTakesTheirs()
{
    edit(QStringLiteral("mine"));
    Policy theirs = m_first;
    theirs.client.refreshHours = 12;
    m_server->refresh();
    QVERIFY(m_link->answerPolicy(2, theirs));
    QVERIFY(m_server->newer());
    m_server->draft().discard();
    m_server->refresh();
    QVERIFY(m_link->answerPolicy(2, theirs));
    QVERIFY(!m_server->newer());
    QVERIFY(m_server->draft().isClean());
    QCOMPARE(m_server->draft().policy().client.refreshHours, 12);
}

void TestApplier::impactOfAnOlderDraftIsForgotten()
{
    edit(QStringLiteral("one"));
    QTRY_COMPARE(m_link->waiting("policy.impact"), 1);
    edit(QStringLiteral("two"));
    QVERIFY(m_link->answer("policy.impact", refusedJson(7)));
    QVERIFY(m_applier->refused().isEmpty());
    QTRY_COMPARE(m_link->waiting("policy.impact"), 1);
    QVERIFY(m_link->answer("policy.impact", refusedJson(8)));
    QCOMPARE(m_applier->refused().size(), 1);
    // What was known of one draft says nothing of the next.
    edit(QStringLiteral("three"));
    QVERIFY(m_applier->refused().isEmpty());
}

void TestApplier::obstacles()
{
    QVERIFY(!m_applier->obstacle().isEmpty()); // nothing to apply
    edit(QStringLiteral("new"));
    QCOMPARE(m_applier->obstacle(), QString());
    m_link->setOffline();
    QVERIFY2(m_applier->obstacle().contains(QStringLiteral("reached")), qPrintable(m_applier->obstacle()));
    m_applier->apply(m_server->draft().proposal());
    QCOMPARE(m_link->waiting("policy.impact"), 0);
    for (const Role role : {Role::Viewer, Role::Operator}) {
        m_link->setOnline(role);
        QVERIFY(m_applier->obstacle().contains(roleWord(role)));
    }
    m_link->setOnline(Role::Administrator);
    QCOMPARE(m_applier->obstacle(), QString());
    Policy bad = m_server->draft().policy();
    bad.client.port = 0;
    m_server->draft().change(QStringLiteral("Break"), bad);
    QVERIFY(!m_applier->obstacle().isEmpty());
    m_applier->apply(m_server->draft().proposal());
    QCOMPARE(m_link->waiting("policy.apply"), 0);
}

void TestApplier::sessionsAreWatchedOnce()
{
    m_server->watchSessions();
    m_server->watchSessions();
    QCOMPARE(m_link->subscriptions, 1);
    m_server->unwatchSessions();
    QCOMPARE(m_link->subscriptions, 1);
    m_server->unwatchSessions();
    QCOMPARE(m_link->subscriptions, 0);
}

void TestApplier::disconnectSaysWhatAndWhy()
{
    std::optional<Result<QList<EndedConnection>>> answer;
    m_server->disconnectSessions({1, 2}, {30}, QStringLiteral("policy"), this,
        [&](const Result<QList<EndedConnection>>& ended) { answer = ended; });
    QVERIFY(m_link->answer("status", QJsonObject())); // asked before by the server, once online
    QVERIFY(m_link->answer("status", QJsonObject()));
    const QJsonObject asked = m_link->asked("sessions.disconnect");
    QCOMPARE(asked.value(QStringLiteral("sessions")).toArray(), QJsonArray({1, 2}));
    QCOMPARE(asked.value(QStringLiteral("connections")).toArray(), QJsonArray({30}));
    QCOMPARE(asked.value(QStringLiteral("reason")).toString(), QStringLiteral("policy"));
    QVERIFY(m_link->answer("sessions.disconnect",
        QJsonObject{{QStringLiteral("ended"), QJsonArray{toJson(EndedConnection{30, 3, {}, 80, 1, 2})}}}));
    QCOMPARE((*answer)->first().id, ConnectionId(30));
}

namespace
{

struct Bar {
    QWidget window;
    ApplyBar bar{&window};

    Bar(Server& server, Applier& applier)
    {
        window.show();
        bar.show(&server, &applier);
    }
    QLabel* label(const char* name) { return bar.findChild<QLabel*>(QLatin1StringView(name)); }
    QPushButton* button(const char* name) { return bar.findChild<QPushButton*>(QLatin1StringView(name)); }
};

} // namespace

void TestApplier::barNamesTwoChanges()
{
    Bar shown(*m_server, *m_applier);
    QVERIFY(!shown.bar.isVisible());
    edit(QStringLiteral("first thing"));
    QVERIFY(shown.bar.isVisible());
    QVERIFY(shown.label("applyChanges")->text().contains(QStringLiteral("first thing")));
    Policy policy = m_server->draft().policy();
    policy.client.refreshHours = 17;
    m_server->draft().change(QStringLiteral("Edit"), policy);
    QVERIFY(shown.label("applyChanges")->text().contains(QStringLiteral("17")));
    QVERIFY(!shown.label("applyChanges")->text().contains(u'…'));
    policy.unmatched = policy.unmatched == Verdict::Allow ? Verdict::Deny : Verdict::Allow;
    m_server->draft().change(QStringLiteral("Edit"), policy);
    QVERIFY(shown.label("applyChanges")->text().contains(u'3'));
    QVERIFY(shown.label("applyChanges")->text().contains(u'…'));
    shown.button("discard")->click();
    QVERIFY(m_server->draft().isClean());
    QVERIFY(!shown.bar.isVisible());
}

void TestApplier::barCountsProblemsAndRefused()
{
    Bar shown(*m_server, *m_applier);
    edit(QStringLiteral("new"));
    const QString plain = shown.label("applyChanges")->text();
    QVERIFY(!shown.label("applyImpact")->isVisible());
    QTRY_COMPARE(m_link->waiting("policy.impact"), 1);
    QVERIFY(m_link->answer("policy.impact", refusedJson(7)));
    QVERIFY(shown.label("applyImpact")->isVisible());
    QVERIFY(shown.label("applyImpact")->text().contains(u'1'));
    QVERIFY(shown.button("apply")->isEnabled());

    // A warning is said and keeps nobody from applying; an error does.
    Policy policy = m_server->draft().policy();
    policy.localAddresses.clear();
    m_server->draft().change(QStringLiteral("Edit"), policy);
    QVERIFY(!m_server->draft().problems().isEmpty() && !hasErrors(m_server->draft().problems()));
    QVERIFY2(shown.label("applyChanges")->text().contains(QStringLiteral("warning")),
        qPrintable(shown.label("applyChanges")->text()));
    QVERIFY(shown.button("apply")->isEnabled());
    policy.client.port = 0;
    m_server->draft().change(QStringLiteral("Edit"), policy);
    QVERIFY(shown.label("applyChanges")->text().contains(QStringLiteral("problem")));
    QVERIFY(!shown.button("apply")->isEnabled());
    QCOMPARE(shown.button("apply")->toolTip(), m_applier->obstacle());
}

void TestApplier::barShowsWhoWasFaster()
{
    Bar shown(*m_server, *m_applier);
    edit(QStringLiteral("mine"));
    QVERIFY(!shown.button("merge")->isVisible());
    m_server->refresh();
    Policy theirs = m_first;
    theirs.client.refreshHours = 12;
    QVERIFY(m_link->answerPolicy(2, theirs, QStringLiteral("bert")));
    const QString text = shown.label("applyChanges")->text();
    QVERIFY2(text.contains(QStringLiteral("bert")) && text.contains(u'2'), qPrintable(text));
    QVERIFY(shown.button("merge")->isVisible());
    QVERIFY(!shown.button("apply")->isEnabled());
    QVERIFY(m_server->merge(2));
    QVERIFY(!shown.button("merge")->isVisible());
    shown.button("apply")->click();
    QVERIFY(!shown.button("discard")->isEnabled());
    QVERIFY(!shown.button("apply")->isEnabled());
}

void TestApplier::editsDuringTheQuestionAreNotApplied()
{
    edit(QStringLiteral("pressed"));
    const Policy pressed = m_server->draft().policy();
    m_applier->apply(m_server->draft().proposal());
    edit(QStringLiteral("typed afterwards"));
    QVERIFY(m_link->answer("policy.impact", refusedJson(8)));
    const QJsonObject sent = m_link->asked("policy.apply");
    QCOMPARE(sent.value(QStringLiteral("policy")).toObject(), policyToJson(pressed));
    QVERIFY(!sent.value(QStringLiteral("comment")).toString().contains(QStringLiteral("afterwards")));
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QCOMPARE(m_server->draft().head(), pressed);
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("typed afterwards"));
    QCOMPARE(m_server->draft().changes().size(), 1);
    // One that breaks the draft neither goes with it nor keeps it back.
    m_applier->apply(m_server->draft().proposal());
    Policy bad = m_server->draft().policy();
    bad.client.port = 0;
    m_server->draft().change(QStringLiteral("Break"), bad);
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    QCOMPARE(m_link->asked("policy.apply").value(QStringLiteral("policy")).toObject().value(QStringLiteral("client")),
        policyToJson(pressed).value(QStringLiteral("client")));
}

// Nobody is told that a policy is in force which is not.
void TestApplier::discardShowsWhatIsInForce()
{
    Bar shown(*m_server, *m_applier);
    edit(QStringLiteral("mine"));
    Policy theirs = m_first;
    theirs.client.refreshHours = 12;
    m_server->refresh();
    const Revision revision{2, 1, QStringLiteral("root"), {}, TimePoint(std::chrono::seconds(1000)), {}};
    QVERIFY(m_link->answer("policy.get",
        QJsonObject{{QStringLiteral("revision"), toJson(revision)}, {QStringLiteral("policy"), policyToJson(theirs)}}));
    const QString text = shown.label("applyChanges")->text();
    QVERIFY2(text.contains(QStringLiteral("root")) && !text.contains(QStringLiteral("()")), qPrintable(text));
    shown.button("discard")->click();
    QVERIFY(m_server->draft().isClean() && !m_server->newer());
    QCOMPARE(m_server->draft().policy(), theirs);
    QCOMPARE(m_server->draft().baseRevision(), m_server->head().number);
}

void TestApplier::aLostAnswerIsFoundOut()
{
    edit(QStringLiteral("sent"));
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    QSignalSpy unconfirmed(m_applier.get(), &Applier::unconfirmed);
    const Policy sent = m_server->draft().policy();
    m_applier->apply(m_server->draft().proposal(), QStringLiteral("because"));
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_link->setOffline();
    QVERIFY(m_link->answer("policy.apply", Error{ErrorCode::Unreachable, {}, QStringLiteral("lost")}));
    QCOMPARE(unconfirmed.size(), 1);
    QCOMPARE(applied.size() + failed.size(), 0);
    edit(QStringLiteral("later"));
    m_link->setOnline(Role::Administrator);
    QVERIFY(!m_applier->obstacle().isEmpty()); // not before it is known
    QVERIFY(m_link->answerPolicy(2, sent, QStringLiteral("me")));
    QCOMPARE(applied.size(), 1);
    QCOMPARE(failed.size(), 0);
    QVERIFY(!m_server->newer());
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("later"));
    QCOMPARE(m_applier->obstacle(), QString());
}

void TestApplier::aLostApplyIsSaid()
{
    edit(QStringLiteral("sent"));
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    m_applier->apply(m_server->draft().proposal(), QStringLiteral("because"));
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_link->setOffline();
    QVERIFY(m_link->answer("policy.apply", Error{ErrorCode::Unreachable, {}, QStringLiteral("lost")}));
    m_link->setOnline(Role::Administrator);
    QVERIFY(m_link->answerPolicy(1, m_first));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(applied.size(), 0);
    QCOMPARE(m_link->waiting("policy.apply"), 0); // nothing is sent again by itself
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("sent"));
    QCOMPARE(m_applier->comment(), QStringLiteral("because"));
    QCOMPARE(m_applier->obstacle(), QString());
}

void TestApplier::theCommentIsKeptUntilItIsUsed()
{
    edit(QStringLiteral("sent"));
    m_applier->apply(m_server->draft().proposal(), QStringLiteral("because"));
    QVERIFY(m_link->answer("policy.impact", Error{ErrorCode::Unreachable, {}, QStringLiteral("gone")}));
    QCOMPARE(m_applier->comment(), QStringLiteral("because"));
    m_applier->apply(m_server->draft().proposal(), m_applier->comment());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QCOMPARE(m_applier->comment(), QString());
    m_applier->keepComment(QStringLiteral("about nothing"));
    edit(QStringLiteral("again"));
    m_server->draft().discard();
    QCOMPARE(m_applier->comment(), QString());
}

void TestApplier::givenUpBeforeItWasSent()
{
    Bar shown(*m_server, *m_applier);
    edit(QStringLiteral("new"));
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    QVERIFY(!shown.button("cancelApply")->isVisible());
    shown.button("apply")->click();
    QVERIFY(shown.button("cancelApply")->isVisible());
    shown.button("cancelApply")->click();
    QVERIFY(!m_applier->isBusy());
    QCOMPARE(failed.size(), 1);
    // The answer comes after all: nothing is sent on its account.
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    QCOMPARE(m_link->waiting("policy.apply"), 0);
    QCOMPARE(m_applier->obstacle(), QString());
}

void TestApplier::givenUpAfterItWasSent()
{
    edit(QStringLiteral("new"));
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    QSignalSpy unconfirmed(m_applier.get(), &Applier::unconfirmed);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_applier->cancel();
    QVERIFY(!m_applier->isBusy());
    QCOMPARE(unconfirmed.size(), 1);
    QVERIFY(!m_applier->obstacle().isEmpty());
    // Another look at what is in force decides nothing while the answer may still come.
    m_server->refresh();
    QVERIFY(m_link->answerPolicy(1, m_first));
    QCOMPARE(failed.size() + applied.size(), 0);
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QCOMPARE(applied.size(), 1);
    QCOMPARE(failed.size(), 0);
    QVERIFY(m_server->draft().isClean());
}

void TestApplier::aDraftDiscardedDuringItsApplyIsWhatWasApplied()
{
    edit(QStringLiteral("sent"));
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_applier->cancel();
    m_server->draft().discard();
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QVERIFY(m_server->draft().isClean() && !m_server->newer());
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("sent"));
}

// Its answer got lost, and before we were back somebody else applied on top of it.
void TestApplier::aLostApplyUnderAnotherOneIsFound()
{
    edit(QStringLiteral("sent"));
    const Policy sent = m_server->draft().policy();
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    QSignalSpy failed(m_applier.get(), &Applier::failed);
    m_applier->apply(m_server->draft().proposal(), {}, {ConnectionId(7)});
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_link->setOffline();
    QVERIFY(m_link->answer("policy.apply", Error{ErrorCode::Unreachable, {}, QStringLiteral("lost")}));
    m_link->setOnline(Role::Administrator);
    Policy theirs = sent;
    theirs.client.refreshHours = 12;
    QVERIFY(m_link->answerPolicy(3, theirs, QStringLiteral("bert")));
    QCOMPARE(failed.size() + applied.size(), 0);
    QCOMPARE(m_link->asked("policy.get").value(QStringLiteral("revision")).toInt(), 2);
    QVERIFY(m_link->answerPolicy(2, sent, QStringLiteral("me")));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.first().first().value<Revision>().number, RevisionNumber(2));
    QCOMPARE(m_applier->takeDecided(), QList<ConnectionId>{ConnectionId(7)});
    QCOMPARE(m_server->head().number, RevisionNumber(3));
    QVERIFY(m_server->draft().isClean() && !m_server->newer());
    QCOMPARE(m_server->draft().policy(), theirs);
}

void TestApplier::aLostApplyNobodyKnowsOfIsNotSaidToBeLost()
{
    for (const bool told : {false, true}) {
        edit(told ? QStringLiteral("again") : QStringLiteral("sent"));
        QSignalSpy applied(m_applier.get(), &Applier::applied);
        QSignalSpy failed(m_applier.get(), &Applier::failed);
        m_applier->apply(m_server->draft().proposal());
        QVERIFY(m_link->answer("policy.impact", QJsonObject()));
        m_link->setOffline();
        QVERIFY(m_link->answer("policy.apply", Error{ErrorCode::Unreachable, {}, QStringLiteral("lost")}));
        m_link->calls.clear();
        m_link->setOnline(Role::Administrator);
        const RevisionNumber parent = m_server->draft().baseRevision();
        Policy theirs = m_first;
        theirs.client.refreshHours += static_cast<int>(parent);
        QVERIFY(m_link->answerPolicy(parent + 2, theirs, QStringLiteral("bert")));
        QCOMPARE(applied.size() + failed.size(), 0);
        if (told)
            QVERIFY(m_link->answerPolicy(parent + 1, m_first, QStringLiteral("bert")));
        else
            QVERIFY(m_link->answer("policy.get", Error{ErrorCode::NotFound, {}, QStringLiteral("no such revision")}));
        QCOMPARE(applied.size(), 0);
        QCOMPARE(failed.size(), 1);
        const QString said = failed.first().first().value<Error>().detail;
        QCOMPARE(said.contains(QStringLiteral("not known")), !told);
        QVERIFY2(said.contains(QString::number(parent + 2)) && said.contains(QStringLiteral("bert")), qPrintable(said));
        QVERIFY(m_server->newer());
        QVERIFY(m_server->merge(parent + 2));
    }
}

// However well the service answers what else it is asked.
void TestApplier::callsHaveALimit()
{
    using namespace std::chrono_literals;
    int answers = 0;
    std::optional<Status> restored;
    m_link->setCallLimit(1ms);
    m_server->restore(1, QStringLiteral("x"), this, [&](const Status& status) {
        ++answers;
        restored = status;
    });
    QTRY_VERIFY(restored.has_value());
    QCOMPARE(restored->error().code, ErrorCode::TimedOut);
    QVERIFY(m_link->answer("policy.restore", QJsonObject()));
    QCOMPARE(answers, 1);
    // Nobody is called who is gone.
    {
        QObject gone;
        m_server->restore(1, QStringLiteral("x"), &gone, [&](const Status&) { ++answers; });
    }
    restored.reset();
    m_server->restore(1, QStringLiteral("x"), this, [&](const Status& status) { restored = status; });
    QTRY_VERIFY(restored.has_value());
    QCOMPARE(answers, 1);
}

void TestApplier::anApplyWithoutAnAnswerIsDecided()
{
    using namespace std::chrono_literals;
    for (const bool taken : {false, true}) {
        edit(QStringLiteral("sent"));
        const Policy sent = m_server->draft().policy();
        QSignalSpy failed(m_applier.get(), &Applier::failed);
        QSignalSpy applied(m_applier.get(), &Applier::applied);
        QSignalSpy unconfirmed(m_applier.get(), &Applier::unconfirmed);
        m_applier->apply(m_server->draft().proposal());
        m_link->setCallLimit(1ms);
        QVERIFY(m_link->answer("policy.impact", QJsonObject()));
        m_link->setCallLimit(1h);
        m_applier->cancel();
        QVERIFY(!m_applier->obstacle().isEmpty());
        QTRY_COMPARE(m_link->waiting("policy.get"), 1);
        QCOMPARE(unconfirmed.size(), 1);
        QVERIFY(m_link->answerPolicy(taken ? 2 : 1, taken ? sent : m_first));
        QCOMPARE(applied.size(), taken ? 1 : 0);
        QCOMPARE(failed.size(), taken ? 0 : 1);
        QCOMPARE(m_server->draft().isClean(), taken);
        QCOMPARE(m_applier->obstacle().isEmpty(), !taken);
    }
}

void TestApplier::anApplyInForceNeedsNoAnswer()
{
    edit(QStringLiteral("sent"));
    const Policy sent = m_server->draft().policy();
    QSignalSpy applied(m_applier.get(), &Applier::applied);
    m_applier->apply(m_server->draft().proposal());
    QVERIFY(m_link->answer("policy.impact", QJsonObject()));
    m_applier->cancel();
    m_server->refresh();
    QVERIFY(m_link->answerPolicy(2, sent, QStringLiteral("me")));
    QCOMPARE(applied.size(), 1);
    edit(QStringLiteral("next"));
    QCOMPARE(m_applier->obstacle(), QString());
    // The answer changes nothing any more.
    QVERIFY(m_link->answer("policy.apply", revisionJson(2)));
    QCOMPARE(applied.size(), 1);
    QCOMPARE(m_server->draft().policy().server.description, QStringLiteral("next"));
    QCOMPARE(m_server->draft().base(), sent);
}

void TestApplier::aHungServiceIsNotGreen()
{
    using namespace std::chrono_literals;
    QVERIFY(m_link->answer("status", QJsonObject()));
    m_server->setPatience({1ms, 1ms, 1h});
    QVERIFY(!m_server->silence());
    QTRY_VERIFY(m_server->silence()); // the next question is not answered
    QCOMPARE(m_server->health().mark, Mark::Attention);
    QVERIFY(m_server->health().troubles.first().contains(QStringLiteral("no answer")));
    QSignalSpy changed(m_server.get(), &Server::silenceChanged);
    m_server->setPatience({1h, 1h, 1h});
    QVERIFY(m_link->answer("status", QJsonObject()));
    QVERIFY(!m_server->silence());
    QVERIFY(changed.size() >= 1);
    QCOMPARE(m_server->health().mark, Mark::None);
    // Beyond its limit the connection is given up.
    QCOMPARE(m_link->reconnects, 0);
    m_server->setPatience({1ms, 1ms, 2ms});
    QTRY_VERIFY(m_link->reconnects > 0);
}

QTEST_MAIN(TestApplier)
#include "test_applier.moc"
