// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/firewallclientsheet.h"
#include "dialogs/style/theme.h"
#include "models/policy/policy.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace sallyport;

class TestFirewallClient : public QObject
{
    Q_OBJECT

private:
    static ClientConfiguration client()
    {
        ClientConfiguration client = defaultPolicy(QStringLiteral("branch-a")).client;
        putApplicationRow(
            client.applications, nullptr, {QStringLiteral("msmsgs"), ApplicationKey::Disable, QStringLiteral("1")});
        putApplicationRow(
            client.applications, nullptr, {QStringLiteral("msmsgs"), ApplicationKey::Persistent, QStringLiteral("1")});
        putApplicationRow(client.applications, nullptr,
            {QStringLiteral("outlook"), ApplicationKey::NameResolution, QStringLiteral("R")});
        return client;
    }

private slots:
    void untouchedValueComesBackUnchanged()
    {
        ClientConfiguration value = client();
        value.serverAddresses = {IpAddress::fromV4(0x0a000001), *IpAddress::parse(std::string_view("fd00::1"))};
        FirewallClientSheet sheet({});
        sheet.setValue(value);
        QCOMPARE(sheet.draft(), value);
        int calls = 0;
        sheet.onApplied([&calls](const ClientConfiguration&) { ++calls; });
        SheetMemory memory;
        sheet.rememberIn(memory, QStringLiteral("sheet"));
        sheet.open();
        QVERIFY(!probe::find(&sheet, "apply")->isEnabled());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(calls, 0);
        QVERIFY(!memory.find<ClientConfiguration>(QStringLiteral("sheet")));
    }

