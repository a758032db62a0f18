// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"
#include "models/engine/programname.h"
#include "models/policy/policyjson.h"

#include <QDir>
#include <QFile>
#include <QTest>

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
    void disablesProgramAgreesWithDecisions();
    void asciiKeysAgreeWithProgramKey_data();
    void asciiKeysAgreeWithProgramKey();
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

void EngineTest::disablesProgramAgreesWithDecisions()
{
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/decisions"));
    const QStringList folders = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    int compared = 0;
    for (const QString& folder : folders) {
        const Result<Policy> policy
            = policyFromJsonText(readFile(dir.filePath(folder + QStringLiteral("/policy.json"))));
        QVERIFY(policy.ok());
        if (!policy->listeners.firewallClient.enabled)
            continue;
        const auto compiled = compile(*policy);
        for (const char* program :
            {"msmsgs.exe", "MSMSGS", "icq.exe", "aim", "ypager", "curl", "*", "Common Configuration"}) {
            Request request;
            request.application = program;
            const Reason reason = (*compiled)->decide(request, {}).reason;
            const bool disabled
                = reason == Reason::ApplicationDisabled || reason == Reason::CommonConfigurationDisabled;
            QCOMPARE(disablesProgram(policy->client, QString::fromLatin1(program)), disabled);
            ++compared;
        }
    }
    QVERIFY(compared > 0);
    QVERIFY(!disablesProgram({}, u""));
}

void EngineTest::asciiKeysAgreeWithProgramKey_data()
{
    QTest::addColumn<QByteArray>("program");
    for (const char* program :
        {"", ".", "msmsgs.exe", "C:\\Program Files\\MSN\\MSMSGS.EXE", "/usr/bin/curl", "a/b\\c.Com", "..exe", ".exe",
            "x.exe.", "x.exe ", "\tx", "x .exe", "a.exe.exe", "python3.11", "ABC.PIF", "a\vb", "trailing/", "[x]"})
        QTest::newRow(program) << QByteArray(program);
}

void EngineTest::asciiKeysAgreeWithProgramKey()
{
    QFETCH(QByteArray, program);
    std::array<char, 64> buffer;
    const auto key = asciiProgramKey(program.toStdString(), buffer);
    QVERIFY(key.has_value());
    QCOMPARE(
        QString::fromUtf8(key->data(), static_cast<qsizetype>(key->size())), programKey(QString::fromUtf8(program)));
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
    QCOMPARE(reasonFor("\xff\xfe"), Reason::UnmatchedAllowed);
    QCOMPARE(reasonFor(std::string("msmsgs\0.exe", 11)), Reason::UnmatchedAllowed);
}

QTEST_APPLESS_MAIN(EngineTest)
#include "test_engine.moc"
