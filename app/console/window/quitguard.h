// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace sallyport
{

class Console;
struct Connected;
struct Unapplied;

// Asks once before a window is closed whose end ends the private service under the connections it has, or leaves
// changes behind that are not applied. A member of the window.
class QuitGuard
{
public:
    enum class Drafts { Ask, None }; // None: changes are not made in this window
    QuitGuard(QWidget& window, Console& console, Drafts drafts)
        : m_window(window)
        , m_console(console)
        , m_drafts(drafts)
    {
    }

    // Of a closing window. False: it must stay; it is closed once that was confirmed. A service that has not
    // answered for some time keeps nobody, and neither does the end of the desktop's session.
    bool mayClose();

private:
    int endedConnections() const; // by leaving, as told last
    bool endsConnections() const; // of a service that answers
    QList<Unapplied> unapplied() const;
    void ask();
    void open(const Connected& connected);
    void leave();

    QWidget& m_window;
    Console& m_console;
    Drafts m_drafts;
    QPointer<QWidget> m_sheet;
    bool m_asking = false;
    int m_turn = 0; // an answer to an earlier question does nothing
    bool m_leaving = false;
};

} // namespace sallyport
