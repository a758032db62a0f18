// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "models/base/places.h"
#include "tests/app/console/fakelink.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

// The servers of a console, without a window.
class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void otherServersLeaveTheLocalConnectionAlone();
};

void TestConsole::otherServersLeaveTheLocalConnectionAlone()
{
    const QTemporaryDir dir;
    // A service serves there already, as far as a console can see.
    const QString local = dir.filePath(QStringLiteral("local"));
    QVERIFY(QDir().mkpath(local));
    QFile socket(controlSocketIn(local));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    const SystemClock clock;
    Console::Options options;
    options.dataFolder = dir.path();
    options.serviceProgram = dir.filePath(QStringLiteral("none"));
    options.link = [] { return std::make_unique<FakeLink>(); };
    Console console(options, clock);
    console.start();
    Server& server = *console.server(Console::localKey());
    QVERIFY(server.isOnline());
    QSignalSpy moved(&server, &Server::reachChanged);
    ControlEndpoint endpoint;
    endpoint.host = QStringLiteral("branch.example");
    const ServerEntry entry{QStringLiteral("b"), QStringLiteral("branch-b"), endpoint};
    Server* added = console.addServer(entry);
    QVERIFY(added->isOnline());
    QCOMPARE(moved.size(), 0);
    console.removeServer(entry.key);
    QVERIFY(console.addServer(entry)->isOnline());
    QCOMPARE(moved.size(), 0);
    QVERIFY(!console.privateService()->isActive());
}

QTEST_GUILESS_MAIN(TestConsole)
#include "test_console.moc"
