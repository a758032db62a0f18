// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filters/socksfiltersheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QTest>

using namespace sallyport;

class TestSocksFilter : public QObject
{
    Q_OBJECT

private slots:
    void switchedOffByKeyboard()
    {
        SocksFilterSheet sheet{Listeners()};
        sheet.setValue(ApplicationFilters());
        QCOMPARE(sheet.draft(), ApplicationFilters());
        ApplicationFilters got;
        sheet.onApplied([&got](const ApplicationFilters& value) { got = value; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(!got.socks.enabled);
        QCOMPARE(got.socks.port, 1080);
    }

    void nonsenseIsRefusedWithARemedy()
    {
        SocksFilterSheet sheet{Listeners()};
        sheet.setValue(ApplicationFilters());
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "port", QStringLiteral("x"));
        QVERIFY(probe::shownProblem(&sheet, "port").contains(QLatin1StringView("65535")));
        probe::retype(&sheet, "port", QStringLiteral("8080"));
        QVERIFY(probe::shownProblem(&sheet, "port").contains(QLatin1StringView("another port")));
        probe::retype(&sheet, "port", QStringLiteral("1081"));
        QVERIFY(probe::shownProblem(&sheet, "port").isEmpty());
        probe::retype(&sheet, "address", QStringLiteral("1.2.3"));
        QVERIFY(probe::shownProblem(&sheet, "address").contains(QLatin1StringView("192.168.0.1")));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
    }
};

SALLYPORT_DIALOG_TEST(TestSocksFilter)
#include "test_socksfilter.moc"
