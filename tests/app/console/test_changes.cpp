// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/pane.h"
#include "models/base/fault.h"
#include "models/control/messages.h"
#include "tests/app/console/consolerig.h"
#include "tests/app/console/heldlink.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;

namespace
{

using Ended = Result<QList<EndedConnection>>;

const QJsonObject oneEnded{
    {QStringLiteral("ended"), QJsonArray{toJson(EndedConnection{30, 3, QStringLiteral("h"), 80, 1, 2})}}};

} // namespace

// Calls that change something at a service: what is said of them, and that none is carried out that was given up.
class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_rig.reset(); }
    void aHungServiceIsSentNothing();
    void givenUpAfterItWasSent();
    void lostAfterItWasSent();
    void anAnswerThatCantBeRead();
    void aServerThatGoesEndsIt();
    void whatTakesLongIsShown();
    void theOutcomeIsHonest_data();
    void theOutcomeIsHonest();
    void aServiceMayBeTriedAgain();

private:
    // A server over a link that answers when told to; what came of the one disconnection is in m_results.
    struct Held {
        Held();
        void disconnectOne();
        bool answerStatus(const Result<QJsonObject>& answer); // of the change, behind the server's own

        SystemClock clock;
        HeldLink* link;
        std::unique_ptr<Server> server;
        QList<Ended> results;
        Errand* errand = nullptr;
    };
    void selectFirst(NodeKind kind);
    void selectFirewall();
    void disconnectAll();
    QStringList outcomes(); // that the status line has, the earlier ones as well

    std::unique_ptr<ConsoleRig> m_rig;
};

QStringList TestChanges::outcomes()
{
    QStringList all{m_rig->window->reportText()};
    emit m_rig->find<QLabel>("earlierLink")->linkActivated(QString());
    auto* list = m_rig->find<QFrame>("earlierOutcomes");
    static const QRegularExpression texts(QStringLiteral("^earlier\\d+$"));
    for (const QLabel* one : list->findChildren<QLabel*>(texts))
        all.append(one->text());
    list->close();
    QCoreApplication::sendPostedEvents(list, QEvent::DeferredDelete);
    return all;
}

TestChanges::Held::Held()
{
    auto made = std::make_unique<HeldLink>();
    link = made.get();
    server = std::make_unique<Server>(QStringLiteral("a"), QStringLiteral("a"), std::move(made), clock);
    QObject::connect(server.get(), &Server::errandBegun, link, [this](Errand* begun) { errand = begun; });
    link->setOnline(Role::Administrator);
    link->answer("status", QJsonObject());
}

void TestChanges::Held::disconnectOne()
{
    server->disconnectSessions(
        {}, {30}, QStringLiteral("why"), server.get(), [this](const Ended& ended) { results.append(ended); });
}

bool TestChanges::Held::answerStatus(const Result<QJsonObject>& answer)
{
    return link->answer("status", answer);
}

void TestChanges::aHungServiceIsSentNothing()
{
    for (const bool lost : {false, true}) {
        Held held;
        held.disconnectOne();
        QCOMPARE(held.link->waiting("sessions.disconnect"), 0);
        if (lost)
            QVERIFY(held.answerStatus(makeError(Fault::ConnectionLost, {})));
        else
            held.errand->giveUp();
        QCOMPARE(held.results.size(), 1);
        QVERIFY(!held.results.first() && !mayBeDone(held.results.first().error()));
        // It goes on.
        if (!lost)
            QVERIFY(held.answerStatus(QJsonObject()));
        QCOMPARE(held.link->waiting("sessions.disconnect"), 0);
        QCOMPARE(held.results.size(), 1);
    }
}

void TestChanges::givenUpAfterItWasSent()
{
    Held held;
    held.disconnectOne();
    QSignalSpy over(held.errand, &Errand::over);
    QVERIFY(held.answerStatus(QJsonObject()));
    QCOMPARE(held.link->waiting("sessions.disconnect"), 1);
    held.errand->giveUp();
    QCOMPARE(over.size(), 1);
    QCOMPARE(held.results.size(), 1);
    QVERIFY(!held.results.first() && mayBeDone(held.results.first().error()));
    QVERIFY(held.link->answer("sessions.disconnect", oneEnded));
    QCOMPARE(held.results.size(), 2);
    QVERIFY(held.results.last() && held.results.last()->size() == 1);
}

