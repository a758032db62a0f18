// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/logwords.h"
#include "app/ctl/serverbook.h"
#include "app/ctl/verbs.h"
#include "models/base/visibletext.h"
#include "models/policy/policyjson.h"
#include "tests/app/service/control/controlrig.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace sallyport;

namespace
{

// A service that lets in, and then answers nothing; or not even that.
class SilentService
{
public:
    SilentService(const QString& path, bool letsIn)
    {
        m_server.listen(path);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this, letsIn] {
            QLocalSocket* socket = m_server.nextPendingConnection();
            if (!letsIn)
                return;
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket] {
                const QJsonObject call = QJsonDocument::fromJson(socket->readLine()).object();
                if (call.value(QStringLiteral("method")) != QStringLiteral("hello"))
                    return;
                const QJsonObject hello{{QStringLiteral("server"), QStringLiteral("gate")},
                    {QStringLiteral("version"), QStringLiteral("1")}, {QStringLiteral("protocol"), 1},
                    {QStringLiteral("user"), QStringLiteral("anna")},
                    {QStringLiteral("role"), QStringLiteral("viewer")}};
                socket->write(QJsonDocument(QJsonObject{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                                {QStringLiteral("id"), call.value(QStringLiteral("id"))},
                                                {QStringLiteral("result"), hello}})
                                  .toJson(QJsonDocument::Compact)
                    + '\n');
            });
        });
    }

private:
    QLocalServer m_server;
};

} // namespace

// What a verb says when it could not do, or not quite, what was asked: the words and the exit code.
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_rig = std::make_unique<ControlRig>(); }
    void cleanup() { m_rig.reset(); }
    void silenceIsSaid_data();
    void silenceIsSaid();
    void bytesThatAreNoTextAreRefused();
    void unseenCharactersAreRefused();
    void changedNamesAreSaid();
    void longValuesAreShortened();
    void nothingToEndIsSaid();
    void helpStandsAnywhere();
    void noFileNameIsRefused();
    void statusTellsErrorsAndStops();
    void badPortsOfFilters();
    void parentThatIsNot();
    void clientFilesAreNoPolicies();
    void serversAreCalledAsSaid();
    void logTellsWhoDecided();

private:
    Answer ctl(const QStringList& line) const
    {
        return runCommand(QStringList{QStringLiteral("--control"), m_rig->socketPath()} + line);
    }
    Answer ctl(const char* line) const { return ctl(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts)); }
    QString file(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_rig->dir.filePath(QLatin1StringView(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    const Policy& policy() const { return m_rig->keeper->current()->policy; }

    std::unique_ptr<ControlRig> m_rig;
    int m_exit = 0; // of the program
    QByteArray m_said;
};

void TestAnswers::silenceIsSaid_data()
{
    QTest::addColumn<bool>("letsIn");
    QTest::addColumn<QString>("line");
    for (const char* line : {"status", "policy history", "app set x Disable 1", "service stop socks", "log"}) {
        QTest::addRow("%s, not let in", line) << false << QString::fromUtf8(line);
        QTest::addRow("%s, let in", line) << true << QString::fromUtf8(line);
    }
}

void TestAnswers::silenceIsSaid()
{
    QFETCH(bool, letsIn);
    QFETCH(QString, line);
    const QString path = m_rig->dir.filePath(QStringLiteral("silent.sock"));
    const SilentService silent(path, letsIn);
    const Answer answer
        = runCommand(QStringList{QStringLiteral("--control"), path, QStringLiteral("--timeout=1")} + line.split(u' '));
    QCOMPARE(answer.exit, ExitUnreachable);
    QCOMPARE(answer.error.subject, path);
    QCOMPARE(answer.error.detail, QStringLiteral("the service does not answer (waited 1 s)"));
}

void TestAnswers::bytesThatAreNoTextAreRefused()
{
    const auto given = [](const char* word) {
        const std::array words{"app", word};
        return commandLine(words);
    };
    const auto latin1 = given("K\xe4se");
    QVERIFY(!latin1.ok());
    QCOMPARE(latin1.error().subject, QStringLiteral("K%E4se"));
    for (const char* word : {"\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80"})
        QVERIFY2(!given(word).ok(), word);
    QCOMPARE(given("K\xc3\xa4se")->last(), QString::fromUtf8("K\xc3\xa4se"));
    QCOMPARE(given("\xef\xbb\xbfx")->last(), QString(QChar(0xfeff) + u'x'));
    // The program itself, in any locale.
    const auto run = [this](const QString& locale, const char* name) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), locale);
        environment.insert(QStringLiteral("SOCKET"), m_rig->socketPath());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral("/bin/bash"),
            {QStringLiteral("-c"),
                QStringLiteral(SALLYPORT_BIN "/sallyportctl --control \"$SOCKET\" app set $'%1' Disable 1")
                    .arg(QLatin1StringView(name))});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 60000);
        m_exit = program.exitCode();
        m_said = program.readAllStandardError();
    };
    for (const auto& locale : {QStringLiteral("C"), QStringLiteral("C.UTF-8")}) {
        run(locale, "K\\xe4se");
        QCOMPARE(m_exit, int(ExitUsage));
        QVERIFY2(m_said.contains("K%E4se"), m_said.constData());
        run(locale, "K\\xc3\\xa4se");
        QVERIFY2(m_exit == int(ExitDone), m_said.constData());
        QVERIFY(policy().client.application(QString::fromUtf8("K\xc3\xa4se")));
        QCOMPARE(policy().client.applications.size(), 1);
    }
}

