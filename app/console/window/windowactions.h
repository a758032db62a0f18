// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QToolBar;

namespace sallyport
{

class MainWindow;
class Server;

// Menus, toolbar, shortcuts and the sheets that belong to the window as a whole.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(MainWindow& window);
    ~WindowActions() override;

    QMenu* actionMenu() const { return m_actionMenu; }
    void fillActionMenu();
    // Alt+Enter: of the selected object, else of the server whose node is in view.
    void openProperties();
    void openPalette();
    // Of the place in view and of the window, all that have a key.
    QList<QAction*> windowActions() const { return m_all; }

private:
    using Slot = void (MainWindow::*)();
    QAction* add(
        QMenu* menu, const char* name, const QString& text, const char* iconName, const QKeySequence& key, Slot slot);
    void addAppearance(QMenu* menu);
    void addTools();
    QList<QMenu*> menus() const;
    void fillColumns();
    void placeChanged();
    void draftMoved();
    void serverMoved();

    MainWindow& m_window;
    QMenu* m_actionMenu;
    QMenu* m_columns = nullptr;
    QToolBar* m_toolBar;
    QAction* m_paneStart = nullptr; // the toolbar's actions of the pane stand before it
    QList<QAction*> m_paneTools;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_up = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_search = nullptr;
    QAction* m_review = nullptr;
    QAction* m_apply = nullptr;
    QAction* m_discard = nullptr;
    QAction* m_takeBack = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_properties = nullptr;
    QAction* m_serverProperties = nullptr;
    QAction* m_removeServer = nullptr;
    QAction* m_export = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_import = nullptr;
    QList<QAction*> m_all;
    Server* m_server = nullptr;
};

} // namespace sallyport
