// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

// The main job from a shell: a real sallyportd, sallyportctl for the administrator, curl for the program that is to be
// blocked, and a small web server for the world outside.
class TestMainJobCtl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void theProgramGetsOut();
    void theEntryIsAddedAndHandedOut();
    void theLiveSessionIsDisconnected();
    void theNextAttemptIsRefused();
    void socksIsSwitchedOffAndBack();
    void everyStepIsInTheAuditTrail();
    void exitCodes();
    void outputsThatCannotBeWritten();
    void socketsByRelativeNames();

private:
    struct Outcome {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };

    Outcome run(const QString& program, const QStringList& arguments) const;
    Outcome ctl(const QStringList& arguments) const;
    QJsonObject ctlJson(const QStringList& arguments) const;
    QString endpoint(const char* name) const;
    QStringList asMessenger(const QString& path) const;
    QString url(const QString& path) const;
    void answer(QTcpSocket* socket);

    QTemporaryDir m_dir;
    QTcpServer m_world;
    QProcess m_service;
    QProcess m_held; // curl with a download that does not end
    QString m_control;
    qsizetype m_holding = 0;
};

namespace
{
const QString bin = QStringLiteral(SALLYPORT_BIN "/");
const QString curl = QStringLiteral("curl");
} // namespace

void TestMainJobCtl::initTestCase()
{
    if (QStandardPaths::findExecutable(curl).isEmpty())
        QSKIP("curl is not installed");
    QVERIFY(m_world.listen(QHostAddress::LocalHost));
    connect(&m_world, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_world.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
    });
    m_service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service.start(bin + QStringLiteral("sallyportd"),
        {QStringLiteral("--data"), m_dir.filePath(QStringLiteral("data")), QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(m_service.canReadLine(), 20000);
    const QJsonObject ready = QJsonDocument::fromJson(m_service.readLine()).object();
    QVERIFY(ready.value(QStringLiteral("ready")).toBool());
    for (const char* name : {"control", "controlTls", "webProxy", "socks", "firewallClient"})
        QVERIFY2(!ready.value(QLatin1StringView(name)).toString().isEmpty(), name);
    m_control = ready.value(QStringLiteral("control")).toString();
}

void TestMainJobCtl::cleanupTestCase()
{
    if (m_service.state() == QProcess::NotRunning)
        return;
    m_service.terminate();
    QVERIFY(m_service.waitForFinished(10000));
    QCOMPARE(m_service.exitCode(), 0);
}

// "/hello" is answered and closed; of "/hold" only the beginning comes.
void TestMainJobCtl::answer(QTcpSocket* socket)
{
    const QByteArray request = socket->readAll();
    if (request.startsWith("GET /hold ")) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nfirst bytes");
        ++m_holding;
        return;
    }
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    socket->disconnectFromHost();
}

// The test's own event loop keeps running: it is the world outside.
TestMainJobCtl::Outcome TestMainJobCtl::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.start(program, arguments);
    const bool finished = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20000);
    return {finished ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

TestMainJobCtl::Outcome TestMainJobCtl::ctl(const QStringList& arguments) const
{
    return run(bin + QStringLiteral("sallyportctl"), QStringList{QStringLiteral("--control"), m_control} + arguments);
}

QJsonObject TestMainJobCtl::ctlJson(const QStringList& arguments) const
{
    return QJsonDocument::fromJson(ctl(QStringList{QStringLiteral("--json")} + arguments).out).object();
}

QString TestMainJobCtl::endpoint(const char* name) const
{
    const QJsonObject status = ctlJson({QStringLiteral("status")});
    return status.value(QStringLiteral("endpoints")).toObject().value(QLatin1StringView(name)).toString();
}

QString TestMainJobCtl::url(const QString& path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_world.serverPort()).arg(path);
}

// curl as Firewall Client: CONNECT on the client channel, saying which program, user and computer it is.
QStringList TestMainJobCtl::asMessenger(const QString& path) const
{
    return {QStringLiteral("--silent"), QStringLiteral("--no-buffer"), QStringLiteral("--proxytunnel"),
        QStringLiteral("--noproxy"), QString(), QStringLiteral("--proxy"),
        QStringLiteral("http://") + endpoint("firewallClient"), QStringLiteral("--proxy-header"),
        QStringLiteral("Sallyport-Application: msmsgs.exe"), QStringLiteral("--proxy-header"),
        QStringLiteral("Sallyport-User: anna"), QStringLiteral("--proxy-header"),
        QStringLiteral("Sallyport-Computer: PC7"), url(path)};
}

void TestMainJobCtl::theProgramGetsOut()
{
    const Outcome got = run(curl, asMessenger(QStringLiteral("/hello")));
    QCOMPARE(got.exit, 0);
    QCOMPARE(got.out, QByteArray("hello"));
    m_held.start(curl, asMessenger(QStringLiteral("/hold")));
    QTRY_COMPARE_WITH_TIMEOUT(m_holding, 1, 10000);
    QTRY_VERIFY(m_held.bytesAvailable() > 0);
}

