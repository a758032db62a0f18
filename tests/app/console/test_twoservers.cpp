// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is chosen with two servers known is about the one in view, and says so.
#include "app/console/panes/listview.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QUndoStack>
#include <QtTest>

using namespace sallyport;

namespace
{
const QString branch = QStringLiteral("b");
}

class TestTwoServers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        m_linkA = m_rig->link;
        ControlEndpoint endpoint;
        endpoint.socketPath = QStringLiteral("/nowhere/else");
        m_rig->console->addServer({branch, QStringLiteral("branch-b"), endpoint});
        m_linkB = m_rig->link;
        QVERIFY(m_linkA != m_linkB);
        QTRY_COMPARE(server(branch).head().number, RevisionNumber(1));
    }
    void cleanup() { m_rig.reset(); }

    void everyActionIsOfThePlaceShown_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("other");
        QTest::newRow("the first") << ConsoleRig::key() << branch;
        QTest::newRow("the second") << branch << ConsoleRig::key();
    }
    void everyActionIsOfThePlaceShown()
    {
        QFETCH(QString, shown);
        QFETCH(QString, other);
        QGuiApplication::clipboard()->setText(QStringLiteral("kazaa.exe\n"));
        for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind) {
            const NodePath place{static_cast<NodeKind>(kind), shown};
            for (const QKeySequence& key : keys()) {
                leave({NodeKind::FirewallClient, other});
                m_rig->window->go(place);
                const Policy untouched = server(other).draft().policy();
                press(key);
                const QString what = QStringLiteral("%1 at place %2").arg(key.toString()).arg(kind);
                closeSheets(server(shown).displayName(), what);
                QVERIFY2(server(other).draft().policy() == untouched, qPrintable(what));
                QVERIFY2(!linkOf(other)->calls.contains(QStringLiteral("policy.apply")), qPrintable(what));
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY2(m_sheets > 20, qPrintable(QString::number(m_sheets)));
    }

    void whereNothingIsMadeTheKeySaysSo()
    {
        leave({NodeKind::FirewallClient, branch});
        m_rig->window->go({NodeKind::Server, ConsoleRig::key()});
        press(QKeySequence::New);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY2(m_rig->window->reportText().contains(QStringLiteral("Firewall Client")),
            qPrintable(m_rig->window->reportText()));
    }

    void whoMayNotChangeItHearsWhy()
    {
        m_linkB->role = Role::Viewer;
        m_linkB->setState(ServerLink::State::Online);
        QTRY_VERIFY(!server(branch).mayEdit());
        m_rig->window->go({NodeKind::FirewallClient, branch});
        for (const QKeySequence::StandardKey key : {QKeySequence::New, QKeySequence::Paste}) {
            m_rig->window->report({QStringLiteral("-"), Tone::Confirmed, {}});
            press(key);
            QVERIFY(!QApplication::activeModalWidget());
            QVERIFY2(m_rig->window->reportText().contains(QStringLiteral("branch-b")),
                qPrintable(m_rig->window->reportText()));
        }
        const auto* first = m_rig->inPane<QWidget>("firstStep");
        QVERIFY(first->isVisible() && !first->isEnabled());
        QVERIFY(!first->toolTip().isEmpty());
    }

    void outcomesNameTheServer()
    {
        m_rig->window->go({NodeKind::FirewallClient, branch});
        addEntries(branch, {QStringLiteral("icq")});
        m_rig->window->discard();
        QVERIFY2(m_rig->window->reportText().startsWith(server(branch).displayName() + QStringLiteral(": ")),
            qPrintable(m_rig->window->reportText()));
        m_rig->console->removeServer(ConsoleRig::key());
        addEntries(branch, {QStringLiteral("icq")});
        m_rig->window->go({NodeKind::FirewallClient, branch});
        m_rig->window->discard();
        QVERIFY2(
            !m_rig->window->reportText().contains(QStringLiteral("branch-b")), qPrintable(m_rig->window->reportText()));
    }

private:
    Server& server(const QString& key) const { return *m_rig->console->server(key); }
    FakeLink* linkOf(const QString& key) const { return key == branch ? m_linkB : m_linkA; }

    static QList<QKeySequence> keys()
    {
        QList<QKeySequence> all{
            QKeySequence::New, QKeySequence::Paste, QKeySequence::Delete, QKeySequence::Undo, QKeySequence::Save};
        for (const char* key : {"Ctrl+Shift+N", "Ctrl+Y", "Ctrl+R", "Ctrl+Shift+D", "Ctrl+E", "Ctrl+Shift+E", "Ctrl+I",
                 "Alt+Return", "F2"})
            all.append(QKeySequence(QLatin1StringView(key)));
        return all;
    }

    // With something to do there for each action, and the Action menu filled as it is by opening it or the palette.
    void leave(const NodePath& path)
    {
        for (const QString& key : {ConsoleRig::key(), branch}) {
            if (server(key).draft().policy().client.applications.size() < 2)
                addEntries(key, {QStringLiteral("icq"), QStringLiteral("aim")});
        }
        m_rig->window->go(path);
        emit m_rig->find<QMenu>("actionMenu")->aboutToShow();
    }

    void addEntries(const QString& key, const QStringList& programs)
    {
        Policy policy = server(key).draft().policy();
        for (const QString& program : programs) {
            ApplicationEntry entry{newObjectId(), program, {}};
            entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
            policy.client.applications.append(entry);
        }
        server(key).draft().change(QStringLiteral("Add"), policy);
    }

    void press(const QKeySequence& key)
    {
        m_rig->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_rig->window.get()));
        QWidget* focus = m_rig->window->focusWidget() ? m_rig->window->focusWidget() : m_rig->window.get();
        QTest::keyClick(focus, key[0].key(), key[0].keyboardModifiers());
        QCoreApplication::processEvents();
    }

    // Those that came up, all of which name the server.
    void closeSheets(const QString& name, const QString& what)
    {
        const QList<QDialog*> dialogs = m_rig->window->findChildren<QDialog*>();
        for (QDialog* dialog : dialogs) {
            if (!dialog->isVisible())
                continue;
            ++m_sheets;
            QVERIFY2(dialog->windowTitle().endsWith(QStringLiteral("– ") + name),
                qPrintable(QStringLiteral("%1: %2").arg(what, dialog->windowTitle())));
            dialog->reject();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::unique_ptr<ConsoleRig> m_rig;
    FakeLink* m_linkA = nullptr;
    FakeLink* m_linkB = nullptr;
    int m_sheets = 0;
};

QTEST_MAIN(TestTwoServers)
#include "test_twoservers.moc"
