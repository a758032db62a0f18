// SPDX-License-Identifier: GPL-3.0-or-later
// Filters kept as buttons above their list.
#include "app/console/panes/listview.h"
#include "app/console/panes/savedfilters.h"
#include "tests/app/console/consolerig.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

class TestSavedFilters : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->addEntry(QStringLiteral("icq"));
        go();
    }
    void cleanup() { m_rig.reset(); }

    void takesNoRoomWithoutAny()
    {
        QVERIFY(!saved()->isVisible());
        QVERIFY(!keepAction()->isVisible());
        const int before = list()->mapTo(m_rig->window.get(), QPoint()).y();
        keep(QStringLiteral("icq"));
        QTRY_VERIFY(list()->mapTo(m_rig->window.get(), QPoint()).y() > before);
        remove(0);
        QTRY_COMPARE(list()->mapTo(m_rig->window.get(), QPoint()).y(), before);
    }

    void keptByKeyAndPressed()
    {
        keep(QStringLiteral("icq"));
        QCOMPARE(texts(), QStringList{QStringLiteral("icq")});
        QVERIFY(button(0)->isVisible());
        QVERIFY(button(0)->isChecked()); // it is in force
        QCOMPARE(button(0)->accessibleName(), QStringLiteral("Filter icq"));
        QVERIFY(!keepAction()->isVisible());
        QTest::mouseClick(button(0), Qt::LeftButton);
        QVERIFY(field()->text().isEmpty());
        QVERIFY(!button(0)->isChecked());
        QCOMPARE(list()->model()->rowCount(), 2);
        QTest::mouseClick(button(0), Qt::LeftButton);
        QCOMPARE(field()->text(), QStringLiteral("icq"));
        QVERIFY(button(0)->isChecked());
        QCOMPARE(list()->model()->rowCount(), 1);
        // Typed otherwise it is another.
        field()->setText(QStringLiteral("msmsgs"));
        QVERIFY(!button(0)->isChecked());
        QVERIFY(keepAction()->isVisible());
    }

    void keptByItsSignFromTheList()
    {
        field()->setText(QStringLiteral("icq"));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(texts().size(), qsizetype(1));
        field()->setText(QStringLiteral("msmsgs"));
        keepAction()->trigger();
        QCOMPARE(texts(), (QStringList{QStringLiteral("icq"), QStringLiteral("msmsgs")}));
    }

    // By the first name of its field, which every language reads, and once however it is typed.
    void keptInWordsEveryLanguageReads()
    {
        field()->setText(QStringLiteral("app:icq"));
        const QString canonical = field()->understood();
        QVERIFY(!canonical.isEmpty());
        QVERIFY(canonical != field()->text());
        keepAction()->trigger();
        QCOMPARE(QSettings().value(key()).toStringList(), QStringList{canonical});
        QVERIFY(button(0)->isChecked());
        field()->setText(canonical);
        QVERIFY(button(0)->isChecked());
        QVERIFY(!keepAction()->isVisible());
    }

    void whatIsWrongIsNotKept()
    {
        for (const char* wrong : {"nonsense:icq", "application:", "", "   "}) {
            keep(QLatin1StringView(wrong));
            QVERIFY2(texts().isEmpty(), wrong);
            QVERIFY2(!keepAction()->isVisible(), wrong);
        }
    }

    void removedByMenuAndByKey()
    {
        keep(QStringLiteral("icq"));
        keep(QStringLiteral("msmsgs"));
        remove(0);
        QCOMPARE(texts(), QStringList{QStringLiteral("msmsgs")});
        QCOMPARE(field()->text(), QStringLiteral("msmsgs")); // what is in force stays
        emit m_rig->find<QLabel>("undoLink")->linkActivated(QString());
        QCOMPARE(texts(), (QStringList{QStringLiteral("icq"), QStringLiteral("msmsgs")}));
        // The key is not the list's, which would remove the entry.
        list()->selectAll();
        button(1)->setFocus();
        QTest::keyClick(button(1), Qt::Key_Delete);
        QCOMPARE(texts(), QStringList{QStringLiteral("icq")});
        QCOMPARE(m_rig->server().draft().policy().client.applications.size(), qsizetype(2));
        QVERIFY(button(0)->hasFocus());
        QTest::keyClick(button(0), Qt::Key_Delete);
        QVERIFY(field()->hasFocus());
        QVERIFY(!QSettings().contains(key()));
    }

    void renamedByMenuAndByKey()
    {
        keep(QStringLiteral("icq"));
        keep(QStringLiteral("msmsgs"));
        auto* editor = saved()->findChild<QLineEdit*>(QStringLiteral("filterName"));
        const auto rename = [&](const QString& name, Qt::Key end) {
            QTest::keyClick(button(0), Qt::Key_F2);
            QVERIFY(editor->isVisible() && editor->hasFocus());
            editor->setText(name);
            QTest::keyClick(editor, end);
            QVERIFY(!editor->isVisible());
            QVERIFY(button(0)->hasFocus());
        };
        button(0)->setFocus();
        rename(QStringLiteral("Old & bad"), Qt::Key_Return);
        QCOMPARE(texts(), (QStringList{QStringLiteral("Old && bad"), QStringLiteral("msmsgs")}));
        QVERIFY(button(0)->toolTip().contains(QStringLiteral("icq")));
        QCOMPARE(button(0)->accessibleName(), QStringLiteral("Filter Old & bad"));
        QTest::mouseClick(button(0), Qt::LeftButton);
        QCOMPARE(field()->text(), QStringLiteral("icq")); // what it does is the same
        rename(QStringLiteral("another"), Qt::Key_Escape);
        QCOMPARE(texts().first(), QStringLiteral("Old && bad"));
        // Delete is the editor's own there.
        QTest::keyClick(button(0), Qt::Key_F2);
        QTest::keyClick(editor, Qt::Key_Delete);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(texts().size(), qsizetype(2));
        // It stays with its filter: moved, removed and put back, in the next console.
        remove(0);
        emit m_rig->find<QLabel>("undoLink")->linkActivated(QString());
        QCOMPARE(texts().first(), QStringLiteral("Old && bad"));
        m_rig->restart();
        go();
        QCOMPARE(texts().first(), QStringLiteral("Old && bad"));
        editor = saved()->findChild<QLineEdit*>(QStringLiteral("filterName"));
        QMenu* menu = openMenu(0);
        menu->findChild<QAction*>(QStringLiteral("renameSavedFilter"))->trigger();
        delete menu;
        QVERIFY(editor->isVisible() && editor->hasFocus());
        editor->clear();
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(texts().first(), QStringLiteral("icq")); // without a name it has its words again
    }

    // Its own menu over it, and another window in front, don't end the renaming; going elsewhere keeps what was typed.
    void whatIsTypedIsNotLost()
    {
        keep(QStringLiteral("icq"));
        auto* editor = saved()->findChild<QLineEdit*>(QStringLiteral("filterName"));
        beginRename();
        QTest::keyClicks(editor, QStringLiteral("Old"));
        QContextMenuEvent asked(
            QContextMenuEvent::Keyboard, editor->rect().center(), editor->mapToGlobal(editor->rect().center()));
        QApplication::sendEvent(editor, &asked);
        QWidget* menu = QApplication::activePopupWidget();
        QVERIFY(menu);
        QVERIFY(editor->isVisible());
        menu->close();
        m_rig->window->activateWindow(); // where a menu takes that as well
        QTRY_VERIFY(editor->hasFocus());
        QFocusEvent away(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
        QApplication::sendEvent(editor, &away);
        m_rig->window->resize(m_rig->window->width() - 10, m_rig->window->height());
        QCoreApplication::processEvents();
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("Old"));
        field()->setFocus(Qt::MouseFocusReason);
        QVERIFY(!editor->isVisible());
        QVERIFY(field()->hasFocus());
        QCOMPARE(texts(), QStringList{QStringLiteral("Old")});
    }

    void aLongFilterIsNotNamedByItsBeginning()
    {
        const QString filter(80, u'x');
        keep(filter);
        auto* editor = saved()->findChild<QLineEdit*>(QStringLiteral("filterName"));
        beginRename();
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(texts(), QStringList{filter});
        beginRename();
        field()->setFocus(Qt::MouseFocusReason);
        QCOMPARE(texts(), QStringList{filter});
    }

    void menuMoves()
    {
        keep(QStringLiteral("icq"));
        keep(QStringLiteral("msmsgs"));
        QMenu* menu = openMenu(1);
        QCOMPARE(menu->actions().size(), qsizetype(3)); // it is the last
        menu->actions().first()->trigger();
        delete menu;
        QCOMPARE(texts(), (QStringList{QStringLiteral("msmsgs"), QStringLiteral("icq")}));
    }

    void theKeyboardReachesThem()
    {
        keep(QStringLiteral("icq"));
        keep(QStringLiteral("msmsgs"));
        for (int round = 0; round < 2; ++round) {
            field()->setFocus();
            QTest::keyClick(field(), Qt::Key_Tab);
            QVERIFY(button(0)->hasFocus());
            QTest::keyClick(button(0), Qt::Key_Tab);
            QVERIFY(button(1)->hasFocus());
            QTest::keyClick(button(1), Qt::Key_Return);
            QVERIFY(button(1)->isChecked() == (round == 1));
            QTest::keyClick(button(1), Qt::Key_Tab);
            QVERIFY(list()->hasFocus());
            m_rig->window->go({NodeKind::LocalDomainTable, ConsoleRig::key()});
            go(); // in the same order again
        }
    }

    void theyOutliveTheConsole()
    {
        keep(QStringLiteral("icq"));
        m_rig->restart();
        m_rig->addEntry(QStringLiteral("icq"));
        go();
        QCOMPARE(texts(), QStringList{QStringLiteral("icq")});
        QVERIFY(saved()->isVisible());
        QVERIFY(!button(0)->isChecked());
        // Of this kind of place alone.
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        QVERIFY(!saved()->isVisible());
    }

    void thereAreNeverTooMany()
    {
        for (int i = 0; i < KeptFilters::most; ++i)
            keep(QStringLiteral("a long filter of many words %1").arg(i));
        QCOMPARE(texts().size(), qsizetype(KeptFilters::most));
        const int width = m_rig->window->width();
        keep(QStringLiteral("more"));
        QCOMPARE(texts().size(), qsizetype(KeptFilters::most));
        QVERIFY(m_rig->window->reportText().contains(QString::number(KeptFilters::most)));
        QCOMPARE(m_rig->window->width(), width);
        // Side by side and legible; those without room are in a menu.
        QToolButton* more = saved()->findChild<QToolButton*>(QStringLiteral("moreFilters"));
        for (const int wide : {1320, 800}) {
            m_rig->window->resize(wide, 576);
            QTRY_COMPARE(m_rig->window->width(), wide);
            QTRY_COMPARE(more->isVisible(), wide == 800);
            QVERIFY(m_rig->find<QWidget>("tree")->width() >= 200);
            int end = -1;
            int hidden = 0;
            for (const QToolButton* one : saved()->buttons()) {
                hidden += one->isHidden() ? 1 : 0;
                if (one->isHidden())
                    continue;
                QTRY_VERIFY(one->x() > end);
                end = one->geometry().right();
                QTRY_VERIFY(one->width() >= one->fontMetrics().averageCharWidth() * 10);
            }
            if (!more->isVisible())
                continue;
            QTRY_VERIFY(more->x() > end && more->geometry().right() < saved()->width());
            QVERIFY(more->text().contains(QString::number(hidden)));
            emit more->menu()->aboutToShow();
            QCOMPARE(more->menu()->actions().size(), qsizetype(hidden));
            // The one in force always has its own.
            more->menu()->actions().constLast()->trigger();
            QVERIFY(button(KeptFilters::most - 1)->isVisible() && button(KeptFilters::most - 1)->isChecked());
            QVERIFY(saved()->minimumSizeHint().width() <= more->sizeHint().width());
        }
        probe::picture(m_rig->window.get(), QStringLiteral("savedfilters"));
    }

