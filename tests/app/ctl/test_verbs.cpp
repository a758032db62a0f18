// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/policy/policyjson.h"
#include "tests/app/ctl/ctltest.h"
#include "tests/casefile.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace sallyport;

class TestVerbs : public CtlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void everyVerbOfTheTableAnswers();
    void appSetAddsChangesAndUnsets();
    void appSetTakesNamesAsTheyAre();
    void appSetRetriesWhenTheEntryWasLeftAlone();
    void importIsLosslessBothWays();
    void iniImportKeepsIds();
    void iniImportSaysWhatIsWrong();
    void figuresOfConnectionsHaveUnits();
    void disconnectByFilter();
    void clientsComeByPages();
    void longListsComeWhole();
    void badPolicyFileIsRefusedWithAllProblems();
    void everyVerbRefusesNonsense();
    void everyVerbSaysThatNobodyAnswers();
    void exitCodes();
    void enrolsAndUsesTheServer();
    void aFullDiskSpendsNoCode();
    void addressesOfServers_data();
    void addressesOfServers();
    void nothingOfAPeerDoesMoreThanShow();
};

void TestVerbs::everyVerbOfTheTableAnswers()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    for (const char* line : {"status", "policy show", "policy history", "policy diff", "policy blame filters",
             "policy export", "policy export --format ini", "app list", "ini export", "sessions", "service status",
             "service restart socks", "clients", "audit", "log", "consoles", "servers"}) {
        const Answer answer = ctl(QLatin1StringView(line));
        QVERIFY2(answer.exit == ExitDone, qPrintable(QLatin1StringView(line) + u' ' + answer.error.text()));
        QVERIFY2(!answer.json.isEmpty(), line);
        QVERIFY2(!answer.text.isEmpty() || !answer.bytes.isEmpty(), line);
    }
    QVERIFY(ctl(QStringLiteral("sessions")).text.contains(QStringLiteral("messenger.hotmail.com:1863")));
    QVERIFY(ctl(QStringLiteral("sessions --filter program:icq")).text.contains(QStringLiteral("no sessions")));
}

void TestVerbs::appSetAddsChangesAndUnsets()
{
    QCOMPARE(ctl(QStringLiteral("app set MSMSGS.EXE disable 1"),
                 {QStringLiteral("--comment"), QStringLiteral("no messengers")})
                 .exit,
        ExitDone);
    const ApplicationEntry* entry = policy().client.application(QStringLiteral("msmsgs"));
    QVERIFY(entry);
    QCOMPARE(entry->value(ApplicationKey::Disable), QStringLiteral("1"));
    QCOMPARE(m_rig->keeper->head().comment, QStringLiteral("no messengers"));
    QCOMPARE(ctl(QStringLiteral("app set msmsgs NameResolution r")).exit, ExitDone);
    QCOMPARE(policy().client.application(QStringLiteral("msmsgs"))->settings.size(), 2);
    QVERIFY(ctl(QStringLiteral("app set msmsgs NameResolution R")).text.contains(QStringLiteral("nothing to change")));
    QCOMPARE(ctl(QStringLiteral("app unset msmsgs Disable")).exit, ExitDone);
    QCOMPARE(ctl(QStringLiteral("app unset msmsgs")).exit, ExitDone);
    QVERIFY(!policy().client.application(QStringLiteral("msmsgs")));
    QCOMPARE(ctl(QStringLiteral("app unset msmsgs")).exit, ExitRefused);
}

// What is typed is kept; what a screen shows of a name makes the entry that fits it.
void TestVerbs::appSetTakesNamesAsTheyAre()
{
    for (const auto& [typed, name] :
        {std::pair("\"C:\\x\\MixedCase.exe\"", "MixedCase"), std::pair("evil<U+202E>gnp.exe", "evilgnp"),
            std::pair("\u0410\u0433\u0435\u043d\u0442.exe", "\u0410\u0433\u0435\u043d\u0442")}) {
        QCOMPARE(
            ctl(QStringLiteral("app set"), {QString::fromUtf8(typed), QStringLiteral("Disable"), QStringLiteral("1")})
                .exit,
            ExitDone);
        QCOMPARE(policy().client.applications.last().name, QString::fromUtf8(name));
        QCOMPARE(ctl(QStringLiteral("app unset"), {QString::fromUtf8(typed)}).exit, ExitDone);
    }
}