void TestMainJobCtl::theEntryIsAddedAndHandedOut()
{
    const Outcome set = ctl({QStringLiteral("app"), QStringLiteral("set"), QStringLiteral("msmsgs"),
        QStringLiteral("Disable"), QStringLiteral("1"), QStringLiteral("--comment"), QStringLiteral("no messengers")});
    QVERIFY2(set.exit == 0, set.err.constData());
    QVERIFY(ctl({QStringLiteral("ini"), QStringLiteral("export")}).out.contains("[msmsgs]\r\nDisable=1\r\n"));
    // What a PC fetches is the same.
    const Outcome fetched = run(curl,
        {QStringLiteral("--silent"), QStringLiteral("--noproxy"), QStringLiteral("*"),
            QStringLiteral("http://%1/mspclnt.ini").arg(endpoint("firewallClient"))});
    QVERIFY(fetched.out.contains("[msmsgs]\r\nDisable=1\r\n"));
    const QJsonObject diff = ctlJson({QStringLiteral("policy"), QStringLiteral("diff")});
    QCOMPARE(diff.value(QStringLiteral("changes")).toArray().size(), 1);
}

void TestMainJobCtl::theLiveSessionIsDisconnected()
{
    // A new policy does not touch what is up.
    QCOMPARE(m_held.state(), QProcess::Running);
    const QJsonObject live
        = ctlJson({QStringLiteral("sessions"), QStringLiteral("--filter"), QStringLiteral("program:msmsgs")});
    const QJsonArray sessions = live.value(QStringLiteral("sessions")).toArray();
    QCOMPARE(sessions.size(), 1);
    QCOMPARE(sessions.first().toObject().value(QStringLiteral("user")).toString(), QStringLiteral("anna"));
    QCOMPARE(
        live.value(QStringLiteral("connections")).toArray().first().toObject().value(QStringLiteral("port")).toInt(),
        int(m_world.serverPort()));
    const QString id = QString::number(sessions.first().toObject().value(QStringLiteral("id")).toInteger());
    const QJsonObject ended
        = ctlJson({QStringLiteral("disconnect"), id, QStringLiteral("--reason"), QStringLiteral("no messengers here")});
    QCOMPARE(ended.value(QStringLiteral("ended")).toArray().size(), 1);
    QTRY_COMPARE(m_held.state(), QProcess::NotRunning);
    // 56: failure in receiving, which is what a reset is; 18: fewer bytes than announced.
    QVERIFY2(m_held.exitCode() == 56 || m_held.exitCode() == 18, qPrintable(QString::number(m_held.exitCode())));
    const QJsonObject after
        = ctlJson({QStringLiteral("sessions"), QStringLiteral("--filter"), QStringLiteral("program:msmsgs")});
    QVERIFY(after.value(QStringLiteral("sessions")).toArray().isEmpty());
}

void TestMainJobCtl::theNextAttemptIsRefused()
{
    const Outcome got = run(curl,
        asMessenger(QStringLiteral("/hello"))
            + QStringList{QStringLiteral("--write-out"), QStringLiteral("%{http_connect}")});
    QVERIFY(got.exit != 0);
    QCOMPARE(got.out, QByteArray("403"));
    // curl shows no body of a refused CONNECT; it names the entry.
    const QStringList parts = endpoint("firewallClient").split(u':');
    QTcpSocket socket;
    socket.connectToHost(parts.first(), quint16(parts.last().toUInt()));
    QVERIFY(socket.waitForConnected());
    socket.write("CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\nSallyport-Application: MSMSGS.EXE\r\n\r\n");
    QByteArray refusal;
    QTRY_VERIFY((refusal += socket.readAll()).contains("msmsgs"));
    QVERIFY(refusal.startsWith("HTTP/1.1 403"));
}

