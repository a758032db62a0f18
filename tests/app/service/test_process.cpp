// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

// The program as a whole: how it starts and ends.
class TestProcess : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void endsWithItsStandardInput();
    void aDamagedLogKeepsItFromNothing();
    void anUnwritableLogFolderIsSaidAndRecoveredFrom();
    void theReadyLineNamesEveryListenerInOrder();
    void aSecondServiceIsRefused();
    void startsOverWhatAKilledOneLeft();
    void aLockThatNobodyHoldsIsNone_data();
    void aLockThatNobodyHoldsIsNone();
    void foldersThatOthersCanChangeAreRefused_data();
    void foldersThatOthersCanChangeAreRefused();
    void aLongFolderNameKeepsNobodyOut();
    void aStopDoesNotWaitForTheLog();
    void aStopDoesNotWaitForDatabases_data();
    void aStopDoesNotWaitForDatabases();
    void aFullDiskIsNamed_data();
    void aFullDiskIsNamed();
    void closedOutputsAreNoFiles();
    void badCommandLines_data();
    void badCommandLines();
    void nothingThatOthersWroteDoesMoreThanShow();
    void checksPolicyFiles_data();
    void checksPolicyFiles();

private:
    QString file(const char* name) const { return m_dir->filePath(QLatin1StringView(name)); }
    void start(const QStringList& more = {});
    QJsonObject ask(const QByteArray& method, const QByteArray& params);
    QByteArray problems(); // of the running service, as JSON
    struct Outcome {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_service;
    QJsonObject m_ready;
};

namespace
{
constexpr int patience = 30000; // milliseconds
} // namespace

void TestProcess::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<QProcess>();
    m_ready = {};
}

void TestProcess::cleanup()
{
    m_service->terminate();
    if (!m_service->waitForFinished(patience))
        m_service->kill();
    m_service.reset();
}

