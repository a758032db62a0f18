// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "models/base/fault.h"
#include "models/control/messages.h"
#include "models/items/texts.h"
#include "models/policy/policyjson.h"
#include "models/store/draftstore.h"
#include "tests/app/console/consolerig.h"
#include "tests/models/items/brackets.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QtTest>

using namespace sallyport;

// What can't be had says so where it is missed, and comes with Retry.
class TestTroubles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_rig = std::make_unique<ConsoleRig>(); }
    void cleanup() { m_rig.reset(); }
    void everyPlaceSaysWhatFailed_data();
    void everyPlaceSaysWhatFailed();
    void sessionsThatNobodyWatchesAreNotMissed();
    void answersThatCannotBeReadAreSaid_data();
    void answersThatCannotBeReadAreSaid();
    void aPolicyOfANewerVersionIsNotEdited();
    void withoutAConnectionThatIsTheReason();
    void nobodyIsConnectedOnlyWhereThatIsKnown();
    void draftsThatAreNotKeptAreSaid();
    void anImpactThatIsNotKnownIsSaid();
    void whatExportCannotFetchIsSaid();
    void wordsOfTheServiceAreText();
    void troublesOfAServiceAreInTheConsolesWords();

private:
    QLabel* line() const { return m_rig->inPane<QLabel>("trouble"); }
    void go(NodeKind kind) { m_rig->window->go({kind, ConsoleRig::key()}); }

    std::unique_ptr<ConsoleRig> m_rig;
};

void TestTroubles::everyPlaceSaysWhatFailed_data()
{
    QTest::addColumn<NodeKind>("place");
    QTest::addColumn<QString>("method");
    for (const NodeKind place : {NodeKind::FirewallClient, NodeKind::WebBrowser, NodeKind::ApplicationFilters,
             NodeKind::LocalAddressTable, NodeKind::LocalDomainTable})
        QTest::addRow("policy, %d", static_cast<int>(place)) << place << QStringLiteral("policy.get");
    for (const char* method : {"policy.get", "services.list", "clients.list", "status"})
        QTest::addRow("server, %s", method) << NodeKind::Server << QString::fromLatin1(method);
    QTest::newRow("services") << NodeKind::Services << QStringLiteral("services.list");
    QTest::newRow("status") << NodeKind::Services << QStringLiteral("status");
    QTest::newRow("services of filters") << NodeKind::ApplicationFilters << QStringLiteral("services.list");
    QTest::newRow("clients") << NodeKind::FirewallClients << QStringLiteral("clients.list");
    QTest::newRow("sessions") << NodeKind::Sessions << QStringLiteral("sessions.subscribe");
}

void TestTroubles::everyPlaceSaysWhatFailed()
{
    QFETCH(NodeKind, place);
    QFETCH(QString, method);
    m_rig->link->failures.insert(
        method, makeError(Fault::DiskBroken, QStringLiteral("policy.db"), {QStringLiteral("5")}));
    go(place);
    m_rig->window->refresh();
    QTRY_VERIFY(line()->isVisible());
    QVERIFY2(line()->text().contains(QStringLiteral("policy.db")) && line()->text().contains(QStringLiteral("Retry")),
        qPrintable(line()->text()));
    QCOMPARE(m_rig->server().health().mark, Mark::Attention);
    const QModelIndex node = m_rig->console->tree().indexOf({NodeKind::Server, ConsoleRig::key()});
    QCOMPARE(node.data(ConsoleTreeModel::MarkRole).toInt(), static_cast<int>(Mark::Attention));
    auto* state = m_rig->find<QLabel>("connectionState");
    QVERIFY2(state->toolTip().contains(QStringLiteral("policy.db")), qPrintable(state->toolTip()));
    // Retry asks again, and once it is had the line goes.
    m_rig->link->calls.clear();
    emit line()->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(m_rig->link->calls.contains(method));
    QVERIFY(line()->isVisible());
    m_rig->link->failures.clear();
    m_rig->link->calls.clear();
    emit line()->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(m_rig->link->calls.contains(method));
    if (place == NodeKind::Sessions)
        emit m_rig->link->sessionsChanged({});
    QTRY_VERIFY(!line()->isVisible());
    QCOMPARE(m_rig->server().health().mark, Mark::None);
}

void TestTroubles::sessionsThatNobodyWatchesAreNotMissed()
{
    m_rig->link->failures.insert(
        QStringLiteral("sessions.subscribe"), makeError(Fault::DiskBroken, {}, {QStringLiteral("5")}));
    go(NodeKind::Sessions);
    QTRY_COMPARE(m_rig->server().health().mark, Mark::Attention);
    go(NodeKind::FirewallClient);
    QTRY_COMPARE(m_rig->link->subscriptions, 0);
    QTRY_COMPARE(m_rig->server().health().mark, Mark::None);
}

