// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/window/mainwindow.h"
#include "app/console/window/panelwindow.h"
#include "dialogs/style/theme.h"
#include "tests/app/console/fakelink.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace
{

const QString key = QStringLiteral("a");

// Controls without a name for screen readers or without an object name, below `top`.
QStringList unnamed(const QWidget& top)
{
    QStringList found;
    const QList<QWidget*> widgets = top.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool inner
            = widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QAbstractScrollAreaViewport");
        if (inner || widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&top))
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        const QString name = accessible ? accessible->text(QAccessible::Name) : QString();
        if (name.isEmpty() || widget->objectName().isEmpty())
            found.append(QStringLiteral("%1 \"%2\"")
                             .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyPlaceOpensAndIsNamed();
    void applyBarShowsAndApplies();
    void refusedConnectionsAreOffered();
    void undoAndRedo();
    void othersApplyFirst();
    void offlineWorksOnTheDraft();
    void viewersMayNotChange();
    void sessionsFilterAndDisconnect();
    void sessionsArePushedWhileSeen();
    void paletteFindsPlaces();
    void backAndForward();
    void panelShowsSessionsAlone();
    void troublesOfTheServiceAreSeen();
    void aHungServiceIsSeen();
    void fitsTheScreen();

private:
    Server& server() const { return *m_console->server(key); }
    void addEntry();
    template <typename T> T* find(const char* name) const { return m_window->findChild<T*>(QLatin1StringView(name)); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
    FakeLink* m_link = nullptr;
};

void TestMainWindow::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    Console::Options options;
    options.dataFolder = m_folder->path();
    options.privateService = false;
    options.link = [this] {
        auto link = std::make_unique<FakeLink>();
        m_link = link.get();
        return link;
    };
    m_console = std::make_unique<Console>(options, m_clock);
    ControlEndpoint endpoint;
    endpoint.socketPath = QStringLiteral("/nowhere");
    m_console->addServer({key, QStringLiteral("branch-a"), endpoint});
    m_window = std::make_unique<MainWindow>(*m_console, *m_theme);
    m_window->show();
    m_console->start();
    QTRY_COMPARE(server().head().number, RevisionNumber(1));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_console.reset();
}

void TestMainWindow::addEntry()
{
    Policy policy = server().draft().policy();
    ApplicationEntry entry{newObjectId(), QStringLiteral("msmsgs"), {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    server().draft().change(QStringLiteral("Add"), policy);
}

void TestMainWindow::everyPlaceOpensAndIsNamed()
{
    addEntry(); // the Apply bar is looked at as well
    m_window->go({});
    QCOMPARE(unnamed(*m_window), QStringList());
    for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind) {
        const NodePath path{static_cast<NodeKind>(kind), key};
        m_window->go(path);
        QVERIFY(m_window->pane());
        QCOMPARE(m_window->place(), path);
        QCOMPARE(unnamed(*m_window), QStringList());
    }
}

void TestMainWindow::applyBarShowsAndApplies()
{
    m_window->go({NodeKind::FirewallClient, key});
    QWidget* bar = find<QWidget>("applyBar");
    QVERIFY(!bar->isVisible());
    addEntry();
    QVERIFY(bar->isVisible());
    QVERIFY(find<QLabel>("applyChanges")->text().contains(QStringLiteral("msmsgs")));
    find<QPushButton>("apply")->click();
    QTRY_COMPARE(m_link->head.number, RevisionNumber(2));
    QVERIFY(m_link->policy.client.application(u"msmsgs"));
    QTRY_VERIFY(!bar->isVisible());
    QTRY_VERIFY(m_window->reportText().contains(QStringLiteral("2")));
}

void TestMainWindow::refusedConnectionsAreOffered()
{
    m_window->go({NodeKind::FirewallClient, key});
    RefusedConnection one;
    one.session.id = 1;
    one.session.application = QStringLiteral("msmsgs.exe");
    one.connection.id = 11;
    one.connection.session = 1;
    one.connection.host = QStringLiteral("messenger.example");
    one.decision = {Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")};
    m_link->refused = {one};
    addEntry();
    QTRY_VERIFY(find<QLabel>("applyImpact")->isVisible());
    find<QPushButton>("apply")->click();
    QTRY_VERIFY(find<QDialog>("refusedDialog"));
    find<QDialog>("refusedDialog")->findChild<QPushButton*>(QStringLiteral("disconnect"))->click();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), QJsonArray{11});
}

// Wherever one looks: in the tree by shape, for readers and in the tip by words, and in the status line.
void TestMainWindow::troublesOfTheServiceAreSeen()
{
    ConsoleTreeModel& tree = m_console->tree();
    const QModelIndex node = tree.indexOf({NodeKind::Server, key});
    const auto mark = [&] { return static_cast<Mark>(node.data(ConsoleTreeModel::MarkRole).toInt()); };
    const auto state = [&] { return find<QLabel>("connectionState")->toolTip(); };
    QCOMPARE(mark(), Mark::Good);
    m_window->go({NodeKind::Server, key});

    m_link->webProxy = ServiceState::Stopped;
    server().refreshServices();
    QTRY_COMPARE(mark(), Mark::Attention);
    QTRY_VERIFY(state().contains(QStringLiteral("Web Proxy is stopped")));

    m_link->problems = {
        {Severity::Error, {ErrorCode::Corrupt, QStringLiteral("policy.db"), QStringLiteral("is gone")}, {}, 0},
        {Severity::Warning, {ErrorCode::InvalidValue, QStringLiteral("client"), QStringLiteral("no matter")}, {}, 0}};
    emit m_link->notified(QStringLiteral("status.changed"), {});
    QTRY_COMPARE(mark(), Mark::Bad);
    QVERIFY(node.data(Qt::ToolTipRole).toString().contains(QStringLiteral("policy.db")));
    QVERIFY(node.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("is gone")));
    QTRY_VERIFY(state().contains(QStringLiteral("is gone")));
    QVERIFY(!state().contains(QStringLiteral("no matter")));
    QVERIFY(node.data(ConsoleTreeModel::OnlineRole).toBool()); // in trouble, and connected all the same

    m_link->problems.clear();
    m_link->webProxy = ServiceState::Running;
    server().refresh();
    QTRY_COMPARE(mark(), Mark::Good);
}

