// SPDX-License-Identifier: GPL-3.0-or-later
// Monitoring → Sessions, grouped by a field.
#include "app/console/link/server.h"
#include "app/console/panes/groups.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/treeview.h"
#include "models/items/sessionsmodel.h"
#include "tests/app/console/consolerig.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

// 9 of icq, 6 of msn, 3 without a program; users 0, 1 and 2 in turn.
SessionDelta sessions()
{
    SessionDelta delta;
    for (SessionId id = 1; id <= 18; ++id) {
        const QString program = id <= 9 ? QStringLiteral("ICQ.exe") : id <= 15 ? QStringLiteral("msn") : QString();
        delta.sessions.append({id, SessionType::FirewallClient, QStringLiteral("user%1").arg(id % 3),
            QStringLiteral("PC-%1").arg(id), IpAddress::fromV4(static_cast<std::uint32_t>(id)),
            id == 4 ? QStringLiteral("icq") : program, TimePoint(1000s + std::chrono::seconds(id))});
        delta.connections.append({id + 100, id, QStringLiteral("host%1.example").arg(id % 2), {}, 443, TimePoint(1000s),
            1000, 1000, 1024, 1024});
        delta.connections.append({id + 200, id, QStringLiteral("host%1.example").arg(id % 2), {}, 80, TimePoint(1000s),
            1000, 1000, 1024, 1024});
    }
    return delta;
}

SessionDelta ends(SessionId first, SessionId last)
{
    SessionDelta delta;
    for (SessionId id = first; id <= last; ++id) {
        delta.endedConnections += {id + 100, id + 200};
        delta.endedSessions.append(id);
    }
    return delta;
}

} // namespace

class TestGroups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_rig.reset(); }
    void nothingIsGroupedAtFirst();
    void countsMostFirst();
    void enterNarrowsByTheFiltersWord();
    void clicksAndBoxesChoose();
    void quickClicksAreClicks();
    void typedGroupsThatAreNotShownYetStay();
    void otherWordsStayAndCount();
    void typedWordsAreChecked();
    void groupsOfDestinationsCountSessions();
    void heldRowsKeepTheirPlaces();
    void f5OrdersThemAnew();
    void chosenGroupsStay();
    void pausedGroupsStandStill();
    void choiceIsKept();
    void offCostsNothing();
    void deleteAndSpaceMeanNoOtherList();
    void f6GoesThroughThem();
    void smallWindowsHoldThem_data();
    void smallWindowsHoldThem();
    void saysWhenThereAreMore();

private:
    void groupBy(const char* field) { action("groupBy/", field)->trigger(); }
    QAction* action(const char* name, const char* more = "") const
    {
        return m_pane->findChild<QAction*>(QLatin1StringView(name) + QLatin1StringView(more));
    }
    GroupsView* groups() const { return m_pane->findChild<GroupsView*>(); }
    SessionsModel& model() const { return m_rig->server().sessions(); }
    QStringList shown() const; // "[x] value count"
    QModelIndex row(const QString& value) const;
    // What counts, and what waits until it may count again.
    QTimer* timer(const char* name) const { return groups()->model()->findChild<QTimer*>(QLatin1StringView(name)); }
    // As if that much time had passed; false when it counts then.
    bool staysStill() const
    {
        QMetaObject::invokeMethod(timer("pause"), "timeout");
        return !timer("turn")->isActive();
    }
    QString filter() const { return m_pane->filterField()->text(); }
    void click(const QString& value, Qt::KeyboardModifiers modifiers = {}, bool onBox = false);

    std::unique_ptr<ConsoleRig> m_rig;
    SessionsPane* m_pane = nullptr;
};

void TestGroups::init()
{
    m_rig = std::make_unique<ConsoleRig>();
    m_rig->window->resize(1366, 768);
    m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
    m_pane = qobject_cast<SessionsPane*>(m_rig->window->pane());
    QVERIFY(m_pane);
    emit m_rig->link->sessionsChanged(sessions());
    QTRY_COMPARE(model().rowCount(), 18);
}

