// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

// What the program makes of its data folder: new ones, lost files, other processes beside it, stores of older versions.
class TestDataFolder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void locksOutlastReadersAndEnrol();
    void enrolFindsTheServiceWhereverItListens();
    void enrolWorksWithoutAService();
    void enrolAsRootLeavesTheFolderToItsOwner();
    void lostPolicyIsNoFirstStart_data();
    void lostPolicyIsNoFirstStart();
    void killedFirstStartStartsAgain_data();
    void killedFirstStartStartsAgain();
    void nothingChangesWhileFilesAreGone_data();
    void nothingChangesWhileFilesAreGone();
    void aLostFileStaysLostUntilTheNextStart_data();
    void aLostFileStaysLostUntilTheNextStart();
    void backupsTakeTheirPlace_data();
    void backupsTakeTheirPlace();
    void whatIsInForceIsAudited();
    void killedRevisionsGetTheirRecord();
    void storesOfAnOlderVersionOpen();
    void controlReplacesNoFile();

private:
    struct Outcome {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    QString file(const QString& name) const { return QDir(m_data).filePath(name); }
    void start(const QStringList& more = {}, unsigned user = 0);
    void stop();
    void kill();
    Outcome run(const QStringList& arguments, unsigned user = 0) const;
    Outcome enrol(unsigned user = 0) const;
    QByteArray refusal() const; // what the service says when it does not start here
    QJsonObject ask(const QByteArray& method, const QByteArray& params = "{}") const;
    QJsonObject block(const QString& program) const; // an apply with one more entry that is disabled
    bool isBlocked(const QByteArray& program) const;
    QStringList audited() const; // oldest first: who, action, what
    QByteArray problems() const;
    void spoil(const QString& name, const QString& how) const;
    bool isAtRest(const QString& database) const;
    void sql(const QString& database, const QString& statement) const;
    int locksOn(const QString& name) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
    std::unique_ptr<QProcess> m_service;
    QJsonObject m_ready;
};

namespace
{

constexpr int patience = 60000; // milliseconds
const QString program = QStringLiteral(SALLYPORT_BIN "/sallyportd");
constexpr unsigned nobody = 65534;
using Name = QLatin1StringView;

void becomeIn(QProcess& process, unsigned user)
{
    if (user == 0)
        return;
    process.setChildProcessModifier([user] {
        if (::setresgid(user, user, user) != 0 || ::setresuid(user, user, user) != 0)
            ::_exit(99);
    });
}

QJsonObject resultOf(const QJsonObject& answer)
{
    return answer.value(Name("result")).toObject();
}

QString messageOf(const QJsonObject& answer)
{
    return answer.value(Name("error")).toObject().value(Name("message")).toString();
}

void write(const QString& name, const QByteArray& bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // as the service leaves its own
    QCOMPARE(file.write(bytes), bytes.size());
}

// Somebody outside who reads: what is in the log then has to stay there.
class Reader
{
public:
    explicit Reader(const QString& database)
        : m_reads(!database.isEmpty())
    {
        if (!m_reads)
            return;
        QSqlDatabase opened = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        opened.setDatabaseName(database);
        QVERIFY(opened.open());
        QVERIFY(QSqlQuery(opened).exec(QStringLiteral("BEGIN")));
        QVERIFY(QSqlQuery(opened).exec(QStringLiteral("SELECT count(*) FROM sqlite_schema")));
    }
    ~Reader() { QSqlDatabase::removeDatabase(QStringLiteral("reader")); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    bool reads() const { return m_reads; }

private:
    bool m_reads;
};

} // namespace

void TestDataFolder::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("data"));
    m_service = std::make_unique<QProcess>();
}

void TestDataFolder::cleanup()
{
    stop();
}

void TestDataFolder::start(const QStringList& more, unsigned user)
{
    m_service = std::make_unique<QProcess>();
    becomeIn(*m_service, user);
    m_service->start(program, QStringList{QStringLiteral("--data"), m_data, QStringLiteral("--ephemeral")} + more);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine() || m_service->state() == QProcess::NotRunning, patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    QVERIFY2(m_ready.value(Name("ready")).toBool(), m_service->readAllStandardError().constData());
}

void TestDataFolder::stop()
{
    m_service->terminate();
    if (!m_service->waitForFinished(patience))
        m_service->kill();
}

