// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/console/consolerig.h"

#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QTest>

namespace sallyport
{

ConsoleRig::ConsoleRig()
    : theme(*qApp)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    start();
}

ConsoleRig::~ConsoleRig()
{
    window.reset();
    console.reset();
}

void ConsoleRig::start()
{
    Console::Options options;
    options.dataFolder = folder.path();
    options.privateService = false;
    options.link = [this] {
        auto made = std::make_unique<FakeLink>();
        link = made.get();
        return made;
    };
    console = std::make_unique<Console>(options, clock);
    ControlEndpoint endpoint;
    endpoint.socketPath = QStringLiteral("/nowhere");
    console->addServer({key(), QStringLiteral("branch-a"), endpoint});
    window = std::make_unique<MainWindow>(*console, theme);
    window->show();
    window->activateWindow();
    console->start();
    const bool ready = QTest::qWaitForWindowActive(window.get())
        && QTest::qWaitFor([this] { return server().head().number == RevisionNumber(1); });
    if (!ready)
        qFatal("the window did not come up");
}

void ConsoleRig::restart()
{
    if (!window->close()) // changes are left behind
        window->findChild<QDialog*>(QStringLiteral("stopServiceSheet"))->accept();
    window.reset();
    console.reset();
    start();
}

void ConsoleRig::addEntry(const QString& program)
{
    Policy policy = server().draft().policy();
    ApplicationEntry entry{newObjectId(), program, {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    server().draft().change(QStringLiteral("Add"), policy);
}

} // namespace sallyport
