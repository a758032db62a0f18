// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/tour/democlient.h"

#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace sallyport
{

class Console;
class MainWindow;
class Server;
class Theme;

// The main job on the real console, by itself: a program is blocked, its configuration handed out, its live connections
// disconnected, its next attempt refused. Prints each step with its result and leaves a picture of each window.
class Tour final
{
public:
    Tour(Console& console, MainWindow& window, Theme& theme, const QString& folder);
    ~Tour();

    // The exit code: 0 when every step held.
    int run();

private:
    using Condition = std::function<bool()>;

    // Waits for a condition, prints the step; false when it did not come true in time.
    bool step(const QString& text, const Condition& holds, int milliseconds = 10000);
    bool wait(const Condition& holds, int milliseconds);
    void settle();
    void picture(const QString& name, QWidget* widget = nullptr, double scale = 1);
    QWidget* dialog(const QString& className) const;

    bool begin();
    bool connectPrograms();
    bool addEntry();
    bool applyAndDisconnect();
    bool refusedFromNowOn();
    void showPlaces();
    void selectFirst(const char* list);
    void showSheets();
    void showAppearances();
    std::unique_ptr<DemoClient> client(const char* program, const char* user, const char* computer) const;

    Console& m_console;
    MainWindow& m_window;
    Theme& m_theme;
    QString m_folder;
    Server* m_server;
    DemoEcho m_echo;
    std::vector<std::unique_ptr<DemoClient>> m_messengers;
    std::unique_ptr<DemoClient> m_browser;
    QTimer m_traffic; // so that rates have something to show
    int m_failed = 0;
    int m_pictures = 0;
};

} // namespace sallyport
