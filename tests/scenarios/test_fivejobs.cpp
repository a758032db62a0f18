// SPDX-License-Identifier: GPL-3.0-or-later
// The five jobs of an administrator by keys alone, counted from the window as it opens: the real console, offscreen,
// over a real sallyportd, with curl as the Firewall Clients. A text that is typed or pasted counts as one key.
#include "app/console/panes/pane.h"
#include "models/ini/clientini.h"
#include "tests/app/console/keys.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/curlclient.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class TestFiveJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void blocksAProgramAndEndsItsUsers();
    void blocksThirtyProgramsOfAText();
    void endsAProgramOfOneUser();
    void exportsComparesAndImports();
    void findsWhoChangedItAndTakesItBack();

private:
    Server& server() const { return m_real->privateServer(); }
    const QList<ApplicationEntry>& inForce() const { return server().draft().head().client.applications; }
    std::unique_ptr<CurlClient> run(const QString& program, const QString& user) const
    {
        auto client = std::make_unique<CurlClient>();
        client->ask(m_real->firewallClient(), program, user, m_origin.url());
        return client;
    }
    // The dialog that has the keys; waits until there is one.
    static bool dialogOpens(const char* name)
    {
        return QTest::qWaitFor([name] {
            const QWidget* active
                = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : QApplication::activeWindow();
            return active && active->objectName() == QLatin1StringView(name);
        });
    }

    EndlessOrigin m_origin;
    std::unique_ptr<test::RealConsole> m_real;
};

void TestFiveJobs::init()
{
    m_real = std::make_unique<test::RealConsole>(test::RealConsole::Over::PrivateService);
    m_real->start();
    m_real->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_real->window()));
    QVERIFY(m_real->isServed());
}

void TestFiveJobs::cleanup()
{
    m_real.reset();
}

void TestFiveJobs::blocksAProgramAndEndsItsUsers()
{
    const auto anna = run(QStringLiteral("icq.exe"), QStringLiteral("anna"));
    const auto bert = run(QStringLiteral("icq.exe"), QStringLiteral("bert"));
    const auto browser = run(QStringLiteral("iexplore.exe"), QStringLiteral("anna"));
    QTRY_VERIFY(anna->isUp() && bert->isUp() && browser->isUp());

    Keys keys(m_real->window());
    keys.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dialogOpens("applicationEntrySheet"));
    keys.type(QStringLiteral("icq"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(server().draft().changes().size(), qsizetype(1));
    QTRY_COMPARE(m_real->console().applier(Console::localKey())->refused().size(), qsizetype(2));
    keys.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), 10000);
    QVERIFY(dialogOpens("refusedDialog"));
    keys.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(anna->isCut() && bert->isCut(), 10000);
    QVERIFY(browser->isUp());
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::blocksThirtyProgramsOfAText()
{
    QStringList lines;
    for (int i = 1; i <= 30; ++i)
        lines.append(QStringLiteral("%1. \"program%1.exe\"  # number %1").arg(i));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));

    Keys keys(m_real->window());
    keys.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dialogOpens("pasteProgramsSheet"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(server().draft().changes().size(), qsizetype(30));
    keys.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), 10000);
    QCOMPARE(inForce().size(), qsizetype(30));
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::endsAProgramOfOneUser()
{
    const auto hers = run(QStringLiteral("msmsgs.exe"), QStringLiteral("anna"));
    const auto hisOwn = run(QStringLiteral("msmsgs.exe"), QStringLiteral("bert"));
    const auto browser = run(QStringLiteral("iexplore.exe"), QStringLiteral("anna"));
    QTRY_VERIFY(hers->isUp() && hisOwn->isUp() && browser->isUp());

    Keys keys(m_real->window());
    keys.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOpens("palette"));
    keys.type(QStringLiteral("user:anna program:msmsgs"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(m_real->window().place().kind, NodeKind::Sessions);
    QTRY_COMPARE(server().sessions().rowCount(), 1);
    keys.arrive();
    auto* list = m_real->window().pane()->findChild<QAbstractItemView*>(QStringLiteral("sessionsList"));
    QTRY_VERIFY(list->hasFocus() && list->selectionModel()->hasSelection());
    keys.press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(hers->isCut(), 10000);
    QVERIFY(hisOwn->isUp() && browser->isUp());
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::exportsComparesAndImports()
{
    const QString file = QDir(m_real->folder()).filePath(QStringLiteral("mspclnt.ini"));
    Keys keys(m_real->window());
    keys.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(dialogOpens("exportDialog"));
    keys.type(file);
    keys.press(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(file));
    keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());

    QFile changed(file);
    QVERIFY(changed.open(QIODevice::ReadWrite));
    QCOMPARE(changed.readAll(), writeClientIni(server().draft().policy()));
    changed.write("\r\n[icq]\r\nDisable=1\r\n");
    changed.close();
    keys.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialogOpens("compareDialog"));
    keys.type(file);
    const auto* status = QApplication::activeWindow()->findChild<QLabel*>(QStringLiteral("status"));
    QTRY_VERIFY2(status->text().startsWith(QStringLiteral("1 difference")), qPrintable(status->text()));
    keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());

    keys.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(dialogOpens("importDialog"));
    keys.type(file);
    QTRY_VERIFY(QApplication::activeWindow()->findChild<QPushButton*>(QStringLiteral("import"))->isEnabled());
    keys.press(Qt::Key_Return);
    QTRY_VERIFY(server().draft().policy().client.application(u"icq"));
    QCOMPARE(server().draft().policy().client.applications.size(), qsizetype(1));
    QVERIFY2(keys.count() <= 10, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::findsWhoChangedItAndTakesItBack()
{
    const auto apply = [this](const QString& program) {
        Policy policy = server().draft().policy();
        ApplicationEntry entry{newObjectId(), program, {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
        server().draft().change(QStringLiteral("Add"), policy);
        const RevisionNumber before = server().head().number;
        m_real->console().applier(Console::localKey())->apply(server().draft().proposal());
        return QTest::qWaitFor([this, before] { return server().head().number == before + 1; }, 10000);
    };
    QVERIFY(apply(QStringLiteral("spotify")));
    QVERIFY(apply(QStringLiteral("icq")));

    Keys keys(m_real->window());
    keys.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOpens("palette"));
    keys.type(QStringLiteral("history"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(m_real->window().place().kind, NodeKind::History);
    keys.arrive();
    auto* list = m_real->window().pane()->findChild<QAbstractItemView*>(QStringLiteral("historyPaneList"));
    QTRY_VERIFY(list->hasFocus() && list->selectionModel()->hasSelection());
    QTRY_VERIFY(list->model()->index(1, 4).data().toString().contains(QStringLiteral("spotify")));
    keys.press(Qt::Key_Down); // beneath the newest one
    keys.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(dialogOpens("reviewDialog"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(4), 10000);
    QCOMPARE(inForce().size(), qsizetype(1));
    QCOMPARE(inForce().first().name, QStringLiteral("icq"));
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

QTEST_MAIN(TestFiveJobs)
#include "test_fivejobs.moc"
