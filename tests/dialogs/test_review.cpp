// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/changelist.h"
#include "dialogs/review/conflictdialog.h"
#include "dialogs/review/conflictlist.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/review/refusedlist.h"
#include "dialogs/review/reviewdialog.h"
#include "dialogs/style/theme.h"
#include "models/base/visibletext.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace sallyport;

class TestReview : public QObject
{
    Q_OBJECT

private:
    static QList<PolicyChange> changes()
    {
        return {
            {ChangeKind::Added, QStringLiteral("client.applications[msmsgs].Disable"), QString(), QStringLiteral("1")},
            {ChangeKind::Changed, QStringLiteral("listeners.webProxy.port"), QStringLiteral("8080"),
                QStringLiteral("3128")}};
    }

    static QList<RefusedConnection> refused()
    {
        QList<RefusedConnection> result;
        for (ConnectionId id = 1; id <= 3; ++id) {
            Session session;
            session.id = 7;
            session.user = QStringLiteral("anna");
            session.application = QStringLiteral("msmsgs.exe");
            session.client = IpAddress::fromV4(0x0a000007);
            Connection connection;
            connection.id = id;
            connection.session = 7;
            connection.host = QStringLiteral("messenger.example.com");
            connection.port = 1863;
            result.append(
                {session, connection, Decision{Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")}});
        }
        return result;
    }

private slots:
    // Names that others chose, in cells and tooltips.
    void whatOthersWroteIsWrittenOut()
    {
        const QString hostile = QString::fromUtf8("a\u202eb\u200b\x1b[2J\nforged");
        ConflictList conflicts(
            {{QStringLiteral("client.applications[%1].Disable").arg(hostile), hostile, hostile, hostile}});
        RefusedList refusals;
        RefusedConnection one = refused().first();
        one.session.application = one.session.user = one.connection.host = one.decision.object = hostile;
        one.decision.reason = Reason::ApplicationDisabled;
        refusals.setRefused({one});
        int named = 0;
        for (const QTreeWidget* list :
            {static_cast<const QTreeWidget*>(&conflicts), static_cast<const QTreeWidget*>(&refusals)}) {
            for (int column = 0; column < list->columnCount(); ++column) {
                for (const QString& text :
                    {list->topLevelItem(0)->text(column), list->topLevelItem(0)->toolTip(column)}) {
                    QCOMPARE(visibleText(text), text);
                    named += text.contains(QStringLiteral("<U+202E>")) ? 1 : 0;
                }
            }
        }
        QVERIFY2(named >= 10, qPrintable(QString::number(named)));
    }

    void applyAnswersWithCommentAndTicked()
    {
        ReviewDialog dialog(changes(), {});
        std::optional<ReviewAnswer> got;
        dialog.onApply([&got](const ReviewAnswer& answer) { got = answer; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("comment"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("no messengers"));
        QVERIFY(!probe::find(&dialog, "refused")->isVisible());
        dialog.setRefused(refused());
        QVERIFY(probe::find<QPushButton>(&dialog, "apply")->text().contains(QLatin1Char('3')));
        auto* list = probe::find<RefusedList>(&dialog, "refused");
        list->setFocus();
        list->setCurrentItem(list->topLevelItem(1));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(probe::find<QPushButton>(&dialog, "apply")->text().contains(QLatin1Char('2')));
        probe::press(&dialog, "apply");
        QVERIFY(got);
        QCOMPARE(got->comment, QStringLiteral("no messengers"));
        QCOMPARE(got->disconnect, QList<ConnectionId>({1, 3}));
    }

    // Text says what the colours say, and no list is too long.
    void changesHaveSignsAndVerbs()
    {
        QList<PolicyChange> many;
        for (int i = 0; i < 500; ++i) {
            const QString path = QStringLiteral("client.applications[p%1]").arg(i);
            many.append({static_cast<ChangeKind>(i % 3), path, QStringLiteral("a"), QStringLiteral("b")});
        }
        ReviewDialog dialog(many, {});
        QList<PolicyChange> dropped;
        QString wanted;
        dialog.onDrop([&dropped](const QList<PolicyChange>& changes) { dropped = changes; });
        dialog.onGoTo([&wanted](const QString& path) { wanted = path; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* list = probe::find<DraftChanges>(&dialog, "changes");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(list->model()->index(i, 0).data().toString().left(2),
                QStringList({QStringLiteral("+ "), QStringLiteral("− "), QStringLiteral("~ ")}).at(i));
        const auto choose = [list](int row) {
            list->selectionModel()->setCurrentIndex(
                list->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        };
        list->setFocus();
        choose(4);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(dropped, many.mid(4, 2));
        QTest::keySequence(list, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 1);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        choose(7);
        QCoreApplication::sendEvent(list->viewport(), &event);
        auto* menu = list->findChild<QMenu*>(QStringLiteral("changeMenu"));
        QVERIFY(menu);
        menu->findChild<QAction*>(QStringLiteral("dropChange"))->trigger();
        QCOMPARE(dropped, many.mid(7, 1));
        menu->findChild<QAction*>(QStringLiteral("goToChange"))->trigger();
        QCOMPARE(wanted, many.at(7).path);
        QVERIFY(!dialog.isVisible());
    }

    void errorsKeepFromApplying()
    {
        const Problem problem{Severity::Error,
            {ErrorCode::OutOfRange, QStringLiteral("listeners.webProxy.port"),
                QStringLiteral("0 is out of range; write 1 to 65535")},
            {}, 0};
        ReviewDialog dialog(changes(), {problem});
        int calls = 0;
        dialog.onApply([&calls](const ReviewAnswer&) { ++calls; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(!probe::find(&dialog, "apply")->isEnabled());
        dialog.accept();
        QCOMPARE(calls, 0);
        QCOMPARE(probe::find<QTreeView>(&dialog, "problems")->model()->rowCount(), 1);
    }

    void unknownImpactIsSaid()
    {
        ReviewDialog dialog(changes(), {});
        const int width = dialog.minimumSizeHint().width();
        const QString markup = QStringLiteral("<h1>x</h1><img src='/a.png'>");
        dialog.setRefusedUnknown({ErrorCode::Unreachable, markup + QString(10'000, u'w'), markup});
        const auto* impact = probe::find<QLabel>(&dialog, "impact");
        QCOMPARE(impact->textFormat(), Qt::PlainText);
        QCOMPARE(dialog.minimumSizeHint().width(), width);
        dialog.setRefusedUnknown({ErrorCode::Unreachable, QString(), QString()});
        QVERIFY(probe::find<QLabel>(&dialog, "impact")->text().contains(QLatin1StringView("not known")));
        QVERIFY(probe::find(&dialog, "apply")->isEnabled());
        dialog.setRefused({});
        QVERIFY(probe::find<QLabel>(&dialog, "impact")->text().contains(QLatin1StringView("No live")));
    }

    // However little room there is, no part lies on another.
    void partsKeepOffEachOtherInLargeLetters()
    {
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(font);
        const auto leave = qScopeGuard([&before] { QApplication::setFont(before); });
        const Theme theme(*qApp);
        ReviewDialog dialog(changes(), {});
        dialog.show();
        dialog.setRefused(refused(), TimePoint{});
        dialog.resize(800, 552);
        QTRY_COMPARE(dialog.height(), 552);
        QStringList found;
        const auto overlaps = [&] {
            found.clear();
            const QList<QWidget*> parts = dialog.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
            for (const QWidget* one : parts) {
                for (const QWidget* other : parts) {
                    if (one < other && one->isVisible() && other->isVisible()
                        && one->geometry().intersects(other->geometry()))
                        found.append(QLatin1StringView(one->metaObject()->className()) + u' ' + one->objectName() + u'/'
                            + other->objectName());
                }
            }
            return !found.isEmpty();
        };
        QTRY_VERIFY2(!overlaps(), qPrintable(found.join(u'\n')));
    }

    void refusedOnesSayWhereTheyAreAndForHowLong()
    {
        const TimePoint now{std::chrono::hours(10)};
        RefusedConnection named = refused().first();
        named.session.computer = QStringLiteral("PC-17");
        named.connection.start = now - std::chrono::minutes(5);
        RefusedConnection nameless = named;
        nameless.session.computer.clear();
        nameless.session.user.clear();
        RefusedDialog dialog({named, nameless}, now);
        auto* list = probe::find<RefusedList>(&dialog, "refused");
        const auto row = [list](int at) {
            QStringList cells;
            for (int column = 0; column < list->columnCount(); ++column)
                cells.append(list->topLevelItem(at)->text(column));
            return cells;
        };
        QVERIFY2(row(0).contains(QStringLiteral("PC-17")) && row(0).contains(QStringLiteral("anna")),
            qPrintable(row(0).join(u'|')));
        QVERIFY2(row(0).contains(QStringLiteral("5 min")), qPrintable(row(0).join(u'|')));
        QVERIFY2(row(1).contains(QStringLiteral("10.0.0.7")) && row(1).contains(QStringLiteral("anonymous")),
            qPrintable(row(1).join(u'|')));
        // Where the moment is not told, no age is made up.
        RefusedList ageless;
        ageless.setRefused({named});
        QVERIFY(ageless.isColumnHidden(4));
    }

    // The dialog is made as wide as its list wants to be, so nothing is left to be scrolled to.
    void refusedOnesAreWholeWhereThereIsRoom()
    {
        QList<RefusedConnection> narrow = refused(); // enough for this platform's screen
        for (RefusedConnection& one : narrow)
            one.session.application = one.connection.host = QStringLiteral("im");
        RefusedDialog dialog(narrow);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* list = probe::find<RefusedList>(&dialog, "refused");
        QVERIFY(list->width() >= list->sizeHint().width());
        QTRY_COMPARE(list->header()->length(), list->viewport()->width());
        QVERIFY(!list->horizontalScrollBar()->isVisible());
        // Nor is there a gap or a cut once a column is made narrower.
        list->header()->resizeSection(0, list->columnWidth(0) / 2);
        QTRY_COMPARE(list->header()->length(), list->viewport()->width());
    }

    void disconnectAfterwards()
    {
        RefusedDialog dialog(refused());
        QList<ConnectionId> got;
        dialog.onDisconnect([&got](const QList<ConnectionId>& ids) { got = ids; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* list = probe::find<RefusedList>(&dialog, "refused");
        list->setFocus();
        list->selectAll();
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!probe::find(&dialog, "disconnect")->isEnabled());
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(got.size(), 3);
        QVERIFY(!dialog.isVisible());
    }

    void conflictsAreDecidedOneByOne()
    {
        const Revision head{42, 41, QStringLiteral("anna"), QString(), TimePoint(), QString()};
        const QList<MergeConflict> conflicts{
            {QStringLiteral("client.port"), QStringLiteral("1745"), QStringLiteral("1746"), QStringLiteral("1747")},
            {QStringLiteral("client.applications[icq].Disable"), QStringLiteral("1"), QStringLiteral("0"), {}},
            {QStringLiteral("unmatched"), QStringLiteral("deny"), QStringLiteral("allow"), {}}};
        ConflictDialog dialog(conflicts, changes(), head, QStringLiteral("3 min ago"));
        std::optional<QSet<QString>> got;
        dialog.onDecided([&got](const QSet<QString>& theirs) { got = theirs; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* list = probe::find<ConflictList>(&dialog, "conflicts");
        QCOMPARE(QApplication::focusWidget(), list);
        // Nothing is taken before somebody says so.
        QVERIFY(!probe::find(&dialog, "merge")->isEnabled());
        dialog.accept();
        QVERIFY(!got);
        QVERIFY(probe::find<QLabel>(&dialog, "undecided")->text().contains(QLatin1Char('3')));
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Left);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->undecided(), 0);
        QVERIFY(list->topLevelItem(0)->text(3).startsWith(QStringLiteral("◉")));
        QVERIFY(list->topLevelItem(0)->text(2).startsWith(QStringLiteral("○")));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(got, (QSet<QString>{QStringLiteral("client.port"), QStringLiteral("unmatched")}));
        QVERIFY(!dialog.isVisible());
    }

    void conflictsAreDecidedByMouseAndTogether()
    {
        const QList<MergeConflict> conflicts{
            {QStringLiteral("client.port"), QStringLiteral("1745"), QStringLiteral("1746"), QStringLiteral("1747")},
            {QStringLiteral("unmatched"), QStringLiteral("deny"), QStringLiteral("allow"), {}}};
        ConflictDialog dialog(conflicts, {}, {}, {});
        QSet<QString> got{QStringLiteral("none")};
        dialog.onDecided([&got](const QSet<QString>& theirs) { got = theirs; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        probe::press(&dialog, "theirs");
        auto* list = probe::find<ConflictList>(&dialog, "conflicts");
        const QModelIndex mine = list->model()->index(1, 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(mine).center());
        probe::press(&dialog, "merge");
        QCOMPARE(got, QSet<QString>{QStringLiteral("client.port")});
    }

    void decidingLaterDecidesNothing()
    {
        ConflictDialog dialog({{QStringLiteral("client.port"), {}, {}, {}}}, {}, {}, {});
        bool called = false;
        dialog.onDecided([&called](const QSet<QString>&) { called = true; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        probe::press(&dialog, "mine");
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!called);
    }
};

SALLYPORT_DIALOG_TEST(TestReview)
#include "test_review.moc"
