// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

#include <functional>

class QAbstractItemView;
class QAction;
class QContextMenuEvent;
class QIcon;
class QMenu;

namespace sallyport
{

class Columns;

// The one menu of the rows of every list: the list's own actions (its pane's verbs), Only and Not This, Block, what may
// be copied, the columns. What can't apply to the row is left out; what the user's role forbids is grey and says why.
// Where the mouse asks, the entries speak of the cell under it; where the keyboard does, each offers the row's cells. A
// member of the list.
class RowMenu final : public QObject
{
    Q_OBJECT

public:
    RowMenu(QAbstractItemView* list, Columns& columns);

    // Only and Not This are offered; off until then. They arrive as wordWanted().
    void setFilters(bool on) { m_filters = on; }
    // Why the list's actions are forbidden now, in a sentence; empty when they are not.
    void setForbidden(std::function<QString()> forbidden) { m_forbidden = std::move(forbidden); }
    // Whether Block may be offered now; it arrives as blockWanted().
    void setMayBlock(std::function<bool()> mayBlock) { m_mayBlock = std::move(mayBlock); }

    // At the pointer, or under the current row when the keyboard asks.
    void open(const QContextMenuEvent& event);
    // All but the list's own actions and the columns, for the current row, in front of `before`: into the Action menu
    // of the window. They belong to the menu.
    void addEntries(QMenu* menu, QAction* before = nullptr);

signals:
    // A word for the filter: only such rows, or all others.
    void wordWanted(const QString& word);
    void blockWanted(const QString& program);

private:
    struct Field {
        QString name; // in the filter
        QString value;
    };
    struct Choice {
        QString label;
        std::function<void()> verb;
    };

    QModelIndex currentRow() const;
    void addListActions(QMenu* menu) const;
    void addEntries(QMenu* menu, QAction* before, const QModelIndex& row, const QModelIndex& cell);
    void addWords(QMenu* menu, QAction* before, const QList<Field>& fields);
    void addBlock(QMenu* menu, QAction* before, const QModelIndex& row);
    void addCopies(
        QMenu* menu, QAction* before, const QModelIndex& row, const QModelIndex& cell, const QList<Field>& fields);
    // One choice stands in the entry itself, several below it. `one` has a %1 for the choice.
    static void addChoice(QMenu* menu, QAction* before, const QString& name, const QIcon& icon, const QString& one,
        const QString& several, const QList<Choice>& choices);
    QList<Field> fieldsOf(const QModelIndex& cell) const;
    QList<Field> fieldsOfRow(const QModelIndex& row) const;
    QString title(int column) const;

    QAbstractItemView* m_list;
    Columns& m_columns;
    bool m_filters = false;
    std::function<QString()> m_forbidden;
    std::function<bool()> m_mayBlock;
};

} // namespace sallyport
