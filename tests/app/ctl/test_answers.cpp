// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/policy/policyjson.h"
#include "tests/app/ctl/ctltest.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace sallyport;

// What a verb says when it could not do, or not quite, what was asked: the words and the exit code.
class TestAnswers : public CtlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void bytesThatAreNoTextAreRefused();
    void unseenCharactersAreRefused();
    void unsetRemovesNothingUnseen();
    void changedNamesAreSaid();
    void longValuesAreShortened();
    void nothingToEndIsSaid();
    void helpStandsAnywhere();
    void noFileNameIsRefused();
    void statusTellsErrorsAndStops();
    void badPortsOfFilters();
    void parentThatIsNot();
    void clientFilesAreNoPolicies();

private:
    int m_exit = 0; // of the program
    QByteArray m_said;
};

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

// Nor does an entry go that was named by letters nobody saw; the one that goes is said.
void TestAnswers::unsetRemovesNothingUnseen()
{
    for (const char* set : {"app set evilgnp Disable 1", "app set AIM Disable 1", "app set AIM Persistent 1"})
        QCOMPARE(ctl(set).exit, ExitDone);
    const QString typed = QString::fromUtf8("evil\xe2\x80\xaegnp");
    const Answer refused = ctl({QStringLiteral("app"), QStringLiteral("unset"), typed});
    QCOMPARE(refused.exit, ExitRefused);
    QVERIFY2(refused.error.detail.contains(QStringLiteral("write \"evilgnp\"")), qPrintable(refused.error.text()));
    QVERIFY(policy().client.application(QStringLiteral("evilgnp")));
    QVERIFY(ctl("app unset AIM.EXE Disable").text.contains(QStringLiteral("removed Disable of AIM\n")));
    QVERIFY(ctl("app unset AIM.EXE").text.contains(QStringLiteral("removed the entry AIM\n")));
    // The last key takes its entry with it.
    QVERIFY(ctl("app unset evilgnp Disable").text.contains(QStringLiteral("removed the entry evilgnp\n")));
    QVERIFY(policy().client.applications.isEmpty());
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
    const QString filter = endless.left(1500); // longer ones are refused by their length
    const auto set = [&](const QString& program, const QString& key, const QString& value) {
        return QStringList{QStringLiteral("app"), QStringLiteral("set"), program, key, value};
    };
    for (const QStringList& line : {set(QStringLiteral("aim"), QStringLiteral("RemoteBindTcpPorts"), endless),
             set(QStringLiteral("aim"), QStringLiteral("NameResolution"), endless),
             set(QStringLiteral("aim"), endless, QStringLiteral("1")),
             set(endless, QStringLiteral("Disable"), QStringLiteral("1")), QStringList{endless},
             QStringList{QStringLiteral("app"), QStringLiteral("unset"), endless},
             QStringList{QStringLiteral("disconnect"), endless},
             QStringList{QStringLiteral("sessions"), QStringLiteral("--filter"), QString(filter + u':')},
             QStringList{QStringLiteral("sessions"), QStringLiteral("--filter"), QString(u"port:" + filter)},
             QStringList{QStringLiteral("service"), QStringLiteral("stop"), endless},
             QStringList{QStringLiteral("policy"), QStringLiteral("restore"), endless},
             QStringList{QStringLiteral("consoles"), QStringLiteral("revoke"), endless},
             QStringList{QStringLiteral("enrol"), endless}, QStringList{QStringLiteral("status"), u"--" + endless},
             QStringList{QStringLiteral("ini"), QStringLiteral("import"),
                 file("long.ini", "[" + endless.toLatin1() + "]\r\nDisable=1\r\n")}}) {
        const Answer answer = ctl(line);
        const QByteArray said = printed(answer, false, true).err;
        QVERIFY2(answer.exit != ExitDone, qPrintable(line.join(u' ').left(300)));
        QVERIFY2(said.size() < 1000, said.left(300).constData());
        QVERIFY2(said.contains(QByteArray(20, 'x')) && said.contains("\xe2\x80\xa6"), said.left(300).constData());
    }
    // A filter that fits nothing is no mistake.
    QCOMPARE(ctl({QStringLiteral("disconnect"), QStringLiteral("--filter"), filter}).exit, ExitDone);
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

QTEST_GUILESS_MAIN(TestAnswers)
#include "test_answers.moc"