void TestAnswers::unseenCharactersAreRefused()
{
    for (const char* name : {"fo\to", "evil\xe2\x80\xaegnp.exe",
             "a\xc2\xa0"
             "b",
             "x\n", "zero\xe2\x80\x8bwidth"}) {
        const QString typed = QString::fromUtf8(name);
        const Answer answer = ctl(
            {QStringLiteral("app"), QStringLiteral("set"), typed, QStringLiteral("Disable"), QStringLiteral("1")});
        QCOMPARE(answer.exit, ExitRefused);
        QVERIFY2(printed(answer, false, true).err.contains("<U+"), printed(answer, false, true).err.constData());
        QVERIFY(policy().client.applications.isEmpty());
    }
    // An entry that has them is there to be changed.
    const QString odd = QString::fromUtf8("evil\xe2\x80\xae");
    QVERIFY(m_rig->apply(1, withEntry(policy(), odd), QStringLiteral("anna")).ok());
    QCOMPARE(ctl({QStringLiteral("app"), QStringLiteral("set"), odd, QStringLiteral("Persistent"), QStringLiteral("1")})
                 .exit,
        ExitDone);
    QCOMPARE(ctl({QStringLiteral("app"), QStringLiteral("unset"), odd}).exit, ExitDone);
}

void TestAnswers::changedNamesAreSaid()
{
    QVERIFY(ctl("app set AIM.EXE Disable 1").text.contains(QStringLiteral("entered as AIM\n")));
    QVERIFY(ctl("app set evil<U+202E>gnp Disable 1").text.contains(QStringLiteral("entered as evilgnp\n")));
    QVERIFY(!ctl("app set icq Disable 1").text.contains(QStringLiteral("entered")));
    QCOMPARE(ctl("app set icq.exe Disable 1").json.value(QStringLiteral("program")), QStringLiteral("icq"));
}

void TestAnswers::longValuesAreShortened()
{
    const QString endless(10000, u'x');
    const auto set = [&](const QString& program, const QString& key, const QString& value) {
        return QStringList{QStringLiteral("app"), QStringLiteral("set"), program, key, value};
    };
    for (const QStringList& line : {set(QStringLiteral("aim"), QStringLiteral("RemoteBindTcpPorts"), endless),
             set(QStringLiteral("aim"), QStringLiteral("NameResolution"), endless),
             set(QStringLiteral("aim"), endless, QStringLiteral("1")),
             set(endless, QStringLiteral("Disable"), QStringLiteral("1")), QStringList{endless},
             QStringList{QStringLiteral("app"), QStringLiteral("unset"), endless},
             QStringList{QStringLiteral("disconnect"), endless},
             QStringList{QStringLiteral("disconnect"), QStringLiteral("--filter"), endless},
             QStringList{QStringLiteral("sessions"), QStringLiteral("--filter"), QString(endless + u':')},
             QStringList{QStringLiteral("sessions"), QStringLiteral("--filter"), QString(u"port:" + endless)},
             QStringList{QStringLiteral("service"), QStringLiteral("stop"), endless},
             QStringList{QStringLiteral("policy"), QStringLiteral("restore"), endless},
             QStringList{QStringLiteral("consoles"), QStringLiteral("revoke"), endless},
             QStringList{QStringLiteral("enrol"), endless}, QStringList{QStringLiteral("status"), u"--" + endless},
             QStringList{QStringLiteral("ini"), QStringLiteral("import"),
                 file("long.ini", "[" + endless.toLatin1() + "]\r\nDisable=1\r\n")}}) {
        const Answer answer = ctl(line);
        const QByteArray said = printed(answer, false, true).err;
        if (answer.exit == ExitDone)
            continue; // a filter that fits nothing
        QVERIFY2(said.size() < 1000, said.left(300).constData());
        QVERIFY2(said.contains(QByteArray(20, 'x')) && said.contains("\xe2\x80\xa6"), said.left(300).constData());
    }
}

