// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace sallyport
{

class Console;

// Asks once before a window is closed whose end ends the private service under the connections it has. A member of the
// window.
class QuitGuard
{
public:
    QuitGuard(QWidget& window, Console& console)
        : m_window(window)
        , m_console(console)
    {
    }

    // Of a closing window. False: it must stay; it is closed once that was confirmed. A service that does not answer
    // keeps nobody, and neither does the end of the desktop's session.
    bool mayClose();

private:
    void ask();
    void leave();

    QWidget& m_window;
    Console& m_console;
    QPointer<QWidget> m_sheet;
    bool m_asking = false;
    bool m_leaving = false;
};

} // namespace sallyport
