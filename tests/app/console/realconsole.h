// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "app/console/window/mainwindow.h"
#include "dialogs/style/theme.h"

#include <QTemporaryDir>

#include <memory>

namespace sallyport::test
{

// A console with its window over real services, in a folder of its own, as often as a test starts it anew.
class RealConsole
{
public:
    enum class Over {
        KnownServers, // that it was enrolled with in earlier runs
        PrivateService, // that it starts itself, on free ports
    };
    explicit RealConsole(Over over = Over::KnownServers);

    void start();
    void stop();

    Console& console() { return *m_console; }
    MainWindow& window() { return *m_window; }
    Server& privateServer() { return *m_console->server(Console::localKey()); }
    // Whether the private service answers with the policy of its first start; waits for that.
    bool isServed();
    QString firewallClient() const { return m_console->privateService()->ready().firewallClient; }
    QString folder() const { return m_folder.path(); }
    template <typename T> T* find(const char* name) const { return m_window->findChild<T*>(QLatin1StringView(name)); }
    // The open dialog of that name; null while there is none.
    QDialog* dialog(const char* name) const;

private:
    Over m_over;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

// A one-time code as an administrator gets it on the server.
struct IssuedCode {
    QString code;
    QString fingerprint;
};
IssuedCode issueCode(const QString& serviceData, const QString& role);

// Puts a line msmsgs / Disable / 1 into the policy.
Policy withEntry(Policy policy, const QString& program);

} // namespace sallyport::test
