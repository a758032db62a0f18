// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/server.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "models/control/messages.h"
#include "models/items/nameorder.h"
#include "models/items/sessionbooks.h"
#include "models/items/sessionsmodel.h"
#include "models/items/texts.h"
#include "tests/app/console/fakelink.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QtTest>

#include <cmath>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

class TestClock final : public Clock
{
public:
    TimePoint now() const override { return time; }
    TimePoint time{1'000'000'000s};
};

// Even ids, so that others fit between them; one connection each, numbered 1000 higher.
Session session(SessionId id)
{
    return {id, static_cast<SessionType>(id / 2 % 3), QStringLiteral("user%1").arg(id * 37 % 41),
        QStringLiteral("PC-%1").arg(id * 17 % 43), IpAddress::fromV4(static_cast<std::uint32_t>(id * 7 % 31)),
        QStringLiteral("program%1.exe").arg(id * 5 % 13), TimePoint(1'000'000s + std::chrono::seconds(id))};
}

Connection connection(SessionId id)
{
    return {id + 1000, id, QStringLiteral("host%1.example").arg(id), {}, 443, TimePoint(1'000'000s), id * 11 % 97,
        id * 13 % 89, double(id * 3 % 53), double(id * 19 % 47)};
}

SessionDelta sessions(SessionId first, SessionId last, SessionId step = 2)
{
    SessionDelta delta;
    for (SessionId id = first; id <= last; id += step) {
        delta.sessions.append(session(id));
        delta.connections.append(connection(id));
    }
    return delta;
}

SessionDelta ends(const QList<SessionId>& ids)
{
    SessionDelta delta;
    for (const SessionId id : ids)
        delta.endedConnections.append(id + 1000);
    delta.endedSessions = ids;
    return delta;
}

} // namespace

class TestSessionsPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sortsByEveryColumn();
    void filterTakesFieldsAndTellsErrors();
    void halfTypedKeepsTheList();
    void completesByKeys();
    void totalsSayWhatIsShown();
    void filtersByFigures();
    void endsWhatFieldsByOtherNamesShow();
    void buttonCountsWhatItEnds();
    void endsConnectionsAlone();
    void endsAllShown();
    void endsNoMoreThanWasShown();
    void viewersMayNotDisconnect();
    void endedRowsAreNoLongerCounted();
    void spacePausesTheListOnly();
    void pauseTellsWhatItHolds();
    void arrowsExpandAndClimb();
    void clickOnTheArrowExpands();
    void nothingJumpsWhenRowsComeAndGo();
    void nothingJumpsUnderTheMouse();
    void rowsAreSeenWhereverTheMouseIs();
    void noRoomIsLeftWhereTheKeysAreUsed();
    void theNextIsSelectedForOneEndedHere();
    void noneIsSelectedForOneThatEnded();
    void nothingIsCountedOfWhatIsNotKnown();
    void aNewFilterStartsAtTheTop();
    void expandingKeepsTheRowInPlace();
    void goneCurrentRowScrollsNothing();
    void selectionOutlivesFilterSortAndSnapshot();
    void restartedServiceSelectsNothing();
    void tableIsAccessible();
    void copiesTheColumnsShown();
    void rowMenuHasActionsCopyAndColumns();
    void menuOfAConnectionSpeaksOfItsDestination();
    void inspectorLeadsOn();
    void outcomesNameWhomTheyEnded();
    void curvesOutliveALookElsewhere();
    void curvesHaveAGapWhileNobodyAnswers();
    void withoutAConnectionNothingIsClaimed();

private:
    void fill(SessionId last = 800) { emit m_link->sessionsChanged(sessions(2, last)); }
    void letFadedGo();
    int top(SessionId id) const { return m_view->visualRect(model().indexOf(id)).top(); }
    SessionsModel& model() const { return m_server->sessions(); }
    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QLatin1StringView(name)); }
    QString totals() const { return m_pane->findChild<QLabel*>(QStringLiteral("totals"))->text(); }
    QJsonArray shownConnections() const;
    void select(const QList<SessionId>& ids);
    void scrollToMiddle();

    TestClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<SessionsPane> m_pane;
    FakeLink* m_link = nullptr;
    SessionsView* m_view = nullptr;
};

void TestSessionsPane::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    auto link = std::make_unique<FakeLink>();
    m_link = link.get();
    m_server = std::make_unique<Server>(QStringLiteral("a"), QStringLiteral("a"), std::move(link), m_clock);
    m_link->setState(ControlClient::State::Online);
    m_pane = std::make_unique<SessionsPane>(*m_server);
    m_view = m_pane->view();
    m_pane->resize(1100, 600);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder); // the newest first
    m_view->sortByColumn(SessionsModel::Activated, Qt::AscendingOrder);
}

