// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/run.h"

#include "app/console/console.h"
#include "app/console/link/serverlist.h"
#include "app/console/options.h"
#include "app/console/tour/tour.h"
#include "app/console/window/mainwindow.h"
#include "app/console/window/panelwindow.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/translation.h"
#include "models/base/places.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace sallyport
{

namespace
{

// Prints when a window has stood on the screen for the first time.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget& window, const QElapsedTimer& sinceStart)
        : m_sinceStart(sinceStart)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_painted) {
            m_painted = true;
            // After this event the window is drawn and flushed.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    std::printf("first paint after %lld ms\n", static_cast<long long>(m_sinceStart.elapsed()));
                    std::fflush(stdout);
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    const QElapsedTimer& m_sinceStart;
    bool m_painted = false;
};

Console::Options consoleOptions(const Options& options)
{
    Console::Options made;
    made.dataFolder = options.dataFolder.isEmpty() ? userDataFolder() : options.dataFolder;
    made.privateService = options.controlSocket.isEmpty();
    return made;
}

// Everything of the tour is made for it and gone afterwards: settings, drafts, service. $SALLYPORT_APPEARANCE says how
// its pictures are to look: "light", or "dark".
int runTour(Theme& theme, const QString& pictures)
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const bool dark = qEnvironmentVariable("SALLYPORT_APPEARANCE") == QStringLiteral("dark");
    theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
    const SystemClock clock;
    Console::Options options;
    options.dataFolder = folder.path();
    options.ephemeral = true;
    Console console(options, clock);
    MainWindow window(console, theme);
    window.show();
    console.start();
    Tour tour(console, window, theme, pictures);
    return tour.run();
}

} // namespace

int run(QApplication& application, const Options& options, const QElapsedTimer& sinceStart)
{
    installTranslations(application, QLocale());
    Theme theme(application);
    QApplication::setWindowIcon(programIcon());
    if (!options.tourFolder.isEmpty())
        return runTour(theme, options.tourFolder);
    theme.setAppearance(static_cast<Appearance>(QSettings().value(QStringLiteral("window/appearance")).toInt()));
    const SystemClock clock;
    const Console::Options made = consoleOptions(options);
    if (made.dataFolder.isEmpty()) {
        std::fputs("sallyport: there is no folder for drafts: set $HOME, or give --data\n", stderr);
        return 2;
    }
    Console console(made, clock);
    if (!options.controlSocket.isEmpty()) {
        ControlEndpoint endpoint;
        endpoint.socketPath = options.controlSocket;
        console.addServer({options.controlSocket, {}, endpoint}); // it has the name it gives itself
    }
    Status known;
    if (options.controlSocket.isEmpty())
        known = addKnownServers(console);
    std::unique_ptr<QWidget> window;
    if (options.panel.isEmpty()) {
        auto main = std::make_unique<MainWindow>(console, theme);
        main->start(options.server);
        window = std::move(main);
    } else {
        window = std::make_unique<PanelWindow>(console, options.server);
    }
    std::unique_ptr<FirstPaint> firstPaint;
    if (options.startupTime)
        firstPaint = std::make_unique<FirstPaint>(*window, sinceStart);
    window->show();
    QMetaObject::invokeMethod(&console, &Console::start, Qt::QueuedConnection);
    if (!known)
        emit console.reported(known.error());
    return QApplication::exec();
}

} // namespace sallyport
