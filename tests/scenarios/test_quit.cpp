// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the window ends the private service: the real console, offscreen, over a real sallyportd, with curl as the
// Firewall Client that is connected by it.
#include "tests/app/console/consolerig.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/curlclient.h"

#include <QDialog>
#include <QPushButton>
#include <QtTest>

#include <csignal>

using namespace sallyport;

class TestQuit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void connectionsAreAskedAbout();
    void withoutConnectionsItClosesAtOnce();
    void aSilentServiceKeepsNobody();
    void anAnswerIsNotWaitedForLong();
    void aServerOfOthersKeepsNobody();

private:
    const Server& server() const { return m_real->privateServer(); }
    qint64 connections() const { return server().status().value(QStringLiteral("connections")).toInteger(); }
    QList<QDialog*> sheets() const
    {
        return m_real->window().findChildren<QDialog*>(QStringLiteral("stopServiceSheet"));
    }
    void connectOne()
    {
        m_client->ask(m_real->firewallClient(), QStringLiteral("icq.exe"), QStringLiteral("anna"), m_origin.url());
        QTRY_VERIFY_WITH_TIMEOUT(m_client->isUp(), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(connections(), qint64(1), 10000);
    }

    EndlessOrigin m_origin;
    std::unique_ptr<CurlClient> m_client;
    std::unique_ptr<test::RealConsole> m_real;
};

void TestQuit::init()
{
    m_client = std::make_unique<CurlClient>();
    m_real = std::make_unique<test::RealConsole>(test::RealConsole::Over::PrivateService);
    m_real->start();
    QVERIFY(QTest::qWaitForWindowActive(&m_real->window()));
    QVERIFY(m_real->isServed());
}

void TestQuit::cleanup()
{
    m_real.reset();
    m_client.reset();
}

void TestQuit::connectionsAreAskedAbout()
{
    connectOne();
    QVERIFY(!m_real->window().close());
    QVERIFY(!m_real->window().close()); // once more asks no second time
    QTRY_COMPARE(sheets().size(), qsizetype(1));
    QTRY_VERIFY(sheets().first()->isActiveWindow());
    QVERIFY(!m_real->window().close());
    const QString verb = sheets().first()->findChild<QPushButton*>(QStringLiteral("ok"))->text().remove(u'&');
    QVERIFY2(verb.startsWith(QStringLiteral("Quit and End 1 Connection")), qPrintable(verb));
    QTest::keyClick(sheets().first(), Qt::Key_Escape);
    QTRY_VERIFY(sheets().isEmpty());
    QVERIFY(m_real->window().isVisible());
    QVERIFY(m_client->isUp());
    // Asked again, since nothing was decided.
    QVERIFY(!m_real->window().close());
    QTRY_COMPARE(sheets().size(), qsizetype(1));
    QTRY_VERIFY(sheets().first()->isActiveWindow());
    QVERIFY(m_real->window().isVisible());
    sheets().first()->findChild<QPushButton*>(QStringLiteral("ok"))->click();
    QTRY_VERIFY(!m_real->window().isVisible());
}

void TestQuit::withoutConnectionsItClosesAtOnce()
{
    connectOne();
    m_client->kill();
    QTRY_COMPARE_WITH_TIMEOUT(connections(), qint64(0), 10000);
    QVERIFY(m_real->window().close());
    QVERIFY(!m_real->window().isVisible());
    QVERIFY(sheets().isEmpty());
}

void TestQuit::aSilentServiceKeepsNobody()
{
    connectOne();
    const auto process = static_cast<pid_t>(m_real->console().privateService()->processId());
    QCOMPARE(kill(process, SIGSTOP), 0);
    const auto wake = qScopeGuard([process] { kill(process, SIGCONT); });
    QTRY_VERIFY_WITH_TIMEOUT(server().silence().has_value(), 15000);
    QCOMPARE(connections(), qint64(1)); // as it said last
    QVERIFY(m_real->window().close());
    QVERIFY(!m_real->window().isVisible());
    QVERIFY(sheets().isEmpty());
}

// It hangs from the question on: what is known is asked about, and the late answer does nothing.
void TestQuit::anAnswerIsNotWaitedForLong()
{
    connectOne();
    const auto process = static_cast<pid_t>(m_real->console().privateService()->processId());
    QCOMPARE(kill(process, SIGSTOP), 0);
    auto wake = qScopeGuard([process] { kill(process, SIGCONT); });
    QVERIFY(!server().silence());
    QVERIFY(!m_real->window().close());
    QTRY_COMPARE_WITH_TIMEOUT(sheets().size(), qsizetype(1), 10000);
    const QString verb = sheets().first()->findChild<QPushButton*>(QStringLiteral("ok"))->text().remove(u'&');
    QVERIFY2(verb.startsWith(QStringLiteral("Quit and End 1 Connection")), qPrintable(verb));
    wake.dismiss();
    QCOMPARE(kill(process, SIGCONT), 0);
    QSignalSpy updated(&m_real->privateServer(), &Server::statusChanged);
    QTRY_VERIFY_WITH_TIMEOUT(updated.size() >= 2, 10000); // asked for after it
    QVERIFY(m_real->window().isVisible());
    QCOMPARE(sheets().size(), qsizetype(1));
}

// What it serves goes on without this console.
void TestQuit::aServerOfOthersKeepsNobody()
{
    ConsoleRig rig;
    rig.link->answers.insert(QStringLiteral("status"), {{QStringLiteral("connections"), 3}});
    rig.window->refresh();
    QTRY_COMPARE(rig.server().status().value(QStringLiteral("connections")).toInteger(), qint64(3));
    QVERIFY(rig.window->close());
    QVERIFY(!rig.window->isVisible());
    QVERIFY(!rig.find<QDialog>("stopServiceSheet"));
}

QTEST_MAIN(TestQuit)
#include "test_quit.moc"