void TestSessionsPane::cleanup()
{
    m_pane.reset();
    m_server.reset();
}

void TestSessionsPane::copiesTheColumnsShown()
{
    fill(4);
    select({2, 4});
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // the titles first
    QCOMPARE(lines.first().count(u'\t'), SessionsModel::ColumnCount - 1);
    m_view->horizontalHeader()->setSectionHidden(SessionsModel::User, true);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    const QString fewer = QGuiApplication::clipboard()->text().section(u'\n', 0, 0);
    QCOMPARE(fewer.count(u'\t'), SessionsModel::ColumnCount - 2);
}

void TestSessionsPane::rowMenuHasActionsCopyAndColumns()
{
    fill(4);
    select({2});
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &asked);
    auto* menu = m_view->findChild<QMenu*>(QStringLiteral("contextMenu"));
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(action("disconnect")));
    QVERIFY(menu->findChild<QAction*>(QStringLiteral("copyRows"))->isEnabled());
    QVERIFY(menu->findChild<QMenu*>(QStringLiteral("columnMenu")));
    // What is copied means something tomorrow and can be reckoned with.
    menu->findChild<QAction*>(QStringLiteral("copyRows"))->trigger();
    menu->close();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const QStringList titles = lines.first().split(u'\t');
    const QStringList cells = lines.last().split(u'\t');
    QCOMPARE(titles.at(SessionsModel::Sent), QStringLiteral("Sent (bytes)"));
    QCOMPARE(titles.at(SessionsModel::SendRate), QStringLiteral("Out (bytes/s)"));
    const SessionNode* node = model().session(model().indexOf(2));
    QCOMPARE(cells.at(SessionsModel::Sent), QString::number(node->sent));
    QCOMPARE(cells.at(SessionsModel::Activated), texts::isoTime(node->session.activated));
}

void TestSessionsPane::menuOfAConnectionSpeaksOfItsDestination()
{
    fill(4);
    m_view->toggle(model().indexOf(2));
    const QModelIndex row = model().indexOfConnection(1002);
    m_view->setCurrentIndex(row);
    const QPoint at = m_view->visualRect(row).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_view->viewport(), &asked);
    auto* menu = m_view->findChild<QMenu*>(QStringLiteral("contextMenu"));
    QVERIFY(menu);
    auto* only = menu->findChild<QMenu*>(QStringLiteral("onlyThis"));
    QVERIFY(only);
    QCOMPARE(only->actions().size(), qsizetype(2)); // host and port
    only->actions().last()->trigger();
    QCOMPARE(m_pane->filterField()->text(), QStringLiteral("port:\"443\""));
    QCOMPARE(m_pane->filterField()->problem(), QString());
    menu->close();
}

void TestSessionsPane::inspectorLeadsOn()
{
    fill(4);
    m_view->setCurrentIndex(model().indexOf(2));
    select({2});
    auto* inspector = m_pane->findChild<QLabel*>(QStringLiteral("inspector"));
    QVERIFY2(inspector->text().contains(QStringLiteral("href=\"address\"")), qPrintable(inspector->text()));
    QCOMPARE(inspector->focusPolicy(), Qt::StrongFocus);
    emit inspector->linkActivated(QStringLiteral("address"));
    QCOMPARE(QGuiApplication::clipboard()->text(), session(2).client.toString());
    emit inspector->linkActivated(QStringLiteral("user"));
    QCOMPARE(m_pane->filterField()->text(), QStringLiteral("user:\"%1\"").arg(session(2).user));
    QSignalSpy block(m_pane.get(), &Pane::blockWanted);
    emit inspector->linkActivated(QStringLiteral("block"));
    QCOMPARE(block.size(), qsizetype(1));
    QCOMPARE(block.first().first().toString(), session(2).application);
    // Nothing that leads to another place where nobody leads there.
    m_pane->setLinked(false);
    m_view->clearSelection();
    select({2});
    QVERIFY2(!inspector->text().contains(QStringLiteral("href=\"block\"")), qPrintable(inspector->text()));
    QVERIFY(inspector->text().contains(QStringLiteral("href=\"address\"")));
    QMenu menu;
    m_pane->addRowEntries(&menu, nullptr);
    QVERIFY(menu.findChild<QAction*>(QStringLiteral("copyRows")));
    QVERIFY(!menu.findChild<QAction*>(QStringLiteral("blockProgram")));
    m_pane->filterField()->clear();
    m_view->clearSelection();
    QCOMPARE(inspector->focusPolicy(), Qt::ClickFocus); // nothing to go to
}