QStringList TestGroups::shown() const
{
    QStringList lines;
    const QAbstractItemModel& rows = *groups()->model();
    for (int i = 0; i < rows.rowCount(); ++i) {
        const QModelIndex index = rows.index(i, SessionGroups::Value);
        lines.append((index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStringLiteral("* ") : QString())
            + index.data().toString() + u' ' + index.siblingAtColumn(SessionGroups::Sessions).data().toString());
    }
    return lines;
}

QModelIndex TestGroups::row(const QString& value) const
{
    const QAbstractItemModel& rows = *groups()->model();
    return rows.match(rows.index(0, 0), Qt::DisplayRole, value, 1, Qt::MatchFixedString).value(0);
}

void TestGroups::click(const QString& value, Qt::KeyboardModifiers modifiers, bool onBox)
{
    const QModelIndex index = row(value);
    QVERIFY2(index.isValid(), qPrintable(value));
    const QRect cell = groups()->visualRect(index);
    const QPoint at = onBox ? QPoint(cell.left() + 10, cell.center().y()) : cell.center();
    QTest::mouseClick(groups()->viewport(), Qt::LeftButton, modifiers, at);
}

void TestGroups::nothingIsGroupedAtFirst()
{
    QVERIFY(!groups()->isVisible());
    QVERIFY(m_pane->view()->isVisible());
    QVERIFY(action("groupBy/")->isChecked());
    // In reach of the mouse, the menu of the place and so of Ctrl+K.
    QVERIFY(m_pane->findChild<QToolButton*>(QStringLiteral("groupByButton"))->isVisible());
    QVERIFY(m_pane->paneActions().contains(action("groupBy")));
    QCOMPARE(action("groupBy")->menu<QMenu*>()->actions().size(), qsizetype(8));
}

void TestGroups::countsMostFirst()
{
    groupBy("program");
    QTRY_VERIFY(groups()->isVisible());
    const QStringList expected{
        QStringLiteral("* All 18"), QStringLiteral("ICQ.exe 9"), QStringLiteral("msn 6"), QStringLiteral("none 3")};
    QTRY_COMPARE(shown(), expected); // programs however they are spelled, as the filter takes them
    QCOMPARE(row(QStringLiteral("msn")).siblingAtColumn(SessionGroups::Rate).data().toString(),
        QStringLiteral("24.0 KiB/s"));
    // Names whole beside their boxes, numbers whole always.
    const auto isWhole = [this](const QString& text, int column, int box) {
        return groups()->header()->sectionSize(column) > groups()->fontMetrics().horizontalAdvance(text) + box + 6;
    };
    const int box = groups()->style()->pixelMetric(QStyle::PM_IndicatorWidth);
    QTRY_VERIFY(isWhole(QStringLiteral("24.0 KiB/s"), SessionGroups::Rate, 0));
    QTRY_VERIFY(isWhole(QStringLiteral("ICQ.exe"), SessionGroups::Value, box));
    QCoreApplication::processEvents();
    probe::picture(m_rig->window.get(), QStringLiteral("groups"));
    m_rig->theme.setAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    probe::picture(m_rig->window.get(), QStringLiteral("groups-dark"));
    m_rig->theme.setAppearance(Appearance::Light);
    QCOMPARE(probe::unnamedControls(m_pane), QStringList());
    // Live.
    SessionDelta more;
    for (SessionId id = 21; id <= 30; ++id)
        more.sessions.append({id, SessionType::Socks, QStringLiteral("user9"), QStringLiteral("PC-9"),
            IpAddress::fromV4(9), QStringLiteral("aim"), TimePoint(1000s)});
    emit m_rig->link->sessionsChanged(more);
    QTRY_COMPARE(shown().value(1), QStringLiteral("aim 10"));
    groupBy("type");
    QTRY_COMPARE(shown().value(1), QStringLiteral("Firewall Client 18"));
    click(QStringLiteral("Firewall Client"));
    QTRY_COMPARE(model().rowCount(), 18);
}

