// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/ctltest.h"
#include "tests/app/ctl/scriptedservice.h"

#include <QFile>
#include <QTest>

using namespace sallyport;

// What a verb says of a service that does not answer, or not in words.
class TestSilence : public CtlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void silenceIsSaid_data();
    void silenceIsSaid();
    void errorsWithoutWordsAreSaid();
};

void TestSilence::silenceIsSaid_data()
{
    QTest::addColumn<bool>("letsIn");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("tells"); // what tells whether it was done
    for (const auto& [line, tells] : {std::pair("status", ""), std::pair("policy history", ""),
             std::pair("app set x Disable 1", ""), std::pair("log", ""),
             std::pair("service stop socks", "service status"), std::pair("service start socks", "service status"),
             std::pair("disconnect 7", "sessions"), std::pair("consoles revoke x", "consoles")}) {
        QTest::addRow("%s, not let in", line) << false << QString::fromUtf8(line) << QString();
        QTest::addRow("%s, let in", line) << true << QString::fromUtf8(line) << QString::fromUtf8(tells);
    }
    for (const char* line : {"app set x Disable 1", "policy restore 1"})
        QTest::addRow("%s, told the policy", line)
            << true << QString::fromUtf8(line) << QStringLiteral("policy history");
}

void TestSilence::silenceIsSaid()
{
    QFETCH(bool, letsIn);
    QFETCH(QString, line);
    QFETCH(QString, tells);
    const QString path = m_rig->dir.filePath(QStringLiteral("silent.sock"));
    ScriptedService::Answers answers;
    if (tells == QStringLiteral("policy history"))
        answers.insert(QStringLiteral("policy.get"), {{QStringLiteral("result"), ctl("policy show").json}});
    const ScriptedService silent(path, letsIn, answers);
    const Answer answer
        = runCommand(QStringList{QStringLiteral("--control"), path, QStringLiteral("--timeout=1")} + line.split(u' '));
    QCOMPARE(answer.exit, ExitUnreachable);
    QCOMPARE(answer.error.subject, path);
    QString said = QStringLiteral("the service does not answer (waited 1 s)");
    if (!tells.isEmpty())
        said += QStringLiteral("; whether it was done is not known, see \"sallyportctl %1\"").arg(tells);
    QCOMPARE(answer.error.detail, said);
}

void TestSilence::errorsWithoutWordsAreSaid()
{
    const QString path = m_rig->dir.filePath(QStringLiteral("scripted.sock"));
    const QJsonObject error{{QStringLiteral("code"), -32000}, {QStringLiteral("message"), QString()},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("code"), QStringLiteral("limitExceeded")}}}};
    const ScriptedService service(
        path, true, {{QStringLiteral("status"), QJsonObject{{QStringLiteral("error"), error}}}});
    const Answer answer = runCommand({QStringLiteral("--control"), path, QStringLiteral("status")});
    QCOMPARE(answer.exit, ExitRefused);
    const QByteArray word = errorWord(answer.error.code).toUtf8();
    QVERIFY2(printed(answer, false, true).err.contains(word), printed(answer, false, true).err.constData());
    const QJsonObject json = QJsonDocument::fromJson(printed(answer, true, false).out).object();
    QCOMPARE(json.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString().toUtf8(), word);
}

QTEST_GUILESS_MAIN(TestSilence)
#include "test_silence.moc"
