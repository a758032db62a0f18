// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"
#include "models/items/consoletreemodel.h"

#include <QHash>
#include <QMainWindow>

#include <memory>

class QSplitter;
class QStackedWidget;

namespace sallyport
{

struct RefusedConnection;
struct Revision;
class ApplyBar;
class Console;
class Pane;
class Server;
class StatusLine;
class Theme;
class TreeView;
class Veil;
class WindowActions;

// The one window: tree, the pane of the node in view, Apply bar, status line.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Console& console, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Begins at a server, by name or key; empty: where the last run ended. A name nobody has is reported.
    void start(const QString& server);
    void go(const NodePath& path);
    void goFiltered(const NodePath& path, const QString& filter);
    // The sheet of a new entry for the program, at the Firewall Client of the server in view.
    void block(const QString& program);
    const NodePath& place() const { return m_place; }
    Pane* pane() const;
    Server* server() const;
    Console& console() { return m_console; }
    Theme& theme() { return m_theme; }
    void report(const Report& report);
    QString reportText() const;

    // What the menus offer.
    void back();
    void forward();
    void up();
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_visited.size(); }
    void refresh();
    void undo();
    void redo();
    void find();
    void openPalette();
    void review();
    void merge();
    void serverProperties();
    void exportPolicy();
    void compareWithFile();
    void importPolicy();
    void addServer();
    void removeServer();
    void about();

signals:
    void placeChanged();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void showPlace(const NodePath& path);
    void serverAdded(const QString& key);
    void serverRemoved(const QString& key);
    void applied(const QString& key, const Revision& revision, const QList<RefusedConnection>& refused);
    void offerDisconnect(Server* server, const QList<RefusedConnection>& refused);
    void disconnect(Server* server, const QList<std::uint64_t>& ids);
    void openTreeMenu(const NodePath& path, const QPoint& at);
    void restoreLayout();
    static QString slotOf(const NodePath& path);

    Console& m_console;
    Theme& m_theme;
    TreeView* m_tree;
    QStackedWidget* m_stack;
    Veil* m_veil;
    QSplitter* m_splitter;
    ApplyBar* m_applyBar;
    StatusLine* m_status;
    std::unique_ptr<WindowActions> m_actions;
    QHash<QString, Pane*> m_panes;
    NodePath m_place;
    QList<NodePath> m_visited;
    qsizetype m_at = -1;
};

} // namespace sallyport