void TestGroups::enterNarrowsByTheFiltersWord()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    groups()->setFocus(Qt::OtherFocusReason);
    QTest::keyClick(groups(), Qt::Key_Down);
    QVERIFY(filter().isEmpty()); // to look is not to choose
    QTest::keyClick(groups(), Qt::Key_Return);
    QCOMPARE(filter(), QStringLiteral("program:\"ICQ.exe\""));
    QCOMPARE(model().rowCount(), 9);
    QVERIFY(groups()->hasFocus());
    QVERIFY(m_pane->findChild<QLabel*>(QStringLiteral("totals"))->text().contains(QStringLiteral("shown <b>9</b>")));
    QVERIFY(action("disconnectShown")->isEnabled());
    const QStringList expected{
        QStringLiteral("All 18"), QStringLiteral("* ICQ.exe 9"), QStringLiteral("msn 6"), QStringLiteral("none 3")};
    QTRY_COMPARE(shown(), expected);
    QTest::keyClick(groups(), Qt::Key_Down);
    QTest::keyClick(groups(), Qt::Key_Space); // and that one
    QCOMPARE(filter(), QStringLiteral("program:\"ICQ.exe\"|\"msn\""));
    QCOMPARE(model().rowCount(), 15);
    QTest::keyClick(groups(), Qt::Key_Home);
    QTest::keyClick(groups(), Qt::Key_Return);
    QCOMPARE(filter(), QString());
    QCOMPARE(model().rowCount(), 18);
}

void TestGroups::clicksAndBoxesChoose()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    click(QStringLiteral("msn"));
    QCOMPARE(filter(), QStringLiteral("program:\"msn\""));
    click(QStringLiteral("none"), Qt::ControlModifier);
    QCOMPARE(filter(), QStringLiteral("program:\"msn\"|\"\""));
    QCOMPARE(model().rowCount(), 9);
    click(QStringLiteral("msn"), {}, true);
    QCOMPARE(filter(), QStringLiteral("program:\"\""));
    click(QStringLiteral("ICQ.exe"));
    QCOMPARE(filter(), QStringLiteral("program:\"ICQ.exe\""));
    click(QStringLiteral("ICQ.exe"), Qt::ControlModifier); // the last one
    QCOMPARE(filter(), QString());
    // The other button asks, it chooses nothing.
    QTest::mouseClick(
        groups()->viewport(), Qt::RightButton, {}, groups()->visualRect(row(QStringLiteral("msn"))).center());
    QCOMPARE(filter(), QString());
}

void TestGroups::quickClicksAreClicks()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    click(QStringLiteral("msn"));
    click(QStringLiteral("none"), Qt::ControlModifier);
    const QString before = filter();
    const QModelIndex index = row(QStringLiteral("ICQ.exe"));
    const QRect cell = groups()->visualRect(index);
    const QPoint box(cell.left() + 10, cell.center().y());
    const auto again = [this](const QPoint& at) {
        QMouseEvent second(QEvent::MouseButtonDblClick, at, groups()->viewport()->mapToGlobal(at), Qt::LeftButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(groups()->viewport(), &second);
        QTest::mouseRelease(groups()->viewport(), Qt::LeftButton, {}, at);
    };
    click(QStringLiteral("ICQ.exe"), {}, true);
    QVERIFY(filter() != before);
    again(box);
    QCOMPARE(filter(), before);
    click(QStringLiteral("msn"));
    again(groups()->visualRect(row(QStringLiteral("msn"))).center());
    QCOMPARE(filter(), QStringLiteral("program:\"msn\""));
}

void TestGroups::typedGroupsThatAreNotShownYetStay()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_pane->filterField()->setText(QStringLiteral("user:=zed"));
    click(QStringLiteral("user1"), Qt::ControlModifier);
    QCOMPARE(filter(), QStringLiteral("user:\"zed\"|\"user1\""));
}

