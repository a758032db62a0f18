// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/stopservicesheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace sallyport;

class TestDisconnect : public QObject
{
    Q_OBJECT

private:
    static DisconnectScope scope()
    {
        DisconnectScope scope{12, 240, {}};
        for (int i = 0; i < 12; ++i)
            scope.examples.append(QStringLiteral("user%1 · msmsgs.exe").arg(i));
        return scope;
    }

private slots:
    void fewAreNotAskedAbout()
    {
        QVERIFY(!needsConfirmation({1, 10, {}}));
        QVERIFY(needsConfirmation({1, 11, {}}));
    }

    void reasonIsHandedBack()
    {
        DisconnectSheet sheet(scope());
        std::optional<DisconnectAnswer> got;
        sheet.onApplied([&got](const DisconnectAnswer& answer) { got = answer; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("policy"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(got);
        QCOMPARE(got->reason, QStringLiteral("policy"));
    }

    void stoppingAServiceSaysWhatItEnds()
    {
        StopServiceSheet sheet(ServiceStop{ServiceStop::Verb::Restart, {QStringLiteral("Firewall")}, 1240, 312, 0, {}});
        std::optional<DisconnectAnswer> got;
        sheet.onApplied([&got](const DisconnectAnswer& answer) { got = answer; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QString texts;
        for (const QLabel* label : sheet.findChildren<QLabel*>())
            texts += label->text() + u'\n';
        const QString count = QLocale().toString(1240);
        QVERIFY2(texts.contains(count) && texts.contains(QStringLiteral("312")), qPrintable(texts));
        QVERIFY2(!texts.contains(QStringLiteral("draft")), qPrintable(texts)); // it is done at once
        const auto buttons = sheet.findChildren<QPushButton*>();
        const auto verb = std::find_if(
            buttons.begin(), buttons.end(), [](const QPushButton* button) { return button->isDefault(); });
        QVERIFY(verb != buttons.end());
        const QString words = (*verb)->text().remove(u'&');
        QVERIFY2(
            words.contains(QStringLiteral("Restart Firewall")) && words.contains(count), qPrintable((*verb)->text()));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("new address"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(got);
        QCOMPARE(got->reason, QStringLiteral("new address"));
    }

    void escEndsNothing()
    {
        DisconnectSheet sheet(scope());
        int calls = 0;
        sheet.onApplied([&calls](const DisconnectAnswer&) { ++calls; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(calls, 0);
        QVERIFY(!sheet.isVisible());
    }
};

SALLYPORT_DIALOG_TEST(TestDisconnect)
#include "test_disconnect.moc"