// Somebody else applies between this verb's read and its apply.
void TestVerbs::appSetRetriesWhenTheEntryWasLeftAlone()
{
    bool raced = false;
    const auto race = [&](const QString& program) {
        Policy other = policy();
        ApplicationEntry entry;
        entry.id = newObjectId();
        entry.name = program;
        entry.setValue(ApplicationKey::Persistent, QStringLiteral("1"));
        other.client.applications.append(entry);
        raced = m_rig->apply(m_rig->keeper->head().number, other, QStringLiteral("other")).ok();
    };
    // The store is asked for the policy by the verb first; the next turn of the event loop is the other's.
    for (const auto& [program, exit] :
        {std::pair(QStringLiteral("icq"), ExitDone), std::pair(QStringLiteral("msmsgs"), ExitRefused)}) {
        raced = false;
        const QMetaObject::Connection hook = connect(
            &m_rig->server->dispatcher(), &Dispatcher::answered, this, [&, name = program](const QString& method) {
                if (method == QStringLiteral("policy.get") && !raced)
                    race(name);
            });
        const Answer answer = ctl(QStringLiteral("app set msmsgs Disable 1"));
        disconnect(hook);
        QVERIFY(raced);
        QCOMPARE(answer.exit, exit);
        if (exit == ExitDone) {
            QVERIFY(policy().client.application(QStringLiteral("icq")));
            QVERIFY(policy().client.application(QStringLiteral("msmsgs")));
            QCOMPARE(ctl(QStringLiteral("app unset msmsgs")).exit, ExitDone);
        } else {
            QCOMPARE(answer.error.code, ErrorCode::Conflict);
        }
    }
}

void TestVerbs::importIsLosslessBothWays()
{
    QCOMPARE(ctl(QStringLiteral("app set msmsgs Disable 1")).exit, ExitDone);
    const Policy with = policy();
    for (const char* format : {"ini", "json"}) {
        const QString name = m_rig->dir.filePath(QStringLiteral("policy.") + QLatin1StringView(format));
        QCOMPARE(ctl(QStringLiteral("policy export"), {name}).exit, ExitDone);
        QCOMPARE(ctl(QStringLiteral("policy restore 1")).exit, ExitDone);
        QVERIFY(policy() != with);
        QCOMPARE(ctl(QStringLiteral("policy check"), {name}).exit, ExitDone);
        QVERIFY(ctl(QStringLiteral("policy diff"), {name}).text.contains(QStringLiteral("msmsgs")));
        QCOMPARE(ctl(QStringLiteral("policy import"), {name}).exit, ExitDone);
        QVERIFY(policy() == with);
    }
}

void TestVerbs::iniImportKeepsIds()
{
    QCOMPARE(ctl(QStringLiteral("app set msmsgs Disable 1")).exit, ExitDone);
    const QString id = policy().client.application(QStringLiteral("msmsgs"))->id;
    QByteArray ini = ctl(QStringLiteral("ini export")).bytes;
    ini += "\r\n[icq]\r\nDisable=1\r\n";
    const Answer answer = ctl(QStringLiteral("ini import"), {file("mspclnt.ini", ini)});
    QVERIFY2(answer.exit == ExitDone, qPrintable(answer.error.text()));
    QCOMPARE(policy().client.application(QStringLiteral("msmsgs"))->id, id);
    QVERIFY(policy().client.application(QStringLiteral("icq")));
    QCOMPARE(ctl(QStringLiteral("policy diff")).json.value(QStringLiteral("changes")).toArray().size(), 1);
}

