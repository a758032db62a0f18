// SPDX-License-Identifier: GPL-3.0-or-later
// The service of "this computer" as consoles start it, with ports that are taken and with a second console beside.
#include "app/console/console.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>

using namespace sallyport;

namespace
{
constexpr int patience = 30000; // milliseconds; a sanitizer's build on a busy machine
} // namespace

class TestLocalService : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void aTakenPortKeepsOnlyItsListener();
    void aSecondConsoleSharesServiceAndDraft();

private:
    std::unique_ptr<Console> start(bool ephemeral);
    static Server& local(const Console& console) { return *console.server(Console::localKey()); }
    static const ServiceStatus* status(const Console& console, ServiceName name);

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
};

std::unique_ptr<Console> TestLocalService::start(bool ephemeral)
{
    Console::Options options;
    options.dataFolder = m_dir->path();
    options.ephemeral = ephemeral;
    options.serviceProgram = QStringLiteral(SALLYPORT_BIN "/sallyportd");
    return std::make_unique<Console>(options, m_clock);
}

const ServiceStatus* TestLocalService::status(const Console& console, ServiceName name)
{
    for (const ServiceStatus& one : local(console).services().rows()) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

void TestLocalService::aTakenPortKeepsOnlyItsListener()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    // Bound and not listening: nobody is given this port, and who asks for it may still listen there.
    QTcpSocket held;
    QVERIFY(held.bind(QHostAddress::LocalHost));
    const int on = 1;
    QCOMPARE(::setsockopt(static_cast<int>(held.socketDescriptor()), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on), 0);
    const int freePort = held.localPort();
    {
        const auto console = start(true);
        console->start();
        Server& server = local(*console);
        QTRY_VERIFY_WITH_TIMEOUT(server.isOnline() && server.head().number > 0, patience);
        Policy policy = server.draft().policy();
        for (Listener* listener : {&policy.listeners.webProxy, &policy.listeners.firewallClient, &policy.filters.socks})
            listener->address = IpAddress::fromV4(0x7f000001);
        policy.listeners.webProxy.port = taken.serverPort();
        policy.listeners.firewallClient.port = freePort;
        policy.filters.socks.enabled = false;
        server.draft().change(QStringLiteral("ports"), policy);
        std::optional<Status> done;
        server.apply(server.draft().proposal(), {}, this, [&done](const Status& result) { done = result; });
        QTRY_VERIFY_WITH_TIMEOUT(done.has_value(), patience);
        QVERIFY2(*done, done->ok() ? "" : qPrintable(done->error().text()));
    }

    const auto console = start(false);
    QSignalSpy ready(console->privateService(), &PrivateService::becameReady);
    console->start();
    const auto is = [&console](ServiceName name, ServiceState state) {
        const ServiceStatus* now = status(*console, name);
        return now && now->state == state;
    };
    QTRY_VERIFY_WITH_TIMEOUT(is(ServiceName::WebProxy, ServiceState::Failed), patience);
    QVERIFY(is(ServiceName::Firewall, ServiceState::Running));
    QCOMPARE(status(*console, ServiceName::Firewall)->endpoint, QStringLiteral("127.0.0.1:%1").arg(freePort));
    const auto mark = [&console] {
        const QModelIndex node = console->tree().indexOf({NodeKind::Server, Console::localKey()});
        return static_cast<Mark>(node.data(ConsoleTreeModel::MarkRole).toInt());
    };
    QCOMPARE(mark(), Mark::Bad);
    const QString trouble = local(*console).health().troubles.join(u'\n');
    QVERIFY2(trouble.contains(QString::number(taken.serverPort())), qPrintable(trouble));

    taken.close();
    QTRY_VERIFY_WITH_TIMEOUT(is(ServiceName::WebProxy, ServiceState::Running), patience);
    QVERIFY(!local(*console).health().troubles.join(u'\n').contains(QStringLiteral("Web Proxy")));
    QCOMPARE(ready.size(), 1); // the same service all the time
}

void TestLocalService::aSecondConsoleSharesServiceAndDraft()
{
    auto first = start(true);
    first->start();
    QTRY_VERIFY_WITH_TIMEOUT(local(*first).isOnline() && local(*first).head().number > 0, patience);

    const auto second = start(true);
    QSignalSpy reported(second.get(), &Console::reported);
    QSignalSpy warned(second.get(), &Console::warned);
    QSignalSpy noted(second.get(), &Console::noted);
    second->start();
    QCOMPARE(noted.size(), 1);
    QVERIFY2(noted.first().first().toString().contains(QString::number(QCoreApplication::applicationPid())),
        qPrintable(noted.first().first().toString()));
    QTRY_VERIFY_WITH_TIMEOUT(local(*second).isOnline() && local(*second).head().number > 0, patience);
    QVERIFY(!second->privateService()->isActive());
    QCOMPARE(reported.size() + warned.size(), 0);

    const auto add = [](Server& server, const QString& program) {
        Policy policy = server.draft().policy();
        ApplicationEntry entry{newObjectId(), program, {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
        server.draft().change(QStringLiteral("add"), policy);
    };
    add(local(*first), QStringLiteral("icq"));
    QTRY_VERIFY_WITH_TIMEOUT(local(*second).draft().policy().client.application(u"icq"), patience);
    QCOMPARE(noted.size(), 2);
    add(local(*second), QStringLiteral("aim"));
    QTRY_VERIFY_WITH_TIMEOUT(local(*first).draft().policy().client.application(u"aim"), patience);

    // The second one has no service without the first, until it starts its own.
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second->privateService()->processId() != 0 && local(*second).isOnline(), patience);
    QCOMPARE(local(*second).draft().changes().size(), qsizetype(2));
}

QTEST_MAIN(TestLocalService)
#include "test_localservice.moc"