void TestGroups::otherWordsStayAndCount()
{
    m_pane->filterField()->setText(QStringLiteral("user:user1 program:ICQ -computer:PC-1"));
    groupBy("program");
    QTRY_COMPARE(shown().value(0), QStringLiteral("* All 2"));
    QCOMPARE(shown().size(), qsizetype(2));
    click(QStringLiteral("All"));
    QCOMPARE(filter(), QStringLiteral("user:user1 program:ICQ -computer:PC-1")); // a part of a name is no group
    m_pane->filterField()->setText(QStringLiteral("user:user2"));
    const QStringList expected{
        QStringLiteral("* All 6"), QStringLiteral("ICQ.exe 3"), QStringLiteral("msn 2"), QStringLiteral("none 1")};
    QTRY_COMPARE(shown(), expected);
    click(QStringLiteral("msn"));
    QCOMPARE(filter(), QStringLiteral("user:user2 program:\"msn\""));
    QCOMPARE(model().rowCount(), 2); // as many as were told
    click(QStringLiteral("ICQ.exe"));
    QCOMPARE(filter(), QStringLiteral("user:user2 program:\"ICQ.exe\""));
    QCOMPARE(model().rowCount(), 3);
}

void TestGroups::typedWordsAreChecked()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_pane->filterField()->setText(QStringLiteral("user:=USER1|user2"));
    const QStringList expected{
        QStringLiteral("All 18"), QStringLiteral("user0 6"), QStringLiteral("* user1 6"), QStringLiteral("* user2 6")};
    QTRY_COMPARE(shown(), expected);
    m_pane->filterField()->clear();
    QTRY_COMPARE(shown().value(0), QStringLiteral("* All 18"));
}

void TestGroups::groupsOfDestinationsCountSessions()
{
    groupBy("host");
    const QStringList expected{
        QStringLiteral("* All 18"), QStringLiteral("host0.example 9"), QStringLiteral("host1.example 9")};
    QTRY_COMPARE(shown(), expected); // though each has two connections
    m_pane->filterField()->setText(QStringLiteral("port:80"));
    QTRY_COMPARE(row(QStringLiteral("host0.example")).siblingAtColumn(SessionGroups::Rate).data().toString(),
        QStringLiteral("18.0 KiB/s")); // of the connections that fit
    QCOMPARE(shown(), expected);
    click(QStringLiteral("host1.example"));
    QCOMPARE(model().shown().sessions, 9);
    QCOMPARE(model().shown().connections, 9);
    groupBy("port");
    QTRY_COMPARE(shown().value(1), QStringLiteral("* 80 9")); // its word chooses one here
}

void TestGroups::heldRowsKeepTheirPlaces()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    QEvent enter(QEvent::Enter);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(groups(), &enter);
    emit m_rig->link->sessionsChanged(ends(1, 8));
    QTRY_COMPARE(shown().value(1), QStringLiteral("ICQ.exe 1"));
    QCOMPARE(shown().value(2), QStringLiteral("msn 6"));
    emit m_rig->link->sessionsChanged(ends(9, 9));
    QTRY_COMPARE(shown().value(1), QStringLiteral("ICQ.exe 0"));
    QCoreApplication::sendEvent(groups(), &leave);
    emit m_rig->link->sessionsChanged(ends(18, 18));
    const QStringList expected{QStringLiteral("* All 8"), QStringLiteral("msn 6"), QStringLiteral("none 2")};
    QTRY_COMPARE(shown(), expected);
    // Another order is somebody's choice, and made at once.
    QCoreApplication::sendEvent(groups(), &enter);
    groups()->sortByColumn(SessionGroups::Value, Qt::DescendingOrder);
    QCOMPARE(shown().value(1), QStringLiteral("none 2"));
    QCOMPARE(shown().value(0), QStringLiteral("* All 8"));
}

void TestGroups::f5OrdersThemAnew()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    groups()->setFocus(Qt::OtherFocusReason); // holds the rows
    emit m_rig->link->sessionsChanged(ends(1, 8));
    m_pane->refresh();
    const QStringList expected{
        QStringLiteral("* All 10"), QStringLiteral("msn 6"), QStringLiteral("none 3"), QStringLiteral("ICQ.exe 1")};
    QTRY_COMPARE(shown(), expected);
}