    void applyFollowsTheDifference()
    {
        FirewallClientSheet sheet({});
        sheet.setValue(client());
        QList<ClientConfiguration> got;
        sheet.onApplied([&got](const ClientConfiguration& value) { got.append(value); });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QWidget* apply = probe::find(&sheet, "apply");
        probe::retype(&sheet, "refreshHours", QStringLiteral("12"));
        QVERIFY(apply->isEnabled());
        probe::retype(&sheet, "refreshHours", QStringLiteral("6"));
        QVERIFY(!apply->isEnabled());
        probe::retype(&sheet, "refreshHours", QStringLiteral("24"));
        probe::press(&sheet, "apply");
        QVERIFY(!apply->isEnabled());
        QCOMPARE(got.size(), 1);
        QCOMPARE(got.first().refreshHours, 24);
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.size(), 1);
        QVERIFY(!sheet.isVisible());
    }

    void nonsenseIsRefusedWithARemedy_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* field, const char* typed, const char* remedy) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(typed)
                                 << QString::fromLatin1(remedy);
        };
        row("serverName", "no spaces!", "DNS name");
        row("port", "70000", "65535");
        row("refreshHours", "soon", "168");
        row("refreshGiveUp", "0", "1440");
        row("recheck", "-3", "1440");
        row("inaccessibleGiveUp", "1e3", "1440");
        row("webProxyName", "http://x", "name");
        row("webProxyPort", "eighty", "65535");
        row("configurationUrl", "ftp:/x y", "http://");
    }

    void nonsenseIsRefusedWithARemedy()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, remedy);
        FirewallClientSheet sheet({});
        sheet.setValue(client());
        int calls = 0;
        sheet.onApplied([&calls](const ClientConfiguration&) { ++calls; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, field.toLatin1().constData(), typed);
        const QString problem = probe::shownProblem(&sheet, field.toLatin1().constData());
        QVERIFY2(problem.contains(remedy), qPrintable(problem));
        QCOMPARE(probe::find(&sheet, field.toLatin1().constData())->accessibleDescription(), problem);
        QVERIFY(!probe::find(&sheet, "apply")->isEnabled());
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
        QCOMPARE(QApplication::focusWidget()->objectName(), field);
        QCOMPARE(calls, 0);
    }

    void addressesMustBeAddresses()
    {
        FirewallClientSheet sheet({});
        sheet.setValue(client());
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::press(&sheet, "byAddress");
        probe::retype(&sheet, "serverAddresses", QStringLiteral("10.0.0.1, 10.0.0.256"));
        QVERIFY(probe::shownProblem(&sheet, "serverAddresses").contains(QLatin1StringView("10.0.0.256")));
        probe::retype(&sheet, "serverAddresses", QStringLiteral("10.0.0.1 fd00::1"));
        QVERIFY(probe::shownProblem(&sheet, "serverAddresses").isEmpty());
        QCOMPARE(sheet.draft().addressing, ServerAddressing::ByAddress);
        QCOMPARE(sheet.draft().serverAddresses.size(), 2);
    }

    void linesAreAddedAndRemovedByKeyboard()
    {
        FirewallClientSheet sheet({{QStringLiteral("icq"), QStringLiteral("ICQ")}});
        sheet.setValue(client());
        probe::showPage(&sheet, "applicationSettings");
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* list = probe::find<QTreeView>(&sheet, "applicationList");
        QCOMPARE(list->model()->rowCount(), 3);
        probe::press(&sheet, "new");
        auto* entry = sheet.findChild<ApplicationEntrySheet*>();
        QVERIFY(entry && QTest::qWaitForWindowActive(entry));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("icq"));
        QTest::keyClick(entry, Qt::Key_Escape); // the list of completions, or the sheet
        if (entry && entry->isVisible())
            QTest::keyClick(entry, Qt::Key_Return);
        QTRY_VERIFY(!sheet.findChild<ApplicationEntrySheet*>());
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(sheet.draft().applications.size() <= 3);
    }

    void changesOfAClosedSheetAreTakenUpAgain()
    {
        SheetMemory memory;
        const ClientConfiguration value = client();
        const QString name = QStringLiteral("sheet");
        {
            FirewallClientSheet sheet({});
            sheet.setValue(value);
            sheet.rememberIn(memory, name);
            sheet.open();
            QVERIFY(QTest::qWaitForWindowActive(&sheet));
            QVERIFY(!probe::find(&sheet, "sheetNotice")->isVisible());
            probe::retype(&sheet, "refreshHours", QStringLiteral("48"));
            QTest::keyClick(&sheet, Qt::Key_Escape);
        }
        {
            FirewallClientSheet sheet({});
            sheet.setValue(value);
            sheet.rememberIn(memory, name);
            sheet.open();
            QVERIFY(QTest::qWaitForWindowActive(&sheet));
            QVERIFY(probe::find(&sheet, "sheetNotice")->isVisible());
            QVERIFY(probe::find(&sheet, "apply")->isEnabled());
            QCOMPARE(sheet.draft().refreshHours, 48);
            QTest::keyClick(&sheet, Qt::Key_Escape); // looked at, and kept once more
        }
        FirewallClientSheet sheet({});
        sheet.setValue(value);
        sheet.rememberIn(memory, name);
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QCOMPARE(sheet.draft().refreshHours, 48);
        emit probe::find<QLabel>(&sheet, "sheetNotice")->linkActivated(QStringLiteral("afresh"));
        QCOMPARE(sheet.draft(), value);
        QVERIFY(!probe::find(&sheet, "apply")->isEnabled());
        QVERIFY(!probe::find(&sheet, "sheetNotice")->isVisible());
        QVERIFY(!memory.find<ClientConfiguration>(name));
    }

    void acceptedChangesAreNotKept()
    {
        SheetMemory memory;
        FirewallClientSheet sheet({});
        sheet.setValue(client());
        sheet.rememberIn(memory, QStringLiteral("sheet"));
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "refreshHours", QStringLiteral("48"));
        probe::press(&sheet, "apply");
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!memory.find<ClientConfiguration>(QStringLiteral("sheet")));
    }

    // They would take back what became of the value since.
    void changesToAnotherValueAreNotTakenUp()
    {
        SheetMemory memory;
        const ClientConfiguration seen = client();
        ClientConfiguration changed = seen;
        changed.refreshHours = 48;
        memory.keep(QStringLiteral("sheet"), seen, changed);
        ClientConfiguration current = seen;
        current.port = 1746;
        FirewallClientSheet sheet({});
        sheet.setValue(current);
        sheet.rememberIn(memory, QStringLiteral("sheet"));
        QCOMPARE(sheet.draft(), current);
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QVERIFY(probe::find(&sheet, "sheetNotice")->isVisible());
    }
};

SALLYPORT_DIALOG_TEST(TestFirewallClient)
#include "test_firewallclient.moc"