void TestAnswers::nothingToEndIsSaid()
{
    m_rig->plane.addConnection(1, QStringLiteral("aim.exe"), QStringLiteral("login.example"), 5190);
    for (const char* line : {"disconnect 999999", "disconnect c999999", "disconnect 7 c8"}) {
        const Answer answer = ctl(line);
        QCOMPARE(answer.exit, ExitRefused);
        QCOMPARE(answer.error.code, ErrorCode::NotFound);
    }
    const Answer some = ctl("disconnect c1 c999");
    QCOMPARE(some.exit, ExitRefused);
    const Printed text = printed(some, false, false);
    QVERIFY2(text.out.contains("ended 1 connection\n") && text.out.contains("not found: c999\n"), text.out.constData());
    QVERIFY(text.err.isEmpty());
}

void TestAnswers::helpStandsAnywhere()
{
    for (const char* line : {"help", "-h", "--help", "--control X help", "--control=X help", "--json -h",
             "--server gate policy --help", "policy -h", "help policy"})
        QVERIFY2(asksForHelp(QString::fromUtf8(line).split(u' ')), line);
    for (const char* line : {"status", "app set help Disable 1", "app set x Disable 1 --comment -h",
             "--control help status", "app set -- -h Disable 1", "status -- --help"})
        QVERIFY2(!asksForHelp(QString::fromUtf8(line).split(u' ')), line);
}

void TestAnswers::noFileNameIsRefused()
{
    for (const auto& verb : {QStringLiteral("policy"), QStringLiteral("ini")}) {
        const Answer answer = ctl({verb, QStringLiteral("export"), QString()});
        QCOMPARE(answer.exit, ExitUsage);
        QVERIFY(!answer.error.detail.isEmpty());
        QVERIFY(!printed(ctl({verb, QStringLiteral("export")}), false, false).out.isEmpty());
    }
}

void TestAnswers::statusTellsErrorsAndStops()
{
    QCOMPARE(ctl("status").exit, ExitDone);
    QCOMPARE(ctl("service stop socks").exit, ExitDone);
    const Answer stopped = ctl("status");
    const QStringList lines = stopped.text.split(u'\n');
    const auto socks = std::find_if(
        lines.begin(), lines.end(), [](const QString& line) { return line.startsWith(QStringLiteral("SOCKS")); });
    QVERIFY(socks != lines.end());
    QVERIFY2(socks->contains(QStringLiteral("stopped")), qPrintable(*socks));
    m_rig->troubles.append(
        {Severity::Error, {ErrorCode::Io, QStringLiteral("records.db"), QStringLiteral("is full")}, {}, 0});
    const Answer wrong = ctl("status");
    QCOMPARE(wrong.exit, ExitRefused);
    const Printed text = printed(wrong, false, false);
    QVERIFY2(text.out.contains("records.db: is full") && text.out.contains("Error"), text.out.constData());
    QVERIFY(text.err.isEmpty());
    QCOMPARE(QJsonDocument::fromJson(printed(wrong, true, false).out).object(), wrong.json);
}

void TestAnswers::badPortsOfFilters()
{
    for (const char* value : {"port:abc", "port:-1", "port:70000"}) {
        for (const char* verb : {"sessions", "disconnect"}) {
            const Answer answer = ctl({QLatin1StringView(verb), QStringLiteral("--filter"), QLatin1StringView(value)});
            QCOMPARE(answer.exit, ExitUsage);
            QVERIFY2(answer.error.detail.contains(QStringLiteral("port")), qPrintable(answer.error.text()));
        }
    }
}

void TestAnswers::parentThatIsNot()
{
    const QString name = file("policy.json", policyToJsonText(withEntry(policy(), QStringLiteral("aim"))));
    const Answer answer = ctl({QStringLiteral("policy"), QStringLiteral("apply"), name, QStringLiteral("--parent=77")});
    QCOMPARE(answer.exit, ExitRefused);
    QCOMPARE(answer.error.code, ErrorCode::NotFound);
    QVERIFY2(answer.error.detail.contains(QStringLiteral("no revision 77")), qPrintable(answer.error.text()));
    QCOMPARE(m_rig->keeper->head().number, 1u);
}

