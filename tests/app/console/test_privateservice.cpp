// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/privateservice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sallyport;

class TestPrivateService : public QObject
{
    Q_OBJECT

private slots:
    void aServiceThatNeedsItsTimeEndsByItself();
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

QTEST_GUILESS_MAIN(TestPrivateService)
#include "test_privateservice.moc"