void TestProcess::start(const QStringList& more)
{
    m_service->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service->start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        QStringList{QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")} + more);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine() || m_service->state() == QProcess::NotRunning, patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    QVERIFY(m_ready.value(QLatin1StringView("ready")).toBool());
}

QJsonObject TestProcess::ask(const QByteArray& method, const QByteArray& params)
{
    QLocalSocket control;
    control.connectToServer(m_ready.value(QLatin1StringView("control")).toString());
    if (!control.waitForConnected(patience))
        return {};
    control.write(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}\n");
    while (!control.canReadLine() && control.waitForReadyRead(patience)) { }
    return QJsonDocument::fromJson(control.readLine()).object();
}

void TestProcess::endsWithItsStandardInput()
{
    start({QStringLiteral("--until-stdin-closes")});
    m_service->write("what comes before the end means nothing\n");
    QVERIFY(m_service->waitForBytesWritten(patience));
    QVERIFY(ask("status", "{}").contains(QLatin1StringView("result")));
    m_service->closeWriteChannel();
    QVERIFY(m_service->waitForFinished(patience));
    QCOMPARE(m_service->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_service->exitCode(), 0);
}

void TestProcess::aDamagedLogKeepsItFromNothing()
{
    start();
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    QFile log(file("log.db"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(QByteArray(8192, 'x'));
    log.close();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains("log.db"), patience);
    const QJsonObject asked = ask("log.query", R"({"limit":1})");
    QVERIFY(asked.value(QLatin1StringView("error")).toObject().value(QLatin1StringView("message")).isString());

    // Reading it needs no restart once the file is put right.
    QVERIFY(QFile::remove(file("log.db")));
    QVERIFY(ask("log.query", R"({"limit":1})").contains(QLatin1StringView("result")));
}

// Something else stands where the folder of the daily files should be.
void TestProcess::anUnwritableLogFolderIsSaidAndRecoveredFrom()
{
    QFile inTheWay(file("logs"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    start();
    // A refused connection is two log rows and nothing more.
    const auto connectOnce = [this] {
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost,
            m_ready.value(QLatin1StringView("firewallClient")).toString().section(u':', -1).toUShort());
        if (client.waitForConnected(patience))
            client.write("CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nSallyport-Application: x.exe\r\n\r\n");
        return client.waitForReadyRead(patience);
    };
    QVERIFY(connectOnce());
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains("logs/"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!ask("log.query", R"({"limit":1})")
                                  .value(QLatin1StringView("result"))
                                  .toObject()
                                  .value(QLatin1StringView("rows"))
                                  .toArray()
                                  .isEmpty(),
        patience); // the database has the row
    QVERIFY(inTheWay.remove());
    QVERIFY(connectOnce());
    QTRY_VERIFY_WITH_TIMEOUT(!problems().contains("logs/"), patience);
    QCOMPARE(QDir(file("logs")).entryList(QDir::Files).size(), 1);
}

void TestProcess::theReadyLineNamesEveryListenerInOrder()
{
    m_service->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service->start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        {QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral"), QStringLiteral("--control"),
            file("elsewhere.sock")});
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine(), patience);
    const QString line = QString::fromUtf8(m_service->readLine());
    const QRegularExpression wanted(QStringLiteral(
        R"(^\{"ready":true,"control":"%1","controlTls":"127\.0\.0\.1:\d+","webProxy":"127\.0\.0\.1:\d+",)"
        R"("socks":"127\.0\.0\.1:\d+","firewallClient":"127\.0\.0\.1:\d+"\}\n$)")
                                        .arg(QRegularExpression::escape(file("elsewhere.sock"))));
    QVERIFY2(wanted.match(line).hasMatch(), qPrintable(line));
}

TestProcess::Outcome TestProcess::run(const QStringList& arguments) const
{
    QProcess process;
    process.start(QStringLiteral(SALLYPORT_BIN "/sallyportd"), arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray TestProcess::problems()
{
    const QJsonObject status = ask("status", "{}").value(QLatin1StringView("result")).toObject();
    return QJsonDocument(status.value(QLatin1StringView("problems")).toArray()).toJson();
}

void TestProcess::aSecondServiceIsRefused()
{
    start();
    const Outcome sameFolder = run({QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")});
    QCOMPARE(sameFolder.exit, 1);
    QVERIFY2(sameFolder.err.contains("another sallyportd works in this folder"), sameFolder.err.constData());
    QVERIFY(sameFolder.out.isEmpty());
    QTemporaryDir other;
    const Outcome sameSocket = run({QStringLiteral("--data"), other.path(), QStringLiteral("--ephemeral"),
        QStringLiteral("--control"), file("control.sock")});
    QCOMPARE(sameSocket.exit, 1);
    QVERIFY2(sameSocket.err.contains("another service listens there"), sameSocket.err.constData());
    QVERIFY(ask("status", "{}").contains(QLatin1StringView("result")));
}

void TestProcess::startsOverWhatAKilledOneLeft()
{
    start();
    m_service->kill();
    QVERIFY(m_service->waitForFinished(patience));
    QVERIFY(QFile::exists(file("control.sock")));
    start();
    QVERIFY(ask("status", "{}").contains(QLatin1StringView("result")));
}

// Of a process that is dead and whose number another one has now, of another computer, of an older version.
void TestProcess::aLockThatNobodyHoldsIsNone_data()
{
    QTest::addColumn<QByteArray>("words");
    const QByteArray here = QSysInfo::machineHostName().toUtf8();
    QTest::newRow("number in use again") << QByteArray(
        QByteArray::number(QCoreApplication::applicationPid()) + "\nsallyportd\n" + here + '\n');
    QTest::newRow("another computer") << QByteArray("1\nsallyportd\nelsewhere\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("nonsense") << QByteArray("\0\n\n\n", 4);
}

void TestProcess::aLockThatNobodyHoldsIsNone()
{
    QFETCH(QByteArray, words);
    QFile lock(file("sallyportd.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(lock.write(words), words.size());
    lock.close();
    start();
    QVERIFY(m_ready.value(QLatin1StringView("ready")).toBool());
}

void TestProcess::foldersThatOthersCanChangeAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("remedy");
    QTest::newRow("folder, everybody") << QString() << 0777 << QByteArray("chmod 700");
    QTest::newRow("folder, group") << QString() << 0770 << QByteArray("chmod 700");
    QTest::newRow("key, everybody") << QStringLiteral("service.key") << 0644 << QByteArray("chmod 600");
    QTest::newRow("key, group") << QStringLiteral("service.key") << 0640 << QByteArray("chmod 600");
    QTest::newRow("policy, everybody") << QStringLiteral("policy.db") << 0666 << QByteArray("chmod 600");
    QTest::newRow("folder of another") << QString() << -1 << QByteArray("runuser -u");
    QTest::newRow("key of another") << QStringLiteral("service.key") << -1 << QByteArray("runuser -u");
}

void TestProcess::foldersThatOthersCanChangeAreRefused()
{
    QFETCH(QString, what);
    QFETCH(int, mode);
    QFETCH(QByteArray, remedy);
    if (mode < 0 && geteuid() != 0)
        QSKIP("only root can give a file away");
    start();
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    const QByteArray path = QFile::encodeName(what.isEmpty() ? m_dir->path() : m_dir->filePath(what));
    QCOMPARE(mode < 0 ? chown(path.constData(), 12345, gid_t(-1)) : chmod(path.constData(), mode_t(mode)), 0);
    const Outcome outcome = run({QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")});
    QCOMPARE(outcome.exit, 1);
    QVERIFY2(outcome.err.contains(QByteArray(path + ": ")) && outcome.err.contains(remedy), outcome.err.constData());
    QVERIFY2(!outcome.err.contains("another sallyportd"), outcome.err.constData());
}

// Longer than a socket's address may be, and longer than databases take.
void TestProcess::aLongFolderNameKeepsNobodyOut()
{
    const QString deep = m_dir->filePath(QString(150, u'x'));
    m_service->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service->start(
        QStringLiteral(SALLYPORT_BIN "/sallyportd"), {QStringLiteral("--data"), deep, QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine() || m_service->state() == QProcess::NotRunning, patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    const QString control = m_ready.value(QLatin1StringView("control")).toString();
    QCOMPARE(control, QString(deep + QStringLiteral("/control.sock")));
    QProcess ctl;
    ctl.start(QStringLiteral(SALLYPORT_BIN "/sallyportctl"),
        {QStringLiteral("--control"), control, QStringLiteral("status")});
    QVERIFY(ctl.waitForFinished(patience));
    QVERIFY2(ctl.exitCode() == 0, ctl.readAllStandardError().constData());
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    QVERIFY(!QFile::exists(control));

    const QString deeper = m_dir->filePath(QString(200, u'x') + u'/' + QString(200, u'y') + u'/' + QString(200, u'z'));
    const Outcome outcome = run({QStringLiteral("--data"), deeper, QStringLiteral("--ephemeral")});
    QCOMPARE(outcome.exit, 1);
    QVERIFY2(outcome.err.contains("too long") && outcome.err.contains("shorter --data"), outcome.err.constData());
    const QString longName = m_dir->filePath(QString(120, u's'));
    const Outcome socket = run({QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral"),
        QStringLiteral("--control"), longName});
    QCOMPARE(socket.exit, 1);
    QVERIFY2(socket.err.contains("too long") && socket.err.contains("--control"), socket.err.constData());
}

// A pipe that nobody reads stands where the log of today, or of tomorrow, should: the writer hangs in the system.
void TestProcess::aStopDoesNotWaitForTheLog()
{
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("logs")));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QDateTime& day : {now, now.addDays(1)}) {
        const QString name = QStringLiteral("logs/FWSEXTD%1.log").arg(day.toString(QStringLiteral("yyyyMMdd")));
        QCOMPARE(mkfifo(QFile::encodeName(m_dir->filePath(name)).constData(), 0600), 0);
    }
    m_service->start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        {QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine(), patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost,
        m_ready.value(QLatin1StringView("firewallClient")).toString().section(u':', -1).toUShort());
    QVERIFY(client.waitForConnected(patience));
    client.write("CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nSallyport-Application: x.exe\r\n\r\n");
    QVERIFY(client.waitForReadyRead(patience));
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    QCOMPARE(m_service->exitCode(), 0);
    const QByteArray said = m_service->readAllStandardError();
    QVERIFY2(QRegularExpression(QStringLiteral("log: stopped before [1-9][0-9]* rows were written"))
                 .match(QString::fromUtf8(said))
                 .hasMatch(),
        said.constData());
}

// Somebody keeps a database locked, for which SQLite waits ten seconds a statement.
void TestProcess::aStopDoesNotWaitForDatabases_data()
{
    QTest::addColumn<QByteArray>("undone");
    QTest::newRow("query") << QByteArray("a query was not answered");
    QTest::newRow("fetch") << QByteArray("the last fetches of clients were not recorded");
    QTest::newRow("change") << QByteArray("changes under way were neither finished nor answered");
}

void TestProcess::aStopDoesNotWaitForDatabases()
{
    QFETCH(QByteArray, undone);
    const bool isQuery = undone.contains("query");
    start();
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    m_service->setProcessChannelMode(QProcess::SeparateChannels);
    const auto endOf = qScopeGuard([] { QSqlDatabase::removeDatabase(QStringLiteral("locking")); });
    QSqlDatabase locking = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("locking"));
    locking.setDatabaseName(file(isQuery ? "log.db" : "records.db"));
    QVERIFY(locking.open());
    // Nobody can read either while a database without a write-ahead log is locked.
    if (isQuery)
        QVERIFY(QSqlQuery(locking).exec(QStringLiteral("PRAGMA journal_mode=DELETE")));
    const auto lock = [&locking] { return QSqlQuery(locking).exec(QStringLiteral("BEGIN EXCLUSIVE")); };
    if (isQuery)
        QVERIFY(lock());
    m_service->start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        {QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine(), patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    if (!isQuery)
        QVERIFY(lock());

    QLocalSocket control;
    control.connectToServer(m_ready.value(QLatin1StringView("control")).toString());
    QVERIFY(control.waitForConnected(patience));
    if (undone.contains("fetch")) {
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost,
            m_ready.value(QLatin1StringView("webProxy")).toString().section(u':', -1).toUShort());
        QVERIFY(client.waitForConnected(patience));
        client.write("GET /mspclnt.ini HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(client.waitForReadyRead(patience));
    } else {
        control.write(isQuery
                ? R"({"jsonrpc":"2.0","id":1,"method":"log.query","params":{"limit":1}})"
                : R"({"jsonrpc":"2.0","id":1,"method":"services.control","params":{"name":"socks","action":"stop"}})");
        control.write("\n"
                      R"({"jsonrpc":"2.0","id":2,"method":"status","params":{}})"
                      "\n");
        QTRY_VERIFY_WITH_TIMEOUT(control.canReadLine(), patience); // which overtakes it
        QVERIFY(control.readLine().contains(R"("id":2)"));
    }
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(patience));
    QCOMPARE(m_service->exitCode(), 0);
    const QByteArray said = m_service->readAllStandardError();
    QVERIFY2(said.contains(QByteArray("stop: " + undone)), said.constData());
    locking.close();
    locking = {};
}

// A disk of its own, where this user may mount one: the service makes its folder, the disk fills, it starts once more,
// without one of its files, or with a log to be written into one.
void TestProcess::aFullDiskIsNamed_data()
{
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("before"); // how the folder was made
    const QString started = QStringLiteral("--ephemeral --until-stdin-closes");
    for (const char* name : {"nothing", "records.db", "log.db", "logs"})
        QTest::newRow(name) << QString::fromLatin1(name) << started;
    QTest::newRow("first audit record") << QStringLiteral("nothing") << QStringLiteral("enrol --role viewer");
}

void TestProcess::aFullDiskIsNamed()
{
    QFETCH(QString, without);
    QFETCH(QString, before);
    const QStringList own{QStringLiteral("--user"), QStringLiteral("--map-root-user"), QStringLiteral("--mount")};
    const auto inOwn = [&](const QStringList& command) {
        QProcess process;
        process.start(QStringLiteral("unshare"), own + command);
        if (!process.waitForFinished(patience))
            return Outcome();
        return Outcome{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    };
    if (inOwn({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("none"),
                  m_dir->path()})
            .exit
        != 0)
        QSKIP("this user may not mount a disk of its own");
    const Outcome outcome = inOwn({QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral(R"(
        mount -t tmpfs -o size=2m none "$1" || exit 9
        mkdir -m 700 "$1/data" && "$2" $4 --data "$1/data" </dev/null >/dev/null 2>&1 || exit 8
        rm -rf "$1/data/$3"
        cat /dev/zero >"$1/fill" 2>/dev/null
        exec "$2" --data "$1/data" --ephemeral --until-stdin-closes </dev/null)"),
        QStringLiteral("sh"), m_dir->path(), QStringLiteral(SALLYPORT_BIN "/sallyportd"), without, before});
    QVERIFY2(outcome.exit == 0 || outcome.exit == 1, outcome.err.constData());
    QVERIFY2(outcome.exit == 0 || outcome.err.contains("the disk is full; free some space"), outcome.err.constData());
}

// What gets their numbers would get the messages, too.
void TestProcess::closedOutputsAreNoFiles()
{
    QProcess shell;
    shell.start(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("exec \"$0\" --data \"$1\" --ephemeral <&- >&- 2>&-"),
            QStringLiteral(SALLYPORT_BIN "/sallyportd"), m_dir->path()});
    QVERIFY(shell.waitForStarted(patience));
    const auto end = qScopeGuard([&shell] {
        shell.terminate();
        shell.waitForFinished(patience);
    });
    m_ready = QJsonObject{{QStringLiteral("control"), file("control.sock")}};
    QTRY_VERIFY_WITH_TIMEOUT(ask("status", "{}").contains(QLatin1StringView("result")), patience);
    for (const int number : {0, 1, 2}) {
        const QString name = QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/%2").arg(shell.processId()).arg(number));
        QCOMPARE(name, QStringLiteral("/dev/null"));
    }
    QFile lock(file("sallyportd.lock"));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    QCOMPARE(lock.readAll().count('\n'), 3);
}

void TestProcess::badCommandLines_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* line, int exit, const char* said) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << exit << QByteArray(said);
    };
    row("--data=", 2, "--data");
    row("--data", 2, "needs a value");
    row("--data= --ephemeral", 2, "--data");
    row("--data FILE --ephemeral", 1, "choose another --data");
    row("--data FILE/below --ephemeral", 1, "choose another --data");
    row("--data /proc/sallyport --ephemeral", 1, "choose another --data");
    row("--data DIR --quietly", 2, "--quietly");
    row("--data DIR --control-tls nowhere", 2, "must be ADDRESS:PORT");
    row("--data DIR --control-tls 127.0.0.1:99999", 2, "must be ADDRESS:PORT");
    row("--data DIR --half-closed 0", 2, "must be a number of seconds from 1 to 3600");
    row("--data DIR --half-closed soon", 2, "must be a number of seconds from 1 to 3600");
    row("--data DIR --client-share 0", 2, "must be a percentage from 1 to 100");
    row("--data DIR --client-binds 0", 2, "must be a number from 1 to 65535");
    row("--data DIR --client-binds many", 2, "must be a number from 1 to 65535");
    row("--data DIR --request-memory 65537", 2, "must be a number of MiB from 1 to 65536");
    row("--data DIR --request-memory", 2, "needs a value");
    row("--data DIR --ephemeral=1", 2, "--ephemeral=1");
    row("--data DIR --ephemeral --control /nowhere/at/all.sock", 1, "/nowhere/at/all.sock");
    row("enrol --data DIR", 2, "--role");
    row("enrol --data DIR --role king", 2, "no role");
    row("enrol --data DIR/nowhere --role viewer", 1, "no such folder");
    row("--check", 2, "needs a value");
}

void TestProcess::badCommandLines()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFETCH(QByteArray, said);
    QFile plain(file("plain"));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    for (QString& argument : arguments)
        argument.replace(QStringLiteral("FILE"), plain.fileName()).replace(QStringLiteral("DIR"), m_dir->path());
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.exit == exit, outcome.err.constData());
    QVERIFY2(outcome.err.startsWith("sallyportd: ") && outcome.err.contains(said), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

// Names of files and of what is in them, on a terminal or in a log that is read line by line.
void TestProcess::nothingThatOthersWroteDoesMoreThanShow()
{
    const QString hostile = QString::fromUtf8("a\u202eb\u200bc\u2028d\x1b[2Je\x07"
                                              "f\nforged\rg");
    const QString policy = file("policy.ini");
    {
        QFile ini(policy);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[Policy]\nFormat=1\na\xe2\x80\xae"
                  "b\x1b[2Jc=1\n");
    }
    for (const QStringList& line : QList<QStringList>{{hostile}, {QStringLiteral("--") + hostile},
             {QStringLiteral("--data"), QString(QStringLiteral("/proc/") + hostile)},
             {QStringLiteral("--check"), QString(QStringLiteral("/proc/") + hostile)},
             {QStringLiteral("enrol"), QStringLiteral("--role"), QStringLiteral("viewer"), QStringLiteral("--data"),
                 QString(QStringLiteral("/proc/") + hostile)},
             {QStringLiteral("--check"), policy}}) {
        const Outcome outcome = run(line);
        QVERIFY(outcome.exit != 0);
        const QByteArray said = outcome.err + outcome.out;
        QVERIFY2(said.contains("U+202E"), said.constData());
        for (const char* raw : {"\xe2\x80\xae", "\xe2\x80\x8b", "\xe2\x80\xa8", "\x1b", "\x07", "\r", "\nforged"})
            QVERIFY2(!said.contains(raw), said.toPercentEncoding(" :;.,<>+").constData());
    }
}

void TestProcess::checksPolicyFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("good") << QStringLiteral(SALLYPORT_TEST_DATA "/policy/good/minimal.json") << 0
                          << QByteArray("can be applied");
    QTest::newRow("bad") << QStringLiteral(SALLYPORT_TEST_DATA "/policy/bad/several-at-once.json") << 1
                         << QByteArray("has errors");
    QTest::newRow("no policy") << QStringLiteral(SALLYPORT_TEST_DATA "/policy/bad/not-json.json") << 1
                               << QByteArray("has errors");
    QTest::newRow("no file") << QStringLiteral("/nowhere/policy.json") << 2 << QByteArray("/nowhere/policy.json");
    QTest::newRow("a folder") << QStringLiteral("/tmp") << 2 << QByteArray("/tmp");
}

void TestProcess::checksPolicyFiles()
{
    QFETCH(QString, name);
    QFETCH(int, exit);
    QFETCH(QByteArray, said);
    const Outcome outcome = run({QStringLiteral("--check"), name});
    const QByteArray printed = outcome.out + outcome.err;
    QVERIFY2(outcome.exit == exit, printed.constData());
    QVERIFY2(printed.contains(said), printed.constData());
}

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"
