// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "app/console/window/mainwindow.h"
#include "dialogs/style/theme.h"
#include "tests/app/console/fakelink.h"

#include <QTemporaryDir>

namespace sallyport
{

// A console with one server, "branch-a", behind a FakeLink, in a folder of its own; its window is shown and active.
class ConsoleRig
{
public:
    ConsoleRig();
    ~ConsoleRig();

    static QString key() { return QStringLiteral("a"); }
    Server& server() const { return *console->server(key()); }
    // Leaves as Quit does, and comes again with the same settings and data.
    void restart();
    void addEntry(const QString& program);
    template <typename T> T* find(const char* name) const { return window->findChild<T*>(QLatin1StringView(name)); }
    // The pane in view.
    template <typename T> T* inPane(const char* name) const;

    QTemporaryDir folder;
    SystemClock clock;
    Theme theme;
    std::unique_ptr<Console> console;
    std::unique_ptr<MainWindow> window;
    FakeLink* link = nullptr;

private:
    void start();
};

} // namespace sallyport

#include "app/console/panes/pane.h"

template <typename T> T* sallyport::ConsoleRig::inPane(const char* name) const
{
    return window->pane()->findChild<T*>(QLatin1StringView(name));
}