void TestDataFolder::kill()
{
    m_service->kill();
    QVERIFY(m_service->waitForFinished(patience));
}

TestDataFolder::Outcome TestDataFolder::run(const QStringList& arguments, unsigned user) const
{
    QProcess process;
    becomeIn(process, user);
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

TestDataFolder::Outcome TestDataFolder::enrol(unsigned user) const
{
    return run(
        {QStringLiteral("enrol"), QStringLiteral("--data"), m_data, QStringLiteral("--role"), QStringLiteral("viewer")},
        user);
}

QByteArray TestDataFolder::refusal() const
{
    const Outcome outcome = run({QStringLiteral("--data"), m_data, QStringLiteral("--ephemeral")});
    return outcome.exit == 1 ? outcome.err : QByteArray("it did not end with 1");
}

QJsonObject TestDataFolder::ask(const QByteArray& method, const QByteArray& params) const
{
    QLocalSocket control;
    control.connectToServer(m_ready.value(Name("control")).toString());
    if (!control.waitForConnected(patience))
        return {};
    control.write(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}\n");
    while (!control.canReadLine() && control.waitForReadyRead(patience)) { }
    return QJsonDocument::fromJson(control.readLine()).object();
}

QJsonObject TestDataFolder::block(const QString& name) const
{
    const QJsonObject got = resultOf(ask("policy.get"));
    QJsonObject policy = got.value(Name("policy")).toObject();
    QJsonObject client = policy.value(Name("client")).toObject();
    QJsonArray applications = client.value(Name("applications")).toArray();
    applications.append(QJsonObject{{Name("id"), QString(QStringLiteral("id-") + name)}, {Name("name"), name},
        {Name("settings"), QJsonArray{QJsonObject{{Name("key"), Name("Disable")}, {Name("value"), Name("1")}}}}});
    client.insert(Name("applications"), applications);
    policy.insert(Name("client"), client);
    const QJsonObject params{{Name("parent"), got.value(Name("revision")).toObject().value(Name("number"))},
        {Name("policy"), policy}, {Name("comment"), name}};
    return ask("policy.apply", QJsonDocument(params).toJson(QJsonDocument::Compact));
}

bool TestDataFolder::isBlocked(const QByteArray& name) const
{
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"),
        static_cast<quint16>(m_ready.value(Name("firewallClient")).toString().section(u':', -1).toUInt()));
    client.waitForConnected(patience);
    client.write(
        "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nSallyport-Application: " + name + ".exe\r\n\r\n");
    while (!client.canReadLine() && client.waitForReadyRead(patience)) { }
    return client.readLine().startsWith("HTTP/1.1 403");
}

QStringList TestDataFolder::audited() const
{
    QStringList all;
    for (const QJsonValue& value : resultOf(ask("audit.list", R"({"limit":1000})")).value(Name("records")).toArray()) {
        const QJsonObject record = value.toObject();
        all.prepend(record.value(Name("who")).toString() + u' ' + record.value(Name("action")).toString() + u' '
            + record.value(Name("what")).toString());
    }
    return all;
}

QByteArray TestDataFolder::problems() const
{
    return QJsonDocument(resultOf(ask("status")).value(Name("problems")).toArray()).toJson();
}

bool TestDataFolder::isAtRest(const QString& database) const
{
    return QFileInfo(file(database + QStringLiteral("-wal"))).size() == 0;
}