void TestSessionsPane::outcomesNameWhomTheyEnded()
{
    fill(4);
    QString said;
    connect(m_pane.get(), &Pane::reported, this, [&said](const Report& report) { said = report.text; });
    const EndedConnection ended{1002, 2, QStringLiteral("h"), 1, 0, 0};
    m_link->answers.insert(
        QStringLiteral("sessions.disconnect"), {{QStringLiteral("ended"), QJsonArray{toJson(ended)}}});
    select({2});
    action("disconnect")->trigger();
    QTRY_VERIFY2(said.contains(session(2).user) && said.contains(session(2).application), qPrintable(said));
    // Some owners are not said of all.
    const EndedConnection stranger{1999, 999, QStringLiteral("h"), 1, 0, 0};
    m_link->answers.insert(QStringLiteral("sessions.disconnect"),
        {{QStringLiteral("ended"), QJsonArray{toJson(ended), toJson(stranger)}}});
    action("disconnect")->trigger();
    QTRY_COMPARE(said, QStringLiteral("2 connection(s) ended."));
}

void TestSessionsPane::curvesOutliveALookElsewhere()
{
    fill(4);
    auto* timer = m_server->findChild<QTimer*>(QStringLiteral("sampling"));
    const auto seconds = [&](int count) {
        QSignalSpy sampled(m_server.get(), &Server::ratesSampled);
        timer->start(0);
        for (int i = 1; i <= count; ++i) {
            QTRY_VERIFY(sampled.size() >= i);
            m_clock.time += 1s;
        }
        timer->stop();
    };
    const QList<RateHistory::Sample>& samples = m_server->rates().samples();
    seconds(5);
    const qsizetype seen = samples.size();
    QVERIFY(seen >= 5);
    m_pane->hide();
    QCOMPARE(samples.size(), seen);
    m_clock.time += 60s;
    m_pane->show();
    seconds(2);
    QVERIFY(samples.size() >= seen + 60);
    QVERIFY(!std::isnan(samples.first().sent));
    QVERIFY(std::isnan(samples.at(seen + 10).sent)); // nobody looked
    QVERIFY(!std::isnan(samples.last().sent));
}

// A stopped service moves nothing, whatever it told last.
void TestSessionsPane::curvesHaveAGapWhileNobodyAnswers()
{
    fill(4);
    auto* timer = m_server->findChild<QTimer*>(QStringLiteral("sampling"));
    QVERIFY(timer);
    timer->stop();
    const auto sample = [&](int count) {
        for (int i = 0; i < count; ++i) {
            m_clock.time += 1s;
            QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
        }
    };
    const QList<RateHistory::Sample>& samples = m_server->rates().samples();
    sample(3);
    m_link->deaf = true;
    m_server->setPatience({1ms, 1ms, 1h});
    QTRY_VERIFY(m_server->silence());
    const qsizetype known = samples.size();
    sample(20);
    QCOMPARE(samples.size(), known);
    m_link->deaf = false;
    m_server->refresh();
    QTRY_VERIFY(!m_server->silence());
    sample(1);
    QCOMPARE(samples.size(), known + 21);
    QVERIFY(!std::isnan(samples.at(known - 1).sent));
    QVERIFY(std::isnan(samples.at(known).sent));
    QVERIFY(!std::isnan(samples.last().sent));
}

void TestSessionsPane::withoutAConnectionNothingIsClaimed()
{
    const auto said = [this] { return m_view->emptyText(); };
    QVERIFY(said().contains(QStringLiteral("Nobody")));
    m_link->setState(ControlClient::State::Waiting);
    QVERIFY2(said().contains(QStringLiteral("Not connected")), qPrintable(said()));
    m_link->setState(ControlClient::State::Online);
    QVERIFY(said().contains(QStringLiteral("Nobody")));
}

void TestSessionsPane::letFadedGo()
{
    m_clock.time += 3s;
    model().removeEnded();
}

QJsonArray TestSessionsPane::shownConnections() const
{
    QJsonArray ids;
    for (const ConnectionId id : model().shownConnections())
        ids.append(static_cast<qint64>(id));
    return ids;
}

