// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

// The programs find each other without a word on their command lines.
class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theConsolesServiceIsFound();
    void aServiceStartedByHandIsFound_data();
    void aServiceStartedByHandIsFound();
    void aConsoleUsesTheServiceThatIsThere();
    void withoutAHomeThereIsNoPlace();

private:
    std::unique_ptr<QProcess> start(const char* program, const QStringList& arguments = {}) const;
    bool isFound() const; // by "sallyportctl status"
    QString home(const char* path) const { return m_home->filePath(QLatin1StringView(path)); }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

namespace
{

constexpr int patience = 60000; // milliseconds

void stop(QProcess& process)
{
    process.terminate();
    QVERIFY(process.waitForFinished(patience));
}

} // namespace

void TestPlaces::init()
{
    if (QFile::exists(QStringLiteral("/run/sallyport/control.sock")))
        QSKIP("this computer has a service of the system, which comes first");
    m_home = std::make_unique<QTemporaryDir>();
    m_environment.clear();
    m_environment.insert(QStringLiteral("HOME"), m_home->path());
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
}

std::unique_ptr<QProcess> TestPlaces::start(const char* program, const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QString(QStringLiteral(SALLYPORT_BIN "/") + QLatin1StringView(program)), arguments);
    return process;
}

bool TestPlaces::isFound() const
{
    const auto ctl = start("sallyportctl", {QStringLiteral("status")});
    return ctl->waitForFinished(patience) && ctl->exitStatus() == QProcess::NormalExit && ctl->exitCode() == 0;
}

void TestPlaces::theConsolesServiceIsFound()
{
    const auto console = start("sallyport");
    QTRY_VERIFY_WITH_TIMEOUT(isFound(), patience);
    QVERIFY(QFile::exists(home(".local/share/sallyport/local/policy.db")));
    QVERIFY(QFile::exists(home(".local/share/sallyport/drafts.db")));
    QVERIFY(!QFile::exists(home(".local/share/Sallyport")));

    // A service that should work there too says who does.
    const auto second = start("sallyportd");
    QVERIFY(second->waitForFinished(patience));
    QCOMPARE(second->exitCode(), 1);
    QVERIFY(second->readAllStandardError().contains("another sallyportd works in this folder (process "));
    stop(*console);
}

void TestPlaces::aServiceStartedByHandIsFound_data()
{
    QTest::addColumn<QString>("data"); // $XDG_DATA_HOME
    QTest::addColumn<QString>("drafts"); // what a console left before
    QTest::addColumn<QString>("folder");
    QTest::newRow("nothing but $HOME") << QString() << QString() << QStringLiteral(".local/share/sallyport/local");
    QTest::newRow("data elsewhere") << QStringLiteral("data") << QString() << QStringLiteral("data/sallyport/local");
    QTest::newRow("a first version's console") << QString() << QStringLiteral(".local/share/Sallyport/sallyport")
                                               << QStringLiteral(".local/share/Sallyport/sallyport/local");
}

void TestPlaces::aServiceStartedByHandIsFound()
{
    QFETCH(QString, data);
    QFETCH(QString, drafts);
    QFETCH(QString, folder);
    if (!data.isEmpty())
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home->filePath(data));
    if (!drafts.isEmpty()) {
        QVERIFY(QDir(m_home->path()).mkpath(drafts));
        QVERIFY(QFile(m_home->filePath(drafts + QStringLiteral("/drafts.db"))).open(QIODevice::WriteOnly));
    }
    const auto service = start("sallyportd", {QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(service->canReadLine(), patience);
    QVERIFY(isFound());
    QVERIFY(QFile::exists(m_home->filePath(folder + QStringLiteral("/policy.db"))));
    const auto code
        = start("sallyportd", {QStringLiteral("enrol"), QStringLiteral("--role"), QStringLiteral("viewer")});
    QVERIFY(code->waitForFinished(patience));
    QCOMPARE(code->exitCode(), 0);
    stop(*service);
}

void TestPlaces::aConsoleUsesTheServiceThatIsThere()
{
    const auto service = start("sallyportd", {QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(service->canReadLine(), patience);
    Console::Options options;
    options.dataFolder = home(".local/share/sallyport");
    options.ephemeral = true;
    options.serviceProgram = QStringLiteral(SALLYPORT_BIN "/sallyportd");
    const SystemClock clock;
    Console console(options, clock);
    console.start();
    const Server& local = *console.server(Console::localKey());
    QTRY_VERIFY_WITH_TIMEOUT(local.isOnline(), patience);
    QCOMPARE(console.privateService()->processId(), 0);

    // Its own starts once that one has ended.
    stop(*service);
    QTRY_VERIFY_WITH_TIMEOUT(console.privateService()->processId() != 0 && local.isOnline(), patience);
}

void TestPlaces::withoutAHomeThereIsNoPlace()
{
    m_environment.remove(QStringLiteral("HOME"));
    const auto service = start("sallyportd");
    QVERIFY(service->waitForFinished(patience));
    QCOMPARE(service->exitCode(), 2);
    QVERIFY(service->readAllStandardError().contains("--data"));
    const auto ctl = start("sallyportctl", {QStringLiteral("status")});
    QVERIFY(ctl->waitForFinished(patience));
    QCOMPARE(ctl->exitCode(), 3);
}

QTEST_MAIN(TestPlaces)
#include "test_places.moc"