void TestVerbs::iniImportSaysWhatIsWrong()
{
    // A file that says little changes little; what contradicts itself is refused as a whole.
    QCOMPARE(ctl(QStringLiteral("ini import"), {file("few.ini", "[Common]\r\nPort=1745\r\n")}).exit, ExitDone);
    const Answer answer = ctl(
        QStringLiteral("ini import"), {file("bad.ini", "[x]\r\nLocalBindTcpPorts=80\r\nRemoteBindTcpPorts=80\r\n")});
    QCOMPARE(answer.exit, ExitRefused);
    QVERIFY2(answer.error.detail.contains(QStringLiteral("line 3: error: ")), qPrintable(answer.error.text()));
    const Answer mask = ctl(QStringLiteral("ini import"), {file("msplat.txt", "10.0.0.0 255.0.0.0\r\n")});
    QVERIFY2(mask.error.detail.contains(QStringLiteral("10.0.0.0/8")), qPrintable(mask.error.text()));
    for (const char* name : {"mspclnt.ini", "msplat.txt", "login"}) {
        const Answer page
            = ctl(QStringLiteral("ini import"), {file(name, "<html><body>Log in\n[Policy]\n</body></html>\n")});
        QCOMPARE(page.exit, ExitRefused);
        QVERIFY2(page.error.detail.contains(QStringLiteral("HTML")), qPrintable(page.error.text()));
        QVERIFY2(page.error.detail.contains(QStringLiteral("mspclnt.ini")), qPrintable(page.error.text()));
        QCOMPARE(page.error.subject, m_rig->dir.filePath(QLatin1StringView(name)));
    }
    QCOMPARE(ctl(QStringLiteral("ini import"), {file("empty.ini", "")}).exit, ExitRefused);
    const Answer folder = ctl(QStringLiteral("ini import"), {m_rig->dir.path()});
    QCOMPARE(folder.exit, ExitRefused);
    QVERIFY2(folder.error.detail.contains(QStringLiteral("directory")), qPrintable(folder.error.text()));
    QCOMPARE(m_rig->keeper->head().number, 1u);
}

// More than fit into a page; a console that knows nothing of pages gets the first.
void TestVerbs::clientsComeByPages()
{
    constexpr int computers = 10500;
    QList<ClientFetch> fetches;
    for (int i = 0; i < computers; ++i)
        fetches.append({QStringLiteral("pc%1").arg(i), *IpAddress::parse(QStringLiteral("10.0.0.7")),
            QStringLiteral("\"v1\""), 1, m_rig->clock.now(), m_rig->clock.now()});
    QVERIFY(m_rig->records->noteFetches(fetches).ok());
    const Answer all = ctl(QStringLiteral("clients"));
    QCOMPARE(all.exit, ExitDone);
    QCOMPARE(all.text.count(u'\n'), computers + 1);
    ControlClient older;
    older.open(m_rig->local());
    QVERIFY(waitOnline(older));
    const auto first = callAndWait(older, QStringLiteral("clients.list"));
    QVERIFY(first.ok());
    QCOMPARE(first->value(QStringLiteral("clients")).toArray().size(), 10000);
    QVERIFY(first->contains(QStringLiteral("next")));
}

// Answers have a greatest length, which rows of 8 MiB reach at the fourth.
void TestVerbs::longListsComeWhole()
{
    constexpr int rows = 6;
    const QString text(8 << 20, u'x');
    const auto log = LogStore::open(m_rig->dir.filePath(QStringLiteral("log.db"))).value();
    for (int i = 0; i < rows; ++i) {
        QVERIFY(m_rig->records->addAudit(
            {0, m_rig->clock.now(), QStringLiteral("anna"), {}, QStringLiteral("policy.check"), text, true}));
        QVERIFY(m_rig->apply(i + 1, withEntry(policy(), QStringLiteral("p%1").arg(i)), text).ok());
        LogRecord record;
        record.uri = text.toStdString();
        QVERIFY(log->write({record}).ok());
    }
    const auto count = [this](const QString& line, const char* member) {
        const Answer answer = ctl(line);
        return answer.json.value(QLatin1StringView(member)).toArray().size();
    };
    QCOMPARE(count(QStringLiteral("audit"), "records"), rows);
    QCOMPARE(count(QStringLiteral("policy history"), "revisions"), rows + 1);
    QCOMPARE(count(QStringLiteral("log"), "rows"), rows);
    QCOMPARE(count(QStringLiteral("log --limit 5"), "rows"), 5);
}