void TestSessionsPane::select(const QList<SessionId>& ids)
{
    m_view->clearSelection();
    for (const SessionId id : ids)
        m_view->selectionModel()->select(model().indexOf(id), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestSessionsPane::scrollToMiddle()
{
    m_view->scrollTo(model().indexOf(400), QAbstractItemView::PositionAtCenter);
    QVERIFY(top(400) > 0 && top(400) < m_view->viewport()->height());
}

void TestSessionsPane::sortsByEveryColumn()
{
    fill(200);
    for (int column = 0; column < SessionsModel::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_view->sortByColumn(column, order);
            for (int row = 1; row < model().rowCount(); ++row) {
                const QVariant before = model().index(row - 1, column).data(SessionsModel::SortRole);
                const QVariant after = model().index(row, column).data(SessionsModel::SortRole);
                const bool text = before.typeId() == QMetaType::QString;
                // Types and addresses stand by their meaning, not by their letters.
                if (column == SessionsModel::Client || column == SessionsModel::Type)
                    continue;
                const auto compared
                    = text ? compareNames(before.toString(), after.toString()) : before.toDouble() - after.toDouble();
                QVERIFY2(order == Qt::AscendingOrder ? compared <= 0 : compared >= 0,
                    qPrintable(QStringLiteral("column %1, row %2").arg(column).arg(row)));
            }
        }
    }
    m_view->sortByColumn(SessionsModel::Client, Qt::AscendingOrder);
    QCOMPARE(model().index(0, SessionsModel::Client).data().toString(), QStringLiteral("0.0.0.0"));
    const QString last = model().index(model().rowCount() - 1, SessionsModel::Client).data().toString();
    QCOMPARE(last, QStringLiteral("0.0.0.30"));
}

void TestSessionsPane::filterTakesFieldsAndTellsErrors()
{
    fill();
    m_pane->filterField()->setText(QStringLiteral("user:user1 program:program2 host:host"));
    QVERIFY(model().rowCount() > 0 && model().rowCount() < 50);
    QVERIFY2(totals().contains(QStringLiteral("shown")), qPrintable(totals()));
    const int before = model().rowCount();
    auto* problem = m_pane->findChild<QLabel*>(QStringLiteral("filterProblem"));
    for (const QString& wrong : {QStringLiteral("colour:red"), QStringLiteral("user:")}) {
        m_pane->filterField()->setText(wrong);
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(wrong.section(u':', 0, 0)), qPrintable(problem->text()));
        QCOMPARE(model().rowCount(), before); // what was understood last still holds
        QVERIFY(!action("disconnectShown")->isEnabled());
    }
    QTest::keyClick(m_pane->filterField(), Qt::Key_Escape);
    QVERIFY(!problem->isVisible());
    QCOMPARE(model().rowCount(), 400);
}

// Whoever types a field's name looks for no word, and keeps the list that he has.
void TestSessionsPane::halfTypedKeepsTheList()
{
    fill();
    FilterField* field = m_pane->filterField();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("host:host4 "));
    QVERIFY(model().rowCount() > 1);
    for (const char key : QByteArray("received>")) {
        QTest::keyClick(field, key);
        QVERIFY2(model().rowCount() > 0, qPrintable(field->text()));
    }
    QCOMPARE(field->state(), FilterField::State::HalfTyped);
    field->setText(QStringLiteral("host:host4"));
    const int before = model().rowCount();
    for (const char* half : {"host:host4 user:", "host:host4 received>", "host:host4 age<", "host:host4 age<5",
             "host:host4 \"", "host:host4 -", "host:host4 -5", "host:host4 user:a|"}) {
        field->setText(QLatin1StringView(half));
        QCOMPARE(field->state(), FilterField::State::HalfTyped);
        QVERIFY(!field->problem().isEmpty());
        QCOMPARE(model().rowCount(), before);
        QVERIFY(!action("disconnectShown")->isEnabled());
    }
    field->setText(QStringLiteral("host:host4 port:x"));
    QCOMPARE(field->state(), FilterField::State::Wrong);
    QCOMPARE(model().rowCount(), before);
    // A field's name is a word like any other where it is found.
    field->setText(QStringLiteral("user"));
    QCOMPARE(field->state(), FilterField::State::Understood);
    QCOMPARE(model().rowCount(), 400);
}

