// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"
#include "models/policy/policyjson.h"
#include "models/policy/programname.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

#include <array>

using namespace sallyport;

// Each folder of tests/data/decisions holds a policy.json and golden.txt, a line per request:
// "way|application|host:port => verdict reason object".
class EngineTest : public QObject
{
    Q_OBJECT

private slots:
    void goldenDecisions_data();
    void goldenDecisions();
    void refusesAPolicyWithErrors();
    void compiledPolicyStandsAlone();
    void asciiKeysAgreeWithProgramKey();
    void spellingsAreRefused();
    void argumentsHideNoProgram();
    void endlessArgumentsAreRefused();
    void longAndOddNames();
};

static QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static Result<std::shared_ptr<const CompiledPolicy>> compileFile(const QString& path)
{
    const Result<Policy> policy = policyFromJsonText(readFile(path));
    if (!policy)
        return policy.error();
    return compile(*policy);
}

void EngineTest::goldenDecisions_data()
{
    QTest::addColumn<QString>("folder");
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/decisions"));
    const QStringList folders = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& folder : folders)
        QTest::newRow(qPrintable(folder)) << dir.filePath(folder);
}

void EngineTest::goldenDecisions()
{
    QFETCH(QString, folder);
    const auto compiled = compileFile(folder + QStringLiteral("/policy.json"));
    QVERIFY2(compiled.ok(), compiled.ok() ? "" : qPrintable(compiled.error().text()));
    const QStringList golden = QString::fromUtf8(readFile(folder + QStringLiteral("/golden.txt")))
                                   .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(!golden.isEmpty());
    for (const QString& line : golden) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const QString asked = line.section(QStringLiteral(" => "), 0, 0);
        const QStringList parts = asked.split(QLatin1Char('|'));
        QVERIFY2(parts.size() == 3, qPrintable(line));
        const std::optional<SessionType> way = sessionTypeFromWord(parts.at(0));
        QVERIFY2(way.has_value(), qPrintable(line));
        Request request;
        request.way = *way;
        request.application = parts.at(1).toStdString();
        request.host = parts.at(2).section(QLatin1Char(':'), 0, -2).toStdString();
        request.port = parts.at(2).section(QLatin1Char(':'), -1).toUShort();
        const Decision decision = (*compiled)->decide(request, {});
        const QString answer
            = QStringLiteral("%1 => %2 %3 %4")
                  .arg(asked, verdictWord(decision.verdict), reasonWord(decision.reason), decision.object)
                  .trimmed();
        QCOMPARE(answer, line);
    }
}

void EngineTest::refusesAPolicyWithErrors()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.listeners.webProxy.port = 0;
    policy.client.port = 0;
    const auto compiled = compile(policy);
    QVERIFY(!compiled.ok());
    QCOMPARE(compiled.error().subject, QStringLiteral("listeners.webProxy.port"));
    // A warning alone is no reason to refuse.
    policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.localAddresses.clear();
    QVERIFY(compile(policy).ok());
}

void EngineTest::compiledPolicyStandsAlone()
{
    auto policy = std::make_unique<Policy>(defaultPolicy(QStringLiteral("branch-a")));
    policy->client.applications.append(
        {QStringLiteral("a"), QStringLiteral("msmsgs"), {{ApplicationKey::Disable, QStringLiteral("1")}}});
    const auto compiled = compile(*policy);
    policy.reset();
    Request request;
    request.application = "MSMSGS.EXE";
    QCOMPARE((*compiled)->decide(request, {}).object, QStringLiteral("msmsgs"));
}

// Any text: either the fast way passes, or it finds what the other finds.
void EngineTest::asciiKeysAgreeWithProgramKey()
{
    static constexpr std::array<std::string_view, 20> pieces{"aim", ".exe", ".EXE", "\"", "'", ":", "\\", "/", ".", " ",
        "C:", "::$DATA", "\\\\?\\", "<U+202E>", "x", "\t", ".com", "-m", "Z", "~1"};
    std::mt19937 random(7);
    int fast = 0;
    for (int round = 0; round < 50000; ++round) {
        std::string program;
        for (unsigned i = random() % 9; i > 0; --i)
            program += pieces.at(random() % pieces.size());
        std::array<char, 64> buffer;
        const auto key = asciiProgramKey(program, buffer);
        if (!key)
            continue;
        ++fast;
        QCOMPARE(QByteArray(key->data(), static_cast<qsizetype>(key->size())),
            programKey(QString::fromStdString(program)).toUtf8());
    }
    QVERIFY(fast > 20000);
    std::array<char, 64> buffer;
    for (const char* program : {"msmsgs.exe", "C:\\Program Files\\MSN\\MSMSGS.EXE", "\"C:\\x\\msmsgs.exe\" -q"})
        QCOMPARE(asciiProgramKey(program, buffer), std::string_view("msmsgs"));
}

