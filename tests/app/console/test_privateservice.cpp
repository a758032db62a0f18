// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/privateservice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

using namespace sallyport;

class TestPrivateService : public QObject
{
    Q_OBJECT

private slots:
    void aServiceThatNeedsItsTimeEndsByItself();
    void aKilledServiceIsSaidToBeKilled();
    void theLastErrorIsSaidAndNoWarning();
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
    QVERIFY2(said.contains(QStringLiteral("signal 9 (Killed)")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("warning")), qPrintable(said));
    QVERIFY(failed.first().at(1).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, 30000);
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
    QVERIFY2(said.contains(QStringLiteral("policy.db: is damaged")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("running as root")), qPrintable(said));
    QVERIFY(!failed.first().at(1).toBool());
}

QTEST_GUILESS_MAIN(TestPrivateService)
#include "test_privateservice.moc"
