// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keys go: places give them to their list, F6 goes round, what goes out of sight gives them back.
#include "app/console/panes/listview.h"
#include "app/console/window/treeview.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class TestFocus : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
    }
    void cleanup() { m_rig.reset(); }

    void placesGiveTheKeysToTheirList()
    {
        QVERIFY(inPlace());
        tree()->setFocus();
        m_rig->window->go({NodeKind::LocalDomainTable, ConsoleRig::key()});
        QVERIFY(inPlace());
        tree()->setFocus();
        m_rig->window->back();
        QVERIFY(list()->hasFocus());
        tree()->setFocus();
        m_rig->window->forward();
        QVERIFY(inPlace());
        tree()->setFocus();
        m_rig->window->goFiltered({NodeKind::FirewallClient, ConsoleRig::key()}, QStringLiteral("msmsgs"));
        QVERIFY(list()->hasFocus());
        // Even to the place that is in view.
        tree()->setFocus();
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        QVERIFY(list()->hasFocus());
    }

    void theListHasTheKeysFromTheStart()
    {
        m_rig->restart();
        QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
        QTRY_VERIFY(inPlace());
    }

    void arrowsStayInTheTreeAndEnterLeavesIt()
    {
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Up);
        QCOMPARE(m_rig->window->place().kind, NodeKind::WebBrowser);
        QVERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_Down);
        QVERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
        QVERIFY(list()->hasFocus());
    }

    void f6GoesRound()
    {
        list()->setCurrentIndex(list()->model()->index(0, 0)); // its inspector has links
        QStringList seen;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(m_rig->window.get(), Qt::Key_F6);
            seen.append(part());
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("inspector bar tree list inspector"));
        seen.clear();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(m_rig->window.get(), Qt::Key_F6, Qt::ShiftModifier);
            seen.append(part());
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("list tree bar inspector"));
        m_rig->server().draft().discard();
        QTest::keyClick(m_rig->window.get(), Qt::Key_F6);
        QCOMPARE(part(), QStringLiteral("tree"));
    }

    void applyAndUndoGiveTheKeysBack()
    {
        list()->setFocus();
        QTest::mouseClick(m_rig->find<QPushButton>("apply"), Qt::LeftButton);
        QTRY_VERIFY(m_rig->server().draft().isClean());
        QVERIFY(list()->hasFocus());

        m_rig->addEntry(QStringLiteral("icq"));
        list()->setFocus();
        m_rig->find<QPushButton>("apply")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_rig->find<QPushButton>("apply"), Qt::Key_Return);
        QTRY_VERIFY(m_rig->server().draft().isClean());
        QTRY_VERIFY(list()->hasFocus());

        m_rig->addEntry(QStringLiteral("aim"));
        m_rig->window->discard();
        list()->setFocus();
        auto* undo = m_rig->find<QLabel>("undoLink");
        QTest::mouseClick(undo, Qt::LeftButton, {}, undo->rect().center());
        QTRY_VERIFY(!m_rig->server().draft().isClean());
        QVERIFY(list()->hasFocus());
    }

    void thePaletteGivesTheKeysBack()
    {
        list()->setFocus();
        m_rig->window->openPalette();
        QPointer palette = m_rig->find<QDialog>("palette");
        QVERIFY(QTest::qWaitForWindowActive(palette));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Escape);
        QTRY_VERIFY(!palette || !palette->isVisible());
        QCOMPARE(part(), QStringLiteral("list"));

        m_rig->window->openPalette();
        palette = m_rig->find<QDialog>("palette");
        palette->findChild<QLineEdit*>()->setText(QStringLiteral("local domain"));
        tree()->setFocus();
        palette->accept();
        QCOMPARE(m_rig->window->place().kind, NodeKind::LocalDomainTable);
        QVERIFY(inPlace());
    }

    void f10OpensTheMenus()
    {
        QTest::keyClick(m_rig->window.get(), Qt::Key_F10);
        auto* menu = m_rig->find<QMenu>("actionMenu");
        QTRY_VERIFY(menu->isVisible());
        menu->close();
    }

    // Every menu in every place, with a row selected and without.
    void lettersOfAMenuAreItsOwn()
    {
        for (int kind = static_cast<int>(NodeKind::Root); kind < static_cast<int>(NodeKind::Count); ++kind) {
            m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
            if (auto* rows = m_rig->window->pane()->findChild<QAbstractItemView*>())
                rows->selectAll();
            for (const QAction* top : m_rig->window->menuBar()->actions()) {
                emit top->menu()->aboutToShow();
                QMap<QString, QString> seen;
                for (const QAction* action : top->menu()->actions()) {
                    if (action->isSeparator() || !action->isVisible())
                        continue;
                    const QString letter = QKeySequence::mnemonic(action->text()).toString();
                    QVERIFY2(!letter.isEmpty(), qPrintable(action->text()));
                    QVERIFY2(!seen.contains(letter), qPrintable(action->text() + u' ' + seen.value(letter)));
                    seen.insert(letter, action->text());
                }
            }
        }
    }

    // Two actions of one key are ambiguous, and Qt does neither. A key of the rows alone may be another widget's too.
    void keysAreOfOneActionEach()
    {
        for (int kind = static_cast<int>(NodeKind::Root); kind < static_cast<int>(NodeKind::Count); ++kind) {
            m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
            QMap<QKeySequence, QString> seen;
            const auto actions
                = m_rig->window->pane()->findChildren<QAction*>() + m_rig->window->findChildren<QAction*>();
            for (QAction* action : QSet<QAction*>(actions.begin(), actions.end())) {
                const bool ofPane = m_rig->window->pane()->findChildren<QAction*>().contains(action);
                if (!ofPane && action->shortcutContext() != Qt::WindowShortcut)
                    continue;
                for (const QKeySequence& key : action->shortcuts()) {
                    QVERIFY2(!seen.contains(key),
                        qPrintable(key.toString() + u": " + seen.value(key) + u", " + action->objectName()));
                    seen.insert(key, action->objectName());
                }
            }
        }
    }

private:
    TreeView* tree() const { return m_rig->find<TreeView>("tree"); }
    ListView* list() const { return m_rig->window->pane()->findChild<ListView*>(); }
    bool inPlace() const
    {
        const QWidget* focus = m_rig->window->focusWidget();
        return focus && m_rig->window->pane()->isAncestorOf(focus);
    }
    QString part() const
    {
        const QWidget* focus = m_rig->window->focusWidget();
        if (tree()->hasFocus())
            return QStringLiteral("tree");
        if (m_rig->find<QWidget>("applyBar")->isAncestorOf(focus))
            return QStringLiteral("bar");
        if (focus == list())
            return QStringLiteral("list");
        return focus ? focus->objectName() : QString();
    }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestFocus)
#include "test_focus.moc"
