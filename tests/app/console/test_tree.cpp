// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/treeview.h"
#include "tests/app/console/consolerig.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QtTest>

using namespace sallyport;

class TestTree : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_rig = std::make_unique<ConsoleRig>(); }
    void cleanup() { m_rig.reset(); }

    void sessionsAreCountedAtOnceAfterADisconnect()
    {
        m_rig->link->sessions = 3;
        m_rig->server().refreshStatus();
        QTRY_COMPARE(count(NodeKind::Sessions), 3);
        m_rig->server().disconnectSessions(
            {1, 2, 3}, {}, QStringLiteral("test"), m_rig->window.get(), [](const Result<QList<EndedConnection>>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(count(NodeKind::Sessions), 0, 1000); // the next poll is 5 s away
    }

    void totalsOfAPaneThatWasLeftAreNotShown()
    {
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        SessionDelta delta;
        delta.sessions.append({1, SessionType::FirewallClient, QStringLiteral("anna"), {}, IpAddress::fromV4(1),
            QStringLiteral("x.exe"), TimePoint(std::chrono::seconds(1))});
        emit m_rig->link->sessionsChanged(delta);
        QTRY_COMPARE(count(NodeKind::Sessions), 1);
        m_rig->window->go({NodeKind::Services, ConsoleRig::key()}); // the service has none by now
        QTRY_COMPARE(count(NodeKind::Sessions), 0);
    }

    void foldedNodesStayFolded()
    {
        auto* tree = m_rig->find<TreeView>("tree");
        const auto monitoring = [this] { return index(NodeKind::Monitoring); };
        QVERIFY(tree->isExpanded(monitoring()));
        tree->collapse(monitoring());
        m_rig->restart();
        tree = m_rig->find<TreeView>("tree");
        QVERIFY(!tree->isExpanded(monitoring()));
        QVERIFY(tree->isExpanded(index(NodeKind::Changes)));
        tree->expand(monitoring());
        m_rig->restart();
        QVERIFY(m_rig->find<TreeView>("tree")->isExpanded(monitoring()));
    }

    void menuKeyIsForTheCurrentNode()
    {
        auto* tree = m_rig->find<TreeView>("tree");
        m_rig->window->go({NodeKind::AuditTrail, ConsoleRig::key()});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, tree->viewport()->rect().center(), {});
        QCoreApplication::sendEvent(tree, &event);
        auto* menu = m_rig->find<QMenu>("actionMenu");
        QTRY_VERIFY(menu->isVisible());
        menu->close();
        QCOMPARE(m_rig->window->place().kind, NodeKind::AuditTrail);
    }

private:
    QModelIndex index(NodeKind kind) const { return m_rig->console->tree().indexOf({kind, ConsoleRig::key()}); }
    int count(NodeKind kind) const { return index(kind).data(ConsoleTreeModel::CountRole).toInt(); }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestTree)
#include "test_tree.moc"