void TestVerbs::figuresOfConnectionsHaveUnits()
{
    m_rig->plane.addConnection(1, QStringLiteral("icq.exe"), QStringLiteral("login.icq.com"), 5190);
    m_rig->plane.touch(1, 1'500'000);
    const QString table = ctl(QStringLiteral("sessions")).text;
    QVERIFY2(table.contains(QStringLiteral("1.4 MiB")), qPrintable(table));
    const QJsonArray connections
        = ctl(QStringLiteral("sessions")).json.value(QLatin1StringView("connections")).toArray();
    QCOMPARE(connections.first()[QLatin1StringView("bytesSent")].toInteger(), qint64(1'500'000));
}

void TestVerbs::disconnectByFilter()
{
    m_rig->plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    m_rig->plane.addConnection(2, QStringLiteral("icq.exe"), QStringLiteral("login.icq.com"), 5190);
    // What contains may fit more than was meant: nothing ends without a terminal to ask on.
    QCOMPARE(ctl(QStringLiteral("disconnect --filter program:icq")).exit, ExitUsage);
    QCOMPARE(m_rig->plane.snapshot().connections.size(), 2);
    for (const char* line : {"disconnect --filter -program:=icq", "disconnect --filter sent<1MB",
             "disconnect --filter -", "disconnect --filter connections:1"})
        QCOMPARE(ctl(QLatin1StringView(line)).exit, ExitUsage);
    QCOMPARE(m_rig->plane.snapshot().connections.size(), 2);
    QVERIFY(ctl(QStringLiteral("sessions --filter -application:icq")).text.contains(QStringLiteral("msmsgs")));
    QCOMPARE(ctl(QStringLiteral("disconnect --filter program:=cq.exe")).text, QStringLiteral("ended 0 connections\n"));
    const Answer answer = ctl(QStringLiteral("disconnect --filter program:icq --yes --reason lunch"));
    QVERIFY(answer.text.startsWith(QStringLiteral("ended 1 connection\n")));
    QVERIFY(answer.text.contains(QStringLiteral("c2 login.icq.com:5190")));
    QCOMPARE(m_rig->plane.snapshot().connections.size(), 1);
    QCOMPARE(ctl(QStringLiteral("disconnect c1")).exit, ExitDone);
    QCOMPARE(m_rig->plane.lastDisconnect.connections, std::vector<ConnectionId>{1});
    QCOMPARE(ctl(QStringLiteral("disconnect")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("disconnect x1")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("disconnect --filter colour:red")).exit, ExitUsage);
}

void TestVerbs::badPolicyFileIsRefusedWithAllProblems()
{
    Policy bad = policy();
    bad.client.port = 0;
    bad.listeners.idleTimeoutSeconds = 1;
    const QString name = file("bad.json", policyToJsonText(bad));
    for (const char* verb : {"policy check", "policy apply"}) {
        const Answer answer = ctl(QLatin1StringView(verb), {name});
        QCOMPARE(answer.exit, ExitRefused);
        QVERIFY(answer.error.detail.contains(QStringLiteral("client.port")));
        QVERIFY(answer.error.detail.contains(QStringLiteral("idleTimeoutSeconds")));
    }
    QCOMPARE(m_rig->keeper->head().number, 1u);
}

