// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// The program as a whole: how it starts and ends.
class TestProcess : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void endsWithItsStandardInput();
    void aDamagedLogKeepsItFromNothing();

private:
    QString file(const char* name) const { return m_dir->filePath(QLatin1StringView(name)); }
    void start(const QStringList& more = {});
    QJsonObject ask(const QByteArray& method, const QByteArray& params);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_service;
    QJsonObject m_ready;
};

namespace
{
constexpr int patience = 30000; // milliseconds
} // namespace

void TestProcess::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<QProcess>();
    m_ready = {};
}

void TestProcess::cleanup()
{
    m_service->terminate();
    if (!m_service->waitForFinished(patience))
        m_service->kill();
    m_service.reset();
}

void TestProcess::start(const QStringList& more)
{
    m_service->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service->start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        QStringList{QStringLiteral("--data"), m_dir->path(), QStringLiteral("--ephemeral")} + more);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine() || m_service->state() == QProcess::NotRunning, patience);
    m_ready = QJsonDocument::fromJson(m_service->readLine()).object();
    QVERIFY(m_ready.value(QLatin1StringView("ready")).toBool());
}

QJsonObject TestProcess::ask(const QByteArray& method, const QByteArray& params)
{
    QLocalSocket control;
    control.connectToServer(m_ready.value(QLatin1StringView("control")).toString());
    if (!control.waitForConnected(patience))
        return {};
    control.write(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}\n");
    while (!control.canReadLine() && control.waitForReadyRead(patience)) { }
    return QJsonDocument::fromJson(control.readLine()).object();
}

void TestProcess::endsWithItsStandardInput()
{
    start({QStringLiteral("--until-stdin-closes")});
    m_service->write("what comes before the end means nothing\n");
    QVERIFY(m_service->waitForBytesWritten(patience));
    QVERIFY(ask("status", "{}").contains(QLatin1StringView("result")));
    m_service->closeWriteChannel();
    QVERIFY(m_service->waitForFinished(patience));
    QCOMPARE(m_service->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_service->exitCode(), 0);
}

void TestProcess::aDamagedLogKeepsItFromNothing()
{
    QFile log(file("log.db"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(QByteArray(8192, 'x'));
    log.close();
    start();
    const auto named = [this] {
        const QJsonObject status = ask("status", "{}").value(QLatin1StringView("result")).toObject();
        return QJsonDocument(status.value(QLatin1StringView("problems")).toArray()).toJson();
    };
    QTRY_VERIFY_WITH_TIMEOUT(named().contains("log.db"), patience);
    const QJsonObject asked = ask("log.query", R"({"limit":1})");
    QVERIFY(asked.value(QLatin1StringView("error")).toObject().value(QLatin1StringView("message")).isString());

    // Reading it needs no restart once the file is put right.
    QVERIFY(QFile::remove(file("log.db")));
    QVERIFY(ask("log.query", R"({"limit":1})").contains(QLatin1StringView("result")));
}

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"