// In the pane as in the field alone.
void TestSessionsPane::completesByKeys()
{
    fill();
    FilterField* field = m_pane->filterField();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("comp"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("computer:"));
    QTest::keyClicks(field, QStringLiteral("PC-7"));
    QTest::keyClicks(field, QStringLiteral("|"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->state(), FilterField::State::Understood);
    QVERIFY2(field->text().startsWith(QStringLiteral("computer:PC-7|\"PC-")), qPrintable(field->text()));
    QVERIFY(model().rowCount() > 0 && model().rowCount() < 400);
}

void TestSessionsPane::totalsSayWhatIsShown()
{
    fill();
    QVERIFY(!totals().contains(QStringLiteral("shown")));
    m_pane->filterField()->setText(QStringLiteral("host:host42.ex"));
    const QString plain = QTextDocumentFragment::fromHtml(totals()).toPlainText();
    QVERIFY2(plain.contains(QStringLiteral("400 session(s) · shown 1")), qPrintable(plain));
    QVERIFY2(plain.contains(QStringLiteral("400 connection(s) · shown 1")), qPrintable(plain));
}

void TestSessionsPane::filtersByFigures()
{
    fill();
    m_pane->filterField()->setText(QStringLiteral("received>80B application:program"));
    const int before = model().rowCount();
    QVERIFY(before > 0 && before < 400);
    for (int row = 0; row < before; ++row)
        QVERIFY(model().session(model().index(row, 0))->received > 80);
    const QJsonArray those = shownConnections();
    QCOMPARE(those.size(), before);
    action("disconnectShown")->trigger();
    auto* sheet = m_pane->findChild<QDialog*>();
    QVERIFY(sheet && sheet->isVisible());
    QCOMPARE(m_link->lastDisconnect, QJsonObject());
    sheet->accept();
    // Those that were shown, since the service may count on.
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), those);
    QVERIFY(!m_link->lastDisconnect.contains(QStringLiteral("filter")));
}

void TestSessionsPane::endsWhatFieldsByOtherNamesShow()
{
    fill();
    m_pane->filterField()->setText(QStringLiteral("dest:host42.ex username:user"));
    QCOMPARE(model().shown().connections, 1);
    action("disconnectShown")->trigger();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), QJsonArray{1042});
}

void TestSessionsPane::buttonCountsWhatItEnds()
{
    fill();
    QVERIFY(!action("disconnect")->isEnabled());
    QList<SessionId> ids;
    for (SessionId id = 2; id <= 28; id += 2)
        ids.append(id);
    select(ids);
    QCOMPARE(action("disconnect")->text().remove(u'&'), QStringLiteral("Disconnect 14 Session(s)"));
    select({4, 8});
    action("disconnect")->trigger();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("sessions")).toArray(), (QJsonArray{4, 8}));
}

void TestSessionsPane::endsConnectionsAlone()
{
    fill();
    m_view->toggle(model().indexOf(4));
    m_view->toggle(model().indexOf(6));
    const auto add = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    m_view->selectionModel()->select(model().indexOfConnection(1004), add);
    QCOMPARE(action("disconnect")->text().remove(u'&'), QStringLiteral("Disconnect 1 Connection(s)"));
    m_view->selectionModel()->select(model().indexOf(6), add);
    m_view->selectionModel()->select(model().indexOfConnection(1006), add); // covered by its session
    QCOMPARE(action("disconnect")->text().remove(u'&'), QStringLiteral("Disconnect 2 Item(s)"));
    action("disconnect")->trigger();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), QJsonArray{1004});
    QCOMPARE(m_link->lastDisconnect.value(QStringLiteral("sessions")).toArray(), QJsonArray{6});
}

void TestSessionsPane::endsAllShown()
{
    fill();
    QVERIFY(!action("disconnectShown")->isEnabled()); // without a filter it would end everything
    m_pane->filterField()->setText(QStringLiteral("host:host42.ex"));
    const auto shown = model().shown();
    QCOMPARE(shown.connections, 1);
    QVERIFY(action("disconnectShown")->text().contains(QStringLiteral("(1)")));
    action("disconnectShown")->trigger();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), QJsonArray{1042});
    QVERIFY(!m_link->lastDisconnect.contains(QStringLiteral("filter")));
}

// Nobody was asked about what started while the list stood still, or while the question did.
void TestSessionsPane::endsNoMoreThanWasShown()
{
    fill(40);
    m_pane->filterField()->setText(QStringLiteral("user"));
    const QJsonArray those = shownConnections();
    QCOMPARE(those.size(), 20); // so many are asked about
    action("pause")->trigger();
    emit m_link->sessionsChanged(sessions(1, 5));
    QVERIFY(action("disconnectShown")->text().contains(QStringLiteral("(20)")));
    action("disconnectShown")->trigger();
    auto* sheet = m_pane->findChild<QDialog*>();
    QVERIFY(sheet && sheet->isVisible());
    QCOMPARE(m_link->lastDisconnect, QJsonObject());
    action("pause")->trigger();
    emit m_link->sessionsChanged(sessions(7, 9));
    QCOMPARE(model().shown().connections, 25);
    sheet->accept();
    QTRY_COMPARE(m_link->lastDisconnect.value(QStringLiteral("connections")).toArray(), those);
    QVERIFY(!m_link->lastDisconnect.contains(QStringLiteral("filter")));
}