void TestVerbs::everyVerbRefusesNonsense()
{
    const auto check = [this](const QStringList& line) {
        const Answer answer = runCommand(QStringList{QStringLiteral("--control"), m_rig->socketPath()} + line);
        QVERIFY2(answer.exit == ExitUsage, qPrintable(line.join(u' ')));
        QVERIFY2(!answer.error.subject.isEmpty() && !answer.error.detail.isEmpty(), qPrintable(line.join(u' ')));
    };
    for (const Verb& verb : verbs()) {
        const QStringList words = QString::fromUtf8(verb.words).split(u' ');
        const auto with = [&words](int parameters) { return words + QStringList(parameters, QStringLiteral("x")); };
        if (verb.leastParameters > 0)
            check(with(verb.leastParameters - 1));
        if (verb.mostParameters < 1000)
            check(with(verb.mostParameters + 1));
        check(with(verb.leastParameters) + QStringList{QStringLiteral("--nonsense")});
        check(with(verb.leastParameters) + QStringList{QStringLiteral("--server")});
        check(with(verb.leastParameters)
            + QStringList{QStringLiteral("--server"), QStringLiteral("x")}); // beside --control
        check(with(verb.leastParameters) + QStringList{QStringLiteral("--json"), QStringLiteral("--json")});
        const QStringList options = QString::fromUtf8(verb.options).split(u' ', Qt::SkipEmptyParts);
        for (const QString& option : options)
            check(with(verb.leastParameters) + QStringList{QStringLiteral("--") + option.chopped(1)});
        for (const char* number : {"limit", "before", "parent", "revision"}) {
            for (const char* value : {"-1", "x", "1.5", "99999999999999999999", ""}) {
                if (options.contains(QString(QLatin1StringView(number) + u'=')))
                    check(with(verb.leastParameters)
                        + QStringList{
                            QStringLiteral("--%1=%2").arg(QLatin1StringView(number), QLatin1StringView(value))});
            }
        }
    }
}

void TestVerbs::everyVerbSaysThatNobodyAnswers()
{
    const QString policy = file("policy.json", policyToJsonText(this->policy()));
    const QString ini = file("mspclnt.ini", ctl(QStringLiteral("ini export")).bytes);
    // What each takes to get as far as the service; nothing for the ones that need none.
    const QHash<QString, QStringList> parameters{
        {QStringLiteral("policy apply"), {policy}},
        {QStringLiteral("policy import"), {policy}},
        {QStringLiteral("policy restore"), {QStringLiteral("1")}},
        {QStringLiteral("policy blame"), {QStringLiteral("filters")}},
        {QStringLiteral("app set"), {QStringLiteral("x"), QStringLiteral("Disable"), QStringLiteral("1")}},
        {QStringLiteral("app unset"), {QStringLiteral("x")}},
        {QStringLiteral("ini import"), {ini}},
        {QStringLiteral("disconnect"), {QStringLiteral("1")}},
        {QStringLiteral("service start"), {QStringLiteral("socks")}},
        {QStringLiteral("service stop"), {QStringLiteral("socks")}},
        {QStringLiteral("service restart"), {QStringLiteral("socks")}},
        {QStringLiteral("consoles revoke"), {QStringLiteral("00")}},
    };
    const QStringList nobody{QStringLiteral("--control"), m_rig->dir.filePath(QStringLiteral("nobody.sock"))};
    for (const Verb& verb : verbs()) {
        const QString words = QString::fromUtf8(verb.words);
        if (words == QStringLiteral("policy check") || words == QStringLiteral("enrol")
            || words == QStringLiteral("servers"))
            continue; // these ask no service by this socket
        const Answer answer = runCommand(nobody + words.split(u' ') + parameters.value(words));
        QVERIFY2(answer.exit == ExitUnreachable, qPrintable(QString(words + u' ' + answer.error.text())));
    }
}

void TestVerbs::exitCodes()
{
    QCOMPARE(ctl(QStringLiteral("dance")).exit, ExitUsage);
    const Answer half = ctl(QStringLiteral("policy"));
    QCOMPARE(half.exit, ExitUsage);
    QVERIFY2(half.error.detail.contains(QStringLiteral("show, check, apply")), qPrintable(half.error.text()));
    QCOMPARE(ctl(QString()).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("status now")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("status --filter x")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("app set msmsgs Disabled 1")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("app set msmsgs Disable maybe")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("service stop everything")).exit, ExitUsage);
    QCOMPARE(ctl(QStringLiteral("policy restore 99")).exit, ExitRefused);
    QCOMPARE(ctl(QStringLiteral("policy check /nonexistent")).exit, ExitRefused);
    QCOMPARE(
        runCommand({QStringLiteral("--server"), QStringLiteral("nobody"), QStringLiteral("status")}).exit, ExitUsage);
    QCOMPARE(
        runCommand({QStringLiteral("--control"), QStringLiteral("/nonexistent/x.sock"), QStringLiteral("status")}).exit,
        ExitUnreachable);
}