void TestMainJobCtl::socksIsSwitchedOffAndBack()
{
    const auto bySocks = [this](const QString& proxy) {
        return run(curl,
            {QStringLiteral("--silent"), QStringLiteral("--noproxy"), QString(), QStringLiteral("--socks4"), proxy,
                url(QStringLiteral("/hello"))});
    };
    const QString open = endpoint("socks");
    QCOMPARE(bySocks(open).out, QByteArray("hello"));

    QJsonObject policy
        = ctlJson({QStringLiteral("policy"), QStringLiteral("show")}).value(QStringLiteral("policy")).toObject();
    QJsonObject filters = policy.value(QStringLiteral("filters")).toObject();
    QJsonObject socks = filters.value(QStringLiteral("socks")).toObject();
    socks.insert(QStringLiteral("enabled"), false);
    filters.insert(QStringLiteral("socks"), socks);
    policy.insert(QStringLiteral("filters"), filters);
    QFile file(m_dir.filePath(QStringLiteral("policy.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(policy).toJson());
    file.close();
    const Outcome applied = ctl({QStringLiteral("policy"), QStringLiteral("apply"), file.fileName()});
    QVERIFY2(applied.exit == 0, applied.err.constData());
    QCOMPARE(endpoint("socks"), QString());
    QVERIFY(bySocks(open).exit != 0);
    QTcpSocket socket;
    socket.connectToHost(open.section(u':', 0, 0), quint16(open.section(u':', 1).toUInt()));
    QVERIFY(!socket.waitForConnected(2000));
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);

    const Outcome restored = ctl({QStringLiteral("policy"), QStringLiteral("restore"), QStringLiteral("2")});
    QVERIFY2(restored.exit == 0, restored.err.constData());
    QCOMPARE(bySocks(endpoint("socks")).out, QByteArray("hello"));
}

void TestMainJobCtl::everyStepIsInTheAuditTrail()
{
    const QJsonArray records = ctlJson({QStringLiteral("audit")}).value(QStringLiteral("records")).toArray();
    QStringList actions;
    for (const QJsonValue& record : records)
        actions.prepend(record.toObject().value(QStringLiteral("action")).toString());
    QCOMPARE(actions,
        QStringList({QStringLiteral("start"), QStringLiteral("policy.apply"), QStringLiteral("sessions.disconnect"),
            QStringLiteral("policy.apply"), QStringLiteral("policy.restore")}));
    QVERIFY(records.at(3).toObject().value(QStringLiteral("what")).toString().contains(QStringLiteral("msmsgs")));
    // The connection log tells the rest.
    QJsonArray denied;
    QTRY_VERIFY(!(denied = ctlJson({QStringLiteral("log"), QStringLiteral("--text"), QStringLiteral("msmsgs")})
                               .value(QStringLiteral("rows"))
                               .toArray())
                     .isEmpty());
}

void TestMainJobCtl::exitCodes()
{
    QCOMPARE(ctl({QStringLiteral("status")}).exit, 0);
    QCOMPARE(ctl({QStringLiteral("policy"), QStringLiteral("restore"), QStringLiteral("99")}).exit, 1);
    QCOMPARE(ctl({QStringLiteral("app"), QStringLiteral("set"), QStringLiteral("msmsgs"), QStringLiteral("Disable"),
                     QStringLiteral("2")})
                 .exit,
        2);
    QCOMPARE(ctl({QStringLiteral("sing")}).exit, 2);
    const Outcome nobody = run(bin + QStringLiteral("sallyportctl"),
        {QStringLiteral("--control"), m_dir.filePath(QStringLiteral("nobody.sock")), QStringLiteral("status")});
    QCOMPARE(nobody.exit, 3);
    QVERIFY(nobody.err.contains("nobody.sock"));
    QVERIFY2(nobody.err.contains("no service listens there"), nobody.err.constData());
}

// A shell's view: head closes the pipe, the disk is full, the output is closed.
void TestMainJobCtl::outputsThatCannotBeWritten()
{
    const auto shell = [this](const QString& command) {
        return run(QStringLiteral("bash"),
            {QStringLiteral("-c"),
                QString(command).replace(
                    QStringLiteral("CTL"), QStringLiteral("'%1sallyportctl' --control '%2'").arg(bin, m_control))});
    };
    QCOMPARE(shell(QStringLiteral("CTL policy show | head -1")).out, QByteArray("{\n"));
    for (const char* line : {"CTL status >/dev/full", "CTL --help >/dev/full", "CTL policy show --json >/dev/full",
             "CTL status >&-", "CTL ini export >/dev/full"}) {
        const Outcome outcome = shell(QLatin1StringView(line));
        QVERIFY2(outcome.exit == 1 && outcome.err.contains("cannot be written"), line);
    }
    QCOMPARE(shell(QStringLiteral("CTL policy export | CTL policy import -")).exit, 0);
    QCOMPARE(shell(QStringLiteral("CTL policy import - </dev/null")).exit, 1);

    // Through whatever FILE is: bash's >(…), a named pipe, standard output under its other names.
    const QString here = m_dir.path();
    const QByteArray whole = ctl({QStringLiteral("policy"), QStringLiteral("export")}).out;
    QVERIFY(whole.startsWith('{'));
    for (const char* line : {"CTL policy export >(cat) | sed '/^wrote/d'", "CTL policy export /dev/stdout",
             "CTL policy export /dev/stdout >'HERE/out'; cat 'HERE/out'",
             "CTL policy export /dev/fd/3 3>&1 >'HERE/said'",
             "mkfifo 'HERE/pipe'; cat 'HERE/pipe' & CTL policy export 'HERE/pipe' >'HERE/said'; wait; test -p "
             "'HERE/pipe'"}) {
        const Outcome outcome = shell(QString(QLatin1StringView(line)).replace(QStringLiteral("HERE"), here));
        QVERIFY2(outcome.exit == 0 && outcome.out == whole, QByteArray(line + (": " + outcome.out + outcome.err)));
    }
    const Outcome full = shell(QStringLiteral("CTL ini export /dev/full"));
    QVERIFY2(full.exit == 1 && full.err.contains("/dev/full"), full.err.constData());
}

void TestMainJobCtl::socketsByRelativeNames()
{
    QProcess process;
    process.setWorkingDirectory(QFileInfo(m_control).path());
    process.start(bin + QStringLiteral("sallyportctl"),
        {QStringLiteral("--control"), QFileInfo(m_control).fileName(), QStringLiteral("status")});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestMainJobCtl)
#include "test_mainjob_ctl.moc"
