// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/privateservice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstring>

#include <sys/stat.h>

using namespace sallyport;

class TestPrivateService : public QObject
{
    Q_OBJECT

private slots:
    void aServiceThatNeedsItsTimeEndsByItself();
    void aKilledServiceIsSaidToBeKilled();
    void theLastErrorIsSaidAndNoWarning();
    void anErrorOfOldIsNotTheReason_data();
    void anErrorOfOldIsNotTheReason();
    void aLastErrorWithoutALineEndIsSaid();

private:
    // How the service ends that is such a script.
    static QString howItEnds(const QByteArray& script);
};

// A pipe that nobody reads stands where the log of today, or of tomorrow, should: the service waits for it as long as
// it ever does. A script between the two tells its own end from being killed.
void TestPrivateService::aServiceThatNeedsItsTimeEndsByItself()
{
    const QTemporaryDir dir;
    PrivateService::Options options;
    options.dataFolder = dir.filePath(QStringLiteral("data"));
    options.program = dir.filePath(QStringLiteral("service"));
    options.ephemeral = true;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("data/logs")));
    for (const int days : {0, 1}) {
        const QString day
            = QDateTime::currentDateTimeUtc().addDays(days).toString(QStringLiteral("'/logs/FWSEXTD'yyyyMMdd'.log'"));
        QCOMPARE(mkfifo(QFile::encodeName(QString(options.dataFolder + day)).constData(), 0600), 0);
    }
    QFile script(options.program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n"
                 "exec 3<&0\n"
                 "" SALLYPORT_BIN "/sallyportd \"$@\" <&3 3<&- &\n"
                 "trap 'kill $!; wait $!; echo $? >\"$0.ended\"; exit' TERM\n"
                 "exec 3<&-\n"
                 "wait $!\n");
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    script.close();

    PrivateService service(options);
    QSignalSpy ready(&service, &PrivateService::becameReady);
    service.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
    // A connection that is refused is a row of the log.
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), service.ready().firewallClient.section(u':', -1).toUShort());
    QVERIFY(client.waitForConnected());
    client.write("CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nSallyport-Application: x.exe\r\n\r\n");
    QVERIFY(client.waitForReadyRead());
    service.stop();
    QFile ended(options.program + QStringLiteral(".ended"));
    QVERIFY2(ended.open(QIODevice::ReadOnly), "it was killed");
    QCOMPARE(ended.readAll(), QByteArray("0\n"));
}

void TestPrivateService::aKilledServiceIsSaidToBeKilled()
{
    const QTemporaryDir dir;
    PrivateService::Options options;
    options.program = QStringLiteral(SALLYPORT_BIN "/sallyportd");
    options.dataFolder = dir.filePath(QStringLiteral("data"));
    options.ephemeral = true;
    PrivateService service(options);
    QSignalSpy ready(&service, &PrivateService::becameReady);
    QSignalSpy failed(&service, &PrivateService::failed);
    service.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
    QCOMPARE(::kill(static_cast<pid_t>(service.processId()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    const QString said = failed.first().first().value<Error>().detail;
    const QString killed = QString::fromLocal8Bit(strsignal(SIGKILL)); // the system's, in its language
    QVERIFY2(said.contains(QStringLiteral("signal 9 (%1)").arg(killed)), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("warning")), qPrintable(said));
    QVERIFY(failed.first().at(1).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, 30000);
}

QString TestPrivateService::howItEnds(const QByteArray& script)
{
    const QTemporaryDir dir;
    PrivateService::Options options;
    options.dataFolder = dir.filePath(QStringLiteral("data"));
    options.program = dir.filePath(QStringLiteral("service"));
    QFile file(options.program);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    file.close();
    PrivateService service(options);
    QSignalSpy failed(&service, &PrivateService::failed);
    // A script that waits for it goes on once the console has seen that it is ready.
    connect(&service, &PrivateService::becameReady, &service, [&options, &service] {
        QTimer::singleShot(0, &service, [go = QString(options.program + QStringLiteral(".go"))] {
            QFile told(go);
            if (!told.open(QIODevice::WriteOnly))
                qFatal("%s", qPrintable(go));
        });
    });
    service.start();
    return QTest::qWaitFor([&failed] { return !failed.isEmpty(); }, 30000)
        ? failed.first().first().value<Error>().detail
        : QString();
}

void TestPrivateService::theLastErrorIsSaidAndNoWarning()
{
    const QTemporaryDir dir;
    PrivateService::Options options;
    options.dataFolder = dir.filePath(QStringLiteral("data"));
    options.program = dir.filePath(QStringLiteral("service"));
    QFile script(options.program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n"
                 "echo 'sallyportd: policy.db: is damaged' >&2\n"
                 "echo 'warning: running as root' >&2\n"
                 "exit 1\n");
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    script.close();
    PrivateService service(options);
    QSignalSpy failed(&service, &PrivateService::failed);
    service.start();
    QTRY_VERIFY_WITH_TIMEOUT(failed.size() >= 1, 30000);
    const QString said = failed.first().first().value<Error>().detail;
    QVERIFY2(said.contains(QStringLiteral("code 1, saying “policy.db: is damaged”;")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("running as root")), qPrintable(said));
    QVERIFY(!failed.first().at(1).toBool());
}

void TestPrivateService::anErrorOfOldIsNotTheReason_data()
{
    QTest::addColumn<QByteArray>("script");
    // While it started, and of one that was killed.
    QTest::newRow("started") << QByteArray("echo 'error: the port is taken' >&2\n"
                                           "echo '{\"ready\":true}'\n"
                                           "until [ -e \"$0.go\" ]; do sleep 0.01; done\n"
                                           "exit 3\n");
    QTest::newRow("killed") << QByteArray("echo '{\"ready\":true}'\n"
                                          "echo 'error: the port is taken' >&2\n"
                                          "kill -9 $$\n");
}

void TestPrivateService::anErrorOfOldIsNotTheReason()
{
    QFETCH(QByteArray, script);
    const QString said = howItEnds(script);
    QVERIFY2(!said.isEmpty() && !said.contains(QStringLiteral("taken")), qPrintable(said));
}

void TestPrivateService::aLastErrorWithoutALineEndIsSaid()
{
    const QString said = howItEnds("printf 'error: policy.db: is damaged' >&2\nexit 1\n");
    QVERIFY2(said.contains(QStringLiteral("policy.db: is damaged")), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestPrivateService)
#include "test_privateservice.moc"
