// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, names of any length, what is said when the connection breaks.
#include "app/console/panes/listview.h"
#include "app/console/panes/mnemonics.h"
#include "app/console/window/keytips.h"
#include "app/console/window/panelwindow.h"
#include "dialogs/style/mnemonic.h"
#include "dialogs/texts/translation.h"
#include "tests/app/console/consolerig.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTranslator>
#include <QtTest>

using namespace sallyport;

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_rig = std::make_unique<ConsoleRig>(); }
    void cleanup() { m_rig.reset(); }

    void keysOfAnyConsole()
    {
        MainWindow& window = *m_rig->window;
        window.go({NodeKind::FirewallClient, ConsoleRig::key()});
        m_rig->addEntry(QStringLiteral("msmsgs"));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_rig->server().draft().isClean());
        QTest::keyClick(&window, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(!m_rig->server().draft().isClean());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_rig->server().draft().isClean());
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(window.pane()->filterField()->hasFocus());
        ListView* list = window.pane()->findChild<ListView*>();
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_rig->server().draft().isClean());
        QTest::keyClick(&window, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(window.place().kind, NodeKind::ClientConfiguration);
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.place().kind, NodeKind::FirewallClient);
    }

    void mnemonicsAreNotShared_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German);
    }
    void mnemonicsAreNotShared()
    {
        QFETCH(QLocale, locale);
        m_rig.reset();
        installTranslations(*qApp, locale);
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->addEntry(QStringLiteral("msmsgs"));
        QStringList faults;
        for (int kind = static_cast<int>(NodeKind::Root); kind < static_cast<int>(NodeKind::Count); ++kind) {
            m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
            QMap<QString, QString> seen;
            const auto note = [&seen, &faults](const QString& text) {
                const QString key = QKeySequence::mnemonic(text).toString();
                if (!key.isEmpty() && seen.contains(key))
                    faults.append(key + QStringLiteral(": ") + seen.value(key) + QStringLiteral(", ") + text);
                seen.insert(key, text);
            };
            for (const QAction* action : m_rig->window->menuBar()->actions())
                note(action->text());
            for (const QAbstractButton* button : m_rig->window->findChildren<QAbstractButton*>()) {
                if (button->isVisible())
                    note(button->text());
            }
        }
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void ampersandsOfNamesStay()
    {
        QCOMPARE(withoutMnemonic(QStringLiteral("&Block R&&D")), QStringLiteral("Block R&D"));
        QCOMPARE(withoutMnemonic(QStringLiteral("R&&&D &")), QStringLiteral("R&D "));
        QMenu menu;
        const QAction* block = menu.addAction(QStringLiteral("Block R&&D…"));
        const QAction* back = menu.addAction(QStringLiteral("&Back"));
        keepMnemonicsApart(menu);
        QCOMPARE(plainText(*block), QStringLiteral("Block R&D"));
        QCOMPARE(withoutMnemonic(block->text()), QStringLiteral("Block R&D…"));
        QVERIFY(QKeySequence::mnemonic(block->text()) != QKeySequence::mnemonic(back->text()));
    }

    // What is given on the command line has no name of its own to edit.
    void whatHasNoNameOfItsOwnIsNotRenamed()
    {
        ControlEndpoint endpoint;
        endpoint.socketPath = QStringLiteral("/nowhere");
        m_rig->console->addServer({QStringLiteral("b"), {}, endpoint});
        for (const QString& key : {QStringLiteral("b"), ConsoleRig::key()}) {
            m_rig->window->go({NodeKind::Server, key});
            emit m_rig->find<QMenu>("actionMenu")->aboutToShow();
            QCOMPARE(m_rig->find<QAction>("renameServer")->isEnabled(), key == ConsoleRig::key());
        }
    }

    void aKnownServerTakesItsNewName()
    {
        ControlEndpoint endpoint;
        endpoint.host = QStringLiteral("gate.example");
        endpoint.port = 1746;
        m_rig->console->addServer({ConsoleRig::key(), QStringLiteral("gate"), endpoint});
        const QModelIndex node = m_rig->console->tree().indexOf({NodeKind::Server, ConsoleRig::key()});
        QCOMPARE(node.data(Qt::EditRole).toString(), QStringLiteral("gate"));
        QVERIFY2(node.data().toString().contains(QStringLiteral("gate")), qPrintable(node.data().toString()));
        QVERIFY(node.data(Qt::ToolTipRole).toString().contains(QStringLiteral("gate.example:1746")));
    }

    void longNamesDoNotWidenTheWindow()
    {
        const QString name(500, u'w');
        m_rig->addEntry(name.left(200));
        const int before = m_rig->window->minimumSizeHint().width();
        QVERIFY2(before <= 800, qPrintable(QString::number(before)));
        for (int kind = static_cast<int>(NodeKind::Root); kind < static_cast<int>(NodeKind::Count); ++kind) {
            m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
            if (ListView* list = m_rig->window->pane()->findChild<ListView*>())
                list->selectAll();
            m_rig->window->report({name, Tone::Refused, [] {}});
            const int width = m_rig->window->minimumSizeHint().width();
            QVERIFY2(width <= 800, qPrintable(QStringLiteral("%1: %2").arg(kind).arg(width)));
        }
    }

    void aBreakIsForgottenOnceItIsOver()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        m_rig->link->setState(ControlClient::State::Waiting);
        m_rig->window->report({QStringLiteral("The service ended."), Tone::Attention, {}, ConsoleRig::key()});
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("The service ended."));
        m_rig->link->setState(ControlClient::State::Online);
        QCOMPARE(m_rig->window->reportText(), QStringLiteral("Connected again."));
    }

    void unknownServerIsSaid()
    {
        m_rig->window->start(QStringLiteral("nobody"));
        QVERIFY(m_rig->window->reportText().contains(QStringLiteral("nobody")));
        m_rig->window->start(QStringLiteral("BRANCH-A"));
        QCOMPARE(m_rig->window->place(), (NodePath{NodeKind::Server, ConsoleRig::key()}));
        const PanelWindow panel(*m_rig->console, QStringLiteral("nobody"));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("missing"))->text().contains(QStringLiteral("branch-a")));
    }

    void damagedSettingsAreNoObstacle()
    {
        QSettings settings;
        settings.setValue(QStringLiteral("window/geometry"), QByteArray("xx"));
        settings.setValue(QStringLiteral("window/splitter"), 7);
        settings.setValue(QStringLiteral("window/kind"), 9999);
        settings.setValue(QStringLiteral("columns/firewallClientPaneList"), QStringLiteral("zz"));
        settings.sync();
        const MainWindow window(*m_rig->console, m_rig->theme);
        QVERIFY(window.pane());
    }

    void columnsAreInTheViewMenu()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        emit m_rig->find<QMenu>("viewMenu")->aboutToShow();
        QVERIFY(m_rig->find<QMenu>("columnsMenu")->actions().size() >= 4);
        m_rig->window->go({});
        emit m_rig->find<QMenu>("viewMenu")->aboutToShow();
        QVERIFY(!m_rig->find<QMenu>("columnsMenu")->menuAction()->isEnabled());
    }

    void changesLeftBehindAreAskedAbout()
    {
        MainWindow& window = *m_rig->window;
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->addEntry(QStringLiteral("icq"));
        const auto sheets = [&window] { return window.findChildren<QDialog*>(QStringLiteral("stopServiceSheet")); };
        QVERIFY(!window.close());
        QVERIFY(!window.close()); // asks once
        QCOMPARE(sheets().size(), 1);
        QTRY_VERIFY(sheets().first()->isActiveWindow());
        const QString text = textOf(*sheets().first());
        QVERIFY2(
            text.contains(QStringLiteral("2 change(s) on branch-a are not applied. They are kept")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("connection")), qPrintable(text));
        auto* quit = sheets().first()->findChild<QPushButton*>(QStringLiteral("ok"));
        QCOMPARE(quit->text().remove(u'&'), QStringLiteral("Quit"));
        QVERIFY(quit->isDefault());
        QTest::keyClick(sheets().first(), Qt::Key_Escape);
        QVERIFY(window.isVisible());
        QTRY_VERIFY(sheets().isEmpty());
        QVERIFY(!window.close());
        QTRY_VERIFY(sheets().first()->isActiveWindow());
        QTest::keyClick(sheets().first(), Qt::Key_Return);
        QTRY_VERIFY(!window.isVisible());
    }

    void whatCanNotBeKeptIsNotPromised()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->server().setTrouble(Thing::Draft, Error{ErrorCode::Io, {}, QStringLiteral("full")});
        QVERIFY(!m_rig->window->close());
        const QString text = textOf(*m_rig->find<QDialog>("stopServiceSheet"));
        QVERIFY2(
            text.contains(QStringLiteral("lost")) && !text.contains(QStringLiteral("next start")), qPrintable(text));
    }

    void withoutChangesItClosesAtOnce()
    {
        m_rig->addEntry(QStringLiteral("msmsgs"));
        m_rig->server().draft().discard();
        QVERIFY(m_rig->window->close());
    }

    // Whatever frame the desktop puts around it.
    void theWindowComesBackWhereItWas()
    {
        const QPoint place(60, 67);
        m_rig->window->resize(600, 500); // with room beside it
        m_rig->window->move(place);
        QTRY_COMPARE(m_rig->window->pos(), place);
        for (int start = 0; start < 3; ++start) {
            m_rig->restart();
            QTRY_COMPARE(m_rig->window->pos(), place);
        }
    }

private:
    static QString textOf(const QWidget& sheet)
    {
        QStringList texts;
        for (const QLabel* label : sheet.findChildren<QLabel*>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