void TestChanges::lostAfterItWasSent()
{
    Held held;
    held.disconnectOne();
    QVERIFY(held.answerStatus(QJsonObject()));
    QVERIFY(held.link->answer("sessions.disconnect", makeError(Fault::ConnectionLost, {})));
    QCOMPARE(held.results.size(), 1);
    QVERIFY(!held.results.first() && mayBeDone(held.results.first().error()));
    QVERIFY(!mayBeDone(makeError(Fault::NotConnected, {})));
    QVERIFY(!mayBeDone(makeError(Fault::OperatorsOnly, {}, {QStringLiteral("anna")})));
}

void TestChanges::anAnswerThatCantBeRead()
{
    Held held;
    held.disconnectOne();
    QVERIFY(held.answerStatus(QJsonObject()));
    QVERIFY(held.link->answer("sessions.disconnect", QJsonObject{{QStringLiteral("ended"), QJsonArray{1}}}));
    QCOMPARE(held.results.size(), 1);
    QVERIFY(!held.results.first() && mayBeDone(held.results.first().error()));
}

void TestChanges::aServerThatGoesEndsIt()
{
    Held held;
    held.disconnectOne();
    QSignalSpy over(held.errand, &Errand::over);
    held.server.reset();
    QCOMPARE(over.size(), 1);
}

void TestChanges::selectFirst(NodeKind kind)
{
    m_rig = std::make_unique<ConsoleRig>();
    m_rig->window->go({kind, ConsoleRig::key()});
    auto* list = m_rig->window->pane()->findChild<QAbstractItemView*>(QStringLiteral("list"));
    if (!list)
        list = m_rig->window->pane()->findChild<QAbstractItemView*>();
    QTRY_VERIFY(list->model()->rowCount() > 0);
    list->setCurrentIndex(list->model()->index(0, 0));
}

void TestChanges::selectFirewall()
{
    m_rig = nullptr;
    selectFirst(NodeKind::Services);
}

void TestChanges::disconnectAll()
{
    m_rig = std::make_unique<ConsoleRig>();
    m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
    Session session;
    session.id = 7;
    session.user = QStringLiteral("anna");
    Connection connection;
    connection.id = 30;
    connection.session = 7;
    SessionDelta delta;
    delta.reset = true;
    delta.sessions = {session};
    delta.connections = {connection};
    emit m_rig->link->sessionsChanged(delta);
    auto* view = m_rig->window->pane()->findChild<QAbstractItemView*>(QStringLiteral("sessionsList"));
    QVERIFY(view);
    QTRY_VERIFY(view->model()->rowCount() > 0);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTRY_VERIFY(m_rig->inPane<QAction>("disconnect")->isEnabled());
}

void TestChanges::whatTakesLongIsShown()
{
    disconnectAll();
    auto* line = m_rig->find<QWidget>("errandLine");
    QVERIFY(!line->isVisible());
    m_rig->link->deaf = true;
    m_rig->inPane<QAction>("disconnect")->trigger();
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(m_rig->find<QLabel>("errand")->text(), QStringLiteral("Disconnecting…"));
    auto* cancel = m_rig->find<QLabel>("cancelErrand");
    QCOMPARE(cancel->accessibleName(), QStringLiteral("Cancel"));
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Return);
    QVERIFY(!line->isVisible());
    QVERIFY2(m_rig->window->reportText().startsWith(QStringLiteral("Nothing was disconnected: ")),
        qPrintable(m_rig->window->reportText()));
    QVERIFY(m_rig->link->lastDisconnect.isEmpty());

    // Who is asked before a restart may hang as well.
    m_rig->link->deaf = false;
    selectFirewall();
    line = m_rig->find<QWidget>("errandLine");
    m_rig->link->deaf = true;
    m_rig->inPane<QAction>("restart")->trigger();
    QTRY_VERIFY(line->isVisible());
    emit m_rig->find<QLabel>("cancelErrand")->linkActivated(QStringLiteral("#"));
    QVERIFY(m_rig->inPane<QAction>("restart")->isEnabled());
    QVERIFY2(m_rig->window->reportText().startsWith(QStringLiteral("Firewall was not restarted: ")),
        qPrintable(m_rig->window->reportText()));
}

