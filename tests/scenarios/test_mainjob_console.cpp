// SPDX-License-Identifier: GPL-3.0-or-later
// The main job through the real console, offscreen, against a real sallyportd, with curl as the Firewall Client.
#include "app/console/panes/pane.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/curlclient.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class TestMainJobConsole : public QObject
{
    Q_OBJECT

private slots:
    void blocksAProgram();
};

void TestMainJobConsole::blocksAProgram()
{
    test::RealConsole real(test::RealConsole::Over::PrivateService);
    real.start();
    QVERIFY(real.isServed());
    MainWindow& window = real.window();
    Server& server = real.privateServer();
    const QString listener = real.firewallClient();

    // Live connections of two programs.
    EndlessOrigin origin;
    CurlClient messenger;
    CurlClient browser;
    messenger.ask(listener, QStringLiteral("msmsgs.exe"), QStringLiteral("anna"), origin.url());
    browser.ask(listener, QStringLiteral("iexplore.exe"), QStringLiteral("anna"), origin.url());
    QTRY_VERIFY(messenger.isUp() && browser.isUp());
    window.go({NodeKind::Sessions, Console::localKey()});
    QTRY_COMPARE(server.sessions().rowCount(), 2);

    // New Entry: msmsgs / Disable / 1.
    window.go({NodeKind::FirewallClient, Console::localKey()});
    window.pane()->standardAction(Pane::Standard::New)->trigger();
    auto* sheet = window.findChild<QDialog*>();
    QVERIFY(sheet && sheet->isVisible());
    sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("msmsgs"));
    auto* key = sheet->findChild<QComboBox*>(QStringLiteral("key"));
    key->setCurrentIndex(key->findText(QStringLiteral("Disable"), Qt::MatchFixedString));
    sheet->findChild<QPushButton*>(QStringLiteral("ok"))->click();
    QCOMPARE(server.draft().changes().size(), qsizetype(1));

    // Apply; the messenger's connection alone is offered, and cut.
    window.findChild<QWidget*>(QStringLiteral("applyBar"))->findChild<QPushButton*>(QStringLiteral("apply"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(server.head().number, RevisionNumber(2), 10000);
    QTRY_VERIFY(window.findChild<QDialog*>(QStringLiteral("refusedDialog")));
    QCOMPARE(
        real.console().applier(Console::localKey())->refused().size(), qsizetype(0)); // nothing is pending any more
    window.findChild<QDialog*>(QStringLiteral("refusedDialog"))
        ->findChild<QPushButton*>(QStringLiteral("disconnect"))
        ->click();
    QTRY_COMPARE_WITH_TIMEOUT(messenger.state(), QProcess::NotRunning, 10000);
    QVERIFY(messenger.exitCode() != 0);
    QVERIFY(browser.isUp());

    // The hand-out says so.
    CurlClient fetch;
    fetch.start(QStringLiteral("curl"),
        {QStringLiteral("-sS"), QStringLiteral("http://") + listener + QStringLiteral("/mspclnt.ini")});
    QTRY_COMPARE(fetch.state(), QProcess::NotRunning);
    const QByteArray ini = fetch.readAllStandardOutput().toLower();
    QVERIFY(ini.contains("[msmsgs]"));
    QVERIFY(ini.indexOf("disable=1", ini.indexOf("[msmsgs]")) > 0);

    // The next attempt is refused, by name.
    CurlClient again;
    again.ask(listener, QStringLiteral("msmsgs.exe"), QStringLiteral("anna"), origin.url());
    QTRY_COMPARE(again.state(), QProcess::NotRunning);
    QVERIFY2(again.readAllStandardOutput().contains("[403]"), again.readAllStandardError().constData());
}

QTEST_MAIN(TestMainJobConsole)
#include "test_mainjob_console.moc"