void TestSessionsPane::viewersMayNotDisconnect()
{
    m_link->role = Role::Viewer;
    m_link->setState(ControlClient::State::Online);
    fill();
    select({4});
    m_pane->filterField()->setText(QStringLiteral("user"));
    QVERIFY(!action("disconnect")->isEnabled());
    QVERIFY(!action("disconnectShown")->isEnabled());
}

void TestSessionsPane::endedRowsAreNoLongerCounted()
{
    fill();
    select({4, 6, 8});
    emit m_link->sessionsChanged(ends({6}));
    QCOMPARE(m_view->selectedSessions(), (QList<SessionId>{4, 8}));
    QVERIFY(action("disconnect")->text().contains(u'2'));
    QVERIFY(model().indexOf(6).isValid()); // it fades
    letFadedGo();
    QVERIFY(!model().indexOf(6).isValid());
    QCOMPARE(m_view->selectedSessions(), (QList<SessionId>{4, 8}));
    emit m_link->sessionsChanged(ends({4, 8}));
    QVERIFY(!action("disconnect")->isEnabled());
}

void TestSessionsPane::spacePausesTheListOnly()
{
    fill();
    m_pane->filterField()->setFocus();
    QTest::keyClick(m_pane->filterField(), Qt::Key_Space);
    QVERIFY(!model().isPaused());
    m_pane->filterField()->clear();
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Space);
    QVERIFY(model().isPaused());
    QTest::keyClick(m_view, Qt::Key_Space);
    QVERIFY(!model().isPaused());
}

void TestSessionsPane::pauseTellsWhatItHolds()
{
    fill();
    m_view->setCurrentIndex(model().indexOf(400));
    scrollToMiddle();
    action("pause")->trigger();
    QVERIFY(totals().contains(QStringLiteral("paused")));
    const int place = top(400);
    emit m_link->sessionsChanged(sessions(1, 5));
    emit m_link->sessionsChanged(ends({398, 402}));
    QVERIFY2(totals().contains(QStringLiteral("3 started")), qPrintable(totals()));
    QVERIFY2(totals().contains(QStringLiteral("2 ended")), qPrintable(totals()));
    QCOMPARE(model().rowCount(), 400);
    letFadedGo();
    QCOMPARE(model().rowCount(), 400);
    action("pause")->trigger();
    QVERIFY(!totals().contains(QStringLiteral("paused")));
    QCOMPARE(model().rowCount(), 403);
    letFadedGo();
    QCOMPARE(model().rowCount(), 401);
    QCOMPARE(top(400), place);
    QCOMPARE(top(404), place + 26); // 402 went between them
}

void TestSessionsPane::arrowsExpandAndClimb()
{
    fill();
    m_view->setFocus();
    m_view->setCurrentIndex(model().indexOf(10));
    QTest::keyClick(m_view, Qt::Key_Right);
    QVERIFY(model().indexOfConnection(1010).isValid());
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_view->currentIndex().row(), model().indexOfConnection(1010).row());
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->currentIndex().row(), model().indexOf(10).row());
    QTest::keyClick(m_view, Qt::Key_Left);
    QVERIFY(!model().indexOfConnection(1010).isValid());
    QTest::keyClick(m_view, Qt::Key_Return);
    QVERIFY(model().indexOfConnection(1010).isValid());
    QTest::keyClick(m_view, Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), model().rowCount() - 1);
    QVERIFY(top(800) < m_view->viewport()->height());
    QTest::keyClick(m_view, Qt::Key_PageUp);
    QTest::keyClick(m_view, Qt::Key_Home);
    QCOMPARE(top(2), 0);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedSessions(), (QList<SessionId>{2, 4, 6}));
}

void TestSessionsPane::clickOnTheArrowExpands()
{
    fill();
    const QRect row = m_view->visualRect(model().indexOf(10));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {row.left() + 8, row.center().y()});
    QVERIFY(model().indexOfConnection(1010).isValid());
    QVERIFY(m_view->selectedSessions().isEmpty());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {row.left() + 60, row.center().y()});
    QCOMPARE(m_view->selectedSessions(), QList<SessionId>{10});
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, {row.left() + 60, row.center().y()});
    QVERIFY(!model().indexOfConnection(1010).isValid());
}

