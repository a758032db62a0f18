// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace sallyport
{

class Clock;
class ElidedLabel;
class ErrandLine;
class OutcomeLine;
class Server;

// The bottom line: the server in view, its connection in a word and a shape, the revision in force; and at the right,
// with all the room they need, what is waited for and the outcomes of actions.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const Clock& clock, QWidget* parent = nullptr);

    void show(Server* server);
    void report(const Report& report);
    QString reportText() const;
    OutcomeLine& outcomes() const { return *m_outcomes; }
    // Shows what is waited for of a server, whichever is in view.
    void follow(const Server& server);

private:
    void load();
    void reachChanged();

    const Clock& m_clock;
    bool m_wasOnline = false; // while it was looked at
    bool m_lost = false; // and went
    Server* m_server = nullptr;
    QLabel* m_shape;
    ElidedLabel* m_state;
    ErrandLine* m_errands;
    OutcomeLine* m_outcomes = nullptr;
    QTimer m_refresh;
};

} // namespace sallyport
