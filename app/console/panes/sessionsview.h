// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/columns.h"
#include "app/console/panes/rowmenu.h"
#include "app/console/panes/rowsview.h"
#include "dialogs/style/markdelegate.h"
#include "models/base/clock.h"
#include "models/policy/session.h"

#include <QHash>

namespace sallyport
{

class SessionsModel;

// The live list of sessions, connections below those that are expanded (arrow, double-click, Enter, Left and Right).
// Ended rows fade. Selection, current row and place survive a reset of the model (another filter, a snapshot): they are
// found again by id, and what a filter hides is selected again when it comes back, unless the user selects anew.
class SessionsView final : public RowsView
{
    Q_OBJECT

public:
    explicit SessionsView(QWidget* parent = nullptr);

    void setSessions(SessionsModel& model);
    // On the screen, alive and selected; a selected session covers its connections.
    QList<SessionId> selectedSessions() const;
    QList<ConnectionId> selectedConnections() const;
    // What is selected was ended from here: once it goes, the row beside it is selected. What ends by itself selects
    // none, so that no key can mean a session that nobody chose.
    void stepOn() { m_stepsOn = true; }
    void toggle(const QModelIndex& index);
    // Of every session; for short lists.
    void expandAll();
    Columns& columns() { return m_columns; }
    RowMenu& menu() { return m_menu; }

signals:
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    // A session or connection with its start: ids begin anew when the service does.
    using Known = QHash<std::uint64_t, TimePoint>;
    struct Row {
        std::uint64_t id = 0;
        bool isConnection = false;
        TimePoint start{};
        SessionId session = 0;
    };

    template <typename Visit> void forEachSelected(const Visit& visit) const;
    Row rowOf(const QModelIndex& index) const;
    QModelIndex find(const Row& row) const;
    void remember();
    void restore();

    Columns m_columns;
    RowMenu m_menu;
    SessionsModel* m_sessions = nullptr;
    Known m_selectedSessions; // before the reset
    Known m_selectedConnections;
    Row m_current;
    Row m_anchor;
    int m_anchorTop = 0;
    bool m_restoring = false;
    bool m_stepsOn = false; // until somebody selects anew
};

// Indents, draws the arrow and fades rows that ended.
class SessionDelegate final : public MarkDelegate
{
    Q_OBJECT

public:
    using MarkDelegate::MarkDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // Of the first column's text; the arrow stands left of a session's.
    static int indent(bool isConnection);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    QRect contentRect(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace sallyport
