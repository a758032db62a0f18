// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts over a real sallyportd: kept through kill -9 of the console, merged with what others applied meanwhile.
#include "app/console/panes/pane.h"
#include "dialogs/review/conflictlist.h"
#include "models/store/draftstore.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/robustness/realservice.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QtTest>

#include <cstdio>

using namespace sallyport;
using test::RealConsole;

namespace
{

constexpr int patience = 30000; // milliseconds; a sanitizer's build on a busy machine
const QString key = QStringLiteral("a");

ServerEntry entryFor(const QString& socket)
{
    ServerEntry entry{key, QStringLiteral("branch-a"), {}};
    entry.endpoint.socketPath = socket;
    return entry;
}

// The console that will be killed: adds msmsgs / Disable / 1 to the draft, says so, and waits.
int editAndWait(const QString& folder, const QString& socket)
{
    const SystemClock clock;
    Theme theme(*qApp);
    Console::Options options;
    options.dataFolder = folder;
    options.privateService = false;
    Console console(options, clock);
    Server* server = console.addServer(entryFor(socket));
    MainWindow window(console, theme);
    window.show();
    console.start();
    if (!QTest::qWaitFor([server] { return server->isOnline() && server->head().number > 0; }, patience))
        return 1;
    server->draft().change(QStringLiteral("add"), test::withEntry(server->draft().policy(), QStringLiteral("msmsgs")));
    if (server->draft().isClean())
        return 3;
    // Where writing takes long, a draft is written a moment later.
    const auto store = DraftStore::open(QDir(folder).filePath(QStringLiteral("drafts.db")));
    if (!store
        || !QTest::qWaitFor(
            [&] {
                const auto kept = (*store)->load(key);
                return kept && *kept && (*kept)->policy == server->draft().policy();
            },
            patience))
        return 4;
    std::puts("edited");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void surviveKill();
    void meetANewerRevisionAfterARestart();
    void conflictsAreDecidedOneByOne();
    void decidingLaterLeavesTheDraftAlone();
    void aLostAnswerIsNoConflict();
    void anotherServiceOfTheSameNumberIsAConflict();
    void sheetsKeepWhatBecameOfTheDraftMeanwhile();

private:
    void startConsole();
    // By somebody else, past this console's eyes.
    void applyElsewhere(const Policy& policy, int revision);
    Server& server() { return *m_rig->console().server(key); }

    std::unique_ptr<test::RealService> m_service;
    std::unique_ptr<RealConsole> m_rig;
};

void TestDrafts::init()
{
    m_service = std::make_unique<test::RealService>();
    const QString failure = m_service->start();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_rig = std::make_unique<RealConsole>();
}

void TestDrafts::cleanup()
{
    m_rig->stop();
    m_rig.reset();
    m_service.reset();
}

void TestDrafts::startConsole()
{
    m_rig->start();
    m_rig->console().addServer(entryFor(m_service->controlSocket()));
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline() && server().head().number > 0, patience);
    m_rig->window().go({NodeKind::FirewallClient, key});
}

void TestDrafts::applyElsewhere(const Policy& policy, int revision)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    Console::Options options;
    options.dataFolder = folder.path();
    options.privateService = false;
    Console other(options, clock);
    Server& server = *other.addServer(entryFor(m_service->controlSocket()));
    other.start();
    QTRY_VERIFY_WITH_TIMEOUT(server.isOnline() && server.head().number > 0, patience);
    server.draft().change(QStringLiteral("elsewhere"), policy);
    std::optional<Status> done;
    server.apply(server.draft().proposal(), QStringLiteral("elsewhere"), &other,
        [&done](const Status& status) { done = status; });
    QTRY_VERIFY_WITH_TIMEOUT(done.has_value(), patience);
    QVERIFY2(*done, done->ok() ? "" : qPrintable(done->error().text()));
    QCOMPARE(server.head().number, RevisionNumber(revision));
}

void TestDrafts::surviveKill()
{
    QProcess doomed;
    doomed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    doomed.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--edit-and-wait"), m_rig->folder(), m_service->controlSocket()});
    QTRY_VERIFY_WITH_TIMEOUT(doomed.canReadLine() || doomed.state() == QProcess::NotRunning, patience);
    QCOMPARE(doomed.readLine().trimmed(), QByteArray("edited"));
    doomed.kill();
    QVERIFY(doomed.waitForFinished(patience));
    QCOMPARE(doomed.exitStatus(), QProcess::CrashExit);

    startConsole();
    QCOMPARE(server().draft().changes().size(), qsizetype(1));
    QVERIFY(server().draft().policy().client.application(u"msmsgs"));
    QVERIFY(!server().newer());
    m_rig->find<QPushButton>("apply")->click();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), patience);
    QVERIFY(server().draft().isClean());
}

void TestDrafts::meetANewerRevisionAfterARestart()
{
    startConsole();
    const Policy first = server().draft().policy();
    server().draft().change(QStringLiteral("mine"), test::withEntry(first, QStringLiteral("msmsgs")));
    m_rig->stop();
    Policy theirs = test::withEntry(first, QStringLiteral("icq"));
    applyElsewhere(theirs, 2);

    startConsole();
    QTRY_VERIFY_WITH_TIMEOUT(server().newer(), patience);
    QVERIFY(!m_rig->find<QPushButton>("apply")->isEnabled());
    m_rig->find<QPushButton>("merge")->click();
    QVERIFY(!m_rig->dialog("conflictDialog")); // nothing to decide
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QPushButton>("apply")->isEnabled(), patience);
    m_rig->find<QPushButton>("apply")->click();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(3), patience);
    QVERIFY(server().draft().base().client.application(u"msmsgs"));
    QVERIFY(server().draft().base().client.application(u"icq"));
}

