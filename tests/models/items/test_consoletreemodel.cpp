// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/consoletreemodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace sallyport;

class TestConsoleTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void everyPlaceCanBeFound();
    void countsAndReachShow();
    void serversComeAndGo();
};

void TestConsoleTreeModel::everyPlaceCanBeFound()
{
    ConsoleTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.addServer({QStringLiteral("a"), QStringLiteral("branch-a"), Reach::Offline});
    model.addServer({QStringLiteral("b"), QStringLiteral("branch-b"), Reach::Offline});
    for (const QString& server : model.servers()) {
        for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind) {
            const NodePath path{static_cast<NodeKind>(kind), server};
            const QModelIndex index = model.indexOf(path);
            QVERIFY(index.isValid());
            QCOMPARE(ConsoleTreeModel::pathOf(index), path);
            QCOMPARE(model.index(index.row(), 0, index.parent()), index);
        }
    }
    QCOMPARE(model.trail(model.indexOf({NodeKind::Sessions, QStringLiteral("b")})),
        QStringLiteral("branch-b › Monitoring › Sessions"));
}

void TestConsoleTreeModel::countsAndReachShow()
{
    ConsoleTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.addServer({QStringLiteral("a"), QStringLiteral("branch-a"), Reach::Offline});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const NodePath sessions{NodeKind::Sessions, QStringLiteral("a")};
    model.setCount(sessions, 128);
    model.setCount(sessions, 128);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.indexOf(sessions).data(ConsoleTreeModel::CountRole).toInt(), 128);
    model.setCount(sessions, std::nullopt);
    QVERIFY(!model.indexOf(sessions).data(ConsoleTreeModel::CountRole).isValid());
    model.setReach(QStringLiteral("a"), Reach::Online);
    QCOMPARE(model.indexOf({NodeKind::Server, QStringLiteral("a")}).data(ConsoleTreeModel::MarkRole).toInt(),
        static_cast<int>(Mark::Good));
}

void TestConsoleTreeModel::serversComeAndGo()
{
    ConsoleTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.addServer({QStringLiteral("a"), QStringLiteral("branch-a"), Reach::Offline});
    model.addServer({QStringLiteral("b"), QStringLiteral("branch-b"), Reach::Offline});
    model.removeServer(QStringLiteral("a"));
    QCOMPARE(model.servers(), QStringList(QStringLiteral("b")));
    QVERIFY(!model.indexOf({NodeKind::Sessions, QStringLiteral("a")}).isValid());
    QCOMPARE(model.indexOf({NodeKind::Server, QStringLiteral("b")}).data().toString(), QStringLiteral("branch-b"));
}

QTEST_GUILESS_MAIN(TestConsoleTreeModel)
#include "test_consoletreemodel.moc"