private:
    void go() { m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()}); }
    SavedFilters* saved() const { return m_rig->inPane<SavedFilters>("savedFilters"); }
    FilterField* field() const { return m_rig->window->pane()->filterField(); }
    ListView* list() const { return m_rig->window->pane()->findChild<ListView*>(); }
    QAction* keepAction() const { return field()->findChild<QAction*>(QStringLiteral("keepFilter")); }
    QToolButton* button(int at) const { return saved()->buttons().at(at); }
    QString key() const { return QStringLiteral("filters/") + m_rig->window->pane()->objectName(); }
    QStringList texts() const
    {
        QStringList all;
        for (const QToolButton* one : saved()->buttons())
            all.append(one->text());
        return all;
    }
    void keep(const QString& filter)
    {
        field()->setFocus();
        field()->setText(filter);
        QTest::keyClick(field(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    }
    void beginRename()
    {
        button(0)->setFocus();
        QTest::keyClick(button(0), Qt::Key_F2);
    }
    QMenu* openMenu(int at)
    {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(button(at), &asked);
        return saved()->findChild<QMenu*>(QStringLiteral("savedFilterMenu"));
    }
    void remove(int at)
    {
        QMenu* menu = openMenu(at);
        QVERIFY(menu);
        menu->findChild<QAction*>(QStringLiteral("removeSavedFilter"))->trigger();
        delete menu;
    }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestSavedFilters)
#include "test_savedfilters.moc"