void TestTroubles::answersThatCannotBeReadAreSaid_data()
{
    QTest::addColumn<NodeKind>("place");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonObject>("answer");
    const QJsonObject strange{{QStringLiteral("strange"), 1}};
    for (const auto& [name, answer] : {std::pair("nothing", QJsonObject()),
             std::pair("other rows",
                 QJsonObject{{QStringLiteral("services"), QJsonArray{strange}},
                     {QStringLiteral("clients"), QJsonArray{strange}}, {QStringLiteral("policy"), strange},
                     {QStringLiteral("revisions"), QJsonArray{strange}},
                     {QStringLiteral("records"), QJsonArray{strange}}})}) {
        QTest::addRow("policy, %s", name) << NodeKind::FirewallClient << QStringLiteral("policy.get") << answer;
        QTest::addRow("services, %s", name) << NodeKind::Services << QStringLiteral("services.list") << answer;
        QTest::addRow("clients, %s", name) << NodeKind::FirewallClients << QStringLiteral("clients.list") << answer;
        QTest::addRow("history, %s", name) << NodeKind::History << QStringLiteral("policy.history") << answer;
        QTest::addRow("audit, %s", name) << NodeKind::AuditTrail << QStringLiteral("audit.list") << answer;
    }
}

void TestTroubles::answersThatCannotBeReadAreSaid()
{
    QFETCH(NodeKind, place);
    QFETCH(QString, method);
    QFETCH(QJsonObject, answer);
    m_rig->link->answers.insert(method, answer);
    go(place);
    m_rig->window->refresh();
    QTRY_VERIFY(line()->isVisible());
    m_rig->link->answers.remove(method);
    emit line()->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(!line()->isVisible());
}

void TestTroubles::aPolicyOfANewerVersionIsNotEdited()
{
    go(NodeKind::FirewallClient);
    QAction* add = m_rig->window->pane()->standardAction(Pane::Standard::New);
    QVERIFY(add->isEnabled());
    QJsonObject policy = policyToJson(m_rig->link->policy);
    policy.insert(QStringLiteral("format"), 99);
    m_rig->link->answers.insert(QStringLiteral("policy.get"),
        QJsonObject{{QStringLiteral("revision"), toJson(m_rig->link->head)}, {QStringLiteral("policy"), policy}});
    m_rig->window->refresh();
    QTRY_VERIFY(line()->isVisible());
    QVERIFY2(line()->text().contains(QStringLiteral("99")), qPrintable(line()->text()));
    QVERIFY(!m_rig->server().mayEdit());
    QTRY_VERIFY(!add->isEnabled());
    m_rig->link->answers.clear();
    emit line()->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(!line()->isVisible());
    QTRY_VERIFY(add->isEnabled());
}

void TestTroubles::withoutAConnectionThatIsTheReason()
{
    m_rig->link->failures.insert(
        QStringLiteral("services.list"), makeError(Fault::DiskBroken, {}, {QStringLiteral("5")}));
    go(NodeKind::Services);
    m_rig->window->refresh();
    QTRY_VERIFY(line()->isVisible());
    m_rig->link->setWords(QStringLiteral("branch-a"), makeError(Fault::ConnectionRefused, QStringLiteral("branch-a")));
    m_rig->link->setState(ControlClient::State::Waiting);
    QTRY_VERIFY(!line()->isVisible());
    m_rig->link->calls.clear();
    m_rig->server().refreshServices();
    QCOMPARE(m_rig->link->calls, QStringList{QStringLiteral("services.list")});
    QCoreApplication::processEvents(); // it is answered on the next turn
    QVERIFY(!line()->isVisible());
    const QString state = m_rig->find<QLabel>("connectionState")->toolTip();
    QVERIFY2(state.contains(QString::fromUtf8(faultText(Fault::ConnectionRefused))), qPrintable(state));
}

void TestTroubles::nobodyIsConnectedOnlyWhereThatIsKnown()
{
    go(NodeKind::Sessions);
    const auto said = [this] { return static_cast<SessionsPane*>(m_rig->window->pane())->view()->emptyText(); };
    QCOMPARE(said(), QStringLiteral("Nobody is connected now."));
    m_rig->link->setState(ControlClient::State::Waiting);
    QVERIFY2(said().contains(QStringLiteral("Not connected")), qPrintable(said()));
    m_rig->link->setState(ControlClient::State::Online);
    QTRY_COMPARE(said(), QStringLiteral("Nobody is connected now."));
    emit m_rig->link->sessionsRefused(makeError(Fault::AnswerTooLong, {}, {QStringLiteral("9"), QStringLiteral("8")}));
    QCOMPARE(said(), QStringLiteral("Who is connected is not known."));
}

