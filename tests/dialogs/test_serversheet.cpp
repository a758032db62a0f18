// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/server/serversheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
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
        sheet.showListeners();
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
        ServerSheet sheet;
        sheet.setValue(settings());
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        if (!probe::find(&sheet, field.toLatin1().constData())->isVisible())
            sheet.showListeners();
        probe::retype(&sheet, field.toLatin1().constData(), typed);
        const QString problem = probe::shownProblem(&sheet, field.toLatin1().constData());
        QVERIFY2(problem.contains(remedy), qPrintable(problem));
        probe::press(&sheet, "ok");
        QVERIFY(sheet.isVisible());
    }

    void closedListenersCantBeEdited()
    {
        ServerSheet sheet;
        sheet.setValue(settings());
        sheet.showListeners();
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