void TestGroups::chosenGroupsStay()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_pane->filterField()->setText(QStringLiteral("program:\"msn\""));
    emit m_rig->link->sessionsChanged(ends(10, 15));
    QTRY_VERIFY2(shown().contains(QStringLiteral("* msn 0")), qPrintable(shown().join(u'|')));
    m_pane->filterField()->setText(QStringLiteral("program:\"never\""));
    QTRY_VERIFY2(shown().contains(QStringLiteral("* never 0")), qPrintable(shown().join(u'|')));
    click(QStringLiteral("never"), Qt::ControlModifier);
    QCOMPARE(filter(), QString());
}

void TestGroups::pausedGroupsStandStill()
{
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_pane->view()->setFocus();
    QTest::keyClick(m_pane->view(), Qt::Key_Space);
    QVERIFY(model().isPaused());
    QTRY_VERIFY(!timer("turn")->isActive());
    emit m_rig->link->sessionsChanged(ends(1, 9));
    QVERIFY(staysStill());
    // Choosing goes on.
    click(QStringLiteral("msn"));
    QCOMPARE(model().rowCount(), 6);
    QVERIFY(staysStill());
    QCOMPARE(shown().value(1), QStringLiteral("ICQ.exe 9"));
    m_pane->view()->setFocus();
    QTest::keyClick(m_pane->view(), Qt::Key_Space);
    QTRY_COMPARE(
        row(QStringLiteral("All")).siblingAtColumn(SessionGroups::Sessions).data().toString(), QStringLiteral("9"));
}

void TestGroups::choiceIsKept()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_rig->restart();
    m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
    m_pane = qobject_cast<SessionsPane*>(m_rig->window->pane());
    QTRY_VERIFY(groups()->isVisible());
    QVERIFY(action("groupBy/", "user")->isChecked());
    emit m_rig->link->sessionsChanged(sessions());
    QTRY_COMPARE(shown().value(1), QStringLiteral("user0 6"));
    // The main list is still where the keys go first.
    m_pane->focusContent();
    QVERIFY(m_pane->view()->hasFocus());
}

void TestGroups::offCostsNothing()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    groupBy("");
    QVERIFY(!groups()->isVisible());
    QCOMPARE(groups()->model()->rowCount(), 0);
    QSignalSpy counted(groups()->model(), SIGNAL(counted()));
    emit m_rig->link->sessionsChanged(ends(1, 1));
    QTRY_COMPARE(model().totals().sessions, qint64(17));
    QCoreApplication::processEvents();
    QVERIFY(!timer("turn")->isActive());
    QVERIFY(!timer("pause")->isActive());
    QVERIFY(staysStill());
    // The filter that a group has set is a filter like any other.
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    click(QStringLiteral("user1"));
    groupBy("");
    QCOMPARE(filter(), QStringLiteral("user:\"user1\""));
    // Nobody counts for a place out of sight.
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_rig->window->go({NodeKind::Services, ConsoleRig::key()});
    counted.clear();
    emit m_rig->link->sessionsChanged(ends(2, 2));
    QTRY_COMPARE(model().totals().sessions, qint64(16));
    QVERIFY(!timer("turn")->isActive());
    QVERIFY(!timer("pause")->isActive());
    QVERIFY(staysStill());
    QCOMPARE(counted.size(), qsizetype(0));
}

void TestGroups::deleteAndSpaceMeanNoOtherList()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_pane->view()->selectRow(0);
    QVERIFY(action("disconnect")->isEnabled());
    groups()->setFocus(Qt::OtherFocusReason);
    const qsizetype sent = m_rig->link->calls.size();
    QTest::keyClick(groups(), Qt::Key_Delete);
    QCOMPARE(m_rig->link->calls.size(), sent);
    QTest::keyClick(groups(), Qt::Key_Down);
    QTest::keyClick(groups(), Qt::Key_Space);
    QVERIFY(!model().isPaused());
    QCOMPARE(filter(), QStringLiteral("user:\"user0\""));
}

