// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/listview.h"
#include "models/items/sessiongroups.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QMenu;
class QSplitter;

namespace sallyport
{

class FilterField;

// The groups of SessionGroups with a box each: a click on a row, or Enter, chooses the selected ones alone; a click on
// a box, one with Ctrl, or Space, chooses a group as well or lets it go.
class GroupsView final : public ListView
{
    Q_OBJECT

public:
    explicit GroupsView(QWidget* parent = nullptr);

signals:
    // The selected rows alone.
    void onlyWanted();
    void toggled(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool isOnBox(const QModelIndex& index, const QPoint& at) const;
};

// Beside the list of sessions: their groups by one field, which narrow the list by a word of its filter. Nothing is
// shown, and nothing counted, until a field is chosen from menu(); which one is kept for the next run.
class Groups final : public QWidget
{
    Q_OBJECT

public:
    // All three outlive it.
    Groups(SessionsModel& sessions, const Clock& clock, FilterField& filter, QWidget* parent = nullptr);

    // The choices; it belongs to this.
    QMenu* menu() const { return m_menu; }
    GroupsView* list() const { return m_view; }
    // A place for both beside one another, which its user divides.
    QSplitter* beside(QWidget* sessions);
    // Counts anew and in order.
    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addChoice(const QString& field, const QString& text);
    void setField(const QString& field);
    void choose(const QStringList& values);
    void chooseSelected();
    void toggle(int row);
    void showCount();

    FilterField& m_filter;
    QWidget* m_beside = nullptr;
    const SessionsModel& m_sessions;
    SessionGroups m_model;
    GroupsView* m_view;
    QLabel* m_more;
    QMenu* m_menu;
    QActionGroup* m_choices;
};

} // namespace sallyport
