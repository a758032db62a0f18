// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/server/serversheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace sallyport;

class TestServerSheet : public QObject
{
    Q_OBJECT

private:
    static ServerSettings settings() { return ServerSettings::of(defaultPolicy(QStringLiteral("branch-a"))); }

private slots:
    void valueGoesInAndOut()
    {
        ServerSheet sheet;
        sheet.setValue(settings());
        QCOMPARE(sheet.draft(), settings());
        ServerSettings got;
        sheet.onApplied([&got](const ServerSettings& value) { got = value; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("name"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("branch-b"));
        probe::press(&sheet, "allow");
        QVERIFY(!probe::shownProblem(&sheet, "allow").isEmpty());
        probe::showPage(&sheet, "listeners");
        probe::retype(&sheet, "webProxyPort", QStringLiteral("3128"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.server.name, QStringLiteral("branch-b"));
        QCOMPARE(got.unmatched, Verdict::Allow);
        QCOMPARE(got.listeners.webProxy.port, 3128);
        Policy policy = defaultPolicy(QStringLiteral("x"));
        got.putInto(policy);
        QCOMPARE(ServerSettings::of(policy), got);
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
        row("name", " ", "name");
        row("description", "two\nlines", "line breaks");
        row("webProxyAddress", "localhost", "IP address");
        row("firewallClientAddress", "239.1.2.3", "group");
        row("firewallClientAddress ", "fe80::1", "link-local");
        row("webProxyPort", "0", "65535");
        row("firewallClientPort", "8080", "another port");
        row("connectTimeout", "ten", "600");
        row("idleTimeout", "9", "86400");
        row("limit", "-1", "1000000");
    }

    void nonsenseIsRefusedWithARemedy()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, remedy);
        field = field.trimmed();
        ServerSheet sheet;
        sheet.setValue(settings());
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        if (!probe::find(&sheet, field.toLatin1().constData())->isVisible())
            probe::showPage(&sheet, "listeners");
        probe::retype(&sheet, field.toLatin1().constData(), typed);
        const QString problem = probe::shownProblem(&sheet, field.toLatin1().constData());
        QVERIFY2(problem.contains(remedy), qPrintable(problem));
        probe::press(&sheet, "ok");
        QVERIFY(sheet.isVisible());
    }

    // The filter's place is edited elsewhere; a port it has is taken all the same.
    void thePortOfTheSocksFilterIsTaken()
    {
        ServerSheet sheet(Listener{true, IpAddress::fromV4(0x7f000001), 1080});
        sheet.setValue(settings());
        probe::showPage(&sheet, "listeners");
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "webProxyPort", QStringLiteral("1080"));
        QVERIFY(probe::shownProblem(&sheet, "webProxyPort").contains(QLatin1StringView("SOCKS V4")));
        probe::press(&sheet, "ok");
        QVERIFY(sheet.isVisible());
    }

    // What no value can hold comes back with the sheet, in each of its fields.
    void wrongTextsAreKeptWithTheSheet()
    {
        SheetMemory memory;
        const QList<std::pair<const char*, const char*>> typed{
            {"webProxyPort", "99999"}, {"firewallClientAddress", "gateway"}, {"limit", "many"}};
        {
            ServerSheet sheet;
            sheet.setValue(settings());
            sheet.rememberIn(memory, QStringLiteral("server"));
            probe::showPage(&sheet, "listeners");
            sheet.open();
            for (const auto& [field, text] : typed)
                probe::retype(&sheet, field, QLatin1StringView(text));
            sheet.reject();
        }
        ServerSheet sheet;
        sheet.setValue(settings());
        sheet.rememberIn(memory, QStringLiteral("server"));
        probe::showPage(&sheet, "listeners");
        sheet.open();
        for (const auto& [field, text] : typed) {
            QCOMPARE(probe::find<QLineEdit>(&sheet, field)->text(), QLatin1StringView(text));
            QVERIFY(!probe::shownProblem(&sheet, field).isEmpty());
        }
        QVERIFY(probe::find(&sheet, "sheetNotice")->isVisible());
        // What is right again is forgotten.
        for (const auto& [field, text] : typed)
            probe::find<QLineEdit>(&sheet, field)->setText(QStringLiteral("1"));
        probe::find<QLineEdit>(&sheet, "firewallClientAddress")->setText(QStringLiteral("127.0.0.1"));
        probe::press(&sheet, "ok");
        QVERIFY(!memory.find<ServerSettings>(QStringLiteral("server")));
    }

    // What is wrong in a field that can't be edited must not keep the sheet.
    void aClosedListenerKeepsWhatItHad()
    {
        ServerSheet sheet;
        sheet.setValue(settings());
        probe::showPage(&sheet, "listeners");
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "webProxyPort", QStringLiteral("99999"));
        QVERIFY(!probe::shownProblem(&sheet, "webProxyPort").isEmpty());
        probe::press(&sheet, "webProxyEnabled");
        QVERIFY(probe::shownProblem(&sheet, "webProxyPort").isEmpty());
        probe::press(&sheet, "ok");
        QVERIFY(!sheet.isVisible());
        QCOMPARE(sheet.draft().listeners.webProxy.port, settings().listeners.webProxy.port);
    }

    // Whatever is wrong: the buttons stay where they are, and each problem has the room its words need.
    void problemsMoveNoButton()
    {
        ServerSheet sheet;
        sheet.setValue(settings());
        probe::showPage(&sheet, "listeners");
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        const QSize size = sheet.size();
        QWidget* ok = probe::find(&sheet, "ok");
        const QPoint place = ok->mapTo(&sheet, QPoint());
        for (const char* field : {"webProxyAddress", "webProxyPort", "firewallClientAddress", "firewallClientPort",
                 "connectTimeout", "idleTimeout", "limit"}) {
            probe::retype(&sheet, field, QStringLiteral("x"));
            QCoreApplication::processEvents();
            QVERIFY(!probe::shownProblem(&sheet, field).isEmpty());
            QCOMPARE(sheet.size(), size);
            QCOMPARE(ok->mapTo(&sheet, QPoint()), place);
        }
        QCOMPARE(probe::cutTexts(&sheet), QStringList());
    }

    void closedListenersCantBeEdited()
    {
        ServerSheet sheet;
        sheet.setValue(settings());
        probe::showPage(&sheet, "listeners");
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::press(&sheet, "webProxyEnabled");
        QVERIFY(!probe::find(&sheet, "webProxyPort")->isEnabled());
        QVERIFY(!sheet.draft().listeners.webProxy.enabled);
        QCOMPARE(sheet.draft().listeners.webProxy.port, 8080);
    }
};

SALLYPORT_DIALOG_TEST(TestServerSheet)
#include "test_serversheet.moc"