void TestGroups::f6GoesThroughThem()
{
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_rig->window->findChild<TreeView*>()->setFocus();
    QTest::keyClick(m_rig->window.get(), Qt::Key_F6);
    QVERIFY(groups()->hasFocus());
    QVERIFY(groups()->selectionModel()->hasSelection());
    QTest::keyClick(m_rig->window.get(), Qt::Key_F6);
    QVERIFY(m_pane->view()->hasFocus());
    QTest::keyClick(m_rig->window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(groups()->hasFocus());
    groupBy("");
    QVERIFY(!groups()->hasFocus());
    m_rig->window->findChild<TreeView*>()->setFocus();
    QTest::keyClick(m_rig->window.get(), Qt::Key_F6);
    QVERIFY(m_pane->view()->hasFocus());
}

void TestGroups::smallWindowsHoldThem_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("small") << 100;
    QTest::newRow("large letters") << 200;
}

void TestGroups::smallWindowsHoldThem()
{
    QFETCH(int, percent);
    m_rig.reset();
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(before.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    const auto leave = qScopeGuard([&] {
        m_rig.reset();
        QApplication::setFont(before);
    });
    init();
    groupBy("program");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    m_rig->window->resize(800, 600);
    QTRY_COMPARE(m_rig->window->size(), QSize(800, 600));
    const QSize least = m_rig->window->minimumSizeHint();
    QVERIFY2(least.width() <= 800 && least.height() <= 600, qPrintable(QString::number(least.width())));
    // Numbers are whole, or can be scrolled to.
    const auto cut = [this] {
        int found = 0;
        for (const int column : {SessionGroups::Sessions, SessionGroups::Rate}) {
            for (int i = 0; i < groups()->model()->rowCount(); ++i)
                found
                    += groups()->fontMetrics().horizontalAdvance(groups()->model()->index(i, column).data().toString())
                        + 6
                    > groups()->header()->sectionSize(column);
        }
        return found;
    };
    QTRY_COMPARE(cut(), 0);
    const int over = groups()->header()->length() - groups()->viewport()->width();
    QVERIFY(over <= 0 || groups()->horizontalScrollBar()->maximum() > 0);
    QVERIFY(groups()->viewport()->height() >= 3 * groups()->visualRect(row(QStringLiteral("msn"))).height());
    QCoreApplication::processEvents();
    m_rig->window->repaint();
    QCoreApplication::processEvents();
    probe::picture(m_rig->window.get(), QStringLiteral("groups-small-%1").arg(percent));
    const int character = groups()->fontMetrics().averageCharWidth();
    QVERIFY(groups()->width() >= 12 * character);
    QVERIFY2(m_pane->view()->width() >= 12 * character, qPrintable(QString::number(m_pane->view()->width())));
    auto* splitter = m_pane->findChild<QSplitter*>(QStringLiteral("groupsSplitter"));
    splitter->setSizes({1, 5000}); // neither can be pushed away
    QVERIFY(groups()->width() > 50);
    splitter->setSizes({5000, 1});
    QVERIFY(m_pane->view()->width() > 50);
}

void TestGroups::saysWhenThereAreMore()
{
    SessionDelta many;
    for (SessionId id = 1001; id <= 1600; ++id)
        many.sessions.append({id, SessionType::Socks, QStringLiteral("many%1").arg(id), QString(), IpAddress::fromV4(9),
            QString(), TimePoint(1000s)});
    auto* label = m_pane->findChild<QLabel*>(QStringLiteral("moreGroups"));
    groupBy("user");
    QTRY_COMPARE(shown().size(), qsizetype(4));
    QVERIFY(!label->isVisible());
    emit m_rig->link->sessionsChanged(many);
    QTRY_COMPARE(groups()->model()->rowCount(), 501);
    QTRY_VERIFY(label->isVisible());
    QVERIFY2(label->text().contains(QStringLiteral("603")), qPrintable(label->text()));
}

QTEST_MAIN(TestGroups)
#include "test_groups.moc"
