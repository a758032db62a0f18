// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/takeback.h"
#include "app/console/panes/report.h"
#include "app/console/window/quitguard.h"
#include "models/items/consoletreemodel.h"
#include "models/policy/revision.h"
#include "models/policy/session.h"

#include <QHash>
#include <QMainWindow>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;

namespace sallyport
{

struct HelpPage;
struct PolicyChange;
struct Proposal;
struct RefusedConnection;
class ApplyBar;
class Console;
class FocusRound;
class Pane;
class ReviewDialog;
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
    // To a place, whose list gets the keys.
    void go(const NodePath& path);
    void goFiltered(const NodePath& path, const QString& filter);
    // With that row of the place in view, see Pane::reveal().
    void goToRow(const NodePath& path, const QString& row);
    // The sheet of a new entry for the program, at the Firewall Client of that server.
    void block(const QString& server, const QString& program);
    const NodePath& place() const { return m_place; }
    Pane* pane() const;
    Server* server() const;
    Console& console() { return m_console; }
    Theme& theme() { return m_theme; }
    void report(const Report& report);
    // Of a server, which is named as well where there are several and the words don't yet.
    void reportAt(const QString& server, Report report);
    QString reportText() const;

    // What the menus offer.
    void back();
    void forward();
    void up();
    void nextPart();
    void previousPart();
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_visited.size(); }
    void refresh();
    void undo();
    void redo();
    void apply();
    void discard();
    // What this window applied last on the server in view; none when what is in force tells that it is gone.
    std::optional<Revision> lastApplied() const;
    void takeBackLast();
    void find();
    void openPalette();
    void review();
    // The same, for what was just put into the draft of a server; its words stand behind what was typed already.
    void reviewWith(const QString& key, const PutBack& put);
    void merge();
    void serverProperties();
    void exportPolicy();
    void compareWithFile();
    void importPolicy();
    void addServer();
    void removeServer();
    void renameServer();
    void help();
    void about();

signals:
    void placeChanged();
    void lastAppliedChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void follow(const NodePath& path);
    void showPlace(const NodePath& path);
    void showTitle();
    HelpPage helpPage() const;
    ReviewDialog* openReview(const PutBack& put); // null with nothing to review
    // Unless the history has another one by that number.
    void takeBack(const QString& key, const Revision& revision);
    void takeBackInDraft(const QString& key, const Revision& revision);
    void forgetPutBack(const QString& key); // unless it is still in the draft
    void resumed(const QString& key);
    void reportObstacle(const Server& server, const QString& obstacle);
    void serverAdded(const QString& key);
    void serverRemoved(const QString& key);
    void applied(const QString& key, const Revision& revision, const QList<RefusedConnection>& refused);
    // Takes changes out of the draft and out of what is reviewed of it.
    void drop(Server& server, Proposal& reviewed, const QList<PolicyChange>& dropped);
    void offerDisconnect(Server* server, RevisionNumber revision, const QList<RefusedConnection>& refused);
    // `refused` tells whose they are.
    void disconnect(Server* server, RevisionNumber revision, const QList<std::uint64_t>& ids,
        const QList<RefusedConnection>& refused);
    void openTreeMenu(const NodePath& path, const QPoint& at);
    void restoreLayout();
    void shareWidth();
    static QString slotOf(const NodePath& path);

    Console& m_console;
    Theme& m_theme;
    TreeView* m_tree;
    QStackedWidget* m_stack;
    Veil* m_veil;
    QSplitter* m_splitter;
    ApplyBar* m_applyBar;
    StatusLine* m_status;
    std::unique_ptr<FocusRound> m_round;
    std::unique_ptr<WindowActions> m_actions;
    QHash<QString, Pane*> m_panes;
    NodePath m_place;
    QList<NodePath> m_visited;
    qsizetype m_at = -1;
    int m_treeWidth = 0; // as the user wants it, in pixels; 0 until said
    QHash<QString, Revision> m_lastApplied; // by server
    // What was put into the draft of a server last, for every Review of it until that step is over.
    struct PutBackStep {
        PutBack put;
        Undo step;
        QString commentBefore;
        QString typed; // instead of its own words
    };
    QHash<QString, PutBackStep> m_putBacks;
    QuitGuard m_quit;
};

} // namespace sallyport
