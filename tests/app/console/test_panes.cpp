// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/listview.h"
#include "app/console/panes/sparkline.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "models/control/messages.h"
#include "models/items/listroles.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class TestPanes : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_rig = std::make_unique<ConsoleRig>(); }
    void cleanup() { m_rig.reset(); }

    void severalServicesAreRestartedTogether()
    {
        go(NodeKind::Services);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        list()->selectAll();
        QVERIFY(m_rig->inPane<QLabel>("inspector")->text().contains(u'2'));
        auto* restart = m_rig->inPane<QAction>("restart");
        QVERIFY(restart->isEnabled());
        QVERIFY(!m_rig->inPane<QAction>("start")->isEnabled());
        restart->trigger();
        QTRY_COMPARE(m_rig->link->controlled.size(), 2);
    }

    // Two sessions of anna and one without a name, four connections, all of the Firewall service.
    void holdConnections()
    {
        QJsonArray sessions;
        QJsonArray connections;
        for (int i = 1; i <= 4; ++i) { // the last one of a service that is left alone
            Session session;
            session.type = i < 3 ? SessionType::FirewallClient : i == 3 ? SessionType::SecureNat : SessionType::Socks;
            session.id = static_cast<SessionId>(i);
            session.user = i < 3 ? QStringLiteral("anna") : QString();
            session.application = QStringLiteral("program%1.exe").arg(i);
            session.client = IpAddress::fromV4(0x0a000001);
            sessions.append(toJson(session));
        }
        for (int i = 1; i <= 5; ++i) {
            Connection connection;
            connection.id = static_cast<ConnectionId>(i);
            connection.session = static_cast<SessionId>(i < 5 ? std::min(i, 3) : 4);
            connections.append(toJson(connection));
        }
        m_rig->link->answers.insert(QStringLiteral("sessions.list"),
            {{QStringLiteral("sessions"), sessions}, {QStringLiteral("connections"), connections}});
    }

    void restartingAsksWhatItEnds()
    {
        holdConnections();
        go(NodeKind::Services);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        auto* restart = m_rig->inPane<QAction>("restart");
        restart->trigger();
        QVERIFY(!restart->isEnabled()); // a second press does nothing
        restart->trigger();
        QTRY_VERIFY(m_rig->find<QDialog>("stopServiceSheet"));
        auto* sheet = m_rig->find<QDialog>("stopServiceSheet");
        QString texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            texts += label->text() + u'\n';
        QVERIFY2(texts.contains(QStringLiteral("4 connection")) && texts.contains(QStringLiteral("program3.exe"))
                && !texts.contains(QStringLiteral("program4.exe")),
            qPrintable(texts));
        QVERIFY(m_rig->link->controlled.isEmpty());
        sheet->reject();
        QVERIFY(restart->isEnabled());
        QCOMPARE(m_rig->link->controlled, QStringList());
        restart->trigger();
        QTRY_VERIFY(m_rig->window->findChildren<QDialog*>(QStringLiteral("stopServiceSheet")).size() == 1);
        QTRY_VERIFY(m_rig->find<QDialog>("stopServiceSheet")->isVisible());
        m_rig->find<QDialog>("stopServiceSheet")->accept();
        QTRY_COMPARE(m_rig->link->controlled, QStringList{QStringLiteral("firewall restart")});
        QTRY_VERIFY(restart->isEnabled());
    }

    void stoppingWhatNobodyUsesAsksNothing()
    {
        holdConnections();
        go(NodeKind::Services);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        list()->setCurrentIndex(list()->model()->index(1, 0)); // the Web Proxy, whose count is as old as its list
        m_rig->inPane<QAction>("stop")->trigger();
        QTRY_COMPARE(m_rig->link->controlled, QStringList{QStringLiteral("webProxy stop")});
        QVERIFY(!m_rig->find<QDialog>("stopServiceSheet"));
    }

    void whoseConnectionsItEndsIsNotGuessed()
    {
        m_rig->link->failures.insert(
            QStringLiteral("sessions.list"), {ErrorCode::TimedOut, QString(), QStringLiteral("no answer")});
        go(NodeKind::Services);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        m_rig->inPane<QAction>("stop")->trigger();
        QTRY_VERIFY(m_rig->find<QDialog>("stopServiceSheet"));
        QStringList said;
        for (const QLabel* label : m_rig->find<QDialog>("stopServiceSheet")->findChildren<QLabel*>()) {
            QVERIFY2(!label->text().contains(QStringLiteral("user")), qPrintable(label->text()));
            said.append(label->text());
        }
        const QString heading = QStringLiteral("Stop Firewall: ends 1 connection(s)");
        QVERIFY2(said.contains(heading), qPrintable(said.join(u'\n')));
    }

    void filterKnowsColumns()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->addEntry(QStringLiteral("icq"));
        go(NodeKind::FirewallClient);
        FilterField* filter = m_rig->window->pane()->filterField();
        const auto rows = [this] { return list()->model()->rowCount(); };
        filter->setText(QStringLiteral("ms"));
        QCOMPARE(rows(), 1);
        filter->setText(QStringLiteral("app:icq key:dis"));
        QCOMPARE(rows(), 1);
        filter->setText(QStringLiteral("key:icq"));
        QCOMPARE(rows(), 0);
        QCOMPARE(filter->problem(), QString());
        filter->clear();
        filter->setText(QStringLiteral("nonsense:icq"));
        QVERIFY(filter->problem().contains(QStringLiteral("nonsense")));
        QVERIFY(filter->problem().contains(QStringLiteral("application")));
        QVERIFY(m_rig->inPane<QLabel>("filterProblem")->isVisible());
        QCOMPARE(rows(), 2);
        filter->setText(QStringLiteral("key:"));
        QVERIFY(!filter->problem().isEmpty());
        filter->setText(QStringLiteral("10.0.0.1:80"));
        QCOMPARE(filter->problem(), QString());
    }

    // Half a name that nothing holds leaves the list alone.
    void aFieldBegunLeavesTheSelection()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->addEntry(QStringLiteral("icq"));
        go(NodeKind::FirewallClient);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        const QString current = list()->currentIndex().data().toString();
        QSignalSpy removed(list()->model(), &QAbstractItemModel::rowsRemoved);
        FilterField* filter = m_rig->window->pane()->filterField();
        filter->setText(QStringLiteral("applic"));
        QVERIFY(!filter->problem().isEmpty());
        QVERIFY(removed.isEmpty());
        QCOMPARE(list()->currentIndex().data().toString(), current);
        QCOMPARE(list()->selectionModel()->selectedRows().size(), 1);
    }

    // The draft is shorter at once; the rows go after it, while they are selected.
    void selectedRowsMayGo()
    {
        for (const NodeKind kind : {NodeKind::LocalDomainTable, NodeKind::LocalAddressTable}) {
            PolicyDraft& draft = m_rig->server().draft();
            Policy policy = draft.policy();
            policy.localDomains = {QStringLiteral("a.org"), QStringLiteral("b.org"), QStringLiteral("c.org")};
            policy.localAddresses.clear();
            for (const std::uint32_t net : {0x0a010000U, 0x0a020000U, 0x0a030000U})
                policy.localAddresses.append({IpAddress::fromV4(net), IpAddress::fromV4(net + 255)});
            draft.change(QStringLiteral("Three"), policy);
            go(kind);
            policy.localDomains.removeFirst();
            policy.localAddresses.removeFirst();
            draft.change(QStringLiteral("Two"), policy);
            draft.undoStack().undo();
            const auto select = [this](int row) {
                list()->selectionModel()->select(
                    list()->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            };
            list()->clearSelection();
            select(0);
            select(2);
            draft.undoStack().redo();
            QCOMPARE(list()->selectionModel()->selectedRows().size(), 1);
            const QString last = list()->model()->index(1, 0).data().toString();
            QVERIFY(m_rig->inPane<QLabel>("inspector")->text().contains(last));
        }
    }

    // Somebody who looks elsewhere pays nothing for it.
    void placesKeepTheirLinksWhileSeen()
    {
        m_rig->window->go({});
        const auto* link = m_rig->inPane<QAbstractButton>("place0");
        QVERIFY(link);
        const QString before = link->text();
        go(NodeKind::Services);
        m_rig->console->renameServer(ConsoleRig::key(), QStringLiteral("elsewhere"));
        QCOMPARE(link->text(), before);
        m_rig->window->go({});
        QVERIFY2(link->text().contains(QStringLiteral("elsewhere")), qPrintable(link->text()));
        m_rig->console->renameServer(ConsoleRig::key(), QStringLiteral("here"));
        QVERIFY2(link->text().contains(QStringLiteral("here")), qPrintable(link->text()));
    }

    void entryLeadsToItsSessions()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        auto* inspector = m_rig->inPane<QLabel>("inspector");
        QVERIFY(inspector->text().contains(QStringLiteral("Not applied yet")));
        // The sentence says what the value means; no word of it hangs behind.
        QVERIFY2(!inspector->text().contains(QStringLiteral("disabled")), qPrintable(inspector->text()));
        emit inspector->linkActivated(QStringLiteral("sessions"));
        QCOMPARE(m_rig->window->place().kind, NodeKind::Sessions);
        QCOMPARE(m_rig->window->pane()->filterField()->text(), QStringLiteral("program:\"msmsgs\""));
        QCOMPARE(m_rig->window->pane()->filterField()->problem(), QString());
    }

    // Who set this row, not who applied last.
    void entryInForceSaysWhoSetIt()
    {
        Policy policy = m_rig->link->policy;
        policy.client.applications.append(ApplicationEntry{newObjectId(), QStringLiteral("aim"), {}});
        m_rig->link->applyElsewhere(policy, QStringLiteral("bert"));
        policy.client.applications.append(ApplicationEntry{newObjectId(), QStringLiteral("icq"), {}});
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(3));
        go(NodeKind::FirewallClient);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        auto* inspector = m_rig->inPane<QLabel>("inspector");
        QVERIFY2(!inspector->text().contains(QStringLiteral("root")), qPrintable(inspector->text()));
        QTRY_VERIFY2(inspector->text().contains(QStringLiteral("bert")), qPrintable(inspector->text()));
        QVERIFY(inspector->text().contains(QStringLiteral("from elsewhere"))); // what for
        emit inspector->linkActivated(QStringLiteral("revision:2"));
        QCOMPARE(m_rig->window->place().kind, NodeKind::History);
        auto* revisions = m_rig->inPane<QTreeView>("historyPaneList");
        QTRY_COMPARE(revisions->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("2"));
    }

    void aServiceThatCanNotTellWhoSetItIsNotGuessedFor()
    {
        m_rig->link->failures.insert(QStringLiteral("policy.blame"),
            {ErrorCode::NotFound, QStringLiteral("policy.blame"), QStringLiteral("there is no such method")});
        go(NodeKind::LocalDomainTable);
        auto* inspector = m_rig->inPane<QLabel>("inspector");
        QTRY_VERIFY2(inspector->text().contains(QStringLiteral("revision 1")), qPrintable(inspector->text()));
        QVERIFY(!inspector->text().contains(QStringLiteral("anna")));
        m_rig->link->failures.clear();
        m_rig->link->answers.insert(QStringLiteral("policy.blame"), {{QStringLiteral("unchangedSince"), 7}});
        go(NodeKind::LocalAddressTable);
        QTRY_VERIFY2(m_rig->inPane<QLabel>("inspector")->text().contains(QStringLiteral("since revision 7")),
            qPrintable(m_rig->inPane<QLabel>("inspector")->text()));
    }

    // A draft on top of what is no longer in force does not say that it is.
    void rowsOfAnOlderRevisionSaySo()
    {
        Policy policy = m_rig->link->policy;
        policy.client.applications.append(ApplicationEntry{newObjectId(), QStringLiteral("aim"), {}});
        m_rig->link->applyElsewhere(policy, QStringLiteral("bert"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
        m_rig->addEntry(QStringLiteral("msmsgs"));
        policy.client.applications.clear();
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_VERIFY(m_rig->server().newer());
        go(NodeKind::FirewallClient);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        const auto inspector = [this] { return m_rig->inPane<QLabel>("inspector")->text(); };
        QVERIFY2(!inspector().contains(QStringLiteral("In force")), qPrintable(inspector()));
        QVERIFY2(inspector().contains(QStringLiteral("root")), qPrintable(inspector()));
        m_rig->server().draft().discard();
        QCOMPARE(list()->model()->rowCount(), 0);
    }

    // What others applied meanwhile is not what the draft changed.
    void rowsNotAppliedAreThoseOfTheDraft()
    {
        Policy policy = m_rig->link->policy;
        policy.localDomains = {QStringLiteral("a.org")};
        m_rig->link->applyElsewhere(policy, QStringLiteral("bert"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
        Policy mine = policy;
        mine.localDomains.append(QStringLiteral("b.org"));
        m_rig->server().draft().change(QStringLiteral("Add"), mine);
        policy.localDomains.clear();
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_VERIFY(m_rig->server().newer());
        go(NodeKind::LocalDomainTable);
        QCOMPARE(list()->model()->rowCount(), 2);
        const auto pending = [this](int row) { return list()->model()->index(row, 0).data(pendingRole).toInt(); };
        QCOMPARE(pending(0), static_cast<int>(Pending::None));
        QCOMPARE(pending(1), static_cast<int>(Pending::Added));
    }

    // What the policy says of a listener is not what it does.
    void filtersShowWhatTheServiceDoes()
    {
        go(NodeKind::ApplicationFilters);
        const auto is = [this](const ServiceStatus& status) {
            m_rig->link->answers.insert(
                QStringLiteral("services.list"), {{QStringLiteral("services"), QJsonArray{toJson(status)}}});
            m_rig->server().refreshServices();
        };
        const auto now = [this] { return list()->model()->index(0, 1).data().toString(); };
        const auto inspector = [this] { return m_rig->inPane<QLabel>("inspector")->text(); };
        ServiceStatus status{ServiceName::Socks, ServiceState::Running, TimePoint(std::chrono::seconds(1000)),
            QStringLiteral("127.0.0.1:1080"), {}, 0};
        Policy policy = m_rig->link->policy;
        policy.filters.socks.enabled = true;
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
        is(status);
        QTRY_VERIFY(now().contains(QStringLiteral("listens on 127.0.0.1:1080")));
        QVERIFY(inspector().contains(QStringLiteral("leave by it")));
        status.state = ServiceState::Stopped;
        status.endpoint.clear();
        status.detail = QStringLiteral("stopped by bert");
        is(status);
        QTRY_COMPARE(now(), QStringLiteral("stopped by bert"));
        QVERIFY2(!inspector().contains(QStringLiteral("leave by it")), qPrintable(inspector()));
        QVERIFY(inspector().contains(QStringLiteral("stopped by bert")));
        status.state = ServiceState::Failed;
        status.detail = QStringLiteral("127.0.0.1:1080: in use");
        is(status);
        QTRY_VERIFY(now().contains(QStringLiteral("in use")));
        m_rig->window->go({NodeKind::Server, ConsoleRig::key()});
        QVERIFY2(inspector().contains(QStringLiteral("in use")), qPrintable(inspector()));
        go(NodeKind::ApplicationFilters);
        m_rig->link->setState(ControlClient::State::Waiting);
        QVERIFY(!inspector().contains(QStringLiteral("leave by it")));
        QVERIFY(!inspector().contains(QStringLiteral("find no way out")));
    }

    // The console's own words; what a service says in its language stands behind them.
    void aStoppedListenerIsSaidInTheConsolesWords()
    {
        ServiceStatus status{
            ServiceName::Socks, ServiceState::Stopped, {}, {}, QStringLiteral("switched off by policy"), 0};
        const auto words = [&] {
            m_rig->link->answers.insert(
                QStringLiteral("services.list"), {{QStringLiteral("services"), QJsonArray{toJson(status)}}});
            bool taken = false;
            const auto once = connect(&m_rig->server(), &Server::servicesChanged, this, [&taken] { taken = true; });
            m_rig->server().refreshServices();
            const bool came = QTest::qWaitFor([&taken] { return taken; });
            disconnect(once);
            return came ? m_rig->server().listenerState(ServiceName::Socks).words : QString();
        };
        Policy policy = m_rig->link->policy;
        policy.filters.socks.enabled = false;
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
        QCOMPARE(words(), QStringLiteral("off in the policy"));
        policy.filters.socks.enabled = true;
        m_rig->link->applyElsewhere(policy, QStringLiteral("root"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(3));
        status.detail = QStringLiteral("stopped by an operator");
        QCOMPARE(words(), QStringLiteral("stopped by an operator"));
        status.detail = QStringLiteral("for some reason");
        QCOMPARE(words(), QStringLiteral("stopped (for some reason)"));
        status.state = ServiceState::Failed;
        status.detail = QStringLiteral("127.0.0.1:80: not permitted; trying again");
        QCOMPARE(words(), QStringLiteral("waits: 127.0.0.1:80: not permitted"));
    }

    void aWaitingServiceSaysTheRemedy()
    {
        m_rig->link->webProxy = ServiceState::Failed;
        m_rig->link->webProxyDetail = QStringLiteral("10.0.0.9:8080: no such address here; trying again");
        // The status tells of it as well.
        m_rig->link->problems = {{Severity::Error,
            {ErrorCode::Io, serviceWord(ServiceName::WebProxy), m_rig->link->webProxyDetail}, QString(), 0}};
        m_rig->server().refreshStatus();
        QTRY_VERIFY(!m_rig->server().status().value(QStringLiteral("problems")).toArray().isEmpty());
        m_rig->server().refreshServices();
        go(NodeKind::Services);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        auto* inspector = m_rig->inPane<QLabel>("inspector");
        QTRY_VERIFY2(inspector->text().contains(QStringLiteral("every second")), qPrintable(inspector->text()));
        QVERIFY2(!inspector->text().contains(QStringLiteral("trying again")), qPrintable(inspector->text()));
        QVERIFY2(inspector->text().contains(QStringLiteral("address or port")), qPrintable(inspector->text()));
        QVERIFY2(!inspector->text().contains(QStringLiteral("end the program")), qPrintable(inspector->text()));
        emit inspector->linkActivated(QStringLiteral("listener"));
        QTRY_VERIFY(m_rig->find<QDialog>("serverSheet"));
        const Server::Health health = m_rig->server().health();
        QCOMPARE(health.mark, Mark::Bad);
        QCOMPARE(health.troubles.size(), 1);
        QVERIFY2(
            health.troubles.first().contains(QStringLiteral("address or port")), qPrintable(health.troubles.first()));
        QVERIFY2(
            !health.troubles.first().contains(QStringLiteral("end the program")), qPrintable(health.troubles.first()));
        m_rig->link->webProxyDetail = QStringLiteral("0.0.0.0:8080: Address already in use; trying again");
        m_rig->server().refreshServices();
        QTRY_VERIFY(m_rig->server().health().troubles.first().contains(QStringLiteral("end the program")));
        QTRY_VERIFY2(inspector->text().contains(QStringLiteral("end the program")), qPrintable(inspector->text()));
    }

    void aCommentTypedInReviewIsKept()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        m_rig->window->review();
        auto* dialog = m_rig->find<QDialog>("reviewDialog");
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("comment")), QStringLiteral("ticket 4711"));
        dialog->reject();
        QTRY_VERIFY(!m_rig->find<QDialog>("reviewDialog"));
        m_rig->window->review();
        dialog = m_rig->find<QDialog>("reviewDialog");
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("comment"))->text(), QStringLiteral("ticket 4711"));
        dialog->findChild<QPushButton*>(QStringLiteral("apply"))->click();
        QTRY_COMPARE(m_rig->link->head.comment, QStringLiteral("ticket 4711"));
    }

    void aCommentIsKeptWhereApplyCannotBePressed()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        m_rig->window->review();
        auto* dialog = m_rig->find<QDialog>("reviewDialog");
        dialog->findChild<QLineEdit*>(QStringLiteral("comment"))->setText(QStringLiteral("ticket 4711"));
        m_rig->link->setState(ControlClient::State::Waiting);
        dialog->findChild<QPushButton*>(QStringLiteral("apply"))->click();
        QTRY_VERIFY(!m_rig->find<QDialog>("reviewDialog"));
        QVERIFY2(
            m_rig->window->reportText().contains(QStringLiteral("reached")), qPrintable(m_rig->window->reportText()));
        m_rig->window->review();
        dialog = m_rig->find<QDialog>("reviewDialog");
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("comment"))->text(), QStringLiteral("ticket 4711"));
    }

    void layoutIsRemembered()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        list()->header()->resizeSection(0, 333);
        list()->header()->setSectionHidden(2, true);
        list()->header()->setSortIndicator(0, Qt::DescendingOrder);
        m_rig->restart();
        go(NodeKind::FirewallClient);
        QCOMPARE(list()->header()->sectionSize(0), 333);
        QVERIFY(list()->header()->isSectionHidden(2));
        QCOMPARE(list()->header()->sortIndicatorOrder(), Qt::DescendingOrder);
        list()->header()->moveSection(0, 1);
        list()->columns().reset();
        QVERIFY(!list()->header()->isSectionHidden(2));
        QCOMPARE(list()->header()->visualIndex(0), 0);
    }

    void contextMenuComesByTheKeyAndCopies()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(list(), &event);
        auto* menu = list()->findChild<QMenu*>(QStringLiteral("contextMenu"));
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(m_rig->inPane<QAction>("removeEntry")));
        menu->findChild<QAction*>(QStringLiteral("copyRows"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Application\tKey\tValue\nmsmsgs\tDisable\t1"));
        menu->findChild<QAction*>(QStringLiteral("copyCsv"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Application,Key,Value\r\nmsmsgs,Disable,1\r\n"));
        menu->close();
    }

    void pastedProgramsAreTakenFromTheClipboardAndSelected()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        go(NodeKind::FirewallClient);
        QGuiApplication::clipboard()->setText(QStringLiteral("1. icq.exe  # chat\n* kazaa.exe\nfoochat"));
        m_rig->inPane<QAction>("pastePrograms")->trigger();
        QTest::keyClick(m_rig->window->findChild<PasteProgramsSheet*>(), Qt::Key_Return);
        QStringList selected;
        for (const QModelIndex& index : list()->selectedRows())
            selected.append(index.data().toString());
        selected.sort();
        QCOMPARE(selected, QStringList({QStringLiteral("icq"), QStringLiteral("kazaa")}));
        QCOMPARE(list()->model()->rowCount(), 3);
    }

    void nothingIsEditedBeforeAPolicyIsKnown()
    {
        Console::Options options;
        options.dataFolder = m_rig->folder.path();
        options.privateService = false;
        options.link = [] { return std::make_unique<FakeLink>(); };
        Console console(options, m_rig->clock);
        Server* fresh = console.addServer({QStringLiteral("b"), QStringLiteral("branch-b"), {}});
        QVERIFY(!fresh->mayEdit());
        QVERIFY(m_rig->server().mayEdit());
        m_rig->link->setState(ControlClient::State::Waiting);
        QVERIFY(m_rig->server().mayEdit());
    }

    void rowsThatAreNotAppliedSaySo()
    {
        Policy policy = m_rig->link->policy;
        policy.localDomains = {QStringLiteral("corp.example")};
        m_rig->link->applyElsewhere(policy, QStringLiteral("bert"));
        QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
        policy.localDomains.append(QStringLiteral("intern.example"));
        m_rig->server().draft().change(QStringLiteral("Add"), policy);
        go(NodeKind::LocalDomainTable);
        const auto pending = [this](int row) {
            return static_cast<Pending>(list()->model()->index(row, 0).data(pendingRole).toInt());
        };
        QCOMPARE(pending(0), Pending::None);
        QCOMPARE(pending(1), Pending::Added);
        QVERIFY(!list()->model()->index(1, 0).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        // By a bar at its left that the other row has not.
        const auto edge = [this](int row) {
            const QRect rect = list()->visualRect(list()->model()->index(row, 0));
            return list()->viewport()->grab().toImage().pixelColor(1, rect.center().y());
        };
        list()->selectionModel()->clear();
        QVERIFY(edge(0) != edge(1));
        m_rig->server().draft().discard();
        QCOMPARE(list()->model()->rowCount(), 1);
    }

    void emptyListsOfAnUnreachedServerClaimNothing()
    {
        const auto words = [this] { return m_rig->inPane<QLabel>("emptyText")->text(); };
        go(NodeKind::FirewallClients);
        QVERIFY2(!words().contains(QStringLiteral("Not connected")), qPrintable(words()));
        m_rig->link->setState(ControlClient::State::Waiting);
        for (const NodeKind kind : {NodeKind::FirewallClients, NodeKind::History, NodeKind::AuditTrail}) {
            go(kind);
            QVERIFY2(words().contains(QStringLiteral("Not connected")), qPrintable(words()));
        }
    }

    void curvesHaveARoundScale()
    {
        QCOMPARE(Sparkline::scaleTop(0), 1024.0);
        QCOMPARE(Sparkline::scaleTop(1025), 2048.0);
        QCOMPARE(Sparkline::scaleTop(390 * 1024), 500 * 1024.0);
        QCOMPARE(Sparkline::scaleTop(501 * 1024), 1024.0 * 1024);
        QVERIFY(Sparkline::scaleTop(3e12) >= 3e12);
    }

private:
    void go(NodeKind kind) { m_rig->window->go({kind, ConsoleRig::key()}); }
    ListView* list() const { return m_rig->window->pane()->findChild<ListView*>(); }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestPanes)
#include "test_panes.moc"