void TestAnswers::clientFilesAreNoPolicies()
{
    const QByteArray ini = ctl("ini export").bytes;
    for (const char* verb : {"check", "apply", "import"}) {
        for (const auto& [name, bytes] : {std::pair("mspclnt.ini", ini), std::pair("saved.txt", ini),
                 std::pair("wspcfg.ini", QByteArray("[aim]\r\nDisable=1\r\n")),
                 std::pair("msplat.txt", QByteArray("10.0.0.0 10.255.255.255\r\n"))}) {
            const Answer answer = ctl({QStringLiteral("policy"), QLatin1StringView(verb), file(name, bytes)});
            QCOMPARE(answer.exit, ExitRefused);
            const QByteArray said = printed(answer, false, true).err;
            QVERIFY2(said.contains("ini import"), said.constData());
            QCOMPARE(said.count('\n'), 1);
        }
    }
    // What is a policy with faults is told its faults.
    QByteArray damaged = ctl("policy export --format ini").bytes;
    damaged.replace("[Policy]", "[Polcy]");
    damaged += "[Application aim]\r\nDisable=1\r\n";
    const Answer answer = ctl({QStringLiteral("policy"), QStringLiteral("check"), file("p.ini", damaged)});
    QVERIFY2(answer.error.detail.contains(QStringLiteral("[Polcy]")), qPrintable(answer.error.text()));
}

void TestAnswers::serversAreCalledAsSaid()
{
    const auto enrol = [this](const QStringList& more) {
        const Answer answer
            = runCommand(QStringList{QStringLiteral("enrol"), QStringLiteral("127.0.0.1:%1").arg(m_rig->tlsPort),
                             QStringLiteral("--fingerprint"), m_rig->identity.fingerprint, QStringLiteral("--code"),
                             m_rig->code(Role::Viewer)}
                + more);
        return answer.exit == ExitDone ? answer.json.value(QStringLiteral("name")).toString() : answer.error.text();
    };
    QFile::remove(ServerBook::defaultFolder() + QStringLiteral("/servers.json"));
    QCOMPARE(enrol({QStringLiteral("--as=gate")}), QStringLiteral("gate"));
    const QString help = helpText();
    QVERIFY(help.contains(QStringLiteral("--name: what it is called here")));
    QVERIFY(help.contains(QStringLiteral("--as: what this console is called there")));
}

void TestAnswers::logTellsWhoDecided()
{
    QVERIFY(m_rig->apply(1, withEntry(policy(), QStringLiteral("icq")), QStringLiteral("anna")).ok());
    const auto log = LogStore::open(m_rig->dir.filePath(QStringLiteral("log.db"))).value();
    const auto add = [&](LogOperation operation, std::uint32_t status, const char* rule) {
        LogRecord record;
        record.operation = operation;
        record.status = status;
        record.rule1 = rule;
        QVERIFY(log->write({record}).ok());
    };
    add(LogOperation::Denied, 13301, "icq");
    add(LogOperation::Denied, 13301, "icq (7 more)");
    add(LogOperation::Denied, 13301, "aim");
    add(LogOperation::Denied, 13301, "programUnknown");
    add(LogOperation::Denied, 13301, "unmatchedDenied");
    add(LogOperation::Denied, 13301, "SOCKS V4 filter");
    add(LogOperation::Denied, 403, "This server itself");
    add(LogOperation::Open, 11001, "");
    add(LogOperation::Open, 10060, "");
    add(LogOperation::Open, 10061, "");
    add(LogOperation::Open, 10065, "");
    add(LogOperation::Request, 502, "");
    add(LogOperation::Close, 20001, "disconnected by anna: lunch");
    const Answer answer = ctl("log");
    for (const char* words :
        {"13301 denied", "  application entry icq: Disable=1\n", "  application entry icq: Disable=1 (7 more)\n",
            "  application entry aim\n", "  cannot tell: the request names no program\n",
            "  the policy's setting for unmatched requests\n", "  application filter SOCKS V4 filter\n", "403 denied",
            "  This server itself\n", "11001 no such name", "10060 timed out", "10061 refused by the server",
            "10065 not reachable", "502 no connection to the server", "disconnected by anna: lunch\n"})
        QVERIFY2(answer.text.contains(QString::fromUtf8(words)),
            qPrintable(QString(QString::fromUtf8(words) + u'\n' + answer.text)));
    // Scripts get what they got.
    QStringList rules;
    for (const QJsonValue& row : answer.json.value(QStringLiteral("rows")).toArray())
        rules.append(row.toObject().value(QStringLiteral("rule1")).toString());
    QVERIFY(rules.contains(QStringLiteral("programUnknown")) && rules.contains(QStringLiteral("icq")));
    QCOMPARE(logStatusText(200), QStringLiteral("200"));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "test_answers.moc"