void TestTroubles::draftsThatAreNotKeptAreSaid()
{
    const QDir folder(m_rig->folder.path());
    m_rig->window.reset();
    m_rig->console.reset();
    QVERIFY(QDir(folder.filePath(QStringLiteral("other"))).mkpath(QStringLiteral("drafts.db")));
    Console::Options options;
    options.dataFolder = folder.filePath(QStringLiteral("other"));
    options.privateService = false;
    options.link = [this] {
        auto made = std::make_unique<FakeLink>();
        m_rig->link = made.get();
        return made;
    };
    m_rig->console = std::make_unique<Console>(options, m_rig->clock);
    ControlEndpoint endpoint;
    endpoint.socketPath = QStringLiteral("/nowhere");
    m_rig->console->addServer({ConsoleRig::key(), QStringLiteral("branch-a"), endpoint});
    m_rig->window = std::make_unique<MainWindow>(*m_rig->console, m_rig->theme);
    m_rig->window->show();
    m_rig->console->start();
    go(NodeKind::FirewallClient);
    QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(1));
    QTRY_VERIFY(line()->isVisible());
    QVERIFY2(line()->text().contains(QStringLiteral("drafts.db")), qPrintable(line()->text()));
    m_rig->addEntry(QStringLiteral("msmsgs"));
    const Policy mine = m_rig->server().draft().policy();
    emit line()->linkActivated(QStringLiteral("retry"));
    QVERIFY(line()->isVisible());
    QVERIFY(QDir(folder.filePath(QStringLiteral("other"))).rmdir(QStringLiteral("drafts.db")));
    emit line()->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(!line()->isVisible());
    QVERIFY(m_rig->server().draft().policy() == mine); // and it is kept
    m_rig->window.reset();
    m_rig->console.reset();
    auto store = DraftStore::open(folder.filePath(QStringLiteral("other/drafts.db")));
    QVERIFY(store);
    const auto kept = (*store)->load(ConsoleRig::key());
    QVERIFY(kept && kept->has_value() && (*kept)->policy == mine);
}

void TestTroubles::anImpactThatIsNotKnownIsSaid()
{
    go(NodeKind::FirewallClient);
    m_rig->link->failures.insert(QStringLiteral("policy.impact"),
        makeError(Fault::AnswerTooLong, {}, {QStringLiteral("9"), QStringLiteral("8")}));
    m_rig->addEntry(QStringLiteral("msmsgs"));
    auto* impact = m_rig->find<QLabel>("applyImpact");
    QTRY_VERIFY(impact->isVisible());
    QVERIFY2(impact->text().contains(QStringLiteral("Not known")), qPrintable(impact->text()));
    QVERIFY(!impact->toolTip().isEmpty());
    m_rig->link->failures.clear();
    m_rig->addEntry(QStringLiteral("icq"));
    QTRY_VERIFY(!impact->isVisible());
}

void TestTroubles::whatExportCannotFetchIsSaid()
{
    go(NodeKind::FirewallClient);
    m_rig->link->failures.insert(
        QStringLiteral("ini.get"), makeError(Fault::DiskBroken, QStringLiteral("policy.db"), {QStringLiteral("5")}));
    m_rig->window->exportPolicy();
    QTRY_VERIFY2(
        m_rig->window->reportText().contains(QStringLiteral("policy.db")), qPrintable(m_rig->window->reportText()));
    QTRY_VERIFY(m_rig->find<QDialog>("exportDialog"));
}

void TestTroubles::wordsOfTheServiceAreText()
{
    m_rig->link->failures.insert(QStringLiteral("clients.list"),
        Error{ErrorCode::Io, {}, QStringLiteral("<a href=\"x\">click</a> anna\u202Etxt")});
    go(NodeKind::FirewallClients);
    m_rig->window->refresh();
    QTRY_VERIFY(line()->isVisible());
    QVERIFY2(line()->text().contains(QStringLiteral("&lt;a href")) && !line()->text().contains(QChar(0x202E)),
        qPrintable(line()->text()));
}

// Subject and sentence; and of a listener a list of services that came later knows better.
void TestTroubles::troublesOfAServiceAreInTheConsolesWords()
{
    Brackets brackets;
    const Error taken
        = makeError(Fault::ConsolesPortTaken, QStringLiteral("control"), {QStringLiteral("127.0.0.1:1746")});
    m_rig->link->problems = {{Severity::Error, taken, {}, 0},
        {Severity::Error,
            makeError(Fault::ListenTaken, serviceWord(ServiceName::WebProxy), {QStringLiteral("0.0.0.0:8080")}), {},
            0}};
    m_rig->server().refreshStatus();
    QTRY_COMPARE(m_rig->server().status().value(QStringLiteral("problems")).toArray().size(), 2);
    QCOMPARE(m_rig->server().health().troubles.size(), 2);
    QSignalSpy listed(&m_rig->server(), &Server::servicesChanged);
    m_rig->server().refreshServices();
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const QStringList troubles = m_rig->server().health().troubles;
    const QString words = QStringLiteral("[%1: %2]").arg(QStringLiteral("[Consoles elsewhere]"), texts::detail(taken));
    QCoreApplication::removeTranslator(&brackets);
    QCOMPARE(troubles, QStringList{words});
}

QTEST_MAIN(TestTroubles)
#include "test_troubles.moc"