void TestVerbs::enrolsAndUsesTheServer()
{
    const QString address = QStringLiteral("127.0.0.1:%1").arg(m_rig->tlsPort);
    const QStringList enrol{QStringLiteral("enrol"), address, QStringLiteral("--fingerprint"),
        m_rig->identity.fingerprint, QStringLiteral("--name"), QStringLiteral("gate"), QStringLiteral("--code"),
        m_rig->code(Role::Viewer)};
    const Answer answer = runCommand(enrol);
    QVERIFY2(answer.exit == ExitDone, qPrintable(answer.error.text()));
    QCOMPARE(runCommand({QStringLiteral("--server"), QStringLiteral("gate"), QStringLiteral("status")}).exit, ExitDone);
    const Answer refused = runCommand({QStringLiteral("--server"), QStringLiteral("gate"), QStringLiteral("app"),
        QStringLiteral("set"), QStringLiteral("x"), QStringLiteral("Disable"), QStringLiteral("1")});
    QCOMPARE(refused.exit, ExitRefused);
    QCOMPARE(refused.error.code, ErrorCode::PermissionDenied);
    QCOMPARE(runCommand(enrol).exit, ExitRefused);
}

// The one-time code is handed in once everything that needs room has it; what was known before stays.
void TestVerbs::aFullDiskSpendsNoCode()
{
    const QTemporaryDir config;
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(config.path()));
    QStandardPaths::setTestModeEnabled(false);
    const auto restore = qScopeGuard([&] {
        QStandardPaths::setTestModeEnabled(true);
        before.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
    });
    const auto enrol = [this](const QString& name, const QString& code) {
        return runCommand(
            {QStringLiteral("enrol"), QStringLiteral("127.0.0.1:%1").arg(m_rig->tlsPort), QStringLiteral("--code"),
                code, QStringLiteral("--fingerprint"), m_rig->identity.fingerprint, QStringLiteral("--name"), name});
    };
    const auto onAFullDisk = [&](const QString& name, const QString& code) {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit none{0, limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
        const Answer answer = enrol(name, code);
        setrlimit(RLIMIT_FSIZE, &limit);
        return answer;
    };
    for (const char* name : {"first", "second"}) {
        const QString code = m_rig->code(Role::Viewer);
        const Answer full = onAFullDisk(QLatin1StringView(name), code);
        QCOMPARE(full.exit, ExitRefused);
        QVERIFY2(full.error.subject.startsWith(config.path()), qPrintable(full.error.text()));
        const Answer answer = enrol(QLatin1StringView(name), code);
        QVERIFY2(answer.exit == ExitDone, qPrintable(answer.error.text()));
    }
    for (const char* name : {"first", "second"})
        QCOMPARE(
            runCommand({QStringLiteral("--server"), QLatin1StringView(name), QStringLiteral("status")}).exit, ExitDone);
    const QString folder = config.filePath(QStringLiteral("sallyport"));
    QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo& file : files)
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestVerbs::addressesOfServers_data()
{
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("address");
    const auto cases = testing::readCases("control/addresses", 2);
    QVERIFY2(cases.size() >= 60, "the table is shorter than it was");
    for (const QList<QByteArray>& one : cases)
        QTest::newRow(one.at(0).toPercentEncoding(":[]").constData())
            << (one.at(1) == "good") << QString::fromUtf8(one.at(0));
}

// What is wrong is told before anybody is asked for the code.
void TestVerbs::addressesOfServers()
{
    const auto cases = testing::readCases("control/addresses", 2);
    QVERIFY2(cases.size() >= 60, "the table is shorter than it was");
    for (const QList<QByteArray>& one : cases) {
        const QString address = QString::fromUtf8(one.at(0));
        const Answer answer
            = runCommand({QStringLiteral("enrol"), address, QStringLiteral("--fingerprint"), QString(64, u'a')});
        QVERIFY2(answer.exit == ExitUsage, one.at(0).constData());
        QVERIFY2(answer.error.subject == (one.at(1) == "good" ? QStringLiteral("--code") : address),
            qPrintable(QString(address + u' ' + answer.error.text())));
    }
}

