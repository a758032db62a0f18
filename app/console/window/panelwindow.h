// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"
#include "app/console/window/quitguard.h"

#include <QWidget>

namespace sallyport
{

class Console;
class SessionsPane;
class StatusLine;

// The Sessions pane alone, for operators who only disconnect.
class PanelWindow final : public QWidget
{
    Q_OBJECT

public:
    // `server` by name or key; empty: the first there is. A name nobody has is said in the window.
    PanelWindow(Console& console, const QString& server, QWidget* parent = nullptr);
    ~PanelWindow() override;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    bool build();
    void refresh();
    void find();

    Console& m_console;
    QString m_name;
    QWidget* m_pane = nullptr;
    SessionsPane* m_sessions = nullptr;
    StatusLine* m_status;
    QuitGuard m_quit;
};

} // namespace sallyport