void TestDataFolder::sql(const QString& database, const QString& statement) const
{
    {
        QSqlDatabase opened = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
        opened.setDatabaseName(file(database));
        QVERIFY(opened.open());
        QVERIFY(QSqlQuery(opened).exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
}

int TestDataFolder::locksOn(const QString& name) const
{
    struct stat found {
    };
    QFile locks(QStringLiteral("/proc/locks"));
    if (::stat(QFile::encodeName(file(name)).constData(), &found) != 0 || !locks.open(QIODevice::ReadOnly))
        return -1;
    return static_cast<int>(
        locks.readAll().count(QByteArray(":%1 ").replace("%1", QByteArray::number(quint64(found.st_ino)))));
}

void TestDataFolder::locksOutlastReadersAndEnrol()
{
    start();
    if (locksOn(QStringLiteral("policy.db")) < 0)
        QSKIP("no /proc/locks here");
    QCOMPARE(enrol().exit, 0);
    // Opens both once more, now from outside, and closes them again.
    for (const char* name : {"policy.db", "records.db"})
        sql(QLatin1StringView(name), QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    QVERIFY(resultOf(block(QStringLiteral("icq"))).contains(Name("revision")));
    for (const char* name : {"policy.db", "policy.db-shm", "records.db", "records.db-shm"})
        QVERIFY2(locksOn(QLatin1StringView(name)) > 0, name);
    for (const char* name : {"policy.db-wal", "records.db-wal"})
        QVERIFY2(QFile::exists(file(QLatin1StringView(name))), name);
    QCOMPARE(enrol().exit, 0);
    QVERIFY2(!problems().contains("under the running service"), problems().constData());
    kill();
    start();
    QVERIFY(isBlocked("icq"));
    const QString all = audited().join(u'\n');
    QCOMPARE(all.count(QStringLiteral("consoles.invite issued a code for one console as viewer")), 2);
    QVERIFY(all.contains(QStringLiteral("revision 2: client.applications[icq]")));
}

void TestDataFolder::enrolFindsTheServiceWhereverItListens()
{
    start({QStringLiteral("--control"), m_dir->filePath(QStringLiteral("elsewhere.sock"))});
    const Outcome first = enrol();
    QVERIFY2(first.exit == 0, first.err.constData());
    QVERIFY(first.out.contains("\nrole: viewer\n"));
    QVERIFY(audited().last().contains(QStringLiteral("consoles.invite")));
    QVERIFY(!audited().join(u'\n').contains(QString::fromLatin1(first.out.mid(6, 19)))); // the code itself
    // What a killed service leaves points nowhere, and then elsewhere.
    kill();
    QVERIFY(QFile::exists(file(QStringLiteral("control.path"))));
    QCOMPARE(enrol().exit, 0);
    start();
    QCOMPARE(enrol().exit, 0);
    QCOMPARE(audited().filter(QStringLiteral("consoles.invite")).size(), 3);
}

void TestDataFolder::enrolWorksWithoutAService()
{
    QVERIFY(QDir().mkpath(m_data));
    const Outcome first = enrol();
    QVERIFY2(first.exit == 0, first.err.constData());
    start();
    QVERIFY(first.out.contains(resultOf(ask("status")).value(Name("fingerprint")).toString().toLatin1()));
    QCOMPARE(audited().filter(QStringLiteral("consoles.invite")).size(), 1);
}

// Only root can become somebody else.
void TestDataFolder::enrolAsRootLeavesTheFolderToItsOwner()
{
    if (::geteuid() != 0)
        QSKIP("becoming another user takes root");
    QVERIFY(
        QFile::setPermissions(m_dir->path(), QFile::permissions(m_dir->path()) | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QDir().mkpath(m_data));
    QCOMPARE(::chown(QFile::encodeName(m_data).constData(), nobody, nobody), 0);
    const Outcome before = enrol();
    QVERIFY2(before.exit == 0, before.err.constData());
    for (const QFileInfo& info : QDir(m_data).entryInfoList(QDir::Files))
        QVERIFY2(info.ownerId() == nobody, qPrintable(info.fileName()));
    start({}, nobody);
    for (const unsigned user : {0U, nobody})
        QCOMPARE(enrol(user).exit, 0);
    QCOMPARE(enrol(1).exit, 1);
    const QStringList invitations = audited().filter(QStringLiteral("consoles.invite"));
    QCOMPARE(invitations.size(), 3);
    QVERIFY(invitations.at(1).startsWith(QStringLiteral("root ")));
}

void TestDataFolder::lostPolicyIsNoFirstStart_data()
{
    QTest::addColumn<QString>("kept"); // beside the policy; empty: all that a service leaves
    QTest::addColumn<QString>("how");
    for (const char* how : {"removed", "emptied", "no revision", "garbage", "another database", "dangling link"})
        QTest::newRow(how) << QString() << QString::fromLatin1(how);
    for (const char* kept :
        {"service.key", "service.crt", "records.db", "log.db", "drafts.db", "logs/FWSEXTD20260101.log"})
        QTest::newRow(kept) << QString::fromLatin1(kept) << QStringLiteral("removed");
    QTest::newRow("nothing else") << QStringLiteral("README") << QStringLiteral("emptied");
}

void TestDataFolder::lostPolicyIsNoFirstStart()
{
    QFETCH(QString, kept);
    QFETCH(QString, how);
    const QString policy = file(QStringLiteral("policy.db"));
    if (kept.isEmpty()) {
        start();
        stop();
    } else {
        QVERIFY(QDir().mkpath(QFileInfo(file(kept)).path()));
        write(file(kept), "x");
    }
    if (how == QStringLiteral("no revision"))
        sql(QStringLiteral("policy.db"), QStringLiteral("DELETE FROM revision"));
    else
        QFile::remove(policy);
    if (how == QStringLiteral("emptied"))
        write(policy, {});
    if (how == QStringLiteral("garbage"))
        write(policy, QByteArray(5000, 'x'));
    if (how == QStringLiteral("another database"))
        QVERIFY(QFile::copy(file(QStringLiteral("records.db")), policy));
    if (how == QStringLiteral("dangling link"))
        QVERIFY(QFile::link(m_dir->filePath(QStringLiteral("nowhere.db")), policy));
    const QByteArray said = refusal();
    QVERIFY2(said.contains("policy.db"), said.constData());
    QVERIFY2(said.contains("backup") || how == QStringLiteral("another database"), said.constData());
    QCOMPARE(enrol().exit,
        how == QStringLiteral("no revision") || how == QStringLiteral("garbage")
                || how == QStringLiteral("another database")
            ? 0
            : 1);
    QCOMPARE(refusal(), said); // and nothing has been put in its place
}

void TestDataFolder::killedFirstStartStartsAgain_data()
{
    QTest::addColumn<QStringList>("left"); // of a whole folder; a name with = is made of rubbish
    QTest::newRow("folder") << QStringList();
    QTest::newRow("lock") << QStringList{QStringLiteral("sallyportd.lock=")};
    QTest::newRow("half a policy") << QStringList{
        QStringLiteral("policy.db.new="), QStringLiteral("policy.db.new-wal=")};
    QTest::newRow("policy") << QStringList{QStringLiteral("policy.db")};
    QTest::newRow("half a key") << QStringList{QStringLiteral("policy.db"), QStringLiteral("service.key.AbCdEf=")};
    QTest::newRow("key") << QStringList{QStringLiteral("policy.db"), QStringLiteral("service.key")};
    QTest::newRow("certificate") << QStringList{
        QStringLiteral("policy.db"), QStringLiteral("service.key"), QStringLiteral("service.crt")};
    QTest::newRow("half the records") << QStringList{QStringLiteral("policy.db"), QStringLiteral("service.key"),
        QStringLiteral("service.crt"), QStringLiteral("records.db=")};
}

void TestDataFolder::killedFirstStartStartsAgain()
{
    QFETCH(QStringList, left);
    start();
    stop();
    for (const QFileInfo& info : QDir(m_data).entryInfoList(QDir::Files | QDir::NoDotAndDotDot)) {
        if (!left.contains(info.fileName()))
            QVERIFY(QFile::remove(info.filePath()));
    }
    QVERIFY(QDir(file(QStringLiteral("logs"))).removeRecursively());
    for (const QString& name : std::as_const(left)) {
        if (name.endsWith(u'='))
            write(file(name.chopped(1)), {});
    }
    start();
    QCOMPARE(resultOf(ask("status")).value(Name("revision")).toInt(), 1);
    QCOMPARE(audited(), QStringList{QStringLiteral("sallyportd start revision 1: first policy of a new folder")});
}

void TestDataFolder::nothingChangesWhileFilesAreGone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("how");
    for (const char* name : {"policy.db", "records.db", "policy.db-wal", "records.db-wal"}) {
        for (const char* how : {"removed", "replaced", "emptied", "overwritten", "cut", "patched", "folder moved"}) {
            if (!QByteArray(name).endsWith("-wal") || QByteArray(how) != "folder moved")
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(Name(name), Name(how))))
                    << QString::fromLatin1(name) << QString::fromLatin1(how);
        }
    }
    // In a log, only its length tells what others did from what this service does all the time.
    for (const char* name : {"removed", "replaced", "emptied", "overwritten", "patched"})
        QTest::newRow(qPrintable(QStringLiteral("log.db %1").arg(Name(name))))
            << QStringLiteral("log.db") << QString::fromLatin1(name);
}

// As somebody else would: a tool that puts another file in its place, or one that writes into the one that is there.
void TestDataFolder::spoil(const QString& name, const QString& how) const
{
    const QString other = QStringLiteral(SALLYPORT_TEST_DATA "/store/6413fa7/policy.db");
    if (how == QStringLiteral("folder moved"))
        QVERIFY(QDir().rename(m_data, m_data + QStringLiteral(".old")));
    if (how == QStringLiteral("emptied"))
        QVERIFY(QFile::resize(file(name), 0));
    if (how == QStringLiteral("cut"))
        QVERIFY(QFile::resize(file(name), 1024));
    if (how == QStringLiteral("removed") || how == QStringLiteral("replaced"))
        QVERIFY(QFile::remove(file(name)));
    if (how == QStringLiteral("replaced"))
        QVERIFY(QFile::copy(other, file(name)));
    if (how == QStringLiteral("overwritten")) { // cp OTHER FILE
        QFile from(other);
        QVERIFY(from.open(QIODevice::ReadOnly));
        write(file(name), from.readAll() + "and more");
    }
    if (how == QStringLiteral("patched")) { // dd conv=notrunc, one page that is neither the first nor the last
        QFile patched(file(name));
        QVERIFY(patched.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        QVERIFY(patched.seek(name.endsWith(QStringLiteral("-wal")) ? patched.size() : 4096));
        QCOMPARE(patched.write(QByteArray(4096, 'x')), 4096);
    }
}

void TestDataFolder::nothingChangesWhileFilesAreGone()
{
    QFETCH(QString, name);
    QFETCH(QString, how);
    start({QStringLiteral("--control"), m_dir->filePath(QStringLiteral("control.sock"))});
    QVERIFY(resultOf(block(QStringLiteral("icq"))).contains(Name("revision")));
    // At rest a log is empty; while somebody reads it is not.
    const Reader reader(name.endsWith(QStringLiteral("-wal")) ? file(name.chopped(4)) : QString());
    if (reader.reads()) {
        QVERIFY(resultOf(block(QStringLiteral("msn"))).contains(Name("revision")));
        QVERIFY(QFileInfo(file(name)).size() > 0);
    }
    QLocalSocket watcher;
    watcher.connectToServer(m_ready.value(Name("control")).toString());
    QVERIFY(watcher.waitForConnected(patience));
    watcher.write(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{\"protocol\":1,\"client\":\"test\"}}\n");
    QTRY_VERIFY_WITH_TIMEOUT(watcher.canReadLine(), patience);
    QVERIFY(watcher.readLine().contains("result"));
    spoil(name, how);

    // Whoever watches is told without asking, and sees it in red.
    QTRY_VERIFY_WITH_TIMEOUT(watcher.canReadLine(), patience);
    QVERIFY(watcher.readLine().contains("status.changed"));
    QVERIFY2(problems().contains(QString(QStringLiteral("data/") + name).toLatin1()), problems().constData());
    QVERIFY(problems().contains("error"));
    const bool isLog = name == QStringLiteral("log.db"); // which no change needs
    const QString refused = messageOf(block(QStringLiteral("aim")));
    QVERIFY2(isLog ? refused.isEmpty() : refused.contains(QStringLiteral("stop the service")), qPrintable(refused));
    if (name.startsWith(QStringLiteral("records"))) {
        QVERIFY(messageOf(ask("consoles.invite", R"({"role":"viewer"})")).contains(QStringLiteral("stop the service")));
        QVERIFY(
            messageOf(ask("consoles.revoke", R"({"fingerprint":"0"})")).contains(QStringLiteral("stop the service")));
    }
    // What is in memory goes on deciding.
    QVERIFY(isBlocked("icq"));
    QCOMPARE(isBlocked("aim"), isLog);
    QCOMPARE(resultOf(ask("status")).value(Name("revision")).toInt(), isLog || reader.reads() ? 3 : 2);
    // It is said once, with or without anybody who watches.
    const QByteArray sentence("error: " + file(name).toUtf8() + ": was");
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += m_service->readAllStandardError()).contains(sentence), patience);
    QVERIFY(ask("status").contains(Name("result")));
    said += m_service->readAllStandardError();
    QCOMPARE(said.count(sentence), 1);
}

// Between the loss and the return nobody knows what was written to what: only a start looks at the files as a whole.
void TestDataFolder::aLostFileStaysLostUntilTheNextStart_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"removed", "overwritten", "folder moved"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestDataFolder::aLostFileStaysLostUntilTheNextStart()
{
    QFETCH(QString, how);
    const QString policy = file(QStringLiteral("policy.db"));
    start({QStringLiteral("--control"), m_dir->filePath(QStringLiteral("control.sock"))});
    QVERIFY(resultOf(block(QStringLiteral("icq"))).contains(Name("revision")));
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(QStringLiteral("policy.db")), patience);
    QFile whole(policy);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray before = whole.readAll();
    const QString aside = m_dir->filePath(QStringLiteral("aside"));
    if (how == QStringLiteral("removed"))
        QVERIFY(QFile::rename(policy, aside));
    else
        spoil(QStringLiteral("policy.db"), how);
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains("under the running service"), patience);
    if (how == QStringLiteral("removed"))
        QVERIFY(QFile::rename(aside, policy));
    else if (how == QStringLiteral("folder moved"))
        QVERIFY(QDir().rename(m_data + QStringLiteral(".old"), m_data));
    else
        write(policy, before);
    QVERIFY(problems().contains("under the running service"));
    QVERIFY(messageOf(block(QStringLiteral("aim"))).contains(QStringLiteral("stop the service")));
    kill();
    start();
    QCOMPARE(problems().count("policy.db"), 0);
    QVERIFY(isBlocked("icq"));
    QVERIFY(!isBlocked("aim"));
    QVERIFY(resultOf(block(QStringLiteral("aim"))).contains(Name("revision")));
}

