// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/columns.h"
#include "app/console/panes/rowmenu.h"

#include <QTreeView>

namespace sallyport
{

// A list or tree of a pane: rows of one height, whole rows selected, columns chosen from the header's context menu and
// kept under the view's object name, Enter reported as opened(). Rows of a TableModel show their marks.
class ListView : public QTreeView
{
    Q_OBJECT

public:
    // `name` is the object name and the key of the saved columns.
    ListView(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    // Once; a row stays selected when others go, see RowKeeper.
    void setModel(QAbstractItemModel* model) override;
    // Call after setModel(): widths in characters, then what was kept of an earlier run.
    void setUpColumns(const QList<int>& characters);
    // Selected rows by their first column.
    QModelIndexList selectedRows() const;
    // Said in the middle of the view while it has no row.
    void setEmptyText(const QString& text);
    Columns& columns() { return m_columns; }
    RowMenu& menu() { return m_menu; }

signals:
    // Enter or double-click on a row.
    void opened(const QModelIndex& index);
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    Columns m_columns;
    RowMenu m_menu;
    QString m_emptyText;
};

} // namespace sallyport