void TestSessionsPane::nothingJumpsWhenRowsComeAndGo()
{
    fill();
    m_view->setCurrentIndex(model().indexOf(404));
    scrollToMiddle();
    m_view->toggle(model().indexOf(410));
    const int place = top(404);
    const int next = top(406);
    emit m_link->sessionsChanged(sessions(1, 201)); // 101 rows above
    QCOMPARE(top(404), place);
    QCOMPARE(m_view->verticalScrollBar()->value() + place, model().indexOf(404).row() * 26);
    emit m_link->sessionsChanged(ends({10, 20, 30, 390, 398, 408}));
    letFadedGo();
    QCOMPARE(top(404), place);
    QCOMPARE(top(406), next);
    QVERIFY(model().indexOfConnection(1410).isValid());
    QCOMPARE(m_view->selectedSessions(), QList<SessionId>{404});
}

void TestSessionsPane::nothingJumpsUnderTheMouse()
{
    fill(20); // all in sight, nothing to scroll
    m_view->setCurrentIndex(model().indexOf(4));
    const int place = top(12);
    QTest::mouseMove(m_view->viewport(), {200, place + 10});
    QCOMPARE(m_view->indexAt({200, place + 10}).row(), model().indexOf(12).row());
    emit m_link->sessionsChanged(ends({2, 6}));
    letFadedGo();
    QCOMPARE(top(12), place);
    emit m_link->sessionsChanged(sessions(1, 7));
    QCOMPARE(top(12), place);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QCOMPARE(top(1), 0); // no room above the first row any longer
}

// Keeping a row in place must never leave the list blank, or its rows hanging in the air.
void TestSessionsPane::rowsAreSeenWhereverTheMouseIs()
{
    fill();
    QTest::keyClick(m_view, Qt::Key_End);
    QTest::mouseMove(m_view->viewport(), {200, 30});
    QTest::mouseMove(m_view->viewport(), {200, m_view->viewport()->height() / 2});
    m_pane->filterField()->setText(QStringLiteral("host:host4"));
    QVERIFY(model().rowCount() > 0);
    QCOMPARE(m_view->visualRect(model().index(0, 0)).top(), 0);
    m_pane->filterField()->clear();
    QTest::keyClick(m_view, Qt::Key_End);
    QList<ConnectionId> most;
    for (ConnectionId id = 2; id <= 780; id += 2)
        most.append(id);
    emit m_link->sessionsChanged(ends(most));
    letFadedGo();
    QCOMPARE(model().rowCount(), 10);
    const int room = m_view->visualRect(model().index(0, 0)).top();
    QVERIFY2(room >= 0 && room <= m_view->viewport()->height() / 4, qPrintable(QString::number(room)));
}

// A pointer that rests on the list while keys are pressed has no row to keep in place.
void TestSessionsPane::noRoomIsLeftWhereTheKeysAreUsed()
{
    fill(40);
    m_view->setFocus();
    m_view->setCurrentIndex(model().index(2, 0));
    QTest::mouseMove(m_view->viewport(), {200, 300});
    QTest::mouseMove(m_view->viewport(), {200, 310});
    const SessionId third = m_view->selectedSessions().constFirst();
    QTest::keyClick(m_view, Qt::Key_Delete);
    emit m_link->sessionsChanged(ends({third}));
    letFadedGo();
    QCOMPARE(m_view->visualRect(model().index(0, 0)).top(), 0);
}

void TestSessionsPane::theNextIsSelectedForOneEndedHere()
{
    fill();
    m_view->setFocus();
    m_view->setCurrentIndex(model().index(2, 0));
    const SessionId third = m_view->selectedSessions().constFirst();
    m_view->setCurrentIndex(model().index(3, 0));
    const SessionId fourth = m_view->selectedSessions().constFirst();
    m_view->setCurrentIndex(model().index(2, 0));
    QTest::keyClick(m_view, Qt::Key_Delete);
    emit m_link->sessionsChanged(ends({third}));
    letFadedGo();
    QTRY_COMPARE(m_view->selectedSessions(), QList<SessionId>{fourth});
    QCOMPARE(m_view->currentIndex(), model().indexOf(fourth));
    QVERIFY(action("disconnect")->isEnabled());
}

// No key may mean a session that nobody chose, and no menu speak of one.
void TestSessionsPane::noneIsSelectedForOneThatEnded()
{
    fill();
    m_view->setFocus();
    m_view->setCurrentIndex(model().index(2, 0));
    emit m_link->sessionsChanged(ends(m_view->selectedSessions()));
    letFadedGo();
    QCoreApplication::processEvents();
    QVERIFY(m_view->selectedSessions().isEmpty());
    QMenu menu;
    m_pane->addRowEntries(&menu, nullptr);
    QVERIFY(menu.isEmpty());
}

