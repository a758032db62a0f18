// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of Firewall Client in the window: made, pasted, edited together, and what is not applied of them.
#include "app/console/panes/listview.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/firewallclient/sharedvaluesheet.h"
#include "dialogs/review/changelist.h"
#include "dialogs/review/reviewdialog.h"
#include "models/items/listroles.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class TestEntries : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
    }
    void cleanup() { m_rig.reset(); }

    // The first three of the keys that block a program, and no further sheet by the same stroke.
    void threeKeysMakeAnEntry()
    {
        m_rig->find<QWidget>("tree")->setFocus();
        QTest::keySequence(m_rig->window.get(), QKeySequence::New);
        auto* sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        QVERIFY(sheet);
        QTRY_VERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("icq"));
        QWidget* popup = QApplication::activePopupWidget();
        QTest::keyPress(popup ? popup : QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(entries().size(), 1);
        QVERIFY(!sheet->isVisible());
        QCOMPARE(m_rig->window->focusWidget(), list());
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, QStringLiteral("\r"), true);
        QCoreApplication::sendEvent(list(), &held);
        QTRY_VERIFY(!m_rig->window->findChild<ApplicationEntrySheet*>());
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(m_rig->window->findChild<ApplicationEntrySheet*>());
    }

    void pasteAndEnterAddAList()
    {
        QStringList lines;
        for (int i = 0; i < 30; ++i)
            lines.append(QStringLiteral("%1. program%1.exe").arg(i));
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        for (QWidget* focus :
            {m_rig->find<QWidget>("tree"), static_cast<QWidget*>(m_rig->inPane<QPushButton>("firstStep"))}) {
            m_rig->window->activateWindow();
            focus->setFocus();
            QTRY_COMPARE(QApplication::focusWidget(), focus);
            QTest::keySequence(focus, QKeySequence::Paste);
            auto* sheet = m_rig->window->findChild<PasteProgramsSheet*>();
            QVERIFY(sheet);
            QTRY_VERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QVERIFY(!sheet->isVisible());
            QCOMPARE(entries().size(), 30);
            m_rig->server().draft().undoStack().undo();
            QCOMPARE(entries().size(), 0);
            QTRY_VERIFY(!m_rig->window->findChild<PasteProgramsSheet*>());
        }
    }

    // A text field keeps its key.
    void pasteGoesIntoTheFilterThatHasTheFocus()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("icq"));
        FilterField* filter = m_rig->window->pane()->filterField();
        filter->setFocus();
        QTest::keySequence(filter, QKeySequence::Paste);
        QCOMPARE(filter->text(), QStringLiteral("icq"));
        QVERIFY(!m_rig->window->findChild<PasteProgramsSheet*>());
    }

    void aFilterDoesNotHideWhatWasJustMade()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        FilterField* filter = m_rig->window->pane()->filterField();
        filter->setText(QStringLiteral("icq"));
        m_rig->inPane<QAction>("newEntry")->trigger();
        auto* sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("msmsgs"));
        sheet->accept();
        QCOMPARE(filter->text(), QString());
        QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("msmsgs"));
        // One that it shows leaves it alone.
        QTRY_VERIFY(!m_rig->window->findChild<ApplicationEntrySheet*>());
        filter->setText(QStringLiteral("icq"));
        m_rig->inPane<QAction>("newEntry")->trigger();
        sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("icq2000b"));
        sheet->accept();
        QCOMPARE(filter->text(), QStringLiteral("icq"));
    }

    void severalAreEditedTogether()
    {
        for (const char* name : {"aim", "icq", "msmsgs"})
            m_rig->addEntry(QLatin1StringView(name));
        put("icq", ApplicationKey::Disable, "0");
        list()->selectAll();
        auto* edit = m_rig->inPane<QAction>("editEntry");
        QVERIFY(edit->isEnabled());
        // Values that differ stay as they are until one is chosen.
        edit->trigger();
        auto* sheet = m_rig->window->findChild<SharedValueSheet*>();
        QVERIFY(sheet);
        auto* choice = sheet->findChild<QComboBox*>(QStringLiteral("valueChoice"));
        QCOMPARE(choice->currentText(), QStringLiteral("several values"));
        const Policy before = m_rig->server().draft().policy();
        sheet->accept();
        QVERIFY(m_rig->server().draft().policy() == before);
        QTRY_VERIFY(!m_rig->window->findChild<SharedValueSheet*>());
        edit->trigger();
        sheet = m_rig->window->findChild<SharedValueSheet*>();
        choice = sheet->findChild<QComboBox*>(QStringLiteral("valueChoice"));
        choice->setCurrentIndex(choice->findData(QStringLiteral("0")));
        sheet->accept();
        for (const ApplicationEntry& entry : entries())
            QCOMPARE(entry.value(ApplicationKey::Disable), QStringLiteral("0"));
        // Its way back is its own.
        m_rig->addEntry(QStringLiteral("zoom"));
        emit m_rig->find<QLabel>("undoLink")->linkActivated(QString());
        QCOMPARE(entries().size(), 4);
        QCOMPARE(entries().first().value(ApplicationKey::Disable), QStringLiteral("1"));
        QCOMPARE(entries().last().name, QStringLiteral("zoom"));
    }

    // A second press comes before the sheet is gone.
    void aRenameConfirmedTwiceLeavesOneEntry()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        choose(0);
        m_rig->inPane<QAction>("editEntry")->trigger();
        auto* sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        QVERIFY(sheet);
        sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("aim"));
        auto* add = sheet->findChild<QPushButton*>(QStringLiteral("apply"));
        QVERIFY(add && add->isEnabled());
        add->click();
        QCOMPARE(names(), QStringList{QStringLiteral("aim")});
        sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("msmsgs"));
        add->click();
        QCOMPARE(names(), QStringList{QStringLiteral("msmsgs")});
        sheet->findChild<QPushButton*>(QStringLiteral("ok"))->click();
        QCOMPARE(names(), QStringList{QStringLiteral("msmsgs")});
    }

    void differentKeysAreNotEditedTogether()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        put("icq", ApplicationKey::Persistent, "1");
        list()->selectAll();
        auto* edit = m_rig->inPane<QAction>("editEntry");
        QVERIFY(!edit->isEnabled());
        QVERIFY2(edit->toolTip().contains(QStringLiteral("one key")), qPrintable(edit->toolTip()));
    }

    void aDuplicateAsksForItsProgram()
    {
        put("outlook", ApplicationKey::NameResolution, "R");
        choose(0);
        m_rig->inPane<QAction>("duplicateEntry")->trigger();
        auto* sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        QVERIFY(sheet);
        QTRY_VERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("application"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("thunderbird"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(entries().size(), 2);
        QCOMPARE(entries().last().name, QStringLiteral("thunderbird"));
        QCOMPARE(entries().last().value(ApplicationKey::NameResolution), QStringLiteral("R"));
    }

    void rowsNotAppliedSaySo()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        Policy applied = m_rig->server().draft().policy();
        m_rig->server().draft().discard();
        m_rig->link->applyElsewhere(applied, QStringLiteral("anna"));
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        const auto row = [this](int at) { return list()->model()->index(at, 0); };
        const auto pending = [&](int at) { return static_cast<Pending>(row(at).data(pendingRole).toInt()); };
        QCOMPARE(pending(0), Pending::None);
        put("icq", ApplicationKey::Disable, "0");
        QCOMPARE(pending(0), Pending::Changed);
        QCOMPARE(row(0).data(Qt::ToolTipRole).toString(), QStringLiteral("Not applied yet: was 1."));
        put("aim", ApplicationKey::Disable, "1");
        QCOMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(static_cast<int>(pending(0) == Pending::Added) + static_cast<int>(pending(1) == Pending::Added), 1);
        m_rig->server().draft().discard();
        QCOMPARE(pending(0), Pending::None);
    }

    void valuesSayWhatTheyMean()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        QCOMPARE(list()->model()->index(0, 2).data().toString(), QStringLiteral("1 – disabled"));
        QCOMPARE(list()->model()->index(0, 2).data(copyRole).toString(), QStringLiteral("1"));
        FilterField* filter = m_rig->window->pane()->filterField();
        const auto rows = [&](const char* text) {
            filter->setText(QLatin1StringView(text));
            return list()->model()->rowCount();
        };
        QCOMPARE(rows("value:\"1\""), 1);
        QCOMPARE(rows("value:disabled"), 1);
        QCOMPARE(rows("value:\"0\""), 0);
        QCOMPARE(rows(""), 1);
        choose(0);
        QMenu menu;
        m_rig->window->pane()->addRowEntries(&menu, nullptr);
        const auto* only = menu.findChild<QMenu*>(QStringLiteral("onlyThis"));
        QVERIFY(only);
        only->actions().last()->trigger();
        QCOMPARE(filter->text(), QStringLiteral("value:\"1\""));
        QCOMPARE(list()->model()->rowCount(), 1);
    }

    void whoMayOnlyLookIsToldWhy()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->link->role = Role::Viewer;
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->link->setState(ControlClient::State::Online);
        QTRY_VERIFY(!m_rig->inPane<QAction>("newEntry")->isEnabled());
        choose(0);
        const QString why = QStringLiteral("You are a viewer on branch-a");
        for (const char* name : {"newEntry", "pastePrograms", "removeEntry"})
            QVERIFY(!m_rig->inPane<QAction>(name)->isEnabled());
        QVERIFY2(m_rig->window->pane()->forbidden().contains(why), qPrintable(m_rig->window->pane()->forbidden()));
        QVERIFY(m_rig->inPane<QLabel>("sentence")->text().contains(why));
        QTest::keyClick(list(), Qt::Key_Return);
        auto* sheet = m_rig->window->findChild<ApplicationEntrySheet*>();
        QVERIFY(sheet);
        QVERIFY(sheet->findChild<QLabel*>(QStringLiteral("sheetNotice"))->text().contains(why));
        QVERIFY(!sheet->findChild<QPushButton*>(QStringLiteral("ok"))->isVisible());
        sheet->reject();
        for (const NodeKind kind : {NodeKind::WebBrowser, NodeKind::LocalDomainTable, NodeKind::LocalAddressTable}) {
            m_rig->window->go({kind, ConsoleRig::key()});
            QVERIFY(m_rig->inPane<QLabel>("sentence")->text().contains(why));
        }
    }

    void mnemonicsOfThePlaceDiffer()
    {
        QHash<QChar, QString> taken;
        for (const QAction* action : m_rig->window->pane()->paneActions()) {
            const qsizetype at = action->text().indexOf(u'&');
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar key = action->text().at(at + 1).toLower();
            QVERIFY2(!taken.contains(key), qPrintable(action->text() + u' ' + taken.value(key)));
            taken.insert(key, action->text());
        }
    }

    void reviewDropsAChange()
    {
        for (const char* name : {"aim", "icq"})
            m_rig->addEntry(QLatin1StringView(name));
        m_rig->window->review();
        auto* dialog = m_rig->window->findChild<ReviewDialog*>();
        auto* changes = dialog->findChild<DraftChanges*>();
        QTRY_VERIFY(dialog->isActiveWindow());
        QCOMPARE(changes->model()->rowCount(), 2);
        QTRY_COMPARE(m_rig->link->calls.count(QStringLiteral("policy.impact")) > 0, true);
        const auto asked = m_rig->link->calls.count(QStringLiteral("policy.impact"));
        changes->setCurrentIndex(changes->model()->index(0, 0));
        QTest::keyClick(changes, Qt::Key_Delete);
        QCOMPARE(changes->model()->rowCount(), 1);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(entries().first().name, QStringLiteral("icq"));
        QTRY_VERIFY(m_rig->link->calls.count(QStringLiteral("policy.impact")) > asked);
        // What was dropped is not applied.
        dialog->accept();
        QTRY_COMPARE(m_rig->link->head.number, RevisionNumber(2));
        QCOMPARE(m_rig->link->policy.client.applications.size(), 1);
    }

    void reviewLeadsToTheRow()
    {
        for (const char* name : {"aim", "icq"})
            m_rig->addEntry(QLatin1StringView(name));
        Policy policy = m_rig->server().draft().policy();
        policy.localDomains.append(QStringLiteral("example.net"));
        m_rig->server().draft().change(QStringLiteral("Add"), policy);
        FilterField* filter = m_rig->window->pane()->filterField();
        filter->setText(QStringLiteral("icq"));
        m_rig->window->review();
        auto* changes = m_rig->window->findChild<DraftChanges*>();
        emit changes->goToWanted(m_rig->server().draft().changes().at(1).path);
        QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
        QCOMPARE(filter->text(), QStringLiteral("icq")); // it hides nothing that is looked for
        QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("icq"));
        QTRY_VERIFY(!m_rig->window->findChild<ReviewDialog*>());
        m_rig->window->review();
        emit m_rig->window->findChild<DraftChanges*>()->goToWanted(QStringLiteral("localDomains[example.net]"));
        QCOMPARE(m_rig->window->place().kind, NodeKind::LocalDomainTable);
        QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("example.net"));
    }

private:
    ListView* list() const { return m_rig->window->pane()->findChild<ListView*>(); }
    // With whatever keys held: setCurrentIndex() heeds those.
    void choose(int row)
    {
        list()->selectionModel()->setCurrentIndex(
            list()->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    const QList<ApplicationEntry>& entries() const { return m_rig->server().draft().policy().client.applications; }
    QStringList names() const
    {
        QStringList all;
        for (const ApplicationEntry& entry : entries())
            all.append(entry.name);
        return all;
    }
    void put(const char* program, ApplicationKey key, const char* value)
    {
        Policy policy = m_rig->server().draft().policy();
        putApplicationRow(
            policy.client.applications, nullptr, {QLatin1StringView(program), key, QLatin1StringView(value)});
        m_rig->server().draft().change(QStringLiteral("Put"), policy);
    }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestEntries)
#include "test_entries.moc"
