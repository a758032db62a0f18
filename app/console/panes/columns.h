// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTimer>

#include <array>

class QAbstractItemView;
class QMenu;

namespace sallyport
{

class MarkDelegate;

// The columns of a list as its user keeps them: moved and widened by dragging, chosen from the header's context menu,
// saved under a name of the list's when the list goes. A member of the list.
//
// Widths nobody chose follow the room there is. With enough of it every title and every cell seen so far is whole, and
// what is over goes to the column that was given the most characters; with less, first the air goes, then texts are
// cut; titles and numbers never are. What still does not fit is scrolled to, and then nothing is cut.
class Columns final : public QObject
{
    Q_OBJECT

public:
    Columns(QAbstractItemView* list, QHeaderView* header);
    ~Columns() override;

    // The list's delegate from now on; it tells how wide cells are.
    void measureBy(MarkDelegate* delegate);
    // Call after setModel(): the name to keep them under, usual widths in characters. Restores what an earlier run
    // kept.
    void setUp(const QString& name, const QList<int>& characters);
    void reset();
    // Which columns are shown; reset. The caller owns it.
    QMenu* makeMenu(QWidget* parent);
    // The shown ones, in the order seen.
    QList<int> shown() const;
    // Titles and selected rows, their shown columns, in the order seen: exact times and plain numbers (copyRole).
    void copyRows() const; // tabs between the cells
    void copyCsv() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // From all the room wanted to as little as will do, in pixels.
    using Steps = std::array<int, 3>;

    void showMenu(const QPoint& at);
    void resized(int column, int before, int after);
    void measured(int column, int width, bool isCut);
    void fit();
    Steps stepsOf(int column) const;
    int titleWidth(int column) const; // of the whole of it
    bool isNeverCut(int column) const; // numbers and times
    int elastic() const; // -1 for none
    bool showTitleTip(const QPoint& at, const QPoint& global) const;
    QList<QStringList> selectedCells() const; // empty without a row

    QAbstractItemView* m_list;
    QHeaderView* m_header;
    QString m_name;
    QList<int> m_characters;
    QHash<int, int> m_seen; // the widest cell so far
    QHash<int, int> m_kept; // widths the user chose
    QTimer m_fit; // when control returns to the event loop
    bool m_fitting = false;
};

} // namespace sallyport