void TestDataFolder::backupsTakeTheirPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("end");
    for (const char* name : {"policy.db", "records.db"}) {
        for (const char* end : {"stopped", "killed", "stopped with a log"})
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(Name(name), Name(end))))
                << QString::fromLatin1(name) << QString::fromLatin1(end);
    }
}

// The remedy that the service names: what is left beside the lost file must not get into the backup.
void TestDataFolder::backupsTakeTheirPlace()
{
    QFETCH(QString, name);
    QFETCH(QString, end);
    const bool isPolicy = name == QStringLiteral("policy.db");
    start({QStringLiteral("--control"), m_dir->filePath(QStringLiteral("control.sock"))});
    const auto change = [&](int number) {
        if (isPolicy)
            QVERIFY(resultOf(block(QStringLiteral("p%1").arg(number))).contains(Name("revision")));
        else
            QVERIFY(resultOf(ask("consoles.invite", R"({"role":"viewer"})")).contains(Name("code")));
    };
    for (int number = 0; number < 4; ++number)
        change(number);
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(name), patience);
    const QString backup = m_dir->filePath(QStringLiteral("backup"));
    QVERIFY(QFile::copy(file(name), backup)); // which is all of it, at rest
    const QStringList recorded = audited();
    {
        const bool logged = end == QStringLiteral("stopped with a log");
        const Reader reader(logged ? file(name) : QString());
        for (int number = 4; number < 30; ++number)
            change(number);
        if (!logged)
            QTRY_VERIFY_WITH_TIMEOUT(isAtRest(name), patience);
        QVERIFY(QFile::remove(file(name)));
        QTRY_VERIFY_WITH_TIMEOUT(problems().contains(name.toLatin1()), patience);
        QCOMPARE(isAtRest(name), !logged);
    }
    if (end == QStringLiteral("killed"))
        kill();
    else
        stop();
    const QByteArray said = m_service->readAllStandardError();
    const bool kept = end == QStringLiteral("stopped with a log");
    QCOMPARE(QFile::exists(file(name + QStringLiteral("-wal.lost"))), kept);
    QCOMPARE(said.contains("-wal.lost: holds what was last written"), kept);
    QVERIFY(QFile::rename(backup, file(name)));
    start();
    QVERIFY2(!problems().contains(name.toLatin1()), problems().constData());
    if (isPolicy) {
        QCOMPARE(resultOf(ask("status")).value(Name("revision")).toInt(), 5);
        QVERIFY(isBlocked("p3"));
        QVERIFY(!isBlocked("p4"));
    } else {
        QCOMPARE(audited(), recorded);
    }
    change(4);
}

