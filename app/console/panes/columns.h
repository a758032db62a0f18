// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QAbstractItemView;
class QContextMenuEvent;
class QMenu;

namespace sallyport
{

// The columns of a list as its user keeps them: chosen from the header's context menu, saved under a name of the list's
// when the list goes; and the list's own context menu, since what is copied are the shown columns. A member of the
// list.
class Columns final : public QObject
{
    Q_OBJECT

public:
    Columns(QAbstractItemView* list, QHeaderView* header);
    ~Columns() override;

    // Call after setModel(): the name to keep them under, widths in characters. Restores what an earlier run kept.
    void setUp(const QString& name, const QList<int>& characters);
    void reset();
    // Which columns are shown; reset. The caller owns it.
    QMenu* makeMenu(QWidget* parent);
    // Titles and selected rows, their shown columns, in the order seen: exact times and plain numbers (copyRole).
    void copyRows() const; // tabs between the cells
    void copyCsv() const;
    // The list's actions, copying, the columns; under the current row when the keyboard asks.
    void showListMenu(const QContextMenuEvent& event);

private:
    void showMenu(const QPoint& at);
    QList<QStringList> selectedCells() const; // empty without a row

    QAbstractItemView* m_list;
    QHeaderView* m_header;
    QString m_key;
    QList<int> m_widths;
};

} // namespace sallyport