void TestSessionsPane::nothingIsCountedOfWhatIsNotKnown()
{
    QVERIFY2(totals().contains(u'0'), qPrintable(totals()));
    m_link->setState(ControlClient::State::Closed);
    QTRY_VERIFY2(!totals().contains(u'0'), qPrintable(totals()));
    m_link->setState(ControlClient::State::Online);
    QTRY_VERIFY2(totals().contains(u'0'), qPrintable(totals()));
}

void TestSessionsPane::aNewFilterStartsAtTheTop()
{
    fill();
    m_view->setCurrentIndex(model().indexOf(404));
    scrollToMiddle();
    m_pane->filterField()->setText(QStringLiteral("host:host"));
    QVERIFY(model().rowCount() > 100);
    QCOMPARE(m_view->visualRect(model().index(0, 0)).top(), 0);
}

void TestSessionsPane::expandingKeepsTheRowInPlace()
{
    fill();
    scrollToMiddle();
    m_view->setCurrentIndex(model().indexOf(410));
    const int place = top(404);
    m_view->toggle(model().indexOf(404)); // above the current row
    QCOMPARE(top(404), place);
    m_view->toggle(model().indexOf(404));
    QCOMPARE(top(404), place);
}

void TestSessionsPane::goneCurrentRowScrollsNothing()
{
    fill();
    m_view->setCurrentIndex(model().indexOf(2));
    scrollToMiddle();
    const int place = top(400);
    emit m_link->sessionsChanged(ends({2}));
    letFadedGo();
    QCOMPARE(top(400), place);
}

void TestSessionsPane::selectionOutlivesFilterSortAndSnapshot()
{
    fill();
    m_view->setCurrentIndex(model().indexOf(6));
    select({4, 6, 400});
    m_view->toggle(model().indexOf(8));
    m_view->selectionModel()->select(
        model().indexOfConnection(1008), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<SessionId> selected{4, 6, 400};
    const QList<ConnectionId> connections{1008};
    m_view->sortByColumn(SessionsModel::User, Qt::DescendingOrder);
    m_view->sortByColumn(SessionsModel::Activated, Qt::AscendingOrder);
    QCOMPARE(m_view->selectedSessions(), selected);
    QCOMPARE(m_view->selectedConnections(), connections);
    // What the filter hides is not ended by the button, but comes back.
    m_pane->filterField()->setText(QStringLiteral("host:host4.ex"));
    QCOMPARE(m_view->selectedSessions(), QList<SessionId>{4});
    QVERIFY(action("disconnect")->text().contains(u'1'));
    m_pane->filterField()->setText(QStringLiteral("host:host400.ex"));
    QCOMPARE(m_view->selectedSessions(), QList<SessionId>{400});
    m_pane->filterField()->clear();
    QCOMPARE(m_view->selectedSessions(), selected);
    QCOMPARE(m_view->selectedConnections(), connections);
    QCOMPARE(m_view->currentIndex().row(), model().indexOf(6).row());
    // The service is reached again: the same sessions come as a new list.
    SessionDelta again = sessions(2, 800);
    again.reset = true;
    emit m_link->sessionsChanged(again);
    QCOMPARE(m_view->selectedSessions(), selected);
    QCOMPARE(m_view->selectedConnections(), connections);
    // Who selects anew while something is hidden means that alone.
    m_pane->filterField()->setText(QStringLiteral("host:host4"));
    select({40});
    m_pane->filterField()->clear();
    QCOMPARE(m_view->selectedSessions(), QList<SessionId>{40});
}

void TestSessionsPane::restartedServiceSelectsNothing()
{
    fill();
    select({4, 6});
    SessionDelta other = sessions(2, 800);
    other.reset = true;
    for (Session& one : other.sessions)
        one.activated += 1h;
    emit m_link->sessionsChanged(other);
    QVERIFY(m_view->selectedSessions().isEmpty());
    QVERIFY(!action("disconnect")->isEnabled());
}

void TestSessionsPane::tableIsAccessible()
{
    fill();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(list && list->tableInterface());
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Sessions"));
    QCOMPARE(list->tableInterface()->rowCount(), 400);
    QCOMPARE(list->tableInterface()->columnCount(), int(SessionsModel::ColumnCount));
    QAccessibleInterface* cell = list->tableInterface()->cellAt(3, SessionsModel::User);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), model().index(3, SessionsModel::User).data().toString());
    QCOMPARE(list->tableInterface()->cellAt(3, 0)->text(QAccessible::Description), QStringLiteral("collapsed"));
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(model().index(3, 0)).center()));
}

QTEST_MAIN(TestSessionsPane)
#include "test_sessionspane.moc"
