// SPDX-License-Identifier: GPL-3.0-or-later
// Names of servers wherever they stand, and what places, buttons and the program say of themselves.
#include "app/console/link/serverlist.h"
#include "app/console/panes/folderpane.h"
#include "app/console/window/aboutdialog.h"
#include "app/console/window/helpsheet.h"
#include "app/console/window/keytips.h"
#include "app/console/window/treeview.h"
#include "tests/app/console/consolerig.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCommandLinkButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_rig = std::make_unique<ConsoleRig>(); }
    void cleanup() { m_rig.reset(); }

    // Two services of one computer call themselves alike: the name in this console comes first.
    void ownNameComesFirst()
    {
        m_rig->window->go({NodeKind::Server, ConsoleRig::key()});
        m_rig->link->setWords(QStringLiteral("vm"), {});
        m_rig->link->setState(ControlClient::State::Online);
        const QString name = QStringLiteral("branch-a (vm)");
        QCOMPARE(m_rig->server().displayName(), name);
        QTRY_COMPARE(node(NodeKind::Server).data().toString(), name);
        QVERIFY(m_rig->window->windowTitle().contains(name)); // without leaving the place
        QVERIFY(m_rig->find<QLabel>("connectionState")->text().startsWith(name));
        QVERIFY(m_rig->console->tree().trail(node(NodeKind::Sessions)).startsWith(name));
        m_rig->link->setWords(QStringLiteral("BRANCH-A"), {});
        m_rig->link->setState(ControlClient::State::Online);
        QTRY_COMPARE(node(NodeKind::Server).data().toString(), QStringLiteral("branch-a"));
    }

    void f2RenamesInTheTree()
    {
        auto* tree = m_rig->find<TreeView>("tree");
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        auto* editor = tree->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("branch-a"));
        editor->setText(QStringLiteral("Main office"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(node(NodeKind::Server).data().toString(), QStringLiteral("Main office (branch-a)"));
        QVERIFY(m_rig->window->windowTitle().contains(QStringLiteral("Main office (branch-a)")));
        QCOMPARE(m_rig->console->entry(ConsoleRig::key()).name, QStringLiteral("Main office"));
        QVERIFY(m_rig->console->find(QStringLiteral("branch-a")));
        QVERIFY(m_rig->console->find(QStringLiteral("main office")));
    }

    void aListKeepsItsOrderWhenOneIsRenamed()
    {
        ServerList list(m_rig->folder.path());
        for (const char* key : {"x", "y"}) {
            ServerEntry entry{QLatin1StringView(key), QLatin1StringView(key), {}};
            entry.endpoint.host = QStringLiteral("h");
            entry.endpoint.port = 1;
            entry.endpoint.serverFingerprint = QStringLiteral("f");
            QVERIFY(list.save(entry));
            m_rig->console->addServer(entry);
        }
        m_rig->console->renameServer(QStringLiteral("x"), QStringLiteral("office"));
        const auto entries = list.load();
        QVERIFY(entries);
        QCOMPARE(entries->constFirst().name, QStringLiteral("office"));
        QCOMPARE(entries->constLast().key, QStringLiteral("y"));
    }

    void placesSayWhatTheyAre()
    {
        const QString tip = TreeView::tip(node(NodeKind::Sessions));
        QVERIFY(tip.startsWith(QStringLiteral("Sessions\n")));
        QVERIFY(TreeView::tip(node(NodeKind::Server)).contains(QStringLiteral("Connected")));
        for (int kind = 0; kind < static_cast<int>(NodeKind::Count); ++kind)
            QVERIFY(!FolderPane::about(static_cast<NodeKind>(kind)).isEmpty());
    }

    // What stopped is seen at its place as well.
    void aStoppedServiceIsMarkedAtItsPlace()
    {
        const auto mark = [this] { return node(NodeKind::Services).data(ConsoleTreeModel::MarkRole).toInt(); };
        QCOMPARE(mark(), static_cast<int>(Mark::None));
        m_rig->link->webProxy = ServiceState::Failed;
        m_rig->link->webProxyDetail = QStringLiteral("127.0.0.1:8080: address already in use");
        m_rig->server().refreshServices();
        QTRY_COMPARE(mark(), static_cast<int>(Mark::Bad));
        QVERIFY(TreeView::tip(node(NodeKind::Services)).contains(QStringLiteral("Web Proxy")));
        m_rig->window->go({NodeKind::Monitoring, ConsoleRig::key()});
        auto* services = m_rig->inPane<QCommandLinkButton>("place0");
        QVERIFY(services->description().contains(QStringLiteral("Web Proxy")));
        m_rig->link->webProxy = ServiceState::Running;
        m_rig->server().refreshServices();
        QTRY_COMPARE(mark(), static_cast<int>(Mark::None));
        QVERIFY(!services->description().contains(QStringLiteral("Web Proxy:")));
    }

    void buttonsNameTheirKeys()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        int tools = 0;
        for (const QToolButton* button : m_rig->window->findChildren<QToolButton*>()) {
            const QAction* action = button->isVisible() ? button->defaultAction() : nullptr;
            const QString key = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
            if (key.isEmpty())
                continue;
            ++tools;
            QVERIFY2(KeyTips::tip(*button).contains(key), qPrintable(action->text()));
        }
        QVERIFY(tools >= 6);
        QVERIFY(KeyTips::tip(*m_rig->find<QPushButton>("apply")).contains(QStringLiteral("Ctrl+S")));
        QVERIFY(KeyTips::tip(*m_rig->find<QPushButton>("review")).contains(QStringLiteral("Ctrl+R")));
    }

    void f1TellsTheKeysOfThePlace()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        QTest::keyClick(m_rig->window.get(), Qt::Key_F1);
        auto* sheet = m_rig->window->findChild<HelpSheet*>();
        QVERIFY(sheet && sheet->isVisible() && !sheet->isModal());
        const auto text = [sheet] { return sheet->findChild<QTextBrowser*>()->toPlainText(); };
        QVERIFY(text().contains(QStringLiteral("Ctrl+N")));
        QVERIFY(text().contains(QStringLiteral("Ctrl+K")));
        QVERIFY(text().contains(QStringLiteral("application")) && !text().contains(QStringLiteral("</")));
        QVERIFY(text().contains(m_rig->window->pane()->sentenceText()));
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        QVERIFY(text().startsWith(QStringLiteral("Sessions")));
        QVERIFY(!text().contains(QStringLiteral("Ctrl+N")));
    }

    void f1InAFilterTellsOfBoth()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        m_rig->window->pane()->filterField()->setFocus();
        QTest::keyClick(m_rig->window->pane()->filterField(), Qt::Key_F1);
        auto* sheet = m_rig->window->findChild<HelpSheet*>();
        QVERIFY(sheet && sheet->isVisible());
        const QString text = sheet->findChild<QTextBrowser*>()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("Ctrl+N")) && text.contains(QStringLiteral("Filter")));
    }

    void aboutTellsTheVersions()
    {
        m_rig->window->about();
        auto* about = m_rig->window->findChild<AboutDialog*>();
        for (const QString& part :
            QStringList{QStringLiteral(SALLYPORT_VERSION), QStringLiteral("branch-a: service 0.1.0, revision 1"),
                QStringLiteral("Qt ") + QLatin1StringView(qVersion())})
            QVERIFY2(about->versions().contains(part), qPrintable(part));
        about->findChild<QPushButton*>(QStringLiteral("copyVersions"))->click();
        QCOMPARE(QApplication::clipboard()->text(), about->versions());
    }

    void foldersTellOfWhatIsInThem()
    {
        m_rig->link->sessions = 3;
        m_rig->server().refreshStatus();
        m_rig->window->go({NodeKind::Monitoring, ConsoleRig::key()});
        QTRY_VERIFY(m_rig->inPane<QCommandLinkButton>("place1")->description().contains(QStringLiteral("3 session")));

        m_rig->window->go({});
        QVERIFY(m_rig->inPane<QCommandLinkButton>("addServerLink"));
        QVERIFY(m_rig->inPane<QCommandLinkButton>("place0")->description().contains(QStringLiteral("Connected")));
        m_rig->inPane<QCommandLinkButton>("addServerLink")->click();
        QVERIFY(QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
    }

    void theRootCountsAnewWhenOneGoes()
    {
        m_rig->console->addServer({QStringLiteral("b"), QStringLiteral("b"), {}});
        m_rig->window->go({});
        auto* inspector = m_rig->inPane<QLabel>("inspector");
        QTRY_VERIFY(inspector->text().startsWith(QStringLiteral("2 ")));
        m_rig->console->removeServer(QStringLiteral("b"));
        QVERIFY(inspector->text().startsWith(QStringLiteral("1 ")));
    }

    void changesAreListedWithTheirPlaces()
    {
        m_rig->addEntry(QStringLiteral("icq"));
        m_rig->window->go({NodeKind::Changes, ConsoleRig::key()});
        auto* link = m_rig->inPane<QLabel>("change0");
        QVERIFY(link);
        QVERIFY(link->text().contains(QStringLiteral("icq")));
        emit link->linkActivated(QString());
        QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
        m_rig->window->discard();
        m_rig->window->go({NodeKind::Changes, ConsoleRig::key()});
        QVERIFY(!m_rig->inPane<QLabel>("change0"));
    }

    void theTreeStaysReadable()
    {
        auto* tree = m_rig->find<TreeView>("tree");
        m_rig->window->resize(1200, 600);
        QTRY_VERIFY(m_rig->window->width() == 1200);
        const int wide = tree->width();
        m_rig->window->resize(m_rig->window->minimumSizeHint().width(), 600);
        QTRY_VERIFY(m_rig->window->width() < 1200);
        QVERIFY(tree->width() >= tree->fontMetrics().averageCharWidth() * 20);
        m_rig->window->resize(1200, 600);
        QTRY_COMPARE(tree->width(), wide);
    }

private:
    QModelIndex node(NodeKind kind) const { return m_rig->console->tree().indexOf({kind, ConsoleRig::key()}); }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestNames)
#include "test_names.moc"
