// SPDX-License-Identifier: GPL-3.0-or-later
// Which row is selected once the selected ones have gone, and once they are back.
#include "app/console/panes/filterfield.h"
#include "app/console/panes/listview.h"
#include "dialogs/firewallclient/firewallclientsheet.h"
#include "dialogs/review/changelist.h"
#include "dialogs/review/reviewdialog.h"
#include "tests/app/console/consolerig.h"
#include "tests/dialogs/dialogprobe.h"

#include <QTreeView>
#include <QUndoStack>
#include <QtTest>

using namespace sallyport;

class TestRowsKept : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rig = std::make_unique<ConsoleRig>();
        Policy policy = m_rig->server().draft().policy();
        for (const char* name : {"aim", "icq", "kazaa", "zoom"}) {
            ApplicationEntry entry{newObjectId(), QLatin1StringView(name), {}};
            entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
            policy.client.applications.append(entry);
        }
        policy.localDomains = {QStringLiteral("a.example"), QStringLiteral("b.example"), QStringLiteral("c.example"),
            QStringLiteral("d.example")};
        policy.localAddresses.clear();
        for (std::uint32_t i = 0; i < 4; ++i)
            policy.localAddresses.append(
                {IpAddress::fromV4(0x0a000000 + 256 * i), IpAddress::fromV4(0x0a000010 + 256 * i)});
        m_rig->server().draft().change(QStringLiteral("Fill"), policy);
    }
    void cleanup() { m_rig.reset(); }

    void theNeighbourIsSelected_data()
    {
        QTest::addColumn<NodeKind>("kind");
        QTest::newRow("Firewall Client") << NodeKind::FirewallClient;
        QTest::newRow("Local Address Table") << NodeKind::LocalAddressTable;
        QTest::newRow("Local Domain Table") << NodeKind::LocalDomainTable;
    }
    void theNeighbourIsSelected()
    {
        QFETCH(NodeKind, kind);
        m_rig->window->go({kind, ConsoleRig::key()});
        ListView* list = m_rig->window->pane()->findChild<ListView*>();
        QCOMPARE(list->model()->rowCount(), 4);
        QTest::keyClick(list, Qt::Key_Down);
        const QString second = selected(*list);
        const QString third = list->model()->index(2, 0).data().toString();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->model()->rowCount(), 3);
        QTRY_COMPARE(selected(*list), third); // the next
        QTest::keyClick(list, Qt::Key_End);
        const QString last = selected(*list);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(selected(*list), third); // there is no next
        QCOMPARE(list->currentIndex().data().toString(), third);
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), 0);
        m_rig->window->undo();
        QTRY_COMPARE(selected(*list), last);
        m_rig->window->undo();
        QTRY_COMPARE(selected(*list), second);
    }

    // A filter hides and shows; what was chosen meanwhile stays chosen, and nothing is that nobody chose.
    void aFilterTakesNoChoiceAway()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        ListView* list = m_rig->window->pane()->findChild<ListView*>();
        QCOMPARE(selected(*list), QStringLiteral("aim"));
        FilterField* filter = m_rig->window->pane()->filterField();
        filter->setText(QStringLiteral("kaz"));
        QTRY_COMPARE(selected(*list), QStringLiteral("kazaa")); // nothing else is there
        filter->clear();
        QTRY_COMPARE(list->model()->rowCount(), 4);
        QCoreApplication::processEvents();
        QCOMPARE(selected(*list), QStringLiteral("kazaa"));
        // All of them hidden, by and by: the one that was chosen comes back.
        list->setCurrentIndex(list->model()->index(0, 0));
        filter->setText(QStringLiteral("kaz"));
        QTRY_COMPARE(selected(*list), QStringLiteral("kazaa"));
        filter->setText(QStringLiteral("application:kaz -kaz"));
        QTRY_COMPARE(list->model()->rowCount(), 0);
        filter->clear();
        QTRY_COMPARE(selected(*list), QStringLiteral("aim"));
    }

    void theOnlyRowComesBackSelected()
    {
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        ListView* list = m_rig->window->pane()->findChild<ListView*>();
        list->selectAll();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->model()->rowCount(), 0);
        QTRY_COMPARE(m_rig->window->focusWidget()->objectName(), QStringLiteral("firstStep"));
        m_rig->window->undo();
        QTRY_COMPARE(list->selectedRows().size(), 4);
        QVERIFY(list->hasFocus());
    }

    void changesInReview()
    {
        m_rig->window->go({NodeKind::Server, ConsoleRig::key()});
        m_rig->window->review();
        auto* review = m_rig->window->findChild<ReviewDialog*>();
        auto* list = review->findChild<DraftChanges*>();
        list->setFocus(Qt::TabFocusReason);
        QVERIFY(QTest::qWaitForWindowActive(review));
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        const QString before = list->model()->index(list->model()->rowCount() - 2, 0).data().toString();
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(selected(*list), before);
        review->reject();
    }

    void rowsOfTheSheet()
    {
        FirewallClientSheet sheet({});
        sheet.setValue(m_rig->server().draft().policy().client);
        sheet.show();
        probe::showPage(&sheet, "applicationSettings");
        auto* list = sheet.findChild<QTreeView*>(QStringLiteral("applicationList"));
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->model()->rowCount(), 3);
        QTRY_COMPARE(selected(*list), QStringLiteral("kazaa"));
    }

private:
    static QString selected(const QAbstractItemView& list)
    {
        const QModelIndexList rows = list.selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.first().data().toString() : QStringLiteral("%1 rows").arg(rows.size());
    }

    std::unique_ptr<ConsoleRig> m_rig;
};

QTEST_MAIN(TestRowsKept)
#include "test_rowskept.moc"