// A service that was killed between applying and recording.
void TestDataFolder::killedRevisionsGetTheirRecord()
{
    start();
    for (const char* name : {"icq", "aim"})
        QVERIFY(resultOf(block(QLatin1StringView(name))).contains(Name("revision")));
    const QStringList before = audited();
    QCOMPARE(before.size(), 3);
    stop();
    sql(QStringLiteral("records.db"), QStringLiteral("DELETE FROM audit WHERE what LIKE 'revision 3:%'"));
    for (int round = 0; round < 2; ++round) { // the second finds nothing to do
        start();
        const QStringList after = audited();
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.mid(0, 2), before.mid(0, 2));
        QVERIFY2(after.last().startsWith(before.last()), qPrintable(after.last()));
        QVERIFY(after.last().contains(QStringLiteral("recorded by the next start")));
        stop();
    }
}

// From the first policy on, which a start makes and nobody calls for; a code that is issued before counts as no start.
void TestDataFolder::whatIsInForceIsAudited()
{
    const QString first = QStringLiteral("sallyportd start revision 1: first policy of a new folder");
    QVERIFY(QDir().mkpath(m_data));
    QCOMPARE(enrol().exit, 0);
    for (int round = 0; round < 2; ++round) {
        start();
        QCOMPARE(audited().filter(first).size(), 1);
        stop();
    }
    // A clock that stood later when the revision was made than when it was recorded.
    start();
    QVERIFY(resultOf(block(QStringLiteral("icq"))).contains(Name("revision")));
    const QStringList before = audited();
    stop();
    sql(QStringLiteral("records.db"), QStringLiteral("UPDATE audit SET time = 5"));
    start();
    QCOMPARE(audited(), before);
}