void TestMainWindow::undoAndRedo()
{
    m_window->go({NodeKind::FirewallClient, key});
    addEntry();
    m_window->undo();
    QVERIFY(server().draft().isClean());
    m_window->redo();
    QCOMPARE(server().draft().changes().size(), qsizetype(1));
    find<QPushButton>("discard")->click();
    QVERIFY(server().draft().isClean());
    m_window->undo();
    QVERIFY(!server().draft().isClean());
}

void TestMainWindow::othersApplyFirst()
{
    m_window->go({NodeKind::FirewallClient, key});
    addEntry();
    Policy theirs = m_link->policy;
    theirs.client.refreshHours = 12;
    m_link->applyElsewhere(theirs, QStringLiteral("bert"));
    QTRY_VERIFY(server().newer());
    QVERIFY(find<QLabel>("applyChanges")->text().contains(QStringLiteral("bert")));
    QVERIFY(!find<QPushButton>("apply")->isEnabled());
    find<QPushButton>("merge")->click();
    QVERIFY(!server().newer());
    QCOMPARE(server().draft().policy().client.refreshHours, 12);
    QVERIFY(server().draft().policy().client.application(u"msmsgs"));
    QVERIFY(find<QPushButton>("apply")->isEnabled());
}

void TestMainWindow::offlineWorksOnTheDraft()
{
    m_window->go({NodeKind::FirewallClient, key});
    m_link->setState(ControlClient::State::Waiting);
    addEntry();
    QVERIFY(find<QWidget>("applyBar")->isVisible());
    QVERIFY(!find<QPushButton>("apply")->isEnabled());
    m_link->setState(ControlClient::State::Online);
    QTRY_VERIFY(find<QPushButton>("apply")->isEnabled());
    QVERIFY(!server().draft().isClean());
}

void TestMainWindow::viewersMayNotChange()
{
    m_link->role = Role::Viewer;
    m_link->setState(ControlClient::State::Online);
    m_window->go({NodeKind::FirewallClient, key});
    QVERIFY(!find<QAction>("newEntry")->isEnabled());
    addEntry();
    QVERIFY(!find<QPushButton>("apply")->isEnabled());
}

void TestMainWindow::sessionsFilterAndDisconnect()
{
    m_window->go({NodeKind::Sessions, key});
    SessionDelta delta;
    for (SessionId id = 1; id <= 5; ++id) {
        delta.sessions.append({id, SessionType::FirewallClient, QStringLiteral("user%1").arg(id), {},
            IpAddress::fromV4(1), QStringLiteral("x.exe"), TimePoint(std::chrono::seconds(id))});
        delta.connections.append({id + 100, id, QStringLiteral("h.example"), {}, 80, {}, 0, 0, 0, 0});
    }
    emit m_link->sessionsChanged(delta);
    auto* view = find<QAbstractItemView>("sessionsList");
    QCOMPARE(view->model()->rowCount(), 5);
    auto* filter = find<QLineEdit>("filter");
    for (QLineEdit* field : m_window->findChildren<QLineEdit*>(QStringLiteral("filter"))) {
        if (field->isVisible())
            filter = field;
    }
    filter->setText(QStringLiteral("nonsense:1"));
    QVERIFY(filter->toolTip().contains(QStringLiteral("nonsense")));
    QCOMPARE(view->model()->rowCount(), 5);
    filter->setText(QStringLiteral("user:user3"));
    QCOMPARE(view->model()->rowCount(), 1);
    filter->clear();
    view->setCurrentIndex(view->model()->index(1, 0));
    view->selectionModel()->select(view->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QAction* disconnect = find<QAction>("disconnect");
    QVERIFY(disconnect->text().contains(u'2'));
    disconnect->trigger();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("sessions")).toArray(),
        (QJsonArray{4, 3})); // the newest stand first
    QTRY_VERIFY(!m_window->reportText().isEmpty());
}

