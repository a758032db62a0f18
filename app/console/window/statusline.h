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
class Server;

// The bottom line: the server in view, its connection in a word and a shape, the revision in force; and the outcome of
// the last action with Undo, for a while.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const Clock& clock, QWidget* parent = nullptr);

    void show(Server* server);
    void report(const Report& report);
    QString reportText() const;

private:
    void load();
    void reachChanged();
    void linkActivated();
    void clearReport();

    const Clock& m_clock;
    bool m_broken = false; // the connection was there, and went
    Server* m_server = nullptr;
    Report m_report;
    QLabel* m_shape;
    ElidedLabel* m_state;
    QLabel* m_outcomeShape;
    ElidedLabel* m_outcome = nullptr;
    QLabel* m_undo;
    QTimer m_refresh;
    QTimer m_fade;
};

} // namespace sallyport