// Whatever a blocked program calls itself, short of another name.
void EngineTest::spellingsAreRefused()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    const QList<ApplicationSetting> disable{{ApplicationKey::Disable, QStringLiteral("1")}};
    policy.client.applications = {{QStringLiteral("a"), QStringLiteral("aim"), {}},
        {QStringLiteral("b"), QStringLiteral("aim.exe::$data"), disable}, // kept from a time when it was another name
        {QStringLiteral("c"), QString::fromUtf8("\u0410\u0433\u0435\u043d\u0442"), disable}};
    const auto compiled = compile(policy);
    QVERIFY(compiled.ok());
    const auto verdict = [&](const char* application) {
        Request request;
        request.application = application;
        return (*compiled)->decide(request, {}).verdict;
    };
    for (const char* program : {"aim.exe", "\"C:\\x\\aim.exe\"", "'aim.exe'", "C:aim.exe", "aim.exe::$DATA",
             "aim.exe:x", "a\u200bim.exe", "aim.exe. .", "\u0430\u0413\u0415\u041d\u0422.EXE",
             "C:\\\u0410\u0433\u0435\u043d\u0442.exe", "\xc0\xe3\xe5\xed\xf2.exe" /* no UTF-8: can't be told */})
        QCOMPARE(verdict(program), Verdict::Deny);
    for (const char* program : {"claim.exe", "\uff41im.exe", "aimp.exe"})
        QCOMPARE(verdict(program), Verdict::Allow);
}

// Windows tells the name of the file that runs; who tells the command line instead is refused by the same entry.
void EngineTest::argumentsHideNoProgram()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    const QList<ApplicationSetting> disable{{ApplicationKey::Disable, QStringLiteral("1")}};
    policy.client.applications
        = {{QStringLiteral("a"), QStringLiteral("aim"), disable}, {QStringLiteral("b"), QStringLiteral("program"), {}},
            {QStringLiteral("c"), QString::fromUtf8("\u0410\u0433\u0435\u043d\u0442"), disable}};
    const auto compiled = compile(policy);
    QVERIFY(compiled.ok());
    for (const char* program :
        {"aim.exe /x", "aim.exe  /x", "aim /x", "aim -x", "AIM.EXE -a /b", "aim.exe x", "aim.exe x/y", "aim.exe/x",
            "C:\\Program Files\\AIM\\aim.exe /x", "C:\\a - b\\aim.exe /x", "C:/a -b/aim.exe -x C:\\y", "aim.exe. /x",
            "aim.exe\u00a0/x", "aim.exe\u3000-x", "ai\u200bm.exe /x", "'aim.exe /x", "aim.com http://a.example/x",
            "\"C:\\x\\aim.exe\" /x", "\u0410\u0433\u0435\u043d\u0442.exe /x"}) {
        Request request;
        request.application = program;
        const Decision decision = (*compiled)->decide(request, {});
        QVERIFY2(decision.reason == Reason::ApplicationDisabled, program);
    }
    for (const char* program : {"C:\\Program Files\\x.exe", "aim foil.exe", "x.exe aim.exe", "a-im.exe",
             "C:\\aim\\x.exe /y", "aim.exe\\x.exe"}) {
        Request request;
        request.application = program;
        QVERIFY2((*compiled)->decide(request, {}).verdict == Verdict::Allow, program);
    }
}

// What has more beginnings than are looked at can't be told.
void EngineTest::endlessArgumentsAreRefused()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.client.applications
        = {{QStringLiteral("a"), QStringLiteral("aim"), {{ApplicationKey::Disable, QStringLiteral("1")}}}};
    const auto compiled = compile(policy);
    QVERIFY(compiled.ok());
    const auto reasonFor = [&](const char* program, int arguments) {
        Request request;
        request.application = program;
        for (int i = 0; i < arguments; ++i)
            request.application += " -x";
        return (*compiled)->decide(request, {}).reason;
    };
    QVERIFY(reasonFor("x.exe", mostNamesBeforeArguments) != Reason::ProgramUnknown);
    QCOMPARE(reasonFor("x.exe", mostNamesBeforeArguments + 1), Reason::ProgramUnknown);
    QCOMPARE(reasonFor("aim.exe", mostNamesBeforeArguments + 1), Reason::ApplicationDisabled);
}

void EngineTest::longAndOddNames()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    const QString longName(200, QLatin1Char('m'));
    policy.client.applications = {
        {QStringLiteral("a"), longName, {{ApplicationKey::Disable, QStringLiteral("1")}}},
        {QStringLiteral("b"), QStringLiteral("Gr\u00f6\u00dfe"), {{ApplicationKey::Disable, QStringLiteral("1")}}},
    };
    const auto compiled = compile(policy);
    QVERIFY(compiled.ok());
    const auto reasonFor = [&](const std::string& application) {
        Request request;
        request.application = application;
        return (*compiled)->decide(request, {}).reason;
    };
    QCOMPARE(reasonFor(longName.toUpper().toStdString() + ".exe"), Reason::ApplicationDisabled);
    QCOMPARE(reasonFor("GR\u00d6\u00dfE.exe"), Reason::ApplicationDisabled);
    QCOMPARE(reasonFor(std::string(100000, 'x')), Reason::UnmatchedAllowed);
    QCOMPARE(reasonFor("\xff\xfe"), Reason::ProgramUnknown);
    QCOMPARE(reasonFor(std::string("msmsgs\0.exe", 11)), Reason::UnmatchedAllowed);
}

QTEST_APPLESS_MAIN(EngineTest)
#include "test_engine.moc"
