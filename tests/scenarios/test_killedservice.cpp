// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

// A real sallyportd is killed (SIGKILL) at random moments while sallyportctl adds one entry after another. What was
// acknowledged is there afterwards, with its audit record; the service starts again over what the dead one left behind:
// lock, socket, write-ahead logs. A killed process loses nothing that it gave to the kernel, so this shows the order of
// commit and acknowledgement and that recovery works; it says nothing about a loss of power.
class TestKilledService : public QObject
{
    Q_OBJECT

private slots:
    void acknowledgedEntriesSurvive();

private:
    void start(QProcess& service);
    int ctl(const QStringList& arguments, QJsonObject* json = nullptr) const;
    void checkStore();

    QTemporaryDir m_dir;
    QString m_control;
    QSet<QString> m_acknowledged; // programs
    int m_unacknowledged = 0; // entries that were durable, but whose answer was cut off; at most one a round
};

namespace
{
constexpr int patience = 60000; // milliseconds; a sanitizer's build on a busy machine is slow
constexpr int rounds = 15;
const QString bin = QStringLiteral(SALLYPORT_BIN "/");
using Name = QLatin1StringView;
} // namespace

void TestKilledService::start(QProcess& service)
{
    service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    service.start(bin + QStringLiteral("sallyportd"),
        {QStringLiteral("--data"), m_dir.filePath(QStringLiteral("data")), QStringLiteral("--ephemeral")});
    QTRY_VERIFY_WITH_TIMEOUT(service.canReadLine() || service.state() == QProcess::NotRunning, patience);
    const QJsonObject ready = QJsonDocument::fromJson(service.readLine()).object();
    QVERIFY(ready.value(Name("ready")).toBool());
    m_control = ready.value(Name("control")).toString();
}

int TestKilledService::ctl(const QStringList& arguments, QJsonObject* json) const
{
    QProcess process;
    process.start(bin + QStringLiteral("sallyportctl"),
        QStringList{QStringLiteral("--control"), m_control, QStringLiteral("--json")} + arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience)
        || process.exitStatus() != QProcess::NormalExit)
        return -1;
    if (json)
        *json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return process.exitCode();
}

void TestKilledService::checkStore()
{
    QJsonObject json;
    QCOMPARE(ctl({QStringLiteral("app"), QStringLiteral("list")}, &json), 0);
    QSet<QString> programs;
    const QJsonArray entries = json.value(Name("applications")).toArray();
    for (const QJsonValue& entry : entries)
        programs.insert(entry.toObject().value(Name("program")).toString());
    QVERIFY2(programs.contains(m_acknowledged), "an acknowledged entry is lost");
    // Never half a revision: one entry came with each.
    QCOMPARE(json.value(Name("revision")).toInt(), int(programs.size()) + 1);
    m_unacknowledged = int(programs.size() - m_acknowledged.size());

    QCOMPARE(ctl({QStringLiteral("audit"), QStringLiteral("--limit"), QStringLiteral("10000")}, &json), 0);
    QString audited;
    const QJsonArray records = json.value(Name("records")).toArray();
    for (const QJsonValue& record : records)
        audited += record.toObject().value(Name("what")).toString() + u'\n';
    for (const QString& program : std::as_const(m_acknowledged))
        QVERIFY2(audited.contains(QString(u'[' + program + u']')), qPrintable(program));
}

void TestKilledService::acknowledgedEntriesSurvive()
{
    const auto seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    int number = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess service;
        start(service);
        if (QTest::currentTestFailed())
            return;
        checkStore();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_unacknowledged <= round);
        QTimer::singleShot(int(random.bounded(10, 250)), &service, &QProcess::kill);
        int exit = 0;
        while (exit == 0) {
            const QString program = QStringLiteral("p%1").arg(++number);
            exit = ctl({QStringLiteral("app"), QStringLiteral("set"), program, QStringLiteral("Disable"),
                QStringLiteral("1")});
            if (exit == 0)
                m_acknowledged.insert(program);
        }
        QCOMPARE(exit, 3); // not reachable
        QTRY_COMPARE_WITH_TIMEOUT(service.state(), QProcess::NotRunning, patience);
        QCOMPARE(service.exitStatus(), QProcess::CrashExit);
    }
    QProcess service;
    start(service);
    checkStore();
    service.terminate();
    QVERIFY(service.waitForFinished(patience));
    QCOMPARE(service.exitCode(), 0);
    qInfo("%d entries acknowledged over %d kills, %d more were durable without an answer", int(m_acknowledged.size()),
        rounds, m_unacknowledged);
    QVERIFY(m_acknowledged.size() >= rounds);
}

QTEST_GUILESS_MAIN(TestKilledService)
#include "test_killedservice.moc"