// Names of programs, hosts, computers, consoles and people: a peer chose them, and they end on somebody's terminal.
void TestVerbs::nothingOfAPeerDoesMoreThanShow()
{
    const QString hostile = QString::fromUtf8("a\u202eb\u200bc\u2028d\x1b[2Je\x07"
                                              "f\nforged\rg");
    m_rig->plane.addConnection(1, hostile, hostile, 1863);
    QVERIFY(m_rig->apply(1, withEntry(policy(), QString::fromUtf8("evil\u202e\u200b")), hostile).ok());
    QVERIFY(m_rig->records->addAudit({0, m_rig->clock.now(), hostile, hostile, hostile, hostile, true}).ok());
    QVERIFY(m_rig->records
                ->noteFetches({{hostile, *IpAddress::parse(QStringLiteral("10.0.0.7")), QStringLiteral("\"v1\""), 1,
                    m_rig->clock.now(), m_rig->clock.now()}})
                .ok());
    QVERIFY(m_rig->records->addConsole({QString(64, u'a'), hostile, Role::Viewer, m_rig->clock.now()}).ok());
    const auto check = [](const QByteArray& printed, const QString& about) {
        const QString text = QString::fromUtf8(printed);
        const auto unseen = std::find_if(text.begin(), text.end(),
            [](QChar c) { return c != u'\n' && !c.isSurrogate() && isInvisible(c.unicode()); });
        QVERIFY2(unseen == text.end(), qPrintable(QString(about + visibleText(text, u"\n"))));
        QVERIFY2(!text.contains(QStringLiteral("\nforged")), qPrintable(QString(about + text)));
    };
    int shown = 0;
    for (const char* line :
        {"status", "policy show", "policy history", "policy diff", "app list", "sessions", "clients", "audit",
            "consoles", "disconnect 1", "policy export", "policy export --format ini", "ini export"}) {
        const Answer answer = ctl(QLatin1StringView(line));
        QVERIFY2(answer.exit == ExitDone, qPrintable(QLatin1StringView(line) + u' ' + answer.error.text()));
        const QByteArray text = printed(answer, false, true).out;
        check(text, QLatin1StringView(line));
        shown += text.contains("<U+202E>") || text.contains("\\u202e");
        const QByteArray json = printed(answer, true, true).out;
        check(json, QLatin1StringView(line));
        QCOMPARE(QJsonDocument::fromJson(json).object(), answer.json);
    }
    QVERIFY2(shown >= 10, qPrintable(QString::number(shown)));
    // A script's copy of a policy is the policy.
    QVERIFY(policyFromJsonText(printed(ctl(QStringLiteral("policy show")), false, false).out).ok());
    QCOMPARE(
        policyFromJsonText(printed(ctl(QStringLiteral("policy show")), false, false).out)->client, policy().client);
    for (const QStringList& line : QList<QStringList>{{QStringLiteral("policy"), QStringLiteral("check"), hostile},
             {QStringLiteral("app"), QStringLiteral("unset"), hostile}, {hostile},
             {QStringLiteral("disconnect"), hostile}, {QStringLiteral("consoles"), QStringLiteral("revoke"), hostile},
             {QStringLiteral("sessions"), QStringLiteral("--filter"), hostile + u':'},
             {QStringLiteral("--server"), hostile, QStringLiteral("status")}}) {
        const Answer answer = ctl(QString(), line);
        QVERIFY(answer.exit != ExitDone);
        const QByteArray said = printed(answer, false, true).err;
        check(said, QStringLiteral("error: "));
        QCOMPARE(said.count('\n'), 1);
    }
}

QTEST_GUILESS_MAIN(TestVerbs)
#include "test_verbs.moc"