void TestChanges::theOutcomeIsHonest_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("notDone");
    QTest::addColumn<QString>("unknown");
    QTest::newRow("disconnect") << QStringLiteral("sessions.disconnect") << QStringLiteral("disconnect")
                                << QStringLiteral("Nothing was disconnected: ")
                                << QStringLiteral("Whether anything was disconnected is not known: ");
    QTest::newRow("start") << QStringLiteral("services.control") << QStringLiteral("start")
                           << QStringLiteral("Web Proxy was not started: ")
                           << QStringLiteral("Whether Web Proxy was started is not known: ");
    QTest::newRow("stop") << QStringLiteral("services.control") << QStringLiteral("stop")
                          << QStringLiteral("Firewall was not stopped: ")
                          << QStringLiteral("Whether Firewall was stopped is not known: ");
    QTest::newRow("restart") << QStringLiteral("services.control") << QStringLiteral("restart")
                             << QStringLiteral("Firewall was not restarted: ")
                             << QStringLiteral("Whether Firewall was restarted is not known: ");
}

void TestChanges::theOutcomeIsHonest()
{
    QFETCH(QString, method);
    QFETCH(QString, action);
    QFETCH(QString, notDone);
    QFETCH(QString, unknown);
    if (action == u"disconnect") {
        disconnectAll();
    } else {
        selectFirewall();
        if (action == u"start") {
            m_rig->link->webProxy = ServiceState::Stopped;
            m_rig->window->refresh();
            QTRY_COMPARE(m_rig->server().services().row(1)->state, ServiceState::Stopped);
            auto* list = m_rig->window->pane()->findChild<QAbstractItemView*>();
            list->setCurrentIndex(list->model()->index(1, 0));
        }
    }
    const QByteArray name = action.toLatin1();
    m_rig->link->answers.insert(QStringLiteral("sessions.list"), {});
    for (const Fault fault : {Fault::NotConnected, Fault::ConnectionLost}) {
        m_rig->link->failures.insert(method, makeError(fault, {}));
        QTRY_VERIFY(m_rig->inPane<QAction>(name.constData())->isEnabled());
        m_rig->inPane<QAction>(name.constData())->trigger();
        const QString wanted = fault == Fault::NotConnected ? notDone : unknown;
        QTRY_VERIFY2(m_rig->window->reportText().startsWith(wanted), qPrintable(m_rig->window->reportText()));
        // What says that the server is out of reach goes with that; what is not known stays.
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->link->setState(ControlClient::State::Online);
        const QStringList all = outcomes();
        const bool isSaid
            = std::any_of(all.begin(), all.end(), [&](const QString& one) { return one.startsWith(wanted); });
        QVERIFY2(isSaid == (fault == Fault::ConnectionLost), qPrintable(all.join(u'\n')));
    }
}

void TestChanges::aServiceMayBeTriedAgain()
{
    selectFirewall();
    m_rig->link->answers.insert(QStringLiteral("sessions.list"), {});
    m_rig->link->failures.insert(QStringLiteral("services.control"), makeError(Fault::NotConnected, {}));
    m_rig->inPane<QAction>("restart")->trigger();
    auto* retry = m_rig->find<QLabel>("undoLink");
    QTRY_VERIFY(retry->isVisible());
    QCOMPARE(retry->accessibleName(), QStringLiteral("Retry"));
    QCOMPARE(m_rig->window->reportText(),
        QStringLiteral("Firewall was not restarted: The service can't be reached. Not connected to the service."));
    m_rig->link->setState(ControlClient::State::Waiting);
    m_rig->link->setState(ControlClient::State::Online);
    QCOMPARE(m_rig->window->reportText(), QStringLiteral("Firewall was not restarted; the server is reached again."));
    m_rig->link->failures.clear();
    QTRY_VERIFY(m_rig->inPane<QAction>("restart")->isEnabled());
    emit retry->linkActivated(QStringLiteral("#"));
    QTRY_COMPARE(m_rig->link->controlled, QStringList{QStringLiteral("firewall restart")});
    QTRY_VERIFY(m_rig->window->reportText().startsWith(QStringLiteral("Firewall restarted")));
}

QTEST_MAIN(TestChanges)
#include "test_changes.moc"