void TestDataFolder::controlReplacesNoFile()
{
    const QString mine = m_dir->filePath(QStringLiteral("mine"));
    QFile precious(mine);
    QVERIFY(precious.open(QIODevice::ReadWrite));
    QCOMPARE(precious.write("kept"), 4);
    QVERIFY(precious.flush());
    const Outcome outcome
        = run({QStringLiteral("--data"), m_data, QStringLiteral("--ephemeral"), QStringLiteral("--control"), mine});
    QCOMPARE(outcome.exit, 1);
    QVERIFY2(outcome.err.contains(mine.toUtf8()), outcome.err.constData());
    QVERIFY2(outcome.err.contains("choose another --control, or remove it"), outcome.err.constData());
    QFile left(mine);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("kept"));
}

void TestDataFolder::storesOfAnOlderVersionOpen()
{
    QVERIFY(QDir().mkpath(m_data));
    for (const char* name : {"policy.db", "records.db", "log.db"}) {
        const QString copy = file(QLatin1StringView(name));
        QVERIFY(QFile::copy(QStringLiteral(SALLYPORT_TEST_DATA "/store/6413fa7/") + QLatin1StringView(name), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    }
    start();
    const QJsonArray history = resultOf(ask("policy.history", R"({"limit":10})")).value(Name("revisions")).toArray();
    QCOMPARE(history.size(), 3);
    QVERIFY(isBlocked("msmsgs"));
    QVERIFY(isBlocked("icq"));
    const QStringList records = audited();
    QCOMPARE(records.size(), 3); // and none that had been missing
    QCOMPARE(records.first(), QStringLiteral("root policy.apply revision 2: client.applications[msmsgs] = Disable=1"));
    const QJsonArray consoles = resultOf(ask("consoles.list")).value(Name("consoles")).toArray();
    QCOMPARE(consoles.size(), 1);
    QCOMPARE(consoles.first().toObject().value(Name("role")).toString(), QStringLiteral("operator"));
    QVERIFY(!resultOf(ask("log.query", R"({"limit":10,"text":"x.exe"})")).value(Name("rows")).toArray().isEmpty());
    QVERIFY(resultOf(block(QStringLiteral("aim"))).contains(Name("revision")));
    QVERIFY2(!problems().contains("under the running service"), problems().constData());
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "test_datafolder.moc"
