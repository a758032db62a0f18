// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/logwords.h"
#include "tests/app/ctl/ctltest.h"
#include "tests/app/ctl/scriptedservice.h"

#include <QFile>
#include <QTest>

using namespace sallyport;

// How the connection log is told.
class TestLog : public CtlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void logTellsWhoDecided();
    void logIsShownWithoutThePolicy();
};

void TestLog::logTellsWhoDecided()
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
    for (const char* rule : {"This server itself", "client share", "connection limit", "unfinished requests",
             "BINDs of one address", "not the host that BIND named", "malformed request", "Web Proxy listener"}) {
        add(LogOperation::Denied, 403, rule);
        add(LogOperation::Denied, 403, qPrintable(QString(QLatin1StringView(rule) + QLatin1StringView(" (7 more)"))));
    }
    add(LogOperation::Open, 11001, "");
    add(LogOperation::Open, 10060, "");
    add(LogOperation::Open, 10061, "");
    add(LogOperation::Open, 10065, "");
    add(LogOperation::Request, 502, "");
    add(LogOperation::Close, 20001, "disconnected by anna: lunch");
    const Answer answer = ctl("log");
    for (const char* words : {"13301 denied", "  application entry icq: Disable=1\n",
             "  application entry icq: Disable=1 (7 more)\n", "  application entry aim\n",
             "  cannot tell: the request names no program\n", "  the policy's setting for unmatched requests\n",
             "  application filter SOCKS V4 filter\n", "403 denied", "  This server itself\n", "  client share\n",
             "  connection limit\n", "  unfinished requests\n", "  BINDs of one address\n",
             "  not the host that BIND named\n", "  malformed request\n", "  Web Proxy listener\n",
             "  unfinished requests (7 more)\n", "11001 no such name", "10060 timed out", "10061 refused by the server",
             "10065 not reachable", "502 no connection to the server", "disconnected by anna: lunch\n"})
        QVERIFY2(answer.text.contains(QString::fromUtf8(words)),
            qPrintable(QString(QString::fromUtf8(words) + u'\n' + answer.text)));
    // Scripts get what they got.
    QStringList rules;
    for (const QJsonValue& row : answer.json.value(QStringLiteral("rows")).toArray())
        rules.append(row.toObject().value(QStringLiteral("rule1")).toString());
    QVERIFY(rules.contains(QStringLiteral("programUnknown")) && rules.contains(QStringLiteral("icq")));
    QCOMPARE(logStatusText(200), QStringLiteral("200"));
    // A program that has such a name.
    QVERIFY(m_rig->apply(2, withEntry(policy(), QStringLiteral("client share")), QStringLiteral("anna")).ok());
    QVERIFY(ctl("log").text.contains(QStringLiteral("  application entry client share: Disable=1\n")));
}

// The rows are what was asked for; the policy only words them.
void TestLog::logIsShownWithoutThePolicy()
{
    const QString path = m_rig->dir.filePath(QStringLiteral("scripted.sock"));
    const QJsonObject row{{QStringLiteral("number"), 1}, {QStringLiteral("time"), qint64(1769904000000000)},
        {QStringLiteral("operation"), QStringLiteral("denied")}, {QStringLiteral("status"), 13301},
        {QStringLiteral("rule1"), QStringLiteral("icq")}};
    const QJsonObject error{
        {QStringLiteral("code"), -32000}, {QStringLiteral("message"), QStringLiteral("is damaged")}};
    const ScriptedService service(path, true,
        {{QStringLiteral("log.query"),
             {{QStringLiteral("result"), QJsonObject{{QStringLiteral("rows"), QJsonArray{row}}}}}},
            {QStringLiteral("policy.get"), {{QStringLiteral("error"), error}}}});
    const Answer json
        = runCommand({QStringLiteral("--control"), path, QStringLiteral("log"), QStringLiteral("--json")});
    QVERIFY2(json.exit == ExitDone, qPrintable(json.error.text()));
    QVERIFY(!service.asked().contains(QStringLiteral("policy.get")));
    const Answer answer = runCommand({QStringLiteral("--control"), path, QStringLiteral("log")});
    QVERIFY2(answer.exit == ExitDone, qPrintable(answer.error.text()));
    QVERIFY(service.asked().contains(QStringLiteral("policy.get")));
    QVERIFY2(answer.text.contains(QStringLiteral("13301 denied  icq\n")), qPrintable(answer.text));
}

QTEST_GUILESS_MAIN(TestLog)
#include "test_log.moc"