void TestMainWindow::sessionsArePushedWhileSeen()
{
    m_window->go({NodeKind::FirewallClient, key});
    QCOMPARE(m_link->subscriptions, 0);
    m_window->go({NodeKind::Sessions, key});
    QCOMPARE(m_link->subscriptions, 1);
    m_window->go({NodeKind::Services, key});
    QCOMPARE(m_link->subscriptions, 0);
}

void TestMainWindow::paletteFindsPlaces()
{
    m_window->go({NodeKind::FirewallClient, key});
    m_window->openPalette();
    auto* palette = find<QDialog>("palette");
    QVERIFY(palette);
    QCOMPARE(unnamed(*palette), QStringList());
    palette->findChild<QLineEdit*>()->setText(QStringLiteral("audit"));
    QVERIFY(palette->findChild<QListWidget*>()->count() >= 1);
    palette->accept();
    QCOMPARE(m_window->place().kind, NodeKind::AuditTrail);
}

void TestMainWindow::backAndForward()
{
    m_window->go({NodeKind::FirewallClient, key});
    m_window->go({NodeKind::Sessions, key});
    m_window->back();
    QCOMPARE(m_window->place().kind, NodeKind::FirewallClient);
    m_window->forward();
    QCOMPARE(m_window->place().kind, NodeKind::Sessions);
    m_window->up();
    QCOMPARE(m_window->place().kind, NodeKind::Monitoring);
}

void TestMainWindow::panelShowsSessionsAlone()
{
    PanelWindow panel(*m_console, QStringLiteral("BRANCH-A"));
    panel.show();
    QVERIFY(panel.findChild<SessionsPane*>());
    QCOMPARE(unnamed(panel), QStringList());
    // Without the server nobody knows who is connected now.
    auto* veil = panel.findChild<QWidget*>(QStringLiteral("veil"));
    QVERIFY(veil);
    QVERIFY(!veil->isVisible());
    m_link->setState(ControlClient::State::Waiting);
    QVERIFY(veil->isVisible());
    QCOMPARE(veil->size(), panel.findChild<SessionsPane*>()->size());
    m_link->setState(ControlClient::State::Online);
    QVERIFY(!veil->isVisible());
    QVERIFY(!panel.findChild<SessionsPane*>()->isLinked());
    PanelWindow missing(*m_console, QStringLiteral("nobody"));
    QVERIFY(missing.findChild<QLabel*>(QStringLiteral("missing")));
}

void TestMainWindow::aHungServiceIsSeen()
{
    using namespace std::chrono_literals;
    const auto mark = [this] {
        const QModelIndex node = m_console->tree().indexOf({NodeKind::Server, key});
        return static_cast<Mark>(node.data(ConsoleTreeModel::MarkRole).toInt());
    };
    m_window->go({NodeKind::FirewallClient, key});
    auto* veil = find<QWidget>("veil");
    QVERIFY(!veil->isVisible());
    QCOMPARE(mark(), Mark::Good);
    m_link->deaf = true;
    server().setPatience({1ms, 1ms, 1h});
    QTRY_VERIFY(veil->isVisible());
    QCOMPARE(veil->size(), find<QWidget>("panes")->size());
    QCOMPARE(mark(), Mark::Attention);
    QVERIFY(find<QLabel>("connectionState")->toolTip().contains(QStringLiteral("no answer")));

    m_link->deaf = false;
    server().setPatience({1h, 1h, 1h});
    m_link->setState(ControlClient::State::Waiting);
    QVERIFY(!veil->isVisible()); // the draft can be worked on
    m_window->go({NodeKind::Sessions, key});
    QVERIFY(veil->isVisible());
    m_link->setState(ControlClient::State::Online);
    QVERIFY(!veil->isVisible());
    QCOMPARE(mark(), Mark::Good);
}

// The status line says what is wrong: it must not lie below the screen.
void TestMainWindow::fitsTheScreen()
{
    const QSize room = m_window->screen()->availableSize();
    QVERIFY(room.width() < 1320); // the platform's without a display
    QVERIFY(m_window->width() <= room.width());
    QVERIFY(m_window->height() < room.height());
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