void TestDrafts::conflictsAreDecidedOneByOne()
{
    startConsole();
    const Policy first = server().draft().policy();
    Policy mine = test::withEntry(first, QStringLiteral("msmsgs"));
    mine.client.refreshHours = 12;
    mine.client.recheckInaccessibleMinutes = 20;
    server().draft().change(QStringLiteral("mine"), mine);
    Policy theirs = first;
    theirs.client.refreshHours = 24;
    theirs.client.recheckInaccessibleMinutes = 30;
    theirs.client.refreshGiveUpMinutes = 40;
    m_rig->stop();
    applyElsewhere(theirs, 2);
    startConsole();
    QTRY_VERIFY_WITH_TIMEOUT(server().newer(), patience);

    m_rig->find<QPushButton>("merge")->click();
    QDialog* dialog = m_rig->dialog("conflictDialog");
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    auto* list = dialog->findChild<ConflictList*>();
    QCOMPARE(list->topLevelItemCount(), 2);
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Left);
    QTest::keyClick(list, Qt::Key_Return);
    const ClientConfiguration& merged = server().draft().policy().client;
    QCOMPARE(merged.refreshHours, 24);
    QCOMPARE(merged.recheckInaccessibleMinutes, 20);
    QCOMPARE(merged.refreshGiveUpMinutes, 40);
    QVERIFY(merged.application(u"msmsgs"));
    QCOMPARE(server().draft().changes().size(), qsizetype(2));
    m_rig->find<QPushButton>("apply")->click();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(3), patience);
}

void TestDrafts::decidingLaterLeavesTheDraftAlone()
{
    startConsole();
    const Policy first = server().draft().policy();
    Policy mine = first;
    mine.client.refreshHours = 12;
    server().draft().change(QStringLiteral("mine"), mine);
    Policy theirs = first;
    theirs.client.refreshHours = 24;
    m_rig->stop();
    applyElsewhere(theirs, 2);
    startConsole();
    QTRY_VERIFY_WITH_TIMEOUT(server().newer(), patience);
    m_rig->find<QPushButton>("merge")->click();
    QDialog* dialog = m_rig->dialog("conflictDialog");
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(server().newer());
    QVERIFY(server().draft().policy() == mine);
    QVERIFY(!m_rig->find<QPushButton>("apply")->isEnabled());
    // A decision about a revision that is no longer the newest is no decision.
    QVERIFY(!server().merge(1));
    QVERIFY(server().newer());
}

void TestDrafts::aLostAnswerIsNoConflict()
{
    startConsole();
    const Policy mine = test::withEntry(server().draft().policy(), QStringLiteral("msmsgs"));
    server().draft().change(QStringLiteral("mine"), mine);
    m_rig->stop();
    applyElsewhere(mine, 2); // as this console's own apply, of which it never heard
    startConsole();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), patience);
    QVERIFY(!server().newer());
    QVERIFY(server().draft().isClean());
}

// A service set up anew counts from 1 again; what it holds is not what the draft grew from.
void TestDrafts::anotherServiceOfTheSameNumberIsAConflict()
{
    startConsole();
    const Policy first = server().draft().policy();
    server().draft().change(QStringLiteral("mine"), test::withEntry(first, QStringLiteral("msmsgs")));
    m_rig->stop();
    applyElsewhere(test::withEntry(first, QStringLiteral("icq")), 2);
    startConsole();
    QTRY_VERIFY_WITH_TIMEOUT(server().newer(), patience);
    QVERIFY(server().merge(2));
    QCOMPARE(server().draft().baseRevision(), RevisionNumber(2));
    m_rig->stop();

    m_service = std::make_unique<test::RealService>();
    QCOMPARE(m_service->start(), QString());
    applyElsewhere(test::withEntry(first, QStringLiteral("aim")), 2);
    startConsole();
    QTRY_VERIFY_WITH_TIMEOUT(server().newer(), patience);
    QCOMPARE(server().newer()->number, RevisionNumber(2));
    QVERIFY(!m_rig->find<QPushButton>("apply")->isEnabled());
}

// A sheet over a part of the policy hands back all of that part; only what was edited in it may change.
void TestDrafts::sheetsKeepWhatBecameOfTheDraftMeanwhile()
{
    startConsole();
    m_rig->find<QAction>("firewallClientProperties")->trigger();
    QDialog* sheet = m_rig->dialog("firewallClientSheet");
    QVERIFY(sheet && QTest::qWaitForWindowActive(sheet));
    applyElsewhere(test::withEntry(server().draft().policy(), QStringLiteral("icq")), 2);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), patience);
    const auto retype = [sheet](const QString& hours) {
        auto* field = sheet->findChild<QLineEdit*>(QStringLiteral("refreshHours"));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, hours);
        sheet->findChild<QPushButton*>(QStringLiteral("apply"))->click();
    };
    retype(QStringLiteral("12"));
    QCOMPARE(server().draft().policy().client.refreshHours, 12);
    QVERIFY(server().draft().policy().client.application(u"icq"));
    QCOMPARE(server().draft().changes().size(), qsizetype(1));
    retype(QStringLiteral("6")); // and back, in the same sheet
    QVERIFY(server().draft().isClean());
    QTest::keyClick(sheet, Qt::Key_Escape);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1StringView("--edit-and-wait"))
        return editAndWait(arguments.at(2), arguments.at(3));
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_drafts.moc"
