// SPDX-License-Identifier: GPL-3.0-or-later
// What a console says of a change that a service could not begin, because it hung, must still be so when that goes on:
// the real console, offscreen, over a real sallyportd, with curl as the Firewall Client that is to be disconnected.
#include "app/console/panes/pane.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/curlclient.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QtTest>

#include <csignal>

using namespace sallyport;

class TestHungService : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatWasGivenUpIsNotDone_data();
    void whatWasGivenUpIsNotDone();

private:
    Server& server() { return m_real->privateServer(); }
    qint64 connections() { return server().status().value(QStringLiteral("connections")).toInteger(); }

    EndlessOrigin m_origin;
    std::unique_ptr<CurlClient> m_client;
    std::unique_ptr<test::RealConsole> m_real;
};

void TestHungService::init()
{
    m_client = std::make_unique<CurlClient>();
    m_real = std::make_unique<test::RealConsole>(test::RealConsole::Over::PrivateService);
    m_real->start();
    QVERIFY(m_real->isServed());
    m_client->ask(m_real->firewallClient(), QStringLiteral("icq.exe"), QStringLiteral("anna"), m_origin.url());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->isUp(), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(connections(), qint64(1), 10000);
}

void TestHungService::cleanup()
{
    m_real.reset();
    m_client.reset();
}

void TestHungService::whatWasGivenUpIsNotDone_data()
{
    QTest::addColumn<NodeKind>("place");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("lost");
    QTest::addColumn<QString>("said");
    for (const bool lost : {false, true}) {
        const char* how = lost ? "lost" : "cancelled";
        QTest::addRow("disconnect, %s", how)
            << NodeKind::Sessions << QByteArray("disconnect") << lost << QStringLiteral("Nothing was disconnected: ");
        QTest::addRow("restart, %s", how)
            << NodeKind::Services << QByteArray("restart") << lost << QStringLiteral("Firewall was not restarted: ");
    }
}

void TestHungService::whatWasGivenUpIsNotDone()
{
    using namespace std::chrono_literals;
    QFETCH(NodeKind, place);
    QFETCH(QByteArray, action);
    QFETCH(bool, lost);
    QFETCH(QString, said);
    MainWindow& window = m_real->window();
    window.go({place, Console::localKey()});
    auto* list = window.pane()->findChild<QAbstractItemView*>(
        place == NodeKind::Sessions ? QStringLiteral("sessionsList") : QString());
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, 10000);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto* press = window.pane()->findChild<QAction*>(QString::fromLatin1(action));
    QTRY_VERIFY(press->isEnabled());

    const auto process = static_cast<pid_t>(m_real->console().privateService()->processId());
    QCOMPARE(kill(process, SIGSTOP), 0);
    auto wake = qScopeGuard([process] { kill(process, SIGCONT); });
    press->trigger();
    QTRY_VERIFY(window.findChild<QWidget*>(QStringLiteral("errandLine"))->isVisible());
    if (lost) // as it is after 20 seconds
        server().setPatience({10ms, 20ms, 100ms});
    else
        emit window.findChild<QLabel*>(QStringLiteral("cancelErrand"))->linkActivated(QStringLiteral("#"));
    QTRY_VERIFY2_WITH_TIMEOUT(window.reportText().startsWith(said), qPrintable(window.reportText()), 10000);
    QVERIFY(!window.findChild<QWidget*>(QStringLiteral("errandLine"))->isVisible());

    server().setPatience({});
    wake.dismiss();
    QCOMPARE(kill(process, SIGCONT), 0);
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline() && !server().silence(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!lost || !window.reportText().startsWith(said), 10000);
    server().refresh();
    QTRY_VERIFY(!server().silence());
    QVERIFY(m_client->isUp());
    QCOMPARE(connections(), qint64(1));
}

QTEST_MAIN(TestHungService)
#include "test_hungservice.moc"
